import type { DrawLetter } from './letters';

/** Large enough for its outline to be true to a thousandth of an em. */
const EM_PIXELS = 96;
const ORIGIN_PIXELS = 48;
const BASELINE_PIXELS = 120;
const WIDTH_PIXELS = 320;
const HEIGHT_PIXELS = 176;

/** The browser's own letters: of the page's fonts, and where those lack one, of any that the system has. */
export function lettersFromCanvas(family: string): DrawLetter {
  const canvas = new OffscreenCanvas(WIDTH_PIXELS, HEIGHT_PIXELS);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('met a browser without a canvas for letters');
  return (letter, weight) => {
    context.font = `${weight === 'bold' ? 700 : 400} ${EM_PIXELS}px ${family}`;
    context.clearRect(0, 0, WIDTH_PIXELS, HEIGHT_PIXELS);
    context.fillText(letter, ORIGIN_PIXELS, BASELINE_PIXELS);
    const { data } = context.getImageData(0, 0, WIDTH_PIXELS, HEIGHT_PIXELS);
    const alpha = new Uint8Array(WIDTH_PIXELS * HEIGHT_PIXELS);
    for (let i = 0; i < alpha.length; i++) alpha[i] = data[4 * i + 3];
    return {
      width: WIDTH_PIXELS,
      height: HEIGHT_PIXELS,
      alpha,
      originX: ORIGIN_PIXELS,
      baselineY: BASELINE_PIXELS,
      advanceEm: context.measureText(letter).width / EM_PIXELS,
      emPixels: EM_PIXELS,
    };
  };
}

/** The page's fonts come in pieces, when a character of one is wanted: all that a text needs are there afterwards. */
export async function fontsFor(family: string, text: string): Promise<void> {
  await Promise.all([400, 700].map((weight) => document.fonts.load(`${weight} ${EM_PIXELS}px ${family}`, text)));
}
