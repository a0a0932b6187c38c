import { beforeAll, describe, expect, it } from 'vitest';
import { type EnergyState, energyDomain } from '../../../sim/domains/energy';
import { loadSolverInNode } from '../../../sim/hosts/solver/load-in-node';
import type { ElementId, LinearSolver } from '../../../sim/kernel';
import type { KpiName } from '../../../sim/ports';
import type { Scenario } from '../../../sim/scenarios';
import type { CompiledScene } from '../../../sim/scene';
import { gasTown, runTown } from './gas-town';

const HOUR_S = 3_600;
const BOARDS = ['a1', 'a2', 'a3', 'a4', 'b1', 'b2', 'b3', 'b4'].map((bus) => `${bus}.low`);
const ENTRIES = ['h-A1', 'h-A2', 'h-A3', 'h-A4'];
const ALL = [...BOARDS, ...ENTRIES, 'east.low'];
const WINTER = { startDay: 15, startSeconds: 6 * HOUR_S };

/** The exchange and the way to it hang on feeder A; the cell, over which every meter speaks, on feeder B. */
function telecom(second: boolean) {
  const fibre = (from: string, to: string) => ({ id: `${from}:${to}`, from, to, lengthM: 400, fibres: 24 });
  return {
    nodes: [
      { id: 'exchange', at: [0, 0], kind: 'exchange', electricity: 'a1.low' },
      { id: 'cabinet', at: [10, 0], kind: 'cabinet', electricity: 'b1.low' },
      { id: 'cell', at: [20, 0], kind: 'cell', electricity: 'a4.low' },
    ],
    fibres: [fibre('exchange', 'cabinet'), fibre('cabinet', 'cell'), ...(second ? [fibre('exchange', 'cell')] : [])],
  };
}

function town(metered: readonly string[], { second = false, heard = true } = {}): CompiledScene {
  return gasTown(false, (files) => {
    files['scene.json'].files.push('telecom.json', 'sensors.json');
    files['telecom.json'] = telecom(second);
    files['sensors.json'] = {
      sensors: metered.map((element) => ({
        id: `meter:${element}`,
        kind: 'smart-meter',
        at: [0, 0],
        element,
        intervalSeconds: 900,
        ...(heard ? { telecom: 'cell' } : {}),
      })),
    };
  });
}

let linear: LinearSolver;
beforeAll(async () => {
  linear = await loadSolverInNode();
});

type Told = Partial<Record<KpiName, number>>;
const toldOf = (state: EnergyState): Told => {
  const told: Told = {};
  energyDomain.measure(state, (name, value) => {
    told[name] = value;
  });
  return told;
};

function lived(scene: CompiledScene, hours: number, changes: Partial<Scenario> = {}): Told & { state: EnergyState } {
  let last: EnergyState | undefined;
  runTown(scene, linear, { ...WINTER, ...changes }, (state) => {
    last = state;
  }).runTo(hours * HOUR_S);
  return { ...toldOf(last!), state: last! };
}

const shares = ({ ...told }: Told) => told['park.monitored-share']!;

describe('energy monitored', () => {
  it('is all of it where every connection has a meter, and what users took by the other meters', () => {
    const told = lived(town(ALL), 1);
    expect(told['park.monitored-share']).toBeCloseTo(100, 9);
    for (const carrier of ['electricity', 'heat', 'gas'] as const)
      expect(told[`park.monitored-${carrier}`], carrier).toBeCloseTo(100, 9);
    // Nobody is cooled here: of that there is no share.
    expect(told['park.monitored-cooling']).toBeUndefined();
    const { totals, stations } = told.state;
    expect(totals.usedGasKwh).toBeCloseTo(totals.houseGasKwh, 6);
    expect(totals.usedHeatKwh / totals.heatKwh).toBeCloseTo(1, 6);
    // Stations draw some of what is served: that is no user's.
    expect(stations).not.toBeNull();
    expect(totals.usedElectricKwh).toBeLessThan(totals.servedKwh);
    expect(totals.usedElectricKwh).toBeGreaterThan(0.8 * totals.servedKwh);
  });

  it('falls by what the meters taken away had seen, and to nothing without any', () => {
    const half = lived(town(ALL.filter((_, i) => i % 2 === 0)), 1);
    expect(shares(half)).toBeGreaterThan(20);
    expect(shares(half)).toBeLessThan(80);
    const less = lived(town(['a1.low', 'east.low']), 1);
    expect(shares(less)).toBeGreaterThan(0);
    expect(shares(less)).toBeLessThan(shares(half));
    expect(less['park.monitored-gas']).toBeCloseTo(100, 9);
    expect(less['park.monitored-heat']).toBe(0);
    expect(shares(lived(town([]), 1))).toBe(0);
  });

  it('is the same by the meter of a house as by that of the board that serves nobody else', () => {
    const byBoard = lived(town(['a1.low']), 1);
    const byHouse = lived(town(['A1']), 1);
    expect(byHouse['park.monitored-electricity']).toBeCloseTo(byBoard['park.monitored-electricity']!, 9);
    // A house's own sees its heat too.
    expect(byHouse['park.monitored-heat']).toBeGreaterThan(0);
    // And nothing is seen twice.
    expect(lived(town(['A1', 'a1.low']), 1)['park.monitored-electricity']).toBeCloseTo(
      byBoard['park.monitored-electricity']!,
      9,
    );
  });

  it('needs a way by which a meter is heard', () => {
    expect(shares(lived(town(ALL, { heard: false }), 1))).toBe(0);
  });

  /** The cabinet's own board. */
  const outage = {
    interventions: [
      {
        id: 'dark',
        kind: 'substation-outage',
        targets: ['b1.t' as ElementId],
        settings: { transfer: 'automatic', batteryMinutes: 0 },
        fromSeconds: HOUR_S,
        untilSeconds: null,
      },
    ],
  };

  it('stops while a cabinet on the way to the exchange is dark, and only then', () => {
    const whole = lived(town(ALL), 2);
    const cut = lived(town(ALL), 2, outage);
    expect(shares(whole)).toBeCloseTo(100, 9);
    // An hour of two: what was used then is a little more or less than in the other.
    expect(shares(cut)).toBeGreaterThan(30);
    expect(shares(cut)).toBeLessThan(70);
    // By a second way round the dark cabinet everything goes on being heard.
    expect(shares(lived(town(ALL, { second: true }), 2, outage))).toBeCloseTo(100, 9);
  });
});
