import type { Decoder, Encoder } from '../../../kernel';
import type { Network } from '../network';
import { display } from './display';
import { signalKnobNames } from './signal-knobs';
import type { Signals } from './signal-state';

const uint8s = ['dark', 'control', 'clearing', 'onTime', 'walkCalls', 'priority'] as const;
const int32s = ['phase', 'towards'] as const;
const uint32s = ['favoured', 'passed', 'queuedThen'] as const;
const float64s = [
  'offsetSeconds',
  'cycleSeconds',
  'phaseSeconds',
  'retimeSeconds',
  'phaseLeftSeconds',
  'beganMs',
  'decideMs',
  'servedMs',
  'walkedMs',
  'favouredMs',
  'countedFromMs',
] as const;

export function saveSignals(signals: Signals, out: Encoder): void {
  for (const field of uint8s) out.uint8s(signals[field]);
  for (const field of int32s) out.int32s(signals[field]);
  for (const field of uint32s) out.uint32s(signals[field]);
  for (const field of float64s) out.float64s(signals[field]);
  const { loops, approaches, moves, knobs } = signals;
  out.float64s(loops.lastSeconds).uint8s(loops.occupied).float64s(loops.servedMs).int32s(loops.rowTrack);
  out.uint32s(loops.rowTrip).float64s(loops.rowFrontM).float64s(loops.rowEndM);
  for (const name of signalKnobNames) out.float64s(knobs.values[name]).int32s(knobs.causes[name]);
  out.bool(moves.live);
  if (moves.live) out.float64s(moves.odometerThenM);
  out.int32s(approaches.approach).uint32s(approaches.trip).float64s(approaches.lostSeconds);
}

export function loadSignals(signals: Signals, network: Network, from: Decoder): void {
  for (const field of uint8s) from.uint8s(signals[field]);
  for (const field of int32s) from.int32s(signals[field]);
  for (const field of uint32s) from.uint32s(signals[field]);
  for (const field of float64s) from.float64s(signals[field]);
  const { loops, approaches, moves, knobs } = signals;
  from.float64s(loops.lastSeconds);
  from.uint8s(loops.occupied);
  from.float64s(loops.servedMs);
  from.int32s(loops.rowTrack);
  from.uint32s(loops.rowTrip);
  from.float64s(loops.rowFrontM);
  from.float64s(loops.rowEndM);
  for (const name of signalKnobNames) {
    from.float64s(knobs.values[name]);
    from.int32s(knobs.causes[name]);
  }
  moves.live = from.bool();
  if (moves.live) from.float64s(moves.odometerThenM);
  from.int32s(approaches.approach);
  from.uint32s(approaches.trip);
  from.float64s(approaches.lostSeconds);
  signals.face.fill(-1);
  for (let s = 0; s < signals.phase.length; s++) {
    if (network.roads.signalLeader[s] === s && signals.phase[s] >= 0) display(signals, network, s);
  }
}
