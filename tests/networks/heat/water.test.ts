import { describe, expect, it } from 'vitest';
import { waterAt } from '../../../sim/networks/heat';

/** IAPWS-IF97, table 5: K, MPa, volume m³/kg, enthalpy kJ/kg, heat capacity kJ/(kg K). */
const TABLE_5 = [
  [300, 3, 0.100215168e-2, 0.115331273e3, 0.417301218e1],
  [300, 80, 0.971180894e-3, 0.184142828e3, 0.401008987e1],
  [500, 3, 0.1202418e-2, 0.975542239e3, 0.465580682e1],
] as const;

describe('liquid water', () => {
  it.each(TABLE_5)(
    'is that of the steam tables at %d K and %d MPa, in nine figures',
    (kelvin, megapascal, v, h, cp) => {
      const water = waterAt(kelvin - 273.15, megapascal * 10);
      expect(1 / water.densityKgPerM3 / v).toBeCloseTo(1, 8);
      expect(water.heatJPerKg / 1000 / h).toBeCloseTo(1, 8);
      expect(water.heatCapacityJPerKgK / 1000 / cp).toBeCloseTo(1, 8);
    },
  );
});
