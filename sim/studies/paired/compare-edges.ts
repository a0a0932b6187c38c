/**
 * Where in the city two rows of runs differ: speed and vehicles on every edge, each with the band of a paired experiment
 * by itself. The band of one edge is that of 95 %: of many edges without any difference one in twenty lies beyond it by
 * chance, so whoever draws a map says how many that would be, and leaves out what nobody would notice.
 */
import type { EdgeMeans } from '../../domains/traffic/outputs';
import type { RunPair } from './compare-pairs';
import { bandOfMean, mean } from './figures';

/** By edge: mean of b less a, and the half-width of its band; null where one of the runs had nobody to measure. */
export interface EdgeDifference {
  readonly difference: readonly (number | null)[];
  readonly noise: readonly (number | null)[];
}

export const edgeQuantities = ['speedKmh', 'vehiclesPerHour'] as const;
export type EdgeQuantity = (typeof edgeQuantities)[number];
export type EdgeComparison = Readonly<Record<EdgeQuantity, EdgeDifference>>;

/** Of the means of each side of one pair. */
export interface EdgePair {
  readonly a: EdgeMeans;
  readonly b: EdgeMeans;
}

/** Less than this is a difference that nobody would notice in a street. */
export const edgeDeadband: Readonly<Record<EdgeQuantity, number>> = { speedKmh: 1, vehiclesPerHour: 10 };

const KMH_PER_MPS = 3.6;

/** null where the runs have no streets with anybody in them; at least two pairs. */
export function compareEdges(pairs: readonly RunPair[]): EdgeComparison | null {
  const sides = pairs.flatMap(({ edges }) => (edges === null ? [] : [edges]));
  if (sides.length < pairs.length) return null;
  const count = sides[0].a.speedMps.length;
  const of = (read: (means: EdgeMeans, edge: number) => number): EdgeDifference => {
    const rows = Array.from({ length: count }, (_, edge) => {
      const differences = sides.map(({ a, b }) => read(b, edge) - read(a, edge));
      return differences.every(Number.isFinite)
        ? { difference: mean(differences), noise: bandOfMean(differences) }
        : { difference: null, noise: null };
    });
    return { difference: rows.map((row) => row.difference), noise: rows.map((row) => row.noise) };
  };
  return {
    speedKmh: of(({ speedMps }, edge) => KMH_PER_MPS * speedMps[edge]),
    vehiclesPerHour: of(({ vehiclesPerHour }, edge) => vehiclesPerHour[edge]),
  };
}

/** Whether an edge differs beyond chance and by more than nobody would notice; undefined where it was not measured. */
export function edgeDiffers(quantity: EdgeQuantity, of: EdgeDifference, edge: number): boolean | undefined {
  const [difference, noise] = [of.difference[edge], of.noise[edge]];
  if (difference === null || difference === undefined || noise === null) return undefined;
  return Math.abs(difference) > Math.max(noise, edgeDeadband[quantity]);
}
