/** What makes and keeps energy, and the lines it runs through: E4 to E7, E11, E14. */
import { panEnergyYear } from '../../energy/year';
import { grownOf, lineLossAsReceivedKw, lineLossKw, mostOf } from '../measures';
import type { PairedCase, Row } from '../row';
import { quarterHours } from './places';

const winterDay = { ...quarterHours, day: 20, hour: 0, sharedMinutes: 0, minutes: 1_440 } as const;
const summerDay = { ...winterDay, day: 205 } as const;
const battery = { kind: 'station-battery', targets: ['s'], settings: { power: 1_000, energy: 4_000 } } as const;

const engines = (mode: 'plan' | 'heat' | 'power'): PairedCase => ({
  name: `led by ${mode}, a winter day`,
  city: 'one station',
  ...winterDay,
  change: [{ kind: 'station-engines', targets: ['s'], settings: { power: 500, mode } }],
  expected: [
    { what: 'import', figure: 'energy.imported-electricity', sign: -1 },
    { what: 'GAS', figure: 'energy.gas', sign: 1 },
    { what: 'HNS', figure: 'energy.unserved-heat', sign: 'not-more' },
  ],
});

/** So much of line losses is left at twice the voltage. */
const QUARTER = 0.25;
const ROUNDING = 1e-9;

export const plantRows: readonly Row[] = [
  {
    id: 'E4',
    title: 'rooftop PV',
    cases: [
      {
        name: 'on every roof, an April day from eight in the morning',
        city: 'halls on thin cables',
        ...quarterHours,
        day: 120,
        hour: 8,
        sharedMinutes: 0,
        minutes: 840,
        change: [{ kind: 'rooftop-solar', settings: { share: 100 } }],
        expected: [
          { what: 'REN, energy of the sun', figure: 'energy.solar-electricity', sign: 1 },
          { what: 'midday net, bought until four', figure: grownOf('energy.imported-electricity', 0, 480), sign: -1 },
          { what: 'VMAX', figure: 'energy.highest-voltage', sign: 1 },
          { what: 'evening PK', figure: mostOf('energy.electric-demand', 600), sign: 'not-more' },
        ],
      },
    ],
  },
  {
    id: 'E5',
    title: 'battery',
    cases: [
      {
        name: 'that cuts peaks, over a day',
        city: 'one station',
        ...summerDay,
        change: [battery],
        expected: [
          { what: 'PK of what is bought', figure: 'energy.import-peak', sign: -1 },
          { what: 'LOSS', figure: 'energy.network-losses', sign: 'not-more' },
          { what: 'imported energy', figure: 'energy.imported-electricity', sign: 1 },
        ],
      },
      {
        name: 'in E1, transformers out from nine to noon',
        city: 'one station',
        ...summerDay,
        hour: 3,
        minutes: 660,
        under: [
          {
            kind: 'substation-outage',
            targets: ['t1', 't2'],
            settings: { transfer: 'manual' },
            fromMinute: 360,
            untilMinute: 540,
          },
        ],
        change: [battery],
        expected: [{ what: 'ENS', figure: 'energy.unserved-electricity', sign: -1 }],
      },
    ],
  },
  { id: 'E6', title: 'CHP size and mode', cases: [engines('plan'), engines('heat'), engines('power')] },
  {
    id: 'E7',
    title: 'ground-source heat pump',
    cases: [
      {
        name: 'a winter day',
        city: 'one station',
        ...winterDay,
        change: [{ kind: 'station-heat-pumps', targets: ['s'], settings: { heat: 2_000 } }],
        expected: [
          { what: 'GAS', figure: 'energy.gas', sign: -1 },
          { what: 'PK', figure: 'energy.electric-peak', sign: 1 },
          { what: 'CO2, by the factor of the grid', figure: 'energy.co2', sign: 'shown' },
        ],
      },
      {
        name: 'a summer day',
        city: 'one station',
        ...summerDay,
        change: [{ kind: 'station-heat-pumps', targets: ['s'], settings: { heat: 2_000 } }],
        expected: [
          { what: 'GAS, of which little is burnt for heat', figure: 'energy.gas', sign: 'not-more' },
          { what: 'PK', figure: 'energy.electric-peak', sign: 'not-more' },
          { what: 'CO2, by the factor of the grid', figure: 'energy.co2', sign: 'shown' },
        ],
      },
    ],
  },
  {
    id: 'E11',
    title: 'raise voltage',
    cases: [
      {
        name: '10 kV to 20 kV',
        city: 'one feeder',
        day: 20,
        hour: 16,
        domains: ['energy'],
        sharedMinutes: 60,
        minutes: 90,
        change: [{ kind: 'raise-voltage', settings: { kilovolts: 20 } }],
        expected: [
          { what: 'LOSS of lines, kW', figure: lineLossKw(10), sign: -1 },
          {
            what: 'LOSS of lines against a quarter of it, kW',
            figure: { of: (a, b) => [QUARTER * lineLossKw(10)(a), lineLossKw(10)(b)] },
            sign: 'not-more',
          },
        ],
      },
      {
        name: 'where cables take no current of their own',
        city: 'one feeder without capacitance',
        day: 20,
        hour: 16,
        domains: ['energy'],
        sharedMinutes: 60,
        minutes: 90,
        change: [{ kind: 'raise-voltage', settings: { kilovolts: 20 } }],
        expected: [
          {
            what: 'LOSS at the voltage and power received before against a quarter, kW',
            figure: {
              of: (a, b) => [QUARTER * lineLossKw(10)(a), lineLossAsReceivedKw(10)(a, b)],
              deadband: ROUNDING,
            },
            sign: 0,
          },
        ],
      },
    ],
  },
  {
    id: 'E14',
    title: 'pan-energy switch',
    besides: panEnergyYear,
    cases: [
      {
        name: 'all of it with passive houses against what is built, a winter morning',
        city: 'a heated feeder',
        ...quarterHours,
        day: 10,
        hour: 4,
        sharedMinutes: 0,
        minutes: 360,
        change: [
          { kind: 'pan-energy-mix', settings: { engines: 100, heatPumps: 100, renewables: 100, passiveHouses: 100 } },
        ],
        expected: [
          { what: 'saving', figure: 'park.energy-saving', sign: 1 },
          { what: 'CO2', figure: 'energy.co2', sign: -1 },
        ],
      },
    ],
  },
];
