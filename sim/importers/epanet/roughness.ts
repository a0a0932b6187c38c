/**
 * Roughness of a wall that loses as much as Hazen and Williams', or Manning's, formula says, at one speed: 0.6 m/s, usual
 * in mains. At others the laws differ; the wall's is Swamee and Jain's, as EPANET has it.
 */
import { ln, PI, pow } from '../../kernel';
import type { HeadLoss } from './inp-file';

const SPEED_MPS = 0.6;
const VISCOSITY_M2_PER_S = 1.022e-6; // EPANET's, 20 °C
const GRAVITY_MPS2 = 9.81;
/** Where even glass loses more at that speed. */
const SMOOTH_MM = 0.001;

export function roughnessMm(law: HeadLoss, coefficient: number, diameterM: number): number {
  const flow = (SPEED_MPS * PI * diameterM * diameterM) / 4;
  // Loss per metre: EPANET 2.2 Users Manual, table 3.1, in SI.
  const loss =
    law === 'H-W'
      ? (10.667 * pow(flow, 1.852)) / (pow(coefficient, 1.852) * pow(diameterM, 4.871))
      : (10.294 * coefficient * coefficient * flow * flow) / pow(diameterM, 16 / 3);
  const friction = (loss * 2 * GRAVITY_MPS2 * diameterM) / (SPEED_MPS * SPEED_MPS);
  const reynolds = (SPEED_MPS * diameterM) / VISCOSITY_M2_PER_S;
  const root = pow(10, -0.5 / Math.sqrt(friction)) - 5.74 / pow(reynolds, 0.9);
  const mm = 3.7 * diameterM * root * 1_000;
  return mm > SMOOTH_MM ? mm : SMOOTH_MM;
}

/** Friction of that wall at a speed, for whoever checks it. */
export function frictionOf(mm: number, diameterM: number, speedMps: number): number {
  const reynolds = (speedMps * diameterM) / VISCOSITY_M2_PER_S;
  const log = ln(mm / 1_000 / (3.7 * diameterM) + 5.74 / pow(reynolds, 0.9)) / ln(10);
  return 0.25 / (log * log);
}
