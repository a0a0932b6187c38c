/**
 * Who lives where: every resident of the buildings, in households, with what he is by day and whether a car is his to
 * take. A function of the scene and the seed. Households are drawn by size and filled with grown-ups first; pupils come
 * third and later as far as that goes. A household's cars go to those who may drive, to workers before others.
 * Dormitories hold people who live alone. Left out: income, and that children move and parents part.
 */
import { type Luck, streamOf } from '../../../../kernel';
import type { Ground } from './ground';
import { drawFrom, PUPIL, sumsOf, WORKER } from './survey';

const SIZE = streamOf('traffic.people.household-size');
const CARS = streamOf('traffic.people.cars');
const TYPE = streamOf('traffic.people.type');
const LICENCE = streamOf('traffic.people.licence');

export interface Residents {
  readonly count: number;
  readonly homeEdge: Int32Array;
  /** Slot of the building. */
  readonly homeBuilding: Int32Array;
  readonly type: Uint8Array;
  /** 1 where a car is his to take. */
  readonly drives: Uint8Array;
  readonly household: Uint32Array;
  /** First member; the household after it begins where it ends. */
  readonly householdFirst: Uint32Array;
}

export function residentsOf(ground: Ground, luck: Luck): Residents {
  const { survey, places } = ground;
  const homes = places.buildings.filter(({ building, edge }) => (building.residents ?? 0) > 0 && edge >= 0);
  let passed = 0;
  const lived = homes.map(({ building }) => {
    const before = Math.round(passed);
    passed += building.residents!;
    return Math.round(passed) - before;
  });
  const count = lived.reduce((sum, value) => sum + value, 0);
  const homeEdge = new Int32Array(count);
  const homeBuilding = new Int32Array(count);
  const type = new Uint8Array(count);
  const drives = new Uint8Array(count);
  const household = new Uint32Array(count);
  const firsts: number[] = [];
  const childShare = childShares(ground);
  const grownUp = sumsOf(survey.typeShare.map((share, each) => (each === PUPIL ? 0 : share)));
  let next = 0;
  homes.forEach(({ building, slot, edge }, home) => {
    const end = next + lived[home];
    while (next < end) {
      const number = firsts.length;
      const drawn = survey.householdSizes[drawFrom(survey.householdSums, luck.uniform(SIZE, 0, number))];
      const size = building.use === 'dormitory' ? 1 : Math.min(drawn, end - next);
      for (let member = 0; member < size; member++) {
        const person = next + member;
        homeEdge[person] = edge;
        homeBuilding[person] = slot;
        household[person] = number;
        const isChild = luck.uniform(TYPE, 1, person) < childShare[Math.min(member, 2)];
        type[person] = isChild ? PUPIL : drawFrom(grownUp, luck.uniform(TYPE, 0, person));
      }
      const cars = survey.carCounts[drawFrom(survey.carSums, luck.uniform(CARS, 0, number))];
      handOutCars(ground, luck, type, drives, next, size, cars);
      firsts.push(next);
      next += size;
    }
  });
  firsts.push(count);
  return { count, homeEdge, homeBuilding, type, drives, household, householdFirst: Uint32Array.from(firsts) };
}

function handOutCars(
  { survey }: Ground,
  luck: Luck,
  type: Uint8Array,
  drives: Uint8Array,
  first: number,
  size: number,
  cars: number,
): void {
  let left = cars;
  for (let round = 0; round < 2; round++) {
    for (let person = first; person < first + size && left > 0; person++) {
      if (type[person] === PUPIL || drives[person] === 1 || (type[person] === WORKER) !== (round === 0)) continue;
      if (luck.uniform(LICENCE, 0, person) >= survey.part.driverShare) continue;
      drives[person] = 1;
      left--;
    }
  }
}

/** How probable a pupil is as the first, the second and a later member, so that all together are as many as surveyed. */
function childShares({ survey, places }: Ground): [number, number, number] {
  const { householdSizes, part, typeShare } = survey;
  let homes = 0;
  let dormitories = 0;
  for (const { building } of places.buildings) {
    if (building.use === 'dormitory') dormitories += building.residents ?? 0;
    else homes += building.residents ?? 0;
  }
  let persons = 0;
  let second = 0;
  let later = 0;
  part.households.forEach(({ share }, i) => {
    persons += share * householdSizes[i];
    second += share * Math.min(1, householdSizes[i] - 1);
    later += share * Math.max(0, householdSizes[i] - 2);
  });
  const wanted = homes > 0 ? (typeShare[PUPIL] * (homes + dormitories)) / homes : 0;
  const laterShare = later > 0 ? Math.min(1, (wanted * persons) / later) : 0;
  const left = Math.max(0, wanted * persons - laterShare * later);
  return [0, second > 0 ? Math.min(1, left / second) : 0, laterShare];
}

/** The first pupil of a household, and the first worker, who takes him to school; −1 where there is none. */
export function escortOf(residents: Residents, household: number): { pupil: number; adult: number } {
  const { householdFirst, type } = residents;
  let pupil = -1;
  let adult = -1;
  for (let person = householdFirst[household + 1] - 1; person >= householdFirst[household]; person--) {
    if (type[person] === PUPIL) pupil = person;
    if (type[person] === WORKER) adult = person;
  }
  return pupil >= 0 && adult >= 0 ? { pupil, adult } : { pupil: -1, adult: -1 };
}
