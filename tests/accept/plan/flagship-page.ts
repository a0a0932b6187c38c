/** The planner's page with the flagship, brought to a time by the page's own engine. */
import type { Page } from 'playwright-core';
import type { Intervention } from '../../../sim';
import type { EngineClient } from '../../../src/engine/engine-face';
import { type CityPage, openCity } from '../city-page';
import type { AcceptTools } from '../line';

interface WithEngine {
  cityloomEngine: EngineClient;
}

export async function flagshipAt(tools: AcceptTools, seconds: number, scenarioHash = ''): Promise<CityPage> {
  const opened = await openCity(tools, `/plan?hooks${scenarioHash}`);
  await opened.page.waitForSelector('canvas[data-ready="true"]', { timeout: 200_000 });
  await opened.page.evaluate(async (to) => {
    const { cityloomEngine } = globalThis as unknown as WithEngine;
    await cityloomEngine.opened;
    await cityloomEngine.send({ kind: 'pause' });
    await cityloomEngine.send({ kind: 'seek', seconds: to });
  }, seconds);
  return opened;
}

/** One of its main roads, two lanes and more each way. */
export const MAIN_ROAD = 'tuanjie:tuanjie-zhizao:tuanjie-haitang';

export interface Effect {
  readonly acknowledgedMs: number;
  /** Until the first picture after it was drawn. */
  readonly drawnMs: number;
  /** Until the change's own beginning stood in the list of happenings. */
  readonly toldMs: number;
}

/** Makes a change as the form does, and waits until the page shows what comes of it. */
export function change(page: Page, intervention: Intervention, lived: boolean): Promise<Effect> {
  return page.evaluate(
    async ({ one, isLived }) => {
      const { cityloomEngine } = globalThis as unknown as WithEngine;
      const began = performance.now();
      const told = new Promise<number>((resolve) => {
        const watch = cityloomEngine.happenings$.subscribe((happening) => {
          if (happening.code !== 'intervention.started' || happening.element !== (one.id as string)) return;
          resolve(performance.now() - began);
          setTimeout(() => watch.unsubscribe());
        });
      });
      const result = await cityloomEngine.send({
        kind: 'intervene',
        intervention: one,
        ...(isLived && { lived: true as const }),
      });
      if (!result.ok) throw new Error(JSON.stringify(result.problems));
      const acknowledgedMs = performance.now() - began;
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      return { acknowledgedMs, drawnMs: performance.now() - began, toldMs: await told };
    },
    { one: intervention, isLived: lived },
  );
}
