import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  BUS_SLACK,
  createPowerFlow,
  createPowerNetwork,
  findIslands,
  type PowerNetwork,
  reconfigure,
  restoreSupply,
  screenOutages,
} from '../../../sim/networks/power';
import { draws, meshedNetwork } from './made-networks';

const seeds = fc.integer({ min: 0, max: 1_000_000 });

/** A few feeders with more switches than a tree has, loads and impedances drawn. */
function smallLoops(seed: number, buses = 8, chords = 3, sources = 1): PowerNetwork {
  const draw = draws(seed);
  const network = createPowerNetwork(buses, buses - sources + chords);
  for (let i = 0; i < sources; i++) network.kind[i] = BUS_SLACK;
  for (let k = 0; k < network.branchCount; k++) {
    const isTree = k < buses - sources;
    network.to[k] = isTree ? sources + k : Math.floor(draw() * buses);
    network.from[k] = isTree ? Math.floor(draw() * (sources + k)) : network.to[k];
    while (network.from[k] === network.to[k]) network.from[k] = Math.floor(draw() * buses);
    network.resistance[k] = 0.01 + 0.04 * draw();
    network.reactance[k] = 0.01 + 0.03 * draw();
    network.rating[k] = 0.2 + 0.8 * draw();
    network.closed[k] = isTree ? 1 : 0;
  }
  for (let i = sources; i < buses; i++) {
    network.loadP[i] = 0.02 + 0.1 * draw();
    network.loadQ[i] = 0.4 * network.loadP[i];
  }
  return network;
}

function* settings(count: number): Generator<Uint8Array> {
  for (let bits = 0; bits < 1 << count; bits++) yield Uint8Array.from({ length: count }, (_, k) => (bits >> k) & 1);
}

function isRadial(network: PowerNetwork): boolean {
  const { islands } = findIslands(network);
  return islands.every(
    ({ buses, branches, slackCount }) => slackCount <= 1 && branches.length === buses.length - Math.max(1, slackCount),
  );
}

describe('the radial configuration of least losses', () => {
  it('is the one that enumeration finds, on small networks with one and two sources', () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: 1, max: 2 }), (seed, sources) => {
        const network = smallLoops(seed, 7, 3, sources);
        const before = network.closed.slice();
        const found = reconfigure(network)!;
        expect(network.closed).toEqual(before);
        expect(found.isRadial).toBe(true);
        expect(found.isComplete).toBe(true);
        let least = Number.POSITIVE_INFINITY;
        for (const closed of settings(network.branchCount)) {
          network.closed.set(closed);
          if (!isRadial(network)) continue;
          const flow = createPowerFlow(network);
          if (flow.solve().state === 'converged') least = Math.min(least, flow.losses().seriesP);
        }
        expect(found.seriesLossP).toBeCloseTo(least, 9);
      }),
      { numRuns: 20 },
    );
  });

  it('leaves branches as they are that have no switch', () => {
    const network = smallLoops(11);
    const switchable = new Uint8Array(network.branchCount).fill(1);
    switchable[0] = 0;
    switchable[8] = 0;
    const found = reconfigure(network, { switchable })!;
    expect([found.closed[0], found.closed[8]]).toEqual([network.closed[0], network.closed[8]]);
  });

  it('puts limits before losses', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const network = smallLoops(seed);
        const [free, bound] = [reconfigure(network)!, reconfigure(network, { leastVm: 0.99, mostLoading: 0.8 })!];
        expect(bound.seriesLossP).toBeGreaterThanOrEqual(free.seriesLossP * (1 - 1e-6));
        network.closed.set(free.closed);
        const flow = createPowerFlow(network);
        flow.solve();
        const low = flow.results.vm.reduce((sum, vm) => sum + Math.max(0, 0.99 - vm), 0);
        const over = flow.results.loading.reduce((sum, loading) => sum + Math.max(0, loading - 0.8), 0);
        expect(bound.violation).toBeLessThanOrEqual(low + over + 1e-9);
      }),
      { numRuns: 20 },
    );
  });
});

