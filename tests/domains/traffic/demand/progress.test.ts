import fc from 'fast-check';
import { expect, it } from 'vitest';
import { drivesToday } from '../../../../sim/domains/traffic/demand/people/charge';
import {
  carLegOfKey,
  classOfWord,
  PEOPLE_DAY,
  RESIDENT,
  wordOfKey,
} from '../../../../sim/domains/traffic/demand/people/identity';
import { eachParkedCar } from '../../../../sim/domains/traffic/demand/people/parked';
import { eachPerson, type People, planOf } from '../../../../sim/domains/traffic/demand/people/people';
import {
  arrive,
  createProgress,
  growProgress,
  isUnderWay,
  loadProgress,
  nextDeparture,
  nextWayOf,
  type Progress,
  saveProgress,
  startProgress,
} from '../../../../sim/domains/traffic/demand/people/progress';
import { createLuck, Decoder, Encoder, streamOf } from '../../../../sim/kernel';
import { townPeople } from './small-town';

/** A road that takes everyone as long as luck will: plans are carried out without a street. */
interface Road {
  readonly people: People;
  progress: Progress;
  /** Who is on the way, and when he will be there. */
  readonly driving: Map<number, { hour: number; until: number }>;
  readonly went: { key: number; day: number; at: number; arrived: number }[];
  now: number;
}

const STEP_SECONDS = 60;
const HOUR = 3_600;
const DELAY = streamOf('test.delay');
const luck = createLuck(5);

function open(people: People, startSeconds: number): Road {
  const progress = createProgress(people);
  startProgress(people, progress, startSeconds);
  return { people, progress, driving: new Map(), went: [], now: startSeconds };
}

function drive(road: Road, untilSeconds: number, worstSeconds: number): Road {
  const { people, progress, driving, went } = road;
  while (road.now < untilSeconds) {
    road.now += STEP_SECONDS;
    for (const [key, { hour, until }] of [...driving].sort(([a], [b]) => a - b)) {
      if (until > road.now) continue;
      driving.delete(key);
      planOf(people, wordOfKey(key));
      const edge = people.plan.edge[people.plan.carLeg[carLegOfKey(key)]];
      arrive(people, progress, hour, key, edge, 0.5, road.now);
    }
    for (;;) {
      const due = nextDeparture(people, progress, road.now);
      if (due === null) break;
      expect(driving.has(due.key)).toBe(false);
      expect(isUnderWay(progress, wordOfKey(due.key))).toBe(true);
      if (!drivesToday(people, progress, due)) continue;
      const until = road.now + 60 + worstSeconds * luck.uniform(DELAY, due.day, due.key) ** 4;
      driving.set(due.key, { hour: PEOPLE_DAY + due.day, until });
      went.push({ key: due.key, day: due.day, at: due.atSeconds, arrived: until });
    }
  }
  return road;
}

const plannedAt = (people: People, key: number, day: number) => {
  planOf(people, wordOfKey(key));
  return day * 86_400 + people.plan.departSeconds[people.plan.carLeg[carLegOfKey(key)]];
};

it('in time, everybody goes every way of the day once, as planned, and is home again at night', () => {
  const people = townPeople();
  const { went, progress, driving } = drive(open(people, 3 * HOUR), 27 * HOUR, 0);
  expect(went.length).toBe(people.departures.keys.length);
  for (const { key, day, at } of went) expect(at).toBeCloseTo(plannedAt(people, key, day), 6);
  const out = progress.persons.flatMap((bytes) => Array.from(bytes)).filter((byte) => byte !== 0).length;
  expect(out).toBeLessThan(people.departures.keys.length / 50);
  expect(driving.size).toBeLessThan(5);
});

