/** Figures of what air carries along a gallery and how it mixes. */

/** u* over u: √(f/8) for Darcy's f of walls with trays and supports (air/figures). */
export const FRICTION_VELOCITY_SHARE = Math.sqrt(0.0315 / 8);
/** K = 10.1·(Dh/2)·u* (Taylor 1954 for pipes; Elder 1959 for channels has 5.9·depth). */
export const DISPERSION = 10.1;

/** A detector hangs at most 0.3 m under the roof (CJJ/T 146, from memory): that much is the roof layer. */
export const ROOF_LAYER_M = 0.3;
/**
 * Neutral air between the layers moves at ε/h with Elder's eddy diffusivity ε = κ·u*·z·(1 − z/H) at the layer's foot, so
 * at κ·u*·(1 − h/H).
 */
export const VON_KARMAN = 0.4;
/** Entrainment across a stable interface: w = 2.5·u*·Ri⁻¹, Ri = g′h/u*² (Kato & Phillips, JFM 37, 1969). */
export const ENTRAINMENT = 2.5;
/**
 * A plume of some hundredths of a m³/s rises at about a metre a second (w = 1.9·B^⅓·z^−⅓: Morton, Taylor & Turner 1956)
 * and is as wide as the half of its height where it meets the roof; meanwhile the air takes it along.
 */
export const PLUME_RISE_S = 3;
export const PLUME_HALF_M = 1;
/** Of methane in air; what still lets a layer fade in still air. */
export const DIFFUSIVITY_M2_PER_S = 2.2e-5;
/** g·(1 − M_CH₄/M_air): how hard pure methane is pushed up. */
export const METHANE_LIFT_MPS2 = 9.80665 * (1 - 16.0425 / 28.9647);
/**
 * A roof layer runs along the roof by its own lightness against the drag of roof and interface (C 0.01 to 0.02 in
 * Simpson, Gravity Currents, 1997, from memory), its front no faster than √(g′h) (Benjamin 1968: 1 to √2 for thin layers).
 */
export const LAYER_DRAG = 0.015;
export const FRONT_FROUDE = 1;

export const AMBIENT_OXYGEN = 0.2095;
/** Walls take heat by natural convection at least, W/m²K; by Reynolds' analogy h = ρcp·u·f/8 where air moves faster. */
export const STILL_WALL_W_PER_M2_K = 2;
/** A hand's breadth of concrete follows the air, the ground behind it is a metre away. Ours. */
export const WALL_J_PER_M2_K = 2_400 * 880 * 0.1;
export const GROUND_W_PER_M2_K = 1.5;

/** Less than this is air as it was: 1 ppm of gas or smoke's unit, 10 ppm of oxygen, a third of a degree. */
export const TRACE = 1e-6;
export const TRACE_OXYGEN = 1e-5;
export const TRACE_K = 0.3;
