import { CORRIDOR_LIGHT, CORRIDOR_POINT, type CorridorRows } from '../../sim';

/** An hour of a busy corridor; the oldest are let go. */
const ROOM = 100_000;

/** A flow is that of the last quarter of an hour, where so much has been seen. */
const FLOW_OVER_S = 900;

/** What has been seen of a corridor, in order of time: rows of vehicles going round in arrays, and changes of signals. */
export class CorridorRecord {
  readonly seconds = new Float64Array(ROOM);
  readonly distanceM = new Float32Array(ROOM);
  readonly speedMps = new Float32Array(ROOM);
  readonly who = new Float64Array(ROOM);
  /** As they came: see CORRIDOR_LIGHT. */
  lights: number[] = [];
  first = 0;
  count = 0;
  sinceSeconds = Number.NaN;
  untilSeconds = Number.NaN;

  take({ anewFromSeconds, untilSeconds, points, lights }: CorridorRows): void {
    if (anewFromSeconds !== null) this.#forgetFrom(anewFromSeconds);
    for (let i = 0; i < points.length; i += CORRIDOR_POINT) {
      const at = (this.first + this.count) % ROOM;
      if (this.count === ROOM) this.first = (this.first + 1) % ROOM;
      else this.count++;
      this.seconds[at] = points[i];
      this.distanceM[at] = points[i + 1];
      this.speedMps[at] = points[i + 2];
      this.who[at] = points[i + 3];
    }
    for (const each of lights) this.lights.push(each);
    this.untilSeconds = untilSeconds;
    if (this.count === ROOM) this.sinceSeconds = this.seconds[this.first];
  }

  /** Place in the arrays of the row of that number, the oldest first. */
  at(number: number): number {
    return (this.first + number) % ROOM;
  }

  /** Number of the first row that is not older than that. */
  numberFrom(seconds: number): number {
    let [low, high] = [0, this.count];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.seconds[this.at(middle)] < seconds) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Whoever went back to before all of this begins anew. */
  #forgetFrom(seconds: number): void {
    while (this.count > 0 && this.seconds[this.at(this.count - 1)] >= seconds) this.count--;
    let end = this.lights.length;
    while (end > 0 && this.lights[end - CORRIDOR_LIGHT] >= seconds) end -= CORRIDOR_LIGHT;
    this.lights.length = end;
    // A time in between that nobody saw cannot be drawn across.
    const isJoined = seconds <= this.untilSeconds;
    if (!isJoined) [this.count, this.lights.length] = [0, 0];
    if (!isJoined || !(seconds > this.sinceSeconds)) this.sinceSeconds = seconds;
  }
}

/** Vehicles on one stretch at the newest look, how fast they are, and how many passed its middle, as an hour's flow. */
export function stretchNow(record: CorridorRecord, fromM: number, toM: number) {
  const newest = record.count > 0 ? record.seconds[record.at(record.count - 1)] : Number.NaN;
  const middleM = (fromM + toM) / 2;
  const last = new Map<number, number>();
  let [vehicles, speeds, passed] = [0, 0, 0];
  for (let k = record.numberFrom(record.untilSeconds - FLOW_OVER_S); k < record.count; k++) {
    const at = record.at(k);
    const who = record.who[at];
    const beforeM = last.get(who);
    const distanceM = record.distanceM[at];
    if (beforeM !== undefined && beforeM <= middleM && distanceM > middleM) passed++;
    last.set(who, distanceM);
    if (record.seconds[at] !== newest || distanceM < fromM || distanceM > toM) continue;
    vehicles++;
    speeds += record.speedMps[at];
  }
  const watchedS = Math.min(FLOW_OVER_S, record.untilSeconds - record.sinceSeconds);
  return {
    vehicles,
    meanMps: vehicles > 0 ? speeds / vehicles : undefined,
    /** Undefined until a minute has been seen: fewer say nothing of an hour. */
    perHour: watchedS >= 60 ? (passed * 3_600) / watchedS : undefined,
    watchedS,
  };
}
