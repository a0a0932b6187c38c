/**
 * What a stretch of main shut off at both ends still gives through its hole: a vessel at the ground's temperature whose
 * pressure falls with its mass. While the throat is sonic the flow is in proportion to the pressure, so the mass falls as
 * an exponential, which is taken exactly; below that the subsonic law is taken in small steps of its own.
 * What came out is what the vessel lost, so mass closes to the last bit. Blowing down is the same with a larger hole.
 */
import { exp, ln } from '../../../kernel';
import { CRITICAL_RATIO, chokedKgPerSPa, methaneKgPerM3, orificeKgPerS } from './orifice';

export interface ClosedPipe {
  readonly volumeM3: number;
  readonly gasK: number;
  readonly outsidePa: number;
}

/** Of the root at which the throat is no longer sonic; and the root that is nothing, in strides. */
const ROOT_STRIDE = 0.02;
const ROOT_END = 1e-4;

export function pipeMassKg({ volumeM3, gasK }: ClosedPipe, pressurePa: number): number {
  return volumeM3 * methaneKgPerM3(pressurePa, gasK);
}

export function pipePressurePa({ volumeM3, gasK }: ClosedPipe, massKg: number): number {
  return massKg / (volumeM3 * methaneKgPerM3(1, gasK));
}

/** The mass that is left after so many seconds through a hole. */
export function emptiedKg(
  pipe: ClosedPipe,
  massKg: number,
  areaM2: number,
  discharge: number,
  seconds: number,
): number {
  const { gasK, outsidePa } = pipe;
  const perKg = pipePressurePa(pipe, 1);
  const restKg = pipeMassKg(pipe, outsidePa);
  if (!(areaM2 > 0) || massKg <= restKg) return massKg;
  let left = seconds;
  let mass = massKg;
  const sonicKg = restKg / CRITICAL_RATIO;
  if (mass > sonicKg) {
    const perSecond = chokedKgPerSPa(areaM2, discharge, gasK) * perKg;
    const until = ln(mass / sonicKg) / perSecond;
    if (until >= left) return mass * exp(-perSecond * left);
    mass = sonicKg;
    left -= until;
  }
  return restKg + rootSquared(pipe, restKg, mass, areaM2, discharge, left);
}

/**
 * Near the end the flow goes as the root of what is still to leave, which then is all gone after a finite time: so the
 * root is what is stepped, by the midpoint.
 */
function rootSquared(
  pipe: ClosedPipe,
  restKg: number,
  massKg: number,
  areaM2: number,
  discharge: number,
  seconds: number,
): number {
  const perKg = pipePressurePa(pipe, 1);
  const fall = (root: number) =>
    orificeKgPerS(areaM2, discharge, (restKg + root * root) * perKg, pipe.outsidePa, pipe.gasK) / (2 * root);
  let root = Math.sqrt(massKg - restKg);
  let left = seconds;
  const stride = ROOT_STRIDE * Math.sqrt(restKg / CRITICAL_RATIO - restKg);
  while (left > 0 && root > ROOT_END * stride) {
    const now = fall(root);
    if (!(now > 0)) return root * root; // too little pressure for the arithmetic
    const step = Math.min(left, Math.min(stride, 0.5 * root) / now);
    root -= step * fall(root - 0.5 * step * now);
    left -= step;
  }
  return left > 0 ? 0 : root * root;
}

/** Seconds in which the first flow would have emptied it: what is meant by the time of decay. */
export function decaySeconds(pipe: ClosedPipe, pressurePa: number, areaM2: number, discharge: number): number {
  return pipeMassKg(pipe, pressurePa) / orificeKgPerS(areaM2, discharge, pressurePa, pipe.outsidePa, pipe.gasK);
}
