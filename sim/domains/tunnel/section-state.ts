/** What a section remembers besides its air, its water and its linkages: plain arrays, all of them saved. */

export interface SectionState {
  /** 1 while it is stepped every second. */
  readonly isActive: Uint8Array;
  /** Seconds since nothing has been wrong any more. */
  readonly calmS: Float64Array;
  readonly wallC: Float64Array;
  /** Share of its supply as last heard, since when it has been dark, and the happening that said so. */
  readonly supply: Float64Array;
  readonly darkS: Float64Array;
  readonly darkCause: Int32Array;
  /** A hole, a fire, an inflow that a crew has dealt with; forgotten when the knob is turned back. */
  readonly gasMended: Uint8Array;
  readonly fireMended: Uint8Array;
  readonly inflowMended: Uint8Array;
  /** A crew is done here: what is latched may go. */
  readonly mayReset: Uint8Array;
  /** Since when something has been wrong that nobody has found yet; −1 nothing, −2 found. */
  readonly wrongSinceS: Float64Array;
  readonly leakKgPerS: Float64Array;
  /** Happening that has shut the road above, 0 while it is open. */
  readonly roadShut: Int32Array;
  /** Happening of a robot that found gas. */
  readonly robotFound: Int32Array;
  readonly demandKw: Float64Array;
  /** Happening by which firefighters had its cables switched off, 0 while nobody has. */
  readonly cablesOff: Int32Array;
  /** Happening of the fire that burnt the fibres here, 0 while they are whole. */
  readonly fibreLost: Int32Array;
  /** How long the control centre has not heard the section's controller; 1 once a round has seen what is wrong all the same. */
  readonly pathLostS: Float64Array;
  readonly roundSaw: Uint8Array;
  /** 1 while an alarm stands that nobody knows of. */
  readonly unknown: Uint8Array;
}

export const savedSections = [
  'isActive',
  'calmS',
  'wallC',
  'supply',
  'darkS',
  'darkCause',
  'gasMended',
  'fireMended',
  'inflowMended',
  'mayReset',
  'wrongSinceS',
  'leakKgPerS',
  'roadShut',
  'robotFound',
  'demandKw',
  'cablesOff',
  'fibreLost',
  'pathLostS',
  'roundSaw',
  'unknown',
] as const satisfies readonly (keyof SectionState)[];

export const NOTHING_WRONG = -1;
export const FOUND = -2;

export function createSectionState(count: number): SectionState {
  const some = () => new Float64Array(count);
  return {
    isActive: new Uint8Array(count),
    calmS: some(),
    wallC: some(),
    supply: some().fill(1),
    darkS: some(),
    darkCause: new Int32Array(count),
    gasMended: new Uint8Array(count),
    fireMended: new Uint8Array(count),
    inflowMended: new Uint8Array(count),
    mayReset: new Uint8Array(count),
    wrongSinceS: some().fill(NOTHING_WRONG),
    leakKgPerS: some(),
    roadShut: new Int32Array(count),
    robotFound: new Int32Array(count),
    demandKw: some(),
    cablesOff: new Int32Array(count),
    fibreLost: new Int32Array(count),
    pathLostS: some(),
    roundSaw: new Uint8Array(count),
    unknown: new Uint8Array(count),
  };
}
