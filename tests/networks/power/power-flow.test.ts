import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  BUS_OUT,
  BUS_PV,
  BUS_SLACK,
  createPowerFlow,
  createPowerNetwork,
  findFaults,
  type PowerFlow,
  type PowerNetwork,
  shareGeneration,
} from '../../../sim/networks/power';
import { draws, meshedNetwork, permuted, radialNetwork, shuffled } from './made-networks';

const seeds = fc.integer({ min: 0, max: 1_000_000 });
const few = { numRuns: 25 };

/** Greatest difference between what comes out of a live PQ bus and what is fed in there. */
function imbalance({ network, results, voltages, isLive }: PowerFlow): number {
  let worst = 0;
  for (let i = 0; i < network.busCount; i++) {
    if (!isLive[i] || network.kind[i] === BUS_SLACK) continue;
    worst = Math.max(worst, Math.abs(results.balanceP[i] - voltages.injectedP[i]));
    if (network.kind[i] !== BUS_PV) worst = Math.max(worst, Math.abs(results.balanceQ[i] - voltages.injectedQ[i]));
  }
  return worst;
}

function farthest(one: Float64Array, other: Float64Array): number {
  return one.reduce((most, value, i) => Math.max(most, Math.abs(value - other[i])), 0);
}

/** Two buses and a line: the one with a solution on paper. */
function twoBuses(load: number, reactance: number): PowerNetwork {
  const network = createPowerNetwork(2, 1);
  network.kind[0] = BUS_SLACK;
  network.to[0] = 1;
  network.reactance[0] = reactance;
  network.loadP[1] = load;
  return network;
}

