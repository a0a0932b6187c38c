/**
 * From the engine's links to what is drawn. What lies at the edges is drawn on the left for what it gives and on the
 * right for what it takes, and so are stores: no band runs back. Bands lead from left to right whatever their sign was.
 */
import { type FlowCarrier, type FlowLink, type FlowNode, innerNodes } from '../../../sim';

export interface DrawnNode {
  /** The engine's node (or the group that it is drawn in), and which side of it where it is drawn in two. */
  readonly id: string;
  readonly of: NodeName;
  readonly side: 'gives' | 'takes' | 'passes';
  readonly column: number;
  /** From top to bottom, 0 to 1. */
  readonly lie: number;
  readonly value: number;
}

export interface DrawnLink {
  readonly from: string;
  readonly to: string;
  readonly carrier: FlowCarrier;
  /** Heat of the coolest level, which is drawn in another colour. */
  readonly isWarmth: boolean;
  readonly value: number;
  /** Rows of the engine's list that it is made of, with the sign that they have in it. */
  readonly rows: readonly { readonly row: number; readonly sign: 1 | -1 }[];
}

export interface SankeyGraph {
  readonly nodes: readonly DrawnNode[];
  readonly links: readonly DrawnLink[];
  readonly columns: number;
  /** All that comes in at the left, which is all that goes out at the right. */
  readonly total: number;
}

/** What nodes are called in pictures: small ones of a kind are drawn as one. */
export type NodeName = FlowNode | 'to-air';
const groupOf: Partial<Record<FlowNode, NodeName>> = {
  'pump-losses': 'pipe-losses',
  rejected: 'to-air',
  dumped: 'to-air',
};
const stores: readonly NodeName[] = ['battery', 'heat-store', 'cold-store'];

/** Where nodes lie in their columns: power above, cold in the middle of the right, fuel below, losses at the bottom. */
const lies: Partial<Record<NodeName, number>> = {
  sun: 0.02,
  wind: 0.05,
  grid: 0.12,
  'local-plant': 0.2,
  'off-grid': 0.22,
  unsolved: 0.24,
  electricity: 0.18,
  battery: 0.06,
  export: 0.01,
  charging: 0.05,
  signals: 0.08,
  'other-loads': 0.1,
  homes: 0.2,
  offices: 0.3,
  public: 0.4,
  commerce: 0.5,
  industry: 0.6,
  works: 0.66,
  surroundings: 0.42,
  chillers: 0.36,
  absorption: 0.5,
  cooling: 0.4,
  'cold-store': 0.46,
  ambient: 0.55,
  'heat-pumps': 0.52,
  pumps: 0.46,
  'heat-store': 0.68,
  engines: 0.66,
  boilers: 0.86,
  gas: 0.75,
  owed: 0.76,
  stock: 0.78,
  lines: 0.84,
  'pipe-losses': 0.88,
  'to-air': 0.92,
  leaks: 0.95,
  flue: 0.97,
};
const HEAT_LIES = 0.72;

const lieOf = (node: NodeName): number => lies[node] ?? HEAT_LIES - (node === 'heat-45' ? 0.1 : 0);

interface Way {
  readonly from: string;
  readonly to: string;
}

/**
 * `values` are one a link, of the window that is shown; `everKwh` those since the start, from which the columns follow:
 * so that nothing jumps from minute to minute because something stands still.
 */
