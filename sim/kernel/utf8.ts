import { fail, problem, type Result, succeed } from './problem';

const UNITS_PER_CHUNK = 8_192; // arguments of one String.fromCharCode call, well below every engine's limit

/**
 * Strict UTF-8 to text, as RFC 3629 has it: no overlong forms, no surrogates, nothing above U+10FFFF, nothing replaced.
 * Written out because the ES library has no decoder. A byte-order mark stays in the text, for parseJson to name.
 */
export function decodeUtf8(bytes: Uint8Array): Result<string> {
  const units = new Uint16Array(Math.min(bytes.length, UNITS_PER_CHUNK) + 1); // one more: a pair may straddle the end
  let text = '';
  let used = 0;
  let at = 0;
  while (at < bytes.length) {
    const lead = bytes[at];
    if (lead < 0x80) {
      units[used++] = lead;
      at++;
    } else {
      const length = sequenceLength(bytes, at);
      if (length === 0) return fail([invalidAt(bytes, at)]);
      if (length === 2) {
        units[used++] = ((lead & 0x1f) << 6) | (bytes[at + 1] & 0x3f);
      } else if (length === 3) {
        units[used++] = ((lead & 0x0f) << 12) | ((bytes[at + 1] & 0x3f) << 6) | (bytes[at + 2] & 0x3f);
      } else {
        const upper = ((lead & 0x07) << 18) | ((bytes[at + 1] & 0x3f) << 12);
        const code = (upper | ((bytes[at + 2] & 0x3f) << 6) | (bytes[at + 3] & 0x3f)) - 0x10000;
        units[used++] = 0xd800 | (code >> 10);
        units[used++] = 0xdc00 | (code & 0x3ff);
      }
      at += length;
    }
    if (used >= UNITS_PER_CHUNK) {
      text += textOf(units, used);
      used = 0;
    }
  }
  return succeed(text + textOf(units, used));
}

/** The bytes of the well-formed sequence that begins here, or 0: Table 3-7 of the Unicode Standard. */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const lead = bytes[at];
  const second = bytes[at + 1];
  if (lead >= 0xc2 && lead <= 0xdf) return isContinuation(second) ? 2 : 0;
  if (lead >= 0xe0 && lead <= 0xef) {
    const least = lead === 0xe0 ? 0xa0 : 0x80; // below: overlong
    const most = lead === 0xed ? 0x9f : 0xbf; // above: a surrogate
    return second >= least && second <= most && isContinuation(bytes[at + 2]) ? 3 : 0;
  }
  if (lead >= 0xf0 && lead <= 0xf4) {
    const least = lead === 0xf0 ? 0x90 : 0x80; // below: overlong
    const most = lead === 0xf4 ? 0x8f : 0xbf; // above: beyond U+10FFFF
    const rest = isContinuation(bytes[at + 2]) && isContinuation(bytes[at + 3]);
    return second >= least && second <= most && rest ? 4 : 0;
  }
  return 0;
}

function isContinuation(byte: number | undefined): boolean {
  return byte !== undefined && (byte & 0xc0) === 0x80;
}

function textOf(units: Uint16Array, count: number): string {
  return String.fromCharCode.apply(null, units.subarray(0, count) as unknown as number[]);
}

function invalidAt(bytes: Uint8Array, at: number) {
  const met = Array.from(bytes.subarray(at, at + 4), (byte) => byte.toString(16).padStart(2, '0')).join(' ');
  return problem('json.not-utf8', [], `bytes ${met} at offset ${at} are not UTF-8`);
}
