/**
 * What the city's ground does with rain. Ours, where the scene says no more than how many square metres drain to a gully:
 * 65 % sealed (GB 50014-2021, 4.1.8: 0.60 to 0.70 runs off in closely built districts), a quarter of that without hollows,
 * the rest with 1.5 mm of them and lawns with 4 mm; Manning 0.013 and 0.15, 40 m to the gully at 1 % (the middle of
 * Rossman & Huber 2016, tables 3-5 and 3-6). Soil is a loam (Rawls, Brakensiek & Miller 1983), half dry before the rain.
 */
import type { Ground } from '../../networks/drains';

const SEALED = 0.65;
const WAY_M = 40;
const SLOPE_ROOT = 0.1;
const runs = (manning: number) => SLOPE_ROOT / (WAY_M * manning);

export const grounds: readonly Ground[] = [
  { share: 0.25 * SEALED, runs: runs(0.013), hollowsM: 0 },
  { share: 0.75 * SEALED, runs: runs(0.013), hollowsM: 0.0015 },
  {
    share: 1 - SEALED,
    runs: runs(0.15),
    hollowsM: 0.004,
    soil: { suctionM: 0.0889, conductivityMps: 3.4e-3 / 3_600, deficit: 0.2 },
  },
];
