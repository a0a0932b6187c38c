import { beforeAll, describe, expect, it } from 'vitest';
import { energyDomain } from '../../../sim/domains/energy';
import type { WaterState } from '../../../sim/domains/water';
import { waterDomain } from '../../../sim/domains/water';
import { loadPressureSolverInNode } from '../../../sim/hosts/hydraulics/load-in-node';
import { loadSolverInNode } from '../../../sim/hosts/solver/load-in-node';
import type { Intervention } from '../../../sim/interventions';
import type { ElementId, LinearSolver, PressureSolver } from '../../../sim/kernel';
import type { AnyDomain, Happening, KpiName } from '../../../sim/ports';
import { createEngine, deskInPlace, resumeEngine } from '../../../sim/runtime';
import { defaultScenario } from '../../../sim/scenarios';
import { sceneOf } from '../energy/scenes';
import { runWater, waterTown } from './water-town';

const HOUR_S = 3_600;
const TICK_S = 0.5;
let pressure: PressureSolver;
let linear: LinearSolver;
beforeAll(async () => {
  pressure = await loadPressureSolverInNode();
  linear = await loadSolverInNode();
});

const change = (kind: string, targets: readonly string[], settings = {}, fromSeconds = HOUR_S): Intervention => ({
  id: 'it',
  kind,
  targets: targets as ElementId[],
  settings,
  fromSeconds,
  untilSeconds: null,
});
const burst = (pipe: string, hole = 100) => change('burst-water-main', [pipe], { hole });

function figures(state: WaterState): Record<KpiName, number> {
  const found = {} as Record<KpiName, number>;
  waterDomain.measure(state, (kpi, value) => {
    found[kpi] = value;
  });
  return found;
}

const minutesOf = (heard: readonly Happening[], code: string, element?: string) => {
  const found = heard.find((each) => each.code === code && (element === undefined || each.element === element));
  return found === undefined ? undefined : ((found.tick as number) * TICK_S - HOUR_S) / 60;
};

