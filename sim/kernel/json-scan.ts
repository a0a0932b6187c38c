import { JsonNames } from './json-names';
import { type Problem, problem } from './problem';

export interface JsonLimits {
  readonly maxBytes: number;
  /** Arrays and objects inside one another. */
  readonly maxDepth: number;
  /** Numbers, strings, true, false, null, arrays and objects together. */
  readonly maxValues: number;
}

const MAX_PROBLEMS = 1_000; // a hostile file must not cost more to report than to read

/** One pass over the text, no recursion, no values built: everything wrong with it, and nothing if it is well. */
export function scanJson(text: string, limits: JsonLimits): Problem[] {
  const bytes = utf8Length(text, limits.maxBytes);
  if (bytes > limits.maxBytes) {
    return [problem('json.too-large', [], `more than ${limits.maxBytes} bytes, the limit`)];
  }
  const scanner = new JsonScanner(text, limits);
  try {
    scanner.document();
  } catch (stop) {
    if (!(stop instanceof Stop)) throw stop;
  }
  return scanner.reported();
}

/** Thrown where going on makes no sense: the problem is already noted. */
class Stop extends Error {}

const QUOTE = 0x22;
const COMMA = 0x2c;
const MINUS = 0x2d;
const DOT = 0x2e;
const ZERO = 0x30;
const NINE = 0x39;
const COLON = 0x3a;
const OPEN_ARRAY = 0x5b;
const BACKSLASH = 0x5c;
const CLOSE_ARRAY = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;
const BYTE_ORDER_MARK = 0xfeff;
const DIGITS_ALWAYS_FINITE = 300; // 1e308 has 309 digits

class JsonScanner {
  readonly #text: string;
  readonly #limits: JsonLimits;
  readonly #problems: Problem[] = [];
  #unreported = 0;
  #at = 0;
  #values = 0;
  #depth = 0;
  /** Of each open container: its index in an array, or −1 in an object, whose names say where we are. */
  readonly #index: number[] = [];
  readonly #names: JsonNames[] = [];
  /** Of the string read last. */
  #stringHash = 0;
  #stringHasEscape = false;
  #stringHasLoneSurrogate = false;

  constructor(text: string, limits: JsonLimits) {
    this.#text = text;
    this.#limits = limits;
  }

  reported(): Problem[] {
    if (this.#unreported === 0) return this.#problems;
    const message = `${this.#unreported} more problems of these kinds are not listed`;
    return [...this.#problems, problem('json.more-problems', [], message)];
  }

  document(): void {
    if (this.#text.charCodeAt(0) === BYTE_ORDER_MARK) {
      this.#note('json.byte-order-mark', 'the text begins with a byte-order mark');
      this.#at = 1;
    }
    this.#firstOf(this.#value());
    while (this.#depth > 0) this.#next();
    if (this.#skipSpace() >= 0) this.#syntax('expected nothing after the end of the document');
  }

  /** After a container opened: its first entry, or its end. */
  #firstOf(opened: boolean): void {
    while (opened) {
      const inArray = this.#index[this.#depth - 1] >= 0;
      if (this.#skipSpace() === (inArray ? CLOSE_ARRAY : CLOSE_OBJECT)) {
        this.#at++;
        this.#depth--;
        return;
      }
      if (!inArray) this.#name();
      opened = this.#value();
    }
  }

  /** After an entry: the next one, or the container's end. */
  #next(): void {
    const code = this.#skipSpace();
    const inArray = this.#index[this.#depth - 1] >= 0;
    if (code === COMMA) {
      this.#at++;
      if (inArray) this.#index[this.#depth - 1]++;
      else this.#name();
      this.#firstOf(this.#value());
    } else if (code === (inArray ? CLOSE_ARRAY : CLOSE_OBJECT)) {
      this.#at++;
      this.#depth--;
    } else {
      this.#syntax(inArray ? "expected ',' or ']'" : "expected ',' or '}'");
    }
  }

  /** Reads one value that is no container, or opens one and returns true. */
  #value(): boolean {
    const code = this.#skipSpace();
    if (++this.#values > this.#limits.maxValues) {
      this.#note('json.too-many-values', `more than ${this.#limits.maxValues} values, the limit`);
      throw new Stop();
    }
    if (code === QUOTE) {
      this.#string();
      if (this.#stringHasLoneSurrogate) this.#noteLoneSurrogate(this.#path());
    } else if (code === MINUS || (code >= ZERO && code <= NINE)) this.#number();
    else if (code === OPEN_ARRAY || code === OPEN_OBJECT) return this.#open(code === OPEN_ARRAY);
    else if (code === 0x74) this.#word('true');
    else if (code === 0x66) this.#word('false');
    else if (code === 0x6e) this.#word('null');
    else this.#syntax('expected a value');
    return false;
  }

  #open(isArray: boolean): boolean {
    if (this.#depth === this.#limits.maxDepth) {
      this.#note('json.too-deep', `more than ${this.#limits.maxDepth} arrays and objects inside one another`);
      this.#skipContainer();
      return false;
    }
    this.#at++;
    this.#index[this.#depth] = isArray ? 0 : -1;
    if (!isArray) {
      this.#names[this.#depth] ??= new JsonNames(this.#text);
      this.#names[this.#depth].clear();
    }
    this.#depth++;
    return true;
  }

  /** Over what is too deep to be read, to its closing bracket, by counting: the document is refused already. */
  #skipContainer(): void {
    let open = 0;
    do {
      const code = this.#text.charCodeAt(this.#at);
      if (code === QUOTE) {
        this.#string();
        continue;
      }
      if (Number.isNaN(code)) this.#syntax('expected the end of what is too deep');
      if (code === OPEN_ARRAY || code === OPEN_OBJECT) open++;
      else if (code === CLOSE_ARRAY || code === CLOSE_OBJECT) open--;
      this.#at++;
    } while (open > 0);
  }

