import {
  Color,
  DataTexture,
  FloatType,
  NearestFilter,
  PerspectiveCamera,
  RGBAFormat,
  Scene,
  Vector2,
  Vector3,
} from 'three';
import type { BuiltTunnels } from '../build/tunnels/built-tunnels';
import type { Inside } from '../build/tunnels/insides';
import { type ClearWay, clearWay, middleOfWay } from './clear-way';
import { Corridor } from './corridor';
import { Flames } from './flames';
import { sectionUniforms, type WalkUniforms } from './inside-material';
import { LayerMap } from './layer-map';
import { LoadedSection } from './loaded-section';
import { doorLeaf, MovingPart, robotBody } from './moving-part';
import { DOOR_WIDTH_M, hasDoor } from './section-shell';
import { Walker } from './walker';

export const WALK_FIELD_OF_VIEW_DEG = 62;
const NEAR_M = 0.08;
const FAR_M = 600;
/** Whoever comes in stands so far before the section's middle. */
const BEFORE_MIDDLE_M = 13;
/** A neighbour is built when its door is nearer than this. */
const BUILD_WITHIN_M = 30;
const DOOR_OPEN_RAD = 1.45;
const ROBOT_STRIDE = 2;
const MOST_ROBOTS = 4;
const ROBOT_UNDER_ROOF_M = 0.45;
const MOST_FLAMES = 48;
const FIRE_FULL_KW = 400;
const TIME_SECONDS = 8;
const RAD = Math.PI / 180;

/** What a frame says that is seen from within. */
export interface WalkFrame {
  readonly sections: Float32Array;
  readonly robots: Float32Array;
  readonly equipment: Float32Array;
  readonly layers: Float32Array;
  readonly layerCount: number;
}

/** A compartment with somebody inside: a scene of its own, which is drawn in place of the city. */
export class WalkScene {
  readonly scene = new Scene();
  readonly camera = new PerspectiveCamera(WALK_FIELD_OF_VIEW_DEG, 1, NEAR_M, FAR_M);
  readonly walker: Walker;
  readonly inside: Inside;
  readonly corridor: Corridor;
  readonly layers = new LayerMap();
  private readonly way: ClearWay;
  private readonly uniforms: WalkUniforms;
  private readonly lines: DataTexture;
  private readonly lineValues: Float32Array;
  private readonly loaded = new Map<number, LoadedSection>();
  private readonly doors: readonly MovingPart[];
  private readonly robots: readonly MovingPart[];
  private readonly flames: Flames;
  private readonly movingOwn = sectionUniforms(0, 0);
  private frame: WalkFrame | null = null;
  private readonly at = [0, 0, 0];

  constructor(inside: Inside, sectionIndex: number) {
    this.inside = inside;
    this.corridor = new Corridor(inside);
    this.way = clearWay(inside);
    const { fromM, toM } = inside.sections[sectionIndex];
    const middle = (fromM + toM) / 2;
    this.walker = new Walker(inside, this.way, sectionIndex, Math.max(fromM + 2, middle - BEFORE_MIDDLE_M), 0);
    this.lineValues = new Float32Array(4 * Math.max(1, inside.lines.length));
    this.lines = new DataTexture(this.lineValues, Math.max(1, inside.lines.length), 1, RGBAFormat, FloatType);
    this.lines.minFilter = NearestFilter;
    this.lines.magFilter = NearestFilter;
    this.lines.needsUpdate = true;
    this.uniforms = {
      uEye: { value: new Vector3() },
      uLook: { value: new Vector3(1, 0, 0) },
      uHeight: { value: inside.heightM },
      uHalf: { value: inside.widthM / 2 },
      uLampLeft: { value: middleOfWay(this.way) },
      uDay: { value: 1 },
      uTime: { value: 0 },
      uFire: { value: new Vector3() },
      uLayers: { value: this.layers.texture },
      uLayerFrom: { value: 0 },
      uLayerRange: { value: new Vector2() },
      uHasLayers: { value: 0 },
      uLines: { value: this.lines },
    };
    // What shows through the finest of seams.
    this.scene.background = new Color('#55534f');
    const here = this.load(sectionIndex);
    const part = (geometry: ReturnType<typeof doorLeaf>) => {
      const made = new MovingPart(geometry, false, this.corridor, [0, 0, 0], this.uniforms, this.movingOwn);
      this.scene.add(made.mesh);
      made.mesh.visible = false;
      return made;
    };
    this.doors = [part(doorLeaf()), part(doorLeaf())];
    this.robots = Array.from({ length: MOST_ROBOTS }, () => part(robotBody()));
    this.flames = new Flames(MOST_FLAMES, this.uniforms, here.uniforms);
    this.flames.mesh.renderOrder = 2;
    this.scene.add(this.flames.mesh);
    this.loadAround();
    this.placeDoors();
    this.placeCamera();
  }