describe('a town with water', () => {
  it('closes every minute to a millionth, whatever happens in it', () => {
    let worst = 0;
    const interventions = [burst('b1:b2')];
    runWater(waterTown(), { pressure }, { interventions, durationSeconds: 6 * HOUR_S }, ({ run, totals }) => {
      worst = Math.max(worst, totals.worstImbalance);
      // The node's own sum, not only the network's.
      const answer = run!.answer;
      if (answer === null) return;
      const { pipeFrom, pipeTo } = run!.plan.network;
      const left = new Float64Array(run!.plan.nodeCount);
      for (let i = 0; i < run!.plan.pipeCount; i++) {
        if (run!.bursts.length > 0) return;
        left[pipeFrom[i]] -= answer.pipeM3PerS[i];
        left[pipeTo[i]] += answer.pipeM3PerS[i];
      }
      const a2 = run!.plan.demand.buildingNode[1];
      worst = Math.max(worst, Math.abs(left[a2] - answer.servedM3PerS[a2]) / answer.servedM3PerS[a2] / 10);
    }).engine.runTo(5 * HOUR_S);
    expect(worst).toBeGreaterThan(0);
    expect(worst).toBeLessThan(1e-6);
  });

  it('fills its tank by what flows into it and nothing else', () => {
    const levels: number[] = [];
    const flows: number[] = [];
    const town = runWater(waterTown(), { pressure }, { startSeconds: 0 }, ({ run }) => {
      levels.push(run!.levelM[1]);
      if (run!.answer !== null) flows.push(run!.answer.pipeM3PerS[run!.plan.pipeCount + 1]);
    });
    town.engine.runTo(HOUR_S);
    const moved = flows.slice(0, levels.length - 1).reduce((sum, out) => sum - out * 60, 0);
    expect(Math.abs(moved)).toBeGreaterThan(0.1);
    expect(60 * (levels[levels.length - 1] - levels[0])).toBeCloseTo(moved, 9);
  });

  it('shuts a full tank instead of letting it run over, and an empty one instead of giving what is not there', () => {
    const full = runWater(
      waterTown((files) => Object.assign(files['water.json'].tanks[0], { floorM: 40, fill: 0.999 })),
      { pressure },
      { startSeconds: 0 },
    );
    full.engine.runTo(2 * HOUR_S);
    const tank = full.state().run!;
    expect(tank.levelM[1]).toBeLessThanOrEqual(5);
    expect(tank.answer!.pipeM3PerS[tank.plan.pipeCount + 1]).toBe(0);
    const empty = runWater(
      waterTown((files) => Object.assign(files['water.json'].tanks[0], { fill: 0.001 })),
      { pressure },
      { interventions: [change('water-pump-outage', ['p1', 'p2', 'p3'], {}, 0)] },
    );
    empty.engine.runTo(HOUR_S);
    expect(empty.state().run!.levelM[1]).toBeGreaterThanOrEqual(0);
    expect(figures(empty.state())['water.buildings-short']).toBe(8);
    expect(figures(empty.state())['water.lowest-pressure']).toBe(0);
  });

  it('holds the works at its head by as few pumps as can, and falls when those that are left cannot', () => {
    const withoutTank = waterTown((files) => {
      files['water.json'].tanks = [];
    });
    const noon = runWater(withoutTank, { pressure }, { startSeconds: 12 * HOUR_S });
    noon.engine.runTo(600);
    const { answer, plan } = noon.state().run!;
    const gate = plan.network.pumpTo[0];
    expect(answer!.headM[gate]).toBeCloseTo(52, 2);
    expect([...answer!.pumpSpeed].filter((speed) => speed > 0).length).toBe(1);
    const one = runWater(
      withoutTank,
      { pressure },
      { startSeconds: 12 * HOUR_S, interventions: [change('fight-fire', ['A2', 'B3'], { flow: 144 }, 0)] },
    );
    one.engine.runTo(600);
    const after = one.state().run!;
    expect([...after.answer!.pumpSpeed]).toEqual([1, 1, 1]);
    expect(after.answer!.headM[gate]).toBeLessThan(45);
    expect(figures(one.state())['water.unserved']).toBeGreaterThan(0);
  });

  it('finds a burst, shuts its valves from afar, mends the main, each with the one before as its cause', () => {
    const town = runWater(waterTown(), { pressure }, { interventions: [burst('a1:a2')], durationSeconds: 12 * HOUR_S });
    town.engine.runTo(11 * HOUR_S);
    const { heard } = town;
    const chain = [
      'water.main-burst',
      'water.burst-found',
      'water.valve-shut',
      'water.main-shut-off',
      'water.main-mended',
    ];
    const of = chain.map((code) => heard.find((each) => each.code === code && each.element === 'a1:a2')!);
    expect(of.map((each) => each?.code)).toEqual(chain);
    for (let k = 1; k < of.length; k++) expect(of[k].causes).toContain(of[k - 1].id);
    expect(heard.find(({ code }) => code === 'intervention.started')!.id).toBe(of[0].causes[0]);
    expect(minutesOf(heard, 'water.burst-found')).toBe(5);
    expect(minutesOf(heard, 'water.main-shut-off')).toBe(5);
    expect(minutesOf(heard, 'water.main-mended')).toBe(5 + 8 * 60);
    const totals = figures(town.state());
    // Five minutes and one until it is in force, of what 100 mm let out at 20 m and more.
    expect(totals['water.burst-loss']).toBeGreaterThan(5);
    expect(totals['water.burst-loss']).toBeLessThan(60);
    expect(totals['water.buildings-short']).toBe(0);
  });

  it('has the crew turn the valves around a main without its own, one after the other', () => {
    const town = runWater(waterTown(), { pressure }, { interventions: [burst('b3:b4')], durationSeconds: 12 * HOUR_S });
    town.engine.runTo(3 * HOUR_S);
    const { heard } = town;
    const shut = heard.filter(({ code }) => code === 'water.valve-shut');
    expect(shut.map(({ element }) => element)).toEqual(['a4:b4', 'b2:b3']);
    const [first, second] = shut.map(({ tick }) => tick as number);
    expect((second - first) * TICK_S).toBeGreaterThanOrEqual(600);
    expect(minutesOf(heard, 'water.crew-sent')).toBe(5);
    expect(heard.find(({ code }) => code === 'water.main-shut-off')!.values.nodes).toBe(2);
    expect(figures(town.state())['water.buildings-short']).toBe(2);
  });

  it('is told of small holes by who sees them, half an hour later', () => {
    const large = waterTown((files) => {
      for (const building of files['buildings.json'].buildings) building.residents = 5_000;
      for (const pump of files['water.json'].pumps) pump.flowM3PerH = 300;
      for (const main of files['water.json'].pipes) main.diameterM = 0.4;
    });
    const town = runWater(large, { pressure }, { interventions: [burst('a1:a2', 10)], durationSeconds: 3 * HOUR_S });
    town.engine.runTo(2 * HOUR_S);
    expect(minutesOf(town.heard, 'water.burst-found')).toBe(30);
  });

  it('tells a gallery what runs into the section that the main lies in', () => {
    const inflow = new Map<string, number>();
    const town = runWater(waterTown(), { pressure }, { interventions: [burst('a1:a2')] }, ({ scene, run }) => {
      scene.elements['gallery-section'].ids.forEach((id, slot) => {
        inflow.set(id, Math.max(inflow.get(id) ?? 0, run!.inflowM3PerS[slot]));
      });
    });
    town.engine.runTo(HOUR_S + 300);
    expect(inflow.get('tunnel.water/1')).toBe(0);
    // Cd·A·√(2gh), h less than the 46 m that the works hold there.
    const most = 0.6 * Math.PI * 0.05 * 0.05 * Math.sqrt(2 * 9.81 * 46);
    expect(inflow.get('tunnel.water/2')).toBeLessThan(most);
    expect(inflow.get('tunnel.water/2')).toBeGreaterThan(0.1 * most);
  });

  it('stops its pumps with their bus and gives the grid their load', () => {
    const others = [energyDomain];
    const scene = waterTown();
    const dark: Intervention = {
      ...change('substation-outage', [], {}),
      kind: 'busbar-fault',
      targets: ['a1.low' as ElementId],
    };
    const loads: number[] = [];
    const run = (interventions: Intervention[]) => {
      const town = runWater(
        scene,
        { pressure, linear },
        { interventions, startDay: 100 },
        ({ run: of }) => loads.push(of!.pumpKw[0]),
        others,
      );
      town.engine.runTo(HOUR_S + 900);
      return town;
    };
    const lit = run([]);
    const without = run([dark]);
    expect(Math.max(...loads)).toBeGreaterThan(2);
    expect(lit.heard.some(({ code }) => code === 'water.pump-dead')).toBe(false);
    const dead = without.heard.filter(({ code }) => code === 'water.pump-dead');
    expect(dead.length).toBe(3);
    // The grid says what darkened them, and it was somebody's change.
    const lost = without.heard.find(({ id }) => id === dead[0].causes[0])!;
    expect(lost.code.startsWith('energy.')).toBe(true);
    expect([...without.state().run!.pumpKw]).toEqual([0, 0, 0]);
    // The tank goes on giving, at the head that it has.
    const { answer, plan } = without.state().run!;
    expect(answer!.pipeM3PerS[plan.pipeCount + 1]).toBeGreaterThan(0);
    const demand = (town: typeof lit) => town.engine.measure()['energy.electric-demand'] as number;
    const dry = runWater(
      waterTown((files) => {
        for (const pump of files['water.json'].pumps) pump.electricity = undefined;
      }),
      { pressure, linear },
      { startDay: 100 },
      () => {},
      others,
    );
    dry.engine.runTo(HOUR_S + 900);
    const drawn = [...lit.state().run!.pumpKw].reduce((sum, kw) => sum + kw, 0);
    expect(demand(lit) - demand(dry)).toBeGreaterThan(0.9 * drawn);
    expect(demand(lit) - demand(dry)).toBeLessThan(1.2 * drawn);
  });

  it('lets nothing through a main that its gallery has shut, and names who shut off the power of a pump', () => {
    const scene = waterTown();
    const main = scene.elements['water-pipe'].slotOf('a1:a2') as number;
    // Whoever writes these ports, at ten minutes past.
    const writer = (name: string, port: 'tunnel.water-shut' | 'energy.pump-supply', value: number): AnyDomain => ({
      name,
      periodSeconds: 60,
      reads: [],
      writes: [port],
      create: () => ({}),
      step(_, context) {
        if (context.seconds !== 600) return;
        const said = context.happen(`${name}.did`, 'a1:a2' as ElementId, [], {});
        context.write(port).fill(value);
        context.writeCauses(port).fill(said);
      },
      patch: (_, patch) => patch,
      measure: () => {},
      frameSections: () => [],
      writeFrame: () => {},
      save: () => new Uint8Array(0),
      load: () => ({}),
    });
    const others = [writer('tunnel', 'tunnel.water-shut', 1), writer('energy', 'energy.pump-supply', 0)];
    const flows: number[] = [];
    const town = runWater(scene, { pressure }, {}, ({ run }) => flows.push(run!.answer?.pipeM3PerS[main] ?? 0), others);
    town.engine.runTo(1_000);
    expect(flows[5]).not.toBe(0);
    expect(flows[flows.length - 1]).toBe(0);
    const dead = town.heard.find(({ code }) => code === 'water.pump-dead')!;
    expect(dead.causes).toEqual([town.heard.find(({ code }) => code === 'energy.did')!.id]);
    // What the tank gives is not enough pressure for all: because of the pumps.
    const low = town.heard.find(({ code }) => code === 'water.supply-low')!;
    expect(low.causes).toContain(dead.id);
  });

  it('goes on from where it was saved, amid a burst with a question open, to the same bits', () => {
    const changes = { interventions: [burst('b3:b4')], durationSeconds: 4 * HOUR_S };
    const whole = runWater(waterTown(), { pressure }, changes);
    const half = runWater(waterTown(), { pressure }, changes);
    half.engine.runTo(HOUR_S + 630);
    const scene = waterTown();
    const scenario = { ...defaultScenario(scene.id), domains: ['water'], ...changes };
    const domains = [waterDomain];
    const resumed = resumeEngine(
      { scene, scenario, domains, desk: deskInPlace(domains, { linear, pressure }) },
      half.engine.save(),
    );
    if (!resumed.ok) throw new Error(resumed.problems[0].message);
    whole.engine.runTo(3 * HOUR_S);
    resumed.value.runTo(3 * HOUR_S);
    expect(resumed.value.finalHash()).toBe(whole.engine.finalHash());
  });

  it('asks nothing and saves nothing where a scene has no water', () => {
    const scene = sceneOf('tiny/one-feeder');
    const engine = createEngine({
      scene,
      scenario: { ...defaultScenario(scene.id), domains: ['water'] },
      domains: [waterDomain],
    });
    engine.runTo(HOUR_S);
    const found = engine.measure();
    expect(Object.keys(found)).toEqual([]);
  });
});
