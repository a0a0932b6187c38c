import type { RunSettings } from '../../../ports';
import type { CompiledScene } from '../../../scene/compiled';
import { createGenerators, type Generators } from './generators';
import { nodeOfSlots } from './served-by';
import { createSignalBatteries, type SignalBatteries } from './signal-batteries';

/** Everything that hangs on the electrical grid, and where. */
export interface Consumers {
  /** The node that serves each building and charging site; −1 none. */
  readonly buildingNode: Int32Array;
  readonly siteNode: Int32Array;
  readonly signals: SignalBatteries;
  readonly generators: Generators;
}

export function createConsumers(scene: CompiledScene, _settings: RunSettings): Consumers {
  const buildings = (scene.scene.buildings?.buildings ?? []).map(({ id, serves }) => ({
    id,
    electricity: serves?.electricity,
  }));
  return {
    buildingNode: nodeOfSlots(scene, 'building', buildings),
    siteNode: nodeOfSlots(scene, 'charging-site', scene.scene.roads?.chargingSites ?? []),
    signals: createSignalBatteries(scene),
    generators: createGenerators(scene),
  };
}
