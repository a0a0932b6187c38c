/** The report of a comparison as a PDF: what differs, by how much and how surely, for somebody who has not got the page. */
import { type Intervention, type KpiName, kpis, reportDiseases } from '../../../sim';
import {
  type Catalogue,
  formatClock,
  formatMoment,
  formatShare,
  formatWithUnit,
  type Language,
  languageNames,
} from '../../i18n';
import { type Photograph, writeDocument } from '../../pdf/document';
import { type DrawLetter, Letters } from '../../pdf/letters';
import { type TextLook, widthOf } from '../../pdf/pen';
import { Sheet } from '../../pdf/sheet';
import type { KeptComparison } from '../../scenarios/kept-comparison';
import type { SceneFacts } from '../../state/scene-facts';
import { type DifferenceRow, scaleOf, sortRows } from '../compare/difference-rows';
import { sayPeople } from '../compare/people-words';
import { verdictWord } from '../figures/difference';
import { drawCourse } from './report-chart';
import { palette } from './report-palette';

export interface ReportInput {
  readonly text: Catalogue;
  readonly language: Language;
  readonly city: string;
  readonly facts: SceneFacts | null;
  readonly found: KeptComparison;
  readonly isPartial: boolean;
  readonly isStale: boolean;
  readonly startClockSeconds: number;
  readonly a: Side;
  readonly b: Side;
  readonly picture: (Omit<Photograph, 'name'> & { readonly seconds: number }) | null;
}

export interface Side {
  readonly name: string;
  /** None where it is no longer known. */
  readonly changes: readonly Intervention[] | null;
  describe(change: Intervention): string;
}

const body: TextLook = { size: 9.5, colour: palette.ink };
const small: TextLook = { size: 8, colour: palette.soft };
const MOST_PICTURE_HEIGHT = 285;
const COURSE_HEIGHT = 116;
const COURSE_GAP = 12;
/** Courses of the figures that differ most; the table has them all. */
const MOST_COURSES = 10;
const ROW = 17;

export async function writeReport(
  input: ReportInput,
  draw: DrawLetter,
  progressed: (share: number) => Promise<void>,
): Promise<Blob> {
  const sheet = new Sheet(new Letters(draw));
  const parts = [drawHead, drawChanges, drawFound, drawCourses, drawMethod, drawSources];
  for (const [i, part] of parts.entries()) {
    part(sheet, input);
    await progressed((i + 1) / (parts.length + 1));
  }
  const { text, language, city, found, picture } = input;
  const when = formatMoment(found.madeMs, language);
  sheet.foot((page, of) => text.export.foot({ page, of, city, when }), { ...small, size: 7.5 }, palette.rule);
  const file = await writeDocument({
    title: `${text.export.reportTitle} · ${city}`,
    language: languageNames[language].tag,
    pages: sheet.pages,
    letters: sheet.letters,
    pictures: picture ? [{ ...picture, name: 'view' }] : [],
    made: new Date(),
  });
  await progressed(1);
  return file;
}

function heading(sheet: Sheet, words: string): void {
  sheet.need(60);
  sheet.gap(14);
  sheet.paragraph(words, { size: 13, weight: 'bold', colour: palette.accent });
  sheet.pen.box(sheet.left, sheet.y + 1, sheet.width, 0.6, palette.strong);
  sheet.gap(6);
}

function drawHead(sheet: Sheet, { text, language, city, found, a, b, picture, ...input }: ReportInput): void {
  const words = text.export;
  const clock = (seconds: number) => formatClock(input.startClockSeconds + seconds, false);
  sheet.paragraph(`织城 Cityloom · ${city}`, { size: 9, colour: palette.soft });
  sheet.paragraph(words.reportTitle, { size: 22, weight: 'bold', colour: palette.ink });
  sheet.paragraph(words.named({ name: 'A', what: a.name }), { size: 12, weight: 'bold', colour: palette.soft });
  sheet.paragraph(words.named({ name: 'B', what: b.name }), { size: 12, weight: 'bold', colour: palette.accent });
  const { seeds } = found.comparison;
  const about = text.compare.about({
    from: clock(found.forkSeconds),
    to: clock(found.untilSeconds),
    seeds: seeds.length,
  });
  sheet.paragraph(`${about} · ${formatMoment(found.madeMs, language)}`, small);
  const alarm = { ...body, weight: 'bold', colour: palette.alarm } as const;
  if (input.isPartial) sheet.paragraph(text.compare.partial({ count: seeds.length }), alarm);
  if (input.isStale) sheet.paragraph(text.compare.stale, alarm);
  const said = sayPeople(found.comparison, text, language);
  if (said !== null) {
    sheet.gap(6);
    sheet.paragraph(said, { size: 12, colour: palette.ink });
  }
  const diseases = reportDiseases((name) => found.comparison.kpis[name]?.sign).map(
    ({ disease, verdict }) => `${text.diseases.names[disease]}: ${text.diseases.verdicts[verdict]}`,
  );
  sheet.paragraph(diseases.join(' · '), body);
  if (!picture) return;
  sheet.gap(10);
  const scale = Math.min(sheet.width / picture.width, MOST_PICTURE_HEIGHT / picture.height);
  const [width, height] = [picture.width * scale, picture.height * scale];
  sheet.need(height + 20);
  sheet.pen.picture('view', sheet.left, sheet.y, width, height);
  sheet.gap(height + 2);
  sheet.paragraph(words.caption({ scenario: b.name, time: clock(picture.seconds) }), small);
}

