/**
 * Rows E5 to E7 of the interventions, on the smallest grid with a station: ten pairs of days that share everything but
 * the change. What a battery does in an outage is in ride-through-signs.test.ts.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import { type EnergyState, energyDomain } from '../../sim/domains/energy';
import { GAS_KG_PER_KWH, SHANDONG_KG_PER_KWH } from '../../sim/domains/energy/dispatch';
import { loadSolverInNode } from '../../sim/hosts/solver/load-in-node';
import type { Intervention } from '../../sim/interventions';
import type { LinearSolver } from '../../sim/kernel';
import type { KpiName } from '../../sim/ports';
import { bandOfMean } from '../../sim/studies';
import { energyAlone } from '../domains/energy/energy-alone';
import { smallStation } from '../domains/energy/small-station';
import { change, type KindName } from './paired';

const SEEDS = 10;
const DAY_S = 86_400;
const DEADBAND = 0.002;
const scene = smallStation();
let linear: LinearSolver;
beforeAll(async () => {
  linear = await loadSolverInNode();
});

const winter = { startDay: 20, startSeconds: 0 } as const;
const summer = { startDay: 205, startSeconds: 0 } as const;
type When = typeof winter | typeof summer;

function day(when: When, seed: number, changes: readonly Intervention[], stepS = 900, see?: (of: EnergyState) => void) {
  let last: EnergyState | undefined;
  const settings = { ...when, seed, stepSeconds: { energy: stepS }, interventions: changes };
  energyAlone(scene, linear, settings, (state) => {
    last = state;
    see?.(state);
  }).runTo(DAY_S);
  const figures = {} as Record<KpiName, number>;
  energyDomain.measure(last!, (name, value) => {
    figures[name] = value;
  });
  return { state: last!, figures };
}

const at = (kind: KindName, settings: Parameters<typeof change>[2]): Intervention[] => [
  change(kind, ['s'], settings) as Intervention,
];

const plainDays = new Map<string, Record<KpiName, number>>();

/** A day without a change, lived once for all rows. */
function plainDay(when: When, seed: number): Record<KpiName, number> {
  const key = `${when.startDay} ${seed}`;
  const figures = plainDays.get(key) ?? day(when, seed, []).figures;
  plainDays.set(key, figures);
  return figures;
}

interface Row {
  readonly name: string;
  readonly when: When;
  readonly changes: Intervention[];
  readonly expected: Partial<Record<KpiName, -1 | 0 | 1>>;
}

const rows: readonly Row[] = [
  {
    name: 'E5, a battery to cut peaks: a lower peak bought, for somewhat more energy',
    when: summer,
    changes: at('station-battery', { power: 1_000, energy: 4_000 }),
    expected: {
      'energy.import-peak': -1,
      'energy.imported-electricity': 1,
      'energy.network-losses': -1,
      'energy.electric-peak': 0,
    },
  },
  {
    name: 'E6, more engines by plan: less bought, more gas, nobody colder',
    when: winter,
    changes: at('station-engines', { power: 500, mode: 'plan' }),
    expected: { 'energy.imported-electricity': -1, 'energy.gas': 1, 'energy.unserved-heat': 0 },
  },
  {
    name: 'E6, engines led by heat: the same signs',
    when: winter,
    changes: at('station-engines', { power: 500, mode: 'heat' }),
    expected: { 'energy.imported-electricity': -1, 'energy.gas': 1, 'energy.unserved-heat': 0 },
  },
  {
    name: 'E6, engines led by power: the same signs, in summer too',
    when: summer,
    changes: at('station-engines', { power: 500, mode: 'power' }),
    expected: { 'energy.imported-electricity': -1, 'energy.gas': 1, 'energy.unserved-heat': 0 },
  },
  {
    name: 'E7, ground-source heat pumps in winter: less gas, a higher electric peak',
    when: winter,
    changes: at('station-heat-pumps', { heat: 2_000 }),
    expected: { 'energy.gas': -1, 'energy.electric-peak': 1, 'energy.unserved-heat': 0 },
  },
  {
    name: 'E7 in summer: a lower electric peak, since they cool with less than chillers do',
    when: summer,
    changes: at('station-heat-pumps', { heat: 2_000 }),
    expected: { 'energy.gas': -1, 'energy.electric-peak': -1 },
  },
];

