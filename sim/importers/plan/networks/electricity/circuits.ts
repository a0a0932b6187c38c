import type { ElectricityFile } from '../../../../scene/schema/electricity';
import type { CityGround } from '../city-ground';
import { rounded } from '../network-names';
import { runsOf, turned } from '../runs';
import { segmentsToSources, type Ways } from '../shortest-ways';
import type { Cable } from './cables';
import { branchOf } from './medium-voltage';

type Branch = ElectricityFile['branches'][number];

const COUPLER_M = 20;

/** One line without branches, from a busbar to another. */
export interface Circuit {
  /** Before the names of its joints. */
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly kilovolts: number;
  readonly cable: Cable;
  /** Cables side by side that act as one. */
  readonly abreast: number;
  readonly feeder?: string;
}

/**
 * Lays a circuit along the way from a node to the ways' source, with a joint wherever it enters or leaves a gallery.
 * The pieces come in order from the busbar that it starts from.
 */
export function layCircuit(
  { graph, lanes, galleries }: CityGround,
  ways: Ways,
  end: number,
  circuit: Circuit,
  file: ElectricityFile,
  nameOf: (from: string, to: string) => string,
): Branch[] {
  const { id, from, to, kilovolts, cable, abreast, feeder } = circuit;
  const compartmentOf = (segment: number) => galleries.compartmentOf(segment, 'power');
  const runs = runsOf(graph, segmentsToSources(ways, [end]), () => false, compartmentOf)
    .map((run) => (ways.costM[run.from] < ways.costM[run.to] ? run : turned(run)))
    .sort((a, b) => ways.costM[a.from] - ways.costM[b.from]);
  let last = from;
  return runs.map((run, k) => {
    const { name } = graph.nodes[run.to];
    const next = k === runs.length - 1 ? to : `${id}@${name}`;
    if (next !== to) file.buses.push({ id: next, at: lanes.at(graph.nodes[run.to], 'power'), kilovolts });
    const one = branchOf(nameOf, last, next, run.lengthM, cable, feeder);
    const path = lanes.path(run, 'power');
    const compartment = compartmentOf(run.steps[0].segment);
    last = next;
    const branch: Branch = {
      ...one,
      resistanceOhm: rounded(one.resistanceOhm / abreast, 5),
      reactanceOhm: rounded(one.reactanceOhm / abreast, 5),
      capacitanceNf: rounded((one.capacitanceNf ?? 0) * abreast, 1),
      ratingA: one.ratingA * abreast,
      ...(path.length > 1 ? { path } : {}),
      ...(compartment ? { compartment } : {}),
    };
    file.branches.push(branch);
    return branch;
  });
}

/** A coupler is open and closes by itself when one side has lost its supply. */
export function couple(
  file: ElectricityFile,
  nameOf: (from: string, to: string) => string,
  from: string,
  to: string,
  ratingA: number,
): void {
  const busbar: Cable = { squareMm: 0, ohmPerKm: 0.01, reactanceOhmPerKm: 0.05, nanofaradPerKm: 0, ratingA };
  const branch = { ...branchOf(nameOf, from, to, COUPLER_M, busbar), closed: false };
  file.branches.push(branch);
  file.switches.push({ id: branch.id, branch: branch.id, kind: 'tie', closed: false, automatic: true });
}
