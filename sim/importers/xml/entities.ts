/** Only the five entities that XML itself has, and numbered characters: nothing a document could define. */
const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

export class EntityFault extends Error {
  readonly offset: number;

  constructor(offset: number, message: string) {
    super(message);
    this.offset = offset;
  }
}

/** Text with its entities replaced; throws an EntityFault with the offset of the first one that is none. */
export function decodeEntities(text: string): string {
  let at = text.indexOf('&');
  if (at < 0) return text;
  let out = '';
  let from = 0;
  while (at >= 0) {
    const end = text.indexOf(';', at);
    if (end < 0 || end - at > LONGEST_ENTITY)
      throw new EntityFault(at, 'expected an entity such as &amp;, found a bare &');
    out += text.slice(from, at) + characterOf(text.slice(at + 1, end), at);
    from = end + 1;
    at = text.indexOf('&', from);
  }
  return out + text.slice(from);
}

const LONGEST_ENTITY = 12;

function characterOf(name: string, offset: number): string {
  if (Object.hasOwn(named, name)) return named[name];
  const number = /^#(?:x([0-9a-fA-F]{1,8})|([0-9]{1,8}))$/.exec(name);
  if (number === null)
    throw new EntityFault(
      offset,
      `expected one of &lt; &gt; &amp; &quot; &apos; or a numbered character, found &${name};`,
    );
  const code = number[1] === undefined ? Number(number[2]) : Number.parseInt(number[1], 16);
  if (!isCharacter(code)) throw new EntityFault(offset, `expected a character that XML may hold, found &${name};`);
  return String.fromCodePoint(code);
}

/** The production Char of XML 1.0. */
export function isCharacter(code: number): boolean {
  if (code < 0x20) return code === 0x9 || code === 0xa || code === 0xd;
  return code < 0xd800 || (code > 0xdfff && code < 0xfffe) || (code > 0xffff && code < 0x110000);
}
