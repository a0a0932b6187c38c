/** The parts of the city whose people counts can ask to be more or fewer: residents by district, outsiders by gate. */
import type { CompiledScene } from '../../../../scene/compiled';
import type { Ground } from './ground';
import type { Residents } from './residents';

export interface Groups {
  readonly names: readonly string[];
  readonly factor: Float64Array;
  /** By edge: the group of those who live there; −1 where nobody does. */
  readonly ofHomeEdge: Int32Array;
  /** First of the gates' groups, one a gate. */
  readonly commuters: number;
  readonly visitors: number;
  readonly freight: number;
}

export function groupsOf(scene: CompiledScene, ground: Ground, residents: Residents): Groups {
  const districtOfParcel = new Map((scene.scene.land?.parcels ?? []).map(({ id, district }) => [id, district]));
  const names: string[] = [];
  const ofHomeEdge = new Int32Array(ground.zoneOfEdge.length).fill(-1);
  const place = (name: string) => {
    const at = names.indexOf(name);
    return at >= 0 ? at : names.push(name) - 1;
  };
  for (const { building, edge } of ground.places.buildings) {
    if (edge < 0 || ofHomeEdge[edge] >= 0 || !(building.residents! > 0)) continue;
    const district = building.parcel === undefined ? undefined : districtOfParcel.get(building.parcel);
    ofHomeEdge[edge] = place(`residents/${district ?? 'all'}`);
  }
  for (const edge of residents.homeEdge) if (ofHomeEdge[edge] < 0) ofHomeEdge[edge] = place('residents/all');
  const gates = scene.elements.gate.ids;
  const commuters = names.length;
  for (const gate of gates) names.push(`commuters/${gate}`);
  const visitors = names.length;
  for (const gate of gates) names.push(`visitors/${gate}`);
  const freight = names.push('freight') - 1;
  const factors = new Map((ground.survey.part.factors ?? []).map(({ group, factor }) => [group, factor]));
  const factor = Float64Array.from(names, (name) => factors.get(name) ?? 1);
  return { names, factor, ofHomeEdge, commuters, visitors, freight };
}
