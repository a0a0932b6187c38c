import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluateFriction, type FrictionModel } from '../../../sim/networks/pipes';

const models: readonly FrictionModel[] = ['colebrook', 'nikuradse', 'gb50028'];
const reynolds = fc.double({ min: 0, max: 1, noNaN: true }).map((share) => 10 * 1e7 ** share);
const roughness = fc.double({ min: 0, max: 0.05, noNaN: true });

function friction(model: FrictionModel, re: number, rough: number): { lambda: number; change: number } {
  const out = new Float64Array(2);
  evaluateFriction(model, re, rough, out);
  return { lambda: out[0], change: out[1] };
}

describe('friction in pipes', () => {
  it('is laminar at small Reynolds numbers, by Hagen and Poiseuille', () => {
    for (const model of ['colebrook', 'gb50028'] as const) expect(friction(model, 1_000, 1e-3).lambda).toBe(0.064);
  });

  it('solves the equation of Colebrook to the last bits', () => {
    fc.assert(
      fc.property(fc.double({ min: 2_320, max: 1e8, noNaN: true }), roughness, (re, rough) => {
        const root = Math.sqrt(friction('colebrook', re, rough).lambda);
        expect(1 / root + 2 * Math.log10(2.51 / (re * root) + rough / 3.71)).toBeCloseTo(0, 11);
      }),
    );
  });

  // Moody's chart as tabulated in White, Fluid Mechanics: Re, k/d, λ.
  it.each([
    [1e5, 0, 0.018],
    [1e5, 1e-3, 0.0222],
    [1e6, 1e-4, 0.0134],
    [1e7, 1e-2, 0.0379],
  ])('at Re %s and k/d %s is %s on Moody’s chart', (re, rough, lambda) => {
    expect(Math.abs(friction('colebrook', re, rough).lambda / lambda - 1)).toBeLessThan(0.01);
  });

  it('after GB 50028 stays within 5 % of Colebrook where it is turbulent', () => {
    const re = fc.double({ min: 0, max: 1, noNaN: true }).map((share) => 4e3 * 250 ** share);
    fc.assert(
      fc.property(re, fc.double({ min: 2e-4, max: 4e-3, noNaN: true }), (at, rough) => {
        const ratio = friction('gb50028', at, rough).lambda / friction('colebrook', at, rough).lambda;
        expect(Math.abs(ratio - 1)).toBeLessThan(0.05);
      }),
    );
    // The critical range: 0.03 + 900/(65·3000 − 1e5).
    expect(friction('gb50028', 3_000, 1e-3).lambda).toBeCloseTo(0.03 + 900 / 95_000, 12);
  });

  it('never drops less pressure for more flow, whatever the law', () => {
    fc.assert(
      fc.property(fc.constantFrom(...models), reynolds, roughness, (model, re, rough) => {
        const [less, more] = [friction(model, re, rough), friction(model, re * 1.001, rough)];
        expect(more.lambda * re * re * 1.001 * 1.001).toBeGreaterThan(less.lambda * re * re);
      }),
    );
  });

  it('says rightly how it changes, which Newton lives on', () => {
    fc.assert(
      fc.property(fc.constantFrom(...models), reynolds, roughness, (model, re, rough) => {
        // Not across the corners of GB 50028.
        const corners = [2_100, 2_124, 3_500, 4_000];
        fc.pre(model !== 'gb50028' || corners.every((corner) => Math.abs(re / corner - 1) > 0.02));
        const h = 1e-6;
        const [before, after] = [friction(model, re * (1 - h), rough), friction(model, re * (1 + h), rough)];
        const { lambda, change } = friction(model, re, rough);
        expect(Math.abs((after.lambda - before.lambda) / (2 * h) - change)).toBeLessThan(1e-4 * lambda);
      }),
    );
  });
});
