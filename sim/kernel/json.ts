import { type JsonLimits, scanJson } from './json-scan';
import { fail, problem, type Result, succeed } from './problem';

export type { JsonLimits } from './json-scan';
export { stringifyStable } from './stable-json';
export { decodeUtf8 } from './utf8';

/** Generous for a city's largest file; a host that expects less says so. */
const DEFAULT_LIMITS: JsonLimits = { maxBytes: 256 * 1024 * 1024, maxDepth: 64, maxValues: 10_000_000 };

/**
 * Text from outside to a plain value, before any schema. Refuses what JSON.parse lets pass and a program then trips
 * over: nesting too deep for the next recursion, a key twice, keys that reach prototypes, numbers that overflow to
 * infinity, lone surrogates. Reports all of them; text that is not JSON owes one problem, with line and column.
 */
export function parseJson(text: string, limits: Partial<JsonLimits> = {}): Result<unknown> {
  const problems = scanJson(text, { ...DEFAULT_LIMITS, ...limits });
  if (problems.length > 0) return fail(problems);
  try {
    return succeed(JSON.parse(text) as unknown);
  } catch (error) {
    // The scan is stricter than the language's own reader; should they ever differ, the text is refused all the same.
    return fail([problem('json.syntax', [], String(error))]);
  }
}
