import { slotIn } from '../../../scene/compile/element-tables';
import type { CompiledScene } from '../../../scene/compiled';
import { cellC, inverterKw, panelKw, ROOF_PLANE, SYSTEM_LOSS, windShare } from '../plants';
import { cosIncidence, onPlaneWPerM2, type WeatherNow } from '../weather';

/** Inverters are sized for what the panels are rated at. */
const INVERTER_EFFICIENCY = 0.96;

/** What the weather drives: roofs with photovoltaics, and wind. Engines and batteries wait for somebody to plan them. */
export interface Generators {
  readonly sunNode: Uint32Array;
  readonly sunKw: Float64Array;
  readonly windNode: Uint32Array;
  readonly windKw: Float64Array;
}

export function createGenerators(scene: CompiledScene): Generators {
  const all = scene.scene.electricity?.generators ?? [];
  const of = (kind: string) => all.filter((each) => each.kind === kind);
  const nodes = (kind: string) => Uint32Array.from(of(kind), ({ bus }) => slotIn(scene.elements.bus, bus));
  const rated = (kind: string) => Float64Array.from(of(kind), ({ ratedKw }) => ratedKw);
  return {
    sunNode: nodes('photovoltaic'),
    sunKw: rated('photovoltaic'),
    windNode: nodes('wind'),
    windKw: rated('wind'),
  };
}

/** Adds what the sky gives to each node that has voltage, since an inverter without a grid stops; answers both sums. */
export function addGeneration(
  { sunNode, sunKw, windNode, windKw }: Generators,
  weather: WeatherNow,
  isLive: (node: number) => boolean,
  givenKw: Float64Array,
): { readonly sunKw: number; readonly windKw: number } {
  const perSunKw = sunShare(weather);
  const perWindKw = windShare(weather.windMps);
  let sun = 0;
  let wind = 0;
  for (let i = 0; i < sunNode.length; i++) {
    if (perSunKw === 0 || !isLive(sunNode[i])) continue;
    givenKw[sunNode[i]] += perSunKw * sunKw[i];
    sun += perSunKw * sunKw[i];
  }
  for (let i = 0; i < windNode.length; i++) {
    if (perWindKw === 0 || !isLive(windNode[i])) continue;
    givenKw[windNode[i]] += perWindKw * windKw[i];
    wind += perWindKw * windKw[i];
  }
  return { sunKw: sun, windKw: wind };
}

/** Share of its rating that a roof gives: all lie alike, so one answer does for the park. */
function sunShare({ sun, beamWPerM2, diffuseWPerM2, globalWPerM2, airC }: WeatherNow): number {
  if (globalWPerM2 <= 0) return 0;
  const { cosTilt, tiltDeg, azimuthDeg } = ROOF_PLANE;
  const light = onPlaneWPerM2(beamWPerM2, diffuseWPerM2, globalWPerM2, cosIncidence(sun, tiltDeg, azimuthDeg), cosTilt);
  return inverterKw(panelKw(1, light, cellC(airC, light)) * (1 - SYSTEM_LOSS), 1 / INVERTER_EFFICIENCY);
}