function drawChanges(sheet: Sheet, { text, a, b, startClockSeconds }: ReportInput): void {
  const words = text.export;
  const clock = (seconds: number) => formatClock(startClockSeconds + seconds, false);
  heading(sheet, words.changes);
  for (const [letter, { name, changes, describe }] of [['A', a] as const, ['B', b] as const]) {
    sheet.paragraph(words.named({ name: letter, what: name }), { ...body, weight: 'bold' });
    if (changes === null) sheet.paragraph(words.unknownChanges, body);
    if (changes?.length === 0) sheet.paragraph(words.noChanges, body);
    for (const change of changes ?? []) {
      const { fromSeconds, untilSeconds } = change;
      const from = clock(fromSeconds);
      const when = untilSeconds === null ? words.from({ time: from }) : words.until({ from, to: clock(untilSeconds) });
      sheet.paragraph(`• ${describe(change)} (${when})`, body);
    }
    sheet.gap(4);
  }
}

function drawFound(sheet: Sheet, input: ReportInput): void {
  const { text, found } = input;
  const words = text.export;
  const { differ, same } = sortRows(found.comparison.kpis);
  heading(sheet, words.found);
  if (differ.length === 0) sheet.paragraph(text.compare.nothing, body);
  else {
    tableHead(sheet, text);
    const scale = scaleOf(differ);
    for (const row of differ) tableRow(sheet, input, row, scale);
  }
  if (same.length === 0) return;
  sheet.gap(8);
  sheet.paragraph(words.within, { ...body, weight: 'bold' });
  sheet.paragraph(same.map(({ name }) => text.kpis[name].name).join(text.export.listComma), small);
}

/** Left edges of the columns, as shares of the width. */
const COLUMNS = { name: 0, a: 0.26, b: 0.38, bar: 0.49, difference: 0.6, verdict: 0.91 } as const;

function tableHead(sheet: Sheet, text: Catalogue): void {
  const look: TextLook = { size: 8, weight: 'bold', colour: palette.soft };
  sheet.need(ROW + 4);
  const y = sheet.y + 10;
  const at = (column: keyof typeof COLUMNS) => sheet.left + COLUMNS[column] * sheet.width;
  sheet.pen.text(text.export.figure, at('name'), y, look);
  sheet.pen.text('A', at('a'), y, look);
  sheet.pen.text('B', at('b'), y, look);
  sheet.pen.text(text.export.difference, at('difference'), y, look);
  sheet.pen.text(text.export.verdict, at('verdict'), y, look);
  sheet.gap(ROW - 2);
}

function tableRow(sheet: Sheet, { text, language }: ReportInput, row: DifferenceRow, scale: number): void {
  const { compared, share, verdict } = row;
  const { unit } = kpis[row.name];
  const size = Math.max(Math.abs(compared.a), Math.abs(compared.b));
  const say = (value: number, signed = false) => formatWithUnit(value, unit, language, { signed, scaleOf: size });
  const isTurned = sheet.pen;
  sheet.need(ROW);
  if (sheet.pen !== isTurned) tableHead(sheet, text);
  const at = (column: keyof typeof COLUMNS) => sheet.left + COLUMNS[column] * sheet.width;
  const y = sheet.y + 11;
  const look: TextLook = { size: 8.5, colour: palette.ink };
  const colour = verdict === 'better' ? palette.better : verdict === 'worse' ? palette.worse : palette.soft;
  sheet.pen.box(sheet.left, sheet.y, sheet.width, 0.4, palette.rule);
  fitted(sheet, text.kpis[row.name].name, at('name'), y, at('a') - at('name') - 6, look);
  fitted(sheet, say(compared.a), at('a'), y, at('b') - at('a') - 4, look);
  fitted(sheet, say(compared.b), at('b'), y, at('bar') - at('b') - 4, look);
  const room = (at('difference') - at('bar')) / 2 - 8;
  const middle = at('bar') + room;
  const length = Math.max(-1, Math.min(1, share / scale)) * room;
  sheet.pen.box(Math.min(middle, middle + length), sheet.y + 4.5, Math.abs(length), 8, colour);
  sheet.pen.box(middle, sheet.y + 2.5, 0.6, 12, palette.strong);
  const percent = Number.isFinite(share) ? ` (${share > 0 ? '+' : ''}${formatShare(share, language)})` : '';
  const said = `${say(compared.difference, true)} ± ${say(compared.noise)}${percent}`;
  fitted(sheet, said, at('difference'), y, at('verdict') - at('difference') - 4, look);
  fitted(sheet, verdictWord(verdict, text), at('verdict'), y, sheet.left + sheet.width - at('verdict'), {
    ...look,
    weight: 'bold',
    colour,
  });
  sheet.gap(ROW);
}

