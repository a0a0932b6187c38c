const MAX_DEPTH = 512; // far beyond any of our formats; what goes deeper is a cycle

/**
 * Canonical JSON for hashes: keys sorted by UTF-16 unit, no spaces, numbers as the language writes them (the order and
 * spelling of RFC 8785). Properties that are undefined are left out, as in any JSON; everything else that JSON cannot
 * hold (NaN, functions, dates, typed arrays, cycles) throws, because a hash over a loss would lie.
 */
export function stringifyStable(value: unknown): string {
  return write(value, 0);
}

function write(value: unknown, depth: number): string {
  if (depth > MAX_DEPTH) throw new TypeError(`met a value nested deeper than ${MAX_DEPTH}, expected no cycle`);
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError(`met ${value}, expected a finite number`);
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) {
    const items: string[] = [];
    for (let i = 0; i < value.length; i++) items.push(write(value[i], depth + 1));
    return `[${items.join(',')}]`;
  }
  if (typeof value === 'object' && isPlain(value)) {
    const record = value as Record<string, unknown>;
    const members: string[] = [];
    for (const key of Object.keys(record).sort()) {
      if (record[key] !== undefined) members.push(`${JSON.stringify(key)}:${write(record[key], depth + 1)}`);
    }
    return `{${members.join(',')}}`;
  }
  throw new TypeError(`met ${describe(value)}, expected something that JSON can hold`);
}

/** By shape and not by identity: an object may come from another realm, as in a worker or a test. */
function isPlain(value: object): boolean {
  const prototype = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

function describe(value: unknown): string {
  return typeof value === 'object' && value !== null ? (value.constructor?.name ?? 'an object') : typeof value;
}
