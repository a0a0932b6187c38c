/**
 * Which meters are heard at this moment: those whose telecom node has power and a way over fibres and nodes with power to
 * an exchange. Where telecom takes part in the run it says who is heard, batteries, burnt fibres and coverage included;
 * where it does not, nodes have no batteries and fibres do not break.
 */
import { reach } from '../../../networks/telecom/reach';
import type { CompiledScene } from '../../../scene/compiled';
import { type MeterPlan, planMeters, type WatchedKind, watchedKinds } from './meter-plan';

export interface Monitoring {
  readonly plan: MeterPlan;
  /** By what is watched: 1 where a meter there is heard. Follows from who has voltage, so it is not saved. */
  readonly seen: Readonly<Record<WatchedKind, Uint8Array>>;
  /** By telecom node, 1 with power: as it was when `seen` was worked out; and those that an exchange hears. */
  readonly powered: Uint8Array;
  readonly heard: Uint8Array;
  readonly queue: Uint32Array;
  /** By meter, 1 heard, as telecom said last. */
  readonly told: Uint8Array;
}

const UNKNOWN = 2;

export function createMonitoring(scene: CompiledScene): Monitoring {
  const plan = planMeters(scene);
  const { count } = plan.network;
  const of = (kind: WatchedKind) => new Uint8Array(scene.elements[kind].count);
  return {
    plan,
    seen: Object.fromEntries(watchedKinds.map((kind) => [kind, of(kind)])) as Record<WatchedKind, Uint8Array>,
    powered: new Uint8Array(count).fill(UNKNOWN),
    heard: new Uint8Array(count),
    queue: new Uint32Array(count),
    told: new Uint8Array(plan.kind.length).fill(UNKNOWN),
  };
}

/** Looks again where somebody has lost or got power since the last look. */
export function listen(monitoring: Monitoring, isLive: (bus: number) => boolean): void {
  const { plan, powered, heard, queue } = monitoring;
  const { bus, count } = plan.network;
  let changed = false;
  for (let node = 0; node < count; node++) {
    const now = bus[node] < 0 || isLive(bus[node]) ? 1 : 0;
    if (powered[node] !== now) changed = true;
    powered[node] = now;
  }
  if (!changed) return;
  reach(plan.network, powered, null, heard, queue);
  noteSeen(monitoring, (meter) => heard[plan.telecom[meter]]);
}

/** The same from what telecom says of each sensor. */
export function listenTo(monitoring: Monitoring, sensorHeard: Float64Array): void {
  const { plan, told } = monitoring;
  let changed = false;
  for (let meter = 0; meter < told.length; meter++) {
    const now = sensorHeard[plan.sensor[meter]] > 0 ? 1 : 0;
    if (told[meter] !== now) changed = true;
    told[meter] = now;
  }
  if (changed) noteSeen(monitoring, (meter) => told[meter]);
}

function noteSeen({ plan, seen }: Monitoring, isHeard: (meter: number) => number): void {
  for (const kind of watchedKinds) seen[kind].fill(0);
  for (let meter = 0; meter < plan.kind.length; meter++) {
    if (isHeard(meter) === 1) seen[watchedKinds[plan.kind[meter]]][plan.slot[meter]] = 1;
  }
}
