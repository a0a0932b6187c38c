/** The city that the picture is measured with: Hunnan, all its networks, and so many cars that go round it for ever. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Scene } from '../../../sim/scene';

export const MEASURED_CITY = 'measured';

/** A scene's files as a server would give them, by name. */
export type ServedScene = ReadonlyMap<string, string>;

interface Files {
  'scene.json': Scene['manifest'];
  'roads.json': NonNullable<Scene['roads']>;
  'demand.json': NonNullable<Scene['demand']>;
  'buildings.json': NonNullable<Scene['buildings']>;
}

const METRES_A_CAR = 26;
const WALKED_EDGES = 14;
const MOST_EDGES = 100;

/** Nobody lives there but those cars: people would come on top of them, and it is the cars that are counted. */
export function measuredCity(root: string, cars: number): { readonly files: ServedScene; readonly buildings: number } {
  const folder = join(root, 'scenes/hunnan');
  const texts = new Map<string, string>();
  for (const name of readdirSync(folder)) {
    if (name.endsWith('.json')) texts.set(name, readFileSync(join(folder, name), 'utf8'));
  }
  const parsed = <N extends keyof Files>(name: N): Files[N] => JSON.parse(texts.get(name)!);
  const { people: _, freight: __, ...demand } = parsed('demand.json');
  const gates = demand.gates.map((gate) => ({ ...gate, tripsPerDay: 0 }));
  const circulating = waysAround(parsed('roads.json'), cars);
  texts.set('demand.json', JSON.stringify({ ...demand, gates, circulating }));
  texts.set('scene.json', JSON.stringify({ ...parsed('scene.json'), id: MEASURED_CITY }));
  return { files: texts, buildings: parsed('buildings.json').buildings.length };
}

/** Closed ways: so many turns taken by a fixed die, then the shortest way back. */
function waysAround(roads: Files['roads.json'], cars: number) {
  const edgeOfLane = new Map(roads.edges.flatMap(({ id, lanes }) => lanes.map((lane) => [lane.id, id] as const)));
  const lengthM = new Map(roads.edges.map(({ id, shape }) => [id, lengthOf(shape)] as const));
  const opposite = new Map(roads.edges.map((edge) => [edge.id, edge.opposite]));
  const next = new Map<string, string[]>();
  for (const { turns } of roads.junctions) {
    for (const { fromLane, toLane } of turns) {
      const [from, to] = [edgeOfLane.get(fromLane)!, edgeOfLane.get(toLane)!];
      const known = next.get(from) ?? [];
      if (opposite.get(from) !== to && !known.includes(to)) known.push(to);
      next.set(from, known);
    }
  }
  const ways: { id: string; edges: string[]; count: number }[] = [];
  let die = 20_261_121;
  let left = cars;
  for (let k = 0; left > 0 && k < 50 * roads.edges.length; k++) {
    // Steps of the golden section spread the beginnings over the list.
    const first = roads.edges[Math.floor(((k * 0.618_033_988_7) % 1) * roads.edges.length)].id;
    const edges = [first];
    while (edges.length < WALKED_EDGES) {
      const choices = next.get(edges[edges.length - 1]) ?? [];
      if (choices.length === 0) break;
      die = (Math.imul(die, 1_664_525) + 1_013_904_223) >>> 0;
      edges.push(choices[Math.floor((die / 2 ** 32) * choices.length)]);
    }
    const back = shortestBack(next, edges[edges.length - 1], first);
    if (back === null || edges.length + back.length > MOST_EDGES) continue;
    edges.push(...back);
    const room = edges.reduce((sum, edge) => sum + lengthM.get(edge)!, 0) / METRES_A_CAR;
    const count = Math.min(left, Math.max(1, Math.floor(room)));
    ways.push({ id: `way${k}`, edges, count });
    left -= count;
  }
  if (left > 0) throw new Error(`met no closed ways for ${left} of ${cars} cars`);
  return ways;
}

/** The edges between two, neither of them among these; null where there is no way. */
function shortestBack(next: ReadonlyMap<string, readonly string[]>, from: string, to: string): string[] | null {
  const before = new Map<string, string | null>([[from, null]]);
  let front = [from];
  while (front.length > 0) {
    const reached: string[] = [];
    for (const edge of front) {
      for (const follower of next.get(edge) ?? []) {
        if (follower === to) {
          const way: string[] = [];
          for (let at: string | null = edge; at !== null && at !== from; at = before.get(at) ?? null) way.push(at);
          return way.reverse();
        }
        if (before.has(follower)) continue;
        before.set(follower, edge);
        reached.push(follower);
      }
    }
    front = reached;
  }
  return null;
}

function lengthOf(shape: readonly (readonly number[])[]): number {
  let sum = 0;
  for (let i = 1; i < shape.length; i++)
    sum += Math.hypot(shape[i][0] - shape[i - 1][0], shape[i][1] - shape[i - 1][1]);
  return sum;
}
