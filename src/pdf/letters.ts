/**
 * Letters as outlines. A file for others needs its letters with it; a page has no font file of all that a person may
 * type, and no way to the system's. So every letter that occurs is drawn once, large, by the browser, which finds a
 * font for any, traced, and put into Type 3 fonts (ISO 32000-1, 9.6.5) of up to 255 letters each, with a table of what
 * each letter is, so that the text can be searched and copied.
 */
import { num, type PdfFile, type Reference, ref, utf16 } from './pdf-file';
import { type Coverage, traceOutline } from './trace-outline';

export type Weight = 'regular' | 'bold';

/** A letter drawn large: its coverage, and where its origin and its end are. */
export interface DrawnLetter extends Coverage {
  readonly originX: number;
  readonly baselineY: number;
  /** How far the next letter stands, in ems. */
  readonly advanceEm: number;
  /** Pixels an em. */
  readonly emPixels: number;
}

export type DrawLetter = (letter: string, weight: Weight) => DrawnLetter;

export interface Letter {
  /** Its font's name on a page, and its number there. */
  readonly font: string;
  readonly code: number;
  readonly advanceEm: number;
}

const PER_FONT = 255;
const UNITS = 1_000; // of glyph space to an em

interface Entry extends Letter {
  readonly text: string;
  readonly program: string;
  readonly box: readonly [number, number, number, number];
}

export class Letters {
  private readonly draw: DrawLetter;
  private readonly known = new Map<string, Entry>();

  constructor(draw: DrawLetter) {
    this.draw = draw;
  }

  get(text: string, weight: Weight): Letter {
    const key = `${weight} ${text}`;
    const found = this.known.get(key);
    if (found) return found;
    const index = this.known.size;
    const drawn = this.draw(text, weight);
    const entry = { ...programOf(drawn), text, font: `F${Math.floor(index / PER_FONT)}`, code: 1 + (index % PER_FONT) };
    this.known.set(key, entry);
    return entry;
  }

  /** Writes the fonts; what a page names them by, and where they are. */
  async write(file: PdfFile): Promise<readonly (readonly [string, Reference])[]> {
    const all = [...this.known.values()];
    const names = [...new Set(all.map(({ font }) => font))];
    const entriesOf = (name: string) => all.filter(({ font }) => font === name);
    return Promise.all(names.map(async (name) => [name, await fontOf(file, entriesOf(name))] as const));
  }
}

function programOf(drawn: DrawnLetter): Pick<Entry, 'program' | 'box' | 'advanceEm'> {
  const scale = UNITS / drawn.emPixels;
  const box: [number, number, number, number] = [0, 0, 0, 0];
  const paths = traceOutline(drawn).map((ring) => {
    let path = '';
    for (let i = 0; i < ring.length; i += 2) {
      // A pixel's coverage stands for its middle.
      const x = Math.round((ring[i] + 0.5 - drawn.originX) * scale);
      const y = Math.round((drawn.baselineY - ring[i + 1] - 0.5) * scale);
      box[0] = Math.min(box[0], x);
      box[1] = Math.min(box[1], y);
      box[2] = Math.max(box[2], x);
      box[3] = Math.max(box[3], y);
      path += `${x} ${y} ${i === 0 ? 'm' : 'l'} `;
    }
    return `${path}h`;
  });
  const advance = num(drawn.advanceEm * UNITS);
  const shape = paths.length > 0 ? `${paths.join('\n')}\nf*` : '';
  return { program: `${advance} 0 ${box.join(' ')} d1\n${shape}`, box, advanceEm: drawn.advanceEm };
}

async function fontOf(file: PdfFile, entries: readonly Entry[]): Promise<Reference> {
  const programs = await Promise.all(entries.map(({ program }) => file.stream('', program)));
  const names = entries.map(({ code }) => `/g${code}`);
  const box = [0, 1, 2, 3].map((side) => (side < 2 ? Math.min : Math.max)(...entries.map((each) => each.box[side])));
  const map = await file.stream('', unicodeMap(entries));
  return file.add(
    [
      `<< /Type /Font /Subtype /Type3 /FontBBox [${box.join(' ')}] /FontMatrix [${1 / UNITS} 0 0 ${1 / UNITS} 0 0]`,
      `/CharProcs << ${names.map((name, i) => `${name} ${ref(programs[i])}`).join(' ')} >>`,
      `/Encoding << /Type /Encoding /Differences [1 ${names.join(' ')}] >>`,
      `/FirstChar 1 /LastChar ${entries.length}`,
      `/Widths [${entries.map(({ advanceEm }) => num(advanceEm * UNITS)).join(' ')}]`,
      `/Resources << >> /ToUnicode ${ref(map)} >>`,
    ].join('\n'),
  );
}

/** What each code is, for whoever searches or copies (9.10.3); a hundred lines a block are allowed. */
function unicodeMap(entries: readonly Entry[]): string {
  const lines = entries.map(({ code, text }) => `<${code.toString(16).padStart(2, '0')}> <${utf16(text)}>`);
  const blocks: string[] = [];
  for (let i = 0; i < lines.length; i += 100) {
    const block = lines.slice(i, i + 100);
    blocks.push(`${block.length} beginbfchar\n${block.join('\n')}\nendbfchar`);
  }
  return [
    '/CIDInit /ProcSet findresource begin',
    '12 dict begin begincmap',
    '/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def',
    '/CMapName /Cityloom def /CMapType 2 def',
    '1 begincodespacerange <00> <FF> endcodespacerange',
    ...blocks,
    'endcmap CMapName currentdict /CMap defineresource pop end end',
  ].join('\n');
}
