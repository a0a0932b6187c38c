/**
 * A control room that asks customers to hold back: once a cable has tripped, or already when the forecast has it trip. The
 * same call to the same people either way, so that what foresight is worth is the difference. Only links with somebody
 * hanging on them are watched; of a meshed part nobody's load is one link's.
 */
import { type Decoder, type Encoder, exp } from '../../../kernel';
import type { Grid } from '../grid/grid';
import type { GridRun } from '../grid/grid-run';
import type { EnergyKnobs } from '../knobs';
import type { Totals } from '../totals';
import { FED, markHanging, type NodeLinks, nodeLinksOf } from './hangs-on';
import { beginForecast, followLoading, type LoadingForecast, noForecast, secondsToHeat } from './loading-forecast';

/** By the knob: it acts on what is foreseen too. At 1 only on what has happened. */
const ON_FORECAST = 2;
const NEVER = Number.POSITIVE_INFINITY;
/** Customers are let go one after another, over so long: what they have put off comes back at once otherwise. */
const LETS_GO_S = 3_600;
/** Who goes first is nobody's merit: the golden ratio spreads them over the city. */
const GOLDEN = 0.618_033_988_749_894_9;

export interface ControlRoom {
  isWatching: boolean;
  readonly forecast: LoadingForecast;
  /** By link: until when its customers are called, NaN where they are not; and since when. */
  readonly untilS: Float64Array;
  readonly sinceS: Float64Array;
  /** Share of those who are called that has not been let go yet. */
  readonly heldShare: Float64Array;
  /** 1 where the call is for something foreseen. */
  readonly foreseen: Uint8Array;
  /** The happening behind the call. */
  readonly cause: Int32Array;
  /** How warm the link would be without the call, and when it would have tripped; NaN where it would not. */
  readonly unheldHeat: Float64Array;
  readonly tripsS: Float64Array;
  readonly nodeLinks: NodeLinks;
  /** Derived, by node: it hangs on a link with a call; its people have heard it; and what they hold back for it. */
  readonly isCalled: Uint8Array;
  readonly isHolding: Uint8Array;
  readonly heldKw: Float64Array;
}

export function createControlRoom(grid: Grid): ControlRoom {
  const links = (fill: number) => new Float64Array(grid.linkCount).fill(fill);
  return {
    isWatching: false,
    forecast: noForecast(grid.linkCount),
    untilS: links(Number.NaN),
    sinceS: links(Number.NaN),
    heldShare: links(0),
    foreseen: new Uint8Array(grid.linkCount),
    cause: new Int32Array(grid.linkCount),
    unheldHeat: links(0),
    tripsS: links(Number.NaN),
    nodeLinks: nodeLinksOf(grid),
    isCalled: new Uint8Array(grid.nodeCount),
    isHolding: new Uint8Array(grid.nodeCount),
    heldKw: new Float64Array(grid.nodeCount),
  };
}

/** A link that overload has just parted, and the happening that says so. */
export interface Tripped {
  readonly link: number;
  readonly cause: number;
}

export interface RoomStep {
  readonly run: GridRun;
  readonly knobs: EnergyKnobs;
  readonly totals: Totals;
  readonly seconds: number;
  readonly stepS: number;
  readonly say: (
    code: 'energy.overload-foreseen' | 'energy.customers-called' | 'energy.call-over',
    link: number,
    cause: number,
    values: Readonly<Record<string, number>>,
  ) => number;
}

/** Whether anybody watches: nothing of it is reckoned where nobody does. */
export function isManned(knobs: EnergyKnobs): boolean {
  return !Number.isNaN(knobs['city.control-room'].values[0]);
}

