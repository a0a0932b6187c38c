import { BOTH_ENDS, NO_GEAR } from './gear';
import type { GridLinks } from './grid';

/**
 * What no switch can part: a section is live, dead or faulty as one. A link with gear joins two sections; its body
 * belongs to one of them, or to none where it has gear at both ends.
 */
export interface Sections {
  readonly count: number;
  readonly ofNode: Uint32Array;
  /** The section that a fault on the link is in; −1 for a link with gear at both ends. */
  readonly ofLinkBody: Int32Array;
  /** Links with gear at a section: linkAt[k], k from linkStart[s] to linkStart[s + 1] − 1. */
  readonly linkStart: Uint32Array;
  readonly linkAt: Uint32Array;
  /** The section at the other end of that link. */
  readonly linkLeadsTo: Uint32Array;
}

export function findSections(links: GridLinks): Sections {
  const { nodeCount, linkCount, linkFrom, linkTo, linkGear, gearAtTo, normallyOpen } = links;
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
  const ofLinkBody = new Int32Array(linkCount).fill(-1);
  const linkStart = new Uint32Array(count + 1);
  for (let link = 0; link < linkCount; link++) {
    if (linkGear[link] === BOTH_ENDS) continue;
    ofLinkBody[link] = ofNode[gearAtTo[link] === 1 ? linkFrom[link] : linkTo[link]];
  }
  const eachEnd = (visit: (section: number, link: number, other: number) => void): void => {
    for (let link = 0; link < linkCount; link++) {
      if (linkGear[link] === NO_GEAR) continue;
      const from = ofNode[linkFrom[link]];
      const to = ofNode[linkTo[link]];
      visit(from, link, to);
      visit(to, link, from);
    }
  };
  eachEnd((section) => linkStart[section + 1]++);
  for (let section = 0; section < count; section++) linkStart[section + 1] += linkStart[section];
  const linkAt = new Uint32Array(linkStart[count]);
  const linkLeadsTo = new Uint32Array(linkStart[count]);
  const next = linkStart.slice();
  eachEnd((section, link, other) => {
    linkAt[next[section]] = link;
    linkLeadsTo[next[section]++] = other;
  });
  return { count, ofNode, ofLinkBody, linkStart, linkAt, linkLeadsTo };
}
