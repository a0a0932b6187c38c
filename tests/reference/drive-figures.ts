/** What a drive comes to, by the same definitions on both sides: means over the trips that have arrived. */
export interface DriveFigures {
  readonly seed: number;
  readonly inserted: number;
  readonly arrived: number;
  /** Ours: stuck, diverted or pushed off their way. SUMO's: teleported. */
  readonly removed: number;
  readonly endSeconds: number;
  readonly durationSeconds: number;
  readonly timeLossSeconds: number;
  readonly waitingSeconds: number;
  readonly departDelaySeconds: number;
  readonly routeM: number;
  /** Vehicles that came onto each edge within the first hour, from another or from outside. */
  readonly edgeCounts: ReadonlyMap<string, number>;
  /** By vehicle, when it arrived. */
  readonly arrivals: ReadonlyMap<string, number>;
  /** Ours alone: the longest time that the first of a lane stood, but for red. */
  readonly longestHaltSeconds?: number;
  readonly wallSeconds: number;
}

export const COUNTED_SECONDS = 3_600;

export const comparedFigures = [
  'durationSeconds',
  'timeLossSeconds',
  'waitingSeconds',
  'departDelaySeconds',
  'routeM',
] as const satisfies (keyof DriveFigures)[];

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Of two hourly flows; below 5 is what practice calls a good fit (UK Design Manual for Roads and Bridges). */
export function geh(a: number, b: number): number {
  return a + b === 0 ? 0 : Math.sqrt((2 * (a - b) ** 2) / (a + b));
}

/** The share of edges on which the mean hourly counts of two sides have a GEH below 5, and the worst of them. */
export function gehShare(
  ours: readonly DriveFigures[],
  theirs: readonly DriveFigures[],
): { readonly share: number; readonly worst: readonly (readonly [edge: string, ours: number, theirs: number])[] } {
  const edges = new Set([...ours, ...theirs].flatMap(({ edgeCounts }) => [...edgeCounts.keys()]));
  const rows = [...edges].map((edge) => {
    const of = (side: readonly DriveFigures[]) => mean(side.map(({ edgeCounts }) => edgeCounts.get(edge) ?? 0));
    return [edge, of(ours), of(theirs)] as const;
  });
  const driven = rows.filter(([, a, b]) => a + b > 0);
  const good = driven.filter(([, a, b]) => geh(a, b) < 5);
  const worst = [...driven].sort((a, b) => geh(b[1], b[2]) - geh(a[1], a[2])).slice(0, 5);
  return { share: good.length / driven.length, worst };
}
