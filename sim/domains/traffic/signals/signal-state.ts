import type { Network } from '../network';
import { layOut, type SignalLayout, type StepOffSeconds } from './layout';
import { deriveLoops, type Loops } from './loops';
import { createMoves, type Moves } from './moves';
import { type Approaches, type ApproachState, createApproachState, deriveApproaches } from './sense-approaches';
import { createLoopState, type LoopState } from './sense-loops';
import { createSignalKnobs, type SignalKnobs } from './signal-knobs';

/** How a signal decides when to switch. */
export const FIXED = 0;
export const BY_GAPS = 1;
export const BY_DELAY = 2;
export const BY_PRESSURE = 3;

/** Nobody loses a green; some see yellow; all who lose one see red, and those who get one still do. */
export const STEADY = 0;
export const CLEARING_YELLOW = 1;
export const CLEARING_RED = 2;

export interface Signals {
  /** By turn, and by crossing: what is shown now. Follows from the rest; not saved. */
  readonly shown: Uint8Array;
  readonly walk: Uint8Array;
  /** By signal: seconds until what is shown may change; exact where times are fixed and while it is yellow. */
  readonly phaseLeftSeconds: Float64Array;
  readonly dark: Uint8Array;
  /** By signal: what was displayed last, so that it is worked out only when it changes; not saved. */
  readonly face: Int32Array;

  /** The programs as they are now; a retimed one differs from the scene's. */
  readonly control: Uint8Array;
  readonly offsetSeconds: Float64Array;
  readonly cycleSeconds: Float64Array;
  readonly phaseSeconds: Float64Array;
  /** Whom it favours, by bit of class; and how often it is retimed, 0 never. */
  readonly priority: Uint8Array;
  readonly retimeSeconds: Float64Array;

  /** By signal: the phase (of all signals) that it is in, −1 before it has begun; and since when, in milliseconds. */
  readonly phase: Int32Array;
  readonly beganMs: Float64Array;
  /** Out of turn: the stage that it is on its way to, or −1, and how far the clearance has come. */
  readonly towards: Int32Array;
  readonly clearing: Uint8Array;
  /** When it decides next, where decisions have their times. */
  readonly decideMs: Float64Array;
  /** 1: shows what its timetable says. 0: has left it, for a priority or a new program, and is on its way back. */
  readonly onTime: Uint8Array;
  /** Since when a stage, by its first phase, and a crossing were last served. */
  readonly servedMs: Float64Array;
  readonly walkedMs: Float64Array;
  /** Whether anybody wants to walk; all do, until something says otherwise. */
  readonly walkCalls: Uint8Array;
  /** The last time that a priority has changed the course of a signal, and how many did. */
  readonly favouredMs: Float64Array;
  readonly favoured: Uint32Array;

  /** By turn: vehicles that have passed its stop line since `countedFromMs` of its signal, and who stood there then. */
  readonly passed: Uint32Array;
  readonly queuedThen: Uint32Array;
  readonly countedFromMs: Float64Array;

  readonly loops: LoopState;
  readonly approaches: ApproachState;
  readonly moves: Moves;
  readonly knobs: SignalKnobs;

  readonly layout: SignalLayout;
  readonly loopPlaces: Loops;
  readonly approachPlaces: Approaches;
  /** Within a step: the stage that a vehicle with priority wants (−1 none), how much it counts, when it reaches the line. */
  readonly wanted: Int32Array;
  readonly wantedBy: Uint8Array;
  readonly wantedMs: Float64Array;
}

export function createSignals(network: Network, stepOffSeconds?: StepOffSeconds): Signals {
  const { roads } = network;
  const count = roads.signalJunction.length;
  const layout = layOut(network, stepOffSeconds);
  const loopPlaces = deriveLoops(network, layout);
  const approachPlaces = deriveApproaches(network, layout);
  return {
    shown: new Uint8Array(roads.turnCount),
    walk: new Uint8Array(roads.crossingJunction.length),
    phaseLeftSeconds: new Float64Array(count),
    dark: new Uint8Array(count),
    face: new Int32Array(count).fill(-1),
    control: roads.signalControl.slice(),
    offsetSeconds: roads.signalOffsetSeconds.slice(),
    cycleSeconds: network.signalCycleSeconds.slice(),
    phaseSeconds: roads.phaseSeconds.slice(),
    priority: roads.signalPriority.slice(),
    retimeSeconds: roads.signalRetimeSeconds.slice(),
    phase: new Int32Array(count).fill(-1),
    beganMs: new Float64Array(count),
    towards: new Int32Array(count).fill(-1),
    clearing: new Uint8Array(count),
    decideMs: new Float64Array(count),
    onTime: new Uint8Array(count),
    servedMs: new Float64Array(roads.phaseSeconds.length),
    walkedMs: new Float64Array(roads.crossingJunction.length),
    walkCalls: new Uint8Array(roads.crossingJunction.length).fill(1),
    favouredMs: new Float64Array(count),
    favoured: new Uint32Array(count),
    passed: new Uint32Array(roads.turnCount),
    queuedThen: new Uint32Array(roads.turnCount),
    countedFromMs: new Float64Array(count),
    loops: createLoopState(loopPlaces, network.vehicleCapacity),
    approaches: createApproachState(approachPlaces, network.vehicleCapacity),
    moves: createMoves(network.vehicleCapacity),
    knobs: createSignalKnobs(count),
    layout,
    loopPlaces,
    approachPlaces,
    wanted: new Int32Array(count).fill(-1),
    wantedBy: new Uint8Array(count),
    wantedMs: new Float64Array(count),
  };
}

/** Whether some signal goes by how far vehicles move. */
export function needsMoves({ loopPlaces, approachPlaces, retimeSeconds }: Signals): boolean {
  if (loopPlaces.count > 0 || approachPlaces.count > 0) return true;
  for (let s = 0; s < retimeSeconds.length; s++) if (retimeSeconds[s] > 0) return true;
  return false;
}
