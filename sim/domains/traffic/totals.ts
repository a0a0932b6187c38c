/** Sums since the start of the run. All the KPIs of journeys follow from them and from who is on the road now. */
export interface Totals {
  steps: number;
  elapsedSeconds: number;
  inserted: number;
  arrived: number;
  diverted: number;
  distanceM: number;
  /** Time of all vehicles on the road, and what their distance would have taken at the scene's limits. */
  drivenSeconds: number;
  freeSeconds: number;
  stillSeconds: number;
  /** Time that trips have waited to enter. */
  outsideSeconds: number;
  /** Distance and time at the last whole minute and the one before, for the mean speed of the last window. */
  markSeconds: number;
  markDistanceM: number;
  markDrivenSeconds: number;
  earlierSeconds: number;
  earlierDistanceM: number;
  earlierDrivenSeconds: number;
  /** Vehicle updates, for figures of speed. */
  updates: number;
  /** How often the model had to be rescued; shown in no KPI, asserted in tests, and never silent. */
  hardestStops: number;
  redsPassed: number;
  wrongLaneTurns: number;
  jamDetours: number;
  /** Time lost against what each driver could have driven on his lane. */
  lossSeconds: number;
  /** Of that, on buses; and how many of them have come in. */
  busLossSeconds: number;
  busesInserted: number;
  /** Distance times the fourth power of the speed at which it was driven. */
  severityM5PerS4: number;
  /** Two abreast, each in the other's lane, who changed places. */
  swaps: number;
  /** Who stood in a lock within a junction and drove round one who stood in his way. */
  squeezes: number;
  /** Who had stood for so long that the others let him through. */
  letThrough: number;
  /** Halts that were driven past. */
  haltsMissed: number;
  /** Of those who came in: what they waited outside; of those who arrived: what their trips took. */
  delaySeconds: number;
  arrivedSeconds: number;
  /** Time that has passed since the last step of the driving. */
  owedSeconds: number;
}

export function createTotals(): Totals {
  return {
    steps: 0,
    elapsedSeconds: 0,
    inserted: 0,
    arrived: 0,
    diverted: 0,
    distanceM: 0,
    drivenSeconds: 0,
    freeSeconds: 0,
    stillSeconds: 0,
    outsideSeconds: 0,
    markSeconds: 0,
    markDistanceM: 0,
    markDrivenSeconds: 0,
    earlierSeconds: 0,
    earlierDistanceM: 0,
    earlierDrivenSeconds: 0,
    updates: 0,
    hardestStops: 0,
    redsPassed: 0,
    wrongLaneTurns: 0,
    jamDetours: 0,
    lossSeconds: 0,
    busLossSeconds: 0,
    busesInserted: 0,
    severityM5PerS4: 0,
    swaps: 0,
    squeezes: 0,
    letThrough: 0,
    haltsMissed: 0,
    delaySeconds: 0,
    arrivedSeconds: 0,
    owedSeconds: 0,
  };
}

/** In the order in which they are saved. */
export const totalNames = Object.keys(createTotals()) as (keyof Totals)[];
