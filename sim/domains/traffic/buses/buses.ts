/**
 * The buses of a city: lines with their timetables, runs under way, people at stops and aboard. A bus drives from stop to
 * stop as everybody drives; what happens at a stop is in call-at-stop.ts. Left out: bays beside the lane (no scene says
 * where there are any), drivers who wait for their timetable, overtaking of one bus by the next to share a crowd.
 */
import type { CompiledScene } from '../../../scene/compiled';
import type { DayDepartures, People } from '../demand/people/people';
import type { Halt } from '../driving/halt';
import type { Network } from '../network';
import type { TrafficState } from '../state';
import { type BusPlan, busPlanOf, USUAL_DWELL_S } from './bus-line';
import { type BusRuns, createBusRuns, isOfBus, runOfKey } from './bus-runs';
import { type Journeys, journeysOf } from './journeys';
import { createPassengers, type Passengers } from './passengers';
import { type Riders, ridersOf } from './riders';

/** Sums since the start of the run. */
export interface BusSums {
  /** People who came to their first stop, with those who were there or aboard at the start; who arrived; who got off where the bus ended too soon. */
  due: number;
  arrived: number;
  stranded: number;
  boarded: number;
  waitedS: number;
  /** How often somebody could not get into a bus that came. */
  leftBehind: number;
  /** Stops made, and by how much they were behind the timetable. */
  calls: number;
  lateS: number;
  /** Between two buses of a line at a stop: how often, what the timetable has, and the squares of the differences. */
  headways: number;
  headwayS: number;
  deviationsS2: number;
  stopsSkipped: number;
}

export interface Buses {
  readonly plan: BusPlan;
  readonly journeys: Journeys;
  readonly runs: BusRuns;
  readonly passengers: Passengers;
  readonly sums: BusSums;
  /** By bus: from when it may begin its next run; infinite while it is on one. */
  readonly readyS: Float64Array;
  /** By stop of each line: when a bus of the line last came; minus infinity where none has. */
  readonly calledS: Float64Array;
  /** And on which day of the timetable. */
  readonly calledDay: Int32Array;
  /** By row of the vehicles: its run, −1 none. Follows from the rest. */
  readonly runOfRow: Int32Array;
  /** Who rides by the plans of persons; null where the scene has none. And who of them and which run of the day comes next: follows from the time. */
  riders: Riders | null;
  ridersFrom: DayDepartures | null;
  nextRider: number;
  riderDay: number;
  nextRun: number;
  runDay: number;
  /** Where a scene has no persons who could get on, a bus stands as long as its timetable has it. */
  readonly leastDwellS: number;
}

const DAY_S = 86_400;

/** Null where the scene has no bus line. */
export function busesOf(scene: CompiledScene, network: Network, people: People | null, capacity: number): Buses | null {
  const plan = busPlanOf(scene, network);
  if (plan === null) return null;
  return {
    plan,
    journeys: journeysFor(plan),
    runs: createBusRuns(),
    passengers: createPassengers(plan.halts.length),
    sums: createBusSums(),
    readyS: new Float64Array(plan.busCount).fill(Number.NEGATIVE_INFINITY),
    calledS: new Float64Array(plan.callCount).fill(Number.NEGATIVE_INFINITY),
    calledDay: new Int32Array(plan.callCount).fill(-1),
    runOfRow: new Int32Array(capacity).fill(-1),
    riders: null,
    ridersFrom: null,
    nextRider: 0,
    riderDay: 0,
    nextRun: 0,
    runDay: 0,
    leastDwellS: people === null ? USUAL_DWELL_S : 0,
  };
}

export function createBusSums(): BusSums {
  return {
    due: 0,
    arrived: 0,
    stranded: 0,
    boarded: 0,
    waitedS: 0,
    leftBehind: 0,
    calls: 0,
    lateS: 0,
    headways: 0,
    headwayS: 0,
    deviationsS2: 0,
    stopsSkipped: 0,
  };
}

const knownJourneys = new WeakMap<BusPlan, Journeys>();

function journeysFor(plan: BusPlan): Journeys {
  const journeys = knownJourneys.get(plan) ?? journeysOf(plan);
  knownJourneys.set(plan, journeys);
  return journeys;
}

const knownRiders = new WeakMap<DayDepartures, Riders>();

/** Takes over who rides by the plans as they are, from a time on the clock; asked every step, and nearly always nothing to do. */
export function followPlans(buses: Buses, people: People, clockS: number): void {
  if (buses.ridersFrom === people.departures) return;
  const { departures, network } = people;
  const riders = knownRiders.get(departures) ?? ridersOf(buses.plan, buses.journeys, network, departures.rides);
  knownRiders.set(departures, riders);
  buses.riders = riders;
  buses.ridersFrom = departures;
  buses.riderDay = Math.floor(clockS / DAY_S);
  buses.nextRider = firstAfter(riders.secondOfDay, clockS - buses.riderDay * DAY_S);
}

/** Goes to the first run and the first passenger after a time on the clock; those up to then, inclusive, have been let out. */
export function resumeBuses({ buses, people, vehicles }: TrafficState, clockS: number): void {
  if (buses === null) return;
  for (let row = 0; row < vehicles.rowEnd; row++) {
    const isBus = vehicles.track[row] >= 0 && isOfBus(vehicles.tripHour[row]);
    buses.runOfRow[row] = isBus ? runOfKey(buses.runs, vehicles.tripKey[row]) : -1;
  }
  buses.ridersFrom = null;
  if (people !== null) followPlans(buses, people, clockS);
  buses.runDay = Math.floor(clockS / DAY_S);
  buses.nextRun = firstAfter(buses.plan.secondOfDay, clockS - buses.runDay * DAY_S);
}

function firstAfter(sorted: Float64Array, second: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle] > second) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The stop that the bus in a row has yet to make. */
export function haltOfRun({ buses, vehicles }: TrafficState, row: number): Halt | undefined {
  const { plan, runs, runOfRow } = buses!;
  const run = runOfRow[row];
  return plan.halts[plan.lines[runs.line[run]].stops[vehicles.haltAt[row]]];
}
