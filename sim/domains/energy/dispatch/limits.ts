import type { LinearConflict, LinearSolution, LinearSolver } from '../../../kernel';
import { UNSERVED_YUAN } from './aims';
import type { DispatchModel } from './program';
import type { ColumnKind, RowKind } from './template';

/** Something that stands in the way: what kind of limit, of which machine, station, node or demand. */
export interface Limit {
  readonly kind: ColumnKind | RowKind;
  readonly element: string;
}

/** A demand that goes without, from when to when, by how much, and because of which limits. */
export interface Shortage {
  readonly demand: string;
  readonly fromStep: number;
  readonly untilStep: number;
  readonly missedKwh: number;
  readonly because: readonly Limit[];
}

const MISSED_KW = 1e-3;
/** A limit is to blame when a kW more of it is worth so much of what going without costs. */
const WORTH_SHARE = 0.05;

/**
 * The demands that a plan leaves unserved, with the limits that bind there: by their prices, which are those of going
 * without where a limit is the reason and those of fuel where it is not.
 */
export function shortagesOf(model: DispatchModel, solution: LinearSolution): Shortage[] {
  const { hub, template, steps, stepHours, program } = model;
  const width = template.columns.length;
  const shortages: Shortage[] = [];
  hub.demands.forEach(({ id, node, priority }, d) => {
    const column = template.columnOf('unserved', d);
    const { station } = hub.nodes[node];
    let from = -1;
    let missedKwh = 0;
    let because = new Map<string, Limit>();
    for (let t = 0; t <= steps; t++) {
      const kw = t < steps ? solution.columns[t * width + column] : 0;
      if (kw > MISSED_KW) {
        if (from < 0) from = t;
        missedKwh += kw * stepHours;
        const worth = WORTH_SHARE * Math.min(UNSERVED_YUAN[priority] * stepHours, program.cost[t * width + column]);
        for (const limit of bindingAt(model, solution, t, station, worth))
          because.set(`${limit.kind} ${limit.element}`, limit);
      } else if (from >= 0) {
        shortages.push({ demand: id, fromStep: from, untilStep: t, missedKwh, because: [...because.values()] });
        from = -1;
        missedKwh = 0;
        because = new Map();
      }
    }
  });
  return shortages;
}

function bindingAt(model: DispatchModel, solution: LinearSolution, t: number, station: number, worth: number): Limit[] {
  const { template, hub } = model;
  const found: Limit[] = [];
  const isNear = (element: Place) => station < 0 || element.station < 0 || element.station === station;
  template.columns.forEach(({ kind, of }, c) => {
    if (kind === 'unserved' || kind === 'surplus') return;
    const price = solution.columnDuals[t * template.columns.length + c];
    const place = placeOfColumn(model, kind, of);
    // Power can come to a station short of it, or be kept from it, at its cable's either end.
    // A store may be too small or too empty.
    const binds = kind === 'exchange' || kind === 'held' ? Math.abs(price) > worth : -price > worth;
    if (binds && isNear(place)) found.push({ kind, element: place.element });
  });
  template.rows.forEach(({ kind, of }, r) => {
    if (kind !== 'gas' && kind !== 'city-gas' && kind !== 'ramp-up' && kind !== 'both-ways') return;
    const place: Place =
      kind === 'city-gas'
        ? { element: 'city', station: -1 }
        : kind === 'gas'
          ? { element: hub.stations[of].id, station: of }
          : { element: hub.banks[of].id, station: hub.banks[of].station };
    // What a kW of gas or of ramp is worth is less than what it makes; any such price is the shortage's.
    if (Math.abs(solution.rowDuals[t * template.rows.length + r]) > worth && isNear(place)) {
      found.push({ kind, element: place.element });
    }
  });
  return found;
}

interface Place {
  readonly element: string;
  readonly station: number;
}

function placeOfColumn({ hub }: DispatchModel, kind: ColumnKind, of: number): Place {
  switch (kind) {
    case 'exchange':
      return { element: hub.stations[of].id, station: of };
    case 'buy':
    case 'sell':
      return { element: 'city', station: -1 };
    case 'mix':
      return { element: hub.nodes[hub.mixes[of].to].id, station: hub.nodes[hub.mixes[of].to].station };
    case 'unserved':
      return { element: hub.demands[of].id, station: hub.nodes[hub.demands[of].node].station };
    case 'surplus':
      return { element: hub.nodes[of].id, station: hub.nodes[of].station };
    default:
      return { element: hub.banks[of].id, station: hub.banks[of].station };
  }
}

/** One of the limits that cannot hold together, with the step that it belongs to. */
export interface StepLimit extends Limit {
  readonly step: number;
}

/**
 * If nobody may go without: which limits contradict one another, with none too many; empty where all can be served. The
 * solver's own proof, slower than the prices and independent of them.
 */
export function whyNotAll(model: DispatchModel, solver: LinearSolver): StepLimit[] {
  const { template, program, hub } = model;
  const { columns, rows } = template;
  const columnUpper = program.columnUpper.slice();
  for (let at = 0; at < model.steps * columns.length; at++) {
    const { kind } = columns[at % columns.length];
    if (kind === 'unserved') columnUpper[at] = 0;
    // These bounds only follow from others: the others are the reason.
    else if (kind === 'mix' || kind === 'surplus') columnUpper[at] = Number.POSITIVE_INFINITY;
  }
  const strict = { ...program, columnUpper };
  if (solver.solve(strict).status === 'optimal') return [];
  const conflict: LinearConflict = solver.conflict(strict);
  const ofColumns = Array.from(conflict.columns, (at): StepLimit => {
    const { kind, of } = columns[at % columns.length];
    return { kind, element: placeOfColumn(model, kind, of).element, step: Math.floor(at / columns.length) };
  });
  const ofRows = Array.from(conflict.rows, (at): StepLimit => {
    const { kind, of } = rows[at % rows.length];
    const step = Math.floor(at / rows.length);
    if (kind === 'balance') return { kind, element: hub.nodes[of].id, step };
    if (kind === 'gas') return { kind, element: hub.stations[of].id, step };
    return { kind, element: kind === 'city-gas' ? 'city' : hub.banks[of].id, step };
  });
  const isIn = ({ step }: StepLimit) => step < model.steps;
  return [...ofRows, ...ofColumns].filter(isIn);
}