/** At the beginning of a step: who is called, as the switches stand; and who of them hears it, where telecom says. */
export function findCalled(
  room: ControlRoom,
  { grid, positions }: GridRun,
  knobs: EnergyKnobs,
  busHeard: Float64Array | null,
): void {
  if (!room.isWatching) return;
  // Nobody is held back by a room that is gone, nor by how much.
  if (!isManned(knobs)) {
    standDown(room);
    return;
  }
  const { isCalled, isHolding, untilS, heldShare, nodeLinks } = room;
  const { hanging } = nodeLinks;
  isCalled.fill(0);
  isHolding.fill(0);
  for (let link = 0; link < grid.linkCount; link++) {
    if (Number.isNaN(untilS[link])) continue;
    hanging.fill(0);
    markHanging(nodeLinks, grid, positions, link, hanging);
    for (let node = 0; node < hanging.length; node++) {
      if (hanging[node] === 0) continue;
      isCalled[node] = 1;
      if ((node * GOLDEN) % 1 < heldShare[link]) isHolding[node] = 1;
    }
  }
  if (busHeard === null) return;
  for (let node = 0; node < busHeard.length && node < isHolding.length; node++) {
    if (busHeard[node] <= 0) isHolding[node] = 0;
  }
}

/** After the flow of the step is known, where somebody watches. */
export function stepControlRoom(room: ControlRoom, of: RoomStep, tripped: readonly Tripped[]): void {
  const { knobs, run, stepS } = of;
  const mode = knobs['city.control-room'].values[0];
  const { loading } = run.flow.now.results;
  const { linkCount } = run.grid;
  if (!room.isWatching) {
    room.isWatching = true;
    for (let link = 0; link < linkCount; link++) beginForecast(room.forecast, link, loading[link]);
  } else followLoading(room.forecast, loading, stepS);
  for (let link = 0; link < linkCount; link++) {
    if (!Number.isNaN(room.untilS[link])) followCall(room, of, link, mode);
  }
  for (const { link, cause } of tripped) {
    if (!Number.isNaN(room.untilS[link])) continue;
    markHanging(room.nodeLinks, run.grid, run.positions, link, room.isCalled);
    call(room, of, link, cause, false);
  }
  if (mode !== ON_FORECAST) return;
  for (let link = 0; link < linkCount; link++) {
    if (!Number.isNaN(room.untilS[link])) continue;
    const inS = foresees(room, of, link, 1);
    // Nobody to be called who is not yet.
    if (inS === NEVER || markHanging(room.nodeLinks, run.grid, run.positions, link, room.isCalled) === 0) continue;
    const cause = of.say('energy.overload-foreseen', link, knobs['city.control-room'].causes[0], { minutes: inS / 60 });
    of.totals.overloadsForeseen++;
    call(room, of, link, cause, true);
  }
}

function call(room: ControlRoom, of: RoomStep, link: number, because: number, foreseen: boolean): void {
  const { thermal, flow } = of.run;
  room.sinceS[link] = of.seconds;
  room.untilS[link] = of.seconds + callS(of.knobs);
  room.heldShare[link] = 1;
  room.foreseen[link] = foreseen ? 1 : 0;
  room.unheldHeat[link] = thermal.heat[link];
  room.tripsS[link] = foreseen ? Number.NaN : of.seconds;
  room.cause[link] = of.say('energy.customers-called', link, because, {});
  beginForecast(room.forecast, link, flow.now.results.loading[link]);
}

/** A call goes on for as long as was said, and longer while somebody is dark; then people are let go, while that is safe. */
function followCall(room: ControlRoom, of: RoomStep, link: number, mode: number): void {
  const { run, seconds, stepS, totals } = of;
  const { times, isDark } = unheld(room, of, link);
  if (room.heldShare[link] === 1) followUnheld(room, of, link, times);
  if (isDark) holdOn(room, of, link);
  if (seconds + stepS < room.untilS[link]) return;
  if (mode === ON_FORECAST && foresees(room, of, link, times) < NEVER) {
    holdOn(room, of, link);
    return;
  }
  room.heldShare[link] -= stepS / LETS_GO_S;
  if (room.heldShare[link] > 0) return;
  if (room.foreseen[link] === 1 && Number.isNaN(room.tripsS[link])) totals.foreseenInVain++;
  of.say('energy.call-over', link, room.cause[link], {});
  forget(room, link);
  beginForecast(room.forecast, link, run.flow.now.results.loading[link]);
}

function holdOn(room: ControlRoom, { seconds, knobs }: RoomStep, link: number): void {
  room.heldShare[link] = 1;
  room.untilS[link] = seconds + callS(knobs);
}

