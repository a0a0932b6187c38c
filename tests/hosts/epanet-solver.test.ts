import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { EpanetSolver } from '../../sim/hosts/hydraulics/epanet-solver';
import { loadPressureSolverInNode } from '../../sim/hosts/hydraulics/load-in-node';
import type { PressureNetwork, PressureSnapshot } from '../../sim/kernel';

let solver: EpanetSolver;
beforeAll(async () => {
  solver = await loadPressureSolverInNode();
});

/** A source, a pipe to each of so many nodes in a row, and rungs that make loops of them. */
function row(count: number): PressureNetwork {
  const rungs = Math.max(0, count - 2);
  return {
    heightM: Float64Array.from({ length: count }, (_, n) => n % 3),
    heldCount: 1,
    pipeFrom: Int32Array.from({ length: count + rungs }, (_, i) => (i === 0 ? count : i < count ? i - 1 : i - count)),
    pipeTo: Int32Array.from({ length: count + rungs }, (_, i) => (i < count ? i : i - count + 2)),
    pipeLengthM: new Float64Array(count + rungs).fill(100),
    pipeDiameterM: new Float64Array(count + rungs).fill(0.1),
    pipeRoughnessM: new Float64Array(count + rungs).fill(0.000_2),
    pumpFrom: new Int32Array(0),
    pumpTo: new Int32Array(0),
    pumpHeadM: new Float64Array(0),
    pumpFlowM3PerS: new Float64Array(0),
    leastPressureM: 0,
    servicePressureM: 20,
  };
}

function moment(of: PressureNetwork, more: Partial<PressureSnapshot> = {}): PressureSnapshot {
  const inner = of.heightM.length;
  return {
    demandM3PerS: new Float64Array(inner),
    openingM3PerS: new Float64Array(inner),
    heldHeadM: new Float64Array(of.heldCount).fill(50),
    pipeIsOpen: new Uint8Array(of.pipeFrom.length).fill(1),
    pumpSpeed: new Float64Array(of.pumpFrom.length),
    ...more,
  };
}

describe('the solver of water networks', () => {
  it('loses what Darcy and Weisbach say, with Swamee and Jain’s friction', () => {
    const one = row(1);
    const flow = 0.008;
    const { headM, pipeM3PerS } = solver.solve(one, moment(one, { demandM3PerS: Float64Array.of(flow) }));
    const area = (Math.PI * 0.1 * 0.1) / 4;
    const speed = flow / area;
    const reynolds = (speed * 0.1) / 1.022e-6;
    const log = Math.log10(0.000_2 / (3.7 * 0.1) + 5.74 / reynolds ** 0.9);
    const loss = ((0.25 / (log * log)) * (100 / 0.1) * speed * speed) / (2 * 9.81);
    expect(pipeM3PerS[0]).toBeCloseTo(flow, 8);
    expect(50 - headM[0]).toBeCloseTo(loss, 2);
  });

  it('gives by the root of the pressure below the service pressure, all above it, nothing below none (Wagner)', () => {
    const one = row(1);
    for (const head of [-1, 1, 5, 12, 19, 21, 40]) {
      const demand = 1e-5;
      const { servedM3PerS } = solver.solve(
        one,
        moment(one, { demandM3PerS: Float64Array.of(demand), heldHeadM: Float64Array.of(head) }),
      );
      const share = head <= 0 ? 0 : Math.min(1, Math.sqrt(head / 20));
      expect(servedM3PerS[0] / demand).toBeCloseTo(share, 2);
    }
  });

  it('lets out of a hole what Torricelli says', () => {
    const one = { ...row(1), pipeDiameterM: Float64Array.of(1) };
    const opening = 0.6 * Math.PI * 0.01 * 0.01 * Math.sqrt(2 * 9.81);
    const { escapedM3PerS, headM } = solver.solve(one, moment(one, { openingM3PerS: Float64Array.of(opening) }));
    expect(escapedM3PerS[0]).toBeCloseTo(opening * Math.sqrt(headM[0]), 8);
    expect(escapedM3PerS[0]).toBeGreaterThan(0);
  });

  it('has a pump of one point give 4/3 of its head at rest and its head at its flow', () => {
    const pumped: PressureNetwork = {
      ...row(1),
      heightM: Float64Array.of(0, 0),
      pipeFrom: Int32Array.of(2),
      pipeTo: Int32Array.of(0),
      pipeDiameterM: Float64Array.of(1),
      pumpFrom: Int32Array.of(0),
      pumpTo: Int32Array.of(1),
      pumpHeadM: Float64Array.of(30),
      pumpFlowM3PerS: Float64Array.of(0.02),
    };
    for (const [flow, lift] of [
      [0.000_001, 40],
      [0.02, 30],
      [0.03, 40 - 10 * 2.25],
    ]) {
      const { headM, pumpM3PerS } = solver.solve(
        pumped,
        moment(pumped, { demandM3PerS: Float64Array.of(0, flow), pumpSpeed: Float64Array.of(1) }),
      );
      expect(pumpM3PerS[0]).toBeCloseTo(flow, 6);
      expect(headM[1] - headM[0]).toBeCloseTo(lift, 1);
    }
  });

  it('conserves water at every node, and answers the same bits whatever it was asked before', () => {
    const networks = [row(4), row(9), row(17)];
    const question = fc.record({
      network: fc.constantFrom(...networks),
      demand: fc.integer({ min: 0, max: 300 }),
      hole: fc.integer({ min: 0, max: 20 }),
      shut: fc.integer({ min: 0, max: 30 }),
    });
    fc.assert(
      fc.property(fc.array(question, { minLength: 1, maxLength: 4 }), question, (before, last) => {
        const ask = ({ network, demand, hole, shut }: typeof last) => {
          const inner = network.heightM.length;
          const pipeIsOpen = new Uint8Array(network.pipeFrom.length).fill(1);
          // Rungs only: nobody is cut off.
          if (shut >= inner && shut < pipeIsOpen.length) pipeIsOpen[shut] = 0;
          const openingM3PerS = new Float64Array(inner);
          openingM3PerS[hole % inner] = hole / 10_000;
          const demandM3PerS = Float64Array.from({ length: inner }, (_, n) => (demand * (1 + (n % 2))) / 1e6);
          return {
            pipeIsOpen,
            answer: solver.solve(network, moment(network, { pipeIsOpen, openingM3PerS, demandM3PerS })),
          };
        };
        for (const each of before) ask(each);
        const first = ask(last);
        solver.dispose();
        const again = ask(last).answer;
        expect(Buffer.from(again.headM.buffer).equals(Buffer.from(first.answer.headM.buffer))).toBe(true);
        expect(Buffer.from(again.pipeM3PerS.buffer).equals(Buffer.from(first.answer.pipeM3PerS.buffer))).toBe(true);
        const { network } = last;
        const { pipeM3PerS, servedM3PerS, escapedM3PerS } = first.answer;
        const left = servedM3PerS.map((served, n) => -served - escapedM3PerS[n]);
        for (let i = 0; i < pipeM3PerS.length; i++) {
          if (first.pipeIsOpen[i] === 0) continue;
          if (network.pipeFrom[i] < left.length) left[network.pipeFrom[i]] -= pipeM3PerS[i];
          left[network.pipeTo[i]] += pipeM3PerS[i];
        }
        // Of a litre a second, a hundredth of a millilitre.
        for (const each of left) expect(Math.abs(each)).toBeLessThan(1e-8);
      }),
      { numRuns: 60 },
    );
  });
});
