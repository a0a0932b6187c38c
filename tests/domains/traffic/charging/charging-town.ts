/** The small town with charging sites, in which every car is electric; nobody passes through. */
import { type CompiledScene, compileScene, type Scene } from '../../../../sim/scene';
import { smallTown } from '../demand/small-town';

export interface ChargingTown {
  /** Plugs of each site by their power. */
  readonly plugsKw?: readonly number[];
  readonly limitKw?: number;
  readonly electricCarShare?: number;
  readonly residents?: number;
}

const SITES: readonly (readonly [id: string, edge: RegExp, at: readonly [number, number]])[] = [
  ['works', /^row2:a2:b2/, [150, 800]],
  ['shops', /^row1:b1:c1/, [600, 420]],
  ['homes', /^row0:c0:d0/, [1000, 20]],
];

export function chargingTown(town: ChargingTown = {}): CompiledScene {
  const { scene } = smallTown({ residents: town.residents ?? 600, visitors: 60 });
  const edges = scene.roads!.edges;
  const chargingSites = SITES.map(([id, edge, at]) => ({
    id,
    edge: edges.find((one) => edge.test(one.id))!.id,
    at: [...at] as [number, number],
    chargers: (town.plugsKw ?? [7, 7, 60]).map((powerKw) => ({ count: 1, powerKw })),
    ...(town.limitKw === undefined ? {} : { limitKw: town.limitKw }),
  }));
  const gates = scene.demand!.gates.map((gate) => ({ ...gate, tripsPerDay: 1e-9 }));
  return compileScene({
    ...scene,
    roads: { ...scene.roads!, chargingSites },
    demand: { ...scene.demand!, gates, electricCarShare: town.electricCarShare ?? 1 },
  } as Scene);
}
