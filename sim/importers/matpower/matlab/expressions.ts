/** What an expression of a case file comes to, by recursive descent, worked out as it is read. */
import { pow } from '../../../kernel';
import type { Cursor } from './cursor';
import { call, isFunction, namedNumbers } from './functions';
import { type Index, pick } from './indexing';
import { END, LINE, NAME, NUMBER, STRING } from './tokens';
import {
  combine,
  type Matrix,
  matrixOf,
  multiply,
  numberOf,
  scalar,
  stack,
  Trouble,
  transpose,
  type Value,
} from './values';

/** Deeper nesting is no case file. */
const MOST_DEPTH = 200;

export class Expressions {
  readonly #cursor: Cursor;
  /** What a name with its fields stands for. */
  readonly #look: (path: readonly string[]) => Value | undefined;
  #depth = 0;
  /** Within brackets white space parts elements; within parentheses inside them it does not. */
  #isParting = false;
  /** What `end` means in the innermost index. */
  #ends: number[] = [];

  constructor(cursor: Cursor, look: (path: readonly string[]) => Value | undefined) {
    this.#cursor = cursor;
    this.#look = look;
  }

  indices(of: Value | undefined): Index[] {
    this.#cursor.expect('(');
    const wasParting = this.#isParting;
    this.#isParting = false;
    const indices: Index[] = [];
    const sides = of?.type === 'matrix' ? [of.rows, of.columns] : undefined;
    while (!this.#cursor.is(')')) {
      if (this.#cursor.is(':') && [',', ')'].includes(this.#cursor.word(this.#cursor.at + 1))) {
        this.#cursor.at++;
        indices.push('all');
      } else {
        const isOnly = indices.length === 0 && !this.#hasSecondIndex();
        this.#ends.push(sides === undefined ? 0 : isOnly ? sides[0] * sides[1] : sides[Math.min(1, indices.length)]);
        indices.push(matrixOf(this.expression(), 'an index'));
        this.#ends.pop();
      }
      if (!this.#cursor.take(',')) break;
    }
    this.#cursor.expect(')');
    this.#isParting = wasParting;
    return indices;
  }

  /** Whether a comma follows at this depth. */
  #hasSecondIndex(): boolean {
    let depth = 0;
    for (let k = this.#cursor.at; k < this.#cursor.tokens.count && this.#cursor.tokens.kind[k] !== END; k++) {
      const word = this.#cursor.tokens.kind[k] === STRING ? '' : this.#cursor.word(k);
      if (word === '(' || word === '[' || word === '{') depth++;
      else if (word === ')' || word === ']' || word === '}') {
        if (depth === 0) return false;
        depth--;
      } else if (word === ',' && depth === 0) return true;
    }
    return false;
  }