describe('a power flow', () => {
  it('balances at every bus, and what is fed in is what is drawn and lost', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const network = meshedNetwork(90, seed);
        const flow = createPowerFlow(network);
        expect(flow.solve().state).toBe('converged');
        expect(imbalance(flow)).toBeLessThan(1e-9);
        const losses = flow.losses();
        const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0);
        const { p, q } = { p: sum(flow.results.balanceP), q: sum(flow.results.balanceQ) };
        expect(p).toBeCloseTo(losses.seriesP + losses.shuntP, 9);
        expect(q).toBeCloseTo(losses.seriesQ - losses.chargingQ - losses.shuntQ, 9);
      }),
      few,
    );
  });

  it('of two buses and a reactance is the one on paper', () => {
    // P = V₁V₂ sin δ / X and no Q at the end: V₂² = (1 + √(1 − 4 X² P²)) / 2.
    const flow = createPowerFlow(twoBuses(0.8, 0.3));
    for (const method of ['newton', 'sweep'] as const) {
      expect(flow.solve({ method, start: 'given' }).state).toBe('converged');
      const vm = Math.sqrt((1 + Math.sqrt(1 - 4 * 0.09 * 0.64)) / 2);
      expect(flow.results.vm[1]).toBeCloseTo(vm, 9);
      expect(flow.results.vaRad[1]).toBeCloseTo(-Math.asin((0.8 * 0.3) / vm), 9);
      expect(flow.results.pFrom[0]).toBeCloseTo(0.8, 9);
    }
  });

  it('has no solution beyond the greatest power that the line can carry, and says at which bus', () => {
    // At unity power factor that is V² / 2X.
    for (const method of ['newton', 'sweep', 'auto'] as const) {
      const below = createPowerFlow(twoBuses(0.99 / 0.6, 0.3)).solve({ method, sweepIterations: 2_000 });
      expect(below.state).toBe('converged');
      const flow = createPowerFlow(twoBuses(1.05 / 0.6, 0.3));
      const beyond = flow.solve({ method });
      expect(beyond.state).toBe('diverged');
      expect(beyond.islands[0].ending?.worstBus).toBe(1);
      expect([...flow.results.vm]).toEqual([0, 0]);
    }
  });

  it('is the same whatever order buses and branches are in', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const draw = draws(seed);
        const network = meshedNetwork(60, seed);
        const busTo = shuffled(network.busCount, draw);
        const one = createPowerFlow(network);
        const other = createPowerFlow(permuted(network, busTo, shuffled(network.branchCount, draw)));
        expect(one.solve().state).toBe('converged');
        expect(other.solve().state).toBe('converged');
        for (let i = 0; i < network.busCount; i++) {
          expect(other.results.vm[busTo[i]]).toBeCloseTo(one.results.vm[i], 9);
          expect(other.results.vaRad[busTo[i]]).toBeCloseTo(one.results.vaRad[i], 9);
        }
      }),
      few,
    );
  });

  it('is the same on another base of power', () => {
    fc.assert(
      fc.property(seeds, fc.double({ min: 0.1, max: 10, noNaN: true }), (seed, factor) => {
        const network = meshedNetwork(50, seed);
        const scaled = permuted(network, shuffledNot(network.busCount), shuffledNot(network.branchCount));
        for (const name of ['loadP', 'loadQ', 'charging', 'generatorP'] as const) {
          for (let i = 0; i < scaled[name].length; i++) scaled[name][i] *= factor;
        }
        for (const name of ['resistance', 'reactance'] as const) {
          for (let k = 0; k < scaled.branchCount; k++) scaled[name][k] /= factor;
        }
        const [one, other] = [createPowerFlow(network), createPowerFlow(scaled)];
        one.solve();
        expect(other.solve().state).toBe('converged');
        expect(farthest(one.results.vm, other.results.vm)).toBeLessThan(1e-8);
        expect(other.losses().seriesP / factor).toBeCloseTo(one.losses().seriesP, 8);
      }),
      few,
    );
  });

  it('holds P of a generator at a bus that nothing holds, and the voltage where it is to hold it', () => {
    const network = meshedNetwork(40, 5);
    const bus = network.generatorBus[0];
    const flow = createPowerFlow(network);
    flow.solve();
    expect(flow.results.vm[bus]).toBeCloseTo(network.setVm[bus], 12);
    const { p, q } = shareGeneration(flow);
    expect(p[0]).toBe(network.generatorP[0]);
    expect(q[0]).toBeCloseTo(flow.results.balanceQ[bus] + network.loadQ[bus], 12);
    network.generatorOn[0] = 0;
    flow.solve();
    expect(Math.abs(flow.results.vm[bus] - network.setVm[bus])).toBeGreaterThan(1e-6);
    expect(imbalance(flow)).toBeLessThan(1e-9);
  });

  it('goes on from its last solution to the same one, in fewer steps', () => {
    const network = meshedNetwork(200, 3);
    const warm = createPowerFlow(network);
    const cold = createPowerFlow(network);
    const far = warm.solve();
    for (let i = 0; i < network.busCount; i++) network.loadP[i] *= 1.001;
    const near = warm.solve({ start: 'last' });
    cold.solve();
    expect(near.iterations).toBeLessThan(far.iterations);
    expect(farthest(warm.results.vm, cold.results.vm)).toBeLessThan(1e-9);
  });
});

const shuffledNot = (count: number) => Array.from({ length: count }, (_, i) => i);

/** The same network with other branches beside some of its own, as twins or with another impedance. */
function sideBySide(network: PowerNetwork, seed: number): PowerNetwork {
  const draw = draws(seed + 1);
  const doubled = Array.from({ length: network.branchCount }, (_, k) => k).filter(() => draw() < 0.3);
  const more = [0, ...doubled, ...doubled.filter(() => draw() < 0.3)];
  const other = createPowerNetwork(network.busCount, network.branchCount + more.length);
  const perBus = ['kind', 'loadP', 'loadQ', 'shuntG', 'shuntB', 'setVm', 'setVaRad', 'startVm', 'startVaRad'] as const;
  for (const name of perBus) other[name].set(network[name]);
  const names = ['from', 'to', 'resistance', 'reactance', 'charging', 'ratio', 'shiftRad', 'rating', 'closed'] as const;
  for (const name of names) {
    other[name].set(network[name]);
    more.forEach((k, i) => {
      other[name][network.branchCount + i] = network[name][k];
    });
  }
  for (let i = 0; i < more.length; i++) {
    const by = 0.5 + draw();
    other.resistance[network.branchCount + i] *= by;
    other.reactance[network.branchCount + i] *= 0.5 + draw();
    other.charging[network.branchCount + i] *= by;
  }
  return other;
}