describe('over ten paired seeds', () => {
  it.each(rows.map((row) => [row.name, row] as const))('%s', (_, { when, changes, expected }) => {
    const pairs = Array.from({ length: SEEDS }, (_, i) => ({
      without: plainDay(when, i + 1),
      with: day(when, i + 1, changes).figures,
    }));
    const found: Partial<Record<KpiName, number>> = {};
    for (const kpi of Object.keys(expected) as KpiName[]) {
      const differences = pairs.map((pair) => pair.with[kpi] - pair.without[kpi]);
      const mean = differences.reduce((sum, value) => sum + value, 0) / SEEDS;
      const base = pairs.reduce((sum, pair) => sum + Math.abs(pair.without[kpi]), 0) / SEEDS;
      const isNone = Math.abs(mean) <= bandOfMean(differences) || Math.abs(mean) <= DEADBAND * base;
      found[kpi] = isNone ? 0 : Math.sign(mean);
      if (found[kpi] === 0) continue;
      expect(differences.filter((value) => Math.sign(value) === found[kpi]).length).toBeGreaterThanOrEqual(9);
    }
    expect(found).toEqual(expected);
  });
});

describe('besides its sign', () => {
  it.each([60, 900])(
    'E5 at %d s: what is bought more is what is kept, and what is lost on the way in, out and by standing',
    (stepS) => {
      let lostKwh = 0;
      let before = 400; // a tenth of it: it comes as empty as it may be
      const see = ({ stations }: EnergyState) => {
        const { hub, standing } = stations!;
        const b = hub.banks.findIndex(({ id }) => id === 's.added-battery');
        if (b < 0) return;
        const hours = stepS / 3_600;
        const { efficiency, lossPerHour } = hub.banks[b].store!;
        const kw = standing.outputKw[b];
        lostKwh += (kw > 0 ? (1 - efficiency) * kw : (1 / efficiency - 1) * -kw) * hours;
        lostKwh += before * (1 - (1 - lossPerHour) ** hours);
        before = standing.heldKwh[b];
      };
      const plain = day(summer, 1, [], stepS).figures;
      const changed = day(summer, 1, at('station-battery', { power: 1_000, energy: 4_000 }), stepS, see).figures;
      const net = (of: typeof plain) =>
        of['energy.imported-electricity'] - of['energy.exported-electricity'] - of['energy.network-losses'];
      expect(lostKwh).toBeGreaterThan(100);
      expect(net(changed) - net(plain)).toBeCloseTo(before - 400 + lostKwh, 2);
    },
  );

  it('E6 led by heat: no heat ever goes to the air, and no engine runs below its minimum', () => {
    let ran = 0;
    const see = ({ stations }: EnergyState) => {
      const { hub, standing } = stations!;
      expect(standing.dumpedKw[0]).toBeLessThan(1e-9);
      hub.banks.forEach(({ engine, minimumLoad, sizeKw }, b) => {
        if (!engine) return;
        ran += standing.running[b];
        expect(standing.outputKw[b]).toBeGreaterThanOrEqual(standing.running[b] * minimumLoad * sizeKw - 1e-9);
      });
    };
    for (const when of [winter, summer]) day(when, 1, at('station-engines', { power: 500, mode: 'heat' }), 60, see);
    expect(ran).toBeGreaterThan(0);
  });

  it('E6 led by power: engines follow the load and never give more than is drawn', () => {
    let followed = 0;
    const see = ({ stations, power }: EnergyState) => {
      const { hub, standing } = stations!;
      const { grid, positions, wantedKw } = power!;
      let load = 0;
      for (let node = 0; node < grid.nodeCount; node++) {
        if (positions.live[grid.sections.ofNode[node]] === 1) load += wantedKw[node];
      }
      let given = 0;
      let most = 0;
      hub.banks.forEach(({ engine, count, sizeKw }, b) => {
        if (!engine) return;
        given += standing.outputKw[b];
        most += count * sizeKw;
      });
      expect(given).toBeLessThanOrEqual(load * 1.001);
      // Between two engines and one with the other at its least there is nothing.
      if (given >= Math.min(load, most) - 250) followed++;
    };
    day(summer, 1, at('station-engines', { power: 500, mode: 'power' }), 60, see);
    expect(followed).toBeGreaterThan(0.98 * 1_440);
  });

  it('E7: whether it emits less is a question of the grid, with a break-even between more power and less gas', () => {
    const plain = day(winter, 1, []).figures;
    const changed = day(winter, 1, at('station-heat-pumps', { heat: 2_000 })).figures;
    const more = (kpi: KpiName) => changed[kpi] - plain[kpi];
    const emitted = (gridKgPerKwh: number) =>
      more('energy.imported-electricity') * gridKgPerKwh + more('energy.gas') * GAS_KG_PER_KWH;
    expect(more('energy.co2')).toBeCloseTo(emitted(SHANDONG_KG_PER_KWH), 6);
    const breakEven = (-more('energy.gas') * GAS_KG_PER_KWH) / more('energy.imported-electricity');
    expect(breakEven).toBeGreaterThan(0);
    expect(Math.sign(more('energy.co2'))).toBe(Math.sign(SHANDONG_KG_PER_KWH - breakEven));
    expect(emitted(0.5 * breakEven)).toBeLessThan(0);
    expect(emitted(2 * breakEven)).toBeGreaterThan(0);
  });
});