describe('restoration after a fault', () => {
  it('serves as much as enumeration of all switch settings can, without overload or low voltage', () => {
    fc.assert(
      fc.property(seeds, fc.double({ min: 1, max: 6, noNaN: true }), (seed, heavier) => {
        const network = smallLoops(seed, 8, 2, 2);
        for (let i = 0; i < 8; i++) network.loadP[i] *= heavier;
        const limits = { leastVm: 0.95, mostLoading: 1 };
        const fault = seed % 6;
        network.closed[fault] = 0;
        const switchable = new Uint8Array(network.branchCount).fill(1);
        switchable[fault] = 0;
        const flow = createPowerFlow(network);
        flow.solve();
        const wasLive = flow.isLive.slice();
        const served = () => network.loadP.reduce((sum, load, i) => sum + (flow.isLive[i] ? load : 0), 0);
        const isWithin = () =>
          flow.results.vm.every((vm, i) => !flow.isLive[i] || vm >= limits.leastVm) &&
          flow.results.loading.every((loading) => loading <= limits.mostLoading);
        const servedBefore = served();
        const isSoundBefore = isWithin();
        const before = network.closed.slice();
        const found = restoreSupply(network, { switchable, ...limits });
        expect(network.closed).toEqual(before);
        if (!isSoundBefore) {
          expect(found).toBeUndefined();
          return;
        }
        // What was live stays as it was switched; all else may be switched in any way.
        let most = 0;
        for (const closed of settings(network.branchCount)) {
          const keeps = before.every(
            (state, k) =>
              closed[k] === state || (switchable[k] && !(wasLive[network.from[k]] && wasLive[network.to[k]])),
          );
          if (!keeps) continue;
          network.closed.set(closed);
          if (!isRadial(network)) continue;
          if (flow.solve().state === 'diverged' || !isWithin()) continue;
          most = Math.max(most, served() - servedBefore);
        }
        expect(found!.isComplete).toBe(true);
        expect(found!.restoredP).toBeCloseTo(most, 9);
        network.closed.set(before);
        for (const k of found!.close) network.closed[k] = 1;
        for (const k of found!.open) network.closed[k] = 0;
        flow.solve();
        expect(isWithin()).toBe(true);
        expect(isRadial(network)).toBe(true);
        expect(served() - servedBefore).toBeCloseTo(most, 9);
      }),
      { numRuns: 40 },
    );
  });

  it('never gives supply to the faulted section, and switches nothing where nothing can be done', () => {
    // Source 0 – 1 – 2 – 3, a tie from source 4 to 3; the section of bus 2 is cut off on both sides.
    const network = createPowerNetwork(5, 4);
    network.kind[0] = BUS_SLACK;
    network.kind[4] = BUS_SLACK;
    for (const [k, from, to] of [
      [0, 0, 1],
      [1, 1, 2],
      [2, 2, 3],
      [3, 4, 3],
    ]) {
      network.from[k] = from;
      network.to[k] = to;
      network.reactance[k] = 0.05;
    }
    network.loadP.set([0, 0.1, 0.2, 0.3, 0]);
    network.closed.set([1, 0, 1, 0]);
    const faulted = Uint8Array.of(0, 0, 1, 0, 0);
    const switchable = Uint8Array.of(1, 0, 1, 1);
    const found = restoreSupply(network, { switchable, faulted })!;
    expect(found).toMatchObject({ close: [3], open: [2] });
    expect(found.restoredP).toBeCloseTo(0.3, 12);
    expect(found.unservedP).toBeCloseTo(0.2, 12);
    expect(restoreSupply(network, { switchable: Uint8Array.of(1, 0, 1, 0), faulted })).toMatchObject({
      close: [],
      open: [],
      restoredP: 0,
    });
  });
});

describe('outages one by one', () => {
  it('are each what a network without that branch is, and leave the network as it was', () => {
    const network = meshedNetwork(50, 9, 0.3);
    const before = network.closed.slice();
    const outages = [...screenOutages(network)];
    expect(network.closed).toEqual(before);
    expect(outages.map(({ branch }) => branch)).toEqual(Array.from({ length: network.branchCount }, (_, k) => k));
    for (const outage of outages) {
      network.closed[outage.branch] = 0;
      const flow = createPowerFlow(network);
      const { state, islands } = flow.solve();
      network.closed[outage.branch] = 1;
      expect(outage.state).toBe(state);
      expect(outage.splits).toBe(islands.length > 1);
      expect(outage.deadBuses.length).toBe(flow.isLive.filter((live) => live === 0).length);
      if (state !== 'diverged')
        expect(outage.lowestVm).toBeCloseTo(Math.min(...flow.results.vm.filter((vm) => vm > 0)), 9);
    }
    expect(outages.some(({ splits }) => splits)).toBe(true);
  });
});
