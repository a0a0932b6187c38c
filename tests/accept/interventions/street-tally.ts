/** What traffic did street by street since it began to be watched. */
import type { TrafficState } from '../../../sim/domains/traffic';
import { HURRIED } from '../../../sim/domains/traffic/vehicles';
import type { CompiledScene } from '../../../sim/scene';

/** The order of a vehicle's kind. */
const KINDS = ['car', 'truck', 'bus', 'emergency'] as const;
export type VehicleKind = (typeof KINDS)[number];

/** A change needs so long until nobody is left on a road that was shut. */
const SETTLED_S = 600;

export class StreetTally {
  /** Vehicle-seconds on the road by kind, and of all who wait to enter. */
  readonly kindSeconds = new Float64Array(KINDS.length);
  outsideSeconds = 0;
  readonly edgeM: Float64Array;
  readonly edgeSeconds: Float64Array;
  /** Metres driven once ten minutes are over. */
  readonly settledM: Float64Array;
  /** The highest v/c of each approach, over quarters of an hour that began after the watch did. */
  readonly saturation: Float64Array;
  /** Share of the searched-for bays that were taken, at its highest. */
  baysTaken = 0;
  /** By ambulances and fire engines on their way to a call or to a hospital. */
  signalsPassedInHaste = 0;
  readonly #scene: CompiledScene;
  readonly #fromSeconds: number;
  #lastSeconds: number;
  /** By row of those in haste: where each was last seen. */
  readonly #lastTrack = new Map<number, number>();

  constructor(scene: CompiledScene, fromSeconds: number) {
    const { edgeCount } = scene.roads;
    this.#scene = scene;
    this.#fromSeconds = fromSeconds;
    this.#lastSeconds = fromSeconds;
    this.edgeM = new Float64Array(edgeCount);
    this.edgeSeconds = new Float64Array(edgeCount);
    this.settledM = new Float64Array(edgeCount);
    this.saturation = new Float64Array(edgeCount);
  }

  see({ vehicles, network, waiting, levels, parking }: TrafficState, seconds: number): void {
    const step = seconds - this.#lastSeconds;
    this.#lastSeconds = seconds;
    if (step <= 0) return;
    const isSettled = seconds > this.#fromSeconds + SETTLED_S;
    this.outsideSeconds += waiting.count * step;
    for (let row = 0; row < vehicles.rowEnd; row++) {
      const track = vehicles.track[row];
      if (track < 0) continue;
      const edge = network.trackEdge[track];
      const driven = vehicles.speedMps[row] * step;
      this.kindSeconds[vehicles.kind[row]] += step;
      this.edgeM[edge] += driven;
      this.edgeSeconds[edge] += step;
      if ((vehicles.flags[row] & HURRIED) !== 0) this.#seeInHaste(network.roads, row, track);
      if (isSettled) this.settledM[edge] += driven;
    }
    if (seconds % 60 !== 0) return;
    if (parking) this.baysTaken = Math.max(this.baysTaken, shareTaken(parking.spaces.count, parking.taken));
    const now = levels.judged.approaches.saturation;
    for (let edge = 0; edge < now.length; edge++) this.saturation[edge] = Math.max(this.saturation[edge], now[edge]);
  }

  /** Person-seconds of everybody who drives or waits to. */
  get allSeconds(): number {
    return this.outsideSeconds + this.kindSeconds.reduce((sum, each) => sum + each, 0);
  }

  secondsOf(kind: VehicleKind): number {
    return this.kindSeconds[KINDS.indexOf(kind)];
  }

  sumOn(of: Float64Array, edges: readonly string[]): number {
    return edges.reduce((sum, id) => sum + of[this.#slotOf(id)], 0);
  }

  highestOn(of: Float64Array, edges: readonly string[]): number {
    return edges.reduce((most, id) => Math.max(most, of[this.#slotOf(id)]), 0);
  }

  #seeInHaste({ laneCount, turnSignalIndex }: TrafficState['network']['roads'], row: number, track: number): void {
    if (track >= laneCount && this.#lastTrack.get(row) !== track && turnSignalIndex[track - laneCount] >= 0) {
      this.signalsPassedInHaste++;
    }
    this.#lastTrack.set(row, track);
  }

  #slotOf(id: string): number {
    const slot = this.#scene.elements.edge.slotOf(id);
    if (slot === undefined) throw new Error(`met the road '${id}', which '${this.#scene.id}' does not have`);
    return slot;
  }
}

/** Of all bays together. */
function shareTaken(spaces: ArrayLike<number>, taken: ArrayLike<number>): number {
  let all = 0;
  let full = 0;
  for (let at = 0; at < spaces.length; at++) {
    all += spaces[at];
    full += Math.min(taken[at], spaces[at]);
  }
  return all === 0 ? 0 : full / all;
}
