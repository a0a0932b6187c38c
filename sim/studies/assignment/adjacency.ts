import type { AssignmentProblem } from './problem';

/** Links by the node that they leave: outLink[k], k from outStart[node] to outStart[node + 1] − 1, with where each leads. */
export interface Adjacency {
  readonly outStart: Int32Array;
  readonly outLink: Int32Array;
  readonly outTo: Int32Array;
}

export function linksByTail({ nodeCount, linkCount, linkFrom, linkTo }: AssignmentProblem): Adjacency {
  const outStart = new Int32Array(nodeCount + 1);
  for (let link = 0; link < linkCount; link++) outStart[linkFrom[link] + 1]++;
  for (let node = 0; node < nodeCount; node++) outStart[node + 1] += outStart[node];
  const filled = outStart.slice(0, nodeCount);
  const outLink = new Int32Array(linkCount);
  const outTo = new Int32Array(linkCount);
  for (let link = 0; link < linkCount; link++) {
    const k = filled[linkFrom[link]]++;
    outLink[k] = link;
    outTo[k] = linkTo[link];
  }
  return { outStart, outLink, outTo };
}
