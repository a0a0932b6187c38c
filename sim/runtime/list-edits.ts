import {
  type Intervention,
  type KindTable,
  MAX_INTERVENTIONS,
  parseIntervention,
  parseInterventions,
} from '../interventions';
import { fail, problem, type Result, succeed, warning } from '../kernel';

type List = readonly Intervention[];

/**
 * One more, from its own start. One whose start has passed is live from now on and says so: what was acknowledged, not
 * the date it bears, is what a replay repeats.
 */
export function withAdded(list: List, raw: unknown, nowSeconds: number, kinds: KindTable): Result<List> {
  const parsed = parseIntervention(raw, ['intervention'], kinds);
  if (!parsed.ok) return parsed;
  const one = parsed.value;
  // One more than a saved run is read with would be acknowledged, and lost with its worker.
  if (list.length >= MAX_INTERVENTIONS) {
    const message = `expected at most ${MAX_INTERVENTIONS} interventions on the list, which are there already`;
    return fail([problem('intervention.count', ['intervention'], message)]);
  }
  if (list.some((each) => each.id === one.id)) {
    const message = `'${one.id}' is on the list already; expected a name of its own`;
    return fail([problem('intervention.duplicate-id', ['intervention', 'id'], message)]);
  }
  if (one.untilSeconds !== null && one.untilSeconds <= nowSeconds) {
    const message = `expected an end after now, ${nowSeconds} s; found ${one.untilSeconds} s`;
    return fail([problem('intervention.over', ['intervention', 'untilSeconds'], message)]);
  }
  const late = one.fromSeconds < nowSeconds;
  const message = `its start at ${one.fromSeconds} s has passed; it acts from now on, ${nowSeconds} s`;
  const warnings = late ? [warning('intervention.started-late', ['intervention', 'fromSeconds'], message)] : [];
  return succeed([...list, one], warnings);
}

/** One more that is lived from its own start: nothing about it is late, and it may be over by now. */
export function withLived(list: List, raw: unknown, kinds: KindTable): Result<Intervention> {
  const added = withAdded(list, raw, 0, kinds);
  return added.ok ? succeed(added.value[added.value.length - 1]) : added;
}

export function withoutOne(list: List, id: string): Result<List> {
  if (!list.some((each) => each.id === id)) return unknown(id);
  return succeed(list.filter((each) => each.id !== id));
}

/** Ended now; one that has not begun is taken off, since it will never have been. */
export function withReverted(list: List, id: string, nowSeconds: number, isActing: boolean): Result<List> {
  const one = list.find((each) => each.id === id);
  if (one === undefined) return unknown(id);
  if (!isActing || one.fromSeconds >= nowSeconds) {
    if (one.untilSeconds !== null && one.untilSeconds <= nowSeconds) {
      const message = `'${id}' ended at ${one.untilSeconds} s; expected one that acts now or later`;
      return fail([problem('intervention.over', ['id'], message)]);
    }
    const rest = list.filter((each) => each.id !== id);
    return succeed(rest, [warning('intervention.never-began', ['id'], `'${id}' had not begun and is off the list`)]);
  }
  return succeed(list.map((each) => (each.id === id ? { ...each, untilSeconds: nowSeconds } : each)));
}

export function withAll(raw: unknown, kinds: KindTable): Result<List> {
  return parseInterventions(raw, ['interventions'], kinds);
}

export function unknown<T>(id: string): Result<T> {
  return fail([problem('intervention.unknown', ['id'], `no intervention '${String(id).slice(0, 60)}' is on the list`)]);
}
