import type { OsmData, OsmRelation } from '../read/osm-data';
import type { Report } from '../report';

/** A turn that is forbidden, or the only one allowed, at a node or over ways. */
interface Restriction {
  readonly isOnly: boolean;
  readonly from: ReadonlySet<string>;
  readonly to: ReadonlySet<string>;
  readonly viaNode?: string;
  readonly viaWays: readonly string[];
}

export interface Restrictions {
  /** Whether one may go from way to way at a node. */
  readonly allows: (fromWay: string, node: string, toWay: string) => boolean;
  /** Whether one may go along these ways, one after another. */
  readonly allowsChain: (ways: readonly string[]) => boolean;
}

const CARS_EXEMPT = /(^|;)\s*(motorcar|motor_vehicle)\s*(;|$)/;

export function readRestrictions(data: OsmData, roads: ReadonlySet<string>, report: Report): Restrictions {
  const byNode = new Map<string, Restriction[]>();
  const chains: Restriction[] = [];
  for (const relation of data.relations.values()) {
    const type = relation.tags.get('type');
    if (type !== 'restriction' && !type?.startsWith('restriction:')) continue;
    const read = readOne(relation, roads, report);
    if (!read) continue;
    if (read.viaNode === undefined) chains.push(read);
    else byNode.set(read.viaNode, [...(byNode.get(read.viaNode) ?? []), read]);
  }
  return {
    allows: (fromWay, node, toWay) => {
      for (const { isOnly, from, to } of byNode.get(node) ?? []) {
        if (!from.has(fromWay)) continue;
        if (isOnly ? !to.has(toWay) : to.has(toWay) && fromWay !== toWay) return false;
      }
      return true;
    },
    allowsChain: (ways) => chains.every((chain) => keepsTo(ways, chain)),
  };
}

function keepsTo(ways: readonly string[], { isOnly, from, viaWays, to }: Restriction): boolean {
  for (let k = 0; k + viaWays.length + 1 < ways.length; k++) {
    if (!from.has(ways[k]) || !viaWays.every((way, i) => ways[k + 1 + i] === way)) continue;
    const next = ways[k + 1 + viaWays.length];
    if (isOnly ? !to.has(next) : to.has(next)) return false;
  }
  return true;
}

function readOne(relation: OsmRelation, roads: ReadonlySet<string>, report: Report): Restriction | undefined {
  const { tags, members, id } = relation;
  const element = `relation/${id}`;
  const kind = tags.get('restriction') ?? tags.get('restriction:motorcar') ?? tags.get('restriction:motor_vehicle');
  if (kind === undefined) {
    const keys = [...tags.keys()].filter((key) => key.startsWith('restriction')).join(', ');
    report.add(
      'not-carried',
      'restriction',
      element,
      `holds for some vehicles or times only: ${keys || 'no restriction'}`,
    );
    return undefined;
  }
  if (CARS_EXEMPT.test(tags.get('except') ?? '')) return undefined;
  const isOnly = kind.startsWith('only_');
  if (!isOnly && !kind.startsWith('no_')) {
    report.add('not-carried', 'restriction', element, `restriction=${kind.slice(0, 60)} is not known here`);
    return undefined;
  }
  const ways = (role: string) => members.filter((one) => one.role === role && one.type === 'way').map(({ ref }) => ref);
  const from = ways('from').filter((way) => roads.has(way));
  const to = ways('to').filter((way) => roads.has(way));
  const viaWays = ways('via');
  const viaNode = members.find((one) => one.role === 'via' && one.type === 'node')?.ref;
  if (from.length === 0 || to.length === 0 || (viaNode === undefined && viaWays.length === 0)) {
    report.add('not-carried', 'restriction', element, 'names no road of this city as from, via or to');
    return undefined;
  }
  return { isOnly, from: new Set(from), to: new Set(to), viaNode, viaWays: viaNode === undefined ? viaWays : [] };
}
