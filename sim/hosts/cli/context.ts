import type { Progress } from './progress-bar';

/** What a command works with: where it is, whom it tells, and whether it should stop. */
export interface Context {
  /** The checkout or installed package; its scenes/ are found by their id. */
  readonly root: string;
  readonly cwd: string;
  readonly json: boolean;
  readonly signal: AbortSignal;
  readonly progress: Progress;
  /** A line for a person, on standard error. */
  log(line: string): void;
}

/** What a command answers: the document of --json, its words for a person, and whether what it did succeeded. */
export interface Answer {
  readonly document: unknown;
  readonly text: string;
  readonly exitCode?: 0 | 1 | 2;
}
