/** What is asked of drivers: T4 to T7, and T10, which has nobody to ask. */
import { inner, ring } from '../../../interventions/sign-cases';
import { baysTaken, hoursOf, kmOn, travelTime } from '../measures';
import type { Change, PairedCase, Row } from '../row';
import { smallMorning } from './places';

/** A kilometre an hour less where most come in. */
const quieter: readonly Change[] = [
  { kind: 'limit-speed', targets: ['west:w:a'], settings: { limitKmh: 59, bothDirections: false } },
];
/** Every street of the town; both directions are meant. */
const townZone = [
  ...[0, 1, 2].flatMap((y) => ['a:b', 'b:c', 'c:d', 'd:e'].map((pair) => streetOf(`row${y}`, pair, y, y))),
  ...['a', 'b', 'c', 'd', 'e'].flatMap((x) => [0, 1].map((y) => streetOf(x, `${x}:${x}`, y, y + 1))),
];
const guidance: Change = { kind: 'guide-parking', settings: { sharePercent: 100 } };
const lateMorning = { ...smallMorning, hour: 10 } as const;

const quarterShutBy = (by: 'cameras' | 'bollards'): PairedCase => ({
  name: `by ${by}`,
  city: 'a quarter',
  ...smallMorning,
  change: [{ kind: 'filter-traffic', targets: ['inner:a:h', 'inner:h:b'], settings: { by } }],
  placebo: quieter,
  expected: [
    { what: 'VKT inside', figure: kmOn(...inner), sign: -1 },
    { what: 'VKT around', figure: kmOn(...ring), sign: 1 },
    {
      what: 'EMS, hours on the road',
      figure: hoursOf('emergency'),
      sign: by === 'bollards' ? 1 : 0,
      bandAs: 'traffic.ambulance-response',
    },
  ],
});

export const policyRows: readonly Row[] = [
  { id: 'T4', title: 'low-traffic area', cases: [quarterShutBy('cameras'), quarterShutBy('bollards')] },
  {
    id: 'T5',
    title: 'congestion charge',
    missing: 'load of the metro and density at its stations: there is no metro; park and ride',
    cases: [
      {
        name: 'who only passes through',
        city: 'a quarter',
        ...smallMorning,
        change: [{ kind: 'charge-driving', targets: inner, settings: { yuan: 10 } }],
        expected: [{ what: 'VKT in the zone', figure: kmOn(...inner), sign: -1 }],
      },
      {
        name: 'who could leave the car at home',
        city: 'a town',
        ...smallMorning,
        sharedMinutes: 1,
        change: [{ kind: 'charge-driving', targets: townZone, settings: { yuan: 80 } }],
        expected: [{ what: 'VKT', figure: 'traffic.distance', sign: -1 }],
      },
    ],
  },
  {
    id: 'T6',
    title: '30 km/h',
    cases: [
      {
        name: 'a quarter and the ring about it',
        city: 'a quarter',
        ...smallMorning,
        change: [{ kind: 'limit-speed', targets: [...inner, ...ring], settings: { limitKmh: 30 } }],
        expected: [
          { what: 'TT', figure: travelTime, sign: 1 },
          { what: 'severity of crashes', figure: 'traffic.crash-severity', sign: -1 },
        ],
      },
    ],
  },
  {
    id: 'T7',
    title: 'parking guidance',
    cases: [
      {
        name: 'few bays',
        city: 'a town with few bays',
        ...lateMorning,
        change: [guidance],
        conditions: [{ what: 'bays taken', figure: baysTaken, least: 0.85 }],
        expected: [
          { what: 'PKS', figure: 'traffic.parking-search', sign: -1 },
          { what: 'VKT', figure: 'traffic.distance', sign: -1 },
        ],
      },
      {
        name: 'few bays, none of them heard (S1 = 0)',
        city: 'a town with few bays by radio',
        ...lateMorning,
        domains: ['traffic', 'telecom'],
        under: [{ kind: 'sensor-coverage', settings: { parkingPercent: 0 } }],
        change: [guidance],
        expected: [
          { what: 'PKS', figure: 'traffic.parking-search', sign: 0 },
          { what: 'VKT', figure: 'traffic.distance', sign: 0 },
        ],
      },
      {
        name: 'many bays',
        city: 'a town with many bays',
        ...lateMorning,
        change: [guidance],
        conditions: [{ what: 'bays taken', figure: baysTaken, most: 0.5 }],
        expected: [
          { what: 'PKS', figure: 'traffic.parking-search', sign: 0 },
          { what: 'VKT', figure: 'traffic.distance', sign: 0 },
        ],
      },
    ],
  },
  {
    id: 'T10',
    title: 'metro headway and closure',
    cases: [],
    missing: 'the metro: no lines, trains, riders or traction load',
  },
];

function streetOf(street: string, pair: string, from: number, to: number): string {
  const [one, other] = pair.split(':');
  return `${street}:${one}${from}:${other}${to}`;
}
