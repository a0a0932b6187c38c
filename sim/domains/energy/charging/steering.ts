/**
 * What the network tells cars at home. Managed: each feeder's valleys of the coming hours are filled with what its cars
 * still want, and no transformer is loaded above what it is rated for; those that may give back cut its peaks, as far as
 * a valley a tenth lower takes it back. By price: power in the valley, none besides. Else: nobody listens.
 */
import type { Decoder, Encoder } from '../../../kernel';
import type { CompiledScene } from '../../../scene/compiled';
import { emptyAsked, fullSupply } from '../demand';
import { isValley } from '../dispatch';
import type { GridRun } from '../grid/grid-run';
import type { EnergyKnobs } from '../knobs';
import { emptyWeather } from '../weather';
import { emptyFollowers, type Followers, THERE_AND_BACK } from './charge-cars';
import { type Feeders, findFeeders } from './feeders';
import { HOURS_AHEAD, type LookAhead } from './look-ahead';
import { cutTo, type DayAhead, fillTo } from './valley';
import { secondsWithin, untilWindowEnds } from './window';

export interface Steering {
  readonly feeders: Feeders;
  readonly ahead: LookAhead;
  /** Look ahead that holds: from when, and what each feeder carries in each hour. */
  aheadFromS: number;
  readonly aheadKw: Float64Array;

  // Good for one step.
  readonly followed: Followers;
  followers: number;
  readonly signal: Float64Array;
  readonly back: Float64Array;
  readonly work: Readonly<
    Record<(typeof perHour)[number] | (typeof perFeeder)[number] | (typeof perNode)[number], Float64Array>
  >;
}

const perHour = ['hours', 'allHours'] as const;
const perFeeder = [
  'loadKw',
  'needKwh',
  'couldKw',
  'roomKw',
  'couldGiveKwh',
  'couldGiveKw',
  'backShare',
  'drawShare',
] as const;
const perNode = ['nodeCouldKw', 'nodeRoomKw'] as const;

export interface SteeringView {
  readonly seconds: number;
  /** Clock of the run's first day. */
  readonly clockS: number;
  readonly buildingNode: Int32Array;
}

/** Where somebody asks for it, the day ahead is looked at so often. */
export const LOOKS_EVERY_S = 3 * 3_600;
const HOUR_S = 3_600;
/** Giving back is worth its losses from so large a difference on between what it cuts and what it fills. */
const WORTH = 0.9;
const TRIES = 10;

export function createSteering(scene: CompiledScene, { grid }: GridRun): Steering {
  const buildings = scene.elements.building.count;
  const feeders = findFeeders(grid, scene);
  const arrays = (names: readonly string[], length: number) =>
    names.map((name) => [name, new Float64Array(length)] as const);
  return {
    feeders,
    ahead: {
      asked: emptyAsked(buildings),
      supply: fullSupply(buildings),
      weather: emptyWeather(),
      sky: { south: 0, eastWest: 0, wind: 0 },
    },
    aheadFromS: Number.NaN,
    aheadKw: new Float64Array(feeders.count * HOURS_AHEAD),
    followed: emptyFollowers(buildings),
    followers: 0,
    signal: new Float64Array(buildings).fill(1),
    back: new Float64Array(buildings),
    work: Object.fromEntries([
      ...arrays(perHour, HOURS_AHEAD),
      ...arrays(perFeeder, feeders.count),
      ...arrays(perNode, grid.nodeCount),
    ]) as Steering['work'],
  };
}

export const isManaged = (knobs: EnergyKnobs): boolean => knobs['city.managed-cars'].values[0] > 0;

/** Share of cars that follow; who is managed does not look at prices. */
export function followersOf(knobs: EnergyKnobs): number {
  if (isManaged(knobs)) return knobs['city.managed-cars'].values[0];
  const byPrice = knobs['city.price-followers'].values[0];
  return byPrice > 0 && !Number.isNaN(knobs['city.peak-valley-ratio'].values[0]) ? byPrice : 0;
}

/** Writes the signal for the coming step; `power` holds what everything but cars at home wants and gives. */
export function steer(run: Steering, knobs: EnergyKnobs, power: GridRun, view: SteeringView): void {
  run.followers = followersOf(knobs);
  run.back.fill(0);
  if (run.followers === 0) run.signal.fill(1);
  else if (isManaged(knobs)) fillValleys(run, knobs, power, view);
  else run.signal.fill(isValley(view.clockS) ? 1 : 0);
}

