import type { RoadsFile } from '../../../scene/schema/roads';
import { type BuiltJunction, buildJunction, signalOf } from '../../plan/streets/junctions';
import { byId, edgeOf } from '../../plan/streets/streets-to-roads';
import type { Report } from '../report';
import { gateJunction } from './gate-junction';
import { pairedGates } from './gates';
import { JunctionJoiner, joinByRules } from './join-junctions';
import { rulesAt } from './junction-rules';
import { layOut } from './lay-out';
import type { RoadBasis } from './road-basis';
import { withSoundPavement, withSoundTurns } from './sound-pavement';
import { namedStreets } from './streets';

export interface BuiltRoads {
  readonly roads: RoadsFile;
  /** Nodes of the scene where traffic leaves the extract. */
  readonly gateNodes: ReadonlySet<string>;
  /** Junctions of the scene made of more than one node of the map, with their names. */
  readonly joined: ReadonlyMap<string, readonly string[]>;
}

/** From pieces of road to the roads of a scene, by the builders that a town planner's streets go through. */
export function buildRoads(basis: RoadBasis, report: Report): BuiltRoads {
  const { segments, gates, signs } = basis;
  const joiner = new JunctionJoiner(segments, report);
  for (const [out, back] of pairedGates(segments, gates)) {
    joiner.join(out, back, 'two carriageways that leave the extract side by side');
  }
  const smallRings = joinByRules(segments, signs.signalled, joiner);
  const streets = namedStreets(segments);
  const { graph, network, corners, signalled } = layOut(basis, joiner, streets.idOf, report);

  const junctions: BuiltJunction['junction'][] = [];
  const signals: RoadsFile['signals'] = [];
  const gateNodes = new Set<string>();
  for (const node of [...network.arms.keys()].sort()) {
    const arms = network.arms.get(node)!;
    const members = graph.members.get(node)!;
    if (members.every((member) => gates.has(member))) {
      gateNodes.add(node);
      const turningBack = gateJunction(node, arms);
      if (turningBack) junctions.push(withSoundTurns(turningBack, arms));
      continue;
    }
    const rules = rulesAt(node, arms, graph, basis, smallRings);
    const built = buildJunction(node, arms, corners.get(node)!, signalled.has(node), rules);
    if (!built) {
      gateNodes.add(node);
      continue;
    }
    junctions.push(withSoundTurns(built.junction, arms));
    if (!built.program) continue;
    signals.push(signalOf(node, built.program, 0));
    report.add('guessed', 'signal-program', `node/${members[0]}`, 'stages and green times follow from its form');
  }
  const named = new Set(streets.list.map(({ id }) => id));
  const roads: RoadsFile = {
    driveOn: 'right',
    streets: streets.list,
    nodes: byId([...graph.nodes].map(([id, at]) => ({ id, at }))),
    edges: byId(
      network.roadways.map((roadway) => {
        const { street, ...edge } = edgeOf(roadway);
        return street !== undefined && named.has(street) ? { ...edge, street } : edge;
      }),
    ),
    junctions: junctions.map((junction) => withSoundPavement(junction, report)),
    signals,
    stops: [],
    busLines: [],
    parking: [],
    chargingSites: [],
  };
  const joined = new Map([...graph.members].filter(([, nodes]) => nodes.length > 1));
  return { roads, gateNodes, joined };
}
