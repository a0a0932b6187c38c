import { lineOf } from './interventions/row-line';
import { guidanceRow } from './interventions/rows/guidance';
import type { AcceptLine } from './line';
import { backAndAhead } from './plan/back-and-ahead';
import { besideEachOther } from './plan/beside-each-other';
import { buildingDay } from './plan/building-day';
import { citizenCard } from './plan/citizen-card';
import { cityDiseases } from './plan/city-diseases';
import { coreSystemsLine } from './plan/core-systems';
import { corridor } from './plan/corridor';
import { costOfPanels } from './plan/cost-of-panels';
import { droppedCity } from './plan/dropped-city';
import { editInThePast } from './plan/edit-in-the-past';
import { firstDelta } from './plan/first-delta';
import { killedBrowser } from './plan/killed-browser';
import { lostCarrier } from './plan/lost-carrier';
import { oneMap } from './plan/one-map';
import { playbookLine } from './plan/playbook';
import { proactive } from './plan/proactive';
import { publishedYear } from './plan/published-year';
import { shelfFaults } from './plan/shelf-faults';
import { tunnelMonitoring } from './plan/tunnel-monitoring';
import { landCases } from './tunnel/economics';

export const lines: readonly AcceptLine[] = [
  firstDelta,
  editInThePast,
  besideEachOther,
  killedBrowser,
  shelfFaults,
  costOfPanels,
  corridor,
  droppedCity,
  proactive,
  cityDiseases,
  citizenCard,
  coreSystemsLine,
  { ...landCases, name: `systems 19: ${landCases.name}` },
  lostCarrier,
  buildingDay,
  lineOf(guidanceRow),
  playbookLine,
  publishedYear,
  oneMap,
  backAndAhead,
  tunnelMonitoring,
];
