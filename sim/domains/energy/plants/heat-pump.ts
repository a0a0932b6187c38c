/**
 * How much a heat pump lifts per unit of power: COP = g · T hot / (T hot − T cold) in kelvin, a share of Carnot's
 * (documentation of oemof-thermal; g fitted to its published table of COPs: air 0.39, ground 0.55). Beyond 7 no
 * machine goes, so it is cut there. Thawing the outdoor coil of air units is within the fitted quality.
 */
export type HeatSource = 'ground' | 'water' | 'air';

const QUALITY: Readonly<Record<HeatSource, number>> = { ground: 0.55, water: 0.5, air: 0.39 };
const MOST_COP = 7;
const LEAST_LIFT_K = 1;
const ZERO_CELSIUS_K = 273.15; // by definition of the Celsius scale, BIPM SI brochure
/** Where a unit's own COP is given, it is that of these temperatures: EN 14511's 10/45 for brine and water, 7/45 for air. */
const RATED_SOURCE_C: Readonly<Record<HeatSource, number>> = { ground: 10, water: 10, air: 7 };
const RATED_SUPPLY_C = 45;

/** `ratedCop`, where it is known, sets the quality instead of the kind's own. */
export function heatPumpCop(source: HeatSource, sourceC: number, supplyC: number, ratedCop?: number): number {
  const quality = ratedCop === undefined ? QUALITY[source] : ratedCop / carnot(RATED_SOURCE_C[source], RATED_SUPPLY_C);
  return Math.min(MOST_COP, quality * carnot(sourceC, supplyC));
}

function carnot(coldC: number, hotC: number): number {
  return (hotC + ZERO_CELSIUS_K) / Math.max(LEAST_LIFT_K, hotC - coldC);
}
