import type { KnobValues } from '../../../ports';
import type { CompiledScene } from '../../../scene/compiled';
import { nodeOfSlots } from './served-by';

/** A battery is full again after ten times as long as it lasts, as lead ones are charged. Ours. */
const RECHARGE_SHARE = 0.1;
/**
 * A signal with LED lamps and its controller: sixteen heads of about 10 W lit a third of the time each, detectors and
 * cabinet. Of the order of published audits of LED intersections (0.2 to 0.5 kW). Ours.
 */
export const SIGNAL_KW = 0.35;

/** What keeps signals alight for a while without supply. */
export interface SignalBatteries {
  /** −1 where the scene names no supply: then none can fail. */
  readonly node: Int32Array;
  readonly builtS: Float64Array;
  /** How long it would last now. */
  readonly leftS: Float64Array;
}

export function createSignalBatteries(scene: CompiledScene): SignalBatteries {
  const signals = scene.scene.roads?.signals ?? [];
  const { signal } = scene.elements;
  const builtS = new Float64Array(signal.count);
  for (const { id, batteryMinutes } of signals) builtS[signal.slotOf(id) as number] = (batteryMinutes ?? 0) * 60;
  return { node: nodeOfSlots(scene, 'signal', signals), builtS, leftS: builtS.slice() };
}

/** Fills `supply`, and tells who has gone dark or lit up again. */
export function stepSignalBatteries(
  batteries: SignalBatteries,
  knob: KnobValues,
  isLive: (node: number) => boolean,
  stepS: number,
  supply: Float64Array,
): void {
  const { node, builtS, leftS } = batteries;
  for (let signal = 0; signal < node.length; signal++) {
    if (node[signal] < 0) continue;
    const lastsS = Number.isNaN(knob.values[signal]) ? builtS[signal] : knob.values[signal];
    if (isLive(node[signal])) {
      leftS[signal] = Math.min(lastsS, leftS[signal] + RECHARGE_SHARE * stepS);
      supply[signal] = 1;
    } else {
      supply[signal] = leftS[signal] > 0 ? 1 : 0;
      leftS[signal] = Math.max(0, leftS[signal] - stepS);
    }
  }
}

/** A battery of another size is there from this moment on, and comes full. */
export function resizeSignalBattery(batteries: SignalBatteries, knob: KnobValues, signal: number): void {
  const lastsS = Number.isNaN(knob.values[signal]) ? batteries.builtS[signal] : knob.values[signal];
  batteries.leftS[signal] = lastsS;
}
