import type { CompiledScene } from '../../../sim/scene';
import { sceneOf } from './scenes';

/** The flagship with one of its energy stations and the loops that this one feeds: everything, and quick to plan. */
export function oneStation(id = 'central'): CompiledScene {
  return sceneOf('eco-park', (files) => {
    const { stations } = files['stations.json'];
    files['stations.json'].stations = stations.filter((each: { id: string }) => each.id === id);
    const kept = new Set<string>();
    const gone = new Set<string>();
    for (const name of ['heat.json', 'cooling.json']) {
      for (const { nodes } of files[name].loops) for (const node of nodes) gone.add(node.id);
      files[name].loops = files[name].loops.filter(
        ({ sources }: { sources: { station: string }[] }) => sources[0].station === id,
      );
      for (const loop of files[name].loops) for (const node of loop.nodes) kept.add(node.id);
    }
    files['sensors.json'].sensors = files['sensors.json'].sensors.filter(
      ({ element }: { element?: string }) => !gone.has(element ?? '') || kept.has(element ?? ''),
    );
    for (const { serves } of files['buildings.json'].buildings) {
      for (const carrier of ['heat', 'cooling']) if (!kept.has(serves?.[carrier])) delete serves?.[carrier];
    }
    const electricity = files['electricity.json'];
    for (const each of electricity.generators) if (each.station !== id) delete each.station;
    electricity.generators = electricity.generators.filter(
      ({ kind, station }: { kind: string; station?: string }) => kind !== 'chp' || station === id,
    );
  });
}
