/** One line of an issue's acceptance: what was asked, and how it is found out. */
export interface AcceptLine {
  readonly name: string;
  readonly goal: string;
  measure(tools: AcceptTools): Promise<Outcome>;
}

export interface Outcome {
  readonly held: boolean;
  readonly reached: string;
  readonly how: string;
}

/** What the runner lends to a line. */
export interface AcceptTools {
  /** The project's folder, and one that is thrown away at the end. */
  readonly root: string;
  readonly scratch: string;
  /** Where the programs of threads lie, by the names of their files here. */
  readonly bundles: string;
  /** Path of a Chromium. */
  readonly chromium: string;
  /** Where a line takes an hour, whether that hour is to be taken. */
  readonly isLong: boolean;
  /** How many seeds a comparison has, and how many threads may live runs. */
  readonly seeds: number;
  readonly jobs: number;
  /** Says on standard error what is going on. */
  say(text: string): void;
}
