import { type Complaints, type Line, shown } from './lines';

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/;

/** Whether the engine would take a word for a number. */
export function isNumber(word: string | undefined): word is string {
  return word !== undefined && NUMBER.test(word) && Number.isFinite(Number(word));
}

/** One line being read: asks for its words and complains of those that are wrong. */
export class Row {
  readonly line: Line;
  readonly #complaints: Complaints;

  constructor(line: Line, complaints: Complaints) {
    this.line = line;
    this.#complaints = complaints;
  }

  get count(): number {
    return this.line.words.length;
  }

  word(at: number): string | undefined {
    return this.line.words[at];
  }

  upper(at: number): string {
    return (this.line.words[at] ?? '').toUpperCase();
  }

  expectCount(least: number, what: string): boolean {
    if (this.count >= least) return true;
    this.error('too-few-words', `met ${this.count} words, expected ${what}`);
    return false;
  }

  number(at: number, field: string, byDefault?: number): number {
    const word = this.word(at);
    if (word === undefined && byDefault !== undefined) return byDefault;
    if (isNumber(word)) return Number(word);
    this.error('not-a-number', `met ${shown(word ?? '')}, expected a number`, field);
    return byDefault ?? 1;
  }

  positive(at: number, field: string, byDefault?: number): number {
    const value = this.number(at, field, byDefault);
    if (!(value > 0)) this.error('not-positive', `met ${value}, expected more than 0`, field);
    return value;
  }

  atLeastZero(at: number, field: string, byDefault?: number): number {
    const value = this.number(at, field, byDefault);
    if (!(value >= 0)) this.error('negative', `met ${value}, expected 0 or more`, field);
    return value;
  }

  oneOf<const Name extends string>(at: number, names: readonly Name[], field: string): Name | undefined {
    const found = names.find((name) => this.upper(at).startsWith(name));
    if (found === undefined) {
      this.error('unknown-word', `met ${shown(this.word(at) ?? '')}, expected ${names.join(', ')}`, field);
    }
    return found;
  }

  error(code: string, message: string, field?: string): void {
    this.#complaints.error(code, this.line, message, field);
  }

  warn(code: string, message: string, field?: string): void {
    this.#complaints.warn(code, this.line, message, field);
  }
}
