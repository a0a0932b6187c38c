import type { PressureNetwork } from '../../kernel';

/** What each node touches: links (pipes, then pumps) by node. */
export interface Touches {
  readonly start: Int32Array;
  readonly link: Int32Array;
}

export function touchesOf({ heightM, heldCount, pipeFrom, pipeTo, pumpFrom, pumpTo }: PressureNetwork): Touches {
  const nodes = heightM.length + heldCount;
  const pipes = pipeFrom.length;
  const start = new Int32Array(nodes + 1);
  const count = (n: number) => start[n + 1]++;
  pipeFrom.forEach(count);
  pipeTo.forEach(count);
  pumpFrom.forEach(count);
  pumpTo.forEach(count);
  for (let n = 0; n < nodes; n++) start[n + 1] += start[n];
  const next = start.slice(0, nodes);
  const link = new Int32Array(start[nodes]);
  for (let i = 0; i < pipes; i++) {
    link[next[pipeFrom[i]]++] = i;
    link[next[pipeTo[i]]++] = i;
  }
  for (let j = 0; j < pumpFrom.length; j++) {
    link[next[pumpFrom[j]]++] = pipes + j;
    link[next[pumpTo[j]]++] = pipes + j;
  }
  return { start, link };
}

/** Marks who has a way from a held node: along open pipes either way, through running pumps only forwards. */
export function markFed(
  network: PressureNetwork,
  { start, link }: Touches,
  pipeIsOpen: Uint8Array,
  pumpRuns: (pump: number) => boolean,
): Uint8Array {
  const { heightM, heldCount, pipeFrom, pipeTo, pumpFrom, pumpTo } = network;
  const inner = heightM.length;
  const pipes = pipeFrom.length;
  const fed = new Uint8Array(inner + heldCount);
  const queue = new Int32Array(inner + heldCount);
  let end = 0;
  for (let k = 0; k < heldCount; k++) {
    fed[inner + k] = 1;
    queue[end++] = inner + k;
  }
  for (let at = 0; at < end; at++) {
    const n = queue[at];
    for (let t = start[n]; t < start[n + 1]; t++) {
      const i = link[t];
      let to: number;
      if (i < pipes) {
        if (pipeIsOpen[i] === 0) continue;
        to = pipeFrom[i] === n ? pipeTo[i] : pipeFrom[i];
      } else {
        if (pumpFrom[i - pipes] !== n || !pumpRuns(i - pipes)) continue;
        to = pumpTo[i - pipes];
      }
      if (fed[to] === 1) continue;
      fed[to] = 1;
      queue[end++] = to;
    }
  }
  return fed;
}
