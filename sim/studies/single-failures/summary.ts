import type { FailureClass } from './judge';
import type { FailureRow, FailureStudy } from './study';

export interface ClassCount {
  readonly count: number;
  readonly absorbed: number;
  readonly felt: number;
  readonly cascades: number;
  /** Of those that leave customers without power, how many keep within DL/T 256-2012. */
  readonly withoutPower: number;
  readonly securityKept: number;
}

export interface FailureSummary {
  readonly all: ClassCount;
  readonly parts: ClassCount;
  readonly events: ClassCount;
  readonly byKind: Readonly<Record<string, ClassCount>>;
}

export function summarise({ rows }: FailureStudy): FailureSummary {
  const kinds = [...new Set(rows.map(({ kind }) => kind))];
  return {
    all: countOf(rows),
    parts: countOf(rows.filter(({ level }) => level === 'part')),
    events: countOf(rows.filter(({ level }) => level === 'event')),
    byKind: Object.fromEntries(kinds.map((kind) => [kind, countOf(rows.filter((row) => row.kind === kind))])),
  };
}

function countOf(rows: readonly FailureRow[]): ClassCount {
  const of = (name: FailureClass) => rows.filter((row) => row.class === name).length;
  const dark = rows.filter(({ security }) => security !== null);
  return {
    count: rows.length,
    absorbed: of('absorbed'),
    felt: of('felt'),
    cascades: of('cascades'),
    withoutPower: dark.length,
    securityKept: dark.filter(({ security }) => security === 'kept').length,
  };
}

const percent = (part: number, whole: number): string => (whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`);

/** A table of kinds, and a line for every failure: class, what is missing, what is nearest to a limit, who is reached. */
export function describeFailures(study: FailureStudy): string {
  const { all, parts, events, byKind } = summarise(study);
  const row = (name: string, of: ClassCount) =>
    [
      name.padEnd(22),
      String(of.count).padStart(6),
      percent(of.absorbed, of.count).padStart(9),
      percent(of.felt, of.count).padStart(9),
      percent(of.cascades, of.count).padStart(9),
      of.withoutPower === 0 ? '' : `${of.securityKept} of ${of.withoutPower} within DL/T 256`,
    ].join('  ');
  return [
    `${'kind'.padEnd(22)}   count   absorbed       felt   cascades`,
    ...Object.entries(byKind).map(([kind, of]) => row(kind, of)),
    row('one part', parts),
    row('one event', events),
    row('all', all),
    ...study.leftOut.map(({ kind, domain, count }) => `left out: ${count} of ${kind}, since ${domain} takes no part`),
    '',
    ...study.rows.map(lineOf),
  ].join('\n');
}

function lineOf({ kind, element, class: found, margin, lost, changed, failedIn, tripped }: FailureRow): string {
  const near =
    margin === null
      ? 'no limit'
      : `${(100 * margin.left).toFixed(0)} % left of ${margin.limit} at ${margin.element}${margin.isFelt ? '' : ' (unmoved)'}`;
  const missing = lost.map(({ kpi, missing: much }) => `${kpi} ${much.toFixed(1)}`);
  const reached = changed.map(({ port, elements }) => `${port} ×${elements.length}`);
  const why = [...missing, ...reached, ...(tripped > 0 ? [`${tripped} tripped`] : [])].join(', ');
  const where = failedIn.length > 0 ? ` [${failedIn.join(', ')}]` : '';
  return `${found.padEnd(8)}  ${kind.padEnd(20)}  ${element}  ${near}${why === '' ? '' : `; ${why}`}${where}`;
}
