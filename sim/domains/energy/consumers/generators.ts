import { cos, PI } from '../../../kernel';
import { slotIn } from '../../../scene/compile/element-tables';
import type { CompiledScene } from '../../../scene/compiled';
import type { EnergyKnobs } from '../knobs';
import { cellC, inverterKw, panelKw, ROOF_PLANE, SYSTEM_LOSS } from '../plants/photovoltaic';
import { windShare } from '../plants/wind-turbine';
import { cosIncidence, onPlaneWPerM2, type WeatherNow } from '../weather';

/** Inverters are sized for what the panels are rated at. */
const INVERTER_EFFICIENCY = 0.96;
/** Pairs that face east and west lie as flat as is usual on halls. */
const EAST_WEST_TILT_DEG = 10;

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

/** Share of the rating that the sky gives now; roofs of one kind lie alike, so one answer does for the park. */
export interface SkyShares {
  south: number;
  eastWest: number;
  wind: number;
}

export function readSky(weather: WeatherNow, into: SkyShares): void {
  into.wind = windShare(weather.windMps);
  into.south = solarShare(weather, ROOF_PLANE.tiltDeg, ROOF_PLANE.azimuthDeg);
  into.eastWest = (solarShare(weather, EAST_WEST_TILT_DEG, 90) + solarShare(weather, EAST_WEST_TILT_DEG, 270)) / 2;
}

function solarShare(weather: WeatherNow, tiltDeg: number, azimuthDeg: number): number {
  const { sun, beamWPerM2, diffuseWPerM2, globalWPerM2, airC } = weather;
  if (globalWPerM2 <= 0) return 0;
  const incidence = cosIncidence(sun, tiltDeg, azimuthDeg);
  const light = onPlaneWPerM2(beamWPerM2, diffuseWPerM2, globalWPerM2, incidence, cos((PI * tiltDeg) / 180));
  return inverterKw(panelKw(1, light, cellC(airC, light)) * (1 - SYSTEM_LOSS), 1 / INVERTER_EFFICIENCY);
}

/** What of the panels and turbines as built is connected, and what a roof has been given on top, by building. */
export interface SkyGear {
  readonly builtShare: number;
  readonly south: Float64Array;
  readonly eastWest: Float64Array;
}

export function skyGear(knobs: EnergyKnobs): SkyGear {
  const [inUse] = knobs['city.renewables-in-use'].values;
  return {
    builtShare: Number.isNaN(inUse) ? 1 : inUse,
    south: knobs['building.solar-south'].values,
    eastWest: knobs['building.solar-east-west'].values,
  };
}

/**
 * Visits what each roof and turbine could give now, with its node. Whether it does depends on voltage, since an inverter
 * without a grid stops.
 */
export function eachGeneration(
  { sunNode, sunKw, windNode, windKw }: Generators,
  shares: SkyShares,
  { builtShare, south, eastWest }: SkyGear,
  buildingNode: Int32Array,
  visit: (node: number, kw: number, isWind: boolean) => void,
): void {
  for (let i = 0; i < sunNode.length; i++) visit(sunNode[i], shares.south * builtShare * sunKw[i], false);
  for (let i = 0; i < windNode.length; i++) visit(windNode[i], shares.wind * builtShare * windKw[i], true);
  for (let building = 0; building < buildingNode.length; building++) {
    if (buildingNode[building] < 0) continue;
    if (south[building] > 0) visit(buildingNode[building], shares.south * south[building], false);
    if (eastWest[building] > 0) visit(buildingNode[building], shares.eastWest * eastWest[building], false);
  }
}
