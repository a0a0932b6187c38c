/**
 * Alternating-current resistance with skin and proximity effect: IEC 60287-1-1:2023, 5.1 (2.1 before). Proximity of
 * three single cores, or of three within one cable.
 */
import { PI } from '../../kernel';
import type { CableDesign } from './design';

export function directOhmPerM(cable: CableDesign, celsius: number): number {
  return cable.conductor.ohmPerM20 * (1 + cable.conductor.of.temperatureCoefficientPerK * (celsius - 20));
}

export function alternatingOhmPerM(cable: CableDesign, celsius: number, spacingMm: number, hertz: number): number {
  const direct = directOhmPerM(cable, celsius);
  const base = ((8 * PI * hertz) / direct) * 1e-7;
  const skin = crowding(base * cable.conductor.skin);
  const near = proximityShape(base * cable.conductor.proximity);
  const ratio = cable.conductor.diameterMm / spacingMm;
  const square = ratio * ratio;
  return direct * (1 + skin + near * square * (0.312 * square + 1.18 / (near + 0.27)));
}

/** ys of xs²; the three ranges of the standard. */
function crowding(square: number): number {
  const x = Math.sqrt(square);
  if (x <= 2.8) return proximityShape(square);
  if (x <= 3.8) return -0.136 - 0.0177 * x + 0.0563 * square;
  return 0.354 * x - 0.733;
}

/** x⁴ / (192 + 0.8 x⁴): exact enough up to x = 2.8, which is as far as the standard takes the proximity effect. */
function proximityShape(square: number): number {
  const fourth = square * square;
  return fourth / (192 + 0.8 * fourth);
}
