/** Just enough of a reader to hold what we write against: the table of objects, packed streams, and what texts say. */
import { inflateSync } from 'node:zlib';

export interface ReadPdf {
  readonly pages: number;
  /** All that is said, a line for each run of text, page by page. */
  readonly lines: readonly string[];
  readonly info: string;
  /** Where each picture begins: the first bytes of a JPEG. */
  readonly pictures: readonly Buffer[];
}

export function readPdf(bytes: Buffer): ReadPdf {
  const all = bytes.toString('latin1');
  if (!all.startsWith('%PDF-1.7')) throw new Error('met a file that is no PDF');
  const start = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(all)?.[1]);
  const table = /^xref\n0 (\d+)\n/.exec(all.slice(start));
  if (!table) throw new Error('met a PDF whose table is not where it says');
  const objects = new Map<number, string>();
  const entries = all.slice(start + table[0].length).split('\n', Number(table[1]));
  entries.forEach((entry, number) => {
    if (number === 0) return;
    const at = Number(entry.slice(0, 10));
    if (!all.startsWith(`${number} 0 obj\n`, at)) throw new Error(`met no object ${number} at ${at}`);
    objects.set(number, all.slice(at + `${number} 0 obj\n`.length, all.indexOf('\nendobj\n', at)));
  });
  const object = (number: number) => objects.get(number) ?? '';
  const stream = (number: number) => {
    const text = object(number);
    const head = text.slice(0, text.indexOf('stream\n'));
    const length = Number(/\/Length (\d+)/.exec(head)?.[1]);
    const raw = Buffer.from(text.slice(head.length + 'stream\n'.length), 'latin1').subarray(0, length);
    return head.includes('/FlateDecode') ? inflateSync(raw) : raw;
  };
  const root = object(refIn(/\/Root (\d+) 0 R/, all.slice(start)));
  const tree = object(refIn(/\/Pages (\d+) 0 R/, root));
  const pages = [.../(?:(\d+) 0 R)/g[Symbol.matchAll](/\/Kids \[(.*?)\]/.exec(tree)?.[1] ?? '')].map(([, n]) =>
    Number(n),
  );
  const resources = object(refIn(/\/Resources (\d+) 0 R/, object(pages[0])));
  const fonts = new Map(
    [...resources.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name, n]) => [name, readMap(Number(n))]),
  );
  function readMap(font: number): Map<string, string> {
    const text = stream(refIn(/\/ToUnicode (\d+) 0 R/, object(font))).toString('latin1');
    const hex = (digits: string) =>
      String.fromCharCode(...(digits.match(/.{4}/g) ?? []).map((each) => parseInt(each, 16)));
    return new Map([...text.matchAll(/^<(..)> <([0-9A-F]+)>$/gm)].map(([, code, value]) => [code, hex(value)]));
  }
  const lines = pages.flatMap((page) => {
    const content = stream(refIn(/\/Contents (\d+) 0 R/, object(page))).toString('latin1');
    return [...content.matchAll(/BT[\s\S]*?ET/g)].map(([block]) =>
      [...block.matchAll(/\/(F\d+) \S+ Tf <([0-9a-f]+)> Tj/g)]
        .map(([, font, codes]) =>
          (codes.match(/../g) ?? []).map((code) => fonts.get(font)?.get(code) ?? '\ufffd').join(''),
        )
        .join(''),
    );
  });
  const pictures = [...resources.matchAll(/\/view (\d+) 0 R/g)].map(([, n]) => stream(Number(n)));
  return { pages: pages.length, lines, pictures, info: object(refIn(/\/Info (\d+) 0 R/, all.slice(start))) };
}

function refIn(pattern: RegExp, text: string): number {
  const found = pattern.exec(text);
  if (!found) throw new Error(`met no ${pattern} in ${text.slice(0, 80)}`);
  return Number(found[1]);
}
