/** What customers draw, and when: E2, E3, E10, E12, E13. */
import { countOf, mostOf, shortOf } from '../measures';
import type { Change, Row } from '../row';
import { flagshipMorning, quarterHours } from './places';

/** Early May, when rooms are neither heated nor cooled; from noon on. */
const aDay = { ...quarterHours, day: 126, hour: 12, sharedMinutes: 0, minutes: 1_440 } as const;
const uncontrolled: Change = { kind: 'electric-cars', settings: { share: 60 } };

export const demandRows: readonly Row[] = [
  {
    id: 'E2',
    title: 'uncontrolled EV charging',
    cases: [
      {
        name: 'among homes, over a day',
        city: 'a suburb on thin cables',
        ...aDay,
        change: [uncontrolled],
        expected: [
          { what: 'PK', figure: 'energy.electric-peak', sign: 1 },
          { what: 'FL', figure: 'energy.worst-loading', sign: 1 },
          { what: 'VMIN', figure: 'energy.lowest-voltage', sign: -1 },
          { what: 'bought from the grid', figure: 'energy.imported-electricity', sign: 1 },
        ],
      },
      {
        name: 'from nine in the evening, where the peak is at noon',
        city: 'offices at noon',
        ...aDay,
        change: [{ kind: 'electric-cars', settings: { share: 60, fromHour: 21 } }],
        expected: [{ what: 'PK', figure: 'energy.electric-peak', sign: 0 }],
      },
      {
        name: 'tailpipes of the flagship',
        ...flagshipMorning,
        change: [uncontrolled],
        expected: [
          { what: 'CO2 of tailpipes', figure: 'traffic.co2', sign: -1 },
          { what: 'CO2 of the grid', figure: 'energy.co2', sign: 'shown' },
        ],
      },
    ],
  },
  {
    id: 'E3',
    title: 'managed charging and V2G',
    cases: [
      {
        name: 'against E2 where the feeder binds',
        city: 'a suburb on thin cables',
        ...aDay,
        minutes: 7_200,
        under: [uncontrolled],
        change: [{ kind: 'managed-charging', settings: { share: 100 } }],
        expected: [
          { what: 'PK', figure: 'energy.electric-peak', sign: -1 },
          { what: 'FL', figure: 'energy.worst-loading', sign: -1 },
          { what: 'energy charged', figure: 'energy.cars-charged', sign: 0 },
          { what: 'per cent short of 98 ready', figure: shortOf('energy.cars-ready', 98), sign: 0 },
        ],
      },
      {
        name: 'that gives back',
        city: 'a suburb on thin cables',
        ...aDay,
        minutes: 7_200,
        under: [uncontrolled],
        change: [{ kind: 'managed-charging', settings: { share: 100, givesBack: true } }],
        expected: [
          { what: 'PK', figure: 'energy.electric-peak', sign: -1 },
          { what: 'FL', figure: 'energy.worst-loading', sign: -1 },
          { what: 'energy charged', figure: 'energy.cars-charged', sign: 1 },
          { what: 'energy bought', figure: 'energy.imported-electricity', sign: 1 },
          { what: 'per cent short of 98 ready', figure: shortOf('energy.cars-ready', 98), sign: 0 },
        ],
      },
    ],
  },
  {
    id: 'E10',
    title: 'demand response',
    cases: [
      {
        name: 'two hours of a summer afternoon, watched for five',
        city: 'one feeder',
        day: 205,
        hour: 15,
        domains: ['energy'],
        sharedMinutes: 60,
        minutes: 300,
        change: [{ kind: 'demand-response', settings: { share: 30, degrees: 2 }, untilMinute: 120 }],
        expected: [
          { what: 'PK of the two hours', figure: mostOf('energy.electric-demand', 0, 120), sign: -1 },
          { what: 'draw afterwards', figure: mostOf('energy.electric-demand', 120), sign: 'not-less' },
          { what: 'energy', figure: 'energy.imported-electricity', sign: 'shown' },
        ],
      },
    ],
  },
  {
    id: 'E12',
    title: 'time-of-use tariff',
    cases: [
      {
        name: 'among homes',
        city: 'a suburb',
        ...aDay,
        change: [{ kind: 'time-of-use', settings: { followers: 0 } }],
        expected: [
          { what: 'PK', figure: 'energy.electric-peak', sign: -1 },
          { what: 'energy', figure: 'energy.imported-electricity', sign: 0 },
          { what: 'new peaks said', figure: countOf('energy.new-peak'), sign: 0 },
        ],
      },
      {
        name: 'with many cars that wait for the valley (E2): a new peak, flagged',
        city: 'a suburb',
        ...aDay,
        minutes: 2_880,
        under: [{ kind: 'electric-cars', settings: { share: 100, kilowatts: 22 } }],
        change: [{ kind: 'time-of-use', settings: { followers: 100 } }],
        expected: [
          { what: 'PK', figure: 'energy.electric-peak', sign: 1 },
          { what: 'new peaks said', figure: countOf('energy.new-peak'), sign: 1 },
        ],
      },
    ],
  },
  {
    id: 'E13',
    title: 'street-light dimming',
    cases: [],
    missing: 'street lights: no lamps, no load of theirs, no kind of change',
  },
];
