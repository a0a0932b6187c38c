import { cos, PI } from '../../../kernel';
import { slotIn } from '../../../scene/compile/element-tables';
import type { CompiledScene } from '../../../scene/compiled';
import { cellC, inverterKw, panelKw, ROOF_PLANE, SYSTEM_LOSS } from '../plants/photovoltaic';
import { windShare } from '../plants/wind-turbine';
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

/** Share of the rating that the sky gives now: all roofs lie alike, so one answer does for the park. */
export interface SkyShares {
  sun: number;
  wind: number;
}

/** Adds what each could give to its node; whether it does depends on voltage, since an inverter without a grid stops. */
export function addGeneration(generators: Generators, shares: SkyShares, givenKw: Float64Array): void {
  const { sunNode, sunKw, windNode, windKw } = generators;
  for (let i = 0; i < sunNode.length; i++) givenKw[sunNode[i]] += shares.sun * sunKw[i];
  for (let i = 0; i < windNode.length; i++) givenKw[windNode[i]] += shares.wind * windKw[i];
}

/** What really came: the sum over those with voltage. */
export function liveSum(nodes: Uint32Array, ratedKw: Float64Array, isLive: (node: number) => boolean): number {
  let sum = 0;
  for (let i = 0; i < nodes.length; i++) if (isLive(nodes[i])) sum += ratedKw[i];
  return sum;
}

export function readSky(
  { sun, beamWPerM2, diffuseWPerM2, globalWPerM2, airC, windMps }: WeatherNow,
  into: SkyShares,
): void {
  into.wind = windShare(windMps);
  into.sun = 0;
  if (globalWPerM2 <= 0) return;
  const { tiltDeg, azimuthDeg } = ROOF_PLANE;
  const incidence = cosIncidence(sun, tiltDeg, azimuthDeg);
  const light = onPlaneWPerM2(beamWPerM2, diffuseWPerM2, globalWPerM2, incidence, cos((PI * tiltDeg) / 180));
  into.sun = inverterKw(panelKw(1, light, cellC(airC, light)) * (1 - SYSTEM_LOSS), 1 / INVERTER_EFFICIENCY);
}
