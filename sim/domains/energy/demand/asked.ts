/** What buildings want over a step, and what somebody has turned to make it less. */

/** One number a building, kW, mean of the step. */
export interface DemandAsked {
  readonly electricKw: Float64Array;
  readonly reactiveKvar: Float64Array;
  /** From its heating loop: rooms, tap water, processes. */
  readonly heatKw: Float64Array;
  readonly coolingKw: Float64Array;
  /** By the lower heating value. */
  readonly gasKw: Float64Array;

  /** Parts of these, for whoever wants to know what for. */
  /** Heat for rooms, by whatever brings it. */
  readonly spaceHeatKw: Float64Array;
  readonly hotWaterKw: Float64Array;
  readonly processHeatKw: Float64Array;
  /** Part of electricKw: rooms' and machines' own chillers where no cooling network comes. */
  readonly localCoolingKw: Float64Array;
  /** Part of electricKw: what thermostats want beyond their mean after an outage. */
  readonly pickupKw: Float64Array;
  /** Part of electricKw: what prices have moved here from other hours of the day, or, below nothing, away. */
  readonly shiftedKw: Float64Array;
  /** Part of electricKw: portable heaters, where heat falls short. */
  readonly heaterKw: Float64Array;
  /** Held back by demand response. */
  readonly curtailedKw: Float64Array;
}

/** What somebody has turned; one number a building. */
export interface DemandControls {
  /** Rooms are heated so much less and cooled so much less, kelvin. */
  readonly setPointOffsetK: Float64Array;
  /** Of light and devices, what is switched off. */
  readonly curtailedShare: Float64Array;
  /** What power costs at the peak over the valley; NaN: as it stands. And by how much demand follows. */
  peakToValley: number;
  elasticity: number;
}

export function emptyAsked(count: number): DemandAsked {
  const array = () => new Float64Array(count);
  return {
    electricKw: array(),
    reactiveKvar: array(),
    heatKw: array(),
    coolingKw: array(),
    gasKw: array(),
    spaceHeatKw: array(),
    hotWaterKw: array(),
    processHeatKw: array(),
    localCoolingKw: array(),
    pickupKw: array(),
    shiftedKw: array(),
    heaterKw: array(),
    curtailedKw: array(),
  };
}

export function noControls(count: number): DemandControls {
  return {
    setPointOffsetK: new Float64Array(count),
    curtailedShare: new Float64Array(count),
    peakToValley: Number.NaN,
    elasticity: 0,
  };
}
