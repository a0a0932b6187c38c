/**
 * Rows S1 and S3 of the interventions over ten paired seeds that share everything but the change, and what S1 does to
 * parking guidance (T7) and to a crash (T9).
 */
import { describe, expect, it } from 'vitest';
import type { Intervention } from '../../sim/interventions';
import type { KpiName } from '../../sim/ports';
import { sceneOf } from '../domains/energy/scenes';
import { outage, runNet } from '../domains/telecom/small-net';
import { townWithSpaces } from '../domains/traffic/parking/town-with-spaces';
import { edgeSlot, figures, patch, run, start } from '../domains/traffic/simulate';
import { smallCity } from '../domains/traffic/small-city';
import { change, turnsOf } from './paired';

const SEEDS = Array.from({ length: 10 }, (_, i) => i + 1);
const HOUR_S = 3_600;
const park = sceneOf('eco-park');

const coverage = (percent: number): Intervention => ({
  id: 'it',
  kind: 'sensor-coverage',
  targets: [],
  settings: { parkingPercent: percent, metersPercent: percent, galleriesPercent: percent, roadsPercent: percent },
  fromSeconds: 0,
  untilSeconds: null,
});

type Figures = Partial<Record<KpiName, number>>;

/** Telecom alone: nobody else is touched, so whatever differs is the change's. */
function lived(seed: number, interventions: Intervention[], hours: number): Figures {
  const of = runNet(park, { seed, interventions }, []);
  of.engine.runTo(hours * HOUR_S);
  return of.figures();
}

const late = ['telecom.mean-age', 'telecom.sections-unheard', 'telecom.crash-known'] as const;

describe('S1, coverage', () => {
  it('what is known is younger, sooner and more, the more is covered: in every one of ten seeds', () => {
    for (const seed of SEEDS) {
      const steps = [0, 35, 70, 100].map((percent) => lived(seed, [coverage(percent)], 1));
      for (let k = 1; k < steps.length; k++) {
        for (const kpi of late) expect(steps[k][kpi], `${kpi}, seed ${seed}`).toBeLessThan(steps[k - 1][kpi]!);
        expect(steps[k]['telecom.sensors-heard']).toBeGreaterThan(steps[k - 1]['telecom.sensors-heard']!);
      }
      // All of them covered is the city as it is.
      expect(steps[3]).toEqual(lived(seed, [], 1));
      expect(steps[3]['telecom.sensors-heard']).toBe(100);
    }
  });
});

describe('S3, an outage of nodes', () => {
  const nodes = park.scene.telecom!.nodes.filter(({ kind }) => kind === 'cell').slice(0, 12);
  const out = outage(
    nodes.map(({ id }) => id),
    600,
    1,
  );

  it('makes data older and crashes known later, and is over when it is over: in every one of ten seeds', () => {
    for (const seed of SEEDS) {
      const without = lived(seed, [], 1);
      const during = lived(seed, [out], 1);
      expect(during['telecom.nodes-lost']).toBe(12);
      for (const kpi of ['telecom.mean-age', 'telecom.worst-age', 'telecom.crash-known'] as const) {
        if (kpi !== 'telecom.worst-age') expect(during[kpi], kpi).toBeGreaterThan(without[kpi]!);
        else expect(during[kpi], kpi).toBeGreaterThanOrEqual(HOUR_S - 600);
      }
      const after = lived(seed, [out], 1.5);
      for (const kpi of ['telecom.nodes-lost', 'telecom.crash-known', 'telecom.sensors-heard'] as const)
        expect(after[kpi], kpi).toBe(without[kpi]);
    }
  });
});

describe('S1 and what needs it', () => {
  it('T7: guidance through streets that nobody hears is none at all', () => {
    const town = townWithSpaces(2);
    const searched = (guided: boolean, heard: number) => {
      const of = run(start(town, 1, 36_000), 300);
      of.streets?.parkingHeard.fill(heard);
      if (guided) patch(of, turnsOf(town, change('guide-parking', [], { sharePercent: 100 })));
      run(of, 900);
      return figures(of)['traffic.parking-search'];
    };
    expect(searched(true, 0)).toBe(searched(false, 1));
    expect(searched(true, 1)).toBeLessThan(searched(false, 1));
  });

  it('T9: with a loop that is heard a crash costs less time than with a call: in every one of ten seeds', () => {
    const road = smallCity('road', {
      nodes: { w: [-500, 0], a: [0, 0], e: [500, 0], s: [0, -200] },
      streets: {
        main: { path: ['w', 'a', 'e'], class: 'arterial', lanes: 1 },
        side: { path: ['a', 's'], class: 'local', lanes: 1 },
      },
      gates: { w: 9_000, e: 9_000 },
    });
    const spent = (seed: number, foundS: number) => {
      const of = run(start(road, seed), 60);
      of.streets?.incidentFound.fill(foundS);
      const crash = (value: number | null) =>
        patch(of, [{ knob: 'lane.crash', slot: road.roads.edgeFirstLane[edgeSlot(of, 'main:w:a')], value, cause: 7 }]);
      let vehicleSeconds = 0;
      const see = () => {
        const { vehicles, waiting } = of.state;
        vehicleSeconds += 0.5 * waiting.count;
        for (let row = 0; row < vehicles.rowEnd; row++) if (vehicles.track[row] >= 0) vehicleSeconds += 0.5;
      };
      crash(0.5);
      run(of, 60, see);
      crash(null);
      run(of, 600, see);
      return vehicleSeconds;
    };
    for (const seed of SEEDS) expect(spent(seed, 200), `seed ${seed}`).toBeLessThan(spent(seed, 600));
  });
});
