/**
 * A strict streaming reader of XML 1.0 without a document type: calls back for every element as it opens and closes, and
 * holds nothing but the way to the root. Refused, with line and column: a DTD, entities other than the five and numbered
 * characters, tags that do not match, attributes without quotes or given twice, characters that XML may not hold, and
 * whatever exceeds the limits. Namespaces are not resolved: `xsi:type` is an attribute of that name.
 */
import { fail, problem, type Result, succeed } from '../../kernel';
import { decodeEntities, EntityFault } from './entities';
import { placeName } from './place';

/** The element that has just opened; the same object every time, so that whoever wants to keep something takes it out. */
export interface XmlElement {
  readonly name: string;
  /** Where its < stands in the text. */
  readonly offset: number;
  readonly attributeNames: readonly string[];
  get(attribute: string): string | undefined;
}

export interface XmlVisitor {
  /** `depth` is 0 at the root. */
  open(element: XmlElement, depth: number): void;
  close?(name: string, depth: number): void;
  /** Character data other than white space between tags. */
  text?(text: string, depth: number): void;
}

export interface XmlLimits {
  readonly maxCharacters?: number;
  readonly maxDepth?: number;
  readonly maxElements?: number;
  readonly maxAttributes?: number;
}

const MAX_CHARACTERS = 400_000_000;
const MAX_DEPTH = 64;
const MAX_ELEMENTS = 50_000_000;
const MAX_ATTRIBUTES = 100;

class Fault extends Error {
  readonly code: string;
  readonly offset: number;

  constructor(code: string, offset: number, message: string) {
    super(message);
    this.code = code;
    this.offset = offset;
  }
}

export function readXml(text: string, visitor: XmlVisitor, limits: XmlLimits = {}): Result<void> {
  try {
    new Reader(text, visitor, limits).read();
    return succeed(undefined);
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return fail([problem(`xml.${error.code}`, [placeName(text, error.offset)], error.message)]);
  }
}

class OpenElement implements XmlElement {
  name = '';
  offset = 0;
  attributeNames: string[] = [];
  readonly values: string[] = [];

  get(attribute: string): string | undefined {
    const at = this.attributeNames.indexOf(attribute);
    return at < 0 ? undefined : this.values[at];
  }
}

const TAB = 9;
const LINE_FEED = 10;
const RETURN = 13;
const SPACE = 32;
const BANG = 33;
const DOUBLE_QUOTE = 34;
const SINGLE_QUOTE = 39;
const SLASH = 47;
const EQUALS = 61;
const GREATER = 62;
const QUESTION = 63;

const FORBIDDEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that XML forbids
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;
const NAME = /[\p{L}_:][\p{L}\p{N}\p{M}_:.\u00b7-]*/uy;

class Reader {
  readonly #text: string;
  readonly #visitor: XmlVisitor;
  readonly #maxDepth: number;
  readonly #maxElements: number;
  readonly #maxAttributes: number;
  readonly #element = new OpenElement();
  readonly #way: string[] = [];
  #at = 0;
  #elements = 0;

  constructor(text: string, visitor: XmlVisitor, limits: XmlLimits) {
    const most = limits.maxCharacters ?? MAX_CHARACTERS;
    if (text.length > most)
      throw new Fault('too-large', 0, `expected at most ${most} characters, found ${text.length}`);
    this.#text = text;
    this.#visitor = visitor;
    this.#maxDepth = limits.maxDepth ?? MAX_DEPTH;
    this.#maxElements = limits.maxElements ?? MAX_ELEMENTS;
    this.#maxAttributes = limits.maxAttributes ?? MAX_ATTRIBUTES;
  }

