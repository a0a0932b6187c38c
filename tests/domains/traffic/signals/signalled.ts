/** A crossroads whose signal is as a test wants it, and traffic that stands where a test puts it. */
import { type Network, networkOf } from '../../../../sim/domains/traffic/network';
import { createSignals, type Seen, type Signals, stepSignals } from '../../../../sim/domains/traffic/signals';
import { insertByPosition } from '../../../../sim/domains/traffic/tracks';
import type { Vehicles } from '../../../../sim/domains/traffic/vehicles';
import { type CompiledScene, compileScene, type RoadsFile } from '../../../../sim/scene';
import { crossroads } from '../small-city';

type Signal = RoadsFile['signals'][number];

export function signalled(changes: (signal: Signal) => Partial<Signal>, base = crossroads()): CompiledScene {
  const roads = base.scene.roads!;
  const signals = roads.signals.map((signal) => ({ ...signal, ...changes(signal) }));
  return compileScene({ ...base.scene, roads: { ...roads, signals } });
}

/** The same phases, greens bounded as those of an actuated program are. */
export function bounded({ phases }: Signal, minSeconds = 6, maxSeconds = 40): Signal['phases'] {
  const isGreen = (state: string) => /[Gg]/.test(state) && !state.includes('y');
  return phases.map((phase) => (isGreen(phase.state) ? { ...phase, minSeconds, maxSeconds } : phase));
}

const CAPACITY = 256;
export const CAR = 0;
export const BUS = 2;
export const EMERGENCY = 3;

export class Standing implements Seen {
  readonly #network: Network;
  readonly first: Int32Array;
  readonly last: Int32Array;
  rowEnd = 0;
  readonly track = new Int32Array(CAPACITY).fill(-1);
  readonly ahead = new Int32Array(CAPACITY).fill(-1);
  readonly behind = new Int32Array(CAPACITY).fill(-1);
  readonly trackBefore = new Int32Array(CAPACITY).fill(-1);
  readonly nextTurn = new Int32Array(CAPACITY).fill(-1);
  readonly tripKey = new Uint32Array(CAPACITY);
  readonly positionM = new Float64Array(CAPACITY);
  readonly speedMps = new Float64Array(CAPACITY);
  readonly speedFactor = new Float64Array(CAPACITY).fill(1);
  readonly movedM = new Float64Array(CAPACITY);
  readonly destinationM = new Float64Array(CAPACITY);
  readonly kind = new Uint8Array(CAPACITY);
  readonly flags = new Uint8Array(CAPACITY);
  readonly sort = this.kind;
  readonly sortLengthM = [4.6, 8.5, 12, 6];
  readonly sortTopMps = [55, 30, 30, 55];
  readonly trackLimitMps: Float64Array;

  constructor(network: Network) {
    this.#network = network;
    this.first = new Int32Array(network.roads.trackCount).fill(-1);
    this.last = new Int32Array(network.roads.trackCount).fill(-1);
    this.trackLimitMps = network.roads.trackSpeedMps;
  }

  clear(): void {
    this.first.fill(-1);
    this.last.fill(-1);
    this.track.fill(-1);
    this.rowEnd = 0;
  }

  /** A vehicle before the stop line of a turn. */
  put(turn: number, toLineM: number, kind = CAR, speedMps = 0): number {
    const row = this.rowEnd++;
    const { roads } = this.#network;
    const lane = roads.turnFromLane[turn];
    this.positionM[row] = roads.trackLengthM[lane] - toLineM;
    this.nextTurn[row] = turn;
    this.kind[row] = kind;
    this.speedMps[row] = speedMps;
    this.movedM[row] = 0.5 * speedMps;
    this.tripKey[row] = row + 1;
    const tracks = { first: this.first, last: this.last } as Parameters<typeof insertByPosition>[0];
    insertByPosition(tracks, this as unknown as Vehicles, lane, row);
    return row;
  }
}

export interface Bench {
  readonly scene: CompiledScene;
  readonly network: Network;
  readonly signals: Signals;
  readonly seen: Standing;
  clockSeconds: number;
}

export const STEP_S = 0.5;

export function bench(scene: CompiledScene, clockSeconds = 25_200): Bench {
  const network = networkOf(scene);
  return { scene, network, signals: createSignals(network), seen: new Standing(network), clockSeconds };
}

export function stepOn(of: Bench, supply: ArrayLike<number> | null = null): void {
  stepSignals(of.signals, of.network, of.seen, of.clockSeconds, STEP_S, supply);
  of.clockSeconds += STEP_S;
}

/** Luck for tests: the same for the same seed. */
export function drawing(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** Some vehicles at random places before the signal. */
export function scatter(of: Bench, draw: (below: number) => number, most: number, buses = false): void {
  of.seen.clear();
  const turns = of.network.signalTurns;
  for (let k = draw(most + 1); k > 0; k--) {
    const kind = buses && draw(40) === 0 ? (draw(4) === 0 ? EMERGENCY : BUS) : CAR;
    of.seen.put(turns[draw(turns.length)], 1 + draw(120), kind, draw(14));
  }
}
