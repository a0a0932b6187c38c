/** What stands above <END OF METADATA>: one '<NAME> value' a line, comments after '~'. */
import type { LineProblems } from './places';
import { readNumber, shown } from './values';

export interface Metadata {
  readonly lines: readonly string[];
  /** The first line below, from 0. */
  readonly bodyFrom: number;
  /** The value of a name as a number; undefined where it is absent or, which is told, no number. */
  number(name: string, check?: 'whole'): number | undefined;
  lineOf(name: string): number;
}

export function readMetadata(text: string, problems: LineProblems): Metadata {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  const values = new Map<string, { readonly value: string; readonly line: number }>();
  let end = -1;
  for (let i = 0; i < lines.length && end < 0; i++) {
    const line = withoutComment(lines[i]).trim();
    if (line === '') continue;
    const tag = /^<([^<>]*)>(.*)$/.exec(line);
    if (!tag) {
      problems.wrong('metadata', i + 1, 'metadata', `met ${shown(line)}, expected <END OF METADATA> before the data`);
      break;
    }
    const name = tag[1].trim().replace(/\s+/g, ' ').toUpperCase();
    if (name === 'END OF METADATA') end = i + 1;
    else if (values.has(name)) problems.wrong('metadata-twice', i + 1, name, 'stands here a second time');
    else values.set(name, { value: tag[2].trim(), line: i + 1 });
  }
  if (end < 0 && !problems.hasErrors) problems.wrong('metadata', 0, 'metadata', 'has no <END OF METADATA>');
  return {
    lines,
    bodyFrom: end < 0 ? lines.length : end,
    lineOf: (name) => values.get(name)?.line ?? 0,
    number(name, check) {
      const found = values.get(name);
      if (found === undefined) return undefined;
      const value = readNumber(found.value);
      const sound = value !== undefined && value >= 0 && (check !== 'whole' || Number.isSafeInteger(value));
      if (sound) return value;
      const expected = check === 'whole' ? 'a whole number from 0' : 'a number from 0';
      problems.wrong('metadata-value', found.line, name, `met ${shown(found.value)}, expected ${expected}`);
      return undefined;
    },
  };
}

export function withoutComment(line: string): string {
  const at = line.indexOf('~');
  return at < 0 ? line : line.slice(0, at);
}
