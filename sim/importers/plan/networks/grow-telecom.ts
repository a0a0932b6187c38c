import type { TelecomFile } from '../../../scene/schema/telecom';
import { distance, type Point } from '../../geometry/vector';
import type { CityGround } from './city-ground';
import { wayOver } from './electricity/ties';
import { pairNames, rounded } from './network-names';
import type { Run, Step } from './runs';
import { shortestWays, type Ways } from './shortest-ways';
import { nodeNamed } from './utility-graph';

export interface GrownTelecom {
  readonly file: TelecomFile;
  readonly nodeOfBuilding: ReadonlyMap<string, string>;
  /** The cell that a place speaks through. */
  cellNear(at: Point): string;
}

const TRUNK_FIBRES = 288;
const BRANCH_FIBRES = 96;
const CELL_FIBRES = 24;

/** An exchange, cabinets within reach of every house, a second way round for those at the end, and radio cells. */
export function growTelecom(ground: CityGround, busNear: (node: number) => string): GrownTelecom {
  const { plan, graph, lanes, siting, points, nodeOf, galleries } = ground;
  const { exchange, cabinetReachM, cellSpacingM } = plan.telecom;
  const seat = siting.inHouse(exchange.house)!;
  const cabinets = placeCabinets(ground, seat.node, cabinetReachM);
  const nameAt = (node: number) => (node === seat.node ? exchange.id : `cabinet/${graph.nodes[node].name}`);
  const nodes: TelecomFile['nodes'] = cabinets.map((node) => ({
    id: nameAt(node),
    ...(node === seat.node ? { name: exchange.name } : {}),
    at: lanes.at(graph.nodes[node], 'telecom'),
    kind: node === seat.node ? 'exchange' : 'cabinet',
    electricity: busNear(node),
  }));
  const nameOf = pairNames();
  const fibres: TelecomFile['fibres'] = [];
  const lay = (run: Run, from: string, to: string, count: number) => {
    const compartments = new Set(run.steps.map(({ segment }) => galleries.compartmentOf(segment, 'telecom')));
    const [compartment] = [...compartments];
    const path = lanes.path(run, 'telecom');
    fibres.push({
      id: nameOf(from, to),
      from,
      to,
      ...(path.length > 1 ? { path } : {}),
      lengthM: rounded(Math.max(run.lengthM, 1), 1),
      fibres: count,
      ...(compartments.size === 1 && compartment ? { compartment } : {}),
    });
  };

  const isCabinet = new Set(cabinets);
  const home = waysFrom(ground, seat.node);
  const parents = new Set<number>();
  const parentOf = new Map<number, number>();
  for (const node of cabinets) {
    if (node === seat.node) continue;
    const run = wayHome(graph.segments, home, node, isCabinet);
    parentOf.set(node, run.from);
    parents.add(run.from);
    lay(run, nameAt(run.from), nameAt(node), TRUNK_FIBRES);
  }
  for (const { run, a, b } of secondWays(ground, cabinets, parentOf, parents))
    lay(run, nameAt(a), nameAt(b), BRANCH_FIBRES);

  const near = shortestWays(graph, cabinets);
  const cells: { id: string; at: Point }[] = [];
  for (let node = 0; node < graph.nodes.length; node++) {
    const { name, at, address } = graph.nodes[node];
    if (address || cells.some((cell) => distance(cell.at, at) < cellSpacingM)) continue;
    const id = `cell/${name}`;
    cells.push({ id, at });
    const place = lanes.at(graph.nodes[node], 'telecom');
    nodes.push({ id, at: place, kind: 'cell', electricity: busNear(node) });
    const run = wayHome(graph.segments, near, node, isCabinet);
    lay(run, nameAt(run.from), id, CELL_FIBRES);
  }
  const nodeOfBuilding = new Map<string, string>();
  for (const point of points) {
    const cabinet = nameAt(cabinets[near.source[nodeOf.get(point)!]]);
    for (const building of point.buildings) nodeOfBuilding.set(building.id, cabinet);
  }
  const cellNear = (at: Point): string => {
    let best = cells[0];
    for (const cell of cells) if (distance(cell.at, at) < distance(best.at, at)) best = cell;
    return best.id;
  };
  return { file: { nodes, fibres }, nodeOfBuilding, cellNear };
}

