/** Where the middle of a main lies: in which section of a gallery, and else by which manhole and under which road. */
import type { CompiledScene } from '../compiled';
import { slotIn } from './element-tables';
import { nearestAlongM } from './gallery-runs';
import { nearestEdge } from './nearest-edge';

type Point = readonly [number, number];

/** −1 where there is none. */
export interface LinePlace {
  readonly section: number;
  readonly drainNode: number;
  readonly edge: number;
}

/** Half of the widest carriageway with its verge, as everyday works have it: mains further off lie across the blocks. */
const IN_STREET_M = 30;
/** As far as buses and shafts may lie from the manhole whose street they stand in. */
const DRAINS_WITHIN_M = 80;

export function placeOfLine(scene: CompiledScene, compartment: string | undefined, at: Point): LinePlace {
  const section = compartment === undefined ? -1 : sectionAt(scene, compartment, at);
  if (section >= 0) return { section, drainNode: -1, edge: -1 };
  return { section, drainNode: nearestManhole(scene, at), edge: nearestEdge(scene, at, IN_STREET_M) };
}

export function sectionAt({ scene, elements }: CompiledScene, compartment: string, at: Point): number {
  for (const { path, compartments } of scene.galleries?.galleries ?? []) {
    const within = compartments.find(({ id }) => id === compartment);
    if (within === undefined) continue;
    const { sections } = within;
    const alongM = nearestAlongM(path, at);
    const found = sections.find(({ fromM, toM }) => alongM >= fromM && alongM < toM) ?? sections[sections.length - 1];
    return slotIn(elements['gallery-section'], found.id);
  }
  return -1;
}

function nearestManhole({ scene, elements }: CompiledScene, [x, y]: Point): number {
  const { nodes, outfalls } = scene.drainage ?? { nodes: [], outfalls: [] };
  const ends = new Set(outfalls.map(({ node }) => node));
  let best = DRAINS_WITHIN_M * DRAINS_WITHIN_M;
  let found = '';
  for (const { id, at, heightM } of nodes) {
    if (heightM === undefined || ends.has(id)) continue;
    const offM2 = (at[0] - x) * (at[0] - x) + (at[1] - y) * (at[1] - y);
    if (offM2 > best || (offM2 === best && id > found)) continue;
    best = offM2;
    found = id;
  }
  return found === '' ? -1 : slotIn(elements['drain-node'], found);
}

/** The point half-way along a line. */
export function middleOf(path: readonly Point[]): Point {
  const lengths = path.slice(1).map(([x, y], i) => {
    const [dx, dy] = [x - path[i][0], y - path[i][1]];
    return Math.sqrt(dx * dx + dy * dy);
  });
  let left = lengths.reduce((sum, each) => sum + each, 0) / 2;
  for (let i = 0; i < lengths.length; i++) {
    if (left > lengths[i]) {
      left -= lengths[i];
      continue;
    }
    const share = lengths[i] > 0 ? left / lengths[i] : 0;
    return [path[i][0] + share * (path[i + 1][0] - path[i][0]), path[i][1] + share * (path[i + 1][1] - path[i][1])];
  }
  return path[path.length - 1];
}
