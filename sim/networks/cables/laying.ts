/** How three phases lie, and how their sheaths are bonded. */
export interface TroughLaid {
  readonly kind: 'trough';
  /** What of its outline gives off heat. */
  readonly perimeterM: number;
  readonly airC: number;
}

export interface BuriedLaid {
  readonly kind: 'buried';
  readonly depthM: number;
  readonly soilKmPerW: number;
  readonly soilC: number;
}

export interface DuctLaid {
  readonly kind: 'ducts';
  readonly depthM: number;
  readonly soilKmPerW: number;
  readonly soilC: number;
  readonly innerMm: number;
  readonly outerMm: number;
  readonly ductKmPerW: number;
}

/** Shaded, in air that does not move. */
export interface AirLaid {
  readonly kind: 'air';
  readonly airC: number;
}

export interface Laying {
  readonly place: BuriedLaid | DuctLaid | AirLaid | TroughLaid;
  readonly formation: 'trefoil' | 'flat' | 'one';
  /** Between axes; touching ones have their own diameter, ducts the duct's. */
  readonly spacingMm: number;
  readonly bonding: 'both-ends' | 'single-point';
}
