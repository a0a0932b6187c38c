import { type GridRun, solveGrid } from '../grid-run';
import { conducts, findLive } from '../positions';
import { extendIsland, formIsland, isNearlyEmpty, LEAST_POWER_FACTOR, type MoveLink } from './grow';
import { shedPiece } from './shed';

/**
 * From when a point of the grid has gone dark until its battery holds it. That it is an island must be known within 2 s
 * (IEEE 1547-2018, 8.1.1), breakers part it and automatic transfer has its turn within some more, and inverters raise the
 * voltage softly over seconds, transformers and all (field test: Marchgraber and Gawlik, Energies 13, 5170, 2020). All of
 * it within a minute, which is ours; like other switching it never takes less than one step.
 */
export const BLACK_START_S = 60;
/** After an island was too much, nothing is tried and nothing taken on for so long. Ours. */
export const REST_S = 900;
/** After it was too much although nothing was left to shed. Ours. */
const LONG_REST_S = 3_600;
/** Rounding of a solve. */
const SLACK_KW = 1e-6;

export type IslandCode =
  | 'energy.island-formed'
  | 'energy.island-joined'
  | 'energy.island-empty'
  | 'energy.island-overloaded'
  | 'energy.island-faulted';

export interface IslandTold {
  /** Of a station; answers the happening's id. */
  readonly say: (code: IslandCode, former: number, cause: number) => number;
  /** Of a link that keeps load off an island, or brings it back. */
  readonly moved: (link: number, toOpen: 0 | 1, cause: number) => number;
}

/** Whatever has just been broken: an inverter gives no fault current to speak of, so an island with a fault goes out. */
export function loseFaulty(run: GridRun, cause: number, { say }: IslandTold): void {
  const { grid, positions, islands } = run;
  for (let former = 0; former < islands.count; former++) {
    if (islands.forming[former] === 0 || !hasFault(run, former)) continue;
    end(run, former);
    islands.cause[former] = say('energy.island-faulted', former, cause > 0 ? cause : islands.cause[former]);
  }
  findLive(grid, positions);
}

function hasFault({ grid, positions, islands }: GridRun, former: number): boolean {
  const { linkStart, linkAt, linkLeadsTo, ofNode } = grid.sections;
  if (positions.faulty[ofNode[islands.node[former]]] === 1) return true;
  for (let section = 0; section < grid.sections.count; section++) {
    if (positions.island[section] !== former + 1) continue;
    for (let k = linkStart[section]; k < linkStart[section + 1]; k++) {
      if (positions.faulty[linkLeadsTo[k]] === 1 && conducts(grid, positions, linkAt[k])) return true;
    }
  }
  return false;
}

/** Who cannot carry through the coming step what it carried through the last one, is empty. */
export function loseEmpty(run: GridRun, { say }: IslandTold): void {
  const { grid, positions, islands } = run;
  for (let former = 0; former < islands.count; former++) {
    if (
      islands.forming[former] === 1 &&
      islands.gaveKw[former] > islands.giveKw[former] &&
      isNearlyEmpty(run, former)
    ) {
      runOut(run, former, say);
    }
  }
  findLive(grid, positions);
}

function runOut(run: GridRun, former: number, say: IslandTold['say']): void {
  const { islands } = run;
  end(run, former);
  islands.spent[former] = 1;
  islands.cause[former] = say('energy.island-empty', former, islands.cause[former]);
}

/** After the grid's own switching: who has waited long enough begins, who has room takes on. */
export function beginIslands(run: GridRun, nowS: number, causeAt: (section: number) => number, told: IslandTold): void {
  const { grid, positions, islands } = run;
  const { say } = told;
  const move = moveOf(run, told);
  for (let former = 0; former < islands.count; former++) {
    const node = islands.node[former];
    if (node < 0) continue;
    const section = grid.sections.ofNode[node];
    if (positions.onGrid[section] === 1) islands.spent[former] = 0;
    if (positions.live[section] === 1) {
      islands.darkSinceS[former] = Number.NaN;
      if (islands.forming[former] === 0 || nowS < islands.waitsUntilS[former]) continue;
      extendIsland(run, former, move);
      continue;
    }
    if (Number.isNaN(islands.darkSinceS[former])) islands.darkSinceS[former] = nowS;
    const mayTry = islands.spent[former] === 0 && nowS >= islands.waitsUntilS[former];
    if (!mayTry || islands.powerKw[former] <= 0 || nowS - islands.darkSinceS[former] < BLACK_START_S) continue;
    islands.cause[former] = causeAt(section);
    if (!formIsland(run, former, move)) continue;
    islands.forming[former] = 1;
    islands.gaveKw[former] = 0;
    islands.darkSinceS[former] = Number.NaN;
    islands.cause[former] = say('energy.island-formed', former, islands.cause[former]);
  }
}