  expression(): Value {
    if (++this.#depth > MOST_DEPTH) throw new Trouble(`nested more than ${MOST_DEPTH} deep`);
    const value = this.#range();
    this.#depth--;
    return value;
  }

  #range(): Value {
    const first = this.#binary(0);
    if (!this.#cursor.is(':')) return first;
    this.#cursor.at++;
    const second = this.#binary(0);
    let [step, last] = [1, numberOf(second, 'the end of a range')];
    if (this.#cursor.take(':')) {
      step = last;
      last = numberOf(this.#binary(0), 'the end of a range');
    }
    const from = numberOf(first, 'the beginning of a range');
    const count = Math.max(0, Math.floor((last - from) / step + 1e-10) + 1);
    if (!(count <= 1e7)) throw new Trouble('a range of more than ten million numbers, or of none that end');
    const data = Array.from({ length: count }, (_, i) => from + i * step);
    return { type: 'matrix', rows: 1, columns: count, data };
  }

  /** Levels of binding, loosest first. */
  #binary(level: number): Value {
    if (level === binding.length) return this.#unary();
    let value = this.#binary(level + 1);
    for (;;) {
      if (
        this.#cursor.kind === LINE ||
        this.#cursor.kind === END ||
        this.#cursor.kind === NUMBER ||
        this.#cursor.kind === STRING
      )
        return value;
      const sign = this.#cursor.word();
      if (!binding[level].includes(sign)) return value;
      // [1 -2] are two numbers, [1 - 2] and [1 -  2] are one.
      const { spaced } = this.#cursor.tokens;
      if (this.#isParting && spaced[this.#cursor.at] && !spaced[this.#cursor.at + 1] && (sign === '+' || sign === '-'))
        return value;
      this.#cursor.at++;
      const other = this.#binary(level + 1);
      value = operate(
        sign,
        matrixOf(value, `what stands before ${sign}`),
        matrixOf(other, `what stands after ${sign}`),
      );
    }
  }

  #unary(): Value {
    if (this.#cursor.take('-')) return multiply(scalar(-1), matrixOf(this.#unary(), 'what stands after -'));
    if (this.#cursor.take('+')) return this.#unary();
    if (this.#cursor.take('~') || this.#cursor.take('!')) {
      const matrix = matrixOf(this.#unary(), 'what stands after ~');
      return { ...matrix, data: matrix.data.map((value) => (value === 0 ? 1 : 0)), isLogical: true };
    }
    return this.#power();
  }

  #power(): Value {
    let value = this.#postfix();
    while (this.#cursor.is('^') || this.#cursor.is('.^')) {
      const isWhole = this.#cursor.take('^');
      if (!isWhole) this.#cursor.at++;
      const other = this.#cursor.is('-') || this.#cursor.is('+') ? this.#unary() : this.#postfix();
      const base = matrixOf(value, 'a base');
      const exponent = matrixOf(other, 'an exponent');
      if (isWhole && (base.data.length !== 1 || exponent.data.length !== 1)) {
        throw new Trouble('^ is understood of two numbers; .^ works on elements');
      }
      value = combine(base, exponent, '.^', pow);
    }
    return value;
  }

  #postfix(): Value {
    let value = this.#primary();
    for (;;) {
      if (this.#isParting && this.#cursor.tokens.spaced[this.#cursor.at]) return value;
      if (this.#cursor.is("'") || this.#cursor.is(".'")) {
        this.#cursor.at++;
        value = transpose(matrixOf(value, 'what is transposed'));
      } else if (this.#cursor.is('(')) value = pick(matrixOf(value, 'what is indexed'), this.indices(value));
      else return value;
    }
  }

  #primary(): Value {
    const kind = this.#cursor.kind;
    if (kind === NUMBER) return scalar(Number(this.#cursor.word(this.#cursor.at++).replace(/[dD]/, 'e')));
    if (kind === STRING) {
      const word = this.#cursor.word(this.#cursor.at++);
      const quote = word[0];
      return { type: 'text', text: word.slice(1, -1).replaceAll(quote + quote, quote) };
    }
    if (this.#cursor.take('(')) {
      const wasParting = this.#isParting;
      this.#isParting = false;
      const value = this.expression();
      this.#isParting = wasParting;
      this.#cursor.expect(')');
      return value;
    }
    if (this.#cursor.is('[')) return this.#brackets();
    if (this.#cursor.is('{')) return this.#braces();
    if (kind === NAME) return this.#named();
    throw new Trouble(`met ${this.#cursor.shown()}, expected a value`);
  }

  #named(): Value {
    const name = this.#cursor.name();
    if (name === 'end' && this.#ends.length > 0) return scalar(this.#ends[this.#ends.length - 1]);
    const path = [name];
    while (
      this.#cursor.is('.') &&
      this.#cursor.tokens.kind[this.#cursor.at + 1] === NAME &&
      !this.#cursor.tokens.spaced[this.#cursor.at + 1]
    ) {
      this.#cursor.at++;
      path.push(this.#cursor.name());
    }
    const value = this.#look(path);
    if (value !== undefined) return value;
    if (path.length === 1 && Object.hasOwn(namedNumbers, name) && !this.#cursor.is('('))
      return scalar(namedNumbers[name]);
    if (name === 'struct' && this.#cursor.take('(')) {
      this.#cursor.expect(')');
      return { type: 'structure', fields: new Map() };
    }
    if (path.length > 1 || !isFunction(name)) throw new Trouble(`${path.join('.')} is not known here`);
    this.#cursor.expect('(');
    const wasParting = this.#isParting;
    this.#isParting = false;
    const given: Value[] = [];
    while (!this.#cursor.is(')')) {
      given.push(this.expression());
      if (!this.#cursor.take(',')) break;
    }
    this.#cursor.expect(')');
    this.#isParting = wasParting;
    return call(name, given);
  }

  #brackets(): Value {
    const rows = this.#rows(']');
    if (rows.length === 1 && rows[0].length > 0 && rows[0].every((part) => part.type === 'text')) {
      return { type: 'text', text: rows[0].map((part) => (part.type === 'text' ? part.text : '')).join('') };
    }
    return stack(rows.map((row) => row.map((part) => matrixOf(part, 'a part of a table'))));
  }

  #braces(): Value {
    const rows = this.#rows('}').filter((row) => row.length > 0);
    const columns = rows[0]?.length ?? 0;
    if (rows.some((row) => row.length !== columns)) throw new Trouble('rows of a list of texts differ in length');
    return { type: 'cell', rows: rows.length, columns, items: rows.flat() };
  }

  #rows(close: string): Value[][] {
    this.#cursor.at++;
    const wasParting = this.#isParting;
    this.#isParting = true;
    const rows: Value[][] = [];
    let row: Value[] = [];
    while (!this.#cursor.is(close)) {
      if (this.#cursor.kind === END) throw new Trouble(`the table that began is not closed by ${close}`);
      if (this.#cursor.kind === LINE || this.#cursor.is(';')) {
        if (row.length > 0) rows.push(row);
        row = [];
        this.#cursor.at++;
      } else if (this.#cursor.is(',')) this.#cursor.at++;
      else if (this.#cursor.kind === NUMBER && this.#isPlainNext())
        row.push(scalar(Number(this.#cursor.word(this.#cursor.at++))));
      else row.push(this.expression());
    }
    if (row.length > 0) rows.push(row);
    this.#cursor.at++;
    this.#isParting = wasParting;
    return rows;
  }

  /** A number that nothing is done with, as nearly all are. */
  #isPlainNext(): boolean {
    const next = this.#cursor.tokens.kind[this.#cursor.at + 1];
    return next === LINE || (next === NUMBER && this.#cursor.tokens.spaced[this.#cursor.at + 1] === 1);
  }
}

const binding: readonly (readonly string[])[] = [
  ['|', '||'],
  ['&', '&&'],
  ['==', '~=', '!=', '<', '>', '<=', '>='],
  ['+', '-'],
  ['*', '/', '.*', './'],
];

const comparisons: Readonly<Record<string, (a: number, b: number) => boolean>> = {
  '|': (a, b) => a !== 0 || b !== 0,
  '||': (a, b) => a !== 0 || b !== 0,
  '&': (a, b) => a !== 0 && b !== 0,
  '&&': (a, b) => a !== 0 && b !== 0,
  '==': (a, b) => a === b,
  '~=': (a, b) => a !== b,
  '!=': (a, b) => a !== b,
  '<': (a, b) => a < b,
  '>': (a, b) => a > b,
  '<=': (a, b) => a <= b,
  '>=': (a, b) => a >= b,
};

function operate(sign: string, one: Matrix, other: Matrix): Matrix {
  if (Object.hasOwn(comparisons, sign)) {
    const holds = comparisons[sign];
    return { ...combine(one, other, sign, (a, b) => (holds(a, b) ? 1 : 0)), isLogical: true };
  }
  if (sign === '+') return combine(one, other, sign, (a, b) => a + b);
  if (sign === '-') return combine(one, other, sign, (a, b) => a - b);
  if (sign === '.*') return combine(one, other, sign, (a, b) => a * b);
  if (sign === './') return combine(one, other, sign, (a, b) => a / b);
  if (sign === '*') return multiply(one, other);
  if (other.data.length !== 1) throw new Trouble('/ is understood of a number below; ./ works on elements');
  return combine(one, other, sign, (a, b) => a / b);
}
