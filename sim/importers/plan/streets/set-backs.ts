import { type Problem, problem } from '../../../kernel';
import type { Corner } from './corners';
import type { Arm, Network } from './network';

/** Room for a marked crossing of four metres and a metre before it. */
export const CROSSING_ROOM_M = 5.5;
const LEAST_SET_BACK_M = 1.5;
const ROOMY_LANE_M = 10;
const SHORTEST_LANE_M = 5;

interface Need {
  /** Without it the arms' pavements overlap. */
  readonly hardM: number;
  /** For rounded corners and a crossing, where the link is long enough. */
  readonly softM: number;
}

/** A link that its two junctions would eat up. */
export interface Shortage {
  readonly arm: Arm;
  readonly other: Arm;
  readonly neededM: number;
}

/** Decides each arm's stop line; what is too short for its junctions is a problem. */
export function decideSetBacks(
  network: Network,
  corners: ReadonlyMap<string, readonly Corner[]>,
  deadEndM: (arm: Arm) => number,
  hasCrossing: (arm: Arm) => boolean,
  pathOf: (arm: Arm) => readonly (string | number)[],
): Problem[] {
  return layStopLines(network, corners, deadEndM, hasCrossing).map(({ arm, neededM }) => {
    const link = arm.link;
    const message = `'${link.from}' to '${link.to}' is ${link.lengthM.toFixed(1)} m long, expected at least ${neededM.toFixed(1)} m: its junctions take the rest`;
    return problem('plan.link-too-short', pathOf(arm), message);
  });
}

/** Corners and crossings get their room, short links share what they have; returns those that have too little. */
export function layStopLines(
  network: Network,
  corners: ReadonlyMap<string, readonly Corner[]>,
  deadEndM: (arm: Arm) => number,
  hasCrossing: (arm: Arm) => boolean,
  atLeastM: (arm: Arm) => number = () => 0,
): Shortage[] {
  const shortages: Shortage[] = [];
  const needs = new Map<Arm, Need>();
  for (const [node, arms] of network.arms) {
    for (const arm of arms) {
      const need =
        arms.length === 1 ? { hardM: deadEndM(arm), softM: 0 } : needOf(arm, corners.get(node)!, hasCrossing(arm));
      const hardM = Math.max(need.hardM, atLeastM(arm));
      needs.set(arm, { hardM, softM: Math.max(0, need.softM - (hardM - need.hardM)) });
    }
  }
  const byLink = new Map<Arm['link'], Arm[]>();
  for (const arm of needs.keys()) byLink.set(arm.link, [...(byLink.get(arm.link) ?? []), arm]);
  for (const [link, [a, b]] of byLink) {
    const needA = needs.get(a)!;
    const needB = needs.get(b)!;
    const leftM = link.lengthM - needA.hardM - needB.hardM;
    if (leftM < SHORTEST_LANE_M) {
      shortages.push({ arm: a, other: b, neededM: needA.hardM + needB.hardM + SHORTEST_LANE_M });
    }
    const softM = needA.softM + needB.softM;
    const share = softM === 0 ? 0 : Math.min(1, Math.max(0, (leftM - ROOMY_LANE_M) / softM));
    a.setBackM = needA.hardM + share * needA.softM;
    b.setBackM = needB.hardM + share * needB.softM;
  }
  return shortages;
}

/** What an arm needs before its pavement is clear of its neighbours', but for rounded corners. */
export function leastSetBackM(arm: Arm, corners: readonly Corner[]): number {
  return needOf(arm, corners, false).hardM;
}

function needOf(arm: Arm, corners: readonly Corner[], crossing: boolean): Need {
  let hardM = LEAST_SET_BACK_M;
  let wantedM = LEAST_SET_BACK_M;
  let taperM = 0;
  for (const corner of corners) {
    if (corner.right !== arm && corner.left !== arm) continue;
    if (!corner.meets) {
      taperM = Math.max(taperM, corner.tangentM);
      continue;
    }
    const meetsM = corner.right === arm ? corner.meets.rightM : corner.meets.leftM;
    hardM = Math.max(hardM, meetsM + 0.5);
    wantedM = Math.max(wantedM, Math.max(meetsM, 0) + corner.tangentM);
  }
  // At a bend between widths the lanes shift sideways as well as round: the taper comes before the bend.
  wantedM = Math.max(wantedM, corners.length === 2 && taperM > 1.5 ? wantedM + taperM : taperM);
  if (crossing) wantedM += CROSSING_ROOM_M;
  return { hardM, softM: Math.max(0, wantedM - hardM) };
}
