import { type Language, languageNames } from './catalogue';

const SECONDS_PER_DAY = 86_400;

/** A time of day on the city's wall as 07:35:00; a run past midnight begins again at 00:00:00. An en dash where there is none. */
export function formatClock(clockSeconds: number, withSeconds = true): string {
  if (!Number.isFinite(clockSeconds)) return '–';
  const ofDay = ((Math.floor(clockSeconds) % SECONDS_PER_DAY) + SECONDS_PER_DAY) % SECONDS_PER_DAY;
  const parts = [Math.floor(ofDay / 3_600), Math.floor(ofDay / 60) % 60];
  if (withSeconds) parts.push(ofDay % 60);
  return parts.map((part) => String(part).padStart(2, '0')).join(':');
}

/** A length of time as 0:42, 12:05 or 1:02:03. */
export function formatDuration(durationSeconds: number): string {
  if (!Number.isFinite(durationSeconds)) return '–';
  const whole = Math.floor(Math.abs(durationSeconds));
  const hours = Math.floor(whole / 3_600);
  const minutes = Math.floor(whole / 60) % 60;
  const seconds = String(whole % 60).padStart(2, '0');
  const sign = durationSeconds < 0 && whole > 0 ? '−' : '';
  return hours > 0 ? `${sign}${hours}:${String(minutes).padStart(2, '0')}:${seconds}` : `${sign}${minutes}:${seconds}`;
}

/** What a person types as a time of day, to seconds after midnight. */
export function parseClock(text: string): number | undefined {
  const match = /^\s*(\d{1,2})\s*[:：]\s*(\d{2})(?:\s*[:：]\s*(\d{2}))?\s*$/.exec(text);
  if (!match) return undefined;
  const [hours, minutes, seconds] = [Number(match[1]), Number(match[2]), Number(match[3] ?? 0)];
  if (hours > 23 || minutes > 59 || seconds > 59) return undefined;
  return hours * 3_600 + minutes * 60 + seconds;
}

/** Seconds of a run at which the city's clock next shows that time of day, counted from the run's start. */
export function runSecondsAt(clockSeconds: number, runStartClockSeconds: number): number {
  const since = clockSeconds - runStartClockSeconds;
  return since >= 0 ? since : since + SECONDS_PER_DAY;
}

/** A moment of a person's own calendar: when something was kept. */
export function formatMoment(ms: number, language: Language): string {
  return new Intl.DateTimeFormat(languageNames[language].tag, { dateStyle: 'medium', timeStyle: 'short' }).format(ms);
}
