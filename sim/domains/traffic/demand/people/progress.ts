/**
 * How far everybody is with his day. A way is due at max(planned, arrival of the one before + the least stay): who
 * arrives late departs late, from where his car stands. The list of the day lets out those who are in time; who is late
 * waits in a heap of his own. A person is at one of: at a stop, late at a stop, under way. A byte each, and what is
 * out of order: that is all there is to save.
 */
import type { Decoder, Encoder } from '../../../../kernel';
import { CLASSES, carLegOfKey, classOfWord, keyOf, numberOfWord, PEOPLE_DAY, wordOf, wordOfKey } from './identity';
import { createLateQueue, type LateQueue, nextLateSeconds, pushLate, takeLate } from './late-queue';
import { grow, type People, planOf, takesPart } from './people';

/** Of a person's byte: the next driven way, and whether he is on it or late for it. */
const NEXT = 7;
const UNDER_WAY = 8;
const LATE = 16;

const DAY_SECONDS = 86_400;

export interface Progress {
  /** By class, by number. */
  readonly persons: Uint8Array[];
  /** The next entry of the day's list, and the day that it is walked for. */
  next: number;
  day: number;
  readonly late: LateQueue;
  /** Cars that stand elsewhere than planned, by word. */
  readonly elsewhere: Map<number, { edge: number; place: number }>;
  /** Ways that began later than planned, and by how much in all. */
  lateDepartures: number;
  lateBySeconds: number;
  /** Tours that were to be driven and went by another mode, because driving was charged for. */
  toursWithoutCar: number;
}

export function createProgress(people: People): Progress {
  return {
    persons: Array.from({ length: CLASSES }, (_, cls) => new Uint8Array(people.count[cls])),
    next: 0,
    day: 0,
    late: createLateQueue(),
    elsewhere: new Map(),
    lateDepartures: 0,
    lateBySeconds: 0,
    toursWithoutCar: 0,
  };
}

/** Goes to the first entry after a time of day; everybody is where his plan has him then. */
export function startProgress(people: People, progress: Progress, nowSeconds: number): void {
  const { keys, secondOfDay, isLast } = people.departures;
  const day = Math.floor(nowSeconds / DAY_SECONDS);
  const second = nowSeconds - day * DAY_SECONDS;
  let next = 0;
  while (next < keys.length && secondOfDay[next] <= second) next++;
  progress.next = next;
  progress.day = day;
  // The latest way that anybody has begun tells where he is: yesterday's first, today's over them.
  for (let i = 0; i < keys.length; i++) {
    const at = (next + i) % keys.length;
    const word = wordOfKey(keys[at]);
    progress.persons[classOfWord(word)][numberOfWord(word)] = isLast[at] === 1 ? 0 : carLegOfKey(keys[at]) + 1;
  }
}

/** Whether a way that is due by the list begins now; if so the person is under way. */
export function setsOut(progress: Progress, key: number): boolean {
  const word = wordOfKey(key);
  const persons = progress.persons[classOfWord(word)];
  const number = numberOfWord(word);
  if (persons[number] !== carLegOfKey(key)) return false; // not there yet, late, or not in the city's plans
  persons[number] |= UNDER_WAY;
  return true;
}

/** He leaves the car for a tour: the next driven way is that one, or none of that day. */
export function goesWithout(people: People, progress: Progress, due: Departure, nextCarLeg: number): void {
  const word = wordOfKey(due.key);
  progress.persons[classOfWord(word)][numberOfWord(word)] = nextCarLeg;
  progress.toursWithoutCar++;
  if (nextCarLeg === 0) return;
  const { plan } = people;
  const planned = due.day * DAY_SECONDS + plan.departSeconds[plan.carLeg[nextCarLeg]];
  if (planned <= due.atSeconds) waitUntil(progress, due.atSeconds, keyOf(word, nextCarLeg), due.day);
}

