import { type Problem, problem } from '../../kernel';

/** A problem, and the file it was found in; problems with the call itself have none. */
export interface FiledProblem extends Problem {
  readonly file?: string;
}

/** Bad input: the command ends with exit code 2 and says everything that is wrong. */
export class Refusal extends Error {
  readonly problems: readonly FiledProblem[];

  constructor(problems: readonly FiledProblem[]) {
    super(problems.map((each) => each.message).join('\n'));
    this.name = 'Refusal';
    this.problems = problems;
  }
}

/** A run that could not be made although its input was right: exit code 1. */
export class Failure extends Error {
  readonly problems: readonly FiledProblem[];

  constructor(problems: readonly FiledProblem[]) {
    super(problems.map((each) => each.message).join('\n'));
    this.name = 'Failure';
    this.problems = problems;
  }
}

/** Somebody pressed Ctrl-C, or nobody reads any more. */
export class Interrupted extends Error {
  constructor() {
    super('interrupted');
    this.name = 'Interrupted';
  }
}

export function refuse(code: string, message: string, file?: string): Refusal {
  return new Refusal(inFile([problem(code, [], message)], file));
}

export function inFile(problems: readonly Problem[], file: string | undefined): FiledProblem[] {
  return problems.map((each) => (file === undefined ? each : { ...each, file }));
}
