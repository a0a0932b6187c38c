import { JsonNames } from './json-names';
import { JsonTokens, NotJson } from './json-tokens';
import { type Problem, problem } from './problem';

export interface JsonLimits {
  readonly maxBytes: number;
  /** Arrays and objects inside one another. */
  readonly maxDepth: number;
  /** Numbers, strings, true, false, null, arrays and objects together. */
  readonly maxValues: number;
}

const MAX_PROBLEMS = 1_000; // a hostile file must not cost more to report than to read
const MAX_EXCERPT = 40;

const QUOTE = 0x22;
const COMMA = 0x2c;
const MINUS = 0x2d;
const ZERO = 0x30;
const NINE = 0x39;
const COLON = 0x3a;
const OPEN_ARRAY = 0x5b;
const CLOSE_ARRAY = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;
const BYTE_ORDER_MARK = 0xfeff;

/** One pass over the text, no recursion, no values built: everything wrong with it, and nothing if it is well. */
export function scanJson(text: string, limits: JsonLimits): Problem[] {
  if (exceedsUtf8(text, limits.maxBytes)) {
    return [problem('json.too-large', [], `more than ${limits.maxBytes} bytes, the limit`)];
  }
  return new JsonScanner(text, limits).problems();
}

/** Thrown where a limit ends the reading; the problem is noted already. */
class Enough extends Error {}

class JsonScanner {
  readonly #tokens: JsonTokens;
  readonly #limits: JsonLimits;
  readonly #noted: Problem[] = [];
  #unlisted = 0;
  #values = 0;
  #depth = 0;
  /** Of each open container: the index reached in an array, −1 in an object, whose names say where we are. */
  readonly #index: number[] = [];
  readonly #names: JsonNames[] = [];

  constructor(text: string, limits: JsonLimits) {
    this.#tokens = new JsonTokens(text);
    this.#limits = limits;
  }

  problems(): Problem[] {
    try {
      this.#document();
    } catch (stop) {
      if (stop instanceof NotJson) this.#noteNotJson(stop.message);
      else if (!(stop instanceof Enough)) throw stop;
    }
    if (this.#unlisted > 0) {
      this.#noted.push(problem('json.more-problems', [], `${this.#unlisted} more of these kinds are not listed`));
    }
    return this.#noted;
  }

  #document(): void {
    const tokens = this.#tokens;
    if (tokens.text.charCodeAt(0) === BYTE_ORDER_MARK) {
      this.#note('json.byte-order-mark', 'the text begins with a byte-order mark');
      tokens.at = 1;
    }
    this.#valueAndFirsts();
    while (this.#depth > 0) this.#next();
    if (tokens.skipSpace() >= 0) throw new NotJson('expected nothing after the end of the document');
  }