it('who arrives late departs late: not before he was there for the least stay, and no later than that', () => {
  const people = townPeople();
  const { went } = drive(open(people, 3 * HOUR), 51 * HOUR, 5 * HOUR);
  let late = 0;
  const before = new Map<number, { key: number; arrived: number }>();
  for (const { key, day, at, arrived } of went) {
    const word = wordOfKey(key);
    const planned = plannedAt(people, key, day);
    const last = before.get(word);
    before.set(word, { key, arrived });
    expect(at).toBeGreaterThanOrEqual(planned - 1e-6);
    if (last === undefined) continue;
    expect(carLegOfKey(key)).toBe((carLegOfKey(last.key) + 1) % people.plan.carLegs);
    const to = carLegOfKey(key) === 0 ? people.plan.legs : people.plan.carLeg[carLegOfKey(key)];
    const from = people.plan.carLeg[carLegOfKey(last.key)];
    let least = 0;
    for (let leg = from; leg < to; leg++) least += people.plan.leastSeconds[leg];
    expect(at).toBeGreaterThan(last.arrived + least - 1);
    if (at > planned + 1) late++;
    if (at > planned + 1 && to === from + 1) expect(at).toBeLessThan(last.arrived + STEP_SECONDS + least + 1);
  }
  expect(late).toBeGreaterThan(20);
});

it('a car that was left elsewhere is where its next way begins', () => {
  const people = townPeople();
  const road = open(people, 7 * HOUR);
  const due = nextDeparture(people, road.progress, 9 * HOUR)!;
  const word = wordOfKey(due.key);
  arrive(people, road.progress, PEOPLE_DAY, due.key, 3, 0.25, 8 * HOUR);
  planOf(people, word);
  const meant = people.plan.edge[people.plan.carLeg[carLegOfKey(due.key)]];
  if (people.plan.gate[people.plan.carLeg[carLegOfKey(due.key)]] < 0 && meant !== 3)
    expect(road.progress.elsewhere.get(word)).toEqual({ edge: 3, place: 0.25 });
  expect(isUnderWay(road.progress, word)).toBe(false);
});

it('an arrival that is told twice, or of nobody, changes nothing', () => {
  const people = townPeople();
  const road = open(people, 7 * HOUR);
  const due = nextDeparture(people, road.progress, 9 * HOUR)!;
  arrive(people, road.progress, PEOPLE_DAY, due.key, 0, 0.5, 8 * HOUR);
  const saved = bytesOf(people, road.progress);
  arrive(people, road.progress, PEOPLE_DAY, due.key, 0, 0.5, 8 * HOUR);
  arrive(people, road.progress, -2_000_000, 1, 0, 0.5, 8 * HOUR);
  expect(bytesOf(people, road.progress)).toEqual(saved);
});

function bytesOf(people: People, progress: Progress): Uint8Array {
  const out = new Encoder('progress', 1);
  saveProgress(people, progress, out);
  return out.finish();
}

it('saved and loaded at any time, the day goes on as it would have', () => {
  const people = townPeople();
  fc.assert(
    fc.property(fc.integer({ min: 4, max: 40 }), fc.integer({ min: 0, max: 6 }), (hours, worst) => {
      const straight = drive(open(people, 3 * HOUR), (3 + hours) * HOUR, worst * HOUR);
      const other = townPeople();
      const progress = createProgress(other);
      const from = new Decoder(bytesOf(people, straight.progress), 'progress', 1);
      loadProgress(other, progress, from);
      from.end();
      const resumed: Road = { ...straight, people: other, progress, driving: new Map(straight.driving), went: [] };
      const already = straight.went.length;
      drive(straight, straight.now + 8 * HOUR, worst * HOUR);
      drive(resumed, straight.now, worst * HOUR);
      expect(resumed.went).toEqual(straight.went.slice(already));
      expect(bytesOf(other, progress)).toEqual(bytesOf(people, straight.progress));
    }),
    { numRuns: 6 },
  );
});

it('a start at noon has everybody where a start at night brings him', () => {
  const people = townPeople();
  const night = drive(open(people, 3 * HOUR), 12 * HOUR, 0);
  for (const [key] of night.driving) night.driving.set(key, { hour: PEOPLE_DAY, until: 12 * HOUR + 1 });
  const noon = open(people, 12 * HOUR);
  let differ = 0;
  night.progress.persons.forEach((bytes, cls) => {
    bytes.forEach((byte, number) => {
      if ((byte & 7) !== noon.progress.persons[cls][number]) differ++;
    });
  });
  expect(differ).toBeLessThanOrEqual(night.driving.size);
});

