import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { constantLiquid, type SteadyNetwork, settleTemperatures, waterUnder } from '../../../sim/networks/heat';

const CAPACITY = 4182;
const liquid = constantLiquid(CAPACITY);

/** Supply 0 → 1 → 2, consumers 1 → 4 and 2 → 3, return 3 → 4 → 5, and a source 5 → 0 with its set point. */
function ring(supplyC: number, takenW: readonly [number, number], groundC = 10): SteadyNetwork {
  const fill = (values: readonly number[]) => Float64Array.from(values);
  return {
    nodeCount: 6,
    from: Int32Array.of(0, 1, 1, 2, 3, 4, 5),
    to: Int32Array.of(1, 2, 4, 3, 4, 5, 0),
    lossWPerK: fill([200, 150, 0, 0, 150, 200, 0]),
    groundC: new Float64Array(7).fill(groundC),
    takenW: fill([0, 0, takenW[0], takenW[1], 0, 0, 0]),
    outletC: fill([NaN, NaN, NaN, NaN, NaN, NaN, supplyC]),
  };
}

const flowsOf = (branchKgPerS: readonly number[], nodes: number) => ({
  branchKgPerS: Float64Array.from(branchKgPerS),
  inflowKgPerS: new Float64Array(nodes),
  inflowC: new Float64Array(nodes),
});

