import { describe, expect, it } from 'vitest';
import { CALLER, classOfWord, LORRY, OUTSIDER, RESIDENT } from '../../../../sim/domains/traffic/demand/people/identity';
import { eachPerson, type People, peopleOf } from '../../../../sim/domains/traffic/demand/people/people';
import { ACTIVITIES, MODES, WORK } from '../../../../sim/domains/traffic/demand/people/survey';
import { networkOf } from '../../../../sim/domains/traffic/network';
import { createLuck } from '../../../../sim/kernel';
import { type CompiledScene, compileScene } from '../../../../sim/scene';
import { hasScene, sceneFromFolder } from '../scene-folder';

interface Day {
  readonly persons: Record<number, number>;
  readonly ways: Record<string, number>;
  readonly byActivity: Record<string, number>;
  readonly byMode: Record<string, number>;
  /** Vehicles by the hour in which they set out. */
  readonly hourly: number[];
  /** And those that come in by each gate. */
  readonly comeIn: number[][];
  readonly driven: number;
  /** Ways to work by the place of the job: west and east of x = 0. */
  readonly toWork: [number, number];
}

function dayOf(people: People): Day {
  const day = {
    persons: { [RESIDENT]: 0, [OUTSIDER]: 0, [CALLER]: 0, [LORRY]: 0 } as Record<number, number>,
    ways: { resident: 0 },
    byActivity: {} as Record<string, number>,
    byMode: {} as Record<string, number>,
    hourly: Array.from({ length: 24 }, () => 0),
    comeIn: Array.from({ length: people.ground.gateCount }, () => Array.from({ length: 24 }, () => 0)),
    driven: 0,
    toWork: [0, 0] as [number, number],
  };
  eachPerson(people, (word) => {
    const cls = classOfWord(word);
    const { plan, network } = people;
    day.persons[cls]++;
    for (let leg = 0; leg < plan.legs; leg++) {
      if (plan.activity[leg] === WORK && plan.edge[leg] >= 0)
        day.toWork[network.edgeStartXM[plan.edge[leg]] < 0 ? 0 : 1]++;
      if (cls !== RESIDENT) continue;
      day.ways.resident++;
      const activity = ACTIVITIES[plan.activity[leg]];
      const mode = MODES[plan.mode[leg]];
      day.byActivity[activity] = (day.byActivity[activity] ?? 0) + 1;
      day.byMode[mode] = (day.byMode[mode] ?? 0) + 1;
    }
    for (let i = 0; i < plan.carLegs; i++) {
      const hour = Math.floor(plan.departSeconds[plan.carLeg[i]] / 3600) % 24;
      day.hourly[hour]++;
      day.driven++;
      if (plan.fromGate[i] >= 0) day.comeIn[plan.fromGate[i]][hour]++;
    }
  });
  return day;
}

const peopleIn = (scene: CompiledScene, seed = 7) => peopleOf(scene, networkOf(scene), createLuck(seed), seed)!;

