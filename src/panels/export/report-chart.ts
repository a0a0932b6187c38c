import type { KpiName } from '../../../sim';
import type { Colour, Pen } from '../../pdf/pen';
import { palette } from './report-palette';

export interface Course {
  readonly name: KpiName;
  readonly title: string;
  readonly seconds: readonly number[];
  readonly a: readonly (number | null)[];
  readonly b: readonly (number | null)[];
  readonly noise: readonly (number | null)[];
  /** A value, and a time of the run, as a person reads them. */
  sayValue(value: number): string;
  sayTime(seconds: number): string;
}

const TITLE = 22;
const AXIS = 52;
const FOOT = 12;
const HOUR_STEPS_S = [300, 600, 900, 1_800, 3_600, 7_200];
const MOST_MARKS = 4;

/** Two courses of one figure: A broken, B whole with its band. */
export function drawCourse(pen: Pen, course: Course, x: number, y: number, width: number, height: number): void {
  const { seconds, a, b, noise } = course;
  pen.text(course.title, x, y + 9, { size: 9, weight: 'bold', colour: palette.ink });
  const edges = b.flatMap((each, i) => (each === null ? [] : [each - (noise[i] ?? 0), each + (noise[i] ?? 0)]));
  const values = [...a, ...edges].filter((each): each is number => each !== null && Number.isFinite(each));
  if (values.length === 0) return;
  const marks = niceMarks(Math.min(...values), Math.max(...values));
  const [low, high] = [marks[0], marks[marks.length - 1]];
  const first = seconds[0];
  const last = seconds[seconds.length - 1];
  const left = x + AXIS;
  const top = y + TITLE;
  const bottom = y + height - FOOT;
  const atX = (second: number) => left + ((second - first) / Math.max(1, last - first)) * (width - AXIS);
  const atY = (value: number) => bottom - ((value - low) / (high - low)) * (bottom - top);
  for (const mark of marks) {
    pen.box(left, atY(mark), width - AXIS, 0.4, palette.rule);
    pen.text(course.sayValue(mark), x, atY(mark) + 2.5, { size: 7, colour: palette.soft });
  }
  const step = HOUR_STEPS_S.find((each) => (last - first) / each <= 6) ?? HOUR_STEPS_S[HOUR_STEPS_S.length - 1];
  for (let second = Math.ceil(first / step) * step; second <= last; second += step) {
    pen.text(course.sayTime(second), Math.min(atX(second) - 8, x + width - 18), bottom + 9, {
      size: 7,
      colour: palette.soft,
    });
  }
  for (const run of runsOf(seconds, b)) {
    const edge = (way: 1 | -1) => run.map((i) => [atX(seconds[i]), atY((b[i] ?? 0) + way * (noise[i] ?? 0))] as const);
    pen.area([...edge(1), ...edge(-1).reverse()], palette.band);
  }
  const draw = (values: readonly (number | null)[], colour: Colour, dash: readonly number[]) => {
    for (const run of runsOf(seconds, values)) {
      pen.line(
        run.map((i) => [atX(seconds[i]), atY(values[i] ?? 0)] as const),
        colour,
        dash.length > 0 ? 0.9 : 1.2,
        dash,
      );
    }
  };
  draw(a, palette.soft, [3, 2]);
  draw(b, palette.accent, []);
}

/** Stretches without a gap, by index. */
function runsOf(seconds: readonly number[], values: readonly (number | null)[]): readonly (readonly number[])[] {
  const runs: number[][] = [[]];
  seconds.forEach((_, i) => {
    const value = values[i];
    if (value !== null && Number.isFinite(value)) runs[runs.length - 1].push(i);
    else if (runs[runs.length - 1].length > 0) runs.push([]);
  });
  return runs.filter((run) => run.length > 1);
}

/** Round numbers around all values: steps of 1, 2 or 5 times a power of ten. */
function niceMarks(least: number, most: number): readonly number[] {
  const span = most > least ? most - least : Math.max(1, Math.abs(most));
  const rough = span / MOST_MARKS;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((each) => each * power).find((each) => each >= rough) ?? 10 * power;
  const from = Math.floor(least / step);
  const to = Math.max(from + 1, Math.ceil(most / step));
  return Array.from({ length: to - from + 1 }, (_, i) => (from + i) * step);
}
