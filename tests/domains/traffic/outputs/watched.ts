/** A run that is watched, and what its outputs wrote: rows as objects by their names. */
import { type TrafficState, trafficDomain } from '../../../../sim/domains/traffic';
import { observed, type TextSink, type TrafficObserver } from '../../../../sim/domains/traffic/outputs';
import { asTick, createLuck } from '../../../../sim/kernel';
import type { CompiledScene } from '../../../../sim/scene';
import { STEP_SECONDS } from '../simulate';

export interface Sheet extends TextSink {
  readonly rows: Record<string, string>[];
  numbers(column: string): number[];
}

export function sheet(): Sheet {
  const lines: string[] = [];
  const rows = () => {
    const [names, ...rest] = lines.map((line) => line.trimEnd().split(','));
    return rest.map((fields) => Object.fromEntries(names.map((name, i) => [name, fields[i]])));
  };
  return {
    write: (text) => void lines.push(text),
    get rows() {
      return rows();
    },
    numbers: (column) => rows().map((row) => Number(row[column])),
  };
}

/** Runs a scene for so long; `look` sees the state after every step. */
export function watch(
  scene: CompiledScene,
  seconds: number,
  observers: readonly TrafficObserver[],
  look?: (state: TrafficState) => void,
): TrafficState {
  const { domain, observation } = observed(trafficDomain, observers);
  const settings = { seed: 1, startSeconds: 25_200, baseStepSeconds: STEP_SECONDS };
  const state = domain.create(scene, settings);
  const supply = new Float64Array(scene.elements.signal.count).fill(1);
  const free = new Float64Array(scene.roads.laneCount).fill(1_000);
  // Nothing slows anybody but others.
  const fair = Float64Array.of(1);
  const perEdge = new Float64Array(scene.roads.edgeCount);
  const luck = createLuck(1);
  for (let tick = 0; tick < seconds / STEP_SECONDS; tick++) {
    domain.step(state, {
      tick: asTick(tick),
      seconds: tick * STEP_SECONDS,
      stepSeconds: STEP_SECONDS,
      luck,
      read: (port) => {
        if (port === 'energy.signal-supply') return supply;
        if (port === 'weather.drive-share') return fair;
        return port === 'works.lane-limit' ? free : perEdge;
      },
      write: () => new Float64Array(scene.roads.edgeCount),
      readCauses: () => new Int32Array(scene.roads.edgeCount),
      writeCauses: () => new Int32Array(scene.roads.edgeCount),
      happen: () => 1,
      post: () => 0,
    });
    look?.(state);
  }
  observation.end();
  return state;
}