describe.skipIf(!hasScene('eco-park'))('a working day of the flagship', () => {
  const scene = sceneFromFolder('eco-park');
  const before = process.cpuUsage().user;
  const people = peopleIn(scene);
  const plannedMs = (process.cpuUsage().user - before) / 1_000;
  const day = dayOf(people);

  it('has its 60,000 residents and those who fill the rest of 81,602 jobs, planned within two seconds', () => {
    expect(people.base[RESIDENT]).toBe(60_000);
    const workers = 60_000 * people.ground.survey.typeShare[0] * (1 - people.ground.survey.part.outside.workShare);
    expect(people.base[OUTSIDER]).toBe(Math.round(81_602 - workers));
    expect(plannedMs).toBeLessThan(2_000);
  });

  it('holds less than 100 bytes a person', () => {
    const { residents, departures, ground } = people;
    const arrays = [...Object.values(residents), ...Object.values(departures), ...Object.values(ground).flat()];
    const bytes = arrays.reduce((sum, each) => sum + (ArrayBuffer.isView(each) ? each.byteLength : 0), 0);
    const persons = people.count.reduce((sum, count) => sum + count, 0);
    expect((bytes + persons) / persons).toBeLessThan(100);
  });

  it('has as many ways a head as household surveys of Chinese cities: 2.2 to 2.6 a day', () => {
    expect(day.ways.resident / day.persons[RESIDENT]).toBeGreaterThan(2.2);
    expect(day.ways.resident / day.persons[RESIDENT]).toBeLessThan(2.6);
  });

  it('has the purposes of the Bengbu survey, less the school ways of pupils that this park does not have', () => {
    const share = (activity: string) => (100 * day.byActivity[activity]) / day.ways.resident;
    expect(Math.abs(share('home') - 47.3)).toBeLessThan(2);
    expect(Math.abs(share('work') - 24.3)).toBeLessThan(3);
    expect(Math.abs(share('school') + share('escort') - 11.8)).toBeLessThan(4);
    expect(Math.abs(share('shop') - 6.9)).toBeLessThan(4);
    expect(Math.abs(share('leisure') - 4.7)).toBeLessThan(3);
    expect(Math.abs(share('errand') - 4.9)).toBeLessThan(2);
  });

  it('drives about as much as Beijing of 2014: 31.5 % of the ways that are not walked', () => {
    const ridden = day.ways.resident - day.byMode.walk;
    expect(Math.abs((100 * (day.byMode.car + day.byMode.passenger)) / ridden - 31.5)).toBeLessThan(4);
    expect(day.byMode.walk / day.ways.resident).toBeGreaterThan(0.25);
    expect(day.byMode.walk / day.ways.resident).toBeLessThan(0.36);
  });

  it('has 60 to 90 thousand ways of vehicles, most from seven to nine and from five to seven', () => {
    expect(day.driven).toBeGreaterThan(60_000);
    expect(day.driven).toBeLessThan(90_000);
    const order = day.hourly.map((_, hour) => hour).sort((a, b) => day.hourly[b] - day.hourly[a]);
    expect(order.slice(0, 4).sort((a, b) => a - b)).toEqual([7, 8, 17, 18]);
    expect(day.hourly[3] + day.hourly[2]).toBeLessThan(day.driven / 50);
  });

  it('has no hour in which a gate is asked for more than its lanes and the signal behind them let through', () => {
    scene.elements.gate.ids.forEach((_, gate) => {
      const lanes = scene.roads.edgeLaneCount[people.ground.gateInEdge[gate]];
      for (const cars of day.comeIn[gate]) expect(cars).toBeLessThan(400 * lanes);
    });
  });

  it('sends more people where 5,000 jobs have been moved to, and as many in all', () => {
    const buildings = scene.scene.buildings!.buildings;
    const network = networkOf(scene);
    const west = people.ground.places.buildings.filter(
      ({ building, edge }) => building.use === 'industry' && edge >= 0 && network.edgeStartXM[edge] < -600,
    );
    const east = people.ground.places.buildings.filter(
      ({ building, edge }) => building.use === 'commerce' && edge >= 0 && network.edgeStartXM[edge] > 600,
    );
    const sum = (of: typeof west) => of.reduce((jobs, { building }) => jobs + (building.jobs ?? 0), 0);
    const [fromWest, toEast] = [sum(west), sum(east)];
    const jobs = new Map<string, number>();
    for (const { building } of west) jobs.set(building.id, building.jobs! * (1 - 5_000 / fromWest));
    for (const { building } of east) jobs.set(building.id, building.jobs! * (1 + 5_000 / toEast));
    const moved = compileScene({
      ...scene.scene,
      buildings: { buildings: buildings.map((each) => ({ ...each, jobs: jobs.get(each.id) ?? each.jobs })) },
    });
    const after = dayOf(peopleIn(moved));
    const [lost, won] = [day.toWork[0] - after.toWork[0], after.toWork[1] - day.toWork[1]];
    // Of a job's people nine in ten come on a day, some of them twice.
    expect(lost).toBeGreaterThan(4_000);
    expect(won).toBeGreaterThan(4_000);
    expect(won).toBeLessThan(6_500);
    expect(Math.abs(after.toWork[0] + after.toWork[1] - day.toWork[0] - day.toWork[1])).toBeLessThan(600);
    expect(after.persons[OUTSIDER]).toBe(day.persons[OUTSIDER]);
  });
});
