/**
 * Works out a case file: the part of MATLAB that MATPOWER's case files are written in. They are programs: many hold
 * ohms and kilowatts and convert them in code at the end. So statements are carried out as they are read, conditions
 * too (the function is called without arguments), and what is not understood (loops, unknown functions) stops the
 * reading at its line: half a conversion would be a network that nobody made.
 */
import { pow } from '../../../kernel';
import { call, columnNames, isFunction, namedNumbers } from './functions';
import { type Index, pick, put } from './indexing';
import { END, LINE, NAME, NUMBER, STRING, type Tokens, tokensOf, type Unreadable } from './tokens';
import {
  combine,
  type Matrix,
  matrixOf,
  multiply,
  nameOf,
  numberOf,
  scalar,
  stack,
  Trouble,
  transpose,
  type Value,
} from './values';

export interface Worked {
  readonly variables: ReadonlyMap<string, Value>;
  /** What the function gives back, by name, in its order; empty for a script. */
  readonly outputs: readonly string[];
  readonly functionName: string | undefined;
}

/** Deeper nesting is no case file. */
const MOST_DEPTH = 200;
const NOT_UNDERSTOOD = new Set(['for', 'while', 'switch', 'try', 'parfor', 'global', 'persistent', 'load', 'eval']);

const OPENS_BLOCK = new Set(['for', 'while', 'switch', 'try', 'parfor']);
const BLOCK_ENDS: readonly string[] = ['elseif', 'else', 'end', 'endif'];

function holds(value: Value): boolean {
  const { data } = matrixOf(value, 'a condition');
  return data.length > 0 && data.every((each) => each !== 0);
}

export function runMatlab(text: string): Worked | Unreadable {
  const tokens = tokensOf(text);
  if (!('kind' in tokens)) return tokens;
  const run = new Run(tokens);
  try {
    run.all();
    return { variables: run.variables, outputs: run.outputs, functionName: run.functionName };
  } catch (error) {
    if (error instanceof Trouble) return { line: run.line, message: error.message };
    throw error;
  }
}

class Run {
  readonly variables = new Map<string, Value>([['nargin', scalar(0)]]);
  readonly #tokens: Tokens;
  outputs: readonly string[] = [];
  functionName: string | undefined;
  #at = 0;
  #depth = 0;
  /** Within brackets white space parts elements; within parentheses inside them it does not. */
  #isParting = false;
  /** What `end` means in the innermost index. */
  #ends: number[] = [];

  constructor(tokens: Tokens) {
    this.#tokens = tokens;
  }

  /** Where it is reading. */
  get line(): number {
    return this.#tokens.line[Math.max(0, Math.min(this.#at, this.#tokens.count - 1))];
  }

  all(): void {
    this.#block([]);
  }

