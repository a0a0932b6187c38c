import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type LoopPlan, waterAt } from '../../../sim/networks/heat';
import { loseHead } from '../../../sim/networks/heat/friction';
import { createLoopFlows, type LoopFlows, solveLoopFlows } from '../../../sim/networks/heat/loop-flows';
import {
  constantLiquid,
  createPipeNetwork,
  createPipeSolver,
  solveSteady,
  waterViscosityPaS,
} from '../../../sim/networks/pipes';
import { planOf, street } from './made-loop';

const designOf = (plan: LoopPlan) =>
  plan.designW.map((watts) => watts / (4.1e6 * Math.abs(plan.supplyC - plan.returnC)));

function solved(plan: LoopPlan, wanted: (design: Float64Array) => Float64Array, change?: (flows: LoopFlows) => void) {
  const design = designOf(plan);
  const flows = createLoopFlows(plan, design);
  change?.(flows);
  const want = wanted(design);
  solveLoopFlows(flows, want);
  return { flows, want };
}

/** Loss of a pipe pair at the flow that was found, by the law itself. */
function lossesOf({ friction, pipeM3PerS }: LoopFlows): number[] {
  const loss = new Float64Array(pipeM3PerS.length);
  loseHead(friction, pipeM3PerS, loss, new Float64Array(pipeM3PerS.length));
  return [...loss];
}

