/**
 * Who takes which space. Spaces are those that the scene lists along a street; whoever shops, visits or brings a child
 * wants one, who lives or works somewhere has one of his own there, and where a street has none people park on the
 * premises. A space is taken when its driver turns into the street and given back when he sets out again.
 *
 * Left out: prices, time limits, walking back as part of the choice, and lorries, which stop in the second row.
 */
import type { Decoder, Encoder } from '../../../kernel';
import type { CompiledScene } from '../../../scene/compiled';
import type { People } from '../demand/people/people';
import { isUnderWay, nextWayOf, type Progress } from '../demand/people/progress';
import type { Network } from '../network';
import { type Spaces, spacesOf } from './spaces';

/** Before any time of a run. */
export const NOT_SEARCHING = -1e9;

export interface Parking {
  readonly spaces: Spaces;
  /** By edge: taken now. */
  readonly taken: Int32Array;
  /** By somebody's word: the edge where he has a space. */
  readonly spaceOf: Map<number, number>;
  /** By row: since when it searches, or NOT_SEARCHING, and how many streets it has tried. */
  readonly seeksFromS: Float64Array;
  readonly tries: Uint16Array;
  /** Trips that wanted a space and got one, and what they spent searching; and who gave up and stopped anywhere. */
  parked: number;
  searchedSeconds: number;
  gaveUp: number;
}

export function createParking(scene: CompiledScene, network: Network, people: People | null): Parking | null {
  const spaces = people === null ? null : spacesOf(scene, network);
  if (spaces === null) return null;
  return {
    spaces,
    taken: new Int32Array(network.roads.edgeCount),
    spaceOf: new Map(),
    seeksFromS: new Float64Array(network.vehicleCapacity).fill(NOT_SEARCHING),
    tries: new Uint16Array(network.vehicleCapacity),
    parked: 0,
    searchedSeconds: 0,
    gaveUp: 0,
  };
}

/** At the beginning of a run: whose plan has him at a shop or on a visit has a space there. */
export function fillSpaces(parking: Parking, people: People, progress: Progress): void {
  const { words, carLegs, edges } = people.departures.publicStops;
  for (let i = 0; i < words.length; i++) {
    const word = words[i];
    if (isUnderWay(progress, word) || nextWayOf(progress, word) !== carLegs[i] + 1) continue;
    takeSpace(parking, word, edges[i]);
  }
}

/** What happened while the city was being warmed up is not of the run. */
export function forgetSearches(parking: Parking): void {
  parking.parked = 0;
  parking.searchedSeconds = 0;
  parking.gaveUp = 0;
}

/** One who has a space already changes it for this one. */
export function takeSpace(parking: Parking, word: number, edge: number): void {
  if (parking.spaces.count[edge] === 0) return;
  leaveSpace(parking, word);
  parking.spaceOf.set(word, edge);
  parking.taken[edge]++;
}

export function leaveSpace(parking: Parking, word: number): void {
  const edge = parking.spaceOf.get(word);
  if (edge === undefined) return;
  parking.taken[edge]--;
  parking.spaceOf.delete(word);
}

export function saveParking(parking: Parking, rowEnd: number, out: Encoder): void {
  const words = [...parking.spaceOf.keys()].sort((a, b) => a - b);
  out.uint32s(Uint32Array.from(words)).int32s(Int32Array.from(words, (word) => parking.spaceOf.get(word)!));
  out.float64s(parking.seeksFromS, rowEnd).uint32s(Uint32Array.from(parking.tries.subarray(0, rowEnd)));
  out.u32(parking.parked).f64(parking.searchedSeconds).u32(parking.gaveUp);
}

export function loadParking(parking: Parking, from: Decoder): void {
  const words = from.uint32s();
  const edges = from.int32s();
  for (let i = 0; i < words.length; i++) takeSpace(parking, words[i], edges[i]);
  from.float64s(parking.seeksFromS);
  parking.tries.set(from.uint32s());
  parking.parked = from.u32();
  parking.searchedSeconds = from.f64();
  parking.gaveUp = from.u32();
}