  /** The section one stands in, as its slot in the frame. */
  get slot(): number {
    return this.inside.sections[this.walker.sectionIndex].slot;
  }

  get here(): LoadedSection {
    return this.load(this.walker.sectionIndex);
  }

  /** Takes a frame as it is; its arrays are read in every picture until the next one. */
  take(frame: WalkFrame, links: Float32Array): void {
    this.frame = frame;
    for (const section of this.loaded.values()) section.take(frame.sections);
    this.takeLayers();
    this.takeLines(links);
  }

  /** One picture: a step, doors, fans; true while anything moves. `runs` where the clock does. */
  step(seconds: number, day: number, runs: boolean, aspect: number): boolean {
    const { walker, uniforms } = this;
    const moves = walker.step(seconds, this.depthHere());
    if (moves) {
      this.loadAround();
      this.placeDoors();
      this.placeCamera();
    }
    uniforms.uDay.value = day;
    let turns = false;
    if (runs && this.frame) {
      uniforms.uTime.value = (uniforms.uTime.value + seconds / TIME_SECONDS) % 1;
      for (const section of this.loaded.values()) {
        if (section.group.visible) turns = section.turnFans(this.frame.equipment, seconds) || turns;
      }
      this.placeRobots(this.frame.robots);
    }
    if (aspect !== this.camera.aspect) {
      this.camera.aspect = aspect;
      this.camera.updateProjectionMatrix();
    }
    return moves || turns || this.layers.hasAny || this.depthHere() > 0;
  }

  private depthHere(): number {
    const here = this.here;
    if (here.waterM <= 0) return 0;
    const floorM = this.corridor.floorAt(this.walker.alongM);
    return Math.max(0, here.plan.section.lowestM + here.waterM - floorM);
  }

  private load(index: number): LoadedSection {
    const known = this.loaded.get(index);
    if (known) return known;
    const { inside, corridor, way } = this;
    const made = new LoadedSection({ inside, corridor, way, section: inside.sections[index] }, this.uniforms);
    this.loaded.set(index, made);
    this.scene.add(made.group);
    if (this.frame) {
      made.take(this.frame.sections);
      this.takeLayers();
    }
    return made;
  }

  /** Keeps the section one stands in, and a neighbour whose door is near; it is seen once the door opens. */
  private loadAround(): void {
    const { walker } = this;
    const index = walker.sectionIndex;
    this.load(index);
    for (const [other, wall] of [
      [index - 1, walker.walls[index - 1]],
      [index + 1, walker.walls[index]],
    ] as const) {
      if (!wall?.hasDoor) continue;
      if (Math.abs(wall.atM - walker.alongM) < BUILD_WITHIN_M) this.load(other).group.visible = wall.open > 0.01;
    }
    for (const [other, section] of this.loaded) {
      if (other === index) {
        section.group.visible = true;
        continue;
      }
      if (Math.abs(other - index) === 1) {
        const wall = walker.walls[Math.min(other, index)];
        if (Math.abs(wall.atM - walker.alongM) < 2 * BUILD_WITHIN_M) continue;
      }
      this.scene.remove(section.group);
      section.dispose();
      this.loaded.delete(other);
    }
    const own = this.here.uniforms;
    for (const name of ['uFrom', 'uTo', 'uLit', 'uTorch'] as const) this.movingOwn[name].value = own[name].value;
  }

