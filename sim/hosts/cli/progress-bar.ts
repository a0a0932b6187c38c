/** One line on standard error that says how far a run is; only where a person is watching. */
import type { WriteStream } from 'node:tty';

export interface Progress {
  /** `share` done from 0 to 1, and what to say of it. */
  show(share: number, words: string): void;
  clear(): void;
}

const SHOW_EVERY_MS = 100;
const BAR_WIDTH = 24;

export function createProgress(
  stream: WriteStream | (NodeJS.WritableStream & { isTTY?: boolean }),
  now: () => number,
): Progress {
  if (!stream.isTTY) return { show: () => undefined, clear: () => undefined };
  const beganMs = now();
  let shownMs = Number.NEGATIVE_INFINITY;
  let drawn = false;
  return {
    show(share, words) {
      const nowMs = now();
      if (nowMs - shownMs < SHOW_EVERY_MS) return;
      shownMs = nowMs;
      drawn = true;
      const elapsedS = (nowMs - beganMs) / 1000;
      const left = share > 0.005 ? ` · ${formatDuration((elapsedS / share) * (1 - share))} left` : '';
      const filled = Math.round(share * BAR_WIDTH);
      const bar = '█'.repeat(filled) + '░'.repeat(BAR_WIDTH - filled);
      const line = `${bar} ${(share * 100).toFixed(0).padStart(3)} % · ${formatDuration(elapsedS)} · ${words}${left}`;
      const columns = (stream as WriteStream).columns ?? 100;
      stream.write(`\r\x1b[2K${line.slice(0, columns - 1)}`);
    },
    clear() {
      if (drawn) stream.write('\r\x1b[2K');
      drawn = false;
    },
  };
}

/** 7 s · 3 min 05 s · 2 h 14 min */
export function formatDuration(seconds: number): string {
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole} s`;
  if (whole < 3_600) return `${Math.floor(whole / 60)} min ${String(whole % 60).padStart(2, '0')} s`;
  return `${Math.floor(whole / 3_600)} h ${String(Math.floor((whole % 3_600) / 60)).padStart(2, '0')} min`;
}