describe('the sweep', () => {
  it('equals Newton on random feeders, with shunts, taps, shifters and several sources', () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: 1, max: 3 }), (seed, sources) => {
        const network = radialNetwork(120, seed, { sources, shunts: true, transformers: true });
        const [sweep, newton] = [createPowerFlow(network), createPowerFlow(network)];
        const outcome = sweep.solve({ method: 'sweep' });
        expect(outcome.state).toBe('converged');
        expect(outcome.islands.every((each) => each.method === 'sweep')).toBe(true);
        expect(newton.solve({ method: 'newton' }).state).toBe('converged');
        expect(farthest(sweep.results.vm, newton.results.vm)).toBeLessThan(1e-9);
        expect(farthest(sweep.results.vaRad, newton.results.vaRad)).toBeLessThan(1e-9);
        expect(imbalance(sweep)).toBeLessThan(1e-9);
      }),
      few,
    );
  });

  it('takes branches side by side for one, as long as they turn alike', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const network = sideBySide(radialNetwork(80, seed, { sources: 2, shunts: true, transformers: true }), seed);
        const [sweep, newton] = [createPowerFlow(network), createPowerFlow(network)];
        const outcome = sweep.solve({ method: 'sweep' });
        expect(outcome.islands.every((each) => each.method === 'sweep')).toBe(true);
        expect(outcome.state).toBe('converged');
        expect(newton.solve({ method: 'newton' }).state).toBe('converged');
        expect(farthest(sweep.results.vm, newton.results.vm)).toBeLessThan(1e-9);
        expect(farthest(sweep.results.pFrom, newton.results.pFrom)).toBeLessThan(1e-7);
        expect(imbalance(sweep)).toBeLessThan(1e-9);
        // A tap of one of them moves: power runs round in a circle, which is not for the sweep.
        network.ratio[network.branchCount - 1] *= 1.05;
        expect(sweep.solve({ method: 'sweep' }).state).toBe('diverged');
        expect(sweep.solve().state).toBe('converged');
      }),
      few,
    );
  });

  it('leaves what has a loop, or two sources that meet, to Newton, and says so where it is alone', () => {
    const network = radialNetwork(30, 1, { sources: 2 });
    const looped = createPowerNetwork(30, network.branchCount + 1);
    for (const name of [
      'from',
      'to',
      'resistance',
      'reactance',
      'kind',
      'loadP',
      'loadQ',
      'setVm',
      'setVaRad',
    ] as const) {
      looped[name].set(network[name]);
    }
    looped.setVaRad.fill(0);
    looped.from[network.branchCount] = 12;
    looped.to[network.branchCount] = 29;
    looped.reactance[network.branchCount] = 0.1;
    const flow = createPowerFlow(looped);
    expect(flow.solve({ method: 'sweep' }).state).toBe('diverged');
    const outcome = flow.solve();
    expect(outcome.state).toBe('converged');
    expect(outcome.islands.some((each) => each.method === 'newton')).toBe(true);
    expect(imbalance(flow)).toBeLessThan(1e-9);
  });
});

