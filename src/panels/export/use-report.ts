import { create } from 'zustand';
import { type Catalogue, type Language, scenarioName, useLanguage, useText } from '../../i18n';
import type { DrawLetter } from '../../pdf/letters';
import { fontsFor, lettersFromCanvas } from '../../pdf/letters-from-canvas';
import { fileName } from '../../scenarios/file-of';
import type { KeptScenario } from '../../scenarios/kept-scenario';
import { isOutOfDate, useCompare } from '../../state/compare';
import { usePicture } from '../../state/picture';
import { usePlaces } from '../../state/places';
import { useRun } from '../../state/run';
import { keptOf, useScenarios } from '../../state/scenarios';
import { useSceneFacts } from '../../state/scene-facts';
import { describeChange } from '../change/describe-change';
import { useScenarioNames } from '../compare/scenario-names';
import { keepAsFile } from '../scenarios/keep-as-file';
import { pictureOfView } from './picture-of-view';
import { type ReportInput, type Side, writeReport } from './report';

interface ReportState {
  /** While it is written. */
  readonly share: number | null;
  readonly failure: string | null;
}

export const useReportState = create<ReportState>(() => ({ share: null, failure: null }));

/** As wide as two columns of a page need in print. */
const PICTURE_PIXELS = 1_600;

/** Writes the report of what was compared last and hands it to the browser; null while there is nothing to report. */
export function useReport(): (() => Promise<void>) | null {
  const text = useText();
  const language = useLanguage();
  const found = useCompare((state) => state.found);
  const names = useScenarioNames();
  const isBusy = useReportState((state) => state.share !== null);
  if (!found || isBusy) return null;
  return async () => {
    const { setState: set } = useReportState;
    set({ share: 0, failure: null });
    try {
      const input = await gather(text, language, names);
      const family = getComputedStyle(document.body).fontFamily;
      await fontsFor(family, await lettersOf(input));
      const file = await writeReport(input, lettersFromCanvas(family), async (share) => {
        set({ share });
        await new Promise((resolve) => setTimeout(resolve));
      });
      keepAsFile(`${fileName(`${input.city} ${names.a} ${names.b}`)}.pdf`, file);
    } catch (error) {
      set({ failure: error instanceof Error ? error.message : String(error) });
    } finally {
      set({ share: null });
    }
  };
}

async function gather(text: Catalogue, language: Language, names: { a: string; b: string }): Promise<ReportInput> {
  const { found, isPartial, againstId } = useCompare.getState();
  if (!found) throw new Error('met no comparison, expected one');
  const { clock } = useRun.getState();
  const { entries, current, city: sceneId } = useScenarios.getState();
  const { facts } = useSceneFacts.getState();
  const { book } = usePlaces.getState();
  const side = (name: string, kept: KeptScenario | null | undefined): Side => ({
    name,
    changes: kept?.scenario.interventions ?? [],
    describe: (change) => describeChange(change, book, text, language),
  });
  const wasA =
    found.aNumber === null ? text.scenarios.baseline : scenarioName({ name: found.aName, number: found.aNumber }, text);
  const ofA = againstId === null ? null : keptOf(entries).find(({ id }) => id === againstId);
  const take = usePicture.getState().take;
  const picture =
    take && clock ? { ...(await pictureOfView(take(), 'image/jpeg', PICTURE_PIXELS)), seconds: clock.seconds } : null;
  return {
    text,
    language,
    city: facts?.name[language] ?? sceneId,
    facts,
    found,
    isPartial,
    isStale: isOutOfDate(found),
    startClockSeconds: clock ? clock.clockSeconds - clock.seconds : 0,
    a: side(wasA, ofA),
    b: side(names.b, current),
    picture: picture && { ...picture, jpeg: new Uint8Array(await picture.blob.arrayBuffer()) },
  };
}

/** The page's fonts come in pieces, and a letter is asked for before it is drawn: the report is written once for its letters alone. */
async function lettersOf(input: ReportInput): Promise<string> {
  const used = new Set('0123456789');
  const blank = { width: 0, height: 0, alpha: new Uint8Array(), originX: 0, baselineY: 0, advanceEm: 1, emPixels: 1 };
  const note: DrawLetter = (letter) => {
    used.add(letter);
    return blank;
  };
  await writeReport(input, note, async () => undefined);
  return [...used].join('');
}
