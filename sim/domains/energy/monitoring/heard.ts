/**
 * Which meters are heard at this moment: those whose telecom node has power and a way over fibres and nodes with power to
 * an exchange. Nodes have no batteries here and fibres do not break: both are telecom's, which is no domain yet.
 */
import type { CompiledScene } from '../../../scene/compiled';
import { type MeterPlan, planMeters, type TelecomNetwork, type WatchedKind, watchedKinds } from './meter-plan';

export interface Monitoring {
  readonly plan: MeterPlan;
  /** By what is watched: 1 where a meter there is heard. Follows from who has voltage, so it is not saved. */
  readonly seen: Readonly<Record<WatchedKind, Uint8Array>>;
  /** By telecom node, 1 with power: as it was when `seen` was worked out; and those that an exchange hears. */
  readonly powered: Uint8Array;
  readonly heard: Uint8Array;
  readonly queue: Uint32Array;
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
  };
}

/** Looks again where somebody has lost or got power since the last look. */
export function listen(monitoring: Monitoring, isLive: (bus: number) => boolean): void {
  const { plan, powered, seen, heard } = monitoring;
  const { bus, count } = plan.network;
  let changed = false;
  for (let node = 0; node < count; node++) {
    const now = bus[node] < 0 || isLive(bus[node]) ? 1 : 0;
    if (powered[node] !== now) changed = true;
    powered[node] = now;
  }
  if (!changed) return;
  spread(plan.network, monitoring);
  for (const kind of watchedKinds) seen[kind].fill(0);
  for (let meter = 0; meter < plan.kind.length; meter++) {
    if (heard[plan.telecom[meter]] === 1) seen[watchedKinds[plan.kind[meter]]][plan.slot[meter]] = 1;
  }
}

/** From the exchanges over everything with power. */
function spread({ exchanges, start, neighbour }: TelecomNetwork, { powered, heard, queue }: Monitoring): void {
  heard.fill(0);
  let filled = 0;
  const reach = (node: number) => {
    if (heard[node] === 1 || powered[node] === 0) return;
    heard[node] = 1;
    queue[filled++] = node;
  };
  for (let i = 0; i < exchanges.length; i++) reach(exchanges[i]);
  for (let done = 0; done < filled; done++) {
    const node = queue[done];
    for (let k = start[node]; k < start[node + 1]; k++) reach(neighbour[k]);
  }
}
