/** The watches to bytes and back. Queue lengths are nearly all naught, so that of them only those that were seen are written. */
import type { Decoder, Encoder } from '../../../kernel';
import type { ApproachWatch } from './approach-watch';
import type { QueueWatch } from './queue-watch';
import { type TurnCounts, turnWindowFields } from './turn-counts';

interface Watches {
  readonly approaches: ApproachWatch;
  readonly counts: TurnCounts;
  readonly queues: QueueWatch;
}

export function saveWatches({ approaches, counts, queues }: Watches, rowEnd: number, out: Encoder): void {
  out.int32s(approaches.tripHour, rowEnd).uint32s(approaches.tripKey, rowEnd);
  out.int32s(approaches.track, rowEnd).int32s(approaches.edge, rowEnd).int32s(approaches.turn, rowEnd);
  out.float64s(approaches.sinceSeconds, rowEnd).float64s(approaches.fromM, rowEnd);
  out.uint16s(approaches.stops, rowEnd).uint8s(approaches.stands, rowEnd).u32(approaches.missed);
  for (const window of [counts.now, counts.last]) for (const field of turnWindowFields) out.float64s(window[field]);
  out.uint8s(counts.wasGreen).f64(counts.seconds).f64(counts.lastSeconds);

  const { cycles, longestVeh } = queues.record;
  let seen = 0;
  for (let i = 0; i < cycles.length; i++) if (cycles[i] !== 0) seen++;
  const places = new Uint32Array(seen);
  const times = new Uint16Array(seen);
  for (let i = 0, at = 0; i < cycles.length; i++) {
    if (cycles[i] === 0) continue;
    places[at] = i;
    times[at++] = cycles[i];
  }
  out.uint32s(places).uint16s(times).uint16s(longestVeh);
  out.uint8s(queues.wasGreen).float64s(queues.leftSeconds);
}

export function loadWatches({ approaches, counts, queues }: Watches, from: Decoder): void {
  from.int32s(approaches.tripHour);
  from.uint32s(approaches.tripKey);
  from.int32s(approaches.track);
  from.int32s(approaches.edge);
  from.int32s(approaches.turn);
  from.float64s(approaches.sinceSeconds);
  from.float64s(approaches.fromM);
  from.uint16s(approaches.stops);
  from.uint8s(approaches.stands);
  approaches.missed = from.u32();
  for (const window of [counts.now, counts.last]) for (const field of turnWindowFields) from.float64s(window[field]);
  from.uint8s(counts.wasGreen);
  counts.seconds = from.f64();
  counts.lastSeconds = from.f64();

  const places = from.uint32s();
  const times = from.uint16s();
  const { cycles, longestVeh } = queues.record;
  for (let i = 0; i < places.length; i++) cycles[places[i]] = times[i];
  from.uint16s(longestVeh);
  from.uint8s(queues.wasGreen);
  from.float64s(queues.leftSeconds);
}
