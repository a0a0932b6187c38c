import type { Inside } from '../build/tunnels/insides';
import { type ClearWay, middleOfWay } from './clear-way';
import { HALF_WALL_M, hasDoor } from './section-shell';

/** A brisk pace, since two hundred metres are long on a screen; with Shift one runs. */
const PACE_MPS = 2.6;
const RUN_SHARE = 3;
const TURN_DEG_PER_SECOND = 80;
const DEG_PER_PIXEL = 0.16;
const STEEPEST_DEG = 75;
/** Eyes of a grown person, and how near they come to roof and water. */
export const EYE_M = 1.6;
const UNDER_ROOF_M = 0.25;
const OVER_WATER_M = 0.2;
/** Nobody's shoulder goes through a wall or a tray. */
const SHOULDER_M = 0.28;
const BEFORE_WALL_M = 0.5;
/** A fire door is opened by hand from either side by whoever stands this near, and shuts behind them. */
const REACH_M = 1.7;
const DOOR_SECONDS = 0.7;
const PASSABLE = 0.75;
const IN_DOORWAY_M = 0.7;
const DOORWAY_HALF_M = 0.15;
const RAD = Math.PI / 180;
const TAP_M = 0.3;
const WALKING = new Set(['ArrowUp', 'KeyW', 'ArrowDown', 'KeyS']);
/** Sections whose ends are no farther apart share a wall (sim/domains/tunnel/galleries/sections.ts). */
const SAME_WALL_M = 0.5;

/** A wall between two sections: where it is, and how far its door is open; one without a door never opens. */
export interface WalkWall {
  readonly atM: number;
  readonly hasDoor: boolean;
  open: number;
}

/** Somebody inside a compartment. Knows nothing of three or of the page. */
export class Walker {
  alongM: number;
  leftM: number;
  /** To the right of the gallery's direction, and above the horizontal. */
  yawDeg: number;
  pitchDeg = -4;
  eyeM = EYE_M;
  sectionIndex: number;
  /** Walls after each section; the last section's and the first one's outer walls never open. */
  readonly walls: readonly WalkWall[];
  private readonly held = new Set<string>();
  private readonly inside: Inside;
  private readonly way: ClearWay;
  /** What is asked of it from a pad: metres ahead, 1 or −1. */
  push = 0;
  /** Something has been done to it since the last frame. */
  private hasStepped = true;

  constructor(inside: Inside, way: ClearWay, sectionIndex: number, alongM: number, yawDeg: number) {
    this.inside = inside;
    this.way = way;
    this.sectionIndex = sectionIndex;
    this.alongM = alongM;
    this.leftM = middleOfWay(way);
    this.yawDeg = yawDeg;
    const { sections } = inside;
    this.walls = sections.slice(0, -1).map(({ toM }, i) => ({
      atM: toM,
      hasDoor: sections[i + 1].fromM - toM <= SAME_WALL_M && hasDoor(inside, toM),
      open: 0,
    }));
  }

  /** However short a press is, it is a step. */
  press(code: string): void {
    if (this.held.has(code)) return;
    this.held.add(code);
    const ahead = this.axis('ArrowUp', 'KeyW', 'ArrowDown', 'KeyS');
    if (ahead !== 0 && WALKING.has(code)) this.advance(ahead * TAP_M);
  }

  release(code: string): void {
    this.held.delete(code);
  }

  releaseAll(): void {
    this.held.clear();
    this.push = 0;
  }

  look(dxPixels: number, dyPixels: number): void {
    // Dragged like the picture itself: what is under the finger stays there.
    this.turnBy(-dxPixels * DEG_PER_PIXEL, dyPixels * DEG_PER_PIXEL);
  }

  private turnBy(yawDeg: number, pitchDeg: number): void {
    this.yawDeg = ((((this.yawDeg + yawDeg + 180) % 360) + 360) % 360) - 180;
    this.hasStepped = true;
    this.pitchDeg = Math.max(-STEEPEST_DEG, Math.min(STEEPEST_DEG, this.pitchDeg + pitchDeg));
  }

