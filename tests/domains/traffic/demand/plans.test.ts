import { expect, it } from 'vitest';
import { classOfWord, LORRY, RESIDENT, wordOfKey } from '../../../../sim/domains/traffic/demand/people/identity';
import { eachPerson, type People, peopleOf, planOf } from '../../../../sim/domains/traffic/demand/people/people';
import type { Plan } from '../../../../sim/domains/traffic/demand/people/plan';
import {
  DRIVE,
  ESCORT,
  HOME,
  MODES,
  PASSENGER,
  PUPIL,
  SCHOOL,
  WORK,
} from '../../../../sim/domains/traffic/demand/people/survey';
import { waysBy } from '../../../../sim/domains/traffic/demand/people/ways';
import { networkOf } from '../../../../sim/domains/traffic/network';
import { createLuck } from '../../../../sim/kernel';
import { compileScene } from '../../../../sim/scene';
import { smallTown, townPeople } from './small-town';

function copyOf(plan: Plan) {
  const { legs, carLegs } = plan;
  const some = <A extends { slice(from: number, to: number): ArrayLike<number> }>(values: A, count: number) =>
    Array.from(values.slice(0, count));
  return {
    home: [plan.homeEdge, plan.homePlace, plan.homeGate],
    activity: some(plan.activity, legs),
    mode: some(plan.mode, legs),
    edge: some(plan.edge, legs),
    place: some(plan.place, legs),
    gate: some(plan.gate, legs),
    depart: some(plan.departSeconds, legs),
    arrive: some(plan.arriveSeconds, legs),
    carLeg: some(plan.carLeg, carLegs),
    from: Array.from({ length: carLegs }, (_, i) => [plan.fromEdge[i], plan.fromPlace[i], plan.fromGate[i]]),
  };
}

function everybody(people: People): Map<number, ReturnType<typeof copyOf>> {
  const plans = new Map<number, ReturnType<typeof copyOf>>();
  eachPerson(people, (word) => plans.set(word, copyOf(people.plan)));
  return plans;
}

const town = townPeople();
const plans = everybody(town);

it('every tour closes: a day ends at home, and each way begins where the one before has ended', () => {
  let out = 0;
  for (const plan of plans.values()) {
    const legs = plan.activity.length;
    if (legs === 0) continue;
    out++;
    expect(plan.activity[legs - 1]).toBe(HOME);
    plan.activity.forEach((activity, leg) => {
      if (activity !== HOME) return;
      expect([plan.edge[leg], plan.place[leg], plan.gate[leg]]).toEqual(plan.home);
    });
  }
  expect(out).toBeGreaterThan(700);
});

it('every car comes home: it starts where it was parked, and its last way ends where it stood in the morning', () => {
  let driven = 0;
  for (const plan of plans.values()) {
    let stands = plan.home;
    plan.carLeg.forEach((leg, i) => {
      expect(plan.from[i]).toEqual(stands);
      stands = [plan.edge[leg], plan.place[leg], plan.gate[leg]];
      driven++;
    });
    expect(stands).toEqual(plan.home);
  }
  expect(driven).toBeGreaterThan(400);
});

it('nobody is in two places: ways follow each other, with a stay between them, within a day', () => {
  for (const plan of plans.values()) {
    for (let leg = 0; leg < plan.activity.length; leg++) {
      expect(plan.arrive[leg]).toBeGreaterThan(plan.depart[leg]);
      if (leg > 0) expect(plan.depart[leg]).toBeGreaterThan(plan.arrive[leg - 1] + 60);
    }
    if (plan.activity.length > 0) expect(plan.arrive.at(-1)! - plan.depart[0]).toBeLessThan(86_400);
  }
});

it('one mode takes a tour out and home, but for who walks round the corner; pupils who are taken come home alone', () => {
  for (const [word, plan] of plans) {
    if (classOfWord(word) === RESIDENT && town.residents.type[word] === PUPIL) continue;
    let modes = new Set<number>();
    plan.activity.forEach((activity, leg) => {
      if (plan.mode[leg] !== 0 && plan.mode[leg] !== PASSENGER) modes.add(plan.mode[leg]);
      expect(modes.size).toBeLessThan(2);
      if (activity === HOME) modes = new Set();
    });
  }
});

