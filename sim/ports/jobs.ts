import type { LinearSolver, PressureSolver } from '../kernel';

/** What a host lends to whoever works on a job. */
export interface JobTools {
  readonly linear: LinearSolver;
  /** Lent to a domain that says it needs it. */
  readonly pressure?: PressureSolver;
}

/** Whoever works on a domain's jobs; it needs nothing else of that domain. */
export interface Answerer {
  readonly name: string;
  /** What a posted question comes to: pure, so that it may be worked on anywhere, and again after a run is loaded. */
  answer?(question: Uint8Array, tools: JobTools): Uint8Array;
  /** What its answers need lent beside the solver of linear programs. */
  readonly needs?: readonly (keyof JobTools)[];
}

/**
 * Long work that a domain has asked for: a question of bytes, and a tick at which the run needs the answer. Whoever
 * works on it, wherever and however fast, the answer is a function of the question alone, so that a run that is saved
 * while it waits asks again and hears the same.
 */
export interface Job {
  /** Counted by domain from 1. */
  readonly id: number;
  readonly domain: string;
  readonly dueTick: number;
  readonly question: Uint8Array;
}
