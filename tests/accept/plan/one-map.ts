/** Row 25 of the systems: several plans on one map, what they disagree on, and what is left once somebody has ruled. */
import type { Page } from 'playwright-core';
import type { EngineClient } from '../../../src/engine/engine-face';
import type { AcceptLine } from '../line';
import { flagshipAt } from './flagship-page';

const M2_PER_MU = 2_000 / 3;
const SAME_M2 = 1e-6;

export const oneMap: AcceptLine = {
  name: 'systems 25: one map of all plans',
  goal: 'the overlay lists conflicting parcels with area; resolving one lowers the total by exactly that area',
  async measure(tools) {
    const { page, end } = await flagshipAt(tools, 120);
    try {
      await page.locator('.header .badge').click();
      await page.getByRole('button', { name: 'One map of all plans', exact: true }).click();
      const rows = page.locator('.plans-conflicts li');
      await rows.first().waitFor({ timeout: 60_000 });
      const listed = await rows.evaluateAll((all) =>
        all.map((row) => ({
          parcel: (row as HTMLElement).dataset.parcel!,
          m2: Number((row as HTMLElement).dataset.m2),
        })),
      );
      const drawn = await page.locator('.plans-map .plans-conflict').count();
      const before = await openM2(page);
      const sum = listed.reduce((all, { m2 }) => all + m2, 0);
      const steps = [];
      for (const [k, ruling] of ['Parcel gives way', 'Plan gives way', 'Parcel gives way'].entries()) {
        const { parcel } = listed[2 * k];
        const m2 = listed.filter((each) => each.parcel === parcel).reduce((all, each) => all + each.m2, 0);
        const from = await openM2(page);
        await page
          .locator(`.plans-conflicts li[data-parcel="${parcel}"]`)
          .first()
          .getByRole('button', { name: ruling })
          .click();
        await page
          .locator(`.plans-conflicts li[data-parcel="${parcel}"][data-ruled]`)
          .first()
          .waitFor({ timeout: 30_000 });
        steps.push({ parcel, m2, fell: from - (await openM2(page)) });
      }
      const engineM2 = M2_PER_MU * (await engineFigure(page));
      const left = await openM2(page);
      await page
        .locator(`.plans-conflicts li[data-parcel="${steps[0].parcel}"]`)
        .first()
        .getByRole('button', { name: 'Take back' })
        .click();
      await page
        .locator(`.plans-conflicts li[data-parcel="${steps[0].parcel}"]:not([data-ruled])`)
        .first()
        .waitFor({ timeout: 30_000 });
      const back = (await openM2(page)) - left;
      const isExact = steps.every(({ m2, fell }) => Math.abs(m2 - fell) < SAME_M2);
      const held =
        listed.length > 10 &&
        drawn === listed.length &&
        Math.abs(sum - before) < SAME_M2 &&
        isExact &&
        Math.abs(engineM2 - left) < SAME_M2 * left &&
        Math.abs(back - steps[0].m2) < SAME_M2;
      return {
        held,
        reached: [
          `${listed.length} conflicts on ${new Set(listed.map(({ parcel }) => parcel)).size} parcels, ${before.toFixed(0)} m² in all, each listed and drawn`,
          ...steps.map(
            ({ parcel, m2, fell }) => `${parcel} settled: ${m2.toFixed(2)} m², the total fell by ${fell.toFixed(2)}`,
          ),
          `the city’s own figure ${engineM2.toFixed(2)} m², the page’s ${left.toFixed(2)}`,
          `the first taken back: ${back.toFixed(2)} m² more`,
        ].join('; '),
        how: 'the flagship’s page, its one map; areas of shared outlines, settled by the buttons beside them; works.plan-conflicts of the run two minutes later',
      };
    } finally {
      await end();
    }
  },
};

async function openM2(page: Page): Promise<number> {
  return Number(await page.locator('[data-open-m2]').getAttribute('data-open-m2'));
}

/** Of the run, once it has lived with what was ruled. */
function engineFigure(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const { cityloomEngine } = globalThis as unknown as { cityloomEngine: EngineClient };
    const told = new Promise<number>((resolve) => {
      const watch = cityloomEngine.kpis$.subscribe(({ seconds, values }) => {
        if (seconds < 240) return;
        resolve(values['works.plan-conflicts'] ?? Number.NaN);
        setTimeout(() => watch.unsubscribe());
      });
    });
    await cityloomEngine.send({ kind: 'seek', seconds: 300 });
    return told;
  });
}
