/**
 * Who is reached from a pressure that is held. Whoever is not is dead: no pressure, no flow, nothing served; a state of
 * the network and no error. A regulator or pressure control supplies what is behind it and not what is before it, a flow
 * control neither. Where the pipes' own content counts (line-pack), every node about which pipes lie keeps itself alive.
 */
import { LinkKind } from './network';
import { potentialOf } from './potential';
import { LinkState, type PipeSolver } from './solver';

/** Sets `isSupplied`, `isActive`, `isPinned`, and the potential of whatever is pinned. */
export function markSupplied(solver: PipeSolver): void {
  const { network, state, isSupplied, isActive, isPinned, linkStart, linkAt, queue, ground } = solver;
  const { nodes, links } = network;
  isSupplied.fill(0);
  isPinned.fill(0);
  let filled = 0;
  for (let n = 0; n < nodes.count; n++) {
    const stores = ground.stepSeconds > 0 && ground.capacity[n] > 0;
    if (nodes.isHeld[n] === 0 && !stores) continue;
    isSupplied[n] = 1;
    queue[filled++] = n;
  }
  for (let read = 0; read < filled; read++) {
    const n = queue[read];
    for (let s = linkStart[n]; s < linkStart[n + 1]; s++) {
      const i = linkAt[s];
      if (links.isOpen[i] === 0 || state.linkState[i] === LinkState.shut) continue;
      const kind = links.kind[i];
      if (kind === LinkKind.flowControl) continue;
      const oneWay = kind === LinkKind.regulator || kind === LinkKind.pressureControl;
      if (oneWay && links.to[i] === n) continue;
      const other = links.from[i] === n ? links.to[i] : links.from[i];
      if (isSupplied[other] !== 0) continue;
      isSupplied[other] = 1;
      queue[filled++] = other;
    }
  }
  for (let n = 0; n < nodes.count; n++) {
    if (nodes.isHeld[n] !== 0) pin(solver, n, nodes.heldPressurePa[n]);
  }
  for (let i = 0; i < links.count; i++) {
    const passes = links.isOpen[i] !== 0 && state.linkState[i] !== LinkState.shut;
    const alive = passes && isSupplied[links.from[i]] !== 0 && isSupplied[links.to[i]] !== 0;
    const holds = alive && state.linkState[i] === LinkState.holding;
    isActive[i] = alive && !holds && links.kind[i] !== LinkKind.flowControl ? 1 : 0;
    if (!alive) state.massFlowKgPerS[i] = 0;
    else if (links.kind[i] === LinkKind.flowControl) state.massFlowKgPerS[i] = links.setting[i];
    // Two behind which one node lies: the higher one holds it.
    if (
      holds &&
      (isPinned[links.to[i]] === 0 || potentialAt(solver, links.to[i], links.setting[i]) > state.potential[links.to[i]])
    )
      pin(solver, links.to[i], links.setting[i]);
  }
}

function pin(solver: PipeSolver, n: number, gaugePa: number): void {
  solver.isPinned[n] = 1;
  solver.state.potential[n] = potentialAt(solver, n, gaugePa);
}

/** The potential of a gauge pressure at a node. */
export function potentialAt({ network: { fluid }, ambientPa }: PipeSolver, n: number, gaugePa: number): number {
  if (fluid.phase === 'liquid') return gaugePa;
  const absolute = gaugePa + ambientPa[n];
  return fluid.law === 'low' ? absolute : potentialOf(fluid.compressibility, absolute);
}

/** Groups of dead nodes that hang together, each ascending; by their first node. */
export function deadIslands(solver: PipeSolver): number[][] {
  const { network, isSupplied, linkStart, linkAt, state } = solver;
  const { nodes, links } = network;
  const seen = new Uint8Array(nodes.count);
  const islands: number[][] = [];
  for (let first = 0; first < nodes.count; first++) {
    if (isSupplied[first] !== 0 || seen[first] !== 0) continue;
    const island = [first];
    seen[first] = 1;
    for (let read = 0; read < island.length; read++) {
      const n = island[read];
      for (let s = linkStart[n]; s < linkStart[n + 1]; s++) {
        const i = linkAt[s];
        if (links.isOpen[i] === 0 || state.linkState[i] === LinkState.shut) continue;
        const other = links.from[i] === n ? links.to[i] : links.from[i];
        if (isSupplied[other] !== 0 || seen[other] !== 0) continue;
        seen[other] = 1;
        island.push(other);
      }
    }
    islands.push(island.sort((a, b) => a - b));
  }
  return islands;
}
