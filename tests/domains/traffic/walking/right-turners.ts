/** A signal at which everybody who drives turns right, over a crossing on which people walk at the same time. */
import type { TrafficState } from '../../../../sim/domains/traffic';
import { createWalking } from '../../../../sim/domains/traffic/walking';
import { spansOf } from '../../../../sim/domains/traffic/walking/spans';
import { HOURS } from '../../../../sim/domains/traffic/walking/walk-flows';
import { createLuck } from '../../../../sim/kernel';
import { type CompiledScene, compileScene } from '../../../../sim/scene';
import { type Run, start } from '../simulate';
import { smallCity } from '../small-city';

/** Greens last so long, so that a queue grows that takes the green to discharge. */
export function rightTurn(greenSeconds: number): CompiledScene {
  const { scene } = smallCity('right-turn', {
    nodes: { w: [-600, 0], m: [0, 0], e: [600, 0], s: [0, -600], n: [0, 600] },
    streets: {
      wm: { path: ['w', 'm'], lanes: 1, oneWay: true },
      ns: { path: ['n', 'm', 's'], lanes: 1 },
      me: { path: ['m', 'e'], lanes: 1, oneWay: true },
    },
    signals: ['m'],
    gates: { w: 100_000, s: 1, e: 0.0001, n: 0.0001 },
  });
  const isGreen = (state: string) => /[Gg]/.test(state) && !state.includes('y');
  const signals = scene.roads!.signals.map((signal) => ({
    ...signal,
    phases: signal.phases.map((phase) => (isGreen(phase.state) ? { ...phase, seconds: greenSeconds } : phase)),
  }));
  return compileScene({ ...scene, roads: { ...scene.roads!, signals } });
}

/** People who want over each crossing, an hour, half of them from either side; by the edge that it crosses. */
export function startWithWalkers(scene: CompiledScene, perHour: (edge: string) => number, seed = 1): Run {
  const of = start(scene, seed);
  letWalk(of.state, perHour, seed);
  return of;
}

export function letWalk(state: TrafficState, perHour: (edge: string) => number, seed = 1): void {
  const { scene, network, pace } = state;
  const flows = Float64Array.from({ length: 2 * HOURS * network.roads.crossingJunction.length }, (_, i) => {
    const edge = network.roads.crossingEdge[Math.floor(i / (2 * HOURS))];
    return perHour(scene.elements.edge.ids[edge]) / 2;
  });
  Object.assign(state, { walking: createWalking(spansOf(scene, network), flows, createLuck(seed), 1.2, pace.stepS) });
}
