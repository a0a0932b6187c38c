/** A row of the interventions as a line of their acceptance. */
import type { AcceptLine, AcceptTools, Outcome } from '../line';
import { liveCase } from './crew';
import { deadbandOf, type SeedFigures } from './figures';
import { judge, type Sign, type Verdict } from './judge';
import type { PairedCase, Row } from './row';

export function lineOf(row: Row): AcceptLine {
  return {
    name: `${row.id} ${row.title}`,
    goal: goalOf(row),
    measure: (tools) => measure(row, tools),
  };
}

async function measure(row: Row, tools: AcceptTools): Promise<Outcome> {
  const missing = row.missing === undefined ? '' : `missing: ${row.missing}`;
  if (row.cases.length === 0 && !row.besides) return { held: false, reached: missing, how: 'not lived' };
  const cpuBefore = process.cpuUsage();
  let held = true;
  const told: string[] = [];
  for (const [at, one] of row.cases.entries()) {
    tools.say(`${row.id}, ${one.name}`);
    const outcome = judgeCase(one, await liveCase(row.id, at, tools.seeds, tools));
    if (!outcome.held) held = false;
    told.push(outcome.words);
  }
  if (row.besides) {
    const outcome = await row.besides.measure(tools);
    if (!outcome.held) held = false;
    told.push(`${outcome.held ? '' : 'NOT '}${row.besides.name}: ${outcome.reached}`);
  }
  const { user, system } = process.cpuUsage(cpuBefore);
  return {
    held,
    reached: [...told, missing].filter(Boolean).join('\n             '),
    how: `${tools.seeds} paired seeds, ${howOf(row)}; ${((user + system) / 1e6).toFixed(0)} s of processor time`,
  };
}

export function judgeCase(of: PairedCase, seeds: readonly SeedFigures[]): { held: boolean; words: string } {
  let held = true;
  const conditions = (of.conditions ?? []).map(({ what, least, most }, i) => {
    const values = seeds.map((each) => each.conditions[i]);
    const [low, high] = [Math.min(...values), Math.max(...values)];
    const holds = low >= (least ?? low) && high <= (most ?? high);
    if (!holds) held = false;
    return `${what} ${short(low)} to ${short(high)}${holds ? '' : `, NOT ${least === undefined ? `at most ${most}` : `at least ${least}`}`}`;
  });
  const verdicts = of.expected.map((expectation, i) => {
    const values = {
      a: seeds.map((each) => each.a[i]),
      b: seeds.map((each) => each.b[i]),
      placebo: seeds[0].placebo === null ? null : seeds.map((each) => each.placebo?.[i] ?? Number.NaN),
    };
    const verdict = judge(values, expectation.sign, deadbandOf(expectation));
    if (!verdict.held) held = false;
    return wordsOf(expectation.what, expectation.sign, verdict);
  });
  const where = conditions.length === 0 ? '' : ` (${conditions.join(', ')})`;
  return { held, words: `${of.name}${where}: ${[...verdicts, ...marginWords(seeds)].join('; ')}` };
}

const arrows = new Map<Sign, string>([
  [1, '↑'],
  [-1, '↓'],
  [0, '='],
  ['not-less', '↑ or ='],
  ['not-more', '↓ or ='],
]);

function wordsOf(what: string, sign: Sign, { held, a, difference, band, agree, of, margin }: Verdict): string {
  const change = `${difference >= 0 ? '+' : '−'}${short(Math.abs(difference))} on ${short(a)}`;
  if (sign === 'shown') return `${what} ${change} (shown)`;
  const within =
    sign === 0 ? `, band ±${short(band)}${margin === null ? '' : `, ${(100 * margin).toFixed(0)} % of it left`}` : '';
  return `${held ? '' : 'NOT '}${what} ${arrows.get(sign)} ${agree} of ${of} (${change}${within})`;
}

/** The least that any seed has left. */
function marginWords(seeds: readonly SeedFigures[]): string[] {
  const margins = seeds.flatMap(({ margin }) => (margin === null ? [] : [margin]));
  if (margins.length === 0) return [];
  const least = margins.reduce((one, other) => (other.left < one.left ? other : one));
  const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
  return [`margin ${percent(least.left)} of ${least.limit} at ${least.element} (${percent(least.leftBefore)} without)`];
}

function short(value: number): string {
  if (value === 0) return '0';
  if (Math.abs(value) >= 1e5) return value.toExponential(2);
  return String(Number(value.toPrecision(4)));
}

function goalOf({ cases }: Row): string {
  if (cases.length === 0) return 'the row’s signs';
  const signs = cases.map(({ name, expected }) => {
    const asked = expected.filter(({ sign }) => sign !== 'shown');
    return `${name}: ${asked.map(({ what, sign }) => `${what} ${arrows.get(sign)}`).join(', ')}`;
  });
  return signs.join('; ');
}

function howOf({ cases }: Row): string {
  const places = new Set(cases.map(({ city, minutes }) => `${city} for ${minutes} min`));
  return [...places].join(', ');
}
