import { create } from 'zustand';
import { isAtRest, SECTION_STRIDE } from './section-state';

/** What the newest frame says of the galleries, at the pace of people; arrays are replaced, never written to. */
interface TunnelsNow {
  readonly sections: Float32Array;
  readonly crews: Float32Array;
  readonly robots: Float32Array;
  /** Run seconds at which a section was first seen not at rest, by slot; NaN for those that are. */
  readonly seenSeconds: Float64Array;
}

export type TunnelRows = Pick<TunnelsNow, 'sections' | 'crews' | 'robots'>;

const READING_PERIOD_MS = 250;
/** What is new after a longer time has begun somewhere in it. At the fastest pace a quarter of a second is less. */
const LEAP_SECONDS = 120;
const NOTHING = new Float32Array(0);
export const noTunnelRows: TunnelRows = { sections: NOTHING, crews: NOTHING, robots: NOTHING };
const nothing: TunnelsNow = { ...noTunnelRows, seenSeconds: new Float64Array(0) };

export const useTunnelsNow = create<TunnelsNow>(() => nothing);

let waiting: { readonly rows: TunnelRows; readonly seconds: number } | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;
let toldMs = Number.NEGATIVE_INFINITY;
let toldSeconds = 0;

/** Takes what the picture has copied of a frame; whoever reads hears of it four times a second, of the last one too. */
export function tellTunnels(rows: TunnelRows, seconds: number, nowMs: number): void {
  waiting = { rows, seconds };
  if (timer !== undefined) return;
  const restMs = toldMs + READING_PERIOD_MS - nowMs;
  if (restMs <= 0) tell(nowMs);
  else timer = setTimeout(() => tell(performance.now()), restMs);
}

function tell(nowMs: number): void {
  clearTimeout(timer);
  timer = undefined;
  toldMs = nowMs;
  if (!waiting) return;
  const { rows, seconds } = waiting;
  waiting = null;
  const now = useTunnelsNow.getState();
  const isSame = (['sections', 'crews', 'robots'] as const).every((name) => sameRows(rows[name], now[name]));
  const wentBack = seconds < toldSeconds;
  const leapt = seconds - toldSeconds > LEAP_SECONDS;
  toldSeconds = seconds;
  if (isSame && !wentBack) return;
  const { sections, crews, robots } = rows;
  useTunnelsNow.setState({
    sections: sections.slice(),
    crews: crews.slice(),
    robots: robots.slice(),
    seenSeconds: seenFrom(sections, wentBack ? undefined : now.seenSeconds, leapt ? Number.NaN : seconds),
  });
}

/** After a jump nobody knows when what is then seen began. */
function seenFrom(sections: Float32Array, before: Float64Array | undefined, seconds: number): Float64Array {
  const count = sections.length / SECTION_STRIDE;
  const seen = new Float64Array(count).fill(Number.NaN);
  for (let slot = 0; slot < count; slot++) {
    if (isAtRest(sections, slot)) continue;
    const known = before?.[slot];
    seen[slot] = known !== undefined && !Number.isNaN(known) ? known : before === undefined ? Number.NaN : seconds;
  }
  return seen;
}

/** Another run begins: nothing is known of it yet. */
export function forgetTunnels(): void {
  clearTimeout(timer);
  timer = undefined;
  waiting = null;
  toldMs = Number.NEGATIVE_INFINITY;
  toldSeconds = 0;
  if (useTunnelsNow.getState().sections.length > 0) useTunnelsNow.setState(nothing);
}

function sameRows(a: Float32Array, b: Float32Array): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}