it('a pupil who is taken to school goes when and as the grown-up who takes him, who then goes on', () => {
  const { residents } = town;
  let taken = 0;
  for (const [word, plan] of plans) {
    if (classOfWord(word) !== RESIDENT || plan.activity[0] !== ESCORT) continue;
    const household = residents.household[word];
    const [first, end] = [residents.householdFirst[household], residents.householdFirst[household + 1]];
    const pupil = Array.from({ length: end - first }, (_, i) => first + i).find(
      (each) => residents.type[each] === PUPIL,
    )!;
    const of = plans.get(pupil)!;
    expect([of.activity[0], of.edge[0]]).toEqual([SCHOOL, plan.edge[0]]);
    expect(of.depart[0]).toBe(plan.depart[0]);
    expect(of.mode[0]).toBe(plan.mode[0] === DRIVE ? PASSENGER : plan.mode[0]);
    expect(plan.activity[1]).toBe(WORK);
    taken++;
  }
  expect(taken).toBeGreaterThan(20);
});

it('nobody drives a car that is not his to take, and no household drives more cars than it has', () => {
  const { residents } = town;
  for (const [word, plan] of plans) {
    if (classOfWord(word) !== RESIDENT || plan.carLeg.length === 0) continue;
    expect(residents.drives[word]).toBe(1);
    expect(residents.type[word]).not.toBe(PUPIL);
  }
  const most = Math.max(...town.ground.survey.carCounts);
  for (let household = 0; household + 1 < residents.householdFirst.length; household++) {
    const own = residents.drives.slice(residents.householdFirst[household], residents.householdFirst[household + 1]);
    expect(own.reduce((sum, drives) => sum + drives, 0)).toBeLessThanOrEqual(most);
  }
});

it('buildings hold as many residents as the scene says, and every job is filled', () => {
  expect(town.base[RESIDENT]).toBe(600);
  // 650 jobs, and of 600 residents 60 % work, four fifths of them inside.
  expect(town.ground.commuters).toBe(650 - 288);
});

it('a plan follows from the seed and the number alone', () => {
  expect(everybody(townPeople())).toEqual(plans);
  expect(everybody(townPeople({}, 2))).not.toEqual(plans);
  for (const word of [...plans.keys()].reverse().slice(0, 300)) {
    planOf(town, word);
    expect(copyOf(town.plan)).toEqual(plans.get(word));
  }
});

it('growth adds persons and changes nobody: more for more growth, in every part of the town', () => {
  const some = everybody(townPeople({ growth: 1.3 }));
  const more = everybody(townPeople({ growth: 2.5 }));
  expect(some.size / plans.size).toBeCloseTo(1.3, 1);
  expect(more.size / plans.size).toBeCloseTo(2.5, 1);
  for (const [word, plan] of plans) expect(some.get(word)).toEqual(plan);
  for (const [word, plan] of some) expect(more.get(word)).toEqual(plan);
  const fewer = everybody(townPeople({ growth: 0.6 }));
  expect(fewer.size / plans.size).toBeCloseTo(0.6, 1);
  for (const [word, plan] of fewer) expect(plans.get(word)).toEqual(plan);
});

it('a factor asks for more or fewer of one group and leaves the others alone', () => {
  const half = everybody(townPeople({ factors: [{ group: 'commuters/gate-west', factor: 0.5 }] }));
  const gone = [...plans].filter(([word]) => !half.has(word));
  const west = [...plans.values()].filter(({ home }) => home[2] === gone[0][1].home[2]);
  expect(gone.every(([word, { home }]) => classOfWord(word) === 1 && home[2] >= 0)).toBe(true);
  expect(gone.length / [...plans.keys()].filter((word) => classOfWord(word) === 1).length).toBeCloseTo(0.25, 1);
  expect(west.length).toBeGreaterThan(gone.length);
});