export function sankeyGraph(
  flowLinks: readonly FlowLink[],
  values: ArrayLike<number>,
  everKwh: ArrayLike<number>,
): SankeyGraph {
  const inner = new Set<NodeName>(innerNodes(flowLinks).filter((node) => !stores.includes(node)));
  const coolest = flowLinks.flatMap(({ from }) => (from.startsWith('heat-') && inner.has(from) ? [from] : [])).at(-1);
  const named = (node: FlowNode): NodeName => groupOf[node] ?? node;
  /** Both ends of a link as drawn, for a flow in its own direction or against it. */
  const wayOf = ({ from, to }: FlowLink, isTurned: boolean): Way | null => {
    const [a, b] = isTurned ? [named(to), named(from)] : [named(from), named(to)];
    // What a store keeps or loses is told with the store.
    if (from === 'unserved' || (stores.includes(a) && !inner.has(b)) || (stores.includes(b) && !inner.has(a)))
      return null;
    return { from: inner.has(a) ? a : givesId(a, b), to: inner.has(b) ? b : `${b}>` };
  };
  const ways: Way[] = [];
  const links = new Map<string, DrawnLink>();
  flowLinks.forEach((link, row) => {
    for (const isTurned of [false, true]) {
      const way = wayOf(link, isTurned);
      const ever = isTurned ? -everKwh[row] : everKwh[row];
      const value = isTurned ? -values[row] : values[row];
      if (way === null || !(ever > 0 || value > 0)) continue;
      ways.push(way);
      if (!(value > 0)) continue;
      const key = `${way.from} ${way.to} ${link.carrier}`;
      const known = links.get(key);
      const { carrier, from, to } = link;
      const isWarmth = carrier === 'heat' && coolest !== undefined && (from === coolest || to === coolest);
      const rows = [...(known?.rows ?? []), { row, sign: isTurned ? (-1 as const) : (1 as const) }];
      links.set(key, { ...way, carrier, isWarmth, value: (known?.value ?? 0) + value, rows });
    }
  });
  const columnOf = columnsOf(ways);
  const drawn = [...links.values()];
  const nodes = [...new Set(drawn.flatMap(({ from, to }) => [from, to]))].map((id): DrawnNode => {
    const given = drawn.reduce((sum, link) => (link.from === id ? sum + link.value : sum), 0);
    const taken = drawn.reduce((sum, link) => (link.to === id ? sum + link.value : sum), 0);
    const of = id.split(/[<>]/)[0] as NodeName;
    const side = id.includes('<') ? 'gives' : id.includes('>') ? 'takes' : 'passes';
    return { id, of, side, column: columnOf.get(id) ?? 0, lie: lieOf(of), value: Math.max(given, taken) };
  });
  const total = nodes.reduce((sum, { side, value }) => (side === 'gives' ? sum + value : sum), 0);
  return { nodes, links: drawn, columns: 1 + Math.max(0, ...columnOf.values()), total };
}

/** Stores and what is made up for later give from beside the node that takes it; true sources from the left edge. */
function givesId(node: NodeName, to: NodeName): string {
  return isNear(node) ? `${node}<${to}` : `${node}<`;
}

function isNear(node: NodeName): boolean {
  return stores.includes(node) || node === 'stock' || node === 'owed';
}

/** Sources first, ends last, all else as far left as what it takes from allows; stores beside what they serve. */
function columnsOf(ways: readonly Way[]): ReadonlyMap<string, number> {
  const isSource = (id: string) => id.includes('<');
  const isEnd = (id: string) => id.includes('>');
  const nodes = [...new Set(ways.flatMap(({ from, to }) => [from, to]))];
  const column = new Map<string, number>();
  const between = ways.filter(({ from, to }) => !isSource(from) && !isEnd(to));
  for (const id of nodes) if (!isSource(id) && !isEnd(id)) column.set(id, 1);
  // As often as there are nodes is enough, and ends even where two were to feed each other.
  for (let round = 0; round < nodes.length; round++) {
    let moved = false;
    for (const { from, to } of between) {
      if (column.get(to)! > column.get(from)!) continue;
      column.set(to, column.get(from)! + 1);
      moved = true;
    }
    if (!moved) break;
  }
  const last = 1 + Math.max(0, ...column.values());
  for (const id of nodes) {
    const of = id.split(/[<>]/)[0] as NodeName;
    if (isEnd(id)) {
      const giver = Math.max(...ways.filter(({ to }) => to === id).map(({ from }) => column.get(from) ?? 0));
      column.set(id, stores.includes(of) ? Math.min(last, giver + 1) : last);
    }
  }
  for (const id of nodes) {
    if (!isSource(id)) continue;
    const taker = Math.min(...ways.filter(({ from }) => from === id).map(({ to }) => column.get(to) ?? 1));
    column.set(id, isNear(id.split('<')[0] as NodeName) ? Math.max(0, taker - 1) : 0);
  }
  return column;
}
