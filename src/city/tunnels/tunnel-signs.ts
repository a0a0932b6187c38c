import {
  CREW_STRIDE,
  crewsNow,
  isAlarm,
  isAtRest,
  ROBOT_STRIDE,
  SECTION_STRIDE,
  sectionNow,
  troubles,
  troublesOf,
} from '../../state/section-state';
import type { TunnelRows } from '../../state/tunnels-now';
import { type BuiltTunnels, PIECE } from '../build/tunnels/built-tunnels';

/** Signs after those of troubles, as the shader numbers them. */
export const CREW_SIGN = troubles.length;
export const ROBOT_SIGN = troubles.length + 1;

/** Seven numbers a sign: x, y up, z, pixels across; what it stands for, 1 where it pulses, a share (of a way), slot. */
export const SIGN_STRIDE = 8;
const ALARM_PIXELS = 34;
const TROUBLE_PIXELS = 22;
const QUIET_PIXELS = 13;
const CREW_PIXELS = 24;
const ROBOT_PIXELS = 10;
const ROBOT_UP_M = 2.2;
/** One who works below is drawn above the floor. */
const WORKER_UP_M = 3.4;

/** Everything about galleries that is drawn as a sign: sections not at rest, crews on their way, robots. */
export class TunnelSigns {
  rows = new Float32Array(0);
  count = 0;
  pulses = false;
  private readonly built: BuiltTunnels;

  constructor(built: BuiltTunnels) {
    this.built = built;
  }

  take({ sections, crews, robots }: TunnelRows): void {
    const { built } = this;
    const most = built.sections.length + crews.length / CREW_STRIDE + robots.length / ROBOT_STRIDE;
    if (this.rows.length < most * SIGN_STRIDE) this.rows = new Float32Array(Math.ceil(most * 1.2) * SIGN_STRIDE);
    this.count = 0;
    this.pulses = false;
    for (let i = 0; ROBOT_STRIDE * (i + 1) <= robots.length; i++) {
      const place = alongSection(built, robots[ROBOT_STRIDE * i], robots[ROBOT_STRIDE * i + 1]);
      if (place) this.add(place[0], place[1] + ROBOT_UP_M, place[2], ROBOT_PIXELS, ROBOT_SIGN, false, 0, -1);
    }
    for (let slot = 0; slot < built.sections.length; slot++) {
      if ((slot + 1) * SECTION_STRIDE > sections.length || isAtRest(sections, slot)) continue;
      const now = sectionNow(sections, slot)!;
      const [trouble] = troublesOf(now);
      if (trouble === undefined) continue;
      const alarm = isAlarm(now);
      const isQuiet = trouble === 'fans' || trouble === 'unheard' || trouble === 'shut';
      const pixels = alarm ? ALARM_PIXELS : isQuiet ? QUIET_PIXELS : TROUBLE_PIXELS;
      const [x, y, z] = built.signs.subarray(3 * slot, 3 * slot + 3);
      this.pulses ||= alarm;
      this.add(x, y, z, pixels, troubles.indexOf(trouble), alarm, 0, slot);
    }
    for (const crew of crewsNow(crews)) {
      if (crew.section >= built.sections.length || crew.state === 'returns') continue;
      const isBelow = crew.state === 'works';
      const middle = isBelow ? middleOf(built, crew.section) : undefined;
      const [x, y, z] = middle ?? built.shafts.subarray(3 * crew.section, 3 * crew.section + 3);
      const share = crew.state === 'drives' || crew.state === 'walks' ? crew.wayDone : 1;
      this.add(x, y + (middle ? WORKER_UP_M : 0), z, CREW_PIXELS, CREW_SIGN, false, share, crew.section);
    }
  }

  private add(x: number, y: number, z: number, px: number, kind: number, pulses: boolean, share: number, slot: number) {
    this.rows.set([x, y, z, px, kind, pulses ? 1 : 0, share, slot], SIGN_STRIDE * this.count++);
  }
}

/** A place on a section's floor, so far along it, in the picture's frame; null where there is no such section. */
export function alongSection(
  built: BuiltTunnels,
  slot: number,
  alongM: number,
): readonly [number, number, number] | null {
  const { pieces, pieceStart } = built;
  const last = (pieceStart[slot + 1] ?? 0) - 1;
  const first = pieceStart[slot];
  if (first === undefined || last < first) return null;
  for (let i = first; i <= last; i++) {
    const at = i * PIECE.stride;
    const dx = pieces[at + PIECE.toX] - pieces[at + PIECE.fromX];
    const dy = pieces[at + PIECE.toY] - pieces[at + PIECE.fromY];
    const lengthM = Math.hypot(dx, dy) || 1;
    const rest = alongM - pieces[at + PIECE.fromAlongM];
    if (rest > lengthM && i < last) continue;
    const share = Math.min(1, Math.max(0, rest / lengthM));
    const middle = (pieces[at + PIECE.leftM] + pieces[at + PIECE.rightM]) / 2;
    const floor = pieces[at + PIECE.fromFloor];
    return [
      pieces[at + PIECE.fromX] + dx * share - (dy / lengthM) * middle,
      floor + (pieces[at + PIECE.toFloor] - floor) * share,
      -(pieces[at + PIECE.fromY] + dy * share + (dx / lengthM) * middle),
    ];
  }
  return null;
}

function middleOf(built: BuiltTunnels, slot: number): readonly [number, number, number] | undefined {
  const { pieces, pieceStart } = built;
  const last = pieceStart[slot + 1] - 1;
  if (last < pieceStart[slot]) return undefined;
  const at = last * PIECE.stride;
  const endM =
    pieces[at + PIECE.fromAlongM] +
    Math.hypot(pieces[at + PIECE.toX] - pieces[at], pieces[at + PIECE.toY] - pieces[at + 1]);
  return alongSection(built, slot, endM / 2) ?? undefined;
}
