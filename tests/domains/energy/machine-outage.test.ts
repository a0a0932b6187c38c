import { beforeAll, describe, expect, it } from 'vitest';
import type { EnergyState } from '../../../sim/domains/energy';
import { loadSolverInNode } from '../../../sim/hosts/solver/load-in-node';
import { type Intervention, interventionKinds } from '../../../sim/interventions';
import type { LinearSolver } from '../../../sim/kernel';
import type { CompiledScene } from '../../../sim/scene';
import { askedAndMissed, energyAlone, largestUnits, machinesOut } from './energy-alone';
import { oneStation } from './one-station';
import { smallStation } from './small-station';

const HOUR_S = 3_600;
let linear: LinearSolver;
let scene: CompiledScene;
beforeAll(async () => {
  linear = await loadSolverInNode();
  scene = smallStation();
});

/** A winter morning of one station; `see` is told of every step's end. */
function morning(
  hours: number,
  changes: readonly Intervention[],
  see: (of: EnergyState, seconds: number, stepS: number) => void,
) {
  const when = { startDay: 15, startSeconds: 9 * HOUR_S, interventions: changes };
  energyAlone(scene, linear, when, see).runTo(hours * HOUR_S);
}

const bankOf = ({ stations }: EnergyState, id: string) => stations!.hub.banks.findIndex((bank) => bank.id === id);

describe('engines out of order', () => {
  it('stop in the same step, a plan without them is asked for at once, and they come back with the one after', () => {
    const outS = HOUR_S + 900;
    const backS = 2 * HOUR_S;
    const running = new Map<number, number>();
    const askedAt: number[] = [];
    let plannedWithout = 0;
    let onItsWay = Number.NaN;
    morning(3, [machinesOut('out', ['s.chp'], 1, outS, backS)], (state, seconds) => {
      const { standing, askedForS, plan, inOrder } = state.stations!;
      const b = bankOf(state, 's.chp');
      running.set(seconds, standing.running[b]);
      if (!Number.isNaN(askedForS) && askedForS !== onItsWay) askedAt.push(seconds);
      onItsWay = askedForS;
      const isOut = seconds >= outS && seconds < backS;
      expect(inOrder[b]).toBe(isOut ? 0 : 1);
      if (!isOut) return;
      expect(standing.gasKw[b] + standing.outputKw[b] + standing.heatKw[b]).toBe(0);
      if (plan === null || plan.fromS <= outS) return;
      plannedWithout++;
      const planned = plan.plan.running.subarray(b * plan.plan.steps, (b + 1) * plan.plan.steps);
      expect(planned.every((count) => count === 0)).toBe(true);
    });
    expect(running.get(HOUR_S)).toBeGreaterThan(0);
    expect(running.get(outS)).toBe(0);
    expect(running.get(backS + 1_800)).toBeGreaterThan(0);
    expect(askedAt).toContain(outS);
    expect(askedAt).toContain(backS);
    expect(plannedWithout).toBeGreaterThan(0);
  });
});

describe('a store out of order', () => {
  it('keeps what it holds but for its standing loss, and neither takes nor gives', () => {
    let before = Number.NaN;
    morning(1.5, [machinesOut('out', ['s.store'], 1, 0, 2 * HOUR_S)], (state, _, stepS) => {
      const { standing } = state.stations!;
      const b = bankOf(state, 's.store');
      expect(Math.abs(standing.outputKw[b])).toBe(0);
      if (!Number.isNaN(before)) expect(standing.heldKwh[b] / before).toBeCloseTo(0.9965 ** (stepS / HOUR_S), 6);
      before = standing.heldKwh[b];
    });
    expect(before).toBeGreaterThan(0);
  });
});

describe('all that gives heat out of order', () => {
  it('leaves houses without, who are not told that they are served', () => {
    let delivered = Number.NaN;
    let asked = Number.NaN;
    let unserved = Number.NaN;
    const of = (id: string, machines: number) => machinesOut(id, [id], machines, 0, 9 * HOUR_S);
    const changes = [of('s.chp', 1), of('s.boiler', 4), of('s.store', 1)];
    morning(3, changes, ({ stations, consumers, totals }) => {
      const heat = stations!.loops.filter(({ carrier }) => carrier === 'heat');
      delivered = heat.reduce((sum, { net }) => sum + net.outputs.deliveredW.reduce((a, w) => a + w, 0) / 1_000, 0);
      asked = heat.reduce((sum, { buildings }) => {
        let own = sum;
        for (const i of buildings) own += consumers!.asked.heatKw[i];
        return own;
      }, 0);
      unserved = totals.unservedHeatKw;
    });
    expect(delivered).toBeLessThan(0.2 * asked);
    expect(unserved).toBeCloseTo(asked - delivered, 3);
  });
});

describe('the largest unit out, where least is to spare', () => {
  it.each([
    ['magnolia', 'january-design', 'heat', 6],
    ['jinggong', 'july-design', 'cooling', 13],
  ] as const)('leaves nobody of %s without on the %s', (station, weatherDay, carrier, hour) => {
    const own = oneStation(station);
    const out = machinesOut('out', largestUnits(own, carrier), 1, 0, null);
    let asked = 0;
    let missed = 0;
    const settings = { weatherDay, startSeconds: hour * HOUR_S, interventions: [out] };
    const engine = energyAlone(own, linear, settings, (state) => {
      const now = askedAndMissed(state);
      asked += now.asked;
      missed += now.missed;
    });
    engine.runTo(2 * HOUR_S);
    expect(asked).toBeGreaterThan(0);
    expect(missed / asked).toBeLessThan(1e-6);
  });
});

describe('a change of machines', () => {
  const check = (targets: readonly string[], machines: number) =>
    interventionKinds['machine-outage'].check!(machinesOut('out', targets, machines, 0, 1) as never, scene).map(
      ({ code }) => code,
    );

  it('is refused where a bank has fewer, and for what the sky drives', () => {
    expect(check(['s.boiler'], 4)).toEqual([]);
    expect(check(['s.boiler'], 5)).toEqual(['intervention.too-many-machines']);
    const roofs = oneStation('xinyuan');
    const { check: of } = interventionKinds['machine-outage'];
    expect(of!(machinesOut('out', ['xinyuan.roofs'], 1, 0, 1) as never, roofs).map(({ code }) => code)).toEqual([
      'intervention.no-machine',
    ]);
  });
});