/** Back to where he was: he does not go after all. */
export function staysHome(progress: Progress, key: number): void {
  const word = wordOfKey(key);
  progress.persons[classOfWord(word)][numberOfWord(word)] &= NEXT;
}

/** Stays where he is for now, and is late for his way from then on. */
export function putOff(progress: Progress, key: number, day: number, untilSeconds: number): void {
  staysHome(progress, key);
  waitUntil(progress, untilSeconds, key, day);
}

export function isUnderWay(progress: Progress, word: number): boolean {
  return (progress.persons[classOfWord(word)][numberOfWord(word)] & UNDER_WAY) !== 0;
}

/** Which of his driven ways is the next. */
export function nextWayOf(progress: Progress, word: number): number {
  return progress.persons[classOfWord(word)][numberOfWord(word)] & NEXT;
}

/**
 * Told by whoever takes a vehicle off the road at its journey's end: where it stopped, if not where it was meant to.
 * What is told twice, or of a way that nobody is on, changes nothing. `place` is a share of the edge's length.
 */
export function arrive(
  people: People,
  progress: Progress,
  hour: number,
  key: number,
  edge: number,
  place: number,
  nowSeconds: number,
): void {
  const word = wordOfKey(key);
  const leg = carLegOfKey(key);
  const persons = progress.persons[classOfWord(word)];
  const number = numberOfWord(word);
  if (persons[number] !== (leg | UNDER_WAY)) return;
  planOf(people, word);
  const { plan } = people;
  const at = plan.carLeg[leg];
  const isLast = leg === plan.carLegs - 1;
  const next = isLast ? 0 : leg + 1;
  persons[number] = next;
  if (plan.gate[at] < 0 && plan.edge[at] !== edge) progress.elsewhere.set(word, { edge, place });
  const planDay = hour - PEOPLE_DAY;
  const nextDay = isLast ? planDay + 1 : planDay;
  const planned = nextDay * DAY_SECONDS + plan.departSeconds[plan.carLeg[next]];
  const readySeconds = nowSeconds + leastStay(people, at, plan.carLeg[next]);
  if (takesPart(people, word)) {
    if (readySeconds > planned) waitUntil(progress, readySeconds, keyOf(word, next), nextDay);
  } else if (!isLast) waitUntil(progress, Math.max(readySeconds, planned), keyOf(word, next), nextDay);
}

function waitUntil(progress: Progress, seconds: number, key: number, day: number): void {
  const word = wordOfKey(key);
  progress.persons[classOfWord(word)][numberOfWord(word)] |= LATE;
  pushLate(progress.late, seconds, key, day);
}

/** The least stays of everything between two driven ways, those on foot from the same car included. */
function leastStay({ plan }: People, from: number, to: number): number {
  let seconds = 0;
  const end = to > from ? to : plan.legs;
  for (let leg = from; leg < end; leg++) {
    if (leg > from) seconds += plan.arriveSeconds[leg] - plan.departSeconds[leg];
    seconds += plan.leastSeconds[leg];
  }
  return seconds;
}

export interface Departure {
  readonly key: number;
  /** Day of the plan, and when by the clock: later than planned for who comes late. */
  readonly day: number;
  readonly atSeconds: number;
}

/** Lets out the next who is due up to a time of day, in time or late, and has him under way; null when nobody is left. */
export function nextDeparture(people: People, progress: Progress, untilSeconds: number): Departure | null {
  const { keys, secondOfDay, daysAfter } = people.departures;
  for (;;) {
    const lateSeconds = nextLateSeconds(progress.late);
    const dueSeconds =
      keys.length > 0 ? progress.day * DAY_SECONDS + secondOfDay[progress.next] : Number.POSITIVE_INFINITY;
    if (Math.min(lateSeconds, dueSeconds) > untilSeconds) return null;
    if (lateSeconds <= dueSeconds) {
      const { key, day } = takeFirstLate(progress);
      if (setsOut(progress, key)) return { key, day, atSeconds: lateSeconds };
      throw new Error(`met ${key} late for a way that is not the next of its person, expected one at a stop`);
    }
    const key = keys[progress.next];
    const day = progress.day - daysAfter[progress.next];
    if (++progress.next === keys.length) {
      progress.next = 0;
      progress.day++;
    }
    if (setsOut(progress, key)) return { key, day, atSeconds: dueSeconds };
  }
}

