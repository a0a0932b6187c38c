/**
 * What the engine counts at stop lines, turn by turn, over windows of fifteen minutes. Everyone who passes is counted
 * with the time he took less the time an empty road would have taken; those who still stand there when a window ends
 * are counted with what they have lost so far, so that an approach where nobody moves is not called free.
 */
export const WINDOW_SECONDS = 900;

/** All by turn, and all part of the saved state. */
export interface TurnWindow {
  readonly passed: Float64Array;
  readonly standing: Float64Array;
  readonly delaySeconds: Float64Array;
  readonly stops: Float64Array;
  /** Time that the turn was shown green, and how often a green began: a plan's or whatever the controller chose. */
  readonly greenSeconds: Float64Array;
  readonly greens: Float64Array;
}

export const turnWindowFields = ['passed', 'standing', 'delaySeconds', 'stops', 'greenSeconds', 'greens'] as const;

export interface TurnCounts {
  readonly now: TurnWindow;
  /** The last window that was closed; what is shown. */
  readonly last: TurnWindow;
  readonly wasGreen: Uint8Array;
  seconds: number;
  lastSeconds: number;
}

export function createTurnCounts(turnCount: number): TurnCounts {
  return {
    now: createWindow(turnCount),
    last: createWindow(turnCount),
    wasGreen: new Uint8Array(turnCount),
    seconds: 0,
    lastSeconds: 0,
  };
}

function createWindow(turnCount: number): TurnWindow {
  const zeros = () => new Float64Array(turnCount);
  return {
    passed: zeros(),
    standing: zeros(),
    delaySeconds: zeros(),
    stops: zeros(),
    greenSeconds: zeros(),
    greens: zeros(),
  };
}

/** A vehicle has left the turn: time since it entered the approach, and what the same way takes at the scene's limits. */
export function countPassage(
  counts: TurnCounts,
  turn: number,
  tookSeconds: number,
  freeSeconds: number,
  stops: number,
): void {
  counts.now.passed[turn]++;
  // Who drives above the limit has lost nothing; time won is not set against others' loss.
  counts.now.delaySeconds[turn] += Math.max(0, tookSeconds - freeSeconds);
  counts.now.stops[turn] += stops;
}

/** Of a vehicle that is still on its way to that turn when the window ends: what it has lost so far. */
export function countStanding(counts: TurnCounts, turn: number, lostSeconds: number, stops: number): void {
  counts.now.standing[turn]++;
  counts.now.delaySeconds[turn] += Math.max(0, lostSeconds);
  counts.now.stops[turn] += stops;
}

/** Once a step. What is shown from `greenFrom` to `greenTo` is green: GREEN_YIELDS and GREEN of signals.ts. */
export function passStep(
  counts: TurnCounts,
  signalTurns: Uint32Array,
  shown: Uint8Array,
  greenFrom: number,
  greenTo: number,
  stepSeconds: number,
): void {
  counts.seconds += stepSeconds;
  const { greenSeconds, greens } = counts.now;
  const { wasGreen } = counts;
  for (let k = 0; k < signalTurns.length; k++) {
    const turn = signalTurns[k];
    const light = shown[turn];
    if (light < greenFrom || light > greenTo) {
      wasGreen[turn] = 0;
      continue;
    }
    greenSeconds[turn] += stepSeconds;
    if (wasGreen[turn] === 0) greens[turn]++;
    wasGreen[turn] = 1;
  }
}

/** Call after countStanding() of all who stand. */
export function closeWindow(counts: TurnCounts): void {
  for (const field of turnWindowFields) {
    counts.last[field].set(counts.now[field]);
    counts.now[field].fill(0);
  }
  counts.lastSeconds = counts.seconds;
  counts.seconds = 0;
}

/** Mean cycle and green of a turn in the last window; null where its green did not come and go. */
export function servedProgram({ last, lastSeconds }: TurnCounts, turn: number) {
  if (last.greens[turn] === 0) return null;
  const cycleSeconds = lastSeconds / last.greens[turn];
  return { cycleSeconds, greenSeconds: last.greenSeconds[turn] / last.greens[turn] };
}