  /** One value; if it is a container its first entry, and so on down, or its end if it has none. */
  #valueAndFirsts(): void {
    while (this.#value()) {
      const inArray = this.#index[this.#depth - 1] >= 0;
      if (this.#tokens.skipSpace() === (inArray ? CLOSE_ARRAY : CLOSE_OBJECT)) {
        this.#close();
        return;
      }
      if (!inArray) this.#name();
    }
  }

  /** After an entry: the next one, or the container's end. */
  #next(): void {
    const code = this.#tokens.skipSpace();
    const inArray = this.#index[this.#depth - 1] >= 0;
    if (code === COMMA) {
      this.#tokens.at++;
      if (inArray) this.#index[this.#depth - 1]++;
      else this.#name();
      this.#valueAndFirsts();
    } else if (code === (inArray ? CLOSE_ARRAY : CLOSE_OBJECT)) {
      this.#close();
    } else {
      throw new NotJson(inArray ? "expected ',' or ']'" : "expected ',' or '}'");
    }
  }

  #close(): void {
    this.#tokens.at++;
    this.#depth--;
  }

  /** Reads a value that is no container, or opens one and returns true. */
  #value(): boolean {
    const tokens = this.#tokens;
    const code = tokens.skipSpace();
    if (++this.#values > this.#limits.maxValues) {
      this.#note('json.too-many-values', `more than ${this.#limits.maxValues} values, the limit`);
      throw new Enough();
    }
    if (code === QUOTE) {
      tokens.string();
      if (tokens.stringHasLoneSurrogate) this.#noteLoneSurrogate();
    } else if (code === MINUS || (code >= ZERO && code <= NINE)) {
      const start = tokens.at;
      if (!tokens.number()) this.#noteNotFinite(start);
    } else if (code === OPEN_ARRAY || code === OPEN_OBJECT) {
      return this.#open(code === OPEN_ARRAY);
    } else if (code === 0x74) tokens.word('true');
    else if (code === 0x66) tokens.word('false');
    else if (code === 0x6e) tokens.word('null');
    else throw new NotJson('expected a value');
    return false;
  }

  #open(isArray: boolean): boolean {
    if (this.#depth === this.#limits.maxDepth) {
      this.#note('json.too-deep', `more than ${this.#limits.maxDepth} arrays and objects inside one another`);
      this.#skipContainer();
      return false;
    }
    this.#tokens.at++;
    this.#index[this.#depth] = isArray ? 0 : -1;
    if (!isArray) {
      this.#names[this.#depth] ??= new JsonNames(this.#tokens.text);
      this.#names[this.#depth].clear();
    }
    this.#depth++;
    return true;
  }

  /** Over what is too deep to be read, to its closing bracket, by counting: the document is refused already. */
  #skipContainer(): void {
    const tokens = this.#tokens;
    let open = 0;
    do {
      const code = tokens.text.charCodeAt(tokens.at);
      if (code === QUOTE) {
        tokens.string();
        continue;
      }
      if (code === OPEN_ARRAY || code === OPEN_OBJECT) open++;
      else if (code === CLOSE_ARRAY || code === CLOSE_OBJECT) open--;
      else if (Number.isNaN(code)) throw new NotJson('expected the end of what is too deep');
      tokens.at++;
    } while (open > 0);
  }

  #name(): void {
    const tokens = this.#tokens;
    if (tokens.skipSpace() !== QUOTE) throw new NotJson('expected a name in double quotes');
    const start = tokens.at + 1;
    tokens.string();
    const end = tokens.at - 1;
    const names = this.#names[this.#depth - 1];
    const isNew = tokens.stringHasEscape ? names.addEscaped(start, end) : names.add(start, end, tokens.stringHash);
    if (!isNew) this.#note('json.duplicate-key', `the key '${names.last()}' is already in this object`);
    if (names.lastIsForbidden()) this.#note('json.forbidden-key', `the key '${names.last()}' is not allowed`);
    if (tokens.stringHasLoneSurrogate) this.#noteLoneSurrogate();
    if (tokens.skipSpace() !== COLON) throw new NotJson("expected ':'");
    tokens.at++;
  }

  #noteNotJson(expected: string): void {
    const { text, at } = this.#tokens;
    const place = placeOf(text, at);
    const met = text.codePointAt(at);
    if (met === undefined) this.#note('json.truncated', `the text ends too early, at ${place}`);
    else this.#note('json.syntax', `${expected}, met ${JSON.stringify(String.fromCodePoint(met))} at ${place}`);
  }

  #noteNotFinite(start: number): void {
    const number = this.#tokens.text.slice(start, this.#tokens.at);
    const shown = number.length <= MAX_EXCERPT ? number : `${number.slice(0, MAX_EXCERPT)}...`;
    this.#note('json.not-finite', `${shown} is beyond the largest number, about 1.8e308`);
  }

  #noteLoneSurrogate(): void {
    this.#note('json.lone-surrogate', 'half a surrogate pair: the text is not Unicode');
  }

  #note(code: string, message: string): void {
    if (this.#noted.length < MAX_PROBLEMS) this.#noted.push(problem(code, this.#path(), message));
    else this.#unlisted++;
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

function exceedsUtf8(text: string, limitBytes: number): boolean {
  if (text.length > limitBytes) return true;
  if (text.length * 3 <= limitBytes) return false; // no unit takes more than three bytes
  let bytes = text.length;
  for (let i = 0; i < text.length && bytes <= limitBytes; i++) {
    const code = text.charCodeAt(i);
    if (code >= 0x80) bytes += code >= 0x800 && (code & 0xf800) !== 0xd800 ? 2 : 1; // a pair is four bytes in two units
  }
  return bytes > limitBytes;
}

function placeOf(text: string, at: number): string {
  let line = 1;
  let lineStart = 0;
  for (let i = text.indexOf('\n'); i >= 0 && i < at; i = text.indexOf('\n', i + 1)) {
    line++;
    lineStart = i + 1;
  }
  return `line ${line}, column ${at - lineStart + 1}`;
}
