/** A town of a few streets with homes, works, a school and shops, and people who live by a small survey. */

import { type People, peopleOf } from '../../../../sim/domains/traffic/demand/people/people';
import { networkOf } from '../../../../sim/domains/traffic/network';
import { createLuck } from '../../../../sim/kernel';
import { type CompiledScene, compileScene, type DemandFile, type Scene } from '../../../../sim/scene';
import { smallCity } from '../small-city';

export interface Town {
  /** Jobs in the western and in the eastern works. */
  readonly westJobs?: number;
  readonly eastJobs?: number;
  readonly growth?: number;
  readonly factors?: readonly { group: string; factor: number }[];
  readonly visitors?: number;
  readonly residents?: number;
}

const at = (...hours: number[]) => Array.from({ length: 24 }, (_, hour) => (hours.includes(hour) ? 1 : 0));

export function peoplePart(town: Town): NonNullable<DemandFile['people']> {
  return {
    source: 'made-up',
    ...(town.growth === undefined ? {} : { growth: town.growth }),
    ...(town.factors === undefined ? {} : { factors: [...town.factors] }),
    households: [1, 2, 3, 4].map((persons) => ({ persons, share: 1 })),
    cars: [
      { cars: 0, share: 1 },
      { cars: 1, share: 3 },
      { cars: 2, share: 1 },
    ],
    driverShare: 0.9,
    types: [
      { type: 'worker', share: 0.6 },
      { type: 'pupil', share: 0.2 },
      { type: 'retired', share: 0.2 },
    ],
    chains: [
      { id: 'w1', of: 'worker', share: 4, stops: ['work'] },
      { id: 'w2', of: 'worker', share: 2, stops: ['work', 'home', 'leisure'] },
      { id: 'w3', of: 'worker', share: 2, stops: ['work', 'shop'] },
      { id: 'w4', of: 'worker', share: 4, stops: ['escort', 'work', 'shop'] },
      { id: 'w5', of: 'worker', share: 1, stops: [] },
      { id: 'p1', of: 'pupil', share: 1, stops: ['school'] },
      { id: 'r1', of: 'retired', share: 1, stops: ['shop', 'home', 'leisure'] },
      { id: 'c1', of: 'commuter', share: 1, stops: ['work'] },
      { id: 'v1', of: 'visitor', share: 1, stops: ['shop', 'leisure'] },
    ],
    activities: [
      { activity: 'home', meanMinutes: 60, deviationMinutes: 20, leastMinutes: 10 },
      { activity: 'work', arrivalHourly: at(7, 8, 8, 9), meanMinutes: 500, deviationMinutes: 60, leastMinutes: 30 },
      { activity: 'school', arrivalHourly: at(7), meanMinutes: 450, deviationMinutes: 20, leastMinutes: 30 },
      { activity: 'escort', arrivalHourly: at(7), meanMinutes: 5, deviationMinutes: 1, leastMinutes: 2 },
      { activity: 'shop', arrivalHourly: at(9, 10, 16), meanMinutes: 40, deviationMinutes: 20, leastMinutes: 5 },
      { activity: 'leisure', arrivalHourly: at(15, 19, 22), meanMinutes: 120, deviationMinutes: 40, leastMinutes: 15 },
    ],
    modes: [
      { mode: 'walk', constant: -1 },
      { mode: 'cycle', constant: -1 },
      { mode: 'bus', constant: -1 },
      { mode: 'car', constant: 1.5 },
    ],
    outside: { workShare: 0.2, studyShare: 0, meanKm: 8, busConstant: 0, visitors: town.visitors ?? 40 },
  };
}

const EVEN_DAY = Array.from({ length: 24 }, () => 1 / 24);

export function smallTown(town: Town = {}): CompiledScene {
  const names = ['a', 'b', 'c', 'd', 'e'];
  const nodes: Record<string, [number, number]> = { west: [-300, 400], east: [1900, 400] };
  names.forEach((column, x) => {
    for (let y = 0; y < 3; y++) nodes[`${column}${y}`] = [400 * x, 400 * y];
  });
  const streets: Record<string, { path: string[]; lanes: number }> = {};
  for (let y = 0; y < 3; y++) {
    const row = names.map((column) => `${column}${y}`);
    streets[`row${y}`] = { path: y === 1 ? ['west', ...row, 'east'] : row, lanes: y === 1 ? 2 : 1 };
  }
  for (const column of names) streets[column] = { path: [0, 1, 2].map((y) => `${column}${y}`), lanes: 1 };
  const roads = smallCity('town', { nodes, streets, signals: ['b1', 'd1'], gates: { west: 1, east: 1 } }).scene;
  const house = (id: string, x: number, y: number, use: string, people: object) => ({
    id,
    use,
    form: 'slab',
    outline: [
      [x, y],
      [x + 40, y],
      [x + 40, y + 30],
      [x, y + 30],
    ],
    heightM: 12,
    floors: 4,
    floorAreaM2: 4_800,
    ...people,
  });
  const homes = Array.from({ length: 12 }, (_, i) =>
    house(`home-${i}`, 120 + 400 * (i % 4), 60 + 250 * Math.floor(i / 4), 'housing', {
      residents: (town.residents ?? 600) / 12,
    }),
  );
  const buildings = [
    ...homes,
    house('works-west', 60, 820, 'industry', { jobs: town.westJobs ?? 300 }),
    house('works-east', 1500, 820, 'office', { jobs: town.eastJobs ?? 300 }),
    house('school', 820, 330, 'school', { jobs: 10, pupils: 120 }),
    house('shops', 600, 430, 'commerce', { jobs: 30 }),
    house('hall', 1250, 430, 'culture', { jobs: 10 }),
  ];
  const demand: DemandFile = {
    ...roads.demand!,
    purposes: [{ id: 'errand', share: 1, hourly: EVEN_DAY }],
    gates: roads.demand!.gates.map((gate) => ({ ...gate, tripsPerDay: 400 })),
    people: peoplePart(town),
    freight: {
      source: 'made-up',
      rates: [{ use: 'industry', stopsPerJob: 0.2 }],
      stopsPerResident: 0.01,
      gateShare: 0.5,
      stops: [1, 1],
      stopMinutes: 20,
      departureHourly: at(6, 7, 8, 9, 10, 11, 13, 14, 15),
    },
  };
  return compileScene({ ...roads, buildings: { buildings }, demand } as unknown as Scene);
}

export function townPeople(town: Town = {}, seed = 1): People {
  const scene = smallTown(town);
  return peopleOf(scene, networkOf(scene), createLuck(seed), seed)!;
}
