/** Figures of fires in galleries; each with where it comes from. What is ours says so. */

/** t² fires, W/s²: NFPA 72 annex B, slow to ultra-fast. */
export const GROWTH_W_PER_S2 = { slow: 2.93, medium: 11.7, fast: 46.9, 'ultra-fast': 188 } as const;
export type Growth = keyof typeof GROWTH_W_PER_S2;

export const GRAVITY_MPS2 = 9.81;
/** Air and smoke: mean over 290 to 900 K (Incropera, table A.4). Constant, so that heat and volume are one bookkeeping. */
export const GAS_J_PER_KG_K = 1_050;
/** p / R at 101,325 Pa: density times absolute temperature. */
export const DENSITY_KELVIN = 352.98;
/** What fills a cubic metre more, at constant pressure. */
export const J_PER_M3 = GAS_J_PER_KG_K * DENSITY_KELVIN;
export const KELVIN = 273.15;
export const STEFAN_BOLTZMANN = 5.670374419e-8;

/** Share of the heat that flames radiate: 0.3 for plastics and pools (SFPE Handbook, ch. 66). */
export const RADIATED_SHARE = 0.3;

/** Li, Lei, Ingason, Fire Safety J. 45 (2010) 361: V* = 0.81 Q*^⅓ up to Q* = 0.15, 0.43 beyond; L/H = 18.5 ln(V*c/V*). */
export const CRITICAL = { slope: 0.81, turnsAt: 0.15, most: 0.43, backLayering: 18.5 } as const;
/** Li, Ingason, Tunnelling 27 (2012) 145: wind turns the plume from V′ = 0.19 on; sin θ = (5.26 V′)^−0.6. */
export const TILT = { from: 0.19, times: 5.26, power: -0.6 } as const;
/** Heskestad (SFPE Handbook, ch. 13). */
export const PLUME = {
  length: 0.235,
  width: 1.02,
  origin: 0.083,
  flaming: 0.0056,
  above: 0.071,
  aboveLinear: 1.92e-3,
} as const;
/** Plumes in a cross-wind: Devenish, Rooney, Webster, Thomson, Boundary-Layer Meteorol. 134 (2010) 411. */
export const CROSS_WIND = { share: 0.5, power: 1.5 } as const;
/** Alpert, ceiling jets (SFPE Handbook, ch. 14), kW and m. */
export const CEILING_JET = { near: 16.9, far: 5.38, turnsAt: 0.18 } as const;
/** Evans, Fire Technology 20 (1984) 5: a plume that enters a warm layer. */
export const LAYERED_PLUME = { ct: 9.115, betaSquare: 0.913 } as const;
/** Newman, Combustion and Flame 57 (1984) 33: layered below Froude 0.9, mixed above 10. */
export const NEWMAN = { layered: 0.9, mixed: 10 } as const;
/** Share of the mean speed at which layers mix once nothing holds them apart: entrainment of a jet, Morton 1956. */
export const MIXING_SHARE = 0.1;
/** Smoke that flows beneath a ceiling without a fire behind it: Hinkley, Fire Research Note 807 (1970), Froude number. */
export const HINKLEY_FROUDE = 0.7;

/** Soot: Widmann, Combust. Sci. Tech. 175 (2003) 2299; density and extinction Mulholland, Croarkin, Fire Mater. 24 (2000) 227. */
export const SOOT = { absorption: 2370.9, kgPerM3: 1_800, extinctionM2PerKg: 8_700 } as const;
/** Water vapour and carbon dioxide of a fire's layer: emissivity 0.18 at a mean beam of a metre (Modak, SFPE Handbook). */
export const GAS_ABSORPTION_PER_M = 0.2;
/** Visibility of what reflects light: Jin, K S = 3. */
export const VISIBILITY = 3;
/** Natural and forced convection at walls: Holman, as the FDS Technical Reference uses them. */
export const CONVECTION = { ceiling: 1.52, wall: 1.31, forced: 0.037 } as const;
/** Heat for each kilogram of oxygen: Huggett 1980. */
export const J_PER_KG_OXYGEN = 13.1e6;
export const OXYGEN_IN_AIR = 0.2315; // by mass
/** Burning ceases around 15 % of oxygen by mass at the flame: CFAST Technical Reference, its tanh. */
export const OXYGEN_LIMIT = { at: 0.15, steepness: 800, shift: 4 } as const;

/** Evaporating water from 20 °C to steam at 100 °C. */
export const WATER_J_PER_KG = 2.59e6;
/** Ours: of the mist that falls, the share that evaporates in hot gas; and the time in which a flame whose whole heat goes
 * into water dies. Full-scale tests (Fire 8(10) 404) say only that more mist cools sooner. */
export const MIST = { evaporates: 0.8, diesInS: 30, fastest: 3, hotterByK: 60 } as const;
/** Ultra-fine dry powder: put out at 65 g/m³ (GA 578), within seconds; settles in minutes (ours). */
export const POWDER = { extinguishesKgPerM3: 0.065, diesInS: 5, settlesInS: 600 } as const;

/** What a wall is made of, W/mK, J/m³K, m. */
export interface WallMaterial {
  readonly conductivity: number;
  readonly heatCapacity: number;
  readonly thicknessM: number;
  readonly emissivity: number;
}
export const CONCRETE: WallMaterial = { conductivity: 1.6, heatCapacity: 2.1e6, thicknessM: 0.3, emissivity: 0.9 }; // EN 1992-1-2, lower limit

/**
 * Cables on trays. Heat release per area and spread along a tray: NUREG/CR-7010 vol. 1 (FLASH-CAT); heat flux at which
 * bunches burn: Energies 12(10) 1976 (25 kW/m², peak 866 kW/m² in the cone); thermal response parameter, yields: Tewarson,
 * SFPE Handbook, ch. 36; failure beneath the jacket: NUREG/CR-6850, appendix H; conduction: NUREG/CR-6931 vol. 3 (THIEF).
 */
export interface CableKind {
  readonly releaseWPerM2: number;
  readonly spreadMps: number;
  readonly criticalWPerM2: number;
  /** (T_ig − T₀) √(k ρ c π/4), W s^½/m². */
  readonly responseWSqrtSPerM2: number;
  readonly sootYield: number;
  readonly coYield: number;
  readonly heatJPerKg: number;
  readonly failsC: number;
}
export const XLPE_PVC: CableKind = {
  releaseWPerM2: 250e3,
  spreadMps: 0.9e-3,
  criticalWPerM2: 25e3,
  responseWSqrtSPerM2: 300e3,
  sootYield: 0.136,
  coYield: 0.11,
  heatJPerKg: 13.9e6,
  failsC: 330,
};
export const THIEF = { conductivity: 0.2, heatCapacity: 1500 * 1400, emissivity: 0.95 } as const;
/** Flames over a burning tray: temperature at which they heat what is in them (SFPE: mean of fluctuating flames). */
export const FLAME_C = 800;
/** Emissivity of a tray fire's flame, some tenths of a metre thick. */
export const FLAME_EMISSIVITY = 0.6;
