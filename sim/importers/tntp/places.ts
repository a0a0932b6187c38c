/** Problems by the line they stand on; a flood is counted, not listed. */
import { type Problem, problem, warning } from '../../kernel';

const MOST_LISTED = 500;

export class LineProblems {
  readonly #problems: Problem[] = [];
  #unlisted = 0;
  #errors = 0;

  /** `what` is the column or the word of the format that is meant. */
  wrong(code: string, line: number, what: string, message: string): void {
    this.#errors++;
    this.#add(problem(`tntp.${code}`, pathOf(line, what), message));
  }

  remark(code: string, line: number, what: string, message: string): void {
    this.#add(warning(`tntp.${code}`, pathOf(line, what), message));
  }

  get hasErrors(): boolean {
    return this.#errors > 0;
  }

  list(): readonly Problem[] {
    if (this.#unlisted === 0) return this.#problems;
    const more = `${this.#unlisted} more problems are not listed`;
    return [...this.#problems, this.hasErrors ? problem('tntp.more', [], more) : warning('tntp.more', [], more)];
  }

  #add(found: Problem): void {
    if (this.#problems.length < MOST_LISTED) this.#problems.push(found);
    else this.#unlisted++;
  }
}

function pathOf(line: number, what: string): (string | number)[] {
  return line > 0 ? [`line ${line}`, what] : [what];
}
