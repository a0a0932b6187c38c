import type { RoadsFile } from '../../../scene/schema/roads';
import { type Segment, segmentName } from './segment';

/** Streets as people name them: one for each name, of the highest class that it has; nameless pieces are on their own. */
export function namedStreets(segments: readonly Segment[]) {
  const byKey = new Map<string, Segment[]>();
  const idOf = new Map<Segment, string>();
  for (const segment of segments) {
    const { streetKey, name, ring } = segment;
    if (streetKey === '' || !name || ring) idOf.set(segment, segmentName(segment));
    else byKey.set(streetKey, [...(byKey.get(streetKey) ?? []), segment]);
  }
  const list: RoadsFile['streets'] = [];
  const taken = new Set<string>();
  for (const parts of byKey.values()) {
    const ways = parts.flatMap((part) => part.ways).sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
    // A way that was joined to its neighbour may be the first of two streets.
    const id = ways.map((way) => `s${way}`).find((name) => !taken.has(name)) ?? `s${ways[0]}.${taken.size}`;
    taken.add(id);
    const longest = parts.reduce((best, part) => (part.nodes.length > best.nodes.length ? part : best));
    list.push({ id, name: longest.name!, class: longest.roadClass });
    for (const part of parts) idOf.set(part, id);
  }
  return { idOf, list: list.sort((a, b) => (a.id < b.id ? -1 : 1)) };
}
