/**
 * A design storm of Chicago's shape (Keifer & Chu 1957): whatever part of it round the peak one looks at, its depth is that
 * of the city's own curve of intensity. Qingdao's (青岛市暴雨强度公式, 2014, from memory, not read again here):
 * q = 1919.009 (1 + 0.997 lg P) / (t + 10.740)^0.738 in L/(s·ha), P in years, t in minutes; 167 L/(s·ha) are 1 mm/min.
 */
import { log10, pow } from '../../kernel';

const Q = 1919.009;
const PER_DECADE = 0.997;
const B_MIN = 10.74;
const N = 0.738;
const PER_MM_A_MINUTE = 167;

export interface Storm {
  readonly years: number;
  /** NaN: what the curve says. */
  readonly totalMm: number;
  readonly minutes: number;
  /** Where in its length the peak lies. */
  readonly peakShare: number;
}

export function depthMm(years: number, minutes: number): number {
  return minutes <= 0
    ? 0
    : ((Q / PER_MM_A_MINUTE) * (1 + PER_DECADE * log10(years)) * minutes) / pow(minutes + B_MIN, N);
}

/** What has fallen so many minutes after the storm began. */
export function fallenMm({ years, totalMm, minutes, peakShare }: Storm, after: number): number {
  const all = depthMm(years, minutes);
  const scale = Number.isNaN(totalMm) ? 1 : totalMm / all;
  const at = Math.min(Math.max(after, 0), minutes);
  const peak = peakShare * minutes;
  const rest = 1 - peakShare;
  const before = at < peak || rest <= 0;
  const mm = before
    ? peakShare * (all - depthMm(years, (peak - at) / Math.max(peakShare, 1e-9)))
    : peakShare * all + rest * depthMm(years, (at - peak) / rest);
  return scale * mm;
}
