import { inEnglish } from './plural';

/** What is said where something is taken out of the page as a file, in English; Chinese has exactly these keys. */
export const exportWords = {
  title: 'Export',
  hint: 'Series, picture, report and scenario as files',
  series: 'Series of this run',
  seriesWhat: (p: { minutes: number; compared: boolean }) =>
    `${p.minutes} ${inEnglish(p.minutes, 'minute', 'minutes')} of every figure${p.compared ? ', A beside B' : ''}; the columns of the command line`,
  noSeries: 'The first figures come after one simulated minute.',
  compared: 'Series of the comparison',
  comparedWhat: (p: { seeds: number }) => `Means of A and B over ${p.seeds} seeds, with their 95 % band`,
  notCompared: 'Nothing is compared yet.',
  picture: 'Picture of the view',
  pictureWhat: 'The city as it is drawn now, with its names',
  noPicture: 'The city is not drawn.',
  report: 'Report of the comparison',
  reportWhat: 'Picture, tables, courses, assumptions and sources, to be sent to others',
  scenario: 'Scenario',
  scenarioWhat: 'All changes; the command line runs it, this page opens it',
  noScenario: 'B is the baseline: there is no change to keep.',
  making: (p: { share: string }) => `The report is written: ${p.share}`,
  failed: (p: { why: string }) => `No file could be made: ${p.why}`,
  toCompare: 'Compare first',

  reportTitle: 'Comparison of two scenarios',
  caption: (p: { scenario: string; time: string }) => `The city of B, ${p.scenario}, at ${p.time}`,
  changes: 'What is different',
  named: (p: { name: string; what: string }) => `${p.name}: ${p.what}`,
  noChanges: 'The city as it is, without a change.',
  from: (p: { time: string }) => `from ${p.time}`,
  until: (p: { from: string; to: string }) => `${p.from} to ${p.to}`,
  found: 'What it does',
  figure: 'Figure',
  difference: 'B less A, 95 % band',
  verdict: 'Verdict',
  within: 'Within chance or its deadband',
  listComma: ', ',
  courses: 'Over time',
  coursesNote: 'A broken, B whole; the band about B is the 95 % band of the difference.',
  assumptions: 'Assumptions and method',
  method:
    'Each seed is one pair of runs, A and B with the same luck. A difference is the mean over the pairs; its band is the two-sided 95 % interval of Student’s t over the pairs. What lies within its band or its deadband is not called a difference.',
  seeds: (p: { seeds: string }) => `Seeds: ${p.seeds}`,
  window: (p: { from: string; to: string }) =>
    `Both scenarios are lived alike until ${p.from}, where they part, and compared until ${p.to}.`,
  engine: (p: { version: string; scene: string; a: string; b: string }) =>
    `Cityloom ${p.version}; city ${p.scene}; scenario A ${p.a}, B ${p.b}. The same version with the same scenarios and seeds gives the same figures on every machine.`,
  formulas: 'How each figure is reckoned',
  sources: 'Sources',
  foot: (p: { page: number; of: number; city: string; when: string }) =>
    `Cityloom · ${p.city} · ${p.when} · page ${p.page} of ${p.of}`,
};
