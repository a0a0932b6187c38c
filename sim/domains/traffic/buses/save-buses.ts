/** Buses and passengers to bytes and back. Which run and which passenger is due next follows from the time. */
import type { Decoder, Encoder } from '../../../kernel';
import { type BusRuns, runFloats, runInts } from './bus-runs';
import type { Buses, BusSums } from './buses';
import { type Passengers, passengerInts } from './passengers';

export function saveBuses({ runs, passengers, sums, readyS, calledS, calledDay }: Buses, out: Encoder): void {
  out.u32(runs.count).uint8s(runs.state).uint32s(runs.key);
  for (const field of runInts) out.int32s(runs[field]);
  for (const field of runFloats) out.float64s(runs[field]);
  out.u32(passengers.waiting).u32(passengers.aboard).i32(passengers.firstFree);
  out.int32s(passengers.first).int32s(passengers.last);
  for (const field of passengerInts) out.int32s(passengers[field]);
  out.float64s(passengers.sinceS).float64s(readyS).float64s(calledS).int32s(calledDay);
  for (const name of sumNames(sums)) out.f64(sums[name]);
}

export function loadBuses(buses: Buses, from: Decoder): void {
  loadRuns(buses.runs, from);
  loadPassengers(buses.passengers, from);
  from.float64s(buses.readyS);
  from.float64s(buses.calledS);
  from.int32s(buses.calledDay);
  for (const name of sumNames(buses.sums)) buses.sums[name] = from.f64();
}

function loadRuns(runs: BusRuns, from: Decoder): void {
  runs.count = from.u32();
  runs.state = from.uint8s();
  runs.key = from.uint32s();
  for (const field of runInts) runs[field] = from.int32s();
  for (const field of runFloats) runs[field] = from.float64s();
}

function loadPassengers(passengers: Passengers, from: Decoder): void {
  passengers.waiting = from.u32();
  passengers.aboard = from.u32();
  passengers.firstFree = from.i32();
  from.int32s(passengers.first);
  from.int32s(passengers.last);
  for (const field of passengerInts) passengers[field] = from.int32s();
  passengers.sinceS = from.float64s();
}

const sumNames = (sums: BusSums) => Object.keys(sums) as (keyof BusSums)[];
