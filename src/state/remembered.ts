const PREFIX = 'cityloom.';

/** A choice kept by this browser from one visit to the next; private windows and full disks may refuse, and then it is not kept. */
export function recall(name: string): string | null {
  try {
    return globalThis.localStorage?.getItem(PREFIX + name) ?? null;
  } catch {
    return null;
  }
}

export function remember(name: string, value: string): void {
  try {
    globalThis.localStorage?.setItem(PREFIX + name, value);
  } catch {
    // Forgetting a preference is no failure of the product.
  }
}
