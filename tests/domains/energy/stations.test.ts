import { beforeAll, describe, expect, it } from 'vitest';
import { type EnergyState, energyDomain } from '../../../sim/domains/energy';
import { lossKw } from '../../../sim/domains/energy/meters';
import { loadSolverInNode } from '../../../sim/hosts/solver/load-in-node';
import type { LinearSolver } from '../../../sim/kernel';
import type { AnyDomain } from '../../../sim/ports';
import { createEngine, deskInPlace, type Engine } from '../../../sim/runtime';
import { defaultScenario, type Scenario } from '../../../sim/scenarios';
import type { CompiledScene } from '../../../sim/scene';
import { heatedFeeder } from './heated-feeder';
import { oneStation } from './one-station';

const HOUR_S = 3_600;
const STEP_S = energyDomain.periodSeconds;

let linear: LinearSolver;
let scene: CompiledScene;
beforeAll(async () => {
  linear = await loadSolverInNode();
  scene = oneStation();
});

/** A run of energy alone; `states` is told of every step's end. */
function begin(changes: Partial<Scenario>, after: (state: EnergyState) => void = () => {}): Engine {
  const watched: AnyDomain = {
    ...energyDomain,
    step(state, context) {
      energyDomain.step(state, context);
      after(state);
    },
  };
  const scenario = { ...defaultScenario(scene.id), domains: ['energy'], ...changes };
  return createEngine({ scene, scenario, domains: [watched], desk: deskInPlace([watched], { linear }) });
}

/** Heat or cold that pipes and stores hold at the end of a step, above 0 °C. */
const heldKwh = ({ stations }: EnergyState, carrier: string) =>
  stations!.loops.reduce((sum, { carrier: own, net }) => sum + (own === carrier ? net.outputs.heldJ / 3.6e6 : 0), 0);

describe.each([
  ['a winter day', { startDay: 15, startSeconds: 5 * HOUR_S }],
  ['a summer afternoon', { startDay: 205, startSeconds: 12 * HOUR_S }],
] as const)('a station and its loops on %s', (_, when) => {
  it('serve what is asked, by engines that never run below their minimum load', () => {
    let asked = 0;
    let unserved = 0;
    let ran = 0;
    const engine = begin(when, ({ stations, consumers, totals }) => {
      for (const kw of consumers!.asked.heatKw) asked += kw;
      for (const kw of consumers!.asked.coolingKw) asked += kw;
      unserved += totals.unservedHeatKw + totals.unservedColdKw;
      const { hub, standing } = stations!;
      hub.banks.forEach(({ engine: isEngine, minimumLoad, sizeKw }, b) => {
        if (!isEngine) return;
        const each = standing.running[b] > 0 ? standing.outputKw[b] / standing.running[b] : 0;
        if (standing.running[b] === 0) expect(standing.outputKw[b]).toBe(0);
        else expect(each).toBeGreaterThanOrEqual(minimumLoad * sizeKw - 1e-6);
        ran += standing.running[b];
      });
    });
    engine.runTo(2 * HOUR_S);
    expect(asked).toBeGreaterThan(0);
    expect(unserved / asked).toBeLessThan(1e-6);
    expect(ran).toBeGreaterThan(0);
  });

  it('balance power, heat, cold, gas and money in every step, to a millionth', () => {
    let before: { heat: number; cold: number } | null = null;
    let stored = Number.NaN;
    let bill = Number.NaN;
    const engine = begin(when, (state) => {
      const { power, stations, consumers, totals } = state;
      const { grid, flow, wantedKw, givenKw, positions } = power!;
      const kwPerUnit = 1_000 * flow.circuit.baseMva;

      // Power: what comes from above and from generators is drawn or lost.
      let drawn = 0;
      for (let node = 0; node < grid.nodeCount; node++) {
        if (positions.live[grid.sections.ofNode[node]] === 1) drawn += wantedKw[node] - givenKw[node];
      }
      let imported = 0;
      for (let i = 0; i < grid.supplyNode.length; i++) {
        imported -= flow.now.results.pTo[flow.circuit.firstSupplyRow + i] * kwPerUnit;
      }
      expect(Math.abs(imported - drawn - lossKw(power!))).toBeLessThan(1e-6 * Math.max(1, Math.abs(drawn)));

      // Heat and cold: what machines and stores give is taken by loops, absorbed, dumped or owed.
      const { hub, standing, loops } = stations!;
      let made = 0;
      let cold = 0;
      let held = 0;
      let gas = 0;
      hub.banks.forEach(({ kind, engine: isEngine, store }, b) => {
        gas += standing.gasKw[b];
        if (store) held += standing.heldKwh[b];
        if (isEngine) made += standing.heatKw[b];
        else if (kind === 'gas-boiler' || kind.endsWith('heat-pump')) made += standing.outputKw[b];
        else if (kind === 'heat-store') made -= standing.outputKw[b];
        else if (kind === 'cold-store') cold -= standing.outputKw[b];
        else if (kind.endsWith('chiller')) cold += standing.outputKw[b];
        made -= standing.heatInKw[b];
      });
      const taken = (carrier: string) =>
        loops.reduce((sum, { carrier: own, net }) => sum + (own === carrier ? net.outputs.sourceW[0] / 1_000 : 0), 0);
      const owed = { heat: standing.owedHeatKwh[0], cold: standing.owedColdKwh[0] };
      if (before !== null) {
        const perHour = 3_600 / STEP_S;
        const heatLent = (owed.heat - before.heat) * perHour;
        const coldLent = (owed.cold - before.cold) * perHour;
        const surplus = made + heatLent - standing.dumpedKw[0] - taken('heat');
        expect(Math.abs(surplus)).toBeLessThan(1e-6 * Math.max(1, made));
        expect(Math.abs(cold + coldLent - taken('cooling'))).toBeLessThan(1e-6 * Math.max(1, cold));
      }
      before = owed;
      expect(Number.isFinite(held)).toBe(true);

      // Pipes: what goes in is delivered, lost or held.
      const inPipes = heldKwh(state, 'heat');
      if (!Number.isNaN(stored)) {
        let delivered = 0;
        let lost = 0;
        let pumped = 0;
        for (const { carrier, net } of loops) {
          if (carrier !== 'heat') continue;
          for (const watts of net.outputs.deliveredW) delivered += watts;
          lost += net.outputs.lostW;
          for (const watts of net.outputs.pumpW) pumped += watts;
        }
        const gain = (inPipes - stored) * (3_600 / STEP_S);
        const into = taken('heat') + pumped / 1_000;
        const out = (delivered + lost) / 1_000 + gain;
        // Pumps' own losses stay outside the water.
        expect(out).toBeLessThanOrEqual(into + 1e-6 * into);
        expect(out).toBeGreaterThanOrEqual(taken('heat') - 1e-6 * into);
      }
      stored = inPipes;

      // Gas and money.
      for (const kw of consumers!.asked.gasKw) gas += kw;
      expect(gas).toBeGreaterThan(0);
      if (!Number.isNaN(bill)) expect(totals.costYuan).not.toBe(bill);
      bill = totals.costYuan;
    });
    engine.runTo(2 * HOUR_S);
  });
});

