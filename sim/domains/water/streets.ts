/**
 * Mains in the ground of streets. What bursts there comes up where it lies (it takes the way of least cover, up the bedding
 * and through the joints of the paving) and runs to the nearest manhole that the street drains to; whoever mends it digs up
 * the lane above it. Left out: bedding that is washed out, and a carriageway that falls in.
 */
import { type LinePlace, placeOfLine } from '../../scene/compile/line-places';
import type { CompiledScene } from '../../scene/compiled';
import { type Burst, SHUT_OFF } from './bursts';
import type { WaterRun, WaterState } from './state';

/** A main's street: the manhole that its water runs to and the road above it; −1 none. */
export type Street = Pick<LinePlace, 'drainNode' | 'edge'>;

const IN_GALLERY: Street = { drainNode: -1, edge: -1 };

function streetOf(scene: CompiledScene, { plan, streets }: WaterRun, pipe: number): Street {
  let street = streets.get(pipe);
  if (street === undefined) {
    const at = [plan.middleAt[2 * pipe], plan.middleAt[2 * pipe + 1]] as const;
    street = plan.sections.ofPipe[pipe] >= 0 ? IN_GALLERY : placeOfLine(scene, undefined, at);
    streets.set(pipe, street);
  }
  return street;
}

interface Told {
  readonly values: Float64Array;
  readonly causes: Int32Array;
}

/** What the minute that is over has brought up into streets; of two mains at one manhole, the larger is named. */
export function tellStreets(
  { scene }: WaterState,
  run: WaterRun,
  escapedM3PerS: Float64Array,
  { values, causes }: Told,
): void {
  const { plan, answeredBursts, bursts } = run;
  values.fill(0);
  causes.fill(0);
  for (let k = 0; k < answeredBursts.length; k++) {
    const { drainNode } = streetOf(scene, run, answeredBursts[k]);
    const out = escapedM3PerS[plan.nodeCount + k];
    if (drainNode < 0 || !(out > 0)) continue;
    if (out >= values[drainNode]) causes[drainNode] = bursts.find(({ pipe }) => pipe === answeredBursts[k])?.began ?? 0;
    values[drainNode] += out;
  }
}

/** Where the crew has a pit open: from a main that is shut off until it is mended. */
export function tellPits({ scene }: WaterState, run: WaterRun, { values, causes }: Told): void {
  values.fill(0);
  causes.fill(0);
  for (const burst of run.bursts) {
    const edge = isDug(burst) ? streetOf(scene, run, burst.pipe).edge : -1;
    if (edge < 0) continue;
    values[edge] = 1;
    causes[edge] = burst.last;
  }
}

const isDug = ({ phase }: Burst): boolean => phase === SHUT_OFF;
