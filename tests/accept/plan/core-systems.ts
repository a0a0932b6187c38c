/** Row 7 of the systems: six core systems, and what a change in one does to all of them. */
import { interventionKinds } from '../../../sim/interventions';
import { coreSystemNames } from '../../../sim/ports';
import { catalogues, languages } from '../../../src/i18n/catalogue';
import { systemOfKind } from '../../../src/panels/compare/system-of-kind';
import '../../set-up/both-languages';
import type { AcceptLine } from '../line';
import { compareTwoChanges } from './city-diseases';

export const coreSystemsLine: AcceptLine = {
  name: 'systems 7: six core systems',
  goal: 'people, government, transport, communication, water and energy: every kind of change names the one it acts on; a comparison tells what it does to each of the six, in both languages',
  async measure(tools) {
    const { systems, comparison, seconds } = compareTwoChanges(tools);
    const kinds = Object.keys(interventionKinds);
    const named = kinds.filter((kind) => coreSystemNames.includes(systemOfKind(kind)));
    const told = systems.filter(({ system }) =>
      languages.every((language) => catalogues[language].compare.systems.names[system].length > 0),
    );
    const verdictOf = (name: string) => systems.find(({ system }) => system === name)?.verdict;
    const figure = (name: string) => comparison.kpis[name as keyof typeof comparison.kpis];
    return {
      held:
        told.length === coreSystemNames.length &&
        named.length === kinds.length &&
        verdictOf('transport') === 'worse' &&
        // Who goes without takes no energy either: less carbon, and less served.
        ['worse', 'mixed'].includes(verdictOf('energy') ?? ''),
      reached: `${named.length} of ${kinds.length} kinds; ${systems
        .map(({ system, verdict, headline }) => {
          const pair = headline === undefined ? undefined : figure(headline);
          const figures =
            pair === undefined ? '' : ` (${headline} ${pair.a.toPrecision(3)} → ${pair.b.toPrecision(3)})`;
          return `${system} ${verdict}${figures}`;
        })
        .join(', ')}`,
      how: `a main road shut and a substation without transformers: the same comparison as for rows 4 and 5, ${seconds.toFixed(0)} s`,
    };
  },
};
