import { describe, expect, it } from 'vitest';
import { trafficDomain } from '../../../../sim/domains/traffic';
import { guideDrivers } from '../../../../sim/interventions/kinds/guide-drivers';
import { hashBytes } from '../../../../sim/kernel';
import { change, turnsOf } from '../../../interventions/paired';
import { edgeSlot, figures, patch, type Run, run, STEP_SECONDS, start } from '../simulate';
import { guidedGrid, MIDDLE_BLOCK } from './guided-grid';

const city = guidedGrid(20_000);
const quiet = guidedGrid(3_000);
const SEEDS = [1, 2];

interface Plan {
  readonly share: number;
  readonly crash?: boolean;
  readonly reached?: number;
  /** Guidance is taken back before anything happens. */
  readonly isEnded?: boolean;
  readonly town?: typeof city;
}

/** Ten minutes that all plans share, then twenty with a crash on both lanes of the avenue. */
function lived(seed: number, { share, town = city, crash = true, reached = 1, isEnded = false }: Plan) {
  const of = run(start(town, seed), 600);
  of.streets?.driversReached.fill(reached);
  const guidance = change('guide-drivers', [], { sharePercent: 100 * share });
  if (share > 0) patch(of, turnsOf(town, guidance));
  if (isEnded) {
    run(of, 30);
    patch(
      of,
      turnsOf(town, guidance).map((turn) => ({ ...turn, value: null })),
    );
  } else run(of, 30);
  if (crash) {
    const first = town.roads.edgeFirstLane[edgeSlot(of, MIDDLE_BLOCK)];
    for (const slot of [first, first + 1]) patch(of, [{ knob: 'lane.crash', slot, value: 0.5, cause: 7 }]);
  }
  let vehicleSeconds = 0;
  run(of, 1_200, (now) => {
    vehicleSeconds += STEP_SECONDS * everybody(now);
  });
  return { of, vehicleSeconds, diverted: figures(of)['traffic.trips-diverted'] };
}

function everybody({ state: { vehicles, waiting } }: Run): number {
  let count = waiting.count;
  for (let row = 0; row < vehicles.rowEnd; row++) if (vehicles.track[row] >= 0) count++;
  return count;
}

const hashOf = (of: Run) => hashBytes(trafficDomain.save(of.state));

describe('drivers who are told where it is quicker', () => {
  it('go round a crash, are counted, and all together lose less time; once nobody is told any more, nobody does', () => {
    let [without, withIt, diverted] = [0, 0, 0];
    for (const seed of SEEDS) {
      const none = lived(seed, { share: 0 });
      const some = lived(seed, { share: 0.6 });
      expect(none.diverted, `seed ${seed}`).toBe(0);
      without += none.vehicleSeconds;
      withIt += some.vehicleSeconds;
      diverted += some.diverted;
      if (seed !== SEEDS[0]) continue;
      const ended = lived(seed, { share: 0.6, isEnded: true });
      expect(ended.diverted).toBe(0);
      expect(ended.vehicleSeconds).toBe(none.vehicleSeconds);
    }
    expect(diverted).toBeGreaterThan(20);
    expect(withIt).toBeLessThan(0.99 * without);
  });

  it('are told nothing where telecom does not reach them', () => {
    expect(lived(2, { share: 1, reached: 0 }).vehicleSeconds).toBe(lived(2, { share: 0 }).vehicleSeconds);
  });

  it('keep to their ways while these are as quick as any', () => {
    const told = lived(1, { share: 1, crash: false, town: quiet });
    expect(told.diverted).toBe(0);
    expect(told.vehicleSeconds).toBe(lived(1, { share: 0, crash: false, town: quiet }).vehicleSeconds);
  });

  it('are the same drivers and more of them at a larger share', () => {
    const [few, all] = [lived(2, { share: 0.3 }).diverted, lived(2, { share: 1 }).diverted];
    expect(few).toBeGreaterThan(0);
    expect(all).toBeGreaterThan(few);
  });

  it('drive on to the bit after being saved and loaded', () => {
    const { of } = lived(2, { share: 1 });
    const bytes = trafficDomain.save(of.state);
    const loaded = { ...of, state: trafficDomain.load(city, of.state.settings, bytes) };
    run(of, 60);
    run(loaded, 60);
    expect(hashOf(loaded)).toBe(hashOf(of));
  });

  it('need a city where drivers choose', () => {
    const nobody = { ...city, scene: { ...city.scene, demand: { ...city.scene.demand!, gates: [] } } };
    const guidance = { ...change('guide-drivers', []), settings: { sharePercent: 60 } };
    expect(guideDrivers.check?.(guidance, nobody)).toMatchObject([{ code: 'intervention.nobody-to-guide' }]);
    expect(guideDrivers.check?.(guidance, city)).toEqual([]);
  });
});
