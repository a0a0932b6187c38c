/**
 * Head that water loses in a pipe, by Darcy and Weisbach. Where it is turbulent the factor is that of `pipes/friction`
 * (Colebrook and White), where it creeps the loss is in proportion to the flow, also at none. Between Re 2,000 and 4,000,
 * where flow flickers between the two, the factor goes over in a straight line (EPANET joins the same range): idle
 * branches of a loop are often there, and a steep joint would let valves and circles answer each other for ever.
 */
import { PI } from '../../kernel';
import { GRAVITY_MPS2 } from '../pipes/fluid';
import { evaluateFriction } from '../pipes/friction';
import { waterViscosityPaS } from '../pipes/water';
import { waterAt } from './water';

export interface Friction {
  /** λ q|q| times this is metres of head. */
  readonly headPerLambda: Float64Array;
  /** |q| times this is Reynolds' number. */
  readonly reynoldsPerFlow: Float64Array;
  readonly relativeRoughness: Float64Array;
  /** λ where turbulence is full. */
  readonly turbulent: Float64Array;
  /** Scratch: λ, and Re dλ/dRe. */
  readonly factor: Float64Array;
}

const ICE_K = 273.15;
const LAMINAR_TO_RE = 2_000;
const TURBULENT_FROM_RE = 4_000;
const LAMINAR = 64 / LAMINAR_TO_RE;

/** Of pipes, each of which water goes through as often as `ways` says: twice where one entry is a pair. */
export function frictionOf(
  lengthM: Float64Array,
  diameterM: Float64Array,
  roughnessM: Float64Array,
  celsius: number,
  ways: number,
): Friction {
  const viscosityM2PerS = waterViscosityPaS(celsius + ICE_K) / waterAt(celsius).densityKgPerM3;
  const factor = new Float64Array(2);
  return {
    headPerLambda: Float64Array.from(diameterM, (d, i) => {
      const area = (PI / 4) * d * d;
      return (ways * lengthM[i]) / (d * 2 * GRAVITY_MPS2 * area * area);
    }),
    reynoldsPerFlow: Float64Array.from(diameterM, (d) => 4 / (PI * d * viscosityM2PerS)),
    relativeRoughness: Float64Array.from(diameterM, (d, i) => roughnessM[i] / d),
    turbulent: Float64Array.from(diameterM, (d, i) => {
      evaluateFriction('colebrook', TURBULENT_FROM_RE, roughnessM[i] / d, factor);
      return factor[0];
    }),
    factor,
  };
}

/** Metres of head into `lossM`, m per m³/s into `slope`, for every pipe. */
export function loseHead(friction: Friction, flowM3PerS: Float64Array, lossM: Float64Array, slope: Float64Array): void {
  const { headPerLambda, reynoldsPerFlow, relativeRoughness, factor } = friction;
  for (let b = 0; b < flowM3PerS.length; b++) {
    const signed = flowM3PerS[b];
    const flow = signed < 0 ? -signed : signed;
    const reynolds = flow * reynoldsPerFlow[b];
    if (reynolds <= LAMINAR_TO_RE) {
      slope[b] = (headPerLambda[b] * 64) / reynoldsPerFlow[b];
      lossM[b] = slope[b] * signed;
    } else if (reynolds < TURBULENT_FROM_RE) {
      const rise = (friction.turbulent[b] - LAMINAR) / (TURBULENT_FROM_RE - LAMINAR_TO_RE);
      const lambda = LAMINAR + rise * (reynolds - LAMINAR_TO_RE);
      slope[b] = headPerLambda[b] * flow * (2 * lambda + rise * reynolds);
      lossM[b] = headPerLambda[b] * flow * lambda * signed;
    } else {
      evaluateFriction('colebrook', reynolds, relativeRoughness[b], factor);
      const resisted = headPerLambda[b] * flow;
      slope[b] = resisted * (2 * factor[0] + factor[1]);
      lossM[b] = resisted * factor[0] * signed;
    }
  }
}
