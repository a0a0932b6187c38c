/** Answers about moving water that follow from its speed and its pipe alone. */
import { advancePlugFlow } from '../../../sim/networks/heat/plug-flow';
import { heldBy, risesPast, sideOf, type TestPipe } from '../../networks/heat/one-side';

const DN150_M = 0.15;
const areaM2 = (Math.PI / 4) * DN150_M * DN150_M;

/** A kilometre of so many pipes, one after the other. */
export const kilometre = (pipes: number, lossWPerMK = 0): TestPipe[] =>
  Array.from({ length: pipes }, (_, i) => ({
    from: i,
    to: i + 1,
    lengthM: 1000 / pipes,
    diameterM: DN150_M,
    lossWPerMK,
  }));

export interface StepResponse {
  /** When the far end is warmer by more than nothing, and by a tenth, half and nine tenths of the step. */
  readonly firstS: number;
  readonly tenthS: number;
  readonly halfS: number;
  readonly nineTenthsS: number;
}

/** A step of 30 K at the beginning of a kilometre at 0.5 m/s. */
export function stepResponse(pipes: number, stepS: number): StepResponse {
  const side = sideOf(pipes + 1, kilometre(pipes), 40, 10);
  const flow = new Float64Array(pipes).fill(0.5 * areaM2);
  const inflow = new Float64Array(pipes + 1);
  inflow[0] = 0.5 * areaM2;
  const warm = new Float64Array(pipes + 1).fill(70);
  const passed = [1e-6, 0.1, 0.5, 0.9].map((share) => ({ celsius: 40 + 30 * share, atS: Number.NaN }));
  for (let now = 0; now < 3_000; now += stepS) {
    advancePlugFlow(side, flow, inflow, warm, stepS);
    for (const each of passed) {
      if (Number.isNaN(each.atS)) each.atS = now + risesPast(side, pipes, each.celsius);
    }
  }
  const [first, tenth, half, nineTenths] = passed.map(({ atS }) => atS);
  return { firstS: first, tenthS: tenth, halfS: half, nineTenthsS: nineTenths };
}

/** Hours in which water that stands in a DN150 comes to 1/e of its excess over the ground; U′ 0.25 W/mK. */
export function standingDecayHours(stepS: number): number {
  const side = sideOf(2, kilometre(1, 0.25), 70, 10);
  const still = new Float64Array(1);
  const none = new Float64Array(2);
  const excess = () => heldBy(side) / side.parcels.volumeM3[0] - 10;
  const before = excess();
  const seconds = 82 * 3_600;
  for (let now = 0; now < seconds; now += stepS) advancePlugFlow(side, still, none, none, stepS);
  return -82 / Math.log(excess() / before);
}

/** The published kilometre (330 K, 1 kg/s, 75 mm, 5 W/m²K, ground of 293 K) by moving parcels until it has settled, K. */
export function publishedKilometreK(pipes: number, stepS: number): number {
  const ice = 273.15;
  const capacity = 998.2 * 4182;
  const each = {
    lengthM: 1000 / pipes,
    diameterM: 0.075,
    lossWPerMK: 5 * Math.PI * 0.075,
    jPerM3K: capacity,
  };
  const side = sideOf(
    pipes + 1,
    Array.from({ length: pipes }, (_, i) => ({ from: i, to: i + 1, ...each })),
    293 - ice,
    293 - ice,
  );
  const flow = new Float64Array(pipes).fill(1 / 998.2);
  const inflow = new Float64Array(pipes + 1);
  inflow[0] = 1 / 998.2;
  const inlet = new Float64Array(pipes + 1).fill(330 - ice);
  for (let now = 0; now < 20_000; now += stepS) advancePlugFlow(side, flow, inflow, inlet, stepS);
  return side.nodeC[pipes] + ice;
}