describe('flows in a loop', () => {
  it('are sums where it is radial, and its pumps turn as fast as the worst consumer needs', () => {
    const { flows, want } = solved(street(4), (design) => design.map((q) => 0.5 * q));
    expect(flows.pipeM3PerS[0]).toBeCloseTo(4 * want[0], 15);
    expect(flows.pipeM3PerS[3]).toBeCloseTo(want[0], 15);
    expect(flows.differenceM[4]).toBeCloseTo(5, 9);
    expect(flows.sourceHeadM[0]).toBeCloseTo(5 + lossesOf(flows).reduce((a, b) => a + b, 0), 9);
  });

  it('part as OpenModelica has them part in a triangle of 5 kg/s', () => {
    // pandapipes 0.14, heat_transfer_cases/delta: 1 km of 75 mm beside 2 km of 100 mm and 100 m of 75 mm.
    const plan = planOf({
      pipes: [
        [0, 1, 1000, 0.075],
        [1, 2, 100, 0.075],
        [0, 2, 2000, 0.1],
      ],
      consumers: [[1, 5 * 4180 * 30]],
      sources: [[0, 1, 200, 0.01]],
      supplyC: 45,
      returnC: 15,
    });
    plan.roughnessM.fill(2.5e-5);
    const { flows } = solved(plan, () => Float64Array.of(5 / 990));
    expect(Math.abs(flows.pipeM3PerS[0] / (2.168 / 990) - 1)).toBeLessThan(0.015);
    expect(Math.abs(flows.pipeM3PerS[2] / (2.832 / 990) - 1)).toBeLessThan(0.015);
  });

  it('are those of the gradient method, which solves for heads instead', () => {
    let compared = 0;
    fc.assert(
      fc.property(meshes(), ({ plan, wants }) => {
        const { flows } = solved(plan, (design) => design.map((q, i) => 0.6 * q * wants[i]));
        const reynolds = flows.pipeM3PerS.map((q, b) => Math.abs(q) * flows.friction.reynoldsPerFlow[b]);
        // From Re 2,000 to 4,000 each has a joint of its own between the two laws.
        if (flows.short || reynolds.some((re) => re > 1_900 && re < 4_100)) return;
        compared++;
        const celsius = (plan.supplyC + plan.returnC) / 2;
        const kgPerM3 = waterAt(celsius).densityKgPerM3;
        const pipes = createPipeNetwork({
          nodeCount: plan.nodeCount,
          linkCount: plan.from.length,
          fluid: constantLiquid(kgPerM3, waterViscosityPaS(celsius + 273.15)),
          friction: 'colebrook',
        });
        pipes.nodes.isHeld[0] = 1;
        pipes.nodes.heldPressurePa[0] = 1e7;
        plan.consumerNode.forEach((node, i) => {
          pipes.nodes.withdrawalKgPerS[node] += flows.consumerM3PerS[i] * kgPerM3;
        });
        pipes.links.from.set(plan.from);
        pipes.links.to.set(plan.to);
        pipes.links.lengthM.set(plan.lengthM);
        pipes.links.diameterM.set(plan.diameterM);
        pipes.links.roughnessM.set(plan.roughnessM);
        const solver = createPipeSolver(pipes);
        expect(solveSteady(solver).state).toBe('converged');
        const most = Math.max(1e-6, ...flows.pipeM3PerS.map(Math.abs));
        flows.pipeM3PerS.forEach((q, b) => {
          expect(Math.abs(solver.state.massFlowKgPerS[b] / kgPerM3 - q)).toBeLessThan(1e-4 * most);
        });
      }),
      { numRuns: 200 },
    );
    expect(compared).toBeGreaterThan(50);
  });

  it('balance at every node, lose nothing round any circle, and give what pumps and open valves allow', () => {
    let shorts = 0;
    fc.assert(
      fc.property(meshes(), ({ plan, wants, shares, on }) => {
        const { flows, want } = solved(
          plan,
          (design) => design.map((q, i) => q * wants[i]),
          (made) => {
            made.share.set(shares);
            made.pumpsOn.set(on);
          },
        );
        expect(flows.settled).toBe(true);
        const over = new Float64Array(plan.nodeCount);
        let most = 1e-9;
        for (let b = 0; b < plan.from.length; b++) {
          over[plan.from[b]] -= flows.pipeM3PerS[b];
          over[plan.to[b]] += flows.pipeM3PerS[b];
          most = Math.max(most, Math.abs(flows.pipeM3PerS[b]));
        }
        for (let i = 0; i < want.length; i++) over[plan.consumerNode[i]] -= flows.consumerM3PerS[i];
        for (let s = 0; s < shares.length; s++) over[plan.sourceNode[s]] += flows.sourceM3PerS[s];
        for (const left of over) expect(Math.abs(left)).toBeLessThan(1e-13 * most);
        lossesOf(flows).forEach((loss, b) => {
          if (flows.holder[plan.from[b]] < 0 || flows.consumerM3PerS.every((q) => q === 0)) return;
          const fall = flows.differenceM[plan.from[b]] - flows.differenceM[plan.to[b]];
          expect(Math.abs(fall - loss)).toBeLessThan(1e-5);
        });
        if (flows.short) shorts++;
        for (let i = 0; i < want.length; i++) {
          const q = flows.consumerM3PerS[i];
          if (flows.holder[plan.consumerNode[i]] < 0) {
            expect(q).toBe(0);
            continue;
          }
          const needs = flows.valveMPerFlow2[i] * q * q;
          const there = flows.differenceM[plan.consumerNode[i]];
          expect(needs).toBeLessThan(there + 1e-5);
          if (q < want[i]) expect(Math.abs(needs - there)).toBeLessThan(1e-5);
        }
      }),
      { numRuns: 400 },
    );
    expect(shorts).toBeGreaterThan(30);
  });

  it('leave the far end short first when a pump is missing', () => {
    const { flows, want } = solved(
      street(8, 150, 0.08),
      (design) => design,
      (made) => made.pumpsOn.fill(1),
    );
    expect(flows.short).toBe(true);
    const shares = Array.from(flows.consumerM3PerS, (q, i) => q / want[i]);
    expect(shares[7]).toBeLessThan(0.95);
    for (let i = 1; i < 8; i++) expect(shares[i]).toBeLessThanOrEqual(shares[i - 1]);
  });

  it('run pumps at full speed only where they fall short', () => {
    const two = planOf({
      pipes: [
        [0, 1, 400, 0.05],
        [2, 3, 100, 0.1],
      ],
      consumers: [
        [1, 300_000],
        [3, 100_000],
      ],
      sources: [
        [0, 1, 20, 0.004],
        [2, 1, 20, 0.004],
      ],
    });
    const { flows, want } = solved(two, (design) => design);
    expect(flows.consumerM3PerS[0]).toBeLessThan(0.9 * want[0]);
    expect(flows.consumerM3PerS[1]).toBe(want[1]);
    expect([...flows.full]).toEqual([1, 0]);
    expect(flows.sourceHeadM[1]).toBeLessThan(12);
    expect(flows.differenceM[0]).toBeCloseTo(flows.sourceHeadM[0], 9);
  });

  it('do not reach behind a shut valve, nor anybody without a pump', () => {
    const behind = solved(
      street(3),
      (design) => design,
      (made) => {
        made.open[1] = 0;
      },
    ).flows;
    expect(behind.holder[1]).toBe(0);
    expect([behind.holder[2], behind.holder[3]]).toEqual([-1, -1]);
    expect([...behind.consumerM3PerS.slice(1)]).toEqual([0, 0]);
    const dead = solved(
      street(3),
      (design) => design,
      (made) => made.pumpsOn.fill(0),
    ).flows;
    expect([...dead.pipeM3PerS]).toEqual([0, 0, 0]);
  });

  it('do not depend on the order of pipes', () => {
    fc.assert(
      fc.property(meshes(), ({ plan, wants }) => {
        const turned = {
          ...plan,
          from: plan.to.toReversed(),
          to: plan.from.toReversed(),
          lengthM: plan.lengthM.toReversed(),
          diameterM: plan.diameterM.toReversed(),
        };
        const one = solved(plan, (design) => design.map((q, i) => q * wants[i])).flows;
        const other = solved(turned, (design) => design.map((q, i) => q * wants[i])).flows;
        const most = Math.max(1e-9, ...one.pipeM3PerS.map(Math.abs));
        const last = plan.from.length - 1;
        one.pipeM3PerS.forEach((q, b) => {
          expect(Math.abs(q + other.pipeM3PerS[last - b])).toBeLessThan(1e-4 * most + 1e-9);
        });
      }),
      { numRuns: 100 },
    );
  });
});

