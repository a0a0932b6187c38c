/**
 * Signals as a simulation wants them: programs end to end, and how each is controlled. Phases of signal s: p from
 * signalPhaseStart[s] to signalPhaseStart[s + 1] − 1; state letters of phase p: phaseStates[k], k from phaseStateStart[p].
 */
export interface CompiledSignals {
  /** Signal slot of a junction or −1. */
  readonly junctionSignal: Int32Array;
  readonly signalJunction: Uint32Array;
  readonly signalPhaseStart: Uint32Array;
  readonly signalOffsetSeconds: Float64Array;
  readonly phaseSeconds: Float64Array;
  /** Bounds of a phase whose end is decided as vehicles come; both are `phaseSeconds` where it lasts what it says. */
  readonly phaseMinSeconds: Float64Array;
  readonly phaseMaxSeconds: Float64Array;
  readonly phaseStateStart: Uint32Array;
  readonly phaseStates: Uint8Array;
  /** Phases (of all signals) that may follow p: phaseNext[k], k from phaseNextStart[p]; none: the next in the list. */
  readonly phaseNextStart: Uint32Array;
  readonly phaseNext: Uint32Array;

  /** 0 fixed times, 1 by gaps, 2 by delay, 3 by pressure. */
  readonly signalControl: Uint8Array;
  /** Signal that decides for this one: itself, or the one that it switches with. */
  readonly signalLeader: Uint32Array;
  readonly signalMaxGapSeconds: Float64Array;
  readonly signalDetectorGapSeconds: Float64Array;
  readonly signalPassingSeconds: Float64Array;
  /** A detector unserved for longer counts its waiting when the next phase is chosen. */
  readonly signalInactiveSeconds: Float64Array;
  readonly signalRangeM: Float64Array;
  readonly signalLeastLossSeconds: Float64Array;
  /** Between two decisions of a signal that goes by pressure, and the longest that anyone waits there unserved. */
  readonly signalEverySeconds: Float64Array;
  readonly signalMostWaitSeconds: Float64Array;
  /** Fixed times are worked out anew from counts so often; 0: never. */
  readonly signalRetimeSeconds: Float64Array;
  /** Bit i set = the i-th vehicle class gets priority, seen within so many metres, a green held for so long at most. */
  readonly signalPriority: Uint8Array;
  readonly signalPriorityM: Float64Array;
  readonly signalPriorityHoldSeconds: Float64Array;
  /** By lane: the largest gap of its own detector; NaN where its signal's holds. */
  readonly laneMaxGapSeconds: Float64Array;

  /** Pedestrians' ways over the junctions, in the order of junction slots and, within one, of the file. */
  readonly crossingJunction: Uint32Array;
  readonly crossingEdge: Uint32Array;
  readonly crossingLengthM: Float64Array;
  /** Position in the state of its junction's signal, or −1. */
  readonly crossingSignalIndex: Int32Array;
}
