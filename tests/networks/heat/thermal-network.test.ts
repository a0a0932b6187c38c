import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  constantLiquid,
  createThermalNetwork,
  lacks,
  memoryOf,
  replaceSupply,
  settleTemperatures,
  stepThermalNetwork,
  type ThermalNetwork,
} from '../../../sim/networks/heat';
import { ecoParkLoops, hasEcoPark } from './eco-park-loops';
import { planOf, stepBalance, street } from './made-loop';

const root = resolve(import.meta.dirname, '../../..');
const sum = (values: Float64Array) => values.reduce((a, b) => a + b, 0);

/** A ring with two sources and a dead end. */
const ring = (supplyC = 90, returnC = 60) =>
  planOf({
    pipes: [
      [0, 1, 300, 0.15],
      [1, 2, 200, 0.1],
      [2, 3, 250, 0.1],
      [3, 0, 400, 0.15],
      [2, 4, 120, 0.05],
    ],
    consumers: [
      [1, 400_000],
      [2, 200_000],
      [4, 60_000],
      [3, 300_000],
    ],
    sources: [
      [0, 2, 30, 0.008],
      [3, 2, 30, 0.006],
    ],
    supplyC,
    returnC,
  });

function run(net: ThermalNetwork, steps: number, seconds: number): void {
  for (let i = 0; i < steps; i++) stepThermalNetwork(net, seconds);
}