  private takeLayers(): void {
    if (!this.frame) return;
    const { sections } = this.inside;
    const index = this.walker.sectionIndex;
    const near = sections.slice(Math.max(0, index - 1), index + 2);
    const { uniforms, layers, frame } = this;
    uniforms.uHasLayers.value = layers.take(frame.layers, frame.layerCount, near) ? 1 : 0;
    uniforms.uLayerFrom.value = layers.fromM;
    uniforms.uLayerRange.value.set(layers.range.fromM, layers.range.toM);
    const { burning } = layers;
    let kw = 0;
    let moment = 0;
    for (let i = 0; i < burning.count; i++) {
      kw += burning.kw[i];
      moment += burning.kw[i] * burning.alongM[i];
    }
    uniforms.uFire.value.set(kw > 0 ? moment / kw : 0, Math.min(2.5, kw / FIRE_FULL_KW), kw > 0 ? 1 : 0);
    const { trays } = this.inside;
    this.flames.mesh.position.set(...this.here.origin);
    this.flames.show(burning, this.corridor, this.here.origin, this.inside.heightM, trays[0]?.leftM ?? 0);
  }

  private takeLines(links: Float32Array): void {
    const { lineValues } = this;
    let changed = false;
    this.inside.lines.forEach(({ kind, row }, i) => {
      const loading = kind === 'cable' && 2 * row + 1 < links.length && row >= 0 ? links[2 * row] : 0;
      if (lineValues[4 * i] === Math.fround(loading)) return;
      lineValues[4 * i] = loading;
      changed = true;
    });
    if (changed) this.lines.needsUpdate = true;
  }

  /** The leaves of both walls of the section one stands in. */
  private placeDoors(): void {
    const { walker, inside } = this;
    const index = walker.sectionIndex;
    const section = inside.sections[index];
    const right = middleOfWay(this.way) - DOOR_WIDTH_M / 2;
    for (let side = 0; side < 2; side++) {
      const wall = walker.walls[index - 1 + side];
      const door = this.doors[side];
      const atM = side === 0 ? section.fromM : section.toM;
      door.mesh.visible = hasDoor(inside, atM);
      if (!door.mesh.visible) continue;
      door.stand([atM, 0, right]);
      // Away from whoever comes.
      const away = walker.alongM < atM ? 1 : -1;
      door.turnTo(away * DOOR_OPEN_RAD * (wall?.open ?? 0));
    }
  }

  private placeRobots(robots: Float32Array): void {
    let shown = 0;
    const { inside } = this;
    const section = inside.sections[this.walker.sectionIndex];
    for (let i = 0; ROBOT_STRIDE * (i + 1) <= robots.length && shown < MOST_ROBOTS; i++) {
      if (robots[ROBOT_STRIDE * i] !== section.slot) continue;
      const part = this.robots[shown++];
      part.mesh.visible = true;
      const alongM = section.fromM + robots[ROBOT_STRIDE * i + 1];
      part.stand([alongM, inside.heightM - ROBOT_UNDER_ROOF_M, middleOfWay(this.way) + 0.2]);
    }
    for (let k = shown; k < MOST_ROBOTS; k++) this.robots[k].mesh.visible = false;
  }

  private placeCamera(): void {
    const { walker, camera, uniforms, at } = this;
    const { alongM, leftM, eyeM } = walker;
    this.corridor.place(alongM, eyeM, leftM, at);
    camera.position.set(at[0], at[1], at[2]);
    const yaw = walker.yawDeg * RAD;
    const pitch = walker.pitchDeg * RAD;
    const heading = this.corridor.headingAt(alongM) + yaw;
    const flat = Math.cos(pitch);
    camera.lookAt(at[0] + Math.sin(heading) * flat, at[1] + Math.sin(pitch), at[2] - Math.cos(heading) * flat);
    camera.updateMatrixWorld();
    uniforms.uEye.value.set(alongM, eyeM, leftM);
    uniforms.uLook.value.set(Math.cos(yaw) * flat, Math.sin(pitch), -Math.sin(yaw) * flat);
  }

  dispose(): void {
    for (const section of this.loaded.values()) section.dispose();
    for (const part of [...this.doors, ...this.robots]) part.dispose();
    this.flames.dispose();
    this.layers.dispose();
    this.lines.dispose();
    this.loaded.clear();
    this.scene.clear();
  }
}

/** Where a section is: its compartment, and which of its sections it is. */
export function findInside(built: BuiltTunnels, slot: number): { inside: Inside; index: number } | null {
  for (const inside of built.insides) {
    const index = inside.sections.findIndex((section) => section.slot === slot);
    if (index >= 0) return { inside, index };
  }
  return null;
}
