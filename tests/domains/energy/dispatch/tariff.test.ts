import { expect, it } from 'vitest';
import { emptyInputs, hubOf, powerYuanPerKwh, withTariff } from '../../../../sim/domains/energy/dispatch';

it('costs by the time of day, and gas by what a cubic metre holds', () => {
  const nobody = hubOf({ stations: [], importKw: 1e6 });
  const inputs = withTariff(emptyInputs(nobody, 8, 1), 22 * 3600, 9.7);
  expect([...inputs.buyYuanPerKwh]).toEqual([0.66, 0.66, 0.33, 0.33, 0.33, 0.33, 0.33, 0.33]);
  expect(powerYuanPerKwh(16 * 3600)).toBe(1.05);
  expect(powerYuanPerKwh(86_400 + 12 * 3600)).toBe(0.33);
  expect(inputs.gasYuanPerKwh).toBeCloseTo(3.6 / 9.7, 12);
  expect(inputs.sellYuanPerKwh[0]).toBeLessThan(0.66);
});
