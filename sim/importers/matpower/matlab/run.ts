/**
 * Works out a case file: the part of MATLAB that MATPOWER's case files are written in. They are programs: many hold
 * ohms and kilowatts and convert them in code at the end. So statements are carried out as they are read, conditions
 * too (the function is called without arguments), and what is not understood (loops, unknown functions) stops the
 * reading at its line: half a conversion would be a network that nobody made.
 */
import { Cursor } from './cursor';
import { Expressions } from './expressions';
import { columnNames } from './functions';
import { type Index, put } from './indexing';
import { END, LINE, NAME, NUMBER, STRING, tokensOf, type Unreadable } from './tokens';
import { matrixOf, nameOf, scalar, Trouble, type Value } from './values';

export interface Worked {
  readonly variables: ReadonlyMap<string, Value>;
  /** What the function gives back, by name, in its order; empty for a script. */
  readonly outputs: readonly string[];
  readonly functionName: string | undefined;
}

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
  const cursor = new Cursor(tokens);
  const run = new Run(cursor);
  try {
    run.all();
    return { variables: run.variables, outputs: run.outputs, functionName: run.functionName };
  } catch (error) {
    if (error instanceof Trouble) return { line: cursor.line, message: error.message };
    throw error;
  }
}

class Run {
  readonly variables = new Map<string, Value>([['nargin', scalar(0)]]);
  readonly #cursor: Cursor;
  readonly #expressions: Expressions;
  outputs: readonly string[] = [];
  functionName: string | undefined;

  constructor(cursor: Cursor) {
    this.#cursor = cursor;
    this.#expressions = new Expressions(cursor, (path) => this.#look(path));
  }

  all(): void {
    this.#block([]);
  }

  /** Statements up to one of these words; false where the function ends before. */
  #block(until: readonly string[]): boolean {
    for (;;) {
      this.#cursor.skipEnds();
      if (this.#cursor.kind === NAME && until.includes(this.#cursor.word())) return true;
      if (this.#cursor.kind === END) {
        if (until.length > 0) throw new Trouble(`met the end of the file, expected ${until.join(' or ')}`);
        return false;
      }
      if (!this.#statement()) return false;
    }
  }

  /** False where the function ends within it. */
  #condition(): boolean {
    let isDone = false;
    for (let word = 'if'; word !== 'end' && word !== 'endif'; word = this.#cursor.word()) {
      this.#cursor.at++;
      const applies: boolean = !isDone && (word === 'else' || holds(this.#expressions.expression()));
      if (!applies) this.#skipBlock();
      else if (!this.#block(BLOCK_ENDS)) return false;
      isDone ||= applies;
    }
    this.#cursor.at++;
    return true;
  }

  #skipBlock(): void {
    let inner = 0;
    let brackets = 0;
    for (; this.#cursor.kind !== END; this.#cursor.at++) {
      if (this.#cursor.kind === STRING || this.#cursor.kind === NUMBER || this.#cursor.kind === LINE) continue;
      const word = this.#cursor.word();
      if ('([{'.includes(word)) brackets++;
      else if (')]}'.includes(word)) brackets--;
      if (this.#cursor.kind !== NAME || brackets > 0 || this.#cursor.word(this.#cursor.at - 1) === '.') continue;
      if (inner === 0 && BLOCK_ENDS.includes(word)) return;
      if (word === 'if' || OPENS_BLOCK.has(word)) inner++;
      else if (word === 'end' || /^end(if|for|while|switch)$/.test(word)) inner--;
    }
    throw new Trouble('met the end of the file, expected end');
  }

  /** False where the function ends. */
  #statement(): boolean {
    if (this.#cursor.is('[')) {
      const names = this.#namesAhead();
      if (names !== undefined) {
        this.#assignAll(names);
        return true;
      }
    }
    if (this.#cursor.kind !== NAME) throw new Trouble(`met ${this.#cursor.shown()}, expected a statement`);
    const word = this.#cursor.word();
    if (word === 'function') {
      if (this.functionName !== undefined) return false; // what follows are helpers of the file's own
      this.#functionHead();
      return true;
    }
    if (word === 'return' || word === 'end' || word === 'endfunction') return false;
    if (word === 'if') return this.#condition();
    if (NOT_UNDERSTOOD.has(word)) throw new Trouble(`"${word}" is not understood in a case file`);
    if (word === 'define_constants') {
      this.#cursor.at++;
      for (const names of Object.values(columnNames)) {
        for (const [name, value] of names) this.variables.set(name, scalar(value));
      }
      return true;
    }
    this.#assign();
    return true;
  }

  #functionHead(): void {
    this.#cursor.at++;
    const first = this.#cursor.at;
    if (this.#cursor.is('[')) {
      const names = this.#namesAhead() ?? [];
      this.outputs = names;
      this.#cursor.expect('=');
      this.functionName = this.#cursor.name();
    } else {
      const name = this.#cursor.name();
      if (this.#cursor.take('=')) {
        this.outputs = [name];
        this.functionName = this.#cursor.name();
      } else this.functionName = this.#cursor.word(first);
    }
    while (this.#cursor.kind !== LINE && this.#cursor.kind !== END) this.#cursor.at++;
  }

  /** `[A, B, …]` before an equals sign; undefined, and nothing read, where it is something else. */
  #namesAhead(): readonly string[] | undefined {
    const names: string[] = [];
    let k = this.#cursor.at + 1;
    for (;;) {
      const word = this.#cursor.word(k);
      if (this.#cursor.tokens.kind[k] === NAME) names.push(word);
      else if (word === ']') break;
      else if (word !== ',' && word !== '~' && this.#cursor.tokens.kind[k] !== LINE) return undefined;
      k++;
      if (k >= this.#cursor.tokens.count) return undefined;
    }
    if (this.#cursor.word(k + 1) !== '=') return undefined;
    this.#cursor.at = k + 1;
    return names;
  }

  #assignAll(names: readonly string[]): void {
    this.#cursor.expect('=');
    const source = this.#cursor.name();
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
    const path = [this.#cursor.name()];
    while (this.#cursor.take('.')) path.push(this.#cursor.name());
    let indices: readonly Index[] | undefined;
    let isCell = false;
    const target = this.#look(path);
    if (this.#cursor.is('(')) indices = this.#expressions.indices(target);
    else if (this.#cursor.is('{')) isCell = true;
    if (isCell || !this.#cursor.is('=')) {
      throw new Trouble(`met ${this.#cursor.shown()} after ${path.join('.')}, expected =`);
    }
    this.#cursor.at++;
    const value = this.#expressions.expression();
    if (this.#cursor.kind !== LINE && this.#cursor.kind !== END && !this.#cursor.is(';') && !this.#cursor.is(',')) {
      throw new Trouble(`met ${this.#cursor.shown()}, expected the end of the statement`);
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
}
