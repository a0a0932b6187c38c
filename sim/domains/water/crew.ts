/**
 * How long it takes to know of a burst and to get at it. Gauges at the works see a flow that jumps by a twentieth of
 * what the city asks for, and call within five minutes; smaller ones are called in by who sees the street, half an
 * hour later. One crew sets out from the maintenance depot within ten minutes, drives 30 km/h over ways 1.3 times as
 * long as the straight line, and turns a valve in ten minutes. A main is mended eight hours after it was shut off; CJJ
 * 92-2016 allows a day. All of these are ours.
 */
import type { CompiledScene } from '../../scene/compiled';

export const SEEN_BY_GAUGES_SHARE = 0.05;
export const GAUGES_CALL_S = 300;
export const PEOPLE_CALL_S = 1_800;
const SETS_OUT_S = 600;
const DRIVES_MPS = 30 / 3.6;
const WAYS_OVER_LINE = 1.3;
export const VALVE_S = 600;
export const MENDED_S = 8 * 3_600;

/** The crew of the city's water: where it stands, and which burst it works on (−1 none). */
export interface Crew {
  x: number;
  y: number;
  pipe: number;
}

/** It starts from the maintenance depot, or where a scene has none from the middle of the city. */
export function crewOf({ scene }: CompiledScene): Crew {
  const depot = scene.services?.depots.find(({ kind }) => kind === 'maintenance');
  const { min, max } = scene.manifest.extent;
  const [x, y] = depot?.at ?? [(min[0] + max[0]) / 2, (min[1] + max[1]) / 2];
  return { x, y, pipe: -1 };
}

/** `roadS`: what traffic says, below 0 or undefined where it says nothing or nobody gets there. */
export function setOutS(crew: Crew, x: number, y: number, roadS: number | undefined): number {
  return SETS_OUT_S + (roadS !== undefined && roadS >= 0 ? roadS : driveS(crew, x, y));
}

export function driveS(crew: Crew, x: number, y: number): number {
  const [dx, dy] = [x - crew.x, y - crew.y];
  return (WAYS_OVER_LINE * Math.sqrt(dx * dx + dy * dy)) / DRIVES_MPS;
}