describe('a loop of supply and return', () => {
  it('closes its balance in every step, whatever is asked, shut, lost or cold', () => {
    fc.assert(
      fc.property(
        fc.boolean(),
        fc.array(
          fc.record({
            wants: fc.array(fc.constantFrom(0, 0.01, 0.4, 1, 2.5), { minLength: 4, maxLength: 4 }),
            share: fc.constantFrom(0, 0.3, 0.6, 1),
            on: fc.constantFrom([2, 2], [2, 2], [1, 2], [0, 2], [2, 0], [0, 0]),
            shut: fc.constantFrom(-1, -1, -1, 0, 1, 3, 4),
            capacity: fc.constantFrom(Number.POSITIVE_INFINITY, 3e5, 0),
            setBy: fc.double({ min: -5, max: 10, noNaN: true }),
            groundC: fc.integer({ min: 2, max: 20 }),
            leak: fc.tuple(fc.nat(4), fc.constantFrom(0, 0, 1e-5, 2e-4)),
            spilt: fc.constantFrom(0, 0, 0.2, 1),
            seconds: fc.constantFrom(30, 60, 900),
          }),
          { minLength: 1, maxLength: 25 },
        ),
        (hot, steps) => {
          const net = createThermalNetwork(hot ? ring() : ring(6, 13));
          for (const { wants, share, on, shut, capacity, setBy, groundC, leak, spilt, seconds } of steps) {
            const { inputs, outputs, plan } = net;
            inputs.demandW.set(wants.map((want, i) => want * plan.designW[i]));
            inputs.share[1] = share;
            inputs.pumpsOn.set(on);
            inputs.open.fill(1);
            if (shut >= 0) inputs.open[shut] = 0;
            inputs.capacityW.fill(capacity);
            inputs.setC.fill(plan.supplyC + net.sense * Math.max(setBy, hot ? -5 : -3) * (hot || setBy < 0 ? 1 : 0.3));
            inputs.groundC = groundC;
            inputs.leakM3PerS.fill(0);
            inputs.leakM3PerS[leak[0]] = leak[1];
            const left = stepBalance(net, seconds, () => {
              if (spilt > 0) replaceSupply(net, leak[0], spilt, inputs.makeupC);
              stepThermalNetwork(net, seconds);
            });
            expect(left).toBeLessThan(1e-9);
            for (const values of [...memoryOf(net), outputs.sourceW, outputs.pumpW, outputs.unmetW, outputs.sourceC]) {
              expect(values.every((value) => Number.isFinite(value))).toBe(true);
            }
            outputs.deliveredW.forEach((given, i) => {
              expect(given).toBeGreaterThanOrEqual(0);
              expect(given + outputs.unmetW[i]).toBeCloseTo(inputs.demandW[i], 3);
              expect(outputs.lack[i] > 0).toBe(outputs.unmetW[i] > 0);
            });
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('settles where the settled temperatures of the same network are', () => {
    const plan = street(5, 200, 0.08);
    const net = createThermalNetwork(plan);
    net.inputs.demandW.set([80_000, 30_000, 60_000, 10_000, 50_000]);
    run(net, 500, 60);
    const { flows, jPerM3K, kgPerM3, outputs } = net;
    const n = plan.nodeCount;
    const pipes = plan.from.length;
    const loss = Array.from(plan.lengthM, (length, b) => length * plan.lossWPerMK[b]);
    const taken = [...loss.map(() => 0), ...loss.map(() => 0), ...net.inputs.demandW, 0];
    const settled = settleTemperatures(
      {
        nodeCount: 2 * n,
        from: Int32Array.of(...plan.from, ...plan.to.map((i) => i + n), ...plan.consumerNode, n),
        to: Int32Array.of(...plan.to, ...plan.from.map((i) => i + n), ...plan.consumerNode.map((i) => i + n), 0),
        lossWPerK: Float64Array.of(...loss, ...loss, 0, 0, 0, 0, 0, 0),
        groundC: new Float64Array(2 * pipes + 6).fill(10),
        takenW: Float64Array.from(taken),
        outletC: Float64Array.from(taken, (_, b) => (b === taken.length - 1 ? 90 : Number.NaN)),
      },
      {
        branchKgPerS: Float64Array.of(
          ...flows.pipeM3PerS.map((q) => q * kgPerM3),
          ...flows.pipeM3PerS.map((q) => q * kgPerM3),
          ...flows.consumerM3PerS.map((q) => q * kgPerM3),
          flows.sourceM3PerS[0] * kgPerM3,
        ),
        inflowKgPerS: new Float64Array(2 * n),
        inflowC: new Float64Array(2 * n),
      },
      constantLiquid(jPerM3K / kgPerM3),
    );
    expect(settled.state).toBe('settled');
    for (let i = 1; i < n; i++) {
      expect(net.supply.nodeC[i]).toBeCloseTo(settled.nodeC[i], 2);
      expect(net.back.nodeC[i]).toBeCloseTo(settled.nodeC[n + i], 2);
    }
    const intoWaterW = outputs.sourceW[0] + 0.7 * outputs.pumpW[0];
    expect(intoWaterW / -settled.takenW[2 * pipes + 5]).toBeCloseTo(1, 4);
    expect(sum(outputs.unmetW)).toBe(0);
  });

  it('feels a lost source later the farther away it is', () => {
    const net = createThermalNetwork(street(4, 400));
    net.inputs.demandW.fill(90_000);
    run(net, 120, 60);
    net.inputs.capacityW.fill(0);
    const since = new Array<number>(4).fill(0);
    for (let minute = 1; minute <= 300; minute++) {
      run(net, 1, 60);
      net.outputs.unmetW.forEach((unmet, i) => {
        if (unmet > 1000 && since[i] === 0) since[i] = minute;
      });
    }
    for (let i = 1; i < 4; i++) expect(since[i]).toBeGreaterThan(since[i - 1]);
    expect(since[0]).toBeGreaterThan(5);
    expect(lacks[net.outputs.lack[3]]).toBe('temperature');
    expect(net.outputs.sourceW[0]).toBeLessThan(5000);
  });

  it('gives no more than its sources can, over any hour', () => {
    const net = createThermalNetwork(street(4));
    net.inputs.demandW.fill(100_000);
    net.inputs.capacityW.fill(200_000);
    let given = 0;
    for (let minute = 0; minute < 600; minute++) {
      net.inputs.demandW.fill(minute % 120 < 60 ? 130_000 : 20_000);
      run(net, 1, 60);
      given += net.outputs.sourceW[0] * 60;
      expect(given - net.overdrawnJ[0]).toBeLessThanOrEqual(200_000 * 60 * (minute + 1) * (1 + 1e-12));
    }
    expect(net.overdrawnJ[0]).toBeLessThan(200_000 * 60);
    expect(given).toBeGreaterThan(0.3 * 200_000 * 36_000);
  });

  it('warms its water by its pumps: a source of cold has to take that away as well', () => {
    const heat = createThermalNetwork(street(4));
    const cold = createThermalNetwork({ ...street(4), supplyC: 6, returnC: 13 });
    for (const net of [heat, cold]) {
      net.plan.lossWPerMK.fill(0);
      net.supply.parcels.decayPerS.fill(0);
      net.back.parcels.decayPerS.fill(0);
      net.inputs.demandW.fill(20_000);
      run(net, 500, 60);
      const putIn = 0.7 * net.outputs.pumpW[0];
      expect(putIn).toBeGreaterThan(1);
      expect(net.outputs.sourceW[0] / (80_000 - net.sense * putIn)).toBeCloseTo(1, 5);
    }
  });

  it('says why somebody goes without', () => {
    const cut = createThermalNetwork(street(3));
    cut.inputs.demandW.fill(50_000);
    cut.inputs.open[1] = 0;
    run(cut, 3, 60);
    expect([...cut.outputs.lack].map((lack) => lacks[lack])).toEqual(['none', 'cut-off', 'cut-off']);
    expect([...cut.outputs.unmetW]).toEqual([0, 50_000, 50_000]);
    const weak = createThermalNetwork(street(8, 150, 0.08));
    weak.inputs.demandW.fill(100_000);
    weak.inputs.pumpsOn.fill(1);
    run(weak, 120, 60);
    expect(lacks[weak.outputs.lack[7]]).toBe('flow');
    expect(weak.outputs.lack[0]).toBe(0);
  });

  it('stands still when nobody asks, cools towards the ground and no further, and starts again', () => {
    const net = createThermalNetwork(street(3));
    run(net, 200, 86_400);
    expect(sum(net.flows.pipeM3PerS)).toBe(0);
    expect([sum(net.outputs.sourceW), sum(net.outputs.pumpW)]).toEqual([0, 0]);
    for (const celsius of net.supply.nodeC) {
      expect(celsius).toBeGreaterThanOrEqual(10);
      expect(celsius).toBeLessThan(10.001);
    }
    net.inputs.demandW.fill(60_000);
    run(net, 1, 60);
    expect(net.outputs.unmetW[2]).toBe(60_000);
    run(net, 120, 60);
    expect(sum(net.outputs.unmetW)).toBe(0);
  });

  it('needs pumps that work with the cube of the flow, about', () => {
    const net = createThermalNetwork(street(6, 300, 0.08));
    const powerAt = (share: number) => {
      net.inputs.demandW.fill(100_000 * share);
      run(net, 200, 60);
      const { differenceM, sourceHeadM, sourceM3PerS } = net.flows;
      const hydraulicW = net.kgPerM3 * 9.81 * sourceHeadM[0] * sourceM3PerS[0];
      expect(hydraulicW / net.outputs.pumpW[0]).toBeCloseTo(0.7, 3);
      expect(differenceM[6]).toBeGreaterThanOrEqual(5 - 1e-9);
      return net.outputs.pumpW[0];
    };
    const half = powerAt(0.5);
    const whole = powerAt(0.95);
    expect(whole / half).toBeGreaterThan(2.5);
    expect(whole / half).toBeLessThan(7);
  });

  it('goes on bit by bit as it would have, from what it remembers', () => {
    const make = () => {
      const net = createThermalNetwork(ring());
      net.inputs.share[1] = 0.4;
      return net;
    };
    const ask = (net: ThermalNetwork, step: number) => {
      net.inputs.demandW.forEach((_, i) => {
        net.inputs.demandW[i] = net.plan.designW[i] * ((step * (i + 3)) % 7) * 0.15;
      });
      net.inputs.capacityW.fill(step % 5 === 0 ? 2e5 : 1e6);
      stepThermalNetwork(net, 60);
    };
    const one = make();
    for (let step = 0; step < 100; step++) ask(one, step);
    const saved = memoryOf(one).map((array) => array.slice());
    for (let step = 100; step < 200; step++) ask(one, step);
    const other = make();
    memoryOf(other).forEach((array, i) => {
      array.set(saved[i]);
    });
    for (let step = 100; step < 200; step++) ask(other, step);
    expect(memoryOf(other)).toEqual(memoryOf(one));
    expect(other.outputs).toEqual(one.outputs);
  });

  it('refuses what makes no sense, by name', () => {
    const net = createThermalNetwork(street(2));
    net.inputs.demandW[1] = -5;
    expect(() => stepThermalNetwork(net, 60)).toThrow('consumer 1');
    net.inputs.demandW[1] = Number.NaN;
    expect(() => stepThermalNetwork(net, 60)).toThrow('consumer 1');
    net.inputs.demandW[1] = 0;
    net.inputs.capacityW[0] = Number.NaN;
    expect(() => stepThermalNetwork(net, 60)).toThrow('source 0');
    net.inputs.capacityW[0] = 1;
    net.inputs.share[0] = 1.5;
    expect(() => stepThermalNetwork(net, 60)).toThrow('share');
    expect(() => createThermalNetwork({ ...street(2), diameterM: Float64Array.of(0.1, 0) })).toThrow('diameterM[1]');
    expect(() => createThermalNetwork({ ...street(2), supplyC: 60 })).toThrow('one temperature');
  });
});

describe.skipIf(!hasEcoPark(root))('the flagship’s loops', () => {
  it('serve a winter and a summer day, each with its balance closed in every step', () => {
    const loops = ecoParkLoops(root);
    expect(loops).toHaveLength(28);
    for (const { net } of loops) {
      for (let quarter = 0; quarter < 96; quarter++) {
        const share = 0.4 + 0.3 * Math.sin((quarter / 96) * 2 * Math.PI);
        net.inputs.demandW.set(net.plan.designW.map((watts, i) => watts * share * (0.9 + 0.05 * (i % 5))));
        expect(stepBalance(net, 900, () => stepThermalNetwork(net, 900))).toBeLessThan(1e-9);
      }
      expect(sum(net.outputs.unmetW)).toBe(0);
      expect(net.outputs.lostW).toBeLessThan(0.5 * sum(net.outputs.sourceW));
      expect(net.outputs.lostW).toBeGreaterThan(-0.01 * sum(net.outputs.sourceW));
    }
  });
});
