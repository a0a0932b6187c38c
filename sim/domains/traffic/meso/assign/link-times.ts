/**
 * How long each edge takes, by the edge that comes after it and by when it is come upon: what drivers have learnt. Where
 * nobody has been yet it is the empty road's time, with the mean wait at its light.
 */
import { opensAtS } from '../lights';
import { dischargeBy } from '../movements';
import type { EdgeTimes, MesoRun } from '../run';

export interface LinkTimes {
  readonly fromS: number;
  readonly binS: number;
  readonly bins: number;
  readonly links: number;
  /** By bin and link. */
  readonly seconds: Float64Array;
  /** By edge: along it to its end, with nobody there. */
  readonly emptyEdgeS: Float64Array;
}

/** Moments of a cycle at which its light is asked for the wait. */
const ASKS = 24;

export function emptyTimes(run: MesoRun, fromS: number, binS: number, bins: number): LinkTimes {
  const { network, closures } = run.place;
  const { roads, linkEdge, linkFromEdge } = network;
  const links = linkEdge.length;
  const emptyEdgeS = new Float64Array(roads.edgeCount);
  for (let edge = 0; edge < roads.edgeCount; edge++) {
    const lane = roads.edgeFirstLane[edge];
    emptyEdgeS[edge] = roads.edgeLengthM[edge] / closures.trackLimitMps[lane];
  }
  const seconds = new Float64Array(links * bins);
  for (let link = 0; link < links; link++) {
    const alone = emptyEdgeS[linkFromEdge[link]] + leavingS(run, link);
    for (let bin = 0; bin < bins; bin++) seconds[bin * links + link] = alone;
  }
  return { fromS, binS, bins, links, seconds, emptyEdgeS };
}

const CAR_TYPE = 0;

function leavingS(run: MesoRun, link: number): number {
  const { movements, lights, place } = run;
  const at = movements.turnStart[link];
  if (at === movements.turnStart[link + 1]) return 0;
  const turn = movements.turns[at];
  const { slowsS } = dischargeBy(movements, place, turn, CAR_TYPE);
  const signal = lights.signalOf[turn];
  if (signal < 0) return slowsS;
  const cycleS = lights.cycleMs[signal] / 1_000;
  let waitS = 0;
  for (let i = 0; i < ASKS; i++) {
    const atS = (i * cycleS) / ASKS;
    const opensS = opensAtS(lights, turn, atS, 0);
    waitS += Math.min(opensS - atS, cycleS);
  }
  return slowsS + waitS / ASKS;
}

/** Takes in what a day was like by a share; what nobody drove stays as it was known. */
export function learn(times: LinkTimes, day: EdgeTimes, share: number): void {
  for (let i = 0; i < times.seconds.length; i++) {
    if (day.linkCount[i] === 0) continue;
    times.seconds[i] += share * (day.linkSeconds[i] / day.linkCount[i] - times.seconds[i]);
  }
}

/** Seconds of a link for one who comes upon its edge at a time: straight lines between the middles of the bins. */
export function linkSecondsAt({ fromS, binS, bins, links, seconds }: LinkTimes, link: number, atS: number): number {
  const place = (atS - fromS) / binS - 0.5;
  if (!(place > 0)) return seconds[link];
  if (place >= bins - 1) return seconds[(bins - 1) * links + link];
  const bin = Math.floor(place);
  const before = seconds[bin * links + link];
  return before + (place - bin) * (seconds[(bin + 1) * links + link] - before);
}