/** The second plan is asked for after a quarter of an hour and comes into force five minutes later. */
const QUARTER_S = 900;
const LEAD_S = 300;
const END_S = 2.5 * QUARTER_S;

it('plans are made every quarter of an hour, each in force five minutes after it was asked for', () => {
  const began = new Set<number>();
  const hours = new Set<number>();
  begin({ startDay: 15, startSeconds: 5 * HOUR_S }, ({ stations }) => {
    const { plan, inputs } = stations!;
    if (plan !== null) began.add(plan.fromS);
    hours.add(inputs.steps * inputs.stepHours);
  }).runTo(HOUR_S);
  expect([...began]).toEqual([STEP_S, QUARTER_S + LEAD_S, 2 * QUARTER_S + LEAD_S, 3 * QUARTER_S + LEAD_S]);
  // A day ahead.
  expect([...hours]).toEqual([24]);
});

it('a run that is saved while a plan is on its way, or in force, goes on to the same hash', () => {
  const when = { startDay: 15, startSeconds: 5 * HOUR_S };
  const whole = begin(when);
  whole.runTo(END_S);
  for (const at of [30, QUARTER_S + 120, 2 * QUARTER_S]) {
    const first = begin(when);
    first.runTo(at);
    const second = begin(when);
    expect(second.load(first.save()).ok).toBe(true);
    second.runTo(END_S);
    expect(second.finalHash()).toBe(whole.finalHash());
  }
});

describe('a station whose loops are all cooler than its engines', () => {
  it('lets its heat pump feed them as planned, and hot water the rest', () => {
    const warm = heatedFeeder();
    let pump = 0;
    const changes = { startDay: 10, startSeconds: 4 * HOUR_S, scene: warm.id };
    const watched: typeof energyDomain = {
      ...energyDomain,
      step(state, context) {
        energyDomain.step(state, context);
        const { hub, standing } = state.stations!;
        pump = standing.outputKw[hub.banks.findIndex(({ id }) => id === 'heat-pump')];
      },
    };
    const scenario = { ...defaultScenario(warm.id), domains: ['energy'], ...changes };
    const desk = deskInPlace([watched], { linear });
    createEngine({ scene: warm, scenario, domains: [watched], desk }).runTo(HOUR_S);
    expect(pump).toBeCloseTo(1_500, 6);
  });
});
