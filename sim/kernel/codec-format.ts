/**
 * How saved state lies in bytes: 'CLOM', the kind as text, the version as u32, then the fields in the order they were
 * written. Scalars lie bare; text, bytes and arrays are a tag, a u32 count and the elements, so that reading one for
 * another is noticed. A long array all of whose elements are the same is its tag with the bit SAME, the count and one
 * element. Everything is little-endian and unaligned; every NaN is written as one and the same.
 */
export const MAGIC = 0x4d4f4c43; // the bytes 'CLOM'

export const FIELDS = {
  text: { tag: 0xa0, elementBytes: 2 }, // UTF-16 units: any string comes back as it was
  bytes: { tag: 0xa1, elementBytes: 1 },
  float64s: { tag: 0xa2, elementBytes: 8 },
  float32s: { tag: 0xa3, elementBytes: 4 },
  uint32s: { tag: 0xa4, elementBytes: 4 },
  uint16s: { tag: 0xa5, elementBytes: 2 },
  uint8s: { tag: 0xa6, elementBytes: 1 },
  int32s: { tag: 0xa7, elementBytes: 4 },
} as const;

export const SAME = 0x10;
/** More of the same are written out: a few bytes that are not ours must not make a reader take all memory. */
export const MOST_SAME = 1 << 24;

export type FieldName = keyof typeof FIELDS;

/** Saved state that is not what the reader expects; the message says what was met and what was expected. */
export class CodecError extends Error {
  override readonly name = 'CodecError';
}
