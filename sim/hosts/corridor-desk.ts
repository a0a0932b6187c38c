/** Watches one corridor of a run while somebody looks at it; otherwise the traffic steps as it always does. */
import { type TrafficState, trafficDomain } from '../domains/traffic';
import { type CorridorWatch, watchCorridor } from '../domains/traffic/outputs';
import { fail, problem, type Result, succeed } from '../kernel';
import type { AnyDomain, CorridorPlan, CorridorRows } from '../ports';
import type { CompiledScene } from '../scene';

export interface CorridorDesk {
  /** The same domains; a run must be made of these to be watched. */
  watched(domains: readonly AnyDomain[]): readonly AnyDomain[];
  /** The corridor of an edge, or nothing any more. */
  watch(scene: CompiledScene, edge: string | null): Result<CorridorPlan | null>;
  take(): CorridorRows | undefined;
}

export function createCorridorDesk(): CorridorDesk {
  let watch: CorridorWatch | undefined;
  let seen: TrafficState | undefined;
  const traffic: typeof trafficDomain = {
    ...trafficDomain,
    step(state, context) {
      if (watch === undefined) return trafficDomain.step(state, context);
      if (seen !== state) watch.start(state, state.totals.elapsedSeconds);
      seen = state;
      const before = state.totals.elapsedSeconds;
      trafficDomain.step(state, context);
      const { elapsedSeconds } = state.totals;
      // A scene may drive in longer steps than it is called at.
      if (elapsedSeconds > before) watch.stepped(state, elapsedSeconds, elapsedSeconds - before);
    },
  };
  return {
    watched: (domains) => domains.map((domain) => (domain === trafficDomain ? traffic : domain)),
    watch(scene, edge) {
      watch = undefined;
      seen = undefined;
      if (edge === null) return succeed(null);
      const slot = scene.elements.edge.slotOf(edge);
      if (slot === undefined) {
        return fail([problem('engine.unknown-edge', [], `met '${edge.slice(0, 80)}', expected an edge of the scene`)]);
      }
      watch = watchCorridor(scene, slot);
      return succeed(watch.plan);
    },
    take: () => watch?.take(),
  };
}
