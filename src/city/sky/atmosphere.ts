import type { Look } from '../../state/look';

type Rgb = readonly [number, number, number];

/** Light and air at one moment, as displayed colours (sRGB) except for intensities. */
export interface Atmosphere {
  readonly zenith: Rgb;
  readonly horizon: Rgb;
  readonly sun: Rgb;
  readonly sunIntensity: number;
  readonly skyLight: Rgb;
  readonly groundLight: Rgb;
  readonly skyIntensity: number;
  /** 0 by day, 1 when lamps and windows are all there is. */
  readonly night: number;
}

interface Stop {
  readonly altitudeDeg: number;
  readonly zenith: string;
  readonly horizon: string;
  readonly sun: string;
  readonly sunIntensity: number;
  readonly skyLight: string;
  readonly groundLight: string;
  readonly skyIntensity: number;
}

/** Tuned by looking, at morning, noon, dusk and night; between two rows the air is a blend. */
const maquette: readonly Stop[] = [
  stop(-12, '#121a2c', '#2b3950', '#9db4e6', 0.5, '#5c72a4', '#262c3c', 0.85),
  stop(-5, '#33425f', '#8a7f8c', '#a9b4da', 0.5, '#7d8cb4', '#4a4650', 0.95),
  stop(0.5, '#7d93b3', '#ecc6a0', '#ff9d5c', 1.1, '#a9b2cb', '#7b6f69', 1.05),
  stop(7, '#93b3d1', '#f1e2cd', '#ffc48a', 3.1, '#bcc6da', '#9c8d7b', 1.1),
  stop(18, '#8fb4d6', '#e9ebea', '#ffe9cf', 3.9, '#bfd2e8', '#978f83', 0.92),
  stop(50, '#86afd6', '#e3eaee', '#fff6ea', 4.1, '#c6d9ec', '#9c958a', 0.92),
];

/** Night whatever the clock says; by day a little more of it can be made out. */
const controlRoom: readonly Stop[] = [
  stop(-12, '#050910', '#101a27', '#a9bfe6', 0.75, '#56647c', '#191f27', 0.9),
  stop(10, '#070c14', '#152230', '#b4c8ee', 1.0, '#60718b', '#1c232c', 1),
];

export function atmosphereAt(sunAltitudeDeg: number, look: Look): Atmosphere {
  const stops = look === 'maquette' ? maquette : controlRoom;
  const first = stops[0];
  const last = stops[stops.length - 1];
  const altitude = Math.min(last.altitudeDeg, Math.max(first.altitudeDeg, sunAltitudeDeg));
  let k = 0;
  while (k < stops.length - 2 && stops[k + 1].altitudeDeg <= altitude) k++;
  const from = stops[k];
  const to = stops[k + 1];
  const share = (altitude - from.altitudeDeg) / (to.altitudeDeg - from.altitudeDeg);
  const blend = (a: string, b: string): Rgb => {
    const [p, q] = [rgb(a), rgb(b)];
    return [p[0] + (q[0] - p[0]) * share, p[1] + (q[1] - p[1]) * share, p[2] + (q[2] - p[2]) * share];
  };
  const mix = (a: number, b: number) => a + (b - a) * share;
  return {
    zenith: blend(from.zenith, to.zenith),
    horizon: blend(from.horizon, to.horizon),
    sun: blend(from.sun, to.sun),
    sunIntensity: mix(from.sunIntensity, to.sunIntensity),
    skyLight: blend(from.skyLight, to.skyLight),
    groundLight: blend(from.groundLight, to.groundLight),
    skyIntensity: mix(from.skyIntensity, to.skyIntensity),
    night: look === 'control-room' ? 1 : smooth(5, -7, sunAltitudeDeg),
  };
}

function stop(
  altitudeDeg: number,
  zenith: string,
  horizon: string,
  sun: string,
  sunIntensity: number,
  skyLight: string,
  groundLight: string,
  skyIntensity: number,
): Stop {
  return { altitudeDeg, zenith, horizon, sun, sunIntensity, skyLight, groundLight, skyIntensity };
}

function smooth(from: number, to: number, value: number): number {
  const share = Math.min(1, Math.max(0, (value - from) / (to - from)));
  return share * share * (3 - 2 * share);
}

function rgb(hex: string): Rgb {
  const value = Number.parseInt(hex.slice(1), 16);
  return [(value >> 16) / 255, ((value >> 8) & 255) / 255, (value & 255) / 255];
}
