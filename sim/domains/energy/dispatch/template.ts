/**
 * One quarter of an hour of the dispatch program: its columns, its rows and where they meet. The whole program is this
 * step again and again, with entries that reach back to the step before, so that a basis moves on with time by moving
 * up in the arrays.
 */
import { keptShare } from '../plants/energy-store';
import { fuelLine } from '../plants/gas-engine';
import { heatSourceOf } from '../plants/stations';
import type { Hub } from './hub';

export type ColumnKind =
  | 'power' // of an engine, of sun or wind
  | 'running'
  | 'starts'
  | 'heat'
  | 'cold'
  | 'charge'
  | 'discharge'
  | 'held'
  | 'mix'
  | 'exchange' // from the city to a station
  | 'buy'
  | 'sell'
  | 'unserved'
  | 'surplus';

export interface Column {
  readonly kind: ColumnKind;
  /** Place in the hub's list of banks, mixes, stations, demands or nodes, by the kind. */
  readonly of: number;
}

export type RowKind =
  | 'balance'
  | 'gas'
  | 'city-gas'
  | 'most'
  | 'least'
  | 'starts'
  | 'ramp-up'
  | 'ramp-down'
  | 'standing'
  | 'held'
  | 'both-ways';

export interface Row {
  readonly kind: RowKind;
  readonly of: number;
  readonly entries: readonly Entry[];
}

export interface Entry {
  readonly column: number;
  /** 1 reaches back to the step before. */
  readonly lag: 0 | 1;
  readonly factor: number;
  /** Divides the factor by a heat pump's figure at that time. */
  readonly by?: 'cop' | 'coolingCop';
}

export interface StepTemplate {
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  columnOf(kind: ColumnKind, of: number): number;
}

