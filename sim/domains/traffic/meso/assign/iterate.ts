/**
 * Towards the dynamic user equilibrium, in which nobody would have been quicker by another way: drive everybody, learn
 * what the edges took, let a falling share of the trips take the way that would have been best (the method of successive
 * averages), and again. Who changes is drawn by trip and iteration. The gap is that of everybody's ways against the best
 * ones, both by the times learnt: Σ(own − best) / Σ best.
 */
import { type Luck, streamOf } from '../../../../kernel';
import { driveTrips } from '../drive-trips';
import type { MesoPlace } from '../place';
import { createRun, type EdgeTimes, type Tally } from '../run';
import { type MesoTrips, setWay } from '../trips';
import { emptyTimes, type LinkTimes, learn } from './link-times';
import { createTimedSearch, findTimedWay, secondsOfWay } from './timed-way';

const SWITCH = streamOf('traffic.equilibrium.switch');

export interface IterateSettings {
  readonly fromS: number;
  /** Drives on until then, so that those who set out last arrive too. */
  readonly untilS: number;
  readonly binS: number;
  readonly mostIterations: number;
  readonly relativeGap: number;
}

export interface IterationFigures {
  readonly iteration: number;
  readonly relativeGap: number;
  /** Of those who arrived, from when they were due. */
  readonly meanSeconds: number;
  readonly arrived: number;
  readonly released: number;
  readonly changed: number;
}

export interface Iterated {
  readonly figures: readonly IterationFigures[];
  readonly converged: boolean;
  readonly times: LinkTimes;
  readonly edgeTimes: EdgeTimes;
  readonly tally: Tally;
  /** By row of the trips, as of the last drive; NaN for those who had not arrived. */
  readonly tripSeconds: Float64Array;
}

/** Yields after each iteration; `rows` in the order of their departures. Changes the ways of the trips. */
export function* iterate(
  place: MesoPlace,
  trips: MesoTrips,
  rows: readonly number[],
  luck: Luck,
  settings: IterateSettings,
): Generator<IterationFigures, Iterated> {
  const { fromS, untilS, binS, mostIterations, relativeGap } = settings;
  const bins = Math.max(1, Math.ceil((untilS - fromS) / binS));
  const times = emptyTimes(createRun(place, fromS), fromS, binS, bins);
  const search = createTimedSearch(place);
  const { linkEdge } = place.network;
  const figures: IterationFigures[] = [];
  for (let iteration = 1; ; iteration++) {
    const driven = driveTrips(place, trips, rows, fromS, untilS, binS);
    // At first all is new; later each day weighs as much as those before it, the first ones fading.
    learn(times, driven.edgeTimes, iteration === 1 ? 1 : Math.max(2 / (iteration + 1), LEAST_SHARE));
    const last = iteration === mostIterations;
    const share = 1 / (iteration + 1);
    let ownS = 0;
    let bestS = 0;
    let changed = 0;
    for (const row of rows) {
      const count = trips.linkCount[row];
      const to = count === 0 ? -1 : linkEdge[trips.links[trips.linkFrom[row] + count - 1]];
      if (count === 0 || to === trips.firstEdge[row]) continue; // on one edge, or once around
      const own = secondsOfWay(place, trips, row, times);
      const best = Math.min(own, findTimedWay(search, place, trips, row, to, times));
      ownS += own;
      bestS += best;
      if (last || best >= own - LEAST_GAIN_S) continue;
      if (luck.uniform(SWITCH, iteration, (trips.hour[row] * HOUR_PRIME + trips.key[row]) >>> 0) >= share) continue;
      setWay(trips, row, trips.firstEdge[row], search.links);
      changed++;
    }
    let arrived = 0;
    let sumS = 0;
    for (const row of rows) {
      if (Number.isNaN(driven.seconds[row])) continue;
      arrived++;
      sumS += driven.seconds[row];
    }
    const gap = bestS > 0 ? (ownS - bestS) / bestS : 0;
    const figure = {
      iteration,
      relativeGap: gap,
      meanSeconds: arrived > 0 ? sumS / arrived : 0,
      arrived,
      released: driven.tally.released,
      changed,
    };
    figures.push(figure);
    yield figure;
    if (gap <= relativeGap || last) {
      return {
        figures,
        converged: gap <= relativeGap,
        times,
        edgeTimes: driven.edgeTimes,
        tally: driven.tally,
        tripSeconds: driven.seconds,
      };
    }
  }
}

const LEAST_SHARE = 0.1;
const LEAST_GAIN_S = 0.5;
/** Keeps trips of different hours apart where they have the same number. */
const HOUR_PRIME = 7_919;
