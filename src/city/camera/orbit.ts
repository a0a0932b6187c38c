import { heightIn, type Terrain } from './terrain-height';

/** Where the camera is, said the way a hand moves it: a point on the ground, and how one looks at it. */
export interface Orbit {
  /** Metres east and north; the height is the ground's. */
  x: number;
  y: number;
  distanceM: number;
  /** Direction of looking, clockwise from north. */
  headingDeg: number;
  /** Below the horizontal. */
  pitchDeg: number;
}

export interface Limits {
  readonly minX: number;
  readonly minY: number;
  readonly maxX: number;
  readonly maxY: number;
  readonly nearestM: number;
  readonly farthestM: number;
}

export const NEAREST_M = 30;
export const FARTHEST_M = 6_000;
const FLATTEST_DEG = 3;
const STEEPEST_DEG = 89;
const LOWEST_ABOVE_GROUND_M = 2.2;
const RAD = Math.PI / 180;

/** Holds an orbit inside its limits, whatever was asked of it; a number that is none goes back to `before`. */
export function hold(orbit: Orbit, before: Orbit, limits: Limits): Orbit {
  const sound = Object.values(orbit).every(Number.isFinite);
  const { x, y, distanceM, headingDeg, pitchDeg } = sound ? orbit : before;
  return {
    x: within(x, limits.minX, limits.maxX),
    y: within(y, limits.minY, limits.maxY),
    distanceM: within(distanceM, limits.nearestM, limits.farthestM),
    headingDeg: ((headingDeg % 360) + 360) % 360,
    pitchDeg: within(pitchDeg, FLATTEST_DEG, STEEPEST_DEG),
  };
}

/** Eye and target in the picture's frame (x east, y up, z south); the eye never goes below the ground or near it. */
export function placeCamera(orbit: Orbit, terrain: Terrain, eye: number[], target: number[]): void {
  const groundM = heightIn(terrain, orbit.x, orbit.y);
  const pitch = orbit.pitchDeg * RAD;
  const heading = orbit.headingDeg * RAD;
  const flat = Math.cos(pitch) * orbit.distanceM;
  const eyeX = orbit.x - Math.sin(heading) * flat;
  const eyeY = orbit.y - Math.cos(heading) * flat;
  const wanted = groundM + Math.sin(pitch) * orbit.distanceM;
  target[0] = orbit.x;
  target[1] = groundM;
  target[2] = -orbit.y;
  eye[0] = eyeX;
  eye[1] = Math.max(wanted, heightIn(terrain, eyeX, eyeY) + LOWEST_ABOVE_GROUND_M);
  eye[2] = -eyeY;
}

/** The orbit that looks from an eye to a target, both in metres east, north, up. */
export function orbitFrom(eye: readonly number[], target: readonly number[], terrain: Terrain): Orbit {
  // The looked-at point is taken down to the ground along the line of sight, so that zooming goes where one looks.
  const dx = target[0] - eye[0];
  const dy = target[1] - eye[1];
  const dz = target[2] - eye[2];
  let stretch = 1;
  for (let i = 0; i < 8 && dz < -1e-6; i++) {
    const groundM = heightIn(terrain, eye[0] + dx * stretch, eye[1] + dy * stretch);
    stretch = Math.min(4, Math.max(0.25, (groundM - eye[2]) / dz));
  }
  const x = eye[0] + dx * stretch;
  const y = eye[1] + dy * stretch;
  const groundM = heightIn(terrain, x, y);
  const flat = Math.hypot(x - eye[0], y - eye[1]);
  const up = Math.max(0.5, eye[2] - groundM);
  return {
    x,
    y,
    distanceM: Math.hypot(flat, up),
    headingDeg: (Math.atan2(dx, dy) / RAD + 360) % 360,
    pitchDeg: Math.atan2(up, flat) / RAD,
  };
}

/** On the way from one orbit to another: eased, by the shorter turn, and higher in the middle of a long way. */
export function between(from: Orbit, to: Orbit, share: number): Orbit {
  if (share >= 1) return { ...to };
  const s = share * share * share * (share * (share * 6 - 15) + 10);
  const turn = ((to.headingDeg - from.headingDeg + 540) % 360) - 180;
  const away = Math.hypot(to.x - from.x, to.y - from.y);
  const rise = Math.max(0, away - 0.6 * (from.distanceM + to.distanceM)) * 0.5;
  return {
    x: from.x + (to.x - from.x) * s,
    y: from.y + (to.y - from.y) * s,
    distanceM: Math.exp(Math.log(from.distanceM) * (1 - s) + Math.log(to.distanceM) * s) + rise * 4 * s * (1 - s),
    headingDeg: from.headingDeg + turn * s,
    pitchDeg: from.pitchDeg + (to.pitchDeg - from.pitchDeg) * s,
  };
}

/** Seconds that a flight takes: long enough to follow, short enough not to wait. */
export function flightSeconds(from: Orbit, to: Orbit): number {
  const away = Math.hypot(to.x - from.x, to.y - from.y) / Math.max(200, Math.min(from.distanceM, to.distanceM));
  const zoom = Math.abs(Math.log(to.distanceM / from.distanceM));
  return Math.min(3.2, 0.7 + 0.35 * away + 0.4 * zoom);
}

function within(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}