  read(): void {
    const text = this.#text;
    const forbidden = FORBIDDEN.exec(text);
    if (text.charCodeAt(0) === 0xfeff) this.#at = 1;
    this.#declaration();
    let rootSeen = false;
    for (;;) {
      const next = text.indexOf('<', this.#at);
      // What comes before the fault is read first: its own faults are the nearer ones.
      if (forbidden !== null && (next < 0 || next > forbidden.index)) this.#forbidden(forbidden.index);
      this.#characters(next < 0 ? text.length : next);
      if (next < 0) break;
      this.#at = next;
      const after = text.charCodeAt(next + 1);
      if (after === BANG) this.#bang();
      else if (after === QUESTION) this.#instruction();
      else if (after === SLASH) this.#endTag();
      else {
        if (this.#way.length === 0 && rootSeen)
          throw new Fault('second-root', next, 'expected the end of the document, found a second root element');
        rootSeen = true;
        this.#startTag();
      }
      if (forbidden !== null && this.#at > forbidden.index) this.#forbidden(forbidden.index);
    }
    if (this.#way.length > 0) {
      throw new Fault(
        'unclosed',
        text.length,
        `expected </${this.#way[this.#way.length - 1]}>, found the end of the text`,
      );
    }
    if (!rootSeen) throw new Fault('no-root', text.length, 'expected an element, found none');
  }

  #forbidden(offset: number): never {
    const code = this.#text.charCodeAt(offset).toString(16).padStart(4, '0');
    throw new Fault('character', offset, `expected a character that XML may hold, found U+${code.toUpperCase()}`);
  }

  #declaration(): void {
    const text = this.#text;
    if (!text.startsWith('<?xml', this.#at) || !isSpace(text.charCodeAt(this.#at + 5))) return;
    const end = text.indexOf('?>', this.#at);
    if (end < 0) throw new Fault('declaration', this.#at, 'expected ?> at the end of the XML declaration, found none');
    const inside = text.slice(this.#at, end);
    const version = /\sversion\s*=\s*["']([^"']*)["']/.exec(inside);
    if (version === null || !/^1\.[0-9]+$/.test(version[1])) {
      throw new Fault('declaration', this.#at, 'expected version="1.0" in the XML declaration');
    }
    const encoding = /\sencoding\s*=\s*["']([^"']*)["']/.exec(inside)?.[1].toLowerCase();
    if (encoding !== undefined && encoding !== 'utf-8' && encoding !== 'utf8' && encoding !== 'us-ascii') {
      // Text arrives here decoded as UTF-8: of another encoding only what both have in common is right.
      const foreign = /\P{ASCII}/u.exec(text.slice(1));
      if (foreign !== null)
        throw new Fault('encoding', foreign.index + 1, `expected UTF-8, found a document in ${encoding.slice(0, 40)}`);
    }
    this.#at = end + 2;
  }

  #characters(end: number): void {
    const from = this.#at;
    let at = from;
    while (at < end && isSpace(this.#text.charCodeAt(at))) at++;
    if (at === end) return;
    if (this.#way.length === 0)
      throw new Fault('stray-text', at, 'expected an element, found text outside of the root');
    const raw = this.#text.slice(from, end);
    const forbidden = raw.indexOf(']]>');
    if (forbidden >= 0) throw new Fault('text', from + forbidden, 'expected no ]]> in text');
    const decoded = this.#decode(raw, from);
    this.#visitor.text?.(decoded, this.#way.length - 1);
  }

  #bang(): void {
    const text = this.#text;
    const from = this.#at;
    if (text.startsWith('<!--', from)) {
      const end = text.indexOf('--', from + 4);
      if (end < 0) throw new Fault('unclosed', from, 'expected --> at the end of the comment, found none');
      if (text.charCodeAt(end + 2) !== GREATER) throw new Fault('comment', end, 'expected no -- within a comment');
      this.#at = end + 3;
    } else if (text.startsWith('<![CDATA[', from)) {
      if (this.#way.length === 0)
        throw new Fault('stray-text', from, 'expected an element, found text outside of the root');
      const end = text.indexOf(']]>', from);
      if (end < 0) throw new Fault('unclosed', from, 'expected ]]> at the end of the CDATA section, found none');
      if (end > from + 9) this.#visitor.text?.(text.slice(from + 9, end), this.#way.length - 1);
      this.#at = end + 3;
    } else if (text.startsWith('<!DOCTYPE', from)) {
      throw new Fault(
        'document-type',
        from,
        'expected no document type: a DTD can name other files and grow without end',
      );
    } else {
      throw new Fault('markup', from, 'expected a comment, a CDATA section or an element');
    }
  }

  #instruction(): void {
    const end = this.#text.indexOf('?>', this.#at);
    if (end < 0)
      throw new Fault('unclosed', this.#at, 'expected ?> at the end of the processing instruction, found none');
    if (/^<\?xml[\s?]/i.test(this.#text.slice(this.#at, this.#at + 6))) {
      throw new Fault('declaration', this.#at, 'expected the XML declaration at the very beginning, once');
    }
    this.#at = end + 2;
  }

  #endTag(): void {
    const from = this.#at;
    this.#at += 2;
    const name = this.#name('the name of the element that ends');
    this.#space();
    if (this.#text.charCodeAt(this.#at) !== GREATER) throw new Fault('markup', this.#at, `expected > after </${name}`);
    this.#at++;
    const open = this.#way.pop();
    if (open === undefined) throw new Fault('unopened', from, `</${name}> ends nothing`);
    if (open !== name) throw new Fault('mismatch', from, `expected </${open}>, found </${name}>`);
    this.#visitor.close?.(name, this.#way.length);
  }

  #startTag(): void {
    const element = this.#element;
    element.offset = this.#at;
    if (++this.#elements > this.#maxElements) {
      throw new Fault('too-many', this.#at, `expected at most ${this.#maxElements} elements`);
    }
    this.#at++;
    element.name = this.#name('the name of an element');
    element.attributeNames.length = 0;
    element.values.length = 0;
    for (;;) {
      const spaced = this.#space();
      const next = this.#text.charCodeAt(this.#at);
      if (next === GREATER || next === SLASH) break;
      if (Number.isNaN(next))
        throw new Fault(
          'unclosed',
          element.offset,
          `expected > at the end of <${element.name}, found the end of the text`,
        );
      if (!spaced) throw new Fault('markup', this.#at, 'expected a space before an attribute');
      this.#attribute(element);
    }
    if (this.#way.length >= this.#maxDepth) {
      throw new Fault('too-deep', element.offset, `expected at most ${this.#maxDepth} elements within each other`);
    }
    const isEmpty = this.#text.charCodeAt(this.#at) === SLASH;
    if (isEmpty && this.#text.charCodeAt(this.#at + 1) !== GREATER)
      throw new Fault('markup', this.#at, 'expected /> at the end of an empty element');
    this.#at += isEmpty ? 2 : 1;
    this.#visitor.open(element, this.#way.length);
    if (isEmpty) this.#visitor.close?.(element.name, this.#way.length);
    else this.#way.push(element.name);
  }

  #attribute(element: OpenElement): void {
    const text = this.#text;
    const from = this.#at;
    const name = this.#name('an attribute');
    this.#space();
    if (text.charCodeAt(this.#at) !== EQUALS)
      throw new Fault('attribute', this.#at, `expected = after the attribute ${name}`);
    this.#at++;
    this.#space();
    const quote = text.charCodeAt(this.#at);
    if (quote !== DOUBLE_QUOTE && quote !== SINGLE_QUOTE)
      throw new Fault('attribute', this.#at, `expected the value of ${name} in quotes`);
    const start = this.#at + 1;
    const end = text.indexOf(quote === DOUBLE_QUOTE ? '"' : "'", start);
    if (end < 0)
      throw new Fault('unclosed', this.#at, `expected a quote at the end of the value of ${name}, found none`);
    const raw = text.slice(start, end);
    const less = raw.indexOf('<');
    if (less >= 0)
      throw new Fault(
        'attribute',
        start + less,
        `expected no < in the value of ${name}; is its closing quote missing?`,
      );
    if (element.attributeNames.includes(name))
      throw new Fault('attribute-twice', from, `the attribute ${name} is given twice`);
    if (element.attributeNames.length >= this.#maxAttributes) {
      throw new Fault('too-many', from, `expected at most ${this.#maxAttributes} attributes of one element`);
    }
    element.attributeNames.push(name);
    element.values.push(this.#decode(raw, start));
    this.#at = end + 1;
  }

  #decode(raw: string, from: number): string {
    try {
      return decodeEntities(raw);
    } catch (error) {
      if (!(error instanceof EntityFault)) throw error;
      throw new Fault('entity', from + error.offset, error.message);
    }
  }

  /** Names are nearly always ASCII letters; the full pattern is asked only where they are not. */
  #name(what: string): string {
    const text = this.#text;
    const from = this.#at;
    let at = from;
    while (isPlainNameCode(text.charCodeAt(at), at > from)) at++;
    const next = text.charCodeAt(at);
    if (at > from && (next < 128 || Number.isNaN(next))) {
      this.#at = at;
      return text.slice(from, at);
    }
    NAME.lastIndex = from;
    const found = NAME.exec(text);
    if (found === null) throw new Fault('markup', from, `expected ${what}`);
    this.#at = from + found[0].length;
    return found[0];
  }

  #space(): boolean {
    const from = this.#at;
    while (isSpace(this.#text.charCodeAt(this.#at))) this.#at++;
    return this.#at > from;
  }
}

function isSpace(code: number): boolean {
  return code === SPACE || code === LINE_FEED || code === TAB || code === RETURN;
}

function isPlainNameCode(code: number, within: boolean): boolean {
  if ((code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95 || code === 58) return true;
  return within && ((code >= 48 && code <= 57) || code === 45 || code === 46);
}
