/**
 * Mains that are parted, and holes. A parted main lets nothing through and loses gas at both ends. Where it has valves of
 * its own they shut it: within a minute where they are moved from afar (they watch their pressure), by the crew's hand
 * where they are not. A main without loses what the whole section about it holds and gets, until every valve, regulator and gate
 * that bounds the section is shut; who hangs on it has no gas until the main is mended. A valve of the scene stands for
 * the pair at its pipe's ends, as pipes between two valve chambers have it.
 *
 * A hole lets gas out of a main that goes on serving; nobody shuts it off by himself. What is in the middle of a pipe is
 * drawn as halves at its ends.
 */
import type { KnobValues } from '../../../ports';
import { CREW_COMES_S, CREW_VALVE_S, REMOTE_AFTER_S } from './city-gas';
import { holeAreaM2, partedAreaM2 } from './openings';
import type { GasPlan } from './plan';

/** What has to be shut for a main that is parted: pipes and regulators by link, gates by node. */
interface Isolation {
  readonly links: readonly number[];
  readonly gates: readonly number[];
  /** Those that somebody has to walk to come last. */
  readonly atOnce: number;
  readonly isOwn: boolean;
}

export interface Breaks {
  /** Since each main is parted; −1 while it is whole. */
  readonly brokenForS: Float64Array;
  /** From a call until the crew is at each main, now; and as it was when each was parted. */
  readonly crewComesS: Float64Array;
  readonly crewCameS: Float64Array;
  /** 1 once it has been said that a parted main is shut off. */
  readonly told: Uint8Array;
  /** Worked out when first asked for; follows from the scene alone. */
  readonly isolations: Map<number, Isolation>;
}

export function createBreaks({ pipeCount }: GasPlan): Breaks {
  return {
    brokenForS: new Float64Array(pipeCount).fill(-1),
    crewComesS: new Float64Array(pipeCount).fill(CREW_COMES_S),
    crewCameS: new Float64Array(pipeCount).fill(CREW_COMES_S),
    told: new Uint8Array(pipeCount),
    isolations: new Map(),
  };
}

export interface GasKnobs {
  readonly 'gas-pipe.out': KnobValues;
  readonly 'gas-pipe.leak': KnobValues;
  readonly 'gas-supply.pressure': KnobValues;
}

/** Sets valves, holes and gates for the time from now on. Whether anything is open to the air or about to be shut by hand. */
export function applyBreaks(plan: GasPlan, breaks: Breaks, knobs: GasKnobs): boolean {
  const { nodes, links } = plan.network;
  const { brokenForS } = breaks;
  const out = knobs['gas-pipe.out'].values;
  const leak = knobs['gas-pipe.leak'].values;
  const pressure = knobs['gas-supply.pressure'].values;
  let restless = false;
  links.isOpen.fill(1);
  links.isOpen.set(plan.builtOpen);
  nodes.leakAreaM2.fill(0);
  for (let n = 0; n < plan.nodeCount; n++) {
    if (Number.isNaN(plan.suppliedPa[n])) continue;
    const share = Number.isNaN(pressure[n]) ? 1 : pressure[n];
    nodes.isHeld[n] = share > 0 ? 1 : 0;
    nodes.heldPressurePa[n] = share * plan.suppliedPa[n];
  }
  for (let i = 0; i < plan.pipeCount; i++) {
    if (links.isApart[i] === 1) links.isOpen[i] = 0;
    else if (leak[i] > 0) {
      restless = true;
      const half = 0.5 * holeAreaM2(leak[i]);
      nodes.leakAreaM2[links.from[i]] += half;
      nodes.leakAreaM2[links.to[i]] += half;
    }
    if (!(out[i] > 0)) {
      brokenForS[i] = -1;
      breaks.told[i] = 0;
      continue;
    }
    if (brokenForS[i] < 0) {
      brokenForS[i] = 0;
      breaks.crewCameS[i] = breaks.crewComesS[i];
    }
    const isolation = isolationOf(plan, breaks, i);
    const count = shutAfter(isolation, brokenForS[i], breaks.crewCameS[i]);
    const all = isolation.links.length + isolation.gates.length;
    links.isOpen[i] = 0;
    // Gates are shut from afar, together with the remote valves.
    const isCut = count >= isolation.atOnce && isolation.atOnce > 0;
    if (isCut) for (const n of isolation.gates) nodes.isHeld[n] = 0;
    for (let k = 0; k < count - isolation.gates.length; k++) links.isOpen[isolation.links[k]] = 0;
    if (count < all) restless = true;
    if ((isolation.isOwn && count === all) || links.isApart[i] === 1) continue;
    const area = partedAreaM2(links.lengthM[i], links.diameterM[i], links.roughnessM[i], out[i]);
    nodes.leakAreaM2[links.from[i]] += area;
    nodes.leakAreaM2[links.to[i]] += area;
  }
  return restless;
}

