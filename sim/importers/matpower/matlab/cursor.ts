/** A place in the tokens of a file that moves on as they are read. */
import { END, LINE, NAME, NUMBER, STRING, type Tokens } from './tokens';
import { Trouble } from './values';

export class Cursor {
  readonly tokens: Tokens;
  at = 0;

  constructor(tokens: Tokens) {
    this.tokens = tokens;
  }

  /** Where it is reading. */
  get line(): number {
    return this.tokens.line[Math.max(0, Math.min(this.at, this.tokens.count - 1))];
  }

  get kind(): number {
    return this.tokens.kind[this.at];
  }

  /** Whether white space stands before it. */
  isSpaced(at = this.at): boolean {
    return this.tokens.spaced[at] === 1;
  }

  word(at = this.at): string {
    const { text, start, end } = this.tokens;
    return text.slice(start[at], end[at]);
  }

  is(symbol: string): boolean {
    const { kind } = this;
    return kind !== NUMBER && kind !== STRING && kind !== LINE && kind !== END && this.word() === symbol;
  }

  take(symbol: string): boolean {
    if (!this.is(symbol)) return false;
    this.at++;
    return true;
  }

  expect(symbol: string): void {
    if (!this.take(symbol)) throw new Trouble(`met ${this.shown()}, expected ${symbol}`);
  }

  shown(): string {
    if (this.kind === END) return 'the end of the file';
    return this.kind === LINE ? 'the end of the line' : JSON.stringify(this.word().slice(0, 60));
  }

  name(): string {
    if (this.kind !== NAME) throw new Trouble(`met ${this.shown()}, expected a name`);
    return this.word(this.at++);
  }

  skipEnds(): void {
    while (this.kind === LINE || this.is(';') || this.is(',')) this.at++;
  }
}