/** Sun and wind of an island give way where the battery cannot take what they have over. */
export function curtailSky({ grid, positions, islands, wantedKw, givenKw, skyKw, skyShare }: GridRun): void {
  skyShare.fill(1);
  for (let former = 0; former < islands.count; former++) {
    if (islands.forming[former] === 0) continue;
    let netKw = 0;
    let fromSkyKw = 0;
    for (let node = 0; node < grid.nodeCount; node++) {
      if (positions.island[grid.sections.ofNode[node]] !== former + 1) continue;
      netKw += wantedKw[node] - givenKw[node];
      fromSkyKw += skyKw[node];
    }
    const excessKw = -islands.takeKw[former] - netKw;
    if (excessKw <= 0 || fromSkyKw <= 0) continue;
    const share = Math.max(0, 1 - excessKw / fromSkyKw);
    for (let node = 0; node < grid.nodeCount; node++) {
      if (positions.island[grid.sections.ofNode[node]] !== former + 1) continue;
      skyShare[node] = share;
      givenKw[node] -= (1 - share) * skyKw[node];
    }
  }
}

/** With the flow known: what is too much is shed, and an island that cannot be carried goes out. */
export function holdIslands(run: GridRun, nowS: number, told: IslandTold): void {
  const { grid, positions, islands } = run;
  const move = moveOf(run, told);
  // Each round sheds or loses something, so there are no more of them than links.
  for (let isSettled = false; !isSettled; ) {
    isSettled = true;
    for (let former = 0; former < islands.count && isSettled; former++) {
      if (islands.forming[former] === 0) continue;
      const { kw, kva, isSolved } = slackOf(run, former);
      // Of several batteries at a station some may be empty while others are not: that is less to give, and no end yet.
      const mostKva = islands.powerKw[former] / LEAST_POWER_FACTOR;
      const excessKw = isSolved ? Math.max(kw - islands.giveKw[former], kva - mostKva) : Number.POSITIVE_INFINITY;
      if (excessKw <= SLACK_KW && kw >= -islands.takeKw[former] - SLACK_KW) continue;
      isSettled = false;
      if (isSolved && kw > islands.giveKw[former] && isNearlyEmpty(run, former)) runOut(run, former, told.say);
      else {
        islands.waitsUntilS[former] = nowS + REST_S;
        // A battery that is full, with more fed in than the sky's share, has nothing that it could shed.
        if (excessKw <= SLACK_KW || !shedPiece(run, former, excessKw, move)) {
          end(run, former);
          islands.waitsUntilS[former] = nowS + LONG_REST_S;
          islands.cause[former] = told.say('energy.island-overloaded', former, islands.cause[former]);
        }
      }
    }
    if (isSettled) continue;
    findLive(grid, positions);
    solveGrid(run);
  }
}

/** What the batteries gave, by the last flow: it is given at their nodes like anything else. */
export function noteIslands(run: GridRun): void {
  const { islands, givenKw, netKw } = run;
  islands.gaveKw.fill(0);
  for (let former = 0; former < islands.count; former++) {
    if (islands.forming[former] === 0) continue;
    const { kw } = slackOf(run, former);
    islands.gaveKw[former] = kw;
    givenKw[islands.node[former]] += kw;
    netKw[islands.node[former]] -= kw;
  }
}

function slackOf({ islands, flow, netKw, netKvar }: GridRun, former: number) {
  const node = islands.node[former];
  const perUnit = 1_000 * flow.circuit.baseMva;
  const { balanceP, balanceQ } = flow.now.results;
  const kw = balanceP[node] * perUnit + netKw[node];
  const kvar = balanceQ[node] * perUnit + netKvar[node];
  return { kw, kva: Math.sqrt(kw * kw + kvar * kvar), isSolved: flow.now.isLive[node] === 1 };
}

/** It holds nothing any more. */
export function end({ positions, islands }: GridRun, former: number): void {
  islands.forming[former] = 0;
  islands.gaveKw[former] = 0;
  positions.holds[islands.node[former]] = 0;
}

function moveOf({ positions, islands, linkCause }: GridRun, { moved }: IslandTold): MoveLink {
  return (link, toOpen, former) => {
    positions.open[link] = toOpen;
    islands.partedBy[link] = toOpen === 1 ? former + 1 : 0;
    linkCause[link] = moved(link, toOpen, islands.cause[former]);
  };
}
