import { levelM } from '../../../sim/domains/tunnel/flood/pool';
import type { AcceptLine } from '../line';

/** A round hole of 100 mm at 40 m of head into 480 m² of floor without fall. */
export const flooding: AcceptLine = {
  name: '100 mm burst at 40 m head into a 480 m² section',
  goal: 'rises 16.5 mm/min',
  async measure() {
    const m3PerS = 0.6 * 0.25 * Math.PI * 0.1 * 0.1 * Math.sqrt(2 * 9.80665 * 40);
    const basin = { lengthM: 200, widthM: 2.4, heightM: 2.9, fallM: 0, sumpM3: 3 };
    const mmPerMin = (1_000 * (levelM(basin, 3 + m3PerS * 1_200) - levelM(basin, 3 + m3PerS * 600))) / 10;
    return {
      held: Math.abs(mmPerMin - 16.5) < 0.1,
      reached: `${mmPerMin.toFixed(2)} mm/min at ${(3_600 * m3PerS).toFixed(0)} m³/h`,
      how: 'orifice of Cd 0.6 into the product’s own pool, from the 10th to the 20th minute; sloped floors and doors are in tests/domains/tunnel/flood.test.ts',
    };
  },
};
