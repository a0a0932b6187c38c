import type { TerrainFile } from '../../../scene/schema/terrain';
import { pointAt } from '../../geometry/polyline';
import type { Point } from '../../geometry/vector';
import type { PlanLink, StreetGraph } from '../street-graph';
import { groundOn } from './ground';

/** A place beside a street where something hangs on a network: an address. */
export interface Address {
  readonly name: string;
  readonly link: PlanLink;
  readonly alongM: number;
}

/** A street node or an address, in one list for all networks. */
export interface UtilityNode {
  readonly name: string;
  readonly at: Point;
  readonly groundM: number;
  readonly address?: Address;
}

/** A piece of a street between two of them. */
export interface Segment {
  readonly from: number;
  readonly to: number;
  readonly link: PlanLink;
  readonly fromM: number;
  readonly toM: number;
  readonly lengthM: number;
}

/** Streets as ways for pipes and cables: cut at every address, without what no utility may follow. */
export interface UtilityGraph {
  readonly nodes: readonly UtilityNode[];
  readonly segments: readonly Segment[];
  /** Segments at each node. */
  readonly arms: readonly (readonly number[])[];
  readonly indexOf: ReadonlyMap<string, number>;
}

/** No utility lies under an expressway or its slips: nobody may dig there. */
export function carriesUtilities({ street }: PlanLink): boolean {
  return street.class !== 'expressway' && street.class !== 'ramp';
}

export function utilityGraphOf(
  streets: StreetGraph,
  addresses: readonly Address[],
  terrain: TerrainFile,
): UtilityGraph {
  const groundAt = groundOn(terrain);
  const nodes: UtilityNode[] = [];
  const indexOf = new Map<string, number>();
  const enter = (name: string, at: Point, address?: Address): number => {
    const known = indexOf.get(name);
    if (known !== undefined) return known;
    indexOf.set(name, nodes.length);
    nodes.push({ name, at, groundM: groundAt(at), ...(address ? { address } : {}) });
    return nodes.length - 1;
  };
  const byLink = new Map<string, Address[]>();
  for (const address of addresses) {
    const list = byLink.get(address.link.id);
    if (list) list.push(address);
    else byLink.set(address.link.id, [address]);
  }
  const segments: Segment[] = [];
  for (const link of streets.links) {
    if (!carriesUtilities(link)) continue;
    const here = [...(byLink.get(link.id) ?? [])].sort((a, b) => a.alongM - b.alongM);
    let from = enter(link.from, streets.nodes.get(link.from) ?? link.centre[0]);
    let fromM = 0;
    for (const address of here) {
      const to = enter(address.name, pointAt(link.centre, address.alongM), address);
      segments.push({ from, to, link, fromM, toM: address.alongM, lengthM: address.alongM - fromM });
      from = to;
      fromM = address.alongM;
    }
    const to = enter(link.to, streets.nodes.get(link.to) ?? link.centre[link.centre.length - 1]);
    segments.push({ from, to, link, fromM, toM: link.lengthM, lengthM: link.lengthM - fromM });
  }
  const arms: number[][] = nodes.map(() => []);
  segments.forEach((segment, k) => {
    arms[segment.from].push(k);
    arms[segment.to].push(k);
  });
  return { nodes, segments, arms, indexOf };
}

export function nodeNamed(graph: UtilityGraph, name: string): number {
  const index = graph.indexOf.get(name);
  if (index === undefined) throw new Error(`expected a node of the utility graph, met ${name}`);
  return index;
}

export const otherEnd = ({ from, to }: Segment, node: number): number => (node === from ? to : from);
