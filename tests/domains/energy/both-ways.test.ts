import { beforeAll, describe, expect, it } from 'vitest';
import type { EnergyState } from '../../../sim/domains/energy';
import { groundAt } from '../../../sim/domains/energy/weather';
import { loadSolverInNode } from '../../../sim/hosts/solver/load-in-node';
import type { LinearSolver } from '../../../sim/kernel';
import { balanceWatch } from './balances';
import { askedAndMissed, energyAlone } from './energy-alone';
import { smallStation } from './small-station';

const HOUR_S = 3_600;
const STEP_S = 60;
const PUMP = { id: 's.pump', kind: 'ground-source-heat-pump', count: 3, heatKw: 600, coolingKw: 540 };
const scene = smallStation([PUMP]);
let linear: LinearSolver;
beforeAll(async () => {
  linear = await loadSolverInNode();
});

describe('heat pumps that also cool', () => {
  it.each([
    ['a winter day', 20],
    ['a summer day', 205],
  ] as const)('share their machines between heat and cold on %s, and everything balances', (_, startDay) => {
    const watch = balanceWatch(STEP_S);
    let heatKwh = 0;
    let coldKwh = 0;
    let coldPowerKwh = 0;
    let missed = 0;
    let asked = 0;
    let planned = 0;
    const engine = energyAlone(scene, linear, { startDay, startSeconds: 8 * HOUR_S }, (state: EnergyState) => {
      const { hub, standing, plan, inputs } = state.stations!;
      const b = hub.banks.findIndex(({ id }) => id === 's.pump');
      const heating = Math.ceil(standing.outputKw[b] / 600 - 1e-9);
      const cooling = Math.ceil(standing.coldKw[b] / 540 - 1e-9);
      expect(heating + cooling).toBeLessThanOrEqual(3);
      expect(standing.running[b]).toBe(heating + cooling);
      expect(standing.electricKw[b]).toBeGreaterThanOrEqual(standing.coldElectricKw[b]);
      heatKwh += standing.outputKw[b] / 60;
      coldKwh += standing.coldKw[b] / 60;
      coldPowerKwh += standing.coldElectricKw[b] / 60;
      const off = watch(state);
      expect(Math.max(off.power, off.heat, off.cold)).toBeLessThan(1e-6);
      expect(worstNode(state)).toBeLessThan(1e-6);
      const now = askedAndMissed(state);
      asked += now.asked;
      missed += now.missed;
      if (plan === null) return;
      for (const kw of plan.plan.coldKw) planned += kw;
      // 0.55 of Carnot’s from water of 6 °C to 15 K above the ground, 7 at most, less the work that becomes heat.
      const hotK = groundAt(state.weather!, state.weatherNow, 50) + 15 + 273.15;
      expect(inputs.coolingCop[b * inputs.steps]).toBeCloseTo(Math.min(7, (0.55 * hotK) / (hotK - 279.15)) - 1, 6);
    });
    engine.runTo(5 * HOUR_S);
    expect(missed / asked).toBeLessThan(1e-6);
    if (startDay === 20) {
      expect(heatKwh).toBeGreaterThan(1_000);
      return;
    }
    expect(planned).toBeGreaterThan(0);
    expect(coldKwh).toBeGreaterThan(1_000);
    // At full load 5.9 to 7 for the ground's 14 °C; never better.
    expect(coldKwh / coldPowerKwh).toBeGreaterThan(4);
    expect(coldKwh / coldPowerKwh).toBeLessThan(7);
  });
});

/** Flows through nodes that only pass on: what comes less what goes, as a share of it. */
function worstNode({ flows }: EnergyState): number {
  let worst = 0;
  for (const node of ['electricity', 'cooling', 'chillers', 'heat-pumps']) {
    let through = 0;
    let left = 0;
    flows.links.forEach(({ from, to }, i) => {
      if (to === node) {
        through += Math.abs(flows.kw[i]);
        left += flows.kw[i];
      }
      if (from === node) left -= flows.kw[i];
    });
    worst = Math.max(worst, Math.abs(left) / Math.max(1, through));
  }
  return worst;
}
