import { BOTH_ENDS, NO_GEAR } from './gear';
import type { GridLinks } from './grid';

/**
 * What no switch can part: a section is live, dead or faulty as one. Gear joins two sections. The body of a link with one
 * belongs to one of them; between two switches it is a section of its own, and where breakers at both ends move as one it
 * belongs to none.
 */
export interface Sections {
  readonly count: number;
  /** Sections from here on are a link's body and nothing else. */
  readonly firstBody: number;
  readonly ofNode: Uint32Array;
  /** The section that a fault on the link is in; −1 where breakers at both ends move as one. */
  readonly ofLinkBody: Int32Array;
  /** The sections on either side of gear. */
  readonly gearFrom: Uint32Array;
  readonly gearTo: Uint32Array;
  /** Gear at a section: linkAt[k], k from linkStart[s] to linkStart[s + 1] − 1. */
  readonly linkStart: Uint32Array;
  readonly linkAt: Uint32Array;
  /** The section on the other side of it. */
  readonly linkLeadsTo: Uint32Array;
}

export function findSections(links: GridLinks): Sections {
  const { nodeCount, linkCount, gearCount, linkFrom, linkTo, linkGear, gearAtTo, farGear, normallyOpen } = links;
  const parent = Uint32Array.from({ length: nodeCount }, (_, node) => node);
  const rootOf = (node: number): number => {
    while (parent[node] !== node) {
      parent[node] = parent[parent[node]];
      node = parent[node];
    }
    return node;
  };
  for (let link = 0; link < linkCount; link++) {
    // A branch that is open without gear is no connection at all: nobody can close it.
    if (linkGear[link] !== NO_GEAR || normallyOpen[link] === 1) continue;
    const a = rootOf(linkFrom[link]);
    const b = rootOf(linkTo[link]);
    parent[a > b ? a : b] = a > b ? b : a;
  }
  const ofNode = new Uint32Array(nodeCount);
  let count = 0;
  for (let node = 0; node < nodeCount; node++) {
    const root = rootOf(node);
    ofNode[node] = root === node ? count++ : ofNode[root];
  }
  const firstBody = count;
  const ofLinkBody = new Int32Array(linkCount).fill(-1);
  const gearFrom = new Uint32Array(gearCount);
  const gearTo = new Uint32Array(gearCount);
  for (let link = 0; link < linkCount; link++) {
    const from = ofNode[linkFrom[link]];
    const to = ofNode[linkTo[link]];
    const isAtTo = gearAtTo[link] === 1;
    gearFrom[link] = from;
    gearTo[link] = to;
    if (linkGear[link] === BOTH_ENDS) continue;
    ofLinkBody[link] = farGear[link] >= 0 ? count++ : isAtTo ? from : to;
    if (farGear[link] < 0) continue;
    const far = farGear[link];
    gearFrom[isAtTo ? far : link] = from;
    gearTo[isAtTo ? far : link] = ofLinkBody[link];
    gearFrom[isAtTo ? link : far] = ofLinkBody[link];
    gearTo[isAtTo ? link : far] = to;
  }
  const linkStart = new Uint32Array(count + 1);
  const eachEnd = (visit: (section: number, gear: number, other: number) => void): void => {
    for (let gear = 0; gear < gearCount; gear++) {
      if (linkGear[gear] === NO_GEAR) continue;
      visit(gearFrom[gear], gear, gearTo[gear]);
      visit(gearTo[gear], gear, gearFrom[gear]);
    }
  };
  eachEnd((section) => linkStart[section + 1]++);
  for (let section = 0; section < count; section++) linkStart[section + 1] += linkStart[section];
  const linkAt = new Uint32Array(linkStart[count]);
  const linkLeadsTo = new Uint32Array(linkStart[count]);
  const next = linkStart.slice();
  eachEnd((section, gear, other) => {
    linkAt[next[section]] = gear;
    linkLeadsTo[next[section]++] = other;
  });
  return { count, firstBody, ofNode, ofLinkBody, gearFrom, gearTo, linkStart, linkAt, linkLeadsTo };
}