it('growth by day brings more people and sends none away from home; less lets who is out come home first', () => {
  const people = townPeople();
  const road = drive(open(people, 3 * HOUR), 10 * HOUR, 0);
  growProgress(people, road.progress, 1.5, road.now);
  drive(road, 34 * HOUR, 0);
  const firstWays = (of: number, until: number) =>
    road.went.filter(({ key, day, at }) => day === of && at < until && carLegOfKey(key) === 0).length;
  const grown = firstWays(1, 34 * HOUR);
  expect(grown / firstWays(0, 10 * HOUR)).toBeCloseTo(1.5, 0);
  growProgress(people, road.progress, 0.5, road.now);
  drive(road, 51 * HOUR, 0);
  const out = road.progress.persons.flatMap((bytes) => Array.from(bytes)).filter((byte) => byte !== 0);
  expect(out.length).toBeLessThan(10);
  drive(road, 58 * HOUR, 0);
  expect(firstWays(2, 58 * HOUR) / grown).toBeCloseTo(1 / 3, 1);
});

it('every car is somewhere, and nowhere twice: parked where its next way begins, under way, or beyond a gate', () => {
  const people = townPeople();
  const { residents } = people;
  const road = open(people, 3 * HOUR);
  for (let hour = 4; hour < 28; hour += 3) {
    drive(road, hour * HOUR, 2 * HOUR);
    const parked = new Map<number, number>();
    eachParkedCar(people, road.progress, (word, edge) => {
      expect(parked.has(word)).toBe(false);
      parked.set(word, edge);
    });
    const driving = new Set([...road.driving.keys()].map(wordOfKey));
    for (const word of driving) expect(parked.has(word)).toBe(false);
    let beyond = 0;
    eachPerson(people, (word) => {
      const { plan } = people;
      const owns = classOfWord(word) === RESIDENT && residents.drives[word] === 1;
      if (!owns && plan.carLegs === 0) return;
      if (driving.has(word)) return;
      const next = nextWayOf(road.progress, word);
      const isBeyond = plan.carLegs > 0 && plan.fromGate[next] >= 0;
      if (isBeyond) beyond++;
      expect(parked.has(word)).toBe(!isBeyond);
      if (parked.has(word)) expect(parked.get(word)).toBe(plan.carLegs > 0 ? plan.fromEdge[next] : plan.homeEdge);
    });
    expect(beyond).toBeGreaterThan(0);
  }
});

it('a charge takes some out of their cars, more for more of it, none the other way; their other tours they drive', () => {
  const driven = (yuan: number, worstSeconds = 0) => {
    const people = townPeople();
    people.chargeYuan.fill(yuan);
    const road = drive(open(people, 3 * HOUR), 27 * HOUR, worstSeconds);
    const out = road.progress.persons.flatMap((bytes) => Array.from(bytes)).filter((byte) => byte !== 0);
    expect(out.length).toBeLessThan(people.departures.keys.length / 50 + 2 * Math.sign(worstSeconds));
    return { keys: new Set(road.went.map(({ key }) => key)), without: road.progress.toursWithoutCar };
  };
  const [free, some, much] = [0, 10, 60].map((yuan) => driven(yuan));
  expect(free.without).toBe(0);
  expect(some.without).toBeGreaterThan(10);
  expect(much.without).toBeGreaterThan(2 * some.without);
  for (const key of some.keys) expect(free.keys.has(key)).toBe(true);
  for (const key of much.keys) expect(some.keys.has(key)).toBe(true);
  expect(some.keys.size).toBeLessThanOrEqual(free.keys.size - 2 * some.without);
  expect(driven(60, HOUR).keys.size).toBeLessThan(free.keys.size);
});