/** The exchange, the ends of galleries, and then always where houses are farthest from a cabinet, until none is too far. */
function placeCabinets(ground: CityGround, first: number, reachM: number): number[] {
  const { plan, graph, points, nodeOf } = ground;
  const cabinets = [first];
  for (const gallery of plan.galleries) {
    for (const end of [gallery.from, gallery.to]) {
      const node = nodeNamed(graph, end);
      if (!cabinets.includes(node)) cabinets.push(node);
    }
  }
  for (;;) {
    const ways = shortestWays(graph, cabinets);
    let farthest = -1;
    for (const point of points) {
      const node = nodeOf.get(point)!;
      if (farthest < 0 || ways.costM[node] > ways.costM[farthest]) farthest = node;
    }
    if (farthest < 0 || ways.costM[farthest] <= reachM) break;
    cabinets.push(farthest);
  }
  return [...cabinets, ...galleryDoors(ground, cabinets, first)];
}

const waysFrom = ({ graph, galleries }: CityGround, exchange: number): Ways =>
  shortestWays(graph, [exchange], (segment) => galleries.metresOf(segment, 'telecom'));

/** Where fibres enter or leave a gallery they are spliced, so that each lies in one or in none. */
function galleryDoors(ground: CityGround, cabinets: readonly number[], first: number): number[] {
  const { galleries } = ground;
  const ways = waysFrom(ground, first);
  const known = new Set(cabinets);
  const doors: number[] = [];
  for (const cabinet of cabinets) {
    for (let node = cabinet; ways.via[node] >= 0 && ways.towards[node] !== first; node = ways.towards[node]) {
      const next = ways.towards[node];
      const here = galleries.compartmentOf(ways.via[node], 'telecom');
      if (here === galleries.compartmentOf(ways.via[next], 'telecom') || known.has(next)) continue;
      known.add(next);
      doors.push(next);
    }
  }
  return doors;
}

/** From the next cabinet on the way to the source out to a node. */
function wayHome(segments: CityGround['graph']['segments'], ways: Ways, node: number, isEnd: ReadonlySet<number>): Run {
  const steps: Step[] = [];
  let lengthM = 0;
  let at = node;
  while (ways.via[at] >= 0 && (at === node || !isEnd.has(at))) {
    const next = ways.towards[at];
    steps.push({ segment: ways.via[at], reversed: segments[ways.via[at]].from !== next });
    lengthM += segments[ways.via[at]].lengthM;
    at = next;
  }
  return { from: at, to: node, steps: steps.reverse(), lengthM };
}

/** For each cabinet at an end of the tree the shortest way to one that is not its own parent. */
function secondWays(
  { graph }: CityGround,
  cabinets: readonly number[],
  parentOf: ReadonlyMap<number, number>,
  parents: ReadonlySet<number>,
): { a: number; b: number; run: Run }[] {
  const ways = shortestWays(graph, cabinets);
  const found: { a: number; b: number; segment: number; costM: number }[] = [];
  graph.segments.forEach((segment, k) => {
    const [a, b] = [cabinets[ways.source[segment.from]], cabinets[ways.source[segment.to]]];
    if (a === b || a === undefined || b === undefined || parentOf.get(a) === b || parentOf.get(b) === a) return;
    found.push({ a, b, segment: k, costM: ways.costM[segment.from] + segment.lengthM + ways.costM[segment.to] });
  });
  found.sort((p, q) => p.costM - q.costM || p.segment - q.segment);
  const done = new Set<number>();
  const picked: { a: number; b: number; run: Run }[] = [];
  for (const { a, b, segment } of found) {
    const needed = [a, b].some((node) => parentOf.has(node) && !parents.has(node) && !done.has(node));
    if (!needed) continue;
    done.add(a);
    done.add(b);
    picked.push({ a, b, run: wayOver(graph, ways, segment) });
  }
  return picked;
}
