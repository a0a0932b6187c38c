/** Row 17 of the systems: the park's published figures beside a year of it, on the screen and by the command line. */
import { runYear, sayRow } from '../energy/year';
import type { AcceptLine } from '../line';
import { flagshipAt } from './flagship-page';

const MOST_MS = 3_600_000;

export const publishedYear: AcceptLine = {
  name: 'systems 17: the published figures of the pan-energy network',
  goal: 'each of the ten within 2 %, or shown that it cannot hold together with the others, and why; on screen and by a headless run, the same',
  async measure(tools) {
    tools.say('a year by the command line');
    const { published } = await runYear('year', tools);
    tools.say('a year on the page');
    const { page, end } = await flagshipAt(tools, 60);
    try {
      await page.locator('.header .badge').click();
      await page.getByRole('button', { name: 'Published figures', exact: true }).click();
      const from = performance.now();
      await page.getByRole('button', { name: 'Live a year', exact: true }).click();
      const rows = page.locator('.published-table tbody tr');
      await rows.first().waitFor({ timeout: MOST_MS });
      const minutes = (performance.now() - from) / 60_000;
      const shown = await rows.evaluateAll((all) =>
        all.map((row) => {
          const { reached, met } = (row as HTMLElement).dataset;
          const isTold = (row.querySelector('th small')?.textContent ?? '').length > 0;
          return { reached: Number(reached), met: met === 'true', isTold };
        }),
      );
      const isSame =
        shown.length === published.length &&
        published.every(({ reached, met }, i) => shown[i].met === met && shown[i].reached === reached);
      const isTold = shown.every(({ met, isTold: why }) => met || why);
      return {
        held: shown.length === 10 && isSame && isTold,
        reached: [
          `${shown.filter(({ met }) => met).length} of ${shown.length} as published, every other with its cause`,
          `page and command line ${isSame ? 'the same to the last bit' : 'different'}`,
          `${minutes.toFixed(1)} min on the page`,
          ...published.map(sayRow),
        ].join('; '),
        how: 'cityloom run eco-park --scenario year; the page asked for its year as somebody would, city running',
      };
    } finally {
      await end();
    }
  },
};
