/**
 * What is not symmetric in a network of pipes is of small rank: a pump in gas, whose lift in p² leans on its inlet, and a
 * regulator that holds, whose inlet gives what its outlet's neighbours take. M = S + Σ u vᵀ is solved by the
 * Sherman–Morrison–Woodbury identity with the symmetric factor: one more pair of triangular solves for each.
 */
import { solve } from '../sparse';
import { LinkState, type PipeSolver } from './solver';

interface RankOne {
  /** Where u is not 0, and with what. */
  readonly uAt: number[];
  readonly u: number[];
  readonly vAt: number[];
  readonly v: number[];
}

/** The terms of the present iterate. Empty in most networks. */
export function asymmetricTerms(solver: PipeSolver): RankOne[] {
  const { network, isPinned, isActive, isSupplied, slope, lean, linkStart, linkAt } = solver;
  const { links } = network;
  const terms: RankOne[] = [];
  for (let k = 0; k < solver.pumps.length; k++) {
    const i = solver.pumps[k];
    const [from, to] = [links.from[i], links.to[i]];
    if (isActive[i] === 0 || lean[i] === 0 || isPinned[from] !== 0) continue;
    const uAt = isPinned[to] === 0 ? [from, to] : [from];
    terms.push({ uAt, u: [1, -1].slice(0, uAt.length), vAt: [from], v: [lean[i] / slope[i]] });
  }
  for (let k = 0; k < solver.regulators.length; k++) {
    const r = solver.regulators[k];
    const [from, to] = [links.from[r], links.to[r]];
    if (!holdsNow(solver, r) || isPinned[from] !== 0 || isSupplied[from] === 0) continue;
    const share = shareOf(solver, r);
    const vAt: number[] = [];
    const v: number[] = [];
    for (let s = linkStart[to]; s < linkStart[to + 1]; s++) {
      const i = linkAt[s];
      if (isActive[i] === 0) continue;
      const other = links.from[i] === to ? links.to[i] : links.from[i];
      if (isPinned[other] !== 0) continue;
      vAt.push(other);
      v.push(-share / slope[i]);
    }
    terms.push({ uAt: [from], u: [1], vAt, v });
  }
  return terms;
}

/** Whether a regulator is what holds the node behind it. */
export function holdsNow({ network: { links, nodes }, state, isSupplied }: PipeSolver, i: number): boolean {
  return (
    links.isOpen[i] !== 0 &&
    state.linkState[i] === LinkState.holding &&
    isSupplied[links.from[i]] !== 0 &&
    nodes.isHeld[links.to[i]] === 0
  );
}

/** Regulators that hold one node at one pressure share what it takes equally; one with a lower set point gives nothing. */
export function shareOf(solver: PipeSolver, i: number): number {
  const { network, linkStart, linkAt } = solver;
  const { links } = network;
  const to = links.to[i];
  let equal = 0;
  for (let s = linkStart[to]; s < linkStart[to + 1]; s++) {
    const other = linkAt[s];
    if (links.to[other] !== to || !holdsNow(solver, other)) continue;
    if (links.setting[other] > links.setting[i]) return 0;
    if (links.setting[other] === links.setting[i]) equal++;
  }
  return 1 / equal;
}

/** Rounds in which regulators one behind the other are gone through before anything else is thought of. */
const MOST_ROUNDS = 4;

/**
 * Corrects `step`, the symmetric system's solution, into that of the whole; false where the terms leave no solution.
 * Regulators between zones only ever act upstream, so putting their terms on the right side ends after as many rounds
 * as there are regulators behind one another; gas pumps and by-passed regulators take the identity.
 */
export function correctForTerms(solver: PipeSolver, terms: readonly RankOne[], step: Float64Array): boolean {
  const k = terms.length;
  if (k === 0) return true;
  const dot = ({ vAt, v }: RankOne, of: Float64Array) => vAt.reduce((sum, n, at) => sum + v[at] * of[n], 0);
  const first = step.slice();
  const corrected = new Float64Array(step.length);
  let weights = terms.map((term) => dot(term, step));
  for (let round = 0; round < MOST_ROUNDS; round++) {
    corrected.set(solver.right);
    terms.forEach(({ uAt, u }, a) => {
      uAt.forEach((n, at) => {
        corrected[n] -= u[at] * weights[a];
      });
    });
    solve(solver.factor, corrected, corrected);
    const next = terms.map((term) => dot(term, corrected));
    if (next.every((weight, a) => weight === weights[a])) {
      step.set(corrected);
      return true;
    }
    weights = next;
  }
  step.set(first);
  const columns = terms.map(({ uAt, u }) => {
    const column = new Float64Array(step.length);
    uAt.forEach((n, at) => {
      column[n] += u[at];
    });
    solve(solver.factor, column, column);
    return column;
  });
  const rows = terms.map((term, a) => {
    const row = new Float64Array(k + 1);
    for (let b = 0; b < k; b++) row[b] = dot(term, columns[b]) + (a === b ? 1 : 0);
    row[k] = dot(term, step);
    return row;
  });
  for (let p = 0; p < k; p++) {
    let best = p;
    for (let a = p + 1; a < k; a++) if (Math.abs(rows[a][p]) > Math.abs(rows[best][p])) best = a;
    [rows[p], rows[best]] = [rows[best], rows[p]];
    if (!(Math.abs(rows[p][p]) > 1e-14)) return false;
    for (let a = 0; a < k; a++) {
      if (a === p) continue;
      const factor = rows[a][p] / rows[p][p];
      for (let b = p; b <= k; b++) rows[a][b] -= factor * rows[p][b];
    }
  }
  for (let p = 0; p < k; p++) {
    const weight = rows[p][k] / rows[p][p];
    for (let n = 0; n < step.length; n++) step[n] -= weight * columns[p][n];
  }
  return true;
}
