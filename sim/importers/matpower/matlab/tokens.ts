/** MATLAB text as tokens: comments gone, continued lines joined, strings told from transposes. */

export const NUMBER = 0;
export const NAME = 1;
export const STRING = 2;
export const SYMBOL = 3;
/** The end of a line, where that ends a statement or a row. */
export const LINE = 4;
export const END = 5;
export type TokenKind = typeof NUMBER | typeof NAME | typeof STRING | typeof SYMBOL | typeof LINE | typeof END;

/** Columns of a table: a file of ten thousand buses has a million tokens. */
export interface Tokens {
  readonly count: number;
  readonly kind: Uint8Array;
  readonly start: Int32Array;
  readonly end: Int32Array;
  readonly line: Int32Array;
  /** 1 where white space stands before it: within brackets that parts elements. */
  readonly spaced: Uint8Array;
  readonly text: string;
}

export interface Unreadable {
  readonly line: number;
  readonly message: string;
}

const SYMBOLS_OF_TWO = new Set(['.*', './', '.\\', '.^', ".'", '==', '~=', '!=', '<=', '>=', '&&', '||']);
const SYMBOLS = "+-*/\\^=<>()[]{},;:.'&|~!@";

export function tokensOf(text: string): Tokens | Unreadable {
  let room = Math.max(64, text.length >> 2);
  let kind = new Uint8Array(room);
  let start = new Int32Array(room);
  let end = new Int32Array(room);
  let line = new Int32Array(room);
  let spaced = new Uint8Array(room);
  let count = 0;
  let lineNumber = 1;
  let isSpaced = false;
  let brackets = 0;
  const add = (what: TokenKind, from: number, to: number) => {
    if (count === room) {
      room *= 2;
      const grow = <T extends Uint8Array | Int32Array>(old: T, made: T): T => {
        made.set(old);
        return made;
      };
      kind = grow(kind, new Uint8Array(room));
      start = grow(start, new Int32Array(room));
      end = grow(end, new Int32Array(room));
      line = grow(line, new Int32Array(room));
      spaced = grow(spaced, new Uint8Array(room));
    }
    kind[count] = what;
    start[count] = from;
    end[count] = to;
    line[count] = lineNumber;
    spaced[count++] = isSpaced ? 1 : 0;
    isSpaced = false;
  };
  const lineEnd = (from: number) => {
    const at = text.indexOf('\n', from);
    return at < 0 ? text.length : at;
  };

  let i = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  while (i < text.length) {
    const c = text[i];
    if (c === '\n') {
      add(LINE, i, i + 1);
      lineNumber++;
      i++;
    } else if (c === ' ' || c === '\t' || c === '\r' || c === '\f' || c === '\v' || c === '\u00a0') {
      isSpaced = true;
      i++;
    } else if (c === '%' || c === '#') {
      const stop = lineEnd(i);
      const alone = /^[ \t]*$/.test(text.slice(text.lastIndexOf('\n', i - 1) + 1, i));
      if (alone && /^[%#]\{[ \t\r]*$/.test(text.slice(i, stop))) {
        let depth = 1;
        let at = stop;
        while (depth > 0) {
          if (at >= text.length) return { line: lineNumber, message: 'the block comment that begins here has no end' };
          lineNumber++;
          const next = lineEnd(at + 1);
          const words = text.slice(at + 1, next).trim();
          if (/^[%#]\{$/.test(words)) depth++;
          else if (/^[%#]\}$/.test(words)) depth--;
          at = next;
        }
        i = at;
      } else i = stop;
    } else if (c === '.' && text.startsWith('...', i)) {
      // The rest of the line is a comment, and the next one goes on.
      i = lineEnd(i) + 1;
      lineNumber++;
      isSpaced = true;
    } else if (isDigit(c) || (c === '.' && isDigit(text[i + 1] ?? ''))) {
      const from = i;
      while (isDigit(text[i] ?? '')) i++;
      // '1./x' divides elements by elements: the point belongs to the sign.
      if (text[i] === '.' && !"*/\\^'".includes(text[i + 1] ?? ' ')) {
        i++;
        while (isDigit(text[i] ?? '')) i++;
      }
      if (/[eEdD]/.test(text[i] ?? '')) {
        let k = i + 1;
        if (text[k] === '+' || text[k] === '-') k++;
        if (isDigit(text[k] ?? '')) {
          while (isDigit(text[k] ?? '')) k++;
          i = k;
        }
      }
      add(NUMBER, from, i);
    } else if (isLetter(c)) {
      const from = i;
      while (i < text.length && (isLetter(text[i]) || isDigit(text[i]))) i++;
      add(NAME, from, i);
    } else if (c === '"' || (c === "'" && !isTranspose())) {
      const from = i++;
      for (;;) {
        if (i >= text.length || text[i] === '\n') return { line: lineNumber, message: 'the string has no end' };
        if (text[i] !== c) i++;
        else if (text[i + 1] === c) i += 2;
        else break;
      }
      i++;
      add(STRING, from, i);
    } else if (SYMBOLS_OF_TWO.has(text.slice(i, i + 2))) {
      add(SYMBOL, i, i + 2);
      i += 2;
    } else if (SYMBOLS.includes(c)) {
      if (c === '[' || c === '{') brackets++;
      if (c === ']' || c === '}') brackets--;
      add(SYMBOL, i, i + 1);
      i++;
    } else return { line: lineNumber, message: `met the character ${JSON.stringify(c)}` };
  }
  isSpaced = false;
  add(LINE, text.length, text.length);
  add(END, text.length, text.length);
  return { count, kind, start, end, line, spaced, text };

  /** After a value a quote transposes it, unless it stands apart within brackets. */
  function isTranspose(): boolean {
    if (count === 0 || (isSpaced && brackets > 0)) return false;
    const last = kind[count - 1];
    return last === NUMBER || last === NAME || (last === SYMBOL && ")]}'".includes(text[end[count - 1] - 1]));
  }
}

function isDigit(c: string): boolean {
  return c >= '0' && c <= '9' && c.length === 1;
}

function isLetter(c: string): boolean {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c === '_';
}
