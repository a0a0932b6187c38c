import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPowerNetwork, writeLine, writeTransformer } from '../../../sim/networks/power';

const positive = (max: number) => fc.double({ min: 1e-3, max, noNaN: true });

describe('a line in per unit', () => {
  it('drops the volts that its ohms drop, and carries the power that its amperes carry, on any base', () => {
    fc.assert(
      fc.property(positive(50), positive(50), positive(220), positive(500), positive(2_000), (r, x, kv, base, amps) => {
        const network = createPowerNetwork(2, 1);
        writeLine(network, 0, { resistanceOhm: r, reactanceOhm: x, capacitanceNf: 300, ratingA: amps }, kv, base);
        // √3·I·U over the base, times the impedance: the drop at the rating, as a share of nominal.
        expect((network.rating[0] * network.resistance[0]) / ((Math.sqrt(3) * amps * r) / 1_000 / kv)).toBeCloseTo(
          1,
          9,
        );
        expect(network.reactance[0] / network.resistance[0] / (x / r)).toBeCloseTo(1, 9);
        // ωC·U² in MVA.
        const mvar = 2 * Math.PI * 50 * 300e-9 * kv * kv;
        expect((network.charging[0] * base) / mvar).toBeCloseTo(1, 9);
      }),
    );
  });
});

describe('a transformer in per unit', () => {
  it('has its short-circuit voltage and its copper loss at its own rating, on any base', () => {
    fc.assert(
      fc.property(
        positive(100_000),
        fc.double({ min: 2, max: 20, noNaN: true }),
        positive(500),
        (kva, percent, base) => {
          const network = createPowerNetwork(2, 1);
          const copperLossKw = 0.01 * kva;
          writeTransformer(network, 0, { ratingKva: kva, shortCircuitPercent: percent, copperLossKw }, base);
          const {
            resistance: [r],
            reactance: [x],
            rating: [mva],
          } = network;
          expect(Math.sqrt(r * r + x * x) * mva).toBeCloseTo(percent / 100, 9);
          expect((mva * mva * r * base * 1_000) / copperLossKw).toBeCloseTo(1, 9);
        },
      ),
    );
  });

  it('stays a number where the losses of a plate are more than its whole impedance', () => {
    const network = createPowerNetwork(2, 1);
    writeTransformer(network, 0, { ratingKva: 100, shortCircuitPercent: 4, copperLossKw: 4.0000001 }, 100);
    expect(network.reactance[0]).toBe(0);
  });
});
