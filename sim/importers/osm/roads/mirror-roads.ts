import type { RoadsFile, TurnDirection } from '../../../scene/schema/roads';
import type { Point } from '../../geometry/vector';

/** Roads built for the right-hand side, from a mirrored map, as they are where one drives on the left. */
export function mirrorRoads(roads: RoadsFile): RoadsFile {
  return {
    ...roads,
    driveOn: 'left',
    nodes: roads.nodes.map((node) => ({ ...node, at: mirrored(node.at) })),
    edges: roads.edges.map((edge) => ({
      ...edge,
      shape: edge.shape.map(mirrored),
      lanes: edge.lanes.map((lane) => ({ ...lane, shape: lane.shape.map(mirrored) })),
    })),
    junctions: roads.junctions.map((junction) => ({
      ...junction,
      outline: junction.outline.map(mirrored).reverse(),
      turns: junction.turns.map((turn) => ({
        ...turn,
        direction: otherSide[turn.direction],
        shape: turn.shape.map(mirrored),
      })),
      ...(junction.crossings
        ? { crossings: junction.crossings.map((walk) => ({ ...walk, path: walk.path.map(mirrored) })) }
        : {}),
    })),
  };
}

const otherSide: Readonly<Record<TurnDirection, TurnDirection>> = {
  left: 'right',
  right: 'left',
  straight: 'straight',
  'u-turn': 'u-turn',
};

export const mirrored = ([x, y]: Point): Point => [x === 0 ? 0 : -x, y];
