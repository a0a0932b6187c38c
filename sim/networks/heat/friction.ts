/**
 * Head that water loses in a pipe, by Darcy and Weisbach. The factor is Haaland's (J. Fluids Eng. 105, 1983), explicit
 * and within 2 % of Colebrook and White; 64 / Re below 2,000, and a straight line between the two up to 4,000.
 */
import { exp, ln, PI, pow } from '../../kernel';
import { GRAVITY_MPS2 } from './loop-plan';
import { waterAt } from './water';

export interface Friction {
  /** λ q|q| times this is metres of head. */
  readonly headPerLambda: Float64Array;
  /** |q| times this is Reynolds' number. */
  readonly reynoldsPerFlow: Float64Array;
  /** (k / 3.7 d)^1.11 */
  readonly rough: Float64Array;
}

const LAMINAR_BELOW = 2000;
const TURBULENT_FROM = 4000;
const LN_10 = ln(10);

/** Of pipes, each of which water goes through as often as `ways` says: twice where one entry is a pair. */
export function frictionOf(
  lengthM: Float64Array,
  diameterM: Float64Array,
  roughnessM: Float64Array,
  celsius: number,
  ways: number,
): Friction {
  const viscosity = kinematicViscosityM2PerS(celsius);
  return {
    headPerLambda: Float64Array.from(diameterM, (d, i) => {
      const area = (PI / 4) * d * d;
      return (ways * lengthM[i]) / (d * 2 * GRAVITY_MPS2 * area * area);
    }),
    reynoldsPerFlow: Float64Array.from(diameterM, (d) => 4 / (PI * d * viscosity)),
    rough: Float64Array.from(diameterM, (d, i) => pow(roughnessM[i] / (3.7 * d), 1.11)),
  };
}

/** λ times the flow's amount, which has a limit where nothing flows. */
export function lambdaTimesFlow({ reynoldsPerFlow, rough }: Friction, pipe: number, flowM3PerS: number): number {
  const flow = flowM3PerS < 0 ? -flowM3PerS : flowM3PerS;
  const reynolds = flow * reynoldsPerFlow[pipe];
  if (reynolds <= LAMINAR_BELOW) return 64 / reynoldsPerFlow[pipe];
  if (reynolds >= TURBULENT_FROM) return haaland(rough[pipe], reynolds) * flow;
  const at = (reynolds - LAMINAR_BELOW) / (TURBULENT_FROM - LAMINAR_BELOW);
  const laminar = 64 / LAMINAR_BELOW;
  return (laminar + at * (haaland(rough[pipe], TURBULENT_FROM) - laminar)) * flow;
}

/** By which power of the flow the loss grows there: 1 where water creeps, 2 where it is rough, more in between. */
export function powerOfLoss({ reynoldsPerFlow, rough }: Friction, pipe: number, flowM3PerS: number): number {
  const reynolds = Math.abs(flowM3PerS) * reynoldsPerFlow[pipe];
  if (reynolds <= LAMINAR_BELOW) return 1;
  if (reynolds >= TURBULENT_FROM) return 2;
  const laminar = 64 / LAMINAR_BELOW;
  const rise = (haaland(rough[pipe], TURBULENT_FROM) - laminar) / (TURBULENT_FROM - LAMINAR_BELOW);
  return 2 + (rise * reynolds) / (laminar + rise * (reynolds - LAMINAR_BELOW));
}

function haaland(rough: number, reynolds: number): number {
  const root = (-1.8 / LN_10) * ln(rough + 6.9 / reynolds);
  return 1 / (root * root);
}

/** Vogel's equation with the constants of Viswanath and Natarajan (1989), within 1 % from 0 to 100 °C. */
export function kinematicViscosityM2PerS(celsius: number): number {
  const pascalSeconds = 2.939e-5 * exp(507.88 / (celsius + 273.15 - 149.3));
  return pascalSeconds / waterAt(celsius).densityKgPerM3;
}
