import type { Letters } from './letters';
import { type Colour, linesOf, Pen, type TextLook } from './pen';

/** A4, in points. */
const WIDTH = 595.28;
const HEIGHT = 841.89;
const MARGIN = 48;
const FOOT = 34;
const LINE = 1.45; // of the size of the letters

/** Pages that are filled from the top down; what does not fit goes on the next one. */
export class Sheet {
  readonly pages: Pen[] = [];
  readonly left = MARGIN;
  readonly width = WIDTH - 2 * MARGIN;
  readonly letters: Letters;
  y = MARGIN;

  constructor(letters: Letters) {
    this.letters = letters;
    this.turn();
  }

  get pen(): Pen {
    return this.pages[this.pages.length - 1];
  }

  /** Turns the page where so much does not fit on this one. */
  need(height: number): void {
    if (this.y + height > HEIGHT - MARGIN - FOOT) this.turn();
  }

  gap(height: number): void {
    this.y += height;
  }

  paragraph(text: string, look: TextLook, { x = this.left, width = this.width } = {}): void {
    const step = look.size * LINE;
    for (const line of linesOf(this.letters, text, look, width)) {
      this.need(step);
      this.y += step;
      this.pen.text(line, x, this.y - 0.3 * step, look);
    }
  }

  /** What every page has at its foot. */
  foot(say: (page: number, of: number) => string, look: TextLook, rule: Colour): void {
    this.pages.forEach((pen, i) => {
      const y = HEIGHT - MARGIN;
      pen.box(MARGIN, y - 16, WIDTH - 2 * MARGIN, 0.5, rule);
      pen.text(say(i + 1, this.pages.length), MARGIN, y, look);
    });
  }

  private turn(): void {
    this.pages.push(new Pen(this.letters, WIDTH, HEIGHT));
    this.y = MARGIN;
  }
}
