import { BOTH_ENDS, BREAKER } from './gear';
import type { Grid } from './grid';
import { findFaulty, findFed, findLive, type Positions } from './positions';

/**
 * Fault current flows from every supply to the fault; each breaker that it meets last before the fault opens. Switches
 * cannot part it, so the zone between the fault and those breakers goes dead as one. Selective and at once: which relay
 * is quicker by a few tenths of a second is below the step.
 *
 * `tripped` is told of every breaker that opens.
 */
export function clearFaults(grid: Grid, positions: Positions, tripped: (link: number) => void): void {
  findFaulty(grid, positions);
  const { linkGear, linkCount, sections } = grid;
  const { open, linkOut, faulty } = positions;
  for (let link = 0; link < linkCount; link++) {
    if (linkOut[link] === 0 || open[link] === 1 || linkGear[link] !== BOTH_ENDS) continue;
    open[link] = 1;
    tripped(link);
  }
  for (let section = 0; section < sections.count; section++) {
    if (faulty[section] === 1) clearSection(grid, positions, section, tripped);
  }
  findLive(grid, positions);
}

function clearSection(grid: Grid, positions: Positions, faultySection: number, tripped: (link: number) => void): void {
  const { sections, linkGear, supplyNode } = grid;
  const { open, linkOut, faulty, supplyOff } = positions;
  const zone = new Uint8Array(sections.count);
  const breakers: { link: number; beyond: number }[] = [];
  const reached = [faultySection];
  zone[faultySection] = 1;
  for (const section of reached) {
    for (let k = sections.linkStart[section]; k < sections.linkStart[section + 1]; k++) {
      const link = sections.linkAt[k];
      if (open[link] === 1) continue;
      const beyond = sections.linkLeadsTo[k];
      if (linkGear[link] === BREAKER || linkGear[link] === BOTH_ENDS) {
        if (linkOut[link] === 0 || linkGear[link] === BREAKER) breakers.push({ link, beyond });
      } else if (zone[beyond] === 0) {
        zone[beyond] = 1;
        reached.push(beyond);
      }
    }
  }
  // A supply of its own in the zone is cut off by whoever it belongs to, until the fault is.
  for (let i = 0; i < supplyNode.length; i++) if (zone[sections.ofNode[supplyNode[i]]] === 1) supplyOff[i] = 1;
  const feedsIt = new Uint8Array(sections.count);
  const thoughtAway = faulty.slice();
  for (let section = 0; section < sections.count; section++) if (zone[section] === 1) faulty[section] = 1;
  findFed(grid, positions, feedsIt);
  faulty.set(thoughtAway);
  for (const { link, beyond } of breakers) {
    if (zone[beyond] === 1 || feedsIt[beyond] === 0) continue;
    open[link] = 1;
    tripped(link);
  }
}

/** The breaker that opens when a link has grown too hot: its own, or the next towards the supply; −1 where there is none. */
export function breakerFor(grid: Grid, positions: Positions, hotLink: number): number {
  const { sections, linkGear } = grid;
  if (linkGear[hotLink] === BREAKER || linkGear[hotLink] === BOTH_ENDS) return hotLink;
  // From the supplies and the batteries that hold voltage outwards: the last breaker passed on the way to the link's body.
  const goal = sections.ofLinkBody[hotLink];
  const last = new Int32Array(sections.count).fill(-1);
  const seen = new Uint8Array(sections.count);
  const reached: number[] = [];
  for (let node = 0; node < grid.nodeCount; node++) {
    const section = sections.ofNode[node];
    if (positions.holds[node] === 0 && !grid.supplyNode.includes(node)) continue;
    if (seen[section] === 1 || positions.faulty[section] === 1) continue;
    seen[section] = 1;
    reached.push(section);
  }
  for (const section of reached) {
    if (section === goal) return last[section];
    for (let k = sections.linkStart[section]; k < sections.linkStart[section + 1]; k++) {
      const link = sections.linkAt[k];
      const other = sections.linkLeadsTo[k];
      if (seen[other] === 1 || positions.open[link] === 1 || positions.faulty[other] === 1) continue;
      seen[other] = 1;
      last[other] = linkGear[link] === BREAKER || linkGear[link] === BOTH_ENDS ? link : last[section];
      reached.push(other);
    }
  }
  return -1;
}
