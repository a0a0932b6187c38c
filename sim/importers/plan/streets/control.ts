import type { JunctionControl } from '../../../scene/schema/roads';
import { turnBetween } from '../../geometry/polyline';
import { classRank } from '../class-defaults';
import type { StreetPlan } from '../plan';
import { leaving } from './movements';
import type { Arm } from './network';
import { pathsMeet, type SignalledTurn } from './signal-stages';

/** Signals where three or more arms of collectors, arterials or expressways meet, and where the plan asks for them. */
export function wantsSignal(plan: StreetPlan, node: string, arms: readonly Arm[]): boolean {
  if (arms.some((arm) => arm.link.ring) || arms.length < 2) return false;
  if (plan.signals !== 'auto') return plan.signals.includes(node);
  if (plan.noSignals?.includes(node)) return false;
  if (plan.moreSignals?.includes(node)) return true;
  return arms.filter((arm) => arm.rank >= classRank.collector).length >= 3;
}

/** How right of way is settled where there is no signal. */
export function controlOf(
  arms: readonly Arm[],
  turns: readonly SignalledTurn[],
): { control: JunctionControl; major: readonly Arm[] } {
  const ring = arms.filter((arm) => arm.link.ring);
  if (ring.length > 0) return { control: 'roundabout', major: ring.filter((arm) => arm.inbound) };
  const conflict = turns.some((a, i) => turns.slice(i + 1).some((b) => pathsMeet(a, b)));
  if (!conflict) return { control: 'free', major: [] };
  const low = arms.every((arm) => arm.rank <= classRank.local);
  if (low && arms.every((arm) => arm.rank === arms[0].rank)) return { control: 'right-before-left', major: [] };
  return { control: 'priority', major: majorPair(arms).filter((arm) => arm.inbound) };
}

/** The two arms that make the through road: highest together, then the same street, then the straightest. */
function majorPair(arms: readonly Arm[]): Arm[] {
  let pair: Arm[] = [];
  let best = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < arms.length; i++) {
    for (let j = i + 1; j < arms.length; j++) {
      const [a, b] = [arms[i], arms[j]];
      const straightness = -turnBetween(leaving(a), leaving(b)).cosine;
      const sameStreet = a.link.street.id === b.link.street.id ? 3 : 0;
      const score = (a.rank + b.rank) * 10 + sameStreet + straightness;
      if (score > best) {
        best = score;
        pair = [a, b];
      }
    }
  }
  return pair;
}
