import type { StationFacts, StationUnit } from './energy-book';

/** Rows of `energy.stations` as the engine writes them (sim/domains/energy/stations/station-frame.ts). */
const STRIDE = 13;
/** Place of the limits in a row. */
const LIMITS = 11;
/** What may bind what a plan lacks: bits of its last value (sim/domains/energy/stations/plan-limits.ts). */
const limits = ['machines', 'supply', 'import', 'gas'] as const;
export type PlanLimitName = (typeof limits)[number];
const limitsIn = (bits: number): readonly PlanLimitName[] => limits.filter((_, i) => (bits & (1 << i)) !== 0);

export interface UnitNow {
  readonly running: number;
  readonly count: number;
  /** What it gives; into a store, negative out of it. */
  readonly outputKw: number;
  readonly gasKw: number;
  readonly electricKw: number;
  readonly heatInKw: number;
  /** Heat that an engine gives along with its power. */
  readonly heatKw: number;
  /** What a store holds, and when full; 0 of machines. */
  readonly heldKwh: number;
  readonly capacityKwh: number;
  readonly plannedKw: number;
  readonly plannedRunning: number;
  /** What all of them can give at most. */
  readonly sizeKw: number;
  /** They are what the plan lacks. */
  readonly binds: boolean;
}

export interface StationNow {
  /** From the grid, from batteries of its own that hold an island, or from an island of another's. */
  readonly supply: (typeof supplies)[number];
  readonly drawnKw: number;
  readonly givenKw: number;
  readonly gasKw: number;
  readonly heatKw: number;
  readonly coldKw: number;
  readonly dumpedKw: number;
  readonly owedKwh: number;
  /** What the plan in force will leave unserved of what hangs on it. */
  readonly lackingKwh: number;
  /** And which limits stand in the way of that. */
  readonly lackingFor: readonly PlanLimitName[];
  readonly carbonKgPerH: number;
  /** Where it holds an island: how long at what its batteries give now, 0 while they gain. */
  readonly lastsSeconds: number;
}

export interface PlanNow {
  readonly status: 'none' | 'made' | 'no-answer';
  readonly fromSeconds: number;
  readonly aim: 'cost' | 'carbon' | 'primary-energy';
  readonly shortages: number;
  readonly lackingKwh: number;
  readonly lackingFromSeconds: number;
  readonly lackingFor: readonly PlanLimitName[];
}

const supplies = ['none', 'grid', 'holds', 'held'] as const;
const statuses = ['none', 'made', 'no-answer'] as const;
const aims = ['cost', 'carbon', 'primary-energy'] as const;

const isThere = (rows: Float32Array, row: number): boolean => (row + 1) * STRIDE <= rows.length;

export function unitNow(rows: Float32Array, row: number, isStore: boolean): UnitNow | undefined {
  if (!isThere(rows, row)) return undefined;
  const [
    running,
    count,
    outputKw,
    gasKw,
    electricKw,
    heatInKw,
    heatOrFull,
    heldKwh,
    plannedKw,
    plannedRunning,
    sizeKw,
    binding,
  ] = rows.subarray(row * STRIDE);
  const heatKw = isStore ? 0 : heatOrFull;
  const capacityKwh = isStore ? heatOrFull : 0;
  const takes = { gasKw, electricKw, heatInKw };
  return {
    running,
    count,
    outputKw,
    ...takes,
    heatKw,
    heldKwh,
    capacityKwh,
    plannedKw,
    plannedRunning,
    sizeKw,
    binds: binding === 1,
  };
}

/** What changes have added to a station, of which the scene knows nothing; none where nothing was. */
export function addedUnits(rows: Float32Array, first: number): readonly AddedUnit[] {
  return added.flatMap((kind, i) => {
    const now = unitNow(rows, first + i, kind === 'battery');
    return now !== undefined && now.sizeKw > 0 ? [{ kind, now }] : [];
  });
}

const added = ['battery', 'chp-engine', 'ground-source-heat-pump'] as const;

export interface AddedUnit {
  readonly kind: (typeof added)[number];
  readonly now: UnitNow;
}

/** Kinds of machines of a station that bind what the plan lacks. */
export function bindingKinds(rows: Float32Array, { units, rows: at }: StationFacts): readonly StationUnit['kind'][] {
  const built = units.flatMap(({ kind }, i) => (unitNow(rows, at.units + i, false)?.binds ? [kind] : []));
  const more = addedUnits(rows, at.added).flatMap(({ kind, now }) => (now.binds ? [kind] : []));
  return [...new Set([...built, ...more])];
}

export function stationNow(rows: Float32Array, row: number): StationNow | undefined {
  if (!isThere(rows, row)) return undefined;
  const [
    live,
    drawnKw,
    givenKw,
    gasKw,
    heatKw,
    coldKw,
    dumpedKw,
    owedHeat,
    owedCold,
    lackingKwh,
    carbonKgPerH,
    bits,
    lastsSeconds,
  ] = rows.subarray(row * STRIDE);
  return {
    supply: supplies[live],
    drawnKw,
    givenKw,
    gasKw,
    heatKw,
    coldKw,
    dumpedKw,
    owedKwh: owedHeat + owedCold,
    lackingKwh,
    lackingFor: limitsIn(bits),
    carbonKgPerH,
    lastsSeconds,
  };
}

export function planNow(rows: Float32Array, row: number): PlanNow | undefined {
  if (!isThere(rows, row)) return undefined;
  const [status, fromSeconds, aim, shortages, lackingKwh, lackingFromSeconds] = rows.subarray(row * STRIDE);
  const lackingFor = limitsIn(rows[row * STRIDE + LIMITS]);
  return {
    status: statuses[status],
    fromSeconds,
    aim: aims[aim],
    shortages,
    lackingKwh,
    lackingFromSeconds,
    lackingFor,
  };
}

/** Useful energy that leaves, over gas and power that come in; undefined where nothing comes in. */
export function yieldOf({ givenKw, heatKw, coldKw, gasKw, drawnKw }: StationNow): number | undefined {
  const taken = gasKw + drawnKw;
  return taken > 1 ? (givenKw + heatKw + coldKw) / taken : undefined;
}
