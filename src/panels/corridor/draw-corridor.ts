/** Draws a time–distance diagram: time to the right, distance upwards, signals as bars across at their stop lines. */
import { CORRIDOR_LIGHT, type CorridorPlan } from '../../../sim';
import { formatClock } from '../../i18n';
import type { CorridorRecord } from '../../state/corridor-record';

export interface DiagramColours {
  readonly ink: string;
  readonly soft: string;
  readonly rule: string;
  readonly free: string;
  readonly slow: string;
  readonly standing: string;
  readonly red: string;
  readonly yellow: string;
  readonly green: string;
  readonly font: string;
}

export interface DiagramView {
  readonly widthPx: number;
  readonly heightPx: number;
  /** Pixels of a letter's height; everything is measured in it. */
  readonly em: number;
  readonly fromSeconds: number;
  readonly toSeconds: number;
  /** The city's clock when the run began. */
  readonly startClock: number;
  /** Of each of the plan's lines. */
  readonly names: readonly string[];
  /** Of the stretch that was clicked: shaded. */
  readonly chosen: { readonly fromM: number; readonly toM: number } | undefined;
}

/** Shares of the limit below which a vehicle is slow, and as good as standing. */
const SLOW_SHARE = 0.6;
const STANDING_SHARE = 0.15;
const TOGETHER_S = 6;
const TICKS_S = [60, 120, 300, 600];
const RED = 1;
const YELLOW = 2;
const DARK = 5;

export function drawCorridor(
  pen: CanvasRenderingContext2D,
  plan: CorridorPlan,
  record: CorridorRecord,
  view: DiagramView,
  colours: DiagramColours,
): void {
  const { widthPx, heightPx, em, fromSeconds, toSeconds } = view;
  const left = Math.min(13 * em, widthPx * 0.3);
  const [right, top, bottom] = [widthPx - em, 0.8 * em, heightPx - 2.2 * em];
  const x = (seconds: number) => left + ((seconds - fromSeconds) / (toSeconds - fromSeconds)) * (right - left);
  const y = (distanceM: number) => bottom - (distanceM / plan.lengthM) * (bottom - top);
  pen.clearRect(0, 0, widthPx, heightPx);
  pen.font = `${em}px ${colours.font}`;
  if (view.chosen) {
    pen.fillStyle = colours.rule;
    pen.globalAlpha = 0.35;
    pen.fillRect(left, y(view.chosen.toM), right - left, y(view.chosen.fromM) - y(view.chosen.toM));
    pen.globalAlpha = 1;
  }
  drawAxes(pen, plan, view, colours, { left, right, top, bottom, x, y });
  pen.save();
  pen.beginPath();
  pen.rect(left, top, right - left, bottom - top);
  pen.clip();
  drawWays(pen, plan, record, view, colours, x, y);
  for (const [line, { atM }] of plan.lines.entries()) drawSignal(pen, record, line, view, colours, x, y(atM));
  pen.restore();
}

interface Frame {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  x(seconds: number): number;
  y(distanceM: number): number;
}

function drawAxes(
  pen: CanvasRenderingContext2D,
  plan: CorridorPlan,
  { em, fromSeconds, toSeconds, startClock, names }: DiagramView,
  colours: DiagramColours,
  { left, right, top, bottom, x, y }: Frame,
): void {
  pen.lineWidth = 1;
  pen.strokeStyle = colours.rule;
  pen.strokeRect(left, top, right - left, bottom - top);
  pen.fillStyle = colours.soft;
  pen.textAlign = 'center';
  pen.textBaseline = 'top';
  const widest = (6 * em * (toSeconds - fromSeconds)) / (right - left);
  const tick = TICKS_S.find((each) => each >= widest) ?? 1_800;
  const clock = startClock + fromSeconds;
  for (let at = Math.ceil(clock / tick) * tick; at <= startClock + toSeconds; at += tick) {
    const px = x(at - startClock);
    pen.beginPath();
    pen.moveTo(px, top);
    pen.lineTo(px, bottom);
    pen.stroke();
    if (px > left + em && px < right - em) pen.fillText(formatClock(at, false), px, bottom + 0.4 * em);
  }
  pen.textAlign = 'right';
  pen.textBaseline = 'middle';
  pen.fillText('0', left - 0.4 * em, bottom);
  // From below upwards: a name that would lie over another is left out.
  let free = bottom - 1.2 * em;
  plan.lines.forEach(({ atM }, line) => {
    const py = y(atM);
    if (py > free) return;
    free = py - 1.2 * em;
    pen.fillText(shortened(pen, names[line], left - 0.9 * em), left - 0.4 * em, py);
  });
  if (top <= free) pen.fillText(`${Math.round(plan.lengthM)} m`, left - 0.4 * em, top + 0.3 * em);
}