describe('settled temperatures', () => {
  it('are 320.9163 K after the first kilometre of the published pipe', () => {
    const settled = settleTemperatures(
      {
        nodeCount: 2,
        from: Int32Array.of(0),
        to: Int32Array.of(1),
        lossWPerK: Float64Array.of(5 * Math.PI * 0.075 * 1000),
        groundC: Float64Array.of(293 - 273.15),
      },
      {
        branchKgPerS: Float64Array.of(1),
        inflowKgPerS: Float64Array.of(1, 0),
        inflowC: Float64Array.of(330 - 273.15, 0),
      },
      liquid,
    );
    expect(Math.abs(settled.nodeC[1] + 273.15 - 320.9163141)).toBeLessThan(1e-6);
  });

  it('close a circuit of supply, consumers and return: what the source gives is what is taken and lost', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 40, max: 120, noNaN: true }),
        fc.tuple(fc.double({ min: 1e3, max: 1e5, noNaN: true }), fc.double({ min: 1e3, max: 1e5, noNaN: true })),
        fc.tuple(fc.double({ min: 0.3, max: 5, noNaN: true }), fc.double({ min: 0.3, max: 5, noNaN: true })),
        fc.boolean(),
        (supplyC, takenW, [a, b], real) => {
          const settled = settleTemperatures(
            ring(supplyC, takenW),
            flowsOf([a + b, b, a, b, b, a + b, a + b], 6),
            real ? waterUnder(16) : liquid,
          );
          expect(settled.state).toBe('settled');
          let lost = 0;
          for (const watts of settled.lostW) lost += watts;
          const taken = settled.takenW[2] + settled.takenW[3];
          expect(-settled.takenW[6] / (lost + taken)).toBeCloseTo(1, 9);
          expect(taken + settled.unmetW[2] + settled.unmetW[3]).toBeCloseTo(takenW[0] + takenW[1], 4);
          for (const celsius of settled.nodeC) {
            expect(celsius).toBeGreaterThanOrEqual(10 - 1e-9);
            expect(celsius).toBeLessThanOrEqual(supplyC + 1e-9);
          }
        },
      ),
      { numRuns: 100 },
    );
  });

  it('never fall below the ground, however much is asked of a trickle: the rest is told as unmet', () => {
    const settled = settleTemperatures(ring(60, [5e6, 1000]), flowsOf([1.1, 1, 0.1, 1, 1, 1.1, 1.1], 6), liquid);
    expect(settled.state).toBe('settled');
    expect(settled.outletC[2]).toBe(10);
    expect(settled.unmetW[2]).toBeCloseTo(5e6 - settled.takenW[2], 6);
    expect(Math.min(...settled.nodeC)).toBeGreaterThanOrEqual(10);
  });

  it('take heat from cold water up to its limit only, where a consumer asks for cold', () => {
    const cold = { ...ring(6, [-2e5, -1000], 15), limitC: new Float64Array(7).fill(14) };
    const settled = settleTemperatures(cold, flowsOf([2, 1, 1, 1, 1, 2, 2], 6), liquid);
    expect(settled.outletC[2]).toBeCloseTo(14, 9);
    expect(settled.unmetW[2]).toBeLessThan(-1e5);
    expect(settled.unmetW[3]).toBeCloseTo(0, 9);
  });

  it('are the ground’s where nothing flows, which is a state like another', () => {
    const settled = settleTemperatures(ring(60, [1000, 0]), flowsOf([0, 0, 0, 0, 0, 0, 0], 6), liquid);
    expect(settled.state).toBe('settled');
    expect([...settled.flows]).toEqual([0, 0, 0, 0, 0, 0]);
    expect([...settled.nodeC]).toEqual([10, 10, 10, 10, 10, 10]);
    expect(settled.unmetW[2]).toBe(1000);
  });

  it('are called undetermined in a circle that neither gives nor takes, and stay as they were', () => {
    const circle: SteadyNetwork = {
      nodeCount: 3,
      from: Int32Array.of(0, 1, 2),
      to: Int32Array.of(1, 2, 0),
      lossWPerK: new Float64Array(3),
      groundC: new Float64Array(3).fill(10),
    };
    const settled = settleTemperatures(circle, flowsOf([1, 1, 1], 3), liquid, 42);
    expect(settled.state).toBe('undetermined');
    expect([...settled.nodeC]).toEqual([42, 42, 42]);
    const loses = settleTemperatures({ ...circle, lossWPerK: Float64Array.of(0, 5, 0) }, flowsOf([1, 1, 1], 3), liquid);
    expect(loses.state).toBe('settled');
    expect(loses.nodeC[0]).toBeCloseTo(10, 6);
  });

  it('mix several sources by their flows, and do not depend on the order of branches or their direction as listed', () => {
    const flows = [2, 3, -5, 1];
    const net: SteadyNetwork = {
      nodeCount: 4,
      from: Int32Array.of(0, 1, 3, 2),
      to: Int32Array.of(2, 2, 2, 3),
      lossWPerK: Float64Array.of(100, 300, 50, 20),
      groundC: Float64Array.of(8, 9, 10, 11),
    };
    const boundary = { inflowKgPerS: Float64Array.of(2, 3, 1, 0), inflowC: Float64Array.of(90, 60, 30, 0) };
    const one = settleTemperatures(net, { ...boundary, branchKgPerS: Float64Array.from(flows) }, liquid);
    const mixed = (2 * one.outletC[0] + 3 * one.outletC[1] + 30) / 6;
    expect(one.nodeC[2]).toBeCloseTo(mixed, 9);
    const turned = settleTemperatures(
      {
        nodeCount: 4,
        from: net.to.toReversed(),
        to: net.from.toReversed(),
        lossWPerK: net.lossWPerK.toReversed(),
        groundC: net.groundC.toReversed(),
      },
      { ...boundary, branchKgPerS: Float64Array.from(flows, (q) => -q).toReversed() },
      liquid,
    );
    for (let i = 0; i < 4; i++) expect(turned.nodeC[i]).toBeCloseTo(one.nodeC[i], 9);
  });

  it('of many well-mixed volumes come near to those of the pipe', () => {
    const pipe = (volumes: number) =>
      settleTemperatures(
        {
          nodeCount: 2,
          from: Int32Array.of(0),
          to: Int32Array.of(1),
          lossWPerK: Float64Array.of(4000),
          groundC: Float64Array.of(10),
          mixedVolumes: Uint16Array.of(volumes),
        },
        {
          branchKgPerS: Float64Array.of(1),
          inflowKgPerS: Float64Array.of(1, 0),
          inflowC: Float64Array.of(90, 0),
        },
        waterUnder(10),
      ).nodeC[1];
    const errors = [5, 50, 500].map((volumes) => pipe(volumes) - pipe(0));
    expect(errors[0]).toBeGreaterThan(1);
    expect(errors[1] / errors[0]).toBeCloseTo(0.1, 1);
    expect(errors[2]).toBeLessThan(0.05);
  });
});