  #name(): void {
    if (this.#skipSpace() !== QUOTE) this.#syntax('expected a name in double quotes');
    const start = this.#at + 1;
    this.#string();
    const names = this.#names[this.#depth - 1];
    const isNew = this.#stringHasEscape
      ? names.addEscaped(start, this.#at - 1)
      : names.add(start, this.#at - 1, this.#stringHash);
    if (!isNew) this.#note('json.duplicate-key', `the key '${names.last()}' is already in this object`);
    if (names.lastIsForbidden()) this.#note('json.forbidden-key', `the key '${names.last()}' is not allowed`);
    if (this.#stringHasLoneSurrogate) this.#noteLoneSurrogate(this.#path());
    if (this.#skipSpace() !== COLON) this.#syntax("expected ':'");
    this.#at++;
  }

  #string(): void {
    const text = this.#text;
    let at = this.#at + 1;
    let hash = 0;
    let awaitsLow = false;
    this.#stringHasEscape = false;
    this.#stringHasLoneSurrogate = false;
    for (;;) {
      let code = text.charCodeAt(at);
      if (code === QUOTE) break;
      if (code === BACKSLASH) {
        this.#stringHasEscape = true;
        this.#at = at;
        code = this.#escape();
        at = this.#at;
      } else if (!(code >= 0x20)) {
        this.#at = at;
        this.#syntax('expected no control character in a string');
      } else {
        at++;
      }
      hash = (Math.imul(hash, 31) + code) | 0;
      if ((code & 0xf800) === 0xd800 || awaitsLow) {
        const isLow = (code & 0xfc00) === 0xdc00;
        if (isLow !== awaitsLow) this.#stringHasLoneSurrogate = true;
        awaitsLow = (code & 0xfc00) === 0xd800;
      }
    }
    if (awaitsLow) this.#stringHasLoneSurrogate = true;
    this.#stringHash = hash;
    this.#at = at + 1;
  }

  /** The UTF-16 unit an escape stands for. */
  #escape(): number {
    const kind = this.#text.charCodeAt(this.#at + 1);
    if (kind === 0x75) {
      const digits = this.#text.slice(this.#at + 2, this.#at + 6);
      if (!/^[0-9a-fA-F]{4}$/.test(digits)) {
        if (this.#at + 2 + digits.length === this.#text.length && /^[0-9a-fA-F]*$/.test(digits)) {
          this.#at = this.#text.length;
        }
        this.#syntax('expected four hexadecimal digits after \\u');
      }
      this.#at += 6;
      return Number.parseInt(digits, 16);
    }
    if (Number.isNaN(kind)) this.#at = this.#text.length;
    if (Number.isNaN(kind) || !'"\\/bfnrt'.includes(String.fromCharCode(kind))) {
      this.#syntax('expected an escape that JSON knows');
    }
    this.#at += 2;
    return kind; // the unit itself does not matter: none of these is a surrogate, and names with escapes are decoded
  }

  #number(): void {
    const text = this.#text;
    const start = this.#at;
    let at = start;
    let code = text.charCodeAt(at);
    if (code === MINUS) code = text.charCodeAt(++at);
    if (code === ZERO) code = text.charCodeAt(++at);
    else at = this.#digits(at);
    code = text.charCodeAt(at);
    if (code === DOT) {
      at = this.#digits(at + 1);
      code = text.charCodeAt(at);
    }
    const hasExponent = code === 0x65 || code === 0x45;
    if (hasExponent) {
      code = text.charCodeAt(at + 1);
      at = this.#digits(code === MINUS || code === 0x2b ? at + 2 : at + 1);
    }
    this.#at = at;
    if ((hasExponent || at - start > DIGITS_ALWAYS_FINITE) && !Number.isFinite(Number(text.slice(start, at)))) {
      this.#note('json.not-finite', `${excerpt(text.slice(start, at))} is beyond the largest number, about 1.8e308`);
    }
  }

  /** Over at least one digit. */
  #digits(from: number): number {
    const text = this.#text;
    let at = from;
    let code = text.charCodeAt(at);
    while (code >= ZERO && code <= NINE) code = text.charCodeAt(++at);
    if (at === from) {
      this.#at = at;
      this.#syntax('expected a digit');
    }
    return at;
  }

