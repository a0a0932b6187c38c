const QUOTE = 0x22;
const PLUS = 0x2b;
const MINUS = 0x2d;
const DOT = 0x2e;
const ZERO = 0x30;
const NINE = 0x39;
const BACKSLASH = 0x5c;
const DIGITS_ALWAYS_FINITE = 300; // 1e308 has 309 digits

/** Thrown where the text stops being JSON, at `at` of the reader; the message says what JSON expects there. */
export class NotJson extends Error {}

/** Steps over the tokens of JSON as RFC 8259 has them, and remembers what matters about the last string. */
export class JsonTokens {
  at = 0;
  /** The last string as 31-polynomial over its UTF-16 units; of no use if it had an escape. */
  stringHash = 0;
  stringHasEscape = false;
  stringHasLoneSurrogate = false;
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  /** The next unit that is no space, or −1 at the end. */
  skipSpace(): number {
    const text = this.text;
    let at = this.at;
    let code = text.charCodeAt(at);
    while (code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09) code = text.charCodeAt(++at);
    this.at = at;
    return Number.isNaN(code) ? -1 : code;
  }

  word(word: string): void {
    for (let i = 0; i < word.length; i++, this.at++) {
      if (this.text.charCodeAt(this.at) !== word.charCodeAt(i)) throw new NotJson(`expected '${word}'`);
    }
  }

  /** False if the number is beyond the largest double. */
  number(): boolean {
    const text = this.text;
    const start = this.at;
    let at = start;
    let code = text.charCodeAt(at);
    if (code === MINUS) code = text.charCodeAt(++at);
    if (code === ZERO) at++;
    else at = this.#digits(at);
    code = text.charCodeAt(at);
    if (code === DOT) {
      at = this.#digits(at + 1);
      code = text.charCodeAt(at);
    }
    const hasExponent = code === 0x65 || code === 0x45;
    if (hasExponent) {
      code = text.charCodeAt(at + 1);
      at = this.#digits(code === MINUS || code === PLUS ? at + 2 : at + 1);
    }
    this.at = at;
    if (!hasExponent && at - start <= DIGITS_ALWAYS_FINITE) return true;
    return Number.isFinite(Number(text.slice(start, at)));
  }

  string(): void {
    const text = this.text;
    let at = this.at + 1;
    let hash = 0;
    let awaitsLow = false;
    this.stringHasEscape = false;
    this.stringHasLoneSurrogate = false;
    for (;;) {
      let code = text.charCodeAt(at);
      if (code === QUOTE) break;
      if (code === BACKSLASH) {
        this.stringHasEscape = true;
        this.at = at;
        code = this.#escape();
        at = this.at;
      } else if (code >= 0x20) {
        at++;
      } else {
        this.at = at;
        throw new NotJson('expected no control character in a string'); // or the end of the text
      }
      hash = (Math.imul(hash, 31) + code) | 0;
      if ((code & 0xf800) === 0xd800 || awaitsLow) {
        const isLow = (code & 0xfc00) === 0xdc00;
        if (isLow !== awaitsLow) this.stringHasLoneSurrogate = true;
        awaitsLow = (code & 0xfc00) === 0xd800;
      }
    }
    if (awaitsLow) this.stringHasLoneSurrogate = true;
    this.stringHash = hash;
    this.at = at + 1;
  }

  /** The unit that an escape stands for; for \n and its like any that is no surrogate. */
  #escape(): number {
    const kind = this.text.charAt(this.at + 1);
    if (kind === 'u') {
      for (let i = 2; i < 6; i++) {
        if (!/[0-9a-fA-F]/.test(this.text.charAt(this.at + i))) {
          this.at += i;
          throw new NotJson('expected four hexadecimal digits after \\u');
        }
      }
      this.at += 6;
      return Number.parseInt(this.text.slice(this.at - 4, this.at), 16);
    }
    if (kind === '' || !'"\\/bfnrt'.includes(kind)) {
      this.at += 1;
      throw new NotJson('expected an escape that JSON knows');
    }
    this.at += 2;
    return 0x20;
  }

  /** Over at least one digit. */
  #digits(from: number): number {
    const text = this.text;
    let at = from;
    let code = text.charCodeAt(at);
    while (code >= ZERO && code <= NINE) code = text.charCodeAt(++at);
    if (at === from) {
      this.at = at;
      throw new NotJson('expected a digit');
    }
    return at;
  }
}
