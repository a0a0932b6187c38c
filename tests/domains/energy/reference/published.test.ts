import { describe, expect, it } from 'vitest';
import { causeOf, meets, published } from '../../../../sim/domains/energy/reference/published';
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
      const cause = causeOf(each, (name) => (name === 'park.energy-saving' ? 40 : 123.4e6));
      expect(cause.length).toBeGreaterThan(20);
      expect(cause).not.toMatch(/NaN|Infinity|undefined/);
      expect(cause).toMatch(/123|309/);
    }
  });
});
