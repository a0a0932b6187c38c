/**
 * A building as the five resistances and one capacity of ISO 13790:2008, annex C (its simple hourly method, kept in EN ISO
 * 52016-1 for comparison): windows and walls to the outside, fresh air, and the mass that stores. Walls and roof take up
 * sun as their outer surface's resistance lets it in. Left out: long waves to a cold sky, shade from the neighbours
 * beyond one factor for all, moisture in the walls, flows between the rooms.
 */
import type { DemandPlan } from './compile';
import { envelopeClasses, envelopes } from './envelopes';
import { ORIENTATIONS } from './geometry';
import type { Pattern } from './patterns';

export interface Fabric {
  /** To the outside through windows, and from the mass through walls, roof and floor. */
  readonly windowWPerK: Float64Array;
  readonly wallWPerK: Float64Array;
  /** Air through joints and windows ajar, after heat recovery. */
  readonly airWPerK: Float64Array;
  /** Air by fans, when all people are in. */
  readonly fansWPerK: Float64Array;
  readonly openWindowsWPerK: Float64Array;
  /** Between the rooms' surfaces and their air, and between mass and surfaces. */
  readonly innerSurfaceWPerK: Float64Array;
  readonly massSurfaceWPerK: Float64Array;
  /** Of sun and of radiant heat, what mass and surfaces take up; the rest goes out by the windows. */
  readonly sunToMass: Float64Array;
  readonly sunToSurface: Float64Array;
  readonly perMassJPerK: Float64Array;
  /** What the sun's W/m² on each orientation bring in, and on the roof last: ORIENTATIONS + 1 numbers a building. */
  readonly sunM2: Float64Array;
  /** Of the sun that comes in, what is left in summer. */
  readonly summerShade: Float64Array;
  /** Most that radiators and coils can give. */
  readonly heaterW: Float64Array;
  readonly coolerW: Float64Array;
}

/**
 * ISO 13790, table 12, of floor area. Homes of China are walls and slabs of concrete through and through: very heavy.
 * Wards, schools and hotels: heavy. Offices and shops hide theirs behind ceilings and raised floors: medium. Halls of
 * steel: light.
 */
const VERY_HEAVY = { massJPerM2K: 370_000, massArea: 3.5 };
const HEAVY = { massJPerM2K: 260_000, massArea: 3 };
const MEDIUM = { massJPerM2K: 165_000, massArea: 2.5 };
const LIGHT = { massJPerM2K: 110_000, massArea: 2.5 };
const BUILT: Readonly<Record<Pattern, typeof MEDIUM>> = {
  home: VERY_HEAVY,
  guests: HEAVY,
  ward: HEAVY,
  school: HEAVY,
  work: MEDIUM,
  shop: MEDIUM,
  always: MEDIUM,
  shifts: LIGHT,
  store: LIGHT,
};
/** ISO 13790, 7.2.2.2: all surfaces of the rooms against the floor. */
const SURFACES = 4.5;
const INNER_SURFACE_W_PER_M2K = 3.45;
const MASS_SURFACE_W_PER_M2K = 9.1;

/** 1.2 kg/m³ × 1,006 J/kgK over an hour. */
const AIR_WH_PER_M3K = 0.335;
/** Rooms' own height, without the slab; joints of a high hall let in no more than those of a room so high. */
const SLAB_M = 0.25;
const HIGHEST_FOR_JOINTS_M = 4;

/** Frames take a quarter of a window; dirt, curtains and neighbours a third of the sun (ISO 13790, 11.4). */
const GLASS_OF_WINDOW = 0.75;
const UNSHADED = 0.65;
const ABSORBED = 0.6;
const OUTER_SURFACE_M2K_PER_W = 0.04;
/** Ground and cellar are milder than the air (ISO 13370): our factor. */
const FLOOR_SHARE = 0.6;

/** GB 50736-2012 designs Qingdao's heating for −5 °C and adds a fifth where rooms have to warm up again (5.2.8). */
const DESIGN_C = -5;
const RADIATOR_OVERSIZE = 1.2;
/** Coils of the floor that has any: what networks for such buildings are laid for, 90 to 140 W/m². */
const COOLER_W_PER_M2 = 130;

