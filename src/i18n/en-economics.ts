import type { CaseName, LifeCyclePart } from '../../sim';

/** What the card on what a tunnel earns and costs says in English; Chinese has exactly these keys. */
export const economicsWords = {
  title: 'Does a utility tunnel pay?',
  open: 'Economics',
  hint: 'Land that a tunnel frees, what it costs, and what streets lose without one',
  warning:
    'The Hunnan figures (32 km, 2,400 mu, 700,000 yuan a mu, about 1 bn yuan net) are claims; no independent confirmation was found. Everything else here is a default of low confidence: move it.',
  million: (p: { value: string }) => `${p.value} M yuan`,
  millionPerKm: (p: { value: string }) => `${p.value} M yuan/km`,
  land: 'Land',
  landFormula: (p: { mu: string; price: string; km: string; cost: string }) =>
    `${p.mu} mu × ${p.price} ten thousand yuan − ${p.km} km × ${p.cost} M yuan`,
  gross: 'Gross',
  cost: 'Building',
  net: 'Left',
  breakEven: (p: { cost: string; strip: string }) =>
    `Nothing is left at ${p.cost} M yuan a kilometre. The land amounts to a strip of ${p.strip} m.`,
  cases: 'Known cases',
  caseHead: { name: 'Case', length: 'km', land: 'mu/km', cost: 'M/km', gross: 'Gross', net: 'Left' },
  caseNames: {
    'hunnan-claimed': 'Hunnan as claimed',
    'hunnan-break-even': 'Hunnan at break-even',
    'hunnan-national': 'Hunnan at the mean of 2022',
    hengqin: 'Hengqin',
    'pilot-cities': '25 pilot cities',
  } satisfies Record<CaseName, string>,
  standings: { claim: 'claim, unconfirmed', ours: 'our sum', report: 'press report' },
  implied: 'implied',
  take: 'Take',
  assumptions: 'Assumptions',
  compartments: 'Compartments',
  compartmentsHint: '50 to 130 M yuan a kilometre for one to four, straight between',
  fields: {
    length: { name: 'Length', unit: 'km' },
    land: { name: 'Land freed', unit: 'mu/km' },
    price: { name: 'Land, net', unit: 'ten thousand yuan/mu' },
    cost: { name: 'Building', unit: 'M yuan/km' },
    rate: { name: 'Interest', unit: '%' },
    years: { name: 'Looked at over', unit: 'a' },
    upkeep: { name: 'Upkeep', unit: 'ten thousand yuan/km·a' },
    digs: { name: 'Streets dug up without it', unit: '/km·a' },
    days: { name: 'Each time', unit: 'd' },
    lost: { name: 'Traffic loses by works', unit: 'veh·h/d' },
    time: { name: 'Value of time', unit: 'yuan/veh·h' },
  },
  fromRun: 'From your run',
  fromRunHint:
    'Shut a lane first: what your changes cost all drivers in an hour so far, ten such hours a day. In the command line, cityloom economics measures pairs of runs.',
  lifeCycle: 'Over its life, at today’s value',
  parts: {
    land: 'Land sold',
    fees: 'Fees of lines',
    works: 'Digging spared',
    delay: 'Delay spared',
    spared: 'Outages spared',
    building: 'Building',
    upkeep: 'Upkeep',
    renewal: 'Equipment renewed',
    residual: 'Worth at the end',
  } satisfies Record<LifeCyclePart, string>,
  total: 'Sum',
  worksDays: (p: { days: string }) => `${p.days} days of works a year spared`,
  fees: 'What lines pay (as in Chengdu)',
  feesFormula:
    'To come in: what burying would have cost, each time anew. For upkeep: its share of the space in the tunnel.',
  lines: { power: 'Power', telecom: 'Telecom' },
  feeOf: (p: { line: string; entry: string; upkeep: string; share: string }) =>
    `${p.line}: ${p.entry} M yuan to come in, ${p.upkeep} M yuan a year (${p.share} of the space)`,
  sources: 'Sources',
  sourceList: [
    'Hunnan: the project’s brief; unconfirmed.',
    '68 projects of 2022, 285 km, 29.4 bn yuan; 5,000 km of lines freed 2,800 ha: People’s Daily, 5 August 2022 (copy).',
    'Hengqin, 33.4 km, 2 bn yuan, 40 ha: China Daily, 14 May 2015.',
    'Entry fees in Chengdu: abstract, jxxfw.com.',
    'Cost by compartments, upkeep, renewal, digging, value of time, costs of burial: ours, low confidence. A review finds many claimed benefits of tunnels without empirical support (Front. Sustain. Cities 2022, 847819).',
  ],
};
