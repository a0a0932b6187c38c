/**
 * A bank: equal machines side by side that share what is asked of them. None ever runs between nothing and its
 * minimum load, and together they change no faster than their ramp allows.
 */
export interface Bank {
  /** Of one machine: its power where it is an engine, its heat or cold where it is anything else. */
  readonly sizeKw: number;
  readonly minimumLoad: number;
  /** Share of its size that a running machine may change by in a minute; starting and stopping are free of it. */
  readonly rampPerMinute: number;
}

export interface BankOutput {
  readonly running: number;
  readonly kw: number;
}

/** Fewest machines that give this much; the least that they can give may be more than was asked. */
export function fewestRunning({ sizeKw }: Bank, wantedKw: number, available: number): number {
  return wantedKw <= 0 ? 0 : Math.min(available, Math.ceil(wantedKw / sizeKw - 1e-9));
}

/**
 * What so many running machines can give of what is wanted, after `seconds`. A machine that starts goes to its minimum
 * load at once and ramps from there; one that stops stops.
 */
export function bankOutput(
  bank: Bank,
  before: BankOutput,
  running: number,
  wantedKw: number,
  seconds: number,
): BankOutput {
  if (running <= 0) return STANDING;
  const { sizeKw, minimumLoad, rampPerMinute } = bank;
  const least = running * minimumLoad * sizeKw;
  const most = running * sizeKw;
  const stayed = Math.min(running, before.running);
  const held = before.running > 0 ? (before.kw / before.running) * stayed : 0;
  const from = held + (running - stayed) * minimumLoad * sizeKw;
  const change = running * sizeKw * rampPerMinute * (seconds / 60);
  const reached = Math.min(from + change, Math.max(from - change, wantedKw));
  return { running, kw: Math.min(most, Math.max(least, reached)) };
}

const STANDING: BankOutput = { running: 0, kw: 0 };