/** With `counted`, every machine that has a minimum load is counted, as an exact plan needs it; else engines alone. */
export function stepTemplate(hub: Hub, stepHours: number, counted = false): StepTemplate {
  const { nodes, demands, banks, mixes, stations } = hub;
  const columns: Column[] = [];
  const known = new Map<string, number>();
  const columnOf = (kind: ColumnKind, of: number) => known.get(`${kind} ${of}`) ?? -1;
  const add = (kind: ColumnKind, of: number) => {
    const column = columns.push({ kind, of }) - 1;
    known.set(`${kind} ${of}`, column);
    return column;
  };
  const balance: Entry[][] = nodes.map(() => []);
  const gas: Entry[][] = stations.map(() => []);
  const rows: Row[] = [];
  const own = (kind: RowKind, of: number, entries: readonly Entry[]) => rows.push({ kind, of, entries });
  const at = (column: number, factor: number, lag: 0 | 1 = 0): Entry => ({ column, factor, lag });

  banks.forEach((bank, b) => {
    const { kind, sizeKw, minimumLoad, efficiency, engine, store, heat, cooling, electricity, station } = bank;
    const ramp = bank.rampPerMinute * 60 * stepHours;
    if (engine) {
      const power = add('power', b);
      const running = add('running', b);
      const starts = add('starts', b);
      const { slope, idle } = fuelLine(engine);
      const fuel = [at(power, slope), at(running, idle * sizeKw)];
      gas[station].push(...fuel);
      balance[electricity].push(at(power, 1));
      if (heat >= 0)
        balance[heat].push(...fuel.map((each) => ({ ...each, factor: each.factor * engine.heatEfficiency })));
      own('most', b, [at(power, 1), at(running, -sizeKw)]);
      own('least', b, [at(power, 1), at(running, -minimumLoad * sizeKw)]);
      own('starts', b, [at(running, 1, 1), at(running, -1), at(starts, 1)]);
      if (ramp < 1) {
        const first = Math.max(minimumLoad, ramp) * sizeKw;
        const kw = ramp * sizeKw;
        own('ramp-up', b, [at(power, -1, 1), at(running, -kw, 1), at(power, 1), at(starts, -first)]);
        // Only one that stands can start: a start is not to be bought for its leap.
        own('standing', b, [at(running, 1, 1), at(starts, 1)]);
        // One that stops may stop from any load: it may have tripped.
        own('ramp-down', b, [
          at(power, 1, 1),
          at(running, -sizeKw, 1),
          at(power, -1),
          at(running, sizeKw - kw),
          at(starts, -sizeKw),
        ]);
      }
      return;
    }
    if (store) {
      const node = kind === 'battery' ? electricity : kind === 'heat-store' ? heat : cooling;
      const [charge, discharge, held] = [add('charge', b), add('discharge', b), add('held', b)];
      balance[node].push(at(charge, -1), at(discharge, 1));
      own('held', b, [
        at(held, -keptShare(store, stepHours), 1),
        at(charge, -store.efficiency * stepHours),
        at(discharge, stepHours / store.efficiency),
        at(held, 1),
      ]);
      return;
    }
    if (kind === 'photovoltaic' || kind === 'wind-turbine') {
      balance[electricity].push(at(add('power', b), 1));
      return;
    }
    const isCold = kind.endsWith('chiller');
    const output = add(isCold ? 'cold' : 'heat', b);
    balance[isCold ? cooling : heat].push(at(output, 1));
    if (kind === 'gas-boiler') gas[station].push(at(output, 1 / efficiency));
    else if (kind === 'absorption-chiller') balance[heat].push(at(output, -1 / efficiency));
    else if (kind === 'electric-chiller') balance[electricity].push(at(output, -1 / efficiency));
    else balance[electricity].push({ ...at(output, -1), by: 'cop' });
    if (heatSourceOf(kind) && bank.coolingKw > 0) {
      const cold = add('cold', b);
      balance[cooling].push(at(cold, 1));
      balance[electricity].push({ ...at(cold, -1), by: 'coolingCop' });
      own('both-ways', b, [at(output, 1 / sizeKw), at(cold, 1 / bank.coolingKw)]);
    }
    if (ramp < 1) own('ramp-up', b, [at(output, -1, 1), at(output, 1)]);
    if (counted && minimumLoad > 0) {
      const running = add('running', b);
      own('most', b, [at(output, 1), at(running, -sizeKw)]);
      own('least', b, [at(output, 1), at(running, -minimumLoad * sizeKw)]);
    }
  });

  mixes.forEach(({ from, to }, m) => {
    const column = add('mix', m);
    balance[from].push(at(column, -1));
    balance[to].push(at(column, 1));
  });
  stations.forEach((_, s) => {
    const column = add('exchange', s);
    balance[0].push(at(column, -1));
    balance[nodes.findIndex((node) => node.station === s && node.carrier === 'electricity')].push(at(column, 1));
  });
  balance[0].push(at(add('buy', 0), 1), at(add('sell', 0), -1));
  demands.forEach(({ node }, d) => {
    balance[node].push(at(add('unserved', d), 1));
  });
  nodes.forEach((_, n) => {
    balance[n].push(at(add('surplus', n), -1));
  });

  balance.forEach((entries, n) => {
    own('balance', n, merged(entries));
  });
  gas.forEach((entries, s) => {
    if (entries.length > 0) own('gas', s, entries);
  });
  if (gas.some((entries) => entries.length > 0)) own('city-gas', 0, gas.flat());
  return { columns, rows: rows.map((row) => ({ ...row, entries: inOrder(row.entries) })), columnOf };
}

/** One column may meet a row twice, as an engine's heat does through its power and its running. */
function merged(entries: readonly Entry[]): Entry[] {
  const found = new Map<string, Entry>();
  for (const each of entries) {
    const key = `${each.column} ${each.lag}`;
    const before = found.get(key);
    found.set(key, before ? { ...each, factor: before.factor + each.factor } : each);
  }
  return [...found.values()];
}

/** Columns of the step before come first: they have the lower numbers. */
function inOrder(entries: readonly Entry[]): Entry[] {
  return [...entries].sort((a, b) => b.lag - a.lag || a.column - b.column);
}
