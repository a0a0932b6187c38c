import { describe, expect, it } from 'vitest';
import { causeOf, judgePublished, meets, published } from '../../../../sim/domains/energy/reference/published';
import { sayCause } from '../../../../sim/hosts/cli/published-figures';
import { kpis } from '../../../../sim/ports';

const figure = (what: string) => published.find((each) => each.what === what)!;

describe('the list of published figures', () => {
  it('is the park’s ten, in the units of the KPIs that reckon them', () => {
    expect(published).toHaveLength(10);
    for (const { kpi, unit } of published) expect(kpis[kpi].unit).toBe(unit);
  });

  it('is met within two per cent, and a bound from below by anything beyond it', () => {
    expect(meets(figure('energy saved'), 50.7 * 1.019)).toBe(true);
    expect(meets(figure('energy saved'), 50.7 * 1.021)).toBe(false);
    expect(meets(figure('renewable share'), 40)).toBe(true);
    expect(meets(figure('renewable share'), 14)).toBe(false);
  });

  it('says of every figure why it is another, in numbers of the run', () => {
    for (const each of published) {
      const cause = sayCause(causeOf(each, (name) => (name === 'park.energy-saving' ? 40 : 123.4e6)));
      expect(cause.length).toBeGreaterThan(20);
      expect(cause).not.toMatch(/NaN|Infinity|undefined/);
      expect(cause).toMatch(/123|309/);
    }
  });

  it('gives a cause to every figure that is not met, and none to one that is', () => {
    const exact = new Map(published.map(({ kpi, value }) => [kpi, value]));
    expect(judgePublished((name) => exact.get(name) ?? 1).map(({ cause }) => cause)).toEqual(Array(10).fill(null));
    const half = judgePublished((name) => (exact.get(name) ?? 1) / 2);
    for (const { met, reached, value, cause } of half) {
      expect({ met, reached }).toEqual({ met: false, reached: value / 2 });
      expect(cause).not.toBeNull();
    }
  });
});
