import { brotliDecompressSync } from 'node:zlib';

/**
 * The characters that a WOFF2 file can draw, read from its own character map. After "WOFF File Format 2.0" (W3C 2018)
 * and "cmap" of the OpenType specification 1.9, as far as our fonts need: one font a file, formats 4 and 12.
 */
export function charactersIn(file: Uint8Array): Set<number> {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  if (view.getUint32(0) !== 0x774f4632) throw new Error('met a file that does not begin with wOF2');
  const tableCount = view.getUint16(12);
  const compressedLength = view.getUint32(20);
  let at = HEADER_BYTES;

  const readBase128 = (): number => {
    let value = 0;
    for (let i = 0; i < 5; i++) {
      const byte = view.getUint8(at++);
      value = value * 128 + (byte & 0x7f);
      if ((byte & 0x80) === 0) return value;
    }
    throw new Error('met a number of more than five bytes in the table directory');
  };

  let offset = 0;
  let cmap: { readonly from: number; readonly length: number } | undefined;
  for (let i = 0; i < tableCount; i++) {
    const flags = view.getUint8(at++);
    const known = flags & 0x3f;
    const transform = flags >> 6;
    if (known === ANY_TAG) at += 4;
    const originalLength = readBase128();
    const isOutline = known === GLYF || known === LOCA;
    const isTransformed = isOutline ? transform !== 3 : transform !== 0;
    const length = isTransformed ? readBase128() : originalLength;
    if (known === CMAP) cmap = { from: offset, length };
    offset += length;
  }
  if (!cmap) throw new Error('met a font without a character map');
  const tables = brotliDecompressSync(file.subarray(at, at + compressedLength));
  if (tables.length !== offset) throw new Error(`expected ${offset} bytes of tables, found ${tables.length}`);
  return readCmap(new DataView(tables.buffer, tables.byteOffset + cmap.from, cmap.length));
}

const HEADER_BYTES = 48;
const ANY_TAG = 63;
const CMAP = 0;
const GLYF = 10;
const LOCA = 11;

function readCmap(cmap: DataView): Set<number> {
  const characters = new Set<number>();
  const subtables = cmap.getUint16(2);
  for (let i = 0; i < subtables; i++) {
    const at = cmap.getUint32(4 + i * 8 + 4);
    const format = cmap.getUint16(at);
    if (format === 4) addSegments(cmap, at, characters);
    else if (format === 12) addGroups(cmap, at, characters);
  }
  return characters;
}

function addSegments(cmap: DataView, at: number, characters: Set<number>): void {
  const segmentBytes = cmap.getUint16(at + 6);
  const ends = at + 14;
  const starts = ends + segmentBytes + 2;
  const deltas = starts + segmentBytes;
  const rangeOffsets = deltas + segmentBytes;
  for (let i = 0; i < segmentBytes; i += 2) {
    const first = cmap.getUint16(starts + i);
    const last = cmap.getUint16(ends + i);
    const delta = cmap.getUint16(deltas + i);
    const rangeOffset = cmap.getUint16(rangeOffsets + i);
    for (let character = first; character <= last && character !== 0xffff; character++) {
      let glyph = character + delta;
      if (rangeOffset !== 0) {
        glyph = cmap.getUint16(rangeOffsets + i + rangeOffset + 2 * (character - first));
        if (glyph !== 0) glyph += delta;
      }
      if ((glyph & 0xffff) !== 0) characters.add(character);
    }
  }
}

function addGroups(cmap: DataView, at: number, characters: Set<number>): void {
  const groups = cmap.getUint32(at + 12);
  for (let i = 0; i < groups; i++) {
    const group = at + 16 + i * 12;
    for (let character = cmap.getUint32(group); character <= cmap.getUint32(group + 4); character++) {
      characters.add(character);
    }
  }
}