function meshes() {
  return fc
    .record({
      parents: fc.array(fc.nat(1000), { minLength: 2, maxLength: 9 }),
      chords: fc.array(fc.tuple(fc.nat(1000), fc.nat(1000)), { maxLength: 4 }),
      sizes: fc.array(fc.tuple(fc.integer({ min: 20, max: 800 }), fc.constantFrom(0.05, 0.08, 0.1, 0.15)), {
        minLength: 13,
        maxLength: 13,
      }),
      wants: fc.array(fc.constantFrom(0, 0.05, 0.5, 1, 1.5), { minLength: 9, maxLength: 9 }),
      head: fc.integer({ min: 6, max: 40 }),
      second: fc.nat(1000),
      share: fc.double({ min: 0, max: 0.8, noNaN: true }),
      on: fc.constantFrom([2, 2], [1, 2], [0, 2], [2, 0], [0, 0]),
    })
    .map(({ parents, chords, sizes, wants, head, second, share, on }) => {
      const nodes = parents.length + 1;
      const ends = [
        ...parents.map((p, i) => [p % (i + 1), i + 1]),
        ...chords.map(([a, b]) => [a % nodes, b % nodes]).filter(([a, b]) => a !== b),
      ];
      const plan = planOf({
        pipes: ends.map(([from, to], i) => [from, to, ...sizes[i]] as const),
        consumers: parents.map((_, i) => [i + 1, 60_000 + 20_000 * i] as const),
        sources: [
          [0, 2, head, 0.004],
          [1 + (second % parents.length), 2, head, 0.002],
        ],
      });
      return { plan, wants: wants.slice(0, parents.length), shares: Float64Array.of(0, share), on };
    });
}
