/** Who is heard, from nodes that are up, fibres that are whole and how far radio reaches; and what roads get of it. */
import { type Luck, streamOf } from '../../kernel';
import { blame, reach } from '../../networks/telecom/reach';
import { fallSilent, speakAgain } from './ages';
import type { TelecomKnobs } from './knobs';
import { coverageClasses, NO_CLASS } from './plan';
import type { TelecomRun } from './state';

const COVERED = streamOf('telecom.covered');
const PARKING = coverageClasses.indexOf('parking');
const GALLERY = coverageClasses.indexOf('gallery');

/**
 * Loops tell a crash once the pattern has held: the California algorithm no. 8 took 3.04 min on the mean (Martin, Perrin,
 * Hansen, Quintana 2001, MPC-01-122, from memory), after the reading itself has come. That it misses a third is left out.
 * Where no loop is heard somebody calls; ours.
 */
const PATTERN_S = 180;
const CALL_S = 600;

/** Who is covered at a share is covered at every larger one. */
function covers(knobs: TelecomKnobs, luck: Luck, of: number, slot: number): boolean {
  if (of === NO_CLASS) return true;
  const [share] = knobs[`city.${coverageClasses[of]}-coverage`].values;
  return Number.isNaN(share) || luck.uniform(COVERED, of, slot) < share;
}

/** Takes over which sections have lost their fibres; says whether that is news. */
export function takeFibres({ plan, fibreLost, derived }: TelecomRun, lost: Float64Array, causes: Int32Array): boolean {
  let isNew = false;
  for (let s = 0; s < fibreLost.length; s++) {
    const now = lost[s] > 0 ? 1 : 0;
    if (now !== fibreLost[s]) isNew = true;
    fibreLost[s] = now;
  }
  if (!isNew && !derived.isDue) return false;
  const { fibreBroken, fibreCause } = derived;
  for (let fibre = 0; fibre < fibreBroken.length; fibre++) {
    fibreBroken[fibre] = 0;
    fibreCause[fibre] = 0;
    for (const s of plan.fibreSections[fibre]) {
      if (fibreLost[s] === 0) continue;
      fibreBroken[fibre] = 1;
      fibreCause[fibre] = Math.max(fibreCause[fibre], causes[s]);
    }
  }
  return isNew;
}

export function hear(run: TelecomRun, knobs: TelecomKnobs, luck: Luck, nowS: number): void {
  const { plan, isUp, downCause, reached, cause, derived } = run;
  const { graph } = plan;
  reach(graph, isUp, derived.fibreBroken, reached, derived.queue);
  const { fibreBroken, fibreCause, queue, seen } = derived;
  blame(graph, isUp, downCause, fibreBroken, fibreCause, reached, queue, seen, cause);
  derived.heardAgeS = 0;
  derived.silent = 0;
  for (const sensor of plan.speaking) {
    const now = reached[plan.sensorNode[sensor]] === 1 && covers(knobs, luck, plan.sensorClass[sensor], sensor) ? 1 : 0;
    if (now === 0 && run.isHeard[sensor] === 1) fallSilent(run, sensor, nowS);
    else if (now === 1 && run.isHeard[sensor] === 0) speakAgain(run, sensor, nowS);
    run.isHeard[sensor] = now;
    if (now === 1) derived.heardAgeS += plan.intervalS[sensor] / 2;
    else derived.silent++;
  }
  hearRoads(run, knobs, luck);
}

function hearRoads({ plan, reached, isHeard, derived }: TelecomRun, knobs: TelecomKnobs, luck: Luck): void {
  const { parkingHeard, driversReached, knownAfterS } = derived;
  const { edgeNode, roadStart, roadSensor, intervalS } = plan;
  for (let edge = 0; edge < edgeNode.length; edge++) {
    driversReached[edge] = reached[edgeNode[edge]];
    parkingHeard[edge] = driversReached[edge] === 1 && covers(knobs, luck, PARKING, edge) ? 1 : 0;
    let knownS = CALL_S;
    for (let k = roadStart[edge]; k < roadStart[edge + 1]; k++) {
      const sensor = roadSensor[k];
      if (isHeard[sensor] === 1) knownS = Math.min(knownS, PATTERN_S + intervalS[sensor]);
    }
    knownAfterS[edge] = knownS;
  }
}

/** Of galleries: by the cabinet that a section's controller hangs on, unless its own fibres have burnt. */
export function hearsSection(
  { plan, reached, fibreLost }: TelecomRun,
  knobs: TelecomKnobs,
  luck: Luck,
  section: number,
): boolean {
  const node = plan.sectionNode[section];
  return reached[node] === 1 && fibreLost[section] === 0 && covers(knobs, luck, GALLERY, section);
}
