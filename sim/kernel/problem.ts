/** One thing wrong with something that came from outside: where it is, what was found, what was expected. */
export interface Problem {
  readonly severity: 'error' | 'warning';
  /** Stable, for tests and translation: 'scene.unknown-road'. */
  readonly code: string;
  readonly path: readonly (string | number)[];
  readonly message: string;
}

export type Result<T> =
  | { readonly ok: true; readonly value: T; readonly warnings: readonly Problem[] }
  | { readonly ok: false; readonly problems: readonly Problem[] };

export function succeed<T>(value: T, warnings: readonly Problem[] = []): Result<T> {
  return { ok: true, value, warnings };
}

export function fail<T = never>(problems: readonly Problem[]): Result<T> {
  if (problems.length === 0) throw new Error('fail() was called without a problem to report');
  return { ok: false, problems };
}

export function problem(code: string, path: readonly (string | number)[], message: string): Problem {
  return { severity: 'error', code, path, message };
}

export function warning(code: string, path: readonly (string | number)[], message: string): Problem {
  return { severity: 'warning', code, path, message };
}

/** 'roads.json: edges[3].lanes[0].widthM' as a person reads it. */
export function formatPath(path: readonly (string | number)[]): string {
  let text = '';
  for (const part of path) {
    if (typeof part === 'number') text += `[${part}]`;
    else if (text.endsWith('.json')) text += `: ${part}`;
    else text += text === '' ? part : `.${part}`;
  }
  return text;
}