/** Of parted mains that nothing loses gas through or into any more. */
export function isShutOff(plan: GasPlan, breaks: Breaks, pipe: number): boolean {
  if (breaks.brokenForS[pipe] < 0) return false;
  const isolation = isolationOf(plan, breaks, pipe);
  return (
    shutAfter(isolation, breaks.brokenForS[pipe], breaks.crewCameS[pipe]) ===
    isolation.links.length + isolation.gates.length
  );
}

export function ageBreaks({ brokenForS }: Breaks, seconds: number): void {
  for (let i = 0; i < brokenForS.length; i++) if (brokenForS[i] >= 0) brokenForS[i] += seconds;
}

/** How many are shut by then: the crew goes from one to the next. */
function shutAfter({ links, gates, atOnce }: Isolation, brokenForS: number, crewCameS: number): number {
  const all = links.length + gates.length;
  if (brokenForS < REMOTE_AFTER_S) return 0;
  const byHand = Math.floor((brokenForS - crewCameS) / CREW_VALVE_S);
  return Math.min(all, atOnce + Math.max(0, byHand));
}

function isolationOf(plan: GasPlan, { isolations }: Breaks, pipe: number): Isolation {
  let isolation = isolations.get(pipe);
  if (isolation === undefined) {
    isolation = plan.valve[pipe] > 0 ? ownValves(plan, pipe) : sectionAbout(plan, pipe);
    isolations.set(pipe, isolation);
  }
  return isolation;
}

function ownValves({ valve }: GasPlan, pipe: number): Isolation {
  return { links: [pipe], gates: [], atOnce: valve[pipe] === 2 ? 1 : 0, isOwn: true };
}

/** All that open mains without valves join to either end of a main, and what leads into it. */
function sectionAbout(plan: GasPlan, pipe: number): Isolation {
  const { links } = plan.network;
  const { valve, pipeCount, regulatorCount, suppliedPa } = plan;
  const reached = new Set([links.from[pipe], links.to[pipe]]);
  const remote = new Set<number>();
  const byHand = new Set<number>();
  for (const n of reached) {
    for (let i = 0; i < pipeCount; i++) {
      if (i === pipe || plan.builtOpen[i] === 0 || (links.from[i] !== n && links.to[i] !== n)) continue;
      if (valve[i] === 0) reached.add(links.from[i] === n ? links.to[i] : links.from[i]);
      else (valve[i] === 2 ? remote : byHand).add(i);
    }
    for (let i = pipeCount; i < pipeCount + regulatorCount; i++) if (links.to[i] === n) remote.add(i);
  }
  const gates = [...reached].filter((n) => !Number.isNaN(suppliedPa[n])).sort((a, b) => a - b);
  const order = (set: Set<number>) => [...set].sort((a, b) => a - b);
  return {
    links: [...order(remote), ...order(byHand)],
    gates,
    atOnce: remote.size + gates.length,
    isOwn: false,
  };
}
