/**
 * Check valves and regulators decide by what has been found, and the network is solved again until none changes its mind.
 * A regulator that holds opens wide when there is less before it than it should hold and loses itself wide open (its ζ
 * says how much it passes at most), and shuts when gas would flow back through it; wide open it holds again when there
 * is more behind it than it should be.
 */
import { LinkKind } from './network';
import { LinkState, type PipeSolver } from './solver';
import { potentialAt } from './supply';

/** Relative to the pressures about: less is rounding. */
const PRESSURE_BAND = 1e-7;
/** A link that has changed its mind so often keeps it, and is named. */
const MOST_CHANGES = 12;

/** How every link stands before anything is known. */
export function resetControls({ network: { links }, state }: PipeSolver): void {
  for (let i = 0; i < links.count; i++) {
    const holds = links.kind[i] === LinkKind.regulator || links.kind[i] === LinkKind.pressureControl;
    state.linkState[i] = holds ? LinkState.holding : LinkState.open;
  }
}

/** Whether anyone changed; `changes` counts by link. */
export function settleControls(solver: PipeSolver, flowBand: number, changes: Uint8Array): boolean {
  const { network, state, isSupplied } = solver;
  const { links } = network;
  let changed = false;
  for (const list of [solver.checkValves, solver.regulators]) {
    for (let k = 0; k < list.length; k++) {
      const i = list[k];
      if (links.isOpen[i] === 0 || links.kind[i] === LinkKind.pressureControl) continue;
      // What only feeds, behind a link that lets nothing back, is dead however often it is tried.
      const isSettled = state.linkState[i] === LinkState.shut && isSupplied[links.to[i]] === 0 && changes[i] > 1;
      if (isSettled) continue;
      const wanted =
        links.kind[i] === LinkKind.checkValve ? checkValve(solver, i, flowBand) : regulator(solver, i, flowBand);
      if (wanted === state.linkState[i] || changes[i] >= MOST_CHANGES) continue;
      state.linkState[i] = wanted;
      changes[i]++;
      changed = true;
    }
  }
  return changed;
}

/**
 * Shuts regulators that hold what feeds them, by an open way round: what runs in such a ring is undecided. They come
 * back when the rest is found and there is more before them than behind. Whether there were any.
 */
export function shutByPassed(solver: PipeSolver): boolean {
  const { network, state, isActive, linkStart, linkAt, queue } = solver;
  const { links, nodes } = network;
  let any = false;
  for (let k = 0; k < solver.regulators.length; k++) {
    const i = solver.regulators[k];
    if (state.linkState[i] !== LinkState.holding || links.kind[i] !== LinkKind.regulator) continue;
    const reached = new Uint8Array(nodes.count);
    let filled = 1;
    queue[0] = links.to[i];
    reached[links.to[i]] = 1;
    for (let read = 0; read < filled && reached[links.from[i]] === 0; read++) {
      for (let s = linkStart[queue[read]]; s < linkStart[queue[read] + 1]; s++) {
        const at = linkAt[s];
        if (isActive[at] === 0) continue;
        const other = links.from[at] === queue[read] ? links.to[at] : links.from[at];
        if (reached[other] !== 0) continue;
        reached[other] = 1;
        queue[filled++] = other;
      }
    }
    if (reached[links.from[i]] === 0) continue;
    state.linkState[i] = LinkState.shut;
    any = true;
  }
  return any;
}

/** Links that would still change and were not let. */
export function restlessLinks({ network: { links } }: PipeSolver, changes: Uint8Array): number[] {
  const found: number[] = [];
  for (let i = 0; i < links.count; i++) if (changes[i] >= MOST_CHANGES) found.push(i);
  return found;
}

function checkValve(solver: PipeSolver, i: number, flowBand: number): number {
  const { network, state, isSupplied } = solver;
  const { links } = network;
  if (state.linkState[i] === LinkState.open) {
    return state.massFlowKgPerS[i] < -flowBand ? LinkState.shut : LinkState.open;
  }
  if (isSupplied[links.from[i]] === 0) return LinkState.shut;
  // What is dead behind it may be fed through it.
  if (isSupplied[links.to[i]] === 0) return LinkState.open;
  return pushes(solver, i) ? LinkState.open : LinkState.shut;
}

/** Whether something would flow through a shut link its own way: more before it than behind it and the height between. */
function pushes(solver: PipeSolver, i: number): boolean {
  const { network, state } = solver;
  const [from, to] = [network.links.from[i], network.links.to[i]];
  const band = PRESSURE_BAND * Math.max(Math.abs(state.potential[from]), Math.abs(state.potential[to]));
  return reaching(solver, i) - state.potential[to] > band;
}

/** The potential before a link as it would come out behind it, were there no loss: less the height between its ends. */
function reaching({ network, state, staticCoefficient, squaredDensity }: PipeSolver, i: number): number {
  const { links, fluid } = network;
  const [from, to] = [links.from[i], links.to[i]];
  const inSquares = fluid.phase === 'gas' && fluid.law === 'squares';
  const height = staticCoefficient[i] * (inSquares ? 0.5 * (squaredDensity[from] + squaredDensity[to]) : 1);
  return state.potential[from] - height;
}

function regulator(solver: PipeSolver, i: number, flowBand: number): number {
  const { network, state, isSupplied } = solver;
  const { links } = network;
  const [from, to] = [links.from[i], links.to[i]];
  if (isSupplied[from] === 0) return state.linkState[i];
  const set = potentialAt(solver, to, links.setting[i]);
  const before = reaching(solver, i);
  const behind = isSupplied[to] === 0 ? Number.NEGATIVE_INFINITY : state.potential[to];
  const band = PRESSURE_BAND * Math.max(Math.abs(set), Math.abs(before));
  const now = state.linkState[i];
  if (now === LinkState.shut) {
    if (behind > set - band || (isSupplied[to] !== 0 && !pushes(solver, i))) return LinkState.shut;
    return before >= set ? LinkState.holding : LinkState.open;
  }
  if (state.massFlowKgPerS[i] < -flowBand) return LinkState.shut;
  if (now === LinkState.holding) {
    if (behind > set + band) return LinkState.shut; // a stronger one holds the same node
    const flow = state.massFlowKgPerS[i];
    return before - solver.squareCoefficient[i] * flow * flow < set - band ? LinkState.open : LinkState.holding;
  }
  return behind > set + band ? LinkState.holding : LinkState.open;
}