  #word(word: string): void {
    for (let i = 0; i < word.length; i++, this.#at++) {
      if (this.#text.charCodeAt(this.#at) !== word.charCodeAt(i)) this.#syntax(`expected '${word}'`);
    }
  }

  /** The next unit that is no space, or −1 at the end. */
  #skipSpace(): number {
    const text = this.#text;
    let at = this.#at;
    let code = text.charCodeAt(at);
    while (code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09) code = text.charCodeAt(++at);
    this.#at = at;
    return Number.isNaN(code) ? -1 : code;
  }

  #syntax(expected: string): never {
    const { line, column } = placeOf(this.#text, this.#at);
    if (this.#at >= this.#text.length) {
      this.#note('json.truncated', `the text ends too early, at line ${line}, column ${column}`);
    } else {
      const met = JSON.stringify(String.fromCodePoint(this.#text.codePointAt(this.#at) ?? 0));
      this.#note('json.syntax', `${expected}, met ${met} at line ${line}, column ${column}`);
    }
    throw new Stop();
  }

  #noteLoneSurrogate(path: (string | number)[]): void {
    this.#note('json.lone-surrogate', 'half a surrogate pair: the text is not Unicode', path);
  }

  #note(code: string, message: string, path = this.#path()): void {
    if (this.#problems.length < MAX_PROBLEMS) this.#problems.push(problem(code, path, message));
    else this.#unreported++;
  }

  #path(): (string | number)[] {
    const path: (string | number)[] = [];
    for (let depth = 0; depth < this.#depth; depth++) {
      const index = this.#index[depth];
      if (index >= 0) path.push(index);
      else if (!this.#names[depth].isEmpty()) path.push(this.#names[depth].last());
    }
    return path;
  }
}

/** The length in UTF-8, or some number above the limit as soon as it is sure to exceed it. */
function utf8Length(text: string, limitBytes: number): number {
  if (text.length > limitBytes || text.length * 3 <= limitBytes) return text.length;
  let bytes = text.length;
  for (let i = 0; i < text.length && bytes <= limitBytes; i++) {
    const code = text.charCodeAt(i);
    if (code >= 0x80) bytes += code >= 0x800 && (code & 0xf800) !== 0xd800 ? 2 : 1;
  }
  return bytes;
}

function placeOf(text: string, at: number): { line: number; column: number } {
  let line = 1;
  let lineStart = 0;
  for (let i = text.indexOf('\n'); i >= 0 && i < at; i = text.indexOf('\n', i + 1)) {
    line++;
    lineStart = i + 1;
  }
  return { line, column: at - lineStart + 1 };
}

function excerpt(text: string): string {
  return text.length <= 40 ? text : `${text.slice(0, 37)}...`;
}
