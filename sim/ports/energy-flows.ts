import type { Scene } from '../scene';

/**
 * Where energy comes from, what it becomes and where it ends, as links between named nodes. The list follows from the
 * scene alone, so that whoever reads a frame knows its rows. Values are signed: below 0 a link runs the other way (the
 * ground warms a cold pipe, a store is emptied). At every inner node what comes in goes out, in every step.
 *
 * Cold is counted as something delivered: a chiller's surroundings give what it delivers beyond the power that it takes,
 * and an absorption machine rejects what it takes beyond that. Loads that went without stand apart, in rows from
 * 'unserved' that belong to no balance.
 */
export interface FlowLink {
  readonly from: FlowNode;
  readonly to: FlowNode;
  readonly carrier: FlowCarrier;
}

export type FlowCarrier = 'electricity' | 'gas' | 'sun' | 'wind' | 'ambient' | 'heat' | 'cooling';

/** Heat at a level is called by its supply temperature, 'heat-90'. */
export type FlowNode =
  | (typeof flowSources)[number]
  | (typeof flowPlants)[number]
  | 'electricity'
  | `heat-${number}`
  | 'cooling'
  | (typeof flowUses)[number]
  | (typeof flowEnds)[number]
  | 'unserved';

/**
 * 'surroundings' is what takes up the heat of chillers, 'local-plant' generators with an output that the scene fixes,
 * 'off-grid' power that machines had of no meter: stations without a connection, and the rest of a minute in which theirs
 * tripped; 'unsolved' loads of an island for which the power flow found no voltages.
 */
export const flowSources = [
  'grid',
  'gas',
  'sun',
  'wind',
  'ambient',
  'surroundings',
  'local-plant',
  'off-grid',
  'unsolved',
] as const;

export const flowPlants = [
  'engines',
  'boilers',
  'heat-pumps',
  'chillers',
  'absorption',
  'pumps',
  'heat-store',
  'cold-store',
  'battery',
] as const;

/** Buildings by what they are for. */
export const flowUses = ['homes', 'offices', 'public', 'commerce', 'industry', 'works'] as const;
export type FlowUse = (typeof flowUses)[number];

/**
 * 'stock' is what stores and pipes hold more than before, 'owed' what loops took beyond what machines could give, to be
 * made up later: both are counterparts over time.
 */
export const flowEnds = [
  'charging',
  'signals',
  'other-loads',
  'export',
  'lines',
  'flue',
  'pipe-losses',
  'store-losses',
  'pump-losses',
  'rejected',
  'dumped',
  'leaks',
  'stock',
  'owed',
] as const;

export const unservedCarriers = ['electricity', 'heat', 'cooling', 'gas'] as const;

/** What is there whatever loops say: engines give heat at 90 °C, heat pumps of stations without a loop at 45 °C. */
const ALWAYS_C = [90, 45];

/** Temperatures at which heat is counted, the hottest first. */
export function heatLevelsOf({ heat }: Pick<Scene, 'heat'>): number[] {
  const all = new Set([...ALWAYS_C, ...(heat?.loops ?? []).map(({ supplyC }) => supplyC)]);
  return [...all].sort((a, b) => b - a);
}

export function flowLinks(scene: Pick<Scene, 'heat'>): FlowLink[] {
  const levels = heatLevelsOf(scene).map((celsius): FlowNode => `heat-${celsius}`);
  const links: FlowLink[] = [];
  const add = (carrier: FlowCarrier, from: FlowNode, to: FlowNode) => links.push({ from, to, carrier });
  add('electricity', 'grid', 'electricity');
  add('sun', 'sun', 'electricity');
  add('wind', 'wind', 'electricity');
  for (const from of ['local-plant', 'off-grid', 'unsolved', 'engines', 'battery'] as const) {
    add('electricity', from, 'electricity');
  }
  const plants = ['heat-pumps', 'chillers', 'pumps', 'battery'] as const;
  const ends = ['charging', 'signals', 'other-loads', 'export', 'lines'] as const;
  for (const to of [...plants, ...flowUses, ...ends]) add('electricity', 'electricity', to);
  for (const to of ['engines', 'boilers', ...flowUses] as const) add('gas', 'gas', to);
  add('gas', 'gas', 'leaks');
  add('ambient', 'ambient', 'heat-pumps');
  add('ambient', 'surroundings', 'chillers');
  levels.forEach((level, i) => {
    const makers = ['engines', 'boilers', 'heat-pumps', 'heat-store', 'pumps', 'owed'] as const;
    for (const from of makers) add('heat', from, level);
    for (const cooler of levels.slice(i + 1)) add('heat', level, cooler);
    const takers = ['absorption', 'heat-store', ...flowUses, 'pipe-losses', 'dumped', 'stock'] as const;
    for (const to of takers) add('heat', level, to);
  });
  for (const from of ['chillers', 'absorption', 'cold-store', 'owed'] as const) add('cooling', from, 'cooling');
  for (const to of ['cold-store', ...flowUses, 'pipe-losses', 'pump-losses', 'stock'] as const) {
    add('cooling', 'cooling', to);
  }
  add('heat', 'engines', 'flue');
  add('heat', 'boilers', 'flue');
  add('heat', 'absorption', 'rejected');
  add('electricity', 'pumps', 'pump-losses');
  for (const store of ['heat-store', 'cold-store', 'battery'] as const) {
    const carrier = store === 'battery' ? 'electricity' : store === 'heat-store' ? 'heat' : 'cooling';
    add(carrier, store, 'store-losses');
    add(carrier, store, 'stock');
  }
  for (const to of unservedCarriers) links.push({ from: 'unserved', to: toNode(to, levels), carrier: to });
  return links;
}

/** Unserved heat is of no level in particular: it is told at the hottest. */
function toNode(carrier: (typeof unservedCarriers)[number], levels: readonly FlowNode[]): FlowNode {
  return carrier === 'heat' ? levels[0] : carrier;
}

/** A run's flows: powers of its last step, and energies since its start; a number a link. */
export interface FlowTable {
  readonly links: readonly FlowLink[];
  /** Seconds of the run at the end of the last step. */
  readonly reachesSeconds: number;
  readonly kw: Float64Array;
  readonly kwh: Float64Array;
}

/** Nodes at which nothing is kept, made or lost: what comes in goes out. */
export function innerNodes(links: readonly FlowLink[]): FlowNode[] {
  const isInner = (node: FlowNode) =>
    node === 'electricity' ||
    node === 'cooling' ||
    node.startsWith('heat-') ||
    flowPlants.some((each) => each === node);
  return [...new Set(links.flatMap(({ from, to }) => [from, to]))].filter(isInner);
}

/** What comes in less what goes out of a node, and how much moves there at all. */
export function nodeBalance(
  links: readonly FlowLink[],
  values: ArrayLike<number>,
  node: FlowNode,
): { readonly off: number; readonly moved: number } {
  let off = 0;
  let moved = 0;
  links.forEach(({ from, to }, i) => {
    if (from === 'unserved' || (from !== node && to !== node)) return;
    off += to === node ? values[i] : -values[i];
    moved += Math.abs(values[i]) / 2;
  });
  return { off, moved };
}