it('the hours add up to the day: everything that is driven is in the list of departures, once, in order', () => {
  const { keys, secondOfDay, isLast } = town.departures;
  const driven = [...plans.values()].reduce((sum, { carLeg }) => sum + carLeg.length, 0);
  expect(keys.length).toBe(driven);
  expect(new Set(keys).size).toBe(driven);
  expect(Array.from(secondOfDay)).toEqual(Array.from(secondOfDay).sort((a, b) => a - b));
  expect(isLast.reduce((sum, last) => sum + last, 0)).toBe(new Set(Array.from(keys, wordOfKey)).size);
});

it('lorries go out, stop at work and come back', () => {
  const lorries = [...plans].filter(([word]) => classOfWord(word) === LORRY);
  expect(lorries.length).toBeGreaterThan(20);
  for (const [, { carLeg, activity }] of lorries) expect(carLeg.length).toBeLessThanOrEqual(activity.length);
});

it('moving half of the jobs from west to east moves the flows, and how many come in stays', () => {
  const to = (people: People) => {
    const at = [0, 0];
    eachPerson(people, (_, kind) => {
      const { plan, network } = people;
      for (let leg = 0; leg < plan.legs; leg++) {
        if (kind !== 0 || plan.activity[leg] !== WORK || plan.gate[leg] >= 0) continue;
        at[network.edgeStartXM[plan.edge[leg]] > 1_000 ? 1 : 0]++;
      }
    });
    return at;
  };
  const before = to(town);
  const moved = townPeople({ westJobs: 150, eastJobs: 450 });
  const after = to(moved);
  expect(moved.ground.commuters).toBe(town.ground.commuters);
  expect(after[1] / before[1]).toBeGreaterThan(1.3);
  expect(after[0] / before[0]).toBeLessThan(0.7);
  expect((after[0] + after[1]) / (before[0] + before[1])).toBeCloseTo(1, 1);
});

it('every way of the day is somebody’s: those walked, cycled, ridden and driven make up all of them', () => {
  const all = [...plans.values()].reduce((sum, { activity }) => sum + activity.length, 0);
  const byMode = MODES.map((_, mode) => waysBy(town, mode));
  expect(byMode.reduce((sum, { count }) => sum + count, 0)).toBe(all);
  expect(byMode[DRIVE].count).toBe(town.departures.keys.length);
  for (const { secondOfDay, fromEdge, fromGate, toEdge, toGate, count } of byMode) {
    for (let way = 0; way < count; way++) {
      expect(fromEdge[way] >= 0).toBe(fromGate[way] < 0);
      expect(toEdge[way] >= 0).toBe(toGate[way] < 0);
      if (way > 0) expect(secondOfDay[way]).toBeGreaterThanOrEqual(secondOfDay[way - 1]);
    }
  }
});

it('a town without homes, without works or without a way out has the days that are left', () => {
  const onlyWorks = townPeople({ residents: 0 });
  expect(onlyWorks.base[RESIDENT]).toBe(0);
  expect(onlyWorks.ground.commuters).toBe(650);
  expect(onlyWorks.departures.keys.length).toBeGreaterThan(300);
  const onlyHomes = everybody(townPeople({ westJobs: 0, eastJobs: 0 }));
  expect(onlyHomes.size).toBeGreaterThan(600);
  const scene = smallTown();
  const { gates: _, ...rest } = scene.scene.demand!;
  const shut = compileScene({ ...scene.scene, demand: { ...rest, gates: [] } });
  const people = peopleOf(shut, networkOf(shut), createLuck(1), 1)!;
  expect(Array.from(people.base.slice(1, 3))).toEqual([0, 0]);
  for (const { gate } of everybody(people).values()) expect(gate.every((each) => each < 0)).toBe(true);
  const bare = compileScene({ ...scene.scene, buildings: { buildings: [] } });
  expect(peopleOf(bare, networkOf(bare), createLuck(1), 1)!.departures.keys.length).toBe(0);
});
