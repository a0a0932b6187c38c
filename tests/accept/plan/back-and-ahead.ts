/** Row 39 of the systems: a day back and six hours ahead, on the flagship's page. */
import type { EngineClient } from '../../../src/engine/engine-face';
import type { AcceptLine } from '../line';
import { flagshipAt } from './flagship-page';

const HOUR_S = 3_600;
const NOW_S = 24.5 * HOUR_S;
/** Places of the day before, the earliest a whole day back. */
const BEFORE_S = [0.5, 6.2, 15.7, 23.4].map((hours) => hours * HOUR_S);
const MOST_SEEK_MS = 60_000;
const MOST_AHEAD_MS = 3_600_000;

interface WithEngine {
  cityloomEngine: EngineClient;
}

export const backAndAhead: AcceptLine = {
  name: 'systems 39: look back and ahead',
  goal: 'scrub 24 h past and 6 h forecast; the forecast is drawn differently, with its spread',
  async measure(tools) {
    tools.say('a day of the flagship on its page');
    const { page, end } = await flagshipAt(tools, 60);
    const goTo = (seconds: number) =>
      page.evaluate(async (to) => {
        const { cityloomEngine } = globalThis as unknown as WithEngine;
        const from = performance.now();
        const reached = await cityloomEngine.runTo(to);
        if (!reached.ok) throw new Error(JSON.stringify(reached.problems));
        return { hash: reached.value.finalHash, ms: performance.now() - from };
      }, seconds);
    try {
      const first = new Map<number, string>();
      for (const seconds of [...BEFORE_S, NOW_S]) first.set(seconds, (await goTo(seconds)).hash);
      tools.say('back through the day');
      const back = [];
      for (const seconds of [...BEFORE_S].reverse()) back.push({ seconds, ...(await goTo(seconds)) });
      const again = await goTo(NOW_S);
      const same = [...back, { seconds: NOW_S, ...again }].every(({ seconds, hash }) => hash === first.get(seconds));
      const slowest = Math.max(...back.map(({ ms }) => ms));

      tools.say('six hours ahead, five futures');
      await page.locator('body').press('p');
      const dialog = page.locator('.ahead');
      await dialog.getByText('6 h', { exact: true }).click();
      const from = performance.now();
      await dialog.getByRole('button', { name: 'Look ahead', exact: true }).click();
      await page.locator('.ahead-course').waitFor({ timeout: MOST_AHEAD_MS });
      const firstMin = (performance.now() - from) / 60_000;
      await dialog.getByRole('button', { name: 'Look again', exact: true }).waitFor({ timeout: MOST_AHEAD_MS });
      const minutes = (performance.now() - from) / 60_000;
      const span = (await dialog.locator('p').first().textContent()) ?? '';
      const spreads = await page.locator('.ahead-figures li').evaluateAll((all) =>
        all.map((row) => {
          const { low, high } = (row as HTMLElement).dataset;
          return { name: row.querySelector('span')?.textContent ?? '', low: Number(low), high: Number(high) };
        }),
      );
      const spread = spreads.filter(({ low, high }) => low < high);
      const drawn = await page.locator('.ahead-course canvas').evaluate(inkOfHalves);
      const isDrawn = drawn.after.accent === 0 && drawn.after.alarm > 0 && drawn.before.accent > 0;
      return {
        held:
          same &&
          slowest <= MOST_SEEK_MS &&
          span.includes('5 futures') &&
          2 * spread.length > spreads.length &&
          isDrawn,
        reached: [
          `${back.length} places of the last 24 h ${same ? 'the same to the last bit' : 'different'} when gone back to, the slowest after ${(slowest / 1_000).toFixed(1)} s`,
          `6 h ahead in 5 futures after ${minutes.toFixed(1)} min, the first after ${firstMin.toFixed(1)}`,
          `${spread.length} of ${spreads.length} figures with a spread (${spreads
            .slice(0, 4)
            .map(({ name, low, high }) => `${name} ${low.toPrecision(4)} to ${high.toPrecision(4)}`)
            .join('; ')})`,
          `the past a line in one colour, what may come a broken one within a band in another: ${isDrawn ? 'seen on the chart' : `not seen (${JSON.stringify(drawn)})`}`,
        ].join('; '),
        how: 'Chromium at 1280 × 720, draw calls swallowed, every domain; hashes of everything until each place, as it was lived first and as it was gone back to; the chart’s own pixels left and right of its upright',
      };
    } finally {
      await end();
    }
  },
};

/** Pixels of the two colours before and after the upright that stands where the future begins. */
function inkOfHalves(canvas: HTMLElement | SVGElement) {
  const of = canvas as HTMLCanvasElement;
  const style = getComputedStyle(of);
  const probe = of.ownerDocument.createElement('canvas').getContext('2d')!;
  const rgbOf = (name: string) => {
    probe.fillStyle = style.getPropertyValue(name).trim();
    probe.fillRect(0, 0, 1, 1);
    return probe.getImageData(0, 0, 1, 1).data;
  };
  const colours = { accent: rgbOf('--accent'), alarm: rgbOf('--alarm') };
  const { width, height } = of;
  const { data } = of.getContext('2d')!.getImageData(0, 0, width, height);
  const columns = { accent: new Array<number>(width).fill(0), alarm: new Array<number>(width).fill(0) };
  for (let i = 0; i < width * height; i++) {
    for (const name of ['accent', 'alarm'] as const) {
      const away = [0, 1, 2].reduce((sum, k) => sum + Math.abs(data[4 * i + k] - colours[name][k]), 0);
      if (data[4 * i + 3] > 200 && away < 24) columns[name][i % width]++;
    }
  }
  const upright = columns.alarm.findIndex((count) => count > 0);
  const sum = (name: 'accent' | 'alarm', from: number, to: number) =>
    columns[name].slice(from, to).reduce((all, count) => all + count, 0);
  const at = upright < 0 ? width : upright;
  return {
    before: { accent: sum('accent', 0, at), alarm: sum('alarm', 0, at) },
    after: { accent: sum('accent', at + 4, width), alarm: sum('alarm', at, width) },
  };
}