/** How it would have gone on without the call. Once people are let go, what they make up for is the call's own doing. */
function followUnheld(room: ControlRoom, { run, seconds, stepS, totals }: RoomStep, link: number, times: number): void {
  const { thermal, flow } = run;
  const loading = times * flow.now.results.loading[link];
  const goal = loading * loading;
  room.unheldHeat[link] = goal + (room.unheldHeat[link] - goal) * exp(-stepS / thermal.constantS[link]);
  if (!Number.isNaN(room.tripsS[link])) return;
  if (thermal.heat[link] > thermal.tripsAt[link]) room.tripsS[link] = seconds;
  else if (room.unheldHeat[link] > thermal.tripsAt[link]) {
    room.tripsS[link] = seconds;
    totals.overloadsAverted++;
    totals.foresightS += seconds - room.sinceS[link];
  }
}

/**
 * Loading without the call over loading with it: what is held back would come through the link on top of what does; and
 * whether somebody there is dark.
 */
function unheld(room: ControlRoom, { run }: RoomStep, link: number): { times: number; isDark: boolean } {
  const { grid, positions, flow } = run;
  const { hanging, reached } = room.nodeLinks;
  hanging.fill(0);
  markHanging(room.nodeLinks, grid, positions, link, hanging);
  let backKw = 0;
  let isDark = false;
  for (let node = 0; node < hanging.length; node++) {
    if (hanging[node] === 0) continue;
    if (positions.live[grid.sections.ofNode[node]] === 0) isDark = true;
    backKw += room.heldKw[node];
  }
  const { pFrom, pTo, qFrom, qTo } = flow.now.results;
  const isFedAtFrom = reached[grid.linkFrom[link]] === FED;
  const p = isFedAtFrom ? pFrom[link] : pTo[link];
  const q = isFedAtFrom ? qFrom[link] : qTo[link];
  const all = p + backKw / (1_000 * flow.circuit.baseMva);
  const now = p * p + q * q;
  return { times: now > 0 ? Math.sqrt((all * all + q * q) / now) : 1, isDark };
}

function foresees(room: ControlRoom, { run, knobs }: RoomStep, link: number, times: number): number {
  const { heat, constantS, tripsAt } = run.thermal;
  const warmth = {
    heat: heat[link],
    constantS: constantS[link],
    limit: knobs['city.foresight-threshold'].values[0] * tripsAt[link],
  };
  return secondsToHeat(room.forecast, link, times, warmth, 60 * knobs['city.foresight'].values[0]);
}

const callS = (knobs: EnergyKnobs): number => 3_600 * knobs['city.called-hours'].values[0];

function standDown(room: ControlRoom): void {
  room.isWatching = false;
  room.isCalled.fill(0);
  room.isHolding.fill(0);
  room.heldKw.fill(0);
  room.forecast.level.fill(0);
  room.forecast.trend.fill(0);
  for (let link = 0; link < room.untilS.length; link++) forget(room, link);
}

function forget(room: ControlRoom, link: number): void {
  room.untilS[link] = Number.NaN;
  room.sinceS[link] = Number.NaN;
  room.tripsS[link] = Number.NaN;
  room.heldShare[link] = 0;
  room.foreseen[link] = 0;
  room.cause[link] = 0;
  room.unheldHeat[link] = 0;
}

export function saveControlRoom(room: ControlRoom, out: Encoder): void {
  out.bool(room.isWatching);
  if (!room.isWatching) return;
  out.float64s(room.forecast.level).float64s(room.forecast.trend);
  out.float64s(room.untilS).float64s(room.sinceS).float64s(room.heldShare).uint8s(room.foreseen).int32s(room.cause);
  out.float64s(room.unheldHeat).float64s(room.tripsS);
}

export function loadControlRoom(room: ControlRoom, from: Decoder): void {
  room.isWatching = from.bool();
  if (!room.isWatching) return;
  from.float64s(room.forecast.level);
  from.float64s(room.forecast.trend);
  from.float64s(room.untilS);
  from.float64s(room.sinceS);
  from.float64s(room.heldShare);
  from.uint8s(room.foreseen);
  from.int32s(room.cause);
  from.float64s(room.unheldHeat);
  from.float64s(room.tripsS);
}