describe('islands', () => {
  it('without a source are dead, which is a state: all is 0 there and the rest is solved', () => {
    const network = radialNetwork(60, 8);
    const flow = createPowerFlow(network);
    flow.solve();
    const before = flow.results.vm.slice();
    const cut = 20;
    network.closed[cut] = 0;
    const outcome = flow.solve({ start: 'last' });
    expect(outcome.state).toBe('islanded');
    const dead = outcome.islands.find((each) => each.state === 'dead')!;
    for (const bus of dead.island.buses) {
      expect(flow.results.vm[bus]).toBe(0);
      expect(flow.results.vaRad[bus]).toBe(0);
    }
    expect(dead.island.buses.length).toBeGreaterThan(0);
    expect(imbalance(flow)).toBeLessThan(1e-9);
    expect([...flow.results.pFrom].every(Number.isFinite)).toBe(true);
    network.closed[cut] = 1;
    expect(flow.solve({ start: 'last' }).state).toBe('converged');
    expect(farthest(flow.results.vm, before)).toBeLessThan(1e-9);
  });

  it('that are switched apart and together again are solved as if they were new, whatever was kept', () => {
    fc.assert(
      fc.property(seeds, fc.array(fc.integer({ min: 0, max: 1_000 }), { maxLength: 12 }), (seed, switched) => {
        const network = meshedNetwork(40, seed);
        const kept = createPowerFlow(network);
        kept.solve();
        for (const each of switched) {
          network.closed[each % network.branchCount] ^= 1;
          const outcome = kept.solve({ start: 'last' });
          const fresh = createPowerFlow(network);
          expect(outcome.state).toBe(fresh.solve().state);
          if (outcome.state !== 'diverged') expect(farthest(kept.results.vm, fresh.results.vm)).toBeLessThan(1e-8);
        }
      }),
      few,
    );
  });

  it('and what was kept of them leave no trace: saved voltages and a new power flow go on with the same bits', () => {
    fc.assert(
      fc.property(
        seeds,
        fc.array(fc.integer({ min: 0, max: 1_000 }), { minLength: 2, maxLength: 8 }),
        fc.boolean(),
        (seed, switched, radial) => {
          const network = radial ? radialNetwork(40, seed, { sources: 2 }) : meshedNetwork(40, seed);
          const straight = createPowerFlow(network);
          straight.solve();
          for (const each of switched) {
            network.closed[each % network.branchCount] ^= 1;
            const resumed = createPowerFlow(network);
            resumed.voltages.real.set(straight.voltages.real);
            resumed.voltages.imaginary.set(straight.voltages.imaginary);
            resumed.isLive.set(straight.isLive);
            straight.solve({ start: 'last' });
            resumed.solve({ start: 'last' });
            expect(resumed.results).toEqual(straight.results);
          }
        },
      ),
      few,
    );
  });

  it('each end on their own: one that has no solution leaves the others theirs', () => {
    const network = radialNetwork(40, 4, { sources: 2 });
    const flow = createPowerFlow(network);
    const first = flow.solve().islands[0].island;
    const heavy = first.buses[first.buses.length - 1];
    network.loadP[heavy] = 1e4;
    const outcome = flow.solve();
    expect(outcome.state).toBe('diverged');
    expect(outcome.islands.map((each) => each.state).sort()).toEqual(['converged', 'diverged']);
    expect([...flow.results.vm].every(Number.isFinite)).toBe(true);
  });

  it('leave out buses that are out of service', () => {
    const network = radialNetwork(20, 2);
    network.kind[7] = BUS_OUT;
    const flow = createPowerFlow(network);
    const { islands } = flow.solve();
    expect(islands.some(({ island }) => island.buses.includes(7))).toBe(false);
    expect(flow.results.vm[7]).toBe(0);
  });
});

describe('what is no number', () => {
  it('never reads as converged, and never reaches a result', () => {
    const places = ['loadP', 'loadQ', 'resistance', 'reactance', 'charging', 'ratio', 'setVm', 'shuntB'] as const;
    fc.assert(
      fc.property(
        seeds,
        fc.constantFrom(...places),
        fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY),
        fc.boolean(),
        fc.boolean(),
        (seed, place, value, radial, atSource) => {
          const network = radial ? radialNetwork(20, seed) : meshedNetwork(20, seed);
          network[place][place === 'setVm' || atSource ? 0 : network[place].length - 1] = value;
          const flow = createPowerFlow(network);
          const { state } = flow.solve();
          expect(state).toBe('diverged');
          for (const each of Object.values(flow.results)) expect(each.every(Number.isFinite)).toBe(true);
        },
      ),
    );
  });

  it('is found before, with what else no solver can work with', () => {
    const network = radialNetwork(6, 1);
    expect(findFaults(network)).toEqual([]);
    network.reactance[1] = 0;
    network.resistance[1] = 0;
    network.ratio[2] = -1;
    network.loadQ[3] = Number.NaN;
    network.to[4] = 99;
    network.kind[0] = 1;
    expect(findFaults(network)).toEqual([
      { of: 'bus', row: 3, code: 'not-finite' },
      { of: 'branch', row: 1, code: 'zero-impedance' },
      { of: 'branch', row: 2, code: 'ratio' },
      { of: 'branch', row: 4, code: 'no-such-bus' },
      { of: 'bus', row: -1, code: 'no-slack' },
    ]);
  });
});
