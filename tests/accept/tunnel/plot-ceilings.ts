/** A plain picture of ceilings in fire tests: what was measured as points, what we say as a line; one panel a test. */
import type { FireComparison } from '../../reference/tunnel/fire-tests';

const WIDTH = 560;
const HEIGHT = 260;
const LEFT = 56;
const BOTTOM = 40;
const TOP = 34;
const RIGHT = 16;

export function plotCeilings(tests: readonly FireComparison[]): string {
  const panels = tests.map((test, row) => panel(test, row * HEIGHT));
  const tall = HEIGHT * tests.length;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${tall}" viewBox="0 0 ${WIDTH} ${tall}" font-family="sans-serif" font-size="11">`,
    `<rect width="${WIDTH}" height="${tall}" fill="white"/>`,
    ...panels,
    '</svg>\n',
  ].join('\n');
}

function panel(test: FireComparison, top: number): string {
  const { placesM, measuredC, predictedC } = test;
  const first = placesM[0];
  const span = placesM[placesM.length - 1] - first;
  const most = Math.ceil(Math.max(...measuredC, ...predictedC) / 100) * 100;
  const x = (metre: number) => LEFT + ((metre - first) / span) * (WIDTH - LEFT - RIGHT);
  const y = (celsius: number) => top + TOP + (1 - celsius / most) * (HEIGHT - TOP - BOTTOM);
  const f = (value: number) => value.toFixed(1);
  const out: string[] = [];
  for (let celsius = 0; celsius <= most; celsius += 100) {
    out.push(`<line x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${f(y(celsius))}" y2="${f(y(celsius))}" stroke="#ddd"/>`);
    out.push(`<text x="${LEFT - 6}" y="${f(y(celsius) + 4)}" text-anchor="end">${celsius}</text>`);
  }
  for (const metre of placesM.filter((_, k) => k % 2 === 0)) {
    out.push(`<text x="${f(x(metre))}" y="${f(y(0) + 16)}" text-anchor="middle">${metre}</text>`);
  }
  const line = placesM.map((metre, k) => `${f(x(metre))},${f(y(predictedC[k]))}`).join(' ');
  out.push(`<polyline points="${line}" fill="none" stroke="#c33" stroke-width="1.5"/>`);
  for (let k = 0; k < placesM.length; k++) {
    out.push(`<circle cx="${f(x(placesM[k]))}" cy="${f(y(measuredC[k]))}" r="3.5" fill="#225"/>`);
  }
  const said = `${test.name}: ceiling °C by place m, ${test.fromS} to ${test.toS} s; points measured, line predicted; mean error ${f(100 * test.meanError)} % of the peak’s rise`;
  out.push(`<text x="${LEFT}" y="${top + 18}">${said}</text>`);
  return out.join('\n');
}
