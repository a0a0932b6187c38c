/** The columns of a network file in their standard order, and how headings name them. */
interface Column {
  readonly name: string;
  readonly kind: 'node' | 'from-zero' | 'any';
  readonly heading: RegExp;
}

export const columns: readonly Column[] = [
  { name: 'init_node', kind: 'node', heading: /^(init|tail|from|a)/ },
  { name: 'term_node', kind: 'node', heading: /^(term|head|to$|to_|to )/ },
  { name: 'capacity', kind: 'from-zero', heading: /^cap/ },
  { name: 'length', kind: 'from-zero', heading: /^(length|distance)/ },
  { name: 'free_flow_time', kind: 'from-zero', heading: /^(free|fft|ftime)/ },
  { name: 'b', kind: 'from-zero', heading: /^(b|alpha)$/ },
  { name: 'power', kind: 'from-zero', heading: /^(power|beta)/ },
  { name: 'speed', kind: 'any', heading: /^speed/ },
  { name: 'toll', kind: 'any', heading: /^toll/ },
  { name: 'link_type', kind: 'any', heading: /^(link.?)?type/ },
];

/**
 * Where each column stands, when a '~' line above the rows names all ten and in another order than the standard one.
 * Headings are parted by tabs or by several blanks ('Free Flow Time'), or by single blanks ('free_flow_time').
 */
export function columnOrder(line: string): readonly number[] | undefined {
  const text = line.trim();
  if (!text.startsWith('~')) return undefined;
  for (const parting of [/\t|;| {2,}/, /[\s;]+/]) {
    const names = text
      .slice(1)
      .split(parting)
      .map((name) => name.trim().toLowerCase())
      .filter((name) => name !== '');
    const order = columns.map(({ heading }) => names.findIndex((name) => heading.test(name)));
    if (names.length === columns.length && new Set(order).size === columns.length && !order.includes(-1)) return order;
  }
  return undefined;
}
