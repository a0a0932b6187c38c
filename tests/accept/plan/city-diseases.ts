/** Rows 4 and 5 of the systems: every result reports the four city diseases, and one sentence about people. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Comparison, DiseaseReport, SystemReport } from '../../../sim/studies';
import { catalogues, languages } from '../../../src/i18n/catalogue';
import { sayPeople } from '../../../src/panels/compare/people-words';
import '../../set-up/both-languages';
import type { AcceptLine, AcceptTools } from '../line';
import { answer } from '../traffic/cityloom';
import { MAIN_ROAD } from './flagship-page';

const UNTIL_S = 1_200;
/** A main road is shut, and a substation has no transformer left: somebody goes without, and somebody waits. */
const changes = [
  { id: 'shut', kind: 'close-road', targets: [MAIN_ROAD], settings: { lanes: 'all', bothDirections: true } },
  {
    id: 'dark',
    kind: 'substation-outage',
    targets: ['west.t1', 'west.t2', 'west.t3'],
    settings: { transfer: 'manual' },
  },
];
const SEEDS = 3;

export const cityDiseases: AcceptLine = {
  name: 'systems 4 and 5: the four city diseases, and people',
  goal: 'every change reports shortage, pollution, congestion and hazards, “no change” included, and one sentence about people in both languages',
  async measure(tools) {
    const { comparison, diseases, seconds } = compareTwoChanges(tools);
    const sentences = languages.map((language) => sayPeople(comparison, catalogues[language], language));
    const shortage = diseases.find(({ disease }) => disease === 'shortage');
    return {
      held: diseases.length === 4 && shortage?.verdict === 'worse' && sentences.every((said) => said !== null),
      reached: `${diseases.map((each) => `${each.disease} ${each.verdict}${each.headline ? ` (${each.headline})` : ''}`).join(', ')}; “${sentences.join('” “')}”`,
      how: `a main road shut and a substation without transformers: cityloom compare eco-park, ${SEEDS} seeds, twenty minutes each, ${seconds.toFixed(0)} s; the page, the report and the command line ask the same two functions`,
    };
  },
};

interface Compared {
  readonly comparison: Comparison;
  readonly diseases: readonly DiseaseReport[];
  readonly systems: readonly SystemReport[];
  readonly seconds: number;
}

let compared: Compared | undefined;

/** Lived once for all lines that ask for it. */
export function compareTwoChanges(tools: AcceptTools): Compared {
  compared ??= compare(tools);
  return compared;
}

function compare(tools: AcceptTools): Compared {
  const file = join(tools.scratch, 'changes.json');
  const interventions = changes.map((each) => ({ ...each, fromSeconds: 300, untilSeconds: null }));
  writeFileSync(file, JSON.stringify({ format: 'cityloom-scenario', version: 1, scene: 'eco-park', interventions }));
  const words = ['compare', 'eco-park', '--b', file, '--seeds', String(SEEDS), '--until', String(UNTIL_S)];
  const { document, seconds } = answer(tools, ...words);
  return { comparison: document, diseases: document.diseases, systems: document.systems, seconds };
}
