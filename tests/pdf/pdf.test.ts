import { describe, expect, it } from 'vitest';
import { writeDocument } from '../../src/pdf/document';
import { type DrawnLetter, Letters } from '../../src/pdf/letters';
import { linesOf } from '../../src/pdf/pen';
import { Sheet } from '../../src/pdf/sheet';
import { areaOf, traceOutline } from '../../src/pdf/trace-outline';
import { readPdf } from './read-pdf';

const SIZE = 64;

/** What a canvas would draw of a shape: each pixel's share of it, by 16 × 16 samples. */
function drawn(isInside: (x: number, y: number) => boolean) {
  const alpha = new Uint8Array(SIZE * SIZE);
  for (let pixel = 0; pixel < alpha.length; pixel++) {
    let hits = 0;
    for (let i = 0; i < 256; i++) {
      const x = (pixel % SIZE) + ((i % 16) + 0.5) / 16;
      const y = Math.floor(pixel / SIZE) + (Math.floor(i / 16) + 0.5) / 16;
      if (isInside(x, y)) hits++;
    }
    alpha[pixel] = Math.round((hits / 256) * 255);
  }
  return { width: SIZE, height: SIZE, alpha };
}

const disc = (radius: number) => (x: number, y: number) => Math.hypot(x - 32, y - 31) < radius;
const letterShape = drawn(disc(20));
/** Every letter a disc, half an em wide. */
const asDisc = (): DrawnLetter => ({
  ...letterShape,
  originX: 4,
  baselineY: 50,
  advanceEm: 0.5,
  emPixels: SIZE,
});

describe('the outline of a drawn shape', () => {
  it('encloses as much as the shape, in few points', () => {
    const [ring, ...rest] = traceOutline(drawn(disc(20)));
    expect(rest).toEqual([]);
    expect(Math.abs(areaOf(ring)) / (Math.PI * 400)).toBeCloseTo(1, 2);
    expect(ring.length / 2).toBeLessThan(100);
    // Coverage stands for a pixel's middle.
    for (let i = 0; i < ring.length; i += 2) {
      expect(Math.hypot(ring[i] + 0.5 - 32, ring[i + 1] + 0.5 - 31)).toBeCloseTo(20, 0);
    }
  });

  it('runs the other way round a hole, and apart around what is apart', () => {
    const rings = traceOutline(drawn((x, y) => (disc(20)(x, y) && !disc(9)(x, y)) || (x < 6 && y < 6)));
    const areas = rings.map(areaOf).sort((a, b) => Math.abs(a) - Math.abs(b));
    expect(areas.map((area) => Math.round(Math.abs(area)))).toEqual(
      [36, 254, 1257].map((each) => expect.closeTo(each, -1)),
    );
    expect(Math.sign(areas[1])).toBe(-Math.sign(areas[2]));
  });

  it('of nothing is nothing, and what touches the rim is closed there', () => {
    expect(traceOutline(drawn(() => false))).toEqual([]);
    const [whole] = traceOutline(drawn(() => true));
    expect(Math.abs(areaOf(whole)) / (SIZE * SIZE)).toBeCloseTo(1, 1);
  });
});

describe('a written document', () => {
  const look = { size: 10, colour: [0, 0, 0] } as const;

  it('says in every language what was written, over as many pages and fonts as that takes', async () => {
    const sheet = new Sheet(new Letters(asDisc));
    const many = Array.from({ length: 300 }, (_, i) => String.fromCodePoint(0x4e00 + i)).join('');
    for (let i = 0; i < 30; i++) sheet.paragraph(`第 ${i} 段：团结路，é 🚧 ${many}`, look);
    sheet.foot((page, of) => `${page}/${of}`, look, [0, 0, 0]);
    const { pages, letters } = sheet;
    const file = await writeDocument({
      title: '比较',
      language: 'zh-CN',
      pages,
      letters,
      pictures: [{ name: 'view', jpeg: Uint8Array.of(0xff, 0xd8, 0xff), width: 1, height: 1 }],
      made: new Date(0),
    });
    const read = readPdf(Buffer.from(await file.arrayBuffer()));
    expect(read.pages).toBe(pages.length);
    expect(read.pages).toBeGreaterThan(1);
    const said = read.lines.join('');
    for (let i = 0; i < 30; i++) expect(said).toContain(`第 ${i} 段：团结路，é 🚧`);
    expect(said).toContain(many.slice(0, 20));
    expect(read.lines.at(-1)).toBe(`${pages.length}/${pages.length}`);
    expect(read.info).toContain('/Title <FEFF6BD48F83>');
    expect([...read.pictures[0]]).toEqual([0xff, 0xd8, 0xff]);
  });

  it('breaks lines between words and between Chinese characters, and begins none with a comma', () => {
    const letters = new Letters(asDisc);
    // Half an em a letter: ten letters of 10 points are 50 wide.
    expect(linesOf(letters, 'close the whole road', look, 50)).toEqual(['close the', 'whole road']);
    expect(linesOf(letters, '道路封闭期间绕行，请从团结路走', look, 45)).toEqual([
      '道路封闭期间绕行，',
      '请从团结路走',
    ]);
  });
});
