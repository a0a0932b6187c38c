import { fail, problem, type Result } from '../kernel';
import type { Acknowledged, Pace } from './twin-face';

export function isPace(pace: unknown): pace is Pace {
  return pace === 'flat-out' || (typeof pace === 'number' && pace > 0 && pace < Number.POSITIVE_INFINITY);
}

export function wrongPace(pace: unknown): Result<Acknowledged> {
  const message = `expected a positive number of simulated seconds a second or 'flat-out', found ${String(pace).slice(0, 40)}`;
  return fail([problem('pace.out-of-range', ['pace'], message)]);
}

export function unknownCommand(command: never): Result<Acknowledged> {
  const kind = String((command as { kind?: unknown } | null)?.kind).slice(0, 40);
  return fail([problem('command.unknown', ['kind'], `found the command '${kind}', expected one of the twin's`)]);
}