function fillValleys(run: Steering, knobs: EnergyKnobs, power: GridRun, view: SteeringView): void {
  const { feeders, work, signal, back, aheadKw } = run;
  const { buildingNode, clockS } = view;
  const fromHour = knobs['city.managed-from'].values[0];
  const untilHour = knobs['city.managed-until'].values[0];
  const givesBack = knobs['city.vehicle-to-grid'].values[0] > 0;
  const isOpen = secondsWithin(clockS, 1, fromHour, untilHour) > 0;
  sumByFeeder(run, buildingNode, power);
  readHours(run, view, fromHour, untilHour);
  for (let feeder = 0; feeder < feeders.count; feeder++) {
    const couldKw = work.couldKw[feeder];
    const nowKw = work.loadKw[feeder];
    const ahead: DayAhead = { loadKw: aheadKw, first: feeder * HOURS_AHEAD, hours: work.hours };
    const cut = givesBack ? cutLevel(run, ahead, feeder) : Number.POSITIVE_INFINITY;
    work.backShare[feeder] = nowKw > cut ? Math.min(1, (nowKw - cut) / work.couldGiveKw[feeder]) : 0;
    const level = Math.min(fillTo(ahead, couldKw, work.needKwh[feeder]), feeders.limitKw[feeder]);
    const drawsKw = isOpen && work.backShare[feeder] === 0 ? Math.min(couldKw, Math.max(0, level - nowKw)) : 0;
    work.drawShare[feeder] = work.roomKw[feeder] > 0 ? Math.min(1, drawsKw / work.roomKw[feeder]) : 0;
  }
  for (let b = 0; b < buildingNode.length; b++) {
    const node = buildingNode[b];
    if (node < 0) continue;
    const feeder = feeders.ofNode[node];
    const couldKw = work.nodeCouldKw[node];
    signal[b] = couldKw > 0 ? (work.drawShare[feeder] * work.nodeRoomKw[node]) / couldKw : 0;
    back[b] = work.backShare[feeder];
  }
}

/** What each feeder carries without these cars, what they want and could draw and give, and what transformers let by. */
function sumByFeeder(
  { feeders, work, followed }: Steering,
  buildingNode: Int32Array,
  { wantedKw, givenKw }: GridRun,
): void {
  for (const each of Object.values(work)) each.fill(0);
  for (let node = 0; node < wantedKw.length; node++)
    work.loadKw[feeders.ofNode[node]] += wantedKw[node] - givenKw[node];
  for (let b = 0; b < buildingNode.length; b++) {
    const node = buildingNode[b];
    if (node < 0) continue;
    const feeder = feeders.ofNode[node];
    work.needKwh[feeder] += followed.needKwh[b];
    work.couldKw[feeder] += followed.powerKw[b];
    work.nodeCouldKw[node] += followed.powerKw[b];
    work.couldGiveKwh[feeder] += followed.backKwh[b];
    work.couldGiveKw[feeder] += followed.backKw[b];
  }
  for (let node = 0; node < wantedKw.length; node++) {
    if (work.nodeCouldKw[node] === 0) continue;
    const freeKw = Math.max(0, feeders.nodeLimitKw[node] - wantedKw[node] + givenKw[node]);
    work.nodeRoomKw[node] = Math.min(work.nodeCouldKw[node], freeKw);
    work.roomKw[feeders.ofNode[node]] += work.nodeRoomKw[node];
  }
}

/** How much of each hour of the look ahead is still to come before the window ends: within it, and at all. */
function readHours(
  { work, aheadFromS }: Steering,
  { seconds, clockS }: SteeringView,
  fromHour: number,
  untilHour: number,
): void {
  const endsS = seconds + untilWindowEnds(clockS, untilHour);
  for (let hour = 0; hour < HOURS_AHEAD; hour++) {
    const from = Math.max(seconds, aheadFromS + hour * HOUR_S);
    const left = Math.max(0, Math.min(endsS, aheadFromS + (hour + 1) * HOUR_S) - from);
    work.allHours[hour] = left / HOUR_S;
    work.hours[hour] = left > 0 ? secondsWithin(clockS + from - seconds, left, fromHour, untilHour) / HOUR_S : 0;
  }
}

/** The lowest height to which peaks may be cut such that the valleys, with what that takes, stay a tenth below. */
function cutLevel({ work }: Steering, ahead: DayAhead, feeder: number): number {
  const peaks = { ...ahead, hours: work.allHours };
  const giveKw = work.couldGiveKw[feeder];
  const chargeKw = Math.max(work.couldKw[feeder], giveKw);
  let [low, high] = [0, work.couldGiveKwh[feeder]];
  for (let n = 0; n < TRIES && high > 0; n++) {
    const kwh = n === 0 ? high : (low + high) / 2;
    const filled = fillTo(ahead, chargeKw, work.needKwh[feeder] + kwh / THERE_AND_BACK);
    if (filled >= WORTH * cutTo(peaks, giveKw, kwh)) high = kwh;
    else low = kwh;
    if (low === high) break;
  }
  return cutTo(peaks, giveKw, low);
}

export function saveSteering({ aheadFromS, aheadKw }: Steering, out: Encoder): void {
  out.f64(aheadFromS).float64s(aheadKw);
}

export function loadSteering(run: Steering, from: Decoder): void {
  run.aheadFromS = from.f64();
  from.float64s(run.aheadKw);
}
