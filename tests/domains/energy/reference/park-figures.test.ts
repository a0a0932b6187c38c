import { describe, expect, it } from 'vitest';
import { cleanShare, renewableShare } from '../../../../sim/domains/energy/accounts';
import {
  carbonCutToday,
  coalSavedT,
  emissionCut,
  intensityKgcePerYuan,
  primarySaving,
} from '../../../../sim/domains/energy/reference/park-figures';
import { noTotals } from '../../../../sim/domains/energy/totals';

/** The candidate park's balance of a year (models 5.3), GWh: a case whose results stand there, worked out by hand. */
const GWH = 1e6;
const candidate = {
  ...noTotals(),
  elapsedS: 365 * 86_400,
  gasKwh: 916 * GWH,
  importedKwh: 101 * GWH,
  sunKwh: 50 * GWH,
  windKwh: 10 * GWH,
  ambientKwh: 150 * GWH,
  referenceHeatKwh: 666.5 * GWH,
  referenceElectricKwh: 496 * GWH,
};

describe('the published figures', () => {
  it('come out of the balance that they were reconciled with, renewables counted as no consumption', () => {
    expect(100 * primarySaving(candidate)).toBeCloseTo(50.7, 0);
    expect(100 * cleanShare(candidate)).toBeCloseTo(80.6, 0);
    expect(100 * renewableShare(candidate)).toBeCloseTo(15, 0);
    expect(100 * emissionCut(candidate, 'co2')).toBeCloseTo(64.7, 0);
    expect(100 * emissionCut(candidate, 'so2')).toBeCloseTo(86.1, 0);
    expect(100 * emissionCut(candidate, 'nox')).toBeCloseTo(70.8, 0);
    expect(100 * emissionCut(candidate, 'dust')).toBeCloseTo(81.5, 0);
    expect(coalSavedT(candidate) / 1_000).toBeCloseTo(150, 0);
    expect(10 * intensityKgcePerYuan(candidate)).toBeCloseTo(0.23, 2);
  });

  it('show what a cleaner grid takes away from gas: 62.2 % at that of Shandong in 2022', () => {
    expect(100 * carbonCutToday(candidate)).toBeCloseTo(62, 0);
  });

  it('are nothing, and no NaN, before anything was metered', () => {
    const nothing = noTotals();
    for (const figure of [primarySaving, carbonCutToday, coalSavedT, intensityKgcePerYuan])
      expect(figure(nothing)).toBe(0);
  });
});