/** Smaller where there is no room for it as it is: a number is never cut. */
function fitted(sheet: Sheet, words: string, x: number, y: number, room: number, look: TextLook): void {
  const width = widthOf(sheet.letters, words, look);
  sheet.pen.text(words, x, y, width > room ? { ...look, size: (look.size * room) / width } : look);
}

function drawCourses(sheet: Sheet, { text, language, found, startClockSeconds }: ReportInput): void {
  const { seconds, kpis: courses } = found.series;
  const rows = sortRows(found.comparison.kpis).differ.filter(({ name }) => courses[name] !== undefined);
  if (rows.length === 0 || seconds.length < 2) return;
  heading(sheet, text.export.courses);
  sheet.paragraph(text.export.coursesNote, small);
  const width = (sheet.width - COURSE_GAP) / 2;
  rows.slice(0, MOST_COURSES).forEach(({ name }, i) => {
    const course = courses[name];
    if (!course) return;
    if (i % 2 === 0) sheet.need(COURSE_HEIGHT + COURSE_GAP);
    const x = sheet.left + (i % 2) * (width + COURSE_GAP);
    const title = text.kpis[name].name;
    const sayTime = (second: number) => formatClock(startClockSeconds + second, false);
    const sayValue = (value: number) => formatWithUnit(value, kpis[name].unit, language);
    const drawn = { name, title, seconds, ...course, sayTime, sayValue };
    drawCourse(sheet.pen, drawn, x, sheet.y + COURSE_GAP, width, COURSE_HEIGHT);
    if (i % 2 === 1 || i === Math.min(rows.length, MOST_COURSES) - 1) sheet.gap(COURSE_HEIGHT + COURSE_GAP);
  });
}

function drawMethod(sheet: Sheet, { text, found, facts, startClockSeconds }: ReportInput): void {
  const words = text.export;
  const clock = (seconds: number) => formatClock(startClockSeconds + seconds, false);
  heading(sheet, words.assumptions);
  if (facts?.illustrative) sheet.paragraph(text.facts.illustrative, { ...body, weight: 'bold' });
  sheet.paragraph(words.method, body);
  sheet.paragraph(words.window({ from: clock(found.forkSeconds), to: clock(found.untilSeconds) }), body);
  sheet.paragraph(words.seeds({ seeds: found.comparison.seeds.join(', ') }), body);
  const { engineVersion: version, sceneHash: scene, aHash, bHash } = found;
  sheet.paragraph(words.engine({ version, scene, a: aHash, b: bHash }), body);
  const names: readonly KpiName[] = sortRows(found.comparison.kpis).differ.map(({ name }) => name);
  if (names.length === 0) return;
  sheet.gap(6);
  sheet.paragraph(words.formulas, { ...body, weight: 'bold' });
  for (const name of names)
    sheet.paragraph(words.named({ name: text.kpis[name].name, what: text.kpis[name].formula }), small);
}

function drawSources(sheet: Sheet, { text, facts }: ReportInput): void {
  if (!facts || facts.sources.length === 0) return;
  heading(sheet, text.export.sources);
  for (const { title, publisher, licence, note, confidence } of facts.sources) {
    const trust = (text.facts.confidence as Readonly<Record<string, string>>)[confidence] ?? confidence;
    sheet.paragraph(`• ${title}`, { ...small, weight: 'bold', colour: palette.ink });
    const about = [publisher, trust, `${text.facts.licence}: ${licence}`, note].filter(Boolean).join(' · ');
    sheet.paragraph(about, small, { x: sheet.left + 8, width: sheet.width - 8 });
  }
}