  /** Statements up to one of these words; false where the function ends before. */
  #block(until: readonly string[]): boolean {
    for (;;) {
      this.#skipEnds();
      if (this.#kind === NAME && until.includes(this.#word())) return true;
      if (this.#kind === END) {
        if (until.length > 0) throw new Trouble(`met the end of the file, expected ${until.join(' or ')}`);
        return false;
      }
      if (!this.#statement()) return false;
    }
  }

  /** False where the function ends within it. */
  #condition(): boolean {
    let isDone = false;
    for (let word = 'if'; word !== 'end' && word !== 'endif'; word = this.#word()) {
      this.#at++;
      const applies: boolean = !isDone && (word === 'else' || holds(this.#expression()));
      if (!applies) this.#skipBlock();
      else if (!this.#block(BLOCK_ENDS)) return false;
      isDone ||= applies;
    }
    this.#at++;
    return true;
  }

  #skipBlock(): void {
    let inner = 0;
    let brackets = 0;
    for (; this.#kind !== END; this.#at++) {
      if (this.#kind === STRING || this.#kind === NUMBER || this.#kind === LINE) continue;
      const word = this.#word();
      if ('([{'.includes(word)) brackets++;
      else if (')]}'.includes(word)) brackets--;
      if (this.#kind !== NAME || brackets > 0 || this.#word(this.#at - 1) === '.') continue;
      if (inner === 0 && BLOCK_ENDS.includes(word)) return;
      if (word === 'if' || OPENS_BLOCK.has(word)) inner++;
      else if (word === 'end' || /^end(if|for|while|switch)$/.test(word)) inner--;
    }
    throw new Trouble('met the end of the file, expected end');
  }

  get #kind(): number {
    return this.#tokens.kind[this.#at];
  }

  #word(at = this.#at): string {
    const { text, start, end } = this.#tokens;
    return text.slice(start[at], end[at]);
  }

  #is(symbol: string): boolean {
    const kind = this.#kind;
    return kind !== NUMBER && kind !== STRING && kind !== LINE && kind !== END && this.#word() === symbol;
  }

  #take(symbol: string): boolean {
    if (!this.#is(symbol)) return false;
    this.#at++;
    return true;
  }

  #expect(symbol: string): void {
    if (!this.#take(symbol)) throw new Trouble(`met ${this.#shown()}, expected ${symbol}`);
  }

  #shown(): string {
    if (this.#kind === END) return 'the end of the file';
    return this.#kind === LINE ? 'the end of the line' : JSON.stringify(this.#word().slice(0, 60));
  }

  #name(): string {
    if (this.#kind !== NAME) throw new Trouble(`met ${this.#shown()}, expected a name`);
    return this.#word(this.#at++);
  }

  #skipEnds(): void {
    while (this.#kind === LINE || this.#is(';') || this.#is(',')) this.#at++;
  }

  /** False where the function ends. */
  #statement(): boolean {
    if (this.#is('[')) {
      const names = this.#namesAhead();
      if (names !== undefined) {
        this.#assignAll(names);
        return true;
      }
    }
    if (this.#kind !== NAME) throw new Trouble(`met ${this.#shown()}, expected a statement`);
    const word = this.#word();
    if (word === 'function') {
      if (this.functionName !== undefined) return false; // what follows are helpers of the file's own
      this.#functionHead();
      return true;
    }
    if (word === 'return' || word === 'end' || word === 'endfunction') return false;
    if (word === 'if') return this.#condition();
    if (NOT_UNDERSTOOD.has(word)) throw new Trouble(`"${word}" is not understood in a case file`);
    if (word === 'define_constants') {
      this.#at++;
      for (const names of Object.values(columnNames)) {
        for (const [name, value] of names) this.variables.set(name, scalar(value));
      }
      return true;
    }
    this.#assign();
    return true;
  }

  #functionHead(): void {
    this.#at++;
    const first = this.#at;
    if (this.#is('[')) {
      const names = this.#namesAhead() ?? [];
      this.outputs = names;
      this.#expect('=');
      this.functionName = this.#name();
    } else {
      const name = this.#name();
      if (this.#take('=')) {
        this.outputs = [name];
        this.functionName = this.#name();
      } else this.functionName = this.#word(first);
    }
    while (this.#kind !== LINE && this.#kind !== END) this.#at++;
  }

  /** `[A, B, …]` before an equals sign; undefined, and nothing read, where it is something else. */
  #namesAhead(): readonly string[] | undefined {
    const names: string[] = [];
    let k = this.#at + 1;
    for (;;) {
      const word = this.#word(k);
      if (this.#tokens.kind[k] === NAME) names.push(word);
      else if (word === ']') break;
      else if (word !== ',' && word !== '~' && this.#tokens.kind[k] !== LINE) return undefined;
      k++;
      if (k >= this.#tokens.count) return undefined;
    }
    if (this.#word(k + 1) !== '=') return undefined;
    this.#at = k + 1;
    return names;
  }

  #assignAll(names: readonly string[]): void {
    this.#expect('=');
    const source = this.#name();
    const columns = Object.hasOwn(columnNames, source) ? columnNames[source] : undefined;
    if (columns === undefined) {
      throw new Trouble(
        `${source} gives several values, which is understood of ${Object.keys(columnNames).join(', ')}`,
      );
    }
    if (names.length > columns.length)
      throw new Trouble(`${source} gives ${columns.length} values, not ${names.length}`);
    // They are taken in order, whatever the file calls them.
    for (let i = 0; i < names.length; i++) this.variables.set(names[i], scalar(columns[i][1]));
  }

  #assign(): void {
    const path = [this.#name()];
    while (this.#take('.')) path.push(this.#name());
    let indices: readonly Index[] | undefined;
    let isCell = false;
    const target = this.#look(path);
    if (this.#is('(')) indices = this.#indices(target);
    else if (this.#is('{')) isCell = true;
    if (isCell || !this.#is('=')) {
      throw new Trouble(`met ${this.#shown()} after ${path.join('.')}, expected =`);
    }
    this.#at++;
    const value = this.#expression();
    if (this.#kind !== LINE && this.#kind !== END && !this.#is(';') && !this.#is(',')) {
      throw new Trouble(`met ${this.#shown()}, expected the end of the statement`);
    }
    if (indices === undefined) this.#store(path, value);
    else {
      if (target === undefined) throw new Trouble(`${path.join('.')} is not there to be changed`);
      const put_ = put(matrixOf(target, path.join('.')), indices, matrixOf(value, 'what it becomes'));
      this.#store(path, put_);
    }
  }

  #look(path: readonly string[]): Value | undefined {
    let value = this.variables.get(path[0]);
    for (const field of path.slice(1)) {
      if (value === undefined) return undefined;
      if (value.type !== 'structure') throw new Trouble(`${path[0]} is ${nameOf(value)}, it has no .${field}`);
      value = value.fields.get(field);
    }
    return value;
  }

  #store(path: readonly string[], value: Value): void {
    if (path.length === 1) {
      this.variables.set(path[0], value);
      return;
    }
    let at = this.variables.get(path[0]);
    if (at === undefined) {
      at = { type: 'structure', fields: new Map() };
      this.variables.set(path[0], at);
    }
    for (const field of path.slice(1, -1)) {
      if (at.type !== 'structure') throw new Trouble(`${path.join('.')}: what holds .${field} is ${nameOf(at)}`);
      let next: Value | undefined = at.fields.get(field);
      if (next === undefined) {
        next = { type: 'structure', fields: new Map() };
        at.fields.set(field, next);
      }
      at = next;
    }
    if (at.type !== 'structure') throw new Trouble(`${path.join('.')}: what holds it is ${nameOf(at)}`);
    at.fields.set(path[path.length - 1], value);
  }

  #indices(of: Value | undefined): Index[] {
    this.#expect('(');
    const wasParting = this.#isParting;
    this.#isParting = false;
    const indices: Index[] = [];
    const sides = of?.type === 'matrix' ? [of.rows, of.columns] : undefined;
    while (!this.#is(')')) {
      if (this.#is(':') && [',', ')'].includes(this.#word(this.#at + 1))) {
        this.#at++;
        indices.push('all');
      } else {
        const isOnly = indices.length === 0 && !this.#hasSecondIndex();
        this.#ends.push(sides === undefined ? 0 : isOnly ? sides[0] * sides[1] : sides[Math.min(1, indices.length)]);
        indices.push(matrixOf(this.#expression(), 'an index'));
        this.#ends.pop();
      }
      if (!this.#take(',')) break;
    }
    this.#expect(')');
    this.#isParting = wasParting;
    return indices;
  }

  /** Whether a comma follows at this depth. */
  #hasSecondIndex(): boolean {
    let depth = 0;
    for (let k = this.#at; k < this.#tokens.count && this.#tokens.kind[k] !== END; k++) {
      const word = this.#tokens.kind[k] === STRING ? '' : this.#word(k);
      if (word === '(' || word === '[' || word === '{') depth++;
      else if (word === ')' || word === ']' || word === '}') {
        if (depth === 0) return false;
        depth--;
      } else if (word === ',' && depth === 0) return true;
    }
    return false;
  }

  #expression(): Value {
    if (++this.#depth > MOST_DEPTH) throw new Trouble(`nested more than ${MOST_DEPTH} deep`);
    const value = this.#range();
    this.#depth--;
    return value;
  }

  #range(): Value {
    const first = this.#binary(0);
    if (!this.#is(':')) return first;
    this.#at++;
    const second = this.#binary(0);
    let [step, last] = [1, numberOf(second, 'the end of a range')];
    if (this.#take(':')) {
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
      if (this.#kind === LINE || this.#kind === END || this.#kind === NUMBER || this.#kind === STRING) return value;
      const sign = this.#word();
      if (!binding[level].includes(sign)) return value;
      // [1 -2] are two numbers, [1 - 2] and [1 -  2] are one.
      const { spaced } = this.#tokens;
      if (this.#isParting && spaced[this.#at] && !spaced[this.#at + 1] && (sign === '+' || sign === '-')) return value;
      this.#at++;
      const other = this.#binary(level + 1);
      value = operate(
        sign,
        matrixOf(value, `what stands before ${sign}`),
        matrixOf(other, `what stands after ${sign}`),
      );
    }
  }

  #unary(): Value {
    if (this.#take('-')) return multiply(scalar(-1), matrixOf(this.#unary(), 'what stands after -'));
    if (this.#take('+')) return this.#unary();
    if (this.#take('~') || this.#take('!')) {
      const matrix = matrixOf(this.#unary(), 'what stands after ~');
      return { ...matrix, data: matrix.data.map((value) => (value === 0 ? 1 : 0)), isLogical: true };
    }
    return this.#power();
  }

  #power(): Value {
    let value = this.#postfix();
    while (this.#is('^') || this.#is('.^')) {
      const isWhole = this.#take('^');
      if (!isWhole) this.#at++;
      const other = this.#is('-') || this.#is('+') ? this.#unary() : this.#postfix();
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
      if (this.#isParting && this.#tokens.spaced[this.#at]) return value;
      if (this.#is("'") || this.#is(".'")) {
        this.#at++;
        value = transpose(matrixOf(value, 'what is transposed'));
      } else if (this.#is('(')) value = pick(matrixOf(value, 'what is indexed'), this.#indices(value));
      else return value;
    }
  }

  #primary(): Value {
    const kind = this.#kind;
    if (kind === NUMBER) return scalar(Number(this.#word(this.#at++).replace(/[dD]/, 'e')));
    if (kind === STRING) {
      const word = this.#word(this.#at++);
      const quote = word[0];
      return { type: 'text', text: word.slice(1, -1).replaceAll(quote + quote, quote) };
    }
    if (this.#take('(')) {
      const wasParting = this.#isParting;
      this.#isParting = false;
      const value = this.#expression();
      this.#isParting = wasParting;
      this.#expect(')');
      return value;
    }
    if (this.#is('[')) return this.#brackets();
    if (this.#is('{')) return this.#braces();
    if (kind === NAME) return this.#named();
    throw new Trouble(`met ${this.#shown()}, expected a value`);
  }

  #named(): Value {
    const name = this.#name();
    if (name === 'end' && this.#ends.length > 0) return scalar(this.#ends[this.#ends.length - 1]);
    const path = [name];
    while (this.#is('.') && this.#tokens.kind[this.#at + 1] === NAME && !this.#tokens.spaced[this.#at + 1]) {
      this.#at++;
      path.push(this.#name());
    }
    const value = this.#look(path);
    if (value !== undefined) return value;
    if (path.length === 1 && Object.hasOwn(namedNumbers, name) && !this.#is('(')) return scalar(namedNumbers[name]);
    if (name === 'struct' && this.#take('(')) {
      this.#expect(')');
      return { type: 'structure', fields: new Map() };
    }
    if (path.length > 1 || !isFunction(name)) throw new Trouble(`${path.join('.')} is not known here`);
    this.#expect('(');
    const wasParting = this.#isParting;
    this.#isParting = false;
    const given: Value[] = [];
    while (!this.#is(')')) {
      given.push(this.#expression());
      if (!this.#take(',')) break;
    }
    this.#expect(')');
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
    this.#at++;
    const wasParting = this.#isParting;
    this.#isParting = true;
    const rows: Value[][] = [];
    let row: Value[] = [];
    while (!this.#is(close)) {
      if (this.#kind === END) throw new Trouble(`the table that began is not closed by ${close}`);
      if (this.#kind === LINE || this.#is(';')) {
        if (row.length > 0) rows.push(row);
        row = [];
        this.#at++;
      } else if (this.#is(',')) this.#at++;
      else if (this.#kind === NUMBER && this.#isPlainNext()) row.push(scalar(Number(this.#word(this.#at++))));
      else row.push(this.#expression());
    }
    if (row.length > 0) rows.push(row);
    this.#at++;
    this.#isParting = wasParting;
    return rows;
  }

  /** A number that nothing is done with, as nearly all are. */
  #isPlainNext(): boolean {
    const next = this.#tokens.kind[this.#at + 1];
    return next === LINE || (next === NUMBER && this.#tokens.spaced[this.#at + 1] === 1);
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
