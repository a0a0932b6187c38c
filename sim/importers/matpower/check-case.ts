/** Whether a case is one that can be solved, every problem by table, row and column; rows count from 1 as in the file. */
import { fail, type Problem, problem, type Result, succeed, warning } from '../../kernel';
import { BRANCH, BUS, GEN, type MatpowerCase, type Row } from './case';

const MOST_LISTED = 200;
/** A turns ratio beyond this is a mistake in columns or units. */
const LEAST_RATIO = 0.2;
const LARGEST_RATIO = 5;

export function checkCase(given: MatpowerCase): Result<MatpowerCase> {
  const found: Problem[] = [];
  const error = (code: string, path: readonly (string | number)[], message: string) =>
    found.push(problem(`matpower.${code}`, path, message));
  const remark = (code: string, path: readonly (string | number)[], message: string) =>
    found.push(warning(`matpower.${code}`, path, message));
  const { bus, gen, branch, baseMva } = given;
  if (!(baseMva > 0 && Number.isFinite(baseMva)))
    error('base', ['baseMVA'], `met ${baseMva}, expected a number above 0`);
  if (bus.length === 0) error('no-buses', ['bus'], 'expected at least one bus');
  wide('bus', bus, 13);
  wide('gen', gen, 8);
  wide('branch', branch, 11);
  if (found.length > 0) return fail(found.slice(0, MOST_LISTED));

  const rowOf = new Map<number, number>();
  bus.forEach((row, i) => {
    const id = row[BUS.id];
    const path = (column: string) => ['bus', i + 1, column];
    const isNumber = Number.isSafeInteger(id) && id > 0;
    if (!isNumber) error('bus-number', path('bus_i'), `met ${id}, expected a whole number above 0`);
    else if (rowOf.has(id)) error('bus-twice', path('bus_i'), `bus ${id} stands in row ${rowOf.get(id)! + 1} already`);
    else rowOf.set(id, i);
    finite('bus', i, row, { type: 1, Pd: 2, Qd: 3, Gs: 4, Bs: 5, Vm: 7, Va: 8, baseKV: 9 });
    if (![1, 2, 3, 4].includes(row[BUS.type])) error('bus-type', path('type'), `met ${row[BUS.type]}, expected 1 to 4`);
    if (row[BUS.vm] <= 0) error('voltage', path('Vm'), `bus ${id} begins at ${row[BUS.vm]} p.u., expected above 0`);
    if (row[BUS.baseKv] < 0) error('base-kv', path('baseKV'), `met ${row[BUS.baseKv]}, expected 0 or more`);
  });

  const touched = new Set<number>();
  branch.forEach((row, i) => {
    const [from, to] = [row[BRANCH.from], row[BRANCH.to]];
    const path = (column: string) => ['branch', i + 1, column];
    if (!rowOf.has(from)) error('no-such-bus', path('fbus'), `there is no bus ${from}`);
    if (!rowOf.has(to)) error('no-such-bus', path('tbus'), `there is no bus ${to}`);
    if (from === to) error('joins-itself', path('tbus'), `joins bus ${from} with itself`);
    finite('branch', i, row, { r: 2, x: 3, b: 4, rateA: 5, ratio: 8, angle: 9, status: 10 });
    const isOn = row[BRANCH.status] > 0;
    const name = `branch ${from}-${to}`;
    if (row[BRANCH.r] === 0 && row[BRANCH.x] === 0) {
      if (isOn) error('zero-impedance', path('x'), `${name} has no impedance`);
      else remark('zero-impedance', path('x'), `${name}, out of service, has no impedance and can never be closed`);
    }
    const ratio = row[BRANCH.ratio];
    if (ratio !== 0 && !(ratio >= LEAST_RATIO && ratio <= LARGEST_RATIO)) {
      error('tap', path('ratio'), `${name}: met ${ratio}, expected 0 (a line) or ${LEAST_RATIO} to ${LARGEST_RATIO}`);
    }
    if (row[BRANCH.rateA] < 0) error('rating', path('rateA'), `${name}: met ${row[BRANCH.rateA]}, expected 0 or more`);
    if (row[BRANCH.r] < 0)
      remark('negative-resistance', path('r'), `${name} has ${row[BRANCH.r]} p.u.: taken as it is`);
    if (isOn) touched.add(from).add(to);
  });

  const running = new Set<number>();
  gen.forEach((row, i) => {
    const path = (column: string) => ['gen', i + 1, column];
    if (!rowOf.has(row[GEN.bus])) error('no-such-bus', path('bus'), `there is no bus ${row[GEN.bus]}`);
    finite('gen', i, row, { Pg: 1, Qg: 2, Vg: 5, status: 7 });
    if (Number.isNaN(row[GEN.qMax]) || Number.isNaN(row[GEN.qMin])) error('not-a-number', path('Qmax'), 'met NaN');
    if (!(row[GEN.status] > 0)) return;
    running.add(row[GEN.bus]);
    if (!(row[GEN.vg] > 0)) error('voltage', path('Vg'), `bus ${row[GEN.bus]}: met ${row[GEN.vg]}, expected above 0`);
  });

  const typed = (type: number) => bus.filter((row) => row[BUS.type] === type).map((row) => row[BUS.id]);
  if (!typed(3).some((id) => running.has(id))) {
    const next = typed(2).find((id) => running.has(id));
    if (next === undefined)
      error('no-slack', ['bus'], 'no bus holds the angle: expected one of type 3 with a generator');
    else
      remark('slack-moved', ['bus'], `no bus of type 3 has a running generator; bus ${next} holds the angle instead`);
  }
  bus.forEach((row, i) => {
    const id = row[BUS.id];
    if (row[BUS.type] === 4) remark('out-of-service', ['bus', i + 1, 'type'], `bus ${id} is out of service (type 4)`);
    else if (!touched.has(id) && bus.length > 1)
      remark('isolated-bus', ['bus', i + 1], `bus ${id} is on no branch in service`);
    if (row[BUS.type] === 2 && !running.has(id)) {
      remark(
        'no-generator',
        ['bus', i + 1, 'type'],
        `bus ${id} is to hold its voltage and has no generator: it does not`,
      );
    }
  });
  const errors = found.filter((each) => each.severity === 'error');
  if (errors.length === 0) return succeed(given, found.slice(0, MOST_LISTED));
  const more = errors.length - MOST_LISTED;
  return fail([
    ...errors.slice(0, MOST_LISTED),
    ...(more > 0 ? [problem('matpower.more', [], `${more} more problems are not listed`)] : []),
  ]);

  function wide(table: string, rows: readonly Row[], least: number): void {
    const short = rows.findIndex((row) => row.length < least);
    if (short < 0) return;
    error('columns', [table, short + 1], `met ${rows[short].length} columns, expected ${least} or more`);
  }

  function finite(table: string, i: number, row: Row, columns: Readonly<Record<string, number>>): void {
    for (const [name, column] of Object.entries(columns)) {
      if (!Number.isFinite(row[column]))
        error('not-finite', [table, i + 1, name], `met ${row[column]}, expected a number`);
    }
  }
}
