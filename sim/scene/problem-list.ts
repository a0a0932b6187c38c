import { type Problem, problem, warning } from '../kernel';

export type Path = readonly (string | number)[];

const MAX_LISTED = 500; // a hostile file must not cost more to report than to read
const MAX_COUNTED = 100_000; // nor to count
const MAX_SHOWN = 60;

/** Collects what is wrong with a scene; counts all of it and keeps as much as a person would read. */
export class ProblemList {
  readonly #errors: Problem[] = [];
  readonly #warnings: Problem[] = [];
  #errorCount = 0;

  get errorCount(): number {
    return this.#errorCount;
  }

  /** No more will be listed: whoever would spend time on finding the words may spare it. */
  get isFull(): boolean {
    return this.#errors.length >= MAX_LISTED;
  }

  /** So much is wrong that looking for more is a waste. */
  get isHopeless(): boolean {
    return this.#errorCount >= MAX_COUNTED;
  }

  error(code: string, path: Path, message: string): void {
    this.#errorCount++;
    if (!this.isFull) this.#errors.push(problem(code, [...path], message));
  }

  warn(code: string, path: Path, message: string): void {
    if (this.#warnings.length < MAX_LISTED) this.#warnings.push(warning(code, [...path], message));
  }

  addAll(problems: readonly Problem[], under: Path): void {
    for (const each of problems) this.error(each.code, [...under, ...each.path], each.message);
  }

  get warnings(): readonly Problem[] {
    return this.#warnings;
  }

  errors(): Problem[] {
    const unlisted = this.#errorCount - this.#errors.length;
    if (unlisted === 0) return [...this.#errors];
    return [
      ...this.#errors,
      problem(
        'scene.more-problems',
        [],
        `${this.isHopeless ? 'at least ' : ''}${unlisted} more problems are not listed`,
      ),
    ];
  }
}

/** What was found, in a few characters whatever its size. */
export function shown(value: unknown): string {
  if (typeof value === 'string') {
    if (value.length <= MAX_SHOWN) return JSON.stringify(value);
    return `${JSON.stringify(value.slice(0, MAX_SHOWN))}… (${value.length} characters)`;
  }
  if (Array.isArray(value)) return `an array of ${value.length}`;
  if (value === null) return 'null';
  if (value === undefined) return 'nothing';
  if (typeof value === 'object') return 'an object';
  return String(value);
}