export function emptyFabric(count: number): Fabric {
  const array = () => new Float64Array(count);
  return {
    windowWPerK: array(),
    wallWPerK: array(),
    airWPerK: array(),
    fansWPerK: array(),
    openWindowsWPerK: array(),
    innerSurfaceWPerK: array(),
    massSurfaceWPerK: array(),
    sunToMass: array(),
    sunToSurface: array(),
    perMassJPerK: array(),
    sunM2: new Float64Array(count * (ORIENTATIONS + 1)),
    summerShade: array(),
    heaterW: array(),
    coolerW: array(),
  };
}

/** Works out one building's row for an envelope's class; radiators and coils stay as they were first laid. */
export function layFabric(plan: DemandPlan, fabric: Fabric, i: number, envelopeClass: number, isFirst: boolean): void {
  const row = plan.rows[i];
  const envelope = envelopes[envelopeClasses[envelopeClass]];
  const floorM2 = plan.floorM2[i];
  const footprintM2 = plan.footprintM2[i];
  const sun = i * (ORIENTATIONS + 1);
  let wallsM2 = 0;
  for (let k = 0; k < ORIENTATIONS; k++) {
    const facadeM2 = plan.wallM2[i * ORIENTATIONS + k];
    const glassM2 = facadeM2 * row.glassShare;
    wallsM2 += facadeM2;
    fabric.sunM2[sun + k] =
      glassM2 * GLASS_OF_WINDOW * envelope.glassGValue * UNSHADED +
      (facadeM2 - glassM2) * ABSORBED * OUTER_SURFACE_M2K_PER_W * envelope.wallWPerM2K * UNSHADED;
  }
  fabric.sunM2[sun + ORIENTATIONS] = footprintM2 * ABSORBED * OUTER_SURFACE_M2K_PER_W * envelope.roofWPerM2K;

  const volumeM3 = floorM2 * Math.min(HIGHEST_FOR_JOINTS_M, Math.max(2, plan.storeyM[i] - SLAB_M));
  const kept = 1 - envelope.heatRecovery;
  const { massJPerM2K, massArea } = BUILT[row.pattern];
  const windowWPerK = wallsM2 * row.glassShare * envelope.windowWPerM2K;
  const opaqueWPerK =
    wallsM2 * (1 - row.glassShare) * envelope.wallWPerM2K +
    footprintM2 * (envelope.roofWPerM2K + FLOOR_SHARE * envelope.floorWPerM2K);
  // a mast or a single high room has more wall than the rule for rooms allows for
  const massAreaM2 = Math.max(massArea * floorM2, wallsM2 + footprintM2);
  const surfaceM2 = Math.max(SURFACES * floorM2, 1.5 * massAreaM2);
  const massWPerK = MASS_SURFACE_W_PER_M2K * massAreaM2;
  fabric.innerSurfaceWPerK[i] = INNER_SURFACE_W_PER_M2K * surfaceM2;
  fabric.massSurfaceWPerK[i] = massWPerK;
  fabric.sunToMass[i] = massAreaM2 / surfaceM2;
  fabric.sunToSurface[i] = 1 - massAreaM2 / surfaceM2 - windowWPerK / (MASS_SURFACE_W_PER_M2K * surfaceM2);
  fabric.perMassJPerK[i] = 1 / (massJPerM2K * floorM2);
  fabric.windowWPerK[i] = windowWPerK;
  fabric.summerShade[i] = envelope.summerShade;
  // ISO 13790, equation 63: walls in series with the mass's own surface; a wall better than that surface always is
  fabric.wallWPerK[i] = 1 / (1 / opaqueWPerK - 1 / massWPerK);
  fabric.airWPerK[i] = AIR_WH_PER_M3K * envelope.airChangesPerH * volumeM3 * kept;
  fabric.fansWPerK[i] = AIR_WH_PER_M3K * row.freshAirM3PerH * plan.people[i] * (1 - envelope.fansRecovery);
  fabric.openWindowsWPerK[i] = AIR_WH_PER_M3K * row.openedPerH * volumeM3;
  if (!isFirst) return;
  const lossWPerK = windowWPerK + opaqueWPerK + fabric.airWPerK[i] + fabric.fansWPerK[i];
  fabric.heaterW[i] = row.heatC > 0 ? RADIATOR_OVERSIZE * lossWPerK * (plan.heatC[i] - DESIGN_C) : 0;
  fabric.coolerW[i] = COOLER_W_PER_M2 * floorM2;
}
