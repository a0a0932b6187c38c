import type { Decoder, Encoder } from '../../../kernel';
import { type FlowNode, type FlowTable, type FlowUse, flowLinks, flowUses, heatLevelsOf } from '../../../ports';
import type { CompiledScene } from '../../../scene/compiled';
import type { BuildingUse } from '../../../scene/schema/buildings';
import type { Hub } from '../dispatch';

const useOf: Readonly<Record<BuildingUse, FlowUse>> = {
  housing: 'homes',
  dormitory: 'homes',
  office: 'offices',
  research: 'offices',
  commerce: 'commerce',
  hotel: 'commerce',
  industry: 'industry',
  logistics: 'industry',
  depot: 'industry',
  school: 'public',
  kindergarten: 'public',
  hospital: 'public',
  culture: 'public',
  civic: 'public',
  'fire-station': 'public',
  'energy-station': 'works',
  substation: 'works',
  'car-park': 'works',
  utility: 'works',
};

/** All flows of a run, and which row is whose. */
export interface Flows extends Omit<FlowTable, 'reachesSeconds'> {
  /** Row of a link; it is there, or the list of links lacks it. */
  readonly row: (from: FlowNode, to: FlowNode) => number;
  readonly levelsC: readonly number[];
  /** What heat at a temperature is called. */
  readonly level: ReadonlyMap<number, FlowNode>;
  /** Group of each building, as index into `flowUses`. */
  readonly useOfBuilding: Uint8Array;
  /** What stores, machines and pipes held or owed as the step began. */
  before: Before;
  /** The level of each node of the hub that carries heat, worked out once a hub. */
  hubLevels: { readonly of: Hub; readonly level: readonly FlowNode[] } | null;
}

export interface Before {
  readonly heldKwh: Float64Array;
  readonly owedHeatKwh: Float64Array;
  readonly owedColdKwh: Float64Array;
  /** Of each loop: heat in its pipes above 0 °C. */
  readonly heldJ: Float64Array;
  /** Gas of the meters: lost to the air, and asked for in vain. */
  leakedGasKwh: number;
  unservedGasKwh: number;
}

export function createFlows({ scene, elements }: CompiledScene): Flows {
  const links = flowLinks(scene);
  const rows = new Map<FlowNode, Map<FlowNode, number>>();
  links.forEach(({ from, to }, i) => {
    const there = rows.get(from) ?? new Map<FlowNode, number>();
    rows.set(from, there.set(to, i));
  });
  const levelsC = heatLevelsOf(scene);
  const useOfBuilding = new Uint8Array(elements.building.count);
  for (const { id, use } of scene.buildings?.buildings ?? []) {
    useOfBuilding[elements.building.slotOf(id) as number] = flowUses.indexOf(useOf[use]);
  }
  return {
    links,
    kw: new Float64Array(links.length),
    kwh: new Float64Array(links.length),
    row(from, to) {
      const found = rows.get(from)?.get(to);
      if (found === undefined) throw new Error(`no flow is kept from ${from} to ${to}`);
      return found;
    },
    levelsC,
    level: new Map(levelsC.map((celsius) => [celsius, `heat-${celsius}`])),
    useOfBuilding,
    before: beforeOf(0, 0, 0),
    hubLevels: null,
  };
}

export function beforeOf(banks: number, stations: number, loops: number): Before {
  return {
    heldKwh: new Float64Array(banks),
    owedHeatKwh: new Float64Array(stations),
    owedColdKwh: new Float64Array(stations),
    heldJ: new Float64Array(loops),
    leakedGasKwh: 0,
    unservedGasKwh: 0,
  };
}

export function saveFlows({ kw, kwh }: Flows, out: Encoder): void {
  out.float64s(kw).float64s(kwh);
}

export function loadFlows({ kw, kwh }: Flows, from: Decoder): void {
  from.float64s(kw);
  from.float64s(kwh);
}