function shortened(pen: CanvasRenderingContext2D, name: string, roomPx: number): string {
  if (pen.measureText(name).width <= roomPx) return name;
  let end = name.length;
  while (end > 1 && pen.measureText(`${name.slice(0, end)}…`).width > roomPx) end--;
  return `${name.slice(0, end)}…`;
}

function drawWays(
  pen: CanvasRenderingContext2D,
  plan: CorridorPlan,
  record: CorridorRecord,
  { em, fromSeconds }: DiagramView,
  colours: DiagramColours,
  x: (seconds: number) => number,
  y: (distanceM: number) => number,
): void {
  const [free, slow, standing] = [new Path2D(), new Path2D(), new Path2D()];
  const last = new Map<number, number>();
  const limitAt = (distanceM: number) => {
    const found = plan.stretches.find(({ toM }) => distanceM <= toM);
    return (found ?? plan.stretches[plan.stretches.length - 1]).limitMps;
  };
  for (let k = record.numberFrom(fromSeconds - TOGETHER_S); k < record.count; k++) {
    const at = record.at(k);
    const before = last.get(record.who[at]);
    last.set(record.who[at], at);
    if (before === undefined || record.seconds[at] - record.seconds[before] > TOGETHER_S) continue;
    const wayM = record.distanceM[at] - record.distanceM[before];
    if (wayM < -1) continue;
    const mps = wayM / (record.seconds[at] - record.seconds[before]);
    const share = mps / limitAt(record.distanceM[at]);
    const path = share < STANDING_SHARE ? standing : share < SLOW_SHARE ? slow : free;
    path.moveTo(x(record.seconds[before]), y(record.distanceM[before]));
    path.lineTo(x(record.seconds[at]), y(record.distanceM[at]));
  }
  pen.lineCap = 'round';
  for (const [path, colour, width] of [
    [free, colours.free, 0.07],
    [slow, colours.slow, 0.12],
    [standing, colours.standing, 0.2],
  ] as const) {
    pen.strokeStyle = colour;
    pen.lineWidth = width * em;
    pen.stroke(path);
  }
  pen.lineCap = 'butt';
}

/** Red is a thick bar, green a thin line: told apart without their colours. */
function drawSignal(
  pen: CanvasRenderingContext2D,
  { lights, untilSeconds }: CorridorRecord,
  line: number,
  { em, fromSeconds }: DiagramView,
  colours: DiagramColours,
  x: (seconds: number) => number,
  atPx: number,
): void {
  const piece = (from: number, to: number, shown: number) => {
    if (shown === 0 || to <= fromSeconds) return;
    pen.strokeStyle =
      shown === RED ? colours.red : shown === YELLOW ? colours.yellow : shown === DARK ? colours.ink : colours.green;
    pen.lineWidth = (shown === RED || shown === YELLOW ? 0.36 : 0.14) * em;
    pen.setLineDash(shown === DARK ? [0.3 * em, 0.3 * em] : []);
    pen.beginPath();
    pen.moveTo(x(from), atPx);
    pen.lineTo(x(to), atPx);
    pen.stroke();
  };
  let [since, shown] = [Number.NaN, 0];
  for (let i = 0; i < lights.length; i += CORRIDOR_LIGHT) {
    if (lights[i + 1] !== line) continue;
    piece(since, lights[i], shown);
    [since, shown] = [lights[i], lights[i + 2]];
  }
  piece(since, untilSeconds, shown);
  pen.setLineDash([]);
}
