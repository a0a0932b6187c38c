import { type RunSettings, startDayOf } from '../../../ports';
import type { CompiledScene } from '../../../scene/compiled';
import {
  compileDemand,
  createDemandState,
  type DemandAsked,
  type DemandControls,
  type DemandPlan,
  type DemandState,
  type DemandSupply,
  emptyAsked,
  fullSupply,
  noControls,
} from '../demand';
import { chanceOfHours } from '../weather';
import { type ChargingAlone, chargingAlone } from './charging-alone';
import { type FixedLoads, fixedLoadsOf } from './fixed-loads';
import { createGenerators, type Generators } from './generators';
import { createPumps, type Pumps } from './pumps';
import { nodeOfSlots } from './served-by';
import { createSignalBatteries, type SignalBatteries } from './signal-batteries';

/** Everything that hangs on the electrical grid, and where. */
export interface Consumers {
  readonly plan: DemandPlan;
  /** What buildings remember; another one after a load. */
  demand: DemandState;
  readonly asked: DemandAsked;
  readonly supply: DemandSupply;
  readonly controls: DemandControls;
  /** The node that serves each building, charging site and water pump; −1 none. */
  readonly buildingNode: Int32Array;
  readonly siteNode: Int32Array;
  readonly pumpNode: Int32Array;
  readonly pumps: Pumps;
  readonly signals: SignalBatteries;
  readonly generators: Generators;
  readonly fixed: FixedLoads;
  readonly charging: ChargingAlone | null;
}

export function createConsumers(scene: CompiledScene, settings: RunSettings): Consumers {
  const { seed } = settings;
  const pumps = createPumps(scene);
  const plan = compileDemand(scene, { seed });
  return {
    plan,
    demand: createDemandState(plan, chanceOfHours(settings, startDayOf(scene, settings))),
    asked: emptyAsked(plan.count),
    supply: fullSupply(plan.count),
    controls: noControls(plan.count),
    buildingNode: plan.bus,
    siteNode: nodeOfSlots(scene, 'charging-site', scene.scene.roads?.chargingSites ?? []),
    pumpNode: pumps.node,
    pumps,
    signals: createSignalBatteries(scene),
    generators: createGenerators(scene),
    fixed: fixedLoadsOf(scene),
    charging: chargingAlone(scene, settings, plan.word),
  };
}