  /** One frame, with water so deep where one stands; true while anything moves. */
  step(seconds: number, waterM: number): boolean {
    const ahead = this.axis('ArrowUp', 'KeyW', 'ArrowDown', 'KeyS') || this.push;
    const turn = this.axis('ArrowRight', 'KeyD', 'ArrowLeft', 'KeyA');
    const tilt = this.axis('KeyR', 'PageUp', 'KeyF', 'PageDown');
    if (turn !== 0 || tilt !== 0) {
      this.turnBy(turn * TURN_DEG_PER_SECOND * seconds, tilt * 0.6 * TURN_DEG_PER_SECOND * seconds);
    }
    if (ahead !== 0) {
      const run = this.held.has('ShiftLeft') || this.held.has('ShiftRight') ? RUN_SHARE : 1;
      // Water holds one back.
      const metres = (ahead * PACE_MPS * run * seconds) / (1 + Math.min(2, waterM));
      this.advance(metres);
    }
    const doorsMove = this.moveDoors(seconds);
    const eyeM = Math.min(this.inside.heightM - UNDER_ROOF_M, Math.max(EYE_M, waterM + OVER_WATER_M));
    const eyeMoves = Math.abs(eyeM - this.eyeM) > 1e-3;
    this.eyeM += (eyeM - this.eyeM) * Math.min(1, 4 * seconds);
    const moves = this.hasStepped || doorsMove || eyeMoves || this.held.size > 0 || this.push !== 0;
    this.hasStepped = false;
    return moves;
  }

  /** So far to where one looks, or to the nearest wall. */
  advance(metres: number): void {
    const yaw = this.yawDeg * RAD;
    this.goTo(this.alongM + Math.cos(yaw) * metres, this.leftM - Math.sin(yaw) * metres);
    this.hasStepped = true;
  }

  private goTo(alongM: number, leftM: number): void {
    const { sections } = this.inside;
    const section = sections[this.sectionIndex];
    const back = this.walls[this.sectionIndex - 1];
    const on = this.walls[this.sectionIndex];
    const lowM = isPassable(back) ? section.fromM - BEFORE_WALL_M : section.fromM + HALF_WALL_M + BEFORE_WALL_M;
    const highM = isPassable(on) ? section.toM + BEFORE_WALL_M : section.toM - HALF_WALL_M - BEFORE_WALL_M;
    this.alongM = Math.max(lowM, Math.min(highM, alongM));
    if (this.alongM > section.toM && isPassable(on)) this.sectionIndex++;
    else if (this.alongM < section.fromM && isPassable(back)) this.sectionIndex--;
    const inDoorway = this.walls.some((wall) => Math.abs(wall.atM - this.alongM) < IN_DOORWAY_M);
    const middle = middleOfWay(this.way);
    const roomM = (this.way.leftM - this.way.rightM) / 2 - SHOULDER_M;
    const half = Math.max(0, inDoorway ? Math.min(DOORWAY_HALF_M, roomM) : roomM);
    this.leftM = Math.max(middle - half, Math.min(middle + half, leftM));
  }

  private moveDoors(seconds: number): boolean {
    let moves = false;
    for (const wall of this.walls) {
      const wanted = wall.hasDoor && Math.abs(wall.atM - this.alongM) < REACH_M ? 1 : 0;
      if (wall.open === wanted) continue;
      const step = seconds / DOOR_SECONDS;
      wall.open = wanted > wall.open ? Math.min(1, wall.open + step) : Math.max(0, wall.open - step);
      moves = true;
    }
    return moves;
  }

  private axis(plus: string, orPlus: string, minus: string, orMinus: string): number {
    const { held } = this;
    return (held.has(plus) || held.has(orPlus) ? 1 : 0) - (held.has(minus) || held.has(orMinus) ? 1 : 0);
  }
}

function isPassable(wall: WalkWall | undefined): boolean {
  return wall !== undefined && wall.open > PASSABLE;
}
