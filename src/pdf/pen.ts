import type { Letters, Weight } from './letters';
import { num } from './pdf-file';

/** Red, green, blue, each 0 to 1. */
export type Colour = readonly [number, number, number];

export interface TextLook {
  readonly size: number;
  readonly weight?: Weight;
  readonly colour: Colour;
}

/** One page's drawing. Points (1/72 inch) from the upper left corner, downwards, as a person reads. */
export class Pen {
  private readonly marks: string[] = [];
  readonly letters: Letters;
  readonly width: number;
  readonly height: number;

  constructor(letters: Letters, width: number, height: number) {
    this.letters = letters;
    this.width = width;
    this.height = height;
  }

  get content(): string {
    return this.marks.join('\n');
  }

  /** A line of text with its baseline at y; answers where it ends. */
  text(text: string, x: number, y: number, { size, weight = 'regular', colour }: TextLook): number {
    let at = x;
    let run = '';
    let font = '';
    this.marks.push(`BT ${rgb(colour)} rg 1 0 0 1 ${num(x)} ${num(this.height - y)} Tm`);
    const end = () => run && this.marks.push(`/${font} ${num(size)} Tf <${run}> Tj`);
    for (const letter of lettersOf(text)) {
      const { font: wanted, code, advanceEm } = this.letters.get(letter, weight);
      if (wanted !== font) {
        end();
        run = '';
        font = wanted;
      }
      run += code.toString(16).padStart(2, '0');
      at += advanceEm * size;
    }
    end();
    this.marks.push('ET');
    return at;
  }

  box(x: number, y: number, width: number, height: number, colour: Colour): void {
    const place = [x, this.height - y - height, width, height].map(num).join(' ');
    this.marks.push(`${rgb(colour)} rg ${place} re f`);
  }

  line(
    points: readonly (readonly [number, number])[],
    colour: Colour,
    width: number,
    dash: readonly number[] = [],
  ): void {
    if (points.length < 2) return;
    this.marks.push(`q ${rgb(colour)} RG ${num(width)} w 1 j [${dash.join(' ')}] 0 d ${this.path(points)} S Q`);
  }

  area(points: readonly (readonly [number, number])[], colour: Colour): void {
    if (points.length > 2) this.marks.push(`${rgb(colour)} rg ${this.path(points)} h f`);
  }

  /** A picture that the page knows by a name. */
  picture(name: string, x: number, y: number, width: number, height: number): void {
    const place = [width, 0, 0, height, x, this.height - y - height].map(num).join(' ');
    this.marks.push(`q ${place} cm /${name} Do Q`);
  }

  private path(points: readonly (readonly [number, number])[]): string {
    return points.map(([x, y], i) => `${num(x)} ${num(this.height - y)} ${i === 0 ? 'm' : 'l'}`).join(' ');
  }
}

function rgb(colour: Colour): string {
  return colour.map(num).join(' ');
}

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** As people count them: an accent or the second half of a flag stays with what it belongs to. */
export function lettersOf(text: string): readonly string[] {
  return Array.from(graphemes.segment(text), ({ segment }) => segment);
}

export function widthOf(
  letters: Letters,
  text: string,
  { size, weight = 'regular' }: Omit<TextLook, 'colour'>,
): number {
  let em = 0;
  for (const letter of lettersOf(text)) em += letters.get(letter, weight).advanceEm;
  return em * size;
}

/** Never at the beginning of a line (after GB/T 15834-2011), however little room the line before has. */
const NOT_FIRST = /^[，。、；：？！）》」』”’…—·,.;:?!)\]%‰°]/u;
const WIDE = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]/u;

/** Broken between words, and between any two Chinese characters. */
export function linesOf(
  letters: Letters,
  text: string,
  look: Omit<TextLook, 'colour'>,
  room: number,
): readonly string[] {
  const lines: string[] = [];
  let line = '';
  let width = 0;
  for (const piece of piecesOf(text)) {
    const wide = widthOf(letters, piece, look);
    if (line !== '' && width + wide > room && !NOT_FIRST.test(piece) && piece !== ' ') {
      lines.push(line.trimEnd());
      line = '';
      width = 0;
    }
    if (line === '' && piece === ' ') continue;
    line += piece;
    width += wide;
  }
  if (line !== '') lines.push(line.trimEnd());
  return lines;
}

function piecesOf(text: string): readonly string[] {
  const pieces: string[] = [];
  let word = '';
  for (const letter of lettersOf(text)) {
    if (letter === ' ' || WIDE.test(letter)) {
      if (word) pieces.push(word);
      pieces.push(letter);
      word = '';
    } else word += letter;
  }
  if (word) pieces.push(word);
  return pieces;
}
