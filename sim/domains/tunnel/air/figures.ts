/** Figures of galleries' ventilation. */
import type { CompartmentKind } from '../galleries';

/** Air changes per hour, at least: GB 50838-2015 (2024 edition, as read second-hand), 7.2.2. */
export const changesPerH: Readonly<Record<CompartmentKind, { readonly normal: number; readonly accident: number }>> = {
  gas: { normal: 6, accident: 12 },
  power: { normal: 2, accident: 6 },
  integrated: { normal: 2, accident: 6 },
  sewage: { normal: 2, accident: 6 },
};

/** Darcy's f of concrete with trays and supports: 0.7 Pa over 200 m of 2.4 × 2.4 m at 12 changes an hour. */
export const WALL_FRICTION = 0.0315;

/**
 * Dynamic heads lost in a shaft, on its own area: rain louvre of half free area 10, screen 1.5, open damper 0.5, two bends
 * 2.2, entry or exit 1, sudden widening behind the fan 5 (Idelchik's figures, from memory). Two shafts of 2 m² then take
 * the 90 Pa of the models' page at 12 changes of 1152 m³; the gallery's friction is next to nothing.
 */
export const SHAFT_HEADS = 20;
const LEAF_M2 = 2.4;
/** A leaf of a fire door that stands open, 1.2 × 2 m. */
export const DOOR_M2 = LEAF_M2;
/** Gaps round a shut leaf: EN 12101-6 table A.3 gives a single leaf that opens outwards 0.02 m² (from memory). */
export const DOOR_LEAK_M2 = 0.02;
/** A shut damper leaks so much of its area (EN 1751, class 2 at 100 Pa, from memory); a cover on its seal as much. Ours. */
export const DAMPER_LEAK_SHARE = 0.005;
export const COVER_LEAK_SHARE = 0.002;
/** Of a sharp opening; Idelchik. */
export const DISCHARGE = 0.65;

/** Axial fans lift about twice as much at no flow as at their duty (makers' curves, from memory). */
export const SHUT_OFF_TO_DUTY = 2;
/** A wheel is as large as passes its flow at 10 m/s, and standing takes two dynamic heads of that. Ours. */
const WHEEL_MPS = 10;
const STANDING_HEADS = 2;
export const STANDING_PA = (STANDING_HEADS * 1.204 * WHEEL_MPS * WHEEL_MPS) / 2;
/** From the meter to the air. */
export const FAN_EFFICIENCY = 0.55;
/** From standing to full speed. */
export const RAMP_S = 30;

/** ρ·cp of air at 20 °C, the reference of all flows, J/(m³·K): 1.204 kg/m³ times 1.006 kJ/(kg·K) (VDI heat atlas, D2.2). */
export const AIR_J_PER_M3_K = 1.204 * 1_006;
/** Detectors, cameras, controllers of a section draw this and turn it to heat; light of an empty gallery is off. Ours. */
export const WATCH_KW = 0.6;
