/**
 * The corridor that a stretch of road belongs to: on from it and back from it the way that somebody goes who turns
 * nowhere, along the street while it has a name, for so many metres each way.
 */
import type { CompiledScene } from '../../../scene/compiled';
import { type Network, networkOf } from '../network';

const STRAIGHT = 1;
const U_TURN = 3;

/** Edges one after the other, the given one among them. */
export function corridorThrough(scene: CompiledScene, edge: number, reachM: number): readonly number[] {
  const network = networkOf(scene);
  const streets = streetsOf(scene);
  const taken = new Set([edge]);
  const walk = (next: (from: number) => number): number[] => {
    const way: number[] = [];
    let [at, leftM] = [edge, reachM];
    while (leftM > 0) {
      at = next(at);
      if (at < 0 || taken.has(at)) break;
      taken.add(at);
      way.push(at);
      leftM -= network.roads.edgeLengthM[at];
    }
    return way;
  };
  const ahead = walk((from) => straightOn(network, streets, from));
  const behind = walk((to) => cameFrom(network, streets, to));
  return [...behind.reverse(), edge, ...ahead];
}

function streetsOf({ scene, elements }: CompiledScene): readonly (string | undefined)[] {
  const streets = new Array<string | undefined>(elements.edge.count).fill(undefined);
  for (const { id, street } of scene.roads?.edges ?? []) streets[elements.edge.slotOf(id) as number] = street;
  return streets;
}

type Streets = readonly (string | undefined)[];

function straightOn({ roads, carEdge }: Network, streets: Streets, edge: number): number {
  const ways = new Map<number, number>();
  for (let lane = roads.edgeFirstLane[edge]; lane < roads.edgeFirstLane[edge] + roads.edgeLaneCount[edge]; lane++) {
    for (let k = roads.laneTurnStart[lane]; k < roads.laneTurnStart[lane + 1]; k++) {
      const turn = roads.laneTurns[k];
      const to = roads.laneEdge[roads.turnToLane[turn]];
      if (carEdge[to] === 1) ways.set(to, roads.turnDirection[turn]);
    }
  }
  return best(ways, streets, edge);
}

function cameFrom({ roads, carEdge, feedStart, feedTurns }: Network, streets: Streets, edge: number): number {
  const ways = new Map<number, number>();
  for (let lane = roads.edgeFirstLane[edge]; lane < roads.edgeFirstLane[edge] + roads.edgeLaneCount[edge]; lane++) {
    for (let k = feedStart[lane]; k < feedStart[lane + 1]; k++) {
      const turn = feedTurns[k];
      const from = roads.laneEdge[roads.turnFromLane[turn]];
      if (carEdge[from] === 1) ways.set(from, roads.turnDirection[turn]);
    }
  }
  return best(ways, streets, edge);
}

/** Straight along the street, else straight, else along the street, else the only way there is; −1 where none is plain. */
function best(ways: ReadonlyMap<number, number>, streets: Streets, edge: number): number {
  const plain = [...ways].filter(([, direction]) => direction !== U_TURN).sort(([a], [b]) => a - b);
  const isOwn = (other: number) => streets[edge] !== undefined && streets[other] === streets[edge];
  const found =
    plain.find(([other, direction]) => direction === STRAIGHT && isOwn(other)) ??
    plain.find(([, direction]) => direction === STRAIGHT) ??
    plain.find(([other]) => isOwn(other)) ??
    (plain.length === 1 ? plain[0] : undefined);
  return found === undefined ? -1 : found[0];
}
