/**
 * Ring mains as DL/T 5729-2016 and Q/GDW 1738-2012 lay them where cable is laid: every address is a unit on a ring, closed
 * in and open at one point, with a load switch on every cable that comes to it. So a cable that fails is cut off at both
 * its ends and everybody is fed from one side or the other.
 */
import type { ElectricityFile } from '../../../../scene/schema/electricity';
import type { Run, Step } from '../runs';
import { shortestWays, type Ways } from '../shortest-ways';
import { otherEnd, type UtilityGraph } from '../utility-graph';
import type { FeederTree, Tie } from './ties';

type Branch = ElectricityFile['branches'][number];

/** A ring back into its own feeder counts as this much longer: it helps less when the feeder fails. Ours. */
const SAME_FEEDER_M = 150;
/** Cables that one unit takes: two of the ring and as many more. Ours; makers' extensible units have five or six ways. */
const MOST_RETURNS = 2;

/**
 * What the ties leave hanging at the end of one cable gets a second one, to the nearest unit that is reached another way:
 * from the far ends inwards, until no cable of any feeder is anybody's only one.
 */
export function closeRings(graph: UtilityGraph, trees: readonly FeederTree[], ties: readonly Tie[], ways: Ways): Tie[] {
  const treeAt = new Map<number, number>();
  trees.forEach((tree, t) => {
    for (const node of tree.members) treeAt.set(node, t);
  });
  const units = [...treeAt.keys()].sort((a, b) => a - b);
  /** By feeder: nodes that are reached from another side, too. */
  const covered = trees.map(() => new Set<number>());
  const cover = (t: number, from: number, until: number): void => {
    for (let node = from; node >= 0 && node !== until; node = ways.towards[node]) covered[t].add(node);
  };
  for (const { a, b, run } of ties) {
    cover(a, run.from, -1);
    cover(b, run.to, -1);
  }
  const count = new Int32Array(graph.nodes.length);
  const rings: Tie[] = [];
  for (const end of [...units].sort((a, b) => ways.costM[b] - ways.costM[a] || a - b)) {
    const t = treeAt.get(end)!;
    if (covered[t].has(end) || end === trees[t].root) continue;
    let top = end;
    const isOpen = (node: number) => node >= 0 && node !== trees[t].root && !covered[t].has(node);
    while (isOpen(ways.towards[top])) top = ways.towards[top];
    const from = shortestWays(graph, [end]);
    let best = -1;
    let bestM = Number.POSITIVE_INFINITY;
    for (const unit of units) {
      const other = treeAt.get(unit)!;
      const ratedM = from.costM[unit] + (other === t ? SAME_FEEDER_M : 0);
      if (ratedM >= bestM || count[unit] >= MOST_RETURNS || (other === t && hangsOn(ways, unit, top))) continue;
      best = unit;
      bestM = ratedM;
    }
    if (best < 0) continue;
    const other = treeAt.get(best)!;
    const meets = other === t ? meetingOf(ways, end, best) : -1;
    cover(t, end, meets);
    cover(other, best, meets);
    count[best]++;
    count[end]++;
    rings.push({ a: other, b: t, run: wayFrom(graph, from, best), isPrimary: false, carries: top });
  }
  return rings;
}

function hangsOn(ways: Ways, unit: number, top: number): boolean {
  for (let node = unit; node >= 0; node = ways.towards[node]) if (node === top) return true;
  return false;
}

function meetingOf(ways: Ways, one: number, other: number): number {
  const above = new Set<number>();
  for (let node = one; node >= 0; node = ways.towards[node]) above.add(node);
  for (let node = other; node >= 0; node = ways.towards[node]) if (above.has(node)) return node;
  return -1;
}

/** From a node to the ways' only source. */
function wayFrom(graph: UtilityGraph, ways: Ways, from: number): Run {
  const steps: Step[] = [];
  let node = from;
  while (ways.via[node] >= 0) {
    const segment = graph.segments[ways.via[node]];
    steps.push({ segment: ways.via[node], reversed: segment.from !== node });
    node = otherEnd(segment, node);
  }
  return { from, to: node, steps, lengthM: ways.costM[from] };
}

/**
 * A load switch on every cable at every unit: at each address, and wherever more than two cables meet. Open points stand
 * where the cable comes from. Breakers at busbars are there already.
 */
export function switchUnits(
  branches: readonly Branch[],
  isAddress: (bus: string) => boolean,
  remote: 'every-unit' | 'open-points',
  switches: ElectricityFile['switches'],
): void {
  const cables = new Map<string, number>();
  for (const { from, to } of branches) for (const bus of [from, to]) cables.set(bus, (cables.get(bus) ?? 0) + 1);
  const hasBreaker = new Set(switches.map(({ branch }) => branch));
  for (const { id, from, to, closed } of branches) {
    for (const bus of [from, to]) {
      if (bus === from && hasBreaker.has(id)) continue;
      if (!isAddress(bus) && cables.get(bus)! < 3) continue;
      const isOpenPoint = closed === false && bus === from;
      switches.push({
        id: `${id}:${bus === from ? 'from' : 'to'}`,
        branch: id,
        at: bus,
        kind: 'switch',
        closed: !isOpenPoint,
        automatic: isOpenPoint || remote === 'every-unit',
      });
    }
  }
}
