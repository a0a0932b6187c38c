import { create } from 'zustand';
import { type EdgeQuantity, edgeDiffers } from '../../sim';
import type { KeptComparison } from '../scenarios/kept-comparison';
import { useCompare } from './compare';

/** The map's ends, the same for every comparison, so that two maps can be held against each other. */
export const differenceScale: Readonly<Record<EdgeQuantity, number>> = { speedKmh: 20, vehiclesPerHour: 400 };

/** One byte a street: in the middle no difference beyond chance, to the sides as far as the scale goes. */
export const NOT_MEASURED = 255;
export const SAME = 127;

interface DifferenceMapState {
  /** Which difference of the last comparison the streets show; none while they show what they are. */
  readonly quantity: EdgeQuantity | null;
}

/** What two scenarios come to, street by street, over the city. */
export const useDifferenceMap = create<DifferenceMapState>(() => ({ quantity: null }));

export function showDifferences(quantity: EdgeQuantity | null): void {
  useDifferenceMap.setState({ quantity });
}

/** Streets that differ beyond chance, of those on which anything moves at all: of these chance alone would colour some. */
export interface MapCounts {
  readonly differ: number;
  readonly measured: number;
}

export function countStreets(found: KeptComparison, quantity: EdgeQuantity): MapCounts {
  const of = found.edges?.[quantity];
  let differ = 0;
  let measured = 0;
  for (let edge = 0; edge < (of?.difference.length ?? 0); edge++) {
    const differs = edgeDiffers(quantity, of!, edge);
    if (differs) differ++;
    // A street that is as empty in every run is no place for chance.
    if (differs || (differs === false && of!.noise[edge]! > 0)) measured++;
  }
  return { differ, measured };
}

/** Bytes by edge, in the order of the scene. */
export function differenceBytes(found: KeptComparison, quantity: EdgeQuantity): Uint8Array {
  const of = found.edges?.[quantity];
  if (!of) return new Uint8Array(0);
  return Uint8Array.from(of.difference, (difference, edge) => {
    const differs = edgeDiffers(quantity, of, edge);
    if (differs === undefined || difference === null) return NOT_MEASURED;
    if (!differs) return SAME;
    const share = Math.max(-1, Math.min(1, difference / differenceScale[quantity]));
    // Whatever differs is seen to: half a step from the middle would be drawn as nothing.
    return SAME + Math.sign(share) * Math.max(1, Math.round(Math.abs(share) * SAME));
  });
}

/** A comparison that is not shown any more takes its map with it. */
export function followDifferences(): () => void {
  showDifferences(null);
  return useCompare.subscribe(({ found }) => {
    if (useDifferenceMap.getState().quantity !== null && !found?.edges) showDifferences(null);
  });
}
