import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kpis, type Unit } from '../../sim';
import { formatQuantity, formatSetting, formatShare, formatTimes, formatWithUnit, languages } from '../../src/i18n';

const said = (value: number | undefined, unit: Unit, language: 'zh' | 'en', options = {}) =>
  formatWithUnit(value, unit, language, options);

describe('a number on screen', () => {
  it('has three significant digits when it was measured', () => {
    expect(said(31.8412, 'km/h', 'en')).toBe('31.8 km/h');
    expect(said(412.3, 's', 'en')).toBe('412 s');
    expect(said(0.012345, 'm', 'en')).toBe('0.0123 m');
    expect(said(36, 'km/h', 'en')).toBe('36.0 km/h');
  });

  it('is exact when it was counted, until it would be shortened', () => {
    expect(said(1_388, 'trips', 'en')).toBe('1,388 trips');
    expect(said(9_999, 'veh', 'zh')).toBe('9,999 辆');
    expect(said(0, 'veh', 'en')).toBe('0 veh');
  });

  it('is one trip and two trips', () => {
    expect(said(1, 'trips', 'en')).toBe('1 trip');
    expect(said(-1, 'trips', 'en', { signed: true })).toBe('−1 trip');
    expect(said(2, 'trips', 'en')).toBe('2 trips');
    expect(said(1e6, 'trips', 'en')).toBe('1 million trips');
    expect(said(1, 'trips', 'zh')).toBe('1 车次');
  });

  it('grows by 万 and 亿 in Chinese and by million in English', () => {
    expect(said(12_840.2, 'veh·km', 'zh')).toBe('1.28万 车公里');
    expect(said(123_456, 'trips', 'zh')).toBe('12.3万 车次');
    expect(said(987_654_321, 'persons', 'zh')).toBe('9.88亿 人');
    expect(said(123_456, 'trips', 'en')).toBe('123,000 trips');
    expect(said(1_234_567, 'trips', 'en')).toBe('1.23 million trips');
  });

  it('climbs to megawatts and gigawatts, which Intl does not know', () => {
    expect(said(950, 'kW', 'en')).toBe('950 kW');
    expect(said(12_345, 'kW', 'en')).toBe('12.3 MW');
    expect(said(2.5e6, 'kWh', 'zh')).toBe('2.50 GWh');
  });

  it('carries the sign of a difference, with a true minus, and none when there is no difference', () => {
    expect(said(2.06, 'km/h', 'en', { signed: true })).toBe('+2.06 km/h');
    expect(said(-2.06, 'km/h', 'zh', { signed: true })).toBe('−2.06 公里/小时');
    expect(said(0, 's', 'en', { signed: true })).toBe('0 s');
  });

  it('shares the unit of what it is compared with', () => {
    expect(said(250, 'kW', 'en', { signed: true, scaleOf: 12_000 })).toBe('+0.250 MW');
  });

  it('is an en dash where there is none, never NaN or Infinity', () => {
    for (const nothing of [undefined, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]) {
      expect(said(nothing, 's', 'en')).toBe('–');
      expect(said(nothing, 'trips', 'zh')).toBe('–');
    }
    expect(formatShare(Number.NaN, 'en')).toBe('–');
    expect(formatTimes(Number.NaN, 'zh')).toBe('–');
  });

  it('never says NaN, Infinity or undefined, whatever the value and the unit', () => {
    const units = [
      ...new Set(Object.values(kpis).map((kpi): Unit => kpi.unit)),
      'kW',
      'kWh',
      'kg',
      'fraction',
      '1',
    ] as const;
    fc.assert(
      fc.property(
        fc.double(),
        fc.double(),
        fc.constantFrom(...units),
        fc.constantFrom(...languages),
        (value, scaleOf, unit, language) => {
          expect(said(value, unit, language, { scaleOf })).not.toMatch(/NaN|Infinity|∞|undefined|[eE]\+/);
        },
      ),
    );
  });

  it('has the sign of its value', () => {
    fc.assert(
      fc.property(fc.double({ min: -1e9, max: 1e9, noNaN: true }), (value) => {
        const { number } = formatQuantity(value, 's', 'en', { signed: true });
        expect(number.startsWith('−')).toBe(value < 0);
        expect(number.startsWith('+')).toBe(value > 0);
      }),
    );
  });

  it('is shown as it was set when somebody set it', () => {
    expect(formatSetting(30, 'km/h', 'en')).toBe('30 km/h');
    expect(formatSetting(1.1, '1', 'zh')).toBe('1.1');
    expect(formatSetting(0.5, 'km', 'zh')).toBe('0.5 公里');
  });

  it('says a pace in tenths below ten and whole above', () => {
    expect(formatTimes(0.98, 'en')).toBe('1');
    expect(formatTimes(7.34, 'en')).toBe('7.3');
    expect(formatTimes(183.4, 'en')).toBe('183');
  });
});
