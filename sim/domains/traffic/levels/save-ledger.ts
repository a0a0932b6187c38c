import type { Decoder, Encoder } from '../../../kernel';
import { createTripLedger, type TripLedger } from './trip-ledger';

export function saveLedger({ count, ...lines }: TripLedger, out: Encoder): void {
  out.float64s(lines.trip, count).int32s(lines.person, count);
  out.float32s(lines.dueSeconds, count).float32s(lines.enteredSeconds, count);
  out.float32s(lines.arrivedSeconds, count).float32s(lines.freeSeconds, count);
}

export function loadLedger(ledger: TripLedger, from: Decoder): void {
  const trip = from.float64s();
  Object.assign(ledger, createTripLedger(Math.max(ledger.trip.length, trip.length)));
  ledger.trip.set(trip);
  ledger.count = trip.length;
  from.int32s(ledger.person);
  from.float32s(ledger.dueSeconds);
  from.float32s(ledger.enteredSeconds);
  from.float32s(ledger.arrivedSeconds);
  from.float32s(ledger.freeSeconds);
}
