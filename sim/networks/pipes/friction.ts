/**
 * Darcy's friction factor λ and how it changes with the Reynolds number.
 *
 * `colebrook`: laminar 64/Re (Hagen–Poiseuille) to Re 2,320, then Prandtl–Colebrook 1/√λ = −2 lg(2.51/(Re√λ) + k/3.71d)
 * solved to the last bits by Halley's method. Between Re 2,100 and 2,320 the two are joined smoothly; nature jumps there.
 * `nikuradse`: 64/Re + (2 lg(3.71d/k))⁻² at any Re, STANET's and pandapipes' simple form.
 * `gb50028`: GB 50028-2006 appendix C, steel: laminar to 2,100; λ = 0.03 + (Re−2100)/(65Re−1e5) to 3,500; then
 * Altshul's 0.11(k/d + 68/Re)^¼, explicit: within 5 % of Colebrook for k/d 2e-4 to 4e-3 and Re 4e3 to 1e6, up to 9 %
 * below it at k/d 0.01, and no good for smooth pipes beyond Re 1e6. Its jump at 3,500 is spread to 4,000.
 *
 * A law whose λRe² falls somewhere would have two flows for one pressure drop; each of these only rises.
 */
import { ln, pow } from '../../kernel/math';

export type FrictionModel = 'colebrook' | 'nikuradse' | 'gb50028';

export const LAMINAR_TO_RE = 2_100;
const COLEBROOK_FROM_RE = 2_320;
const GB_CRITICAL_TO_RE = 3_500;
const GB_TURBULENT_FROM_RE = 4_000;
const LN10 = ln(10);

/** λ into out[0], Re·dλ/dRe into out[1]. */
export function evaluateFriction(model: FrictionModel, re: number, relativeRoughness: number, out: Float64Array): void {
  if (model === 'nikuradse') {
    const laminar = 64 / re;
    out[0] = laminar + fullyRough(relativeRoughness);
    out[1] = -laminar;
  } else if (re <= LAMINAR_TO_RE) {
    out[0] = 64 / re;
    out[1] = -out[0];
  } else if (model === 'colebrook') {
    colebrook(re, relativeRoughness, out);
    if (re < COLEBROOK_FROM_RE) joinLaminar(re, out);
  } else {
    altshulWithCritical(re, relativeRoughness, out);
  }
}

/** λ at endless Re after Nikuradse; 0 for a smooth pipe. */
export function fullyRough(relativeRoughness: number): number {
  if (relativeRoughness <= 0) return 0;
  const root = (2 * ln(3.71 / relativeRoughness)) / LN10;
  return 1 / (root * root);
}

function colebrook(re: number, relativeRoughness: number, out: Float64Array): void {
  const a = 2.51 / re;
  const b = relativeRoughness / 3.71;
  const g = 2 / LN10;
  let x = 7; // 1/√0.02
  let inner = a * x + b;
  for (let i = 0; i < 8; i++) {
    const f = x + g * ln(inner);
    const bend = (g * a) / inner;
    const slope = 1 + bend;
    const step = (2 * f * slope) / (2 * slope * slope + (f * bend * a) / inner);
    x -= step;
    inner = a * x + b;
    if (Math.abs(step) <= 1e-6 * x) break; // the next step would be its cube
  }
  const lambda = 1 / (x * x);
  const bend = (g * a) / inner;
  // x + g ln(ax + b) = 0 with a ∝ 1/Re: Re·dx/dRe = x·bend/(1 + bend).
  out[0] = lambda;
  out[1] = (-2 * lambda * bend) / (1 + bend);
}

/** Of λ as it stands in `out`, a share that grows from 0 to 1, of 64/Re the rest. */
function joinLaminar(re: number, out: Float64Array): void {
  const width = COLEBROOK_FROM_RE - LAMINAR_TO_RE;
  const t = (re - LAMINAR_TO_RE) / width;
  const share = t * t * (3 - 2 * t);
  const shareSlope = (6 * t * (1 - t) * re) / width;
  const laminar = 64 / re;
  out[1] = share * out[1] - (1 - share) * laminar + shareSlope * (out[0] - laminar);
  out[0] = share * out[0] + (1 - share) * laminar;
}

function altshulWithCritical(re: number, relativeRoughness: number, out: Float64Array): void {
  if (re >= GB_TURBULENT_FROM_RE) {
    altshul(re, relativeRoughness, out);
    return;
  }
  const atRe = Math.min(re, GB_CRITICAL_TO_RE);
  const below = 65 * atRe - 1e5;
  const critical = 0.03 + (atRe - 2_100) / below;
  const laminar = 64 / re;
  if (re <= GB_CRITICAL_TO_RE) {
    // The standard's two curves miss each other by 1.6 % at 2,100; the higher one holds until they cross.
    out[0] = Math.max(critical, laminar);
    out[1] = critical > laminar ? (re * (below - 65 * (re - 2_100))) / (below * below) : -laminar;
    return;
  }
  altshul(GB_TURBULENT_FROM_RE, relativeRoughness, out);
  const slope = (Math.max(out[0], critical) - critical) / (GB_TURBULENT_FROM_RE - GB_CRITICAL_TO_RE);
  out[0] = critical + slope * (re - GB_CRITICAL_TO_RE);
  out[1] = slope * re;
}

function altshul(re: number, relativeRoughness: number, out: Float64Array): void {
  const inner = relativeRoughness + 68 / re;
  out[0] = 0.11 * pow(inner, 0.25);
  out[1] = (out[0] * 0.25 * (-68 / re)) / inner;
}
