import { afterEach, describe, expect, it } from 'vitest';
import { candidate, defaultScenario, type PublishedCause, type Result, type YearOfPark } from '../../sim';
import type { EngineClient, Errand } from '../../src/engine/engine-face';
import { catalogues, languages } from '../../src/i18n';
import { sayPublishedCause } from '../../src/panels/published/say-cause';
import { useEdits } from '../../src/state/edits';
import { knowBareRun } from '../../src/state/scenarios';
import {
  forgetYear,
  hasPublished,
  liveTheYear,
  stopTheYear,
  useYear,
  yearIsOutOfDate,
} from '../../src/state/year-of-park';

const year: YearOfPark = { rows: [], changes: 0, leftOut: 0 };

/** An engine whose year ends when the test says so. */
function engineOf() {
  const asked: { errand: Errand; end(answer: Result<YearOfPark>): void }[] = [];
  const engine = {
    yearOfPark: (_: unknown, errand: Errand) =>
      new Promise<Result<YearOfPark>>((end) => {
        asked.push({ errand, end });
      }),
  } as unknown as EngineClient;
  return { engine, asked };
}

const told = (value: YearOfPark): Result<YearOfPark> => ({ ok: true, value, warnings: [] });
const settled = () => new Promise((resolve) => setTimeout(resolve));

afterEach(forgetYear);

describe('a year of the park', () => {
  it('tells how far it is and what it came to, and when the changes have become others', async () => {
    knowBareRun(defaultScenario('eco-park'));
    expect(hasPublished()).toBe(true);
    const { engine, asked } = engineOf();
    void liveTheYear(engine);
    asked[0].errand.progressed(0.4);
    expect(useYear.getState().share).toBe(0.4);
    asked[0].end(told(year));
    await settled();
    expect(useYear.getState()).toMatchObject({ share: null, year });
    expect(yearIsOutOfDate()).toBe(false);
    const before = useEdits.getState();
    useEdits.setState({ history: { ...before.history, list: [{ id: 'x' } as never] } });
    expect(yearIsOutOfDate()).toBe(true);
    useEdits.setState(before);
  });

  it('is given up at a press: what comes later is not heard, what was found before stays', async () => {
    knowBareRun(defaultScenario('eco-park'));
    const { engine, asked } = engineOf();
    void liveTheYear(engine);
    asked[0].end(told(year));
    await settled();
    void liveTheYear(engine);
    stopTheYear();
    expect(asked[1].errand.signal.aborted).toBe(true);
    asked[1].errand.progressed(0.9);
    asked[1].end(told({ ...year, changes: 7 }));
    await settled();
    expect(useYear.getState()).toMatchObject({ share: null, year });
  });

  it('is offered by no city that has published nothing', () => {
    knowBareRun(defaultScenario('hunnan'));
    expect(hasPublished()).toBe(false);
  });
});

it('every cause is said in both languages, with all its numbers', () => {
  const causes: PublishedCause[] = [
    { code: 'meters', electricity: 11, heat: 12, cooling: 13, gas: 14 },
    { code: 'engines', engines: 11, imported: 12 },
    { code: 'ambient', ambient: 11 },
    { code: 'coal', reference: 11, park: 12, kitchens: 13, losses: 14 },
    { code: 'demand', heatLess: 11, coolingLess: 12, kitchens: 13, losses: 14 },
  ];
  for (const cause of causes) {
    for (const language of languages) {
      const said = sayPublishedCause(cause, catalogues[language].published, language);
      for (const value of Object.values(cause)) if (typeof value === 'number') expect(said).toContain(String(value));
      expect(said).not.toMatch(/undefined|NaN/);
    }
  }
  expect(sayPublishedCause(causes[1], catalogues.en.published, 'en')).toContain(String(candidate.engines));
});
