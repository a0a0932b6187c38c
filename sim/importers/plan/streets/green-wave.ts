import { classRank } from '../class-defaults';
import type { StreetPlan } from '../plan';
import type { PlanLink } from '../plan-links';
import type { Program } from './signal-program';

/**
 * Offsets by which a platoon that keeps a street's speed along its path meets green after green. Greater streets are
 * served first; a street that crosses one already served is timed from that crossing. The program's second zero comes at
 * clock seconds that leave the offset as remainder of the cycle.
 */
export function offsetsOf(
  plan: StreetPlan,
  links: readonly PlanLink[],
  programs: ReadonlyMap<string, Program>,
): Map<string, number> {
  const offsets = new Map<string, number>();
  const chains = plan.streets
    .filter((street) => classRank[street.class] >= classRank.collector)
    .map((street) => ({ street, stops: signalsAlong(links, street.id, programs) }))
    .filter(({ stops }) => stops.length > 1)
    .sort(
      (a, b) =>
        classRank[b.street.class] - classRank[a.street.class] ||
        b.stops.length - a.stops.length ||
        (a.street.id < b.street.id ? -1 : 1),
    );
  for (const { stops } of chains) {
    const cycle = stops.map(({ node }) => programs.get(node)!.cycleSeconds);
    const anchor = stops.findIndex(({ node }) => offsets.has(node));
    const from = Math.max(anchor, 0);
    const base = anchor < 0 ? 0 : offsets.get(stops[anchor].node)! + stops[anchor].greenAt - stops[anchor].arrives;
    stops.forEach((stop, k) => {
      if (offsets.has(stop.node) || cycle[k] !== cycle[from]) return;
      offsets.set(stop.node, wrap(Math.round(base + stop.arrives - stop.greenAt), cycle[k]));
    });
  }
  for (const node of programs.keys()) if (!offsets.has(node)) offsets.set(node, 0);
  return offsets;
}

interface Stop {
  readonly node: string;
  /** Seconds from the street's beginning at its own speed. */
  readonly arrives: number;
  /** Second of the cycle at which the street's through traffic turns green. */
  readonly greenAt: number;
}

function signalsAlong(links: readonly PlanLink[], street: string, programs: ReadonlyMap<string, Program>): Stop[] {
  const stops: Stop[] = [];
  let arrives = 0;
  const pass = (node: string) => {
    const program = programs.get(node);
    const stage =
      program?.stages.findIndex(({ through }) => through.some((arm) => arm.link.street.id === street)) ?? -1;
    if (stage >= 0 && !stops.some((stop) => stop.node === node)) {
      stops.push({ node, arrives, greenAt: program!.stageStarts[stage] });
    }
  };
  for (const link of links) {
    if (link.street.id !== street || link.ring) continue;
    pass(link.from);
    arrives += link.lengthM / (link.section.speedKmh / 3.6);
    pass(link.to);
  }
  return stops;
}

const wrap = (seconds: number, cycle: number): number => ((seconds % cycle) + cycle) % cycle;
