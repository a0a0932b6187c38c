/** Saved state is little-endian. Nearly every machine is, and copies; the others turn each element around. */
export const HOST_IS_LITTLE_ENDIAN = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;

/** Reverses the bytes of every element in place; a rest shorter than an element must not exist. */
export function swapElements(bytes: Uint8Array, elementBytes: number): void {
  if (bytes.length % elementBytes !== 0) {
    throw new RangeError(`${bytes.length} bytes are no whole number of elements of ${elementBytes} bytes`);
  }
  for (let at = 0; at < bytes.length; at += elementBytes) {
    for (let low = at, high = at + elementBytes - 1; low < high; low++, high--) {
      const byte = bytes[low];
      bytes[low] = bytes[high];
      bytes[high] = byte;
    }
  }
}