/** Of the late, the first; he is at his stop again. */
function takeFirstLate(progress: Progress): { readonly key: number; readonly day: number } {
  const taken = takeLate(progress.late);
  const word = wordOfKey(taken.key);
  progress.persons[classOfWord(word)][numberOfWord(word)] &= NEXT;
  return taken;
}

/** Another growth from now on: who is new does the rest of today's plan, who goes is first let home. */
export function growProgress(people: People, progress: Progress, growth: number, nowSeconds: number): void {
  const before = progress.persons.slice();
  const drove = before.map((bytes) => new Uint8Array(bytes.length));
  for (const key of people.departures.keys) drove[classOfWord(wordOfKey(key))][numberOfWord(wordOfKey(key))] = 1;
  grow(people, growth);
  people.count.forEach((count, cls) => {
    progress.persons[cls] = new Uint8Array(Math.max(count, before[cls].length));
  });
  startProgress(people, progress, nowSeconds);
  before.forEach((bytes, cls) => {
    for (let number = 0; number < bytes.length; number++) {
      if (drove[cls][number] === 1 || bytes[number] !== 0) progress.persons[cls][number] = bytes[number];
    }
  });
  const today = Math.floor(nowSeconds / DAY_SECONDS);
  before.forEach((bytes, cls) => {
    for (let number = 0; number < bytes.length; number++) {
      const next = bytes[number];
      if (next === 0 || next > NEXT) continue;
      const word = wordOf(cls, number);
      planOf(people, word);
      if (takesPart(people, word)) continue;
      const planned = people.plan.departSeconds[people.plan.carLeg[next]];
      const day = planned + (today - 1) * DAY_SECONDS > nowSeconds ? today - 1 : today;
      waitUntil(progress, Math.max(nowSeconds, day * DAY_SECONDS + planned), keyOf(word, next), day);
    }
  });
}

export function saveProgress(people: People, progress: Progress, out: Encoder): void {
  out.f64(people.growth).u32(progress.next).i32(progress.day);
  for (const bytes of progress.persons) out.uint8s(bytes);
  const { late } = progress;
  out.float64s(late.seconds, late.count).uint32s(late.key, late.count).int32s(late.day, late.count);
  const words = [...progress.elsewhere.keys()].sort((a, b) => a - b);
  out.uint32s(Uint32Array.from(words));
  out.int32s(Int32Array.from(words, (word) => progress.elsewhere.get(word)!.edge));
  out.float64s(Float64Array.from(words, (word) => progress.elsewhere.get(word)!.place));
  out.u32(progress.lateDepartures).f64(progress.lateBySeconds).u32(progress.toursWithoutCar);
  out.float64s(people.chargeYuan);
}

export function loadProgress(people: People, progress: Progress, from: Decoder): void {
  grow(people, from.f64());
  progress.next = from.u32();
  progress.day = from.i32();
  for (let cls = 0; cls < CLASSES; cls++) progress.persons[cls] = from.uint8s();
  const { late } = progress;
  late.seconds = from.float64s();
  late.key = from.uint32s();
  late.day = from.int32s();
  late.count = late.key.length;
  progress.elsewhere.clear();
  const words = from.uint32s();
  const edges = from.int32s();
  const places = from.float64s();
  for (let i = 0; i < words.length; i++) progress.elsewhere.set(words[i], { edge: edges[i], place: places[i] });
  progress.lateDepartures = from.u32();
  progress.lateBySeconds = from.f64();
  progress.toursWithoutCar = from.u32();
  from.float64s(people.chargeYuan);
}
