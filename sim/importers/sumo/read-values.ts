import type { Point } from '../../scene';

/** Attribute texts as values; undefined for whatever is not exactly one. */

/** Larger than anything of a city, in any unit: sums of such numbers stay numbers. */
const LARGEST = 1e12;
const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/;

export function readNumber(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const trimmed = text.trim();
  if (!NUMBER.test(trimmed)) return undefined;
  const value = Number(trimmed);
  return Math.abs(value) <= LARGEST ? value : undefined;
}

export function readWhole(text: string | undefined): number | undefined {
  const value = readNumber(text);
  return value !== undefined && Number.isSafeInteger(value) && value >= 0 ? value : undefined;
}

export function readBoolean(text: string | undefined): boolean | undefined {
  if (text === undefined) return undefined;
  if (/^(1|true|yes|on|t|x)$/i.test(text)) return true;
  return /^(0|false|no|off|f|-)$/i.test(text) ? false : undefined;
}

/** Seconds, or [days:]hours:minutes:seconds. */
export function readSeconds(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const parts = text.trim().split(':');
  if (parts.length === 1) return readNumber(text);
  if (parts.length !== 3 && parts.length !== 4) return undefined;
  const sign = parts[0].startsWith('-') ? -1 : 1;
  const values = parts.map((part, i) => readNumber(i === 0 ? part.replace(/^-/, '') : part));
  if (values.some((value) => value === undefined || value < 0)) return undefined;
  const [seconds, minutes, hours, days = 0] = (values as number[]).reverse();
  return sign * (((days * 24 + hours) * 60 + minutes) * 60 + seconds);
}

/** Words between white space or, as SUMO allows in lists of names, commas. */
export function readWords(text: string | undefined): string[] {
  return text === undefined ? [] : text.split(/[\s,;]+/).filter((word) => word !== '');
}

/** 'x,y x,y' or 'x,y,z x,y,z'; heights are dropped. A point that repeats the one before is none. */
export function readShape(text: string | undefined): Point[] | undefined {
  if (text === undefined) return undefined;
  const points: Point[] = [];
  for (const word of text.split(/\s+/)) {
    if (word === '') continue;
    const parts = word.split(',');
    if (parts.length !== 2 && parts.length !== 3) return undefined;
    const x = readNumber(parts[0]);
    const y = readNumber(parts[1]);
    if (x === undefined || y === undefined || (parts.length === 3 && readNumber(parts[2]) === undefined))
      return undefined;
    const last = points[points.length - 1];
    if (last === undefined || last[0] !== x || last[1] !== y) points.push([x, y]);
  }
  return points;
}
