/** Hot and cold days: E8, E9. */
import { steepestOf } from '../measures';
import type { PairedCase, Row } from '../row';
import { quarterHours } from './places';

const coldMorning = (
  city: 'a heated feeder' | 'a heated feeder without boilers',
): Omit<PairedCase, 'name' | 'expected'> => ({
  city,
  ...quarterHours,
  day: 10,
  hour: 4,
  sharedMinutes: 0,
  minutes: 480,
  change: [{ kind: 'cold-snap', settings: { degrees: 8 } }],
});

export const weatherRows: readonly Row[] = [
  {
    id: 'E8',
    title: 'heat wave',
    missing: 'care calls and who waits for them',
    cases: [
      {
        name: 'six degrees, from midnight to six of the next morning',
        city: 'one feeder',
        ...quarterHours,
        day: 205,
        hour: 0,
        sharedMinutes: 60,
        minutes: 1_800,
        change: [{ kind: 'heat-wave', settings: { degrees: 6 } }],
        expected: [
          { what: 'PK', figure: 'energy.electric-peak', sign: 1 },
          { what: 'FL', figure: 'energy.worst-loading', sign: 1 },
          { what: 'LOSS', figure: 'energy.network-losses', sign: 1 },
        ],
      },
      {
        name: 'galleries under it, the same day until the evening',
        city: 'galleries with one main',
        day: 205,
        hour: 4,
        domains: ['energy', 'tunnel'],
        sharedMinutes: 1,
        minutes: 900,
        change: [{ kind: 'heat-wave', settings: { degrees: 6 } }],
        expected: [
          { what: 'TMP', figure: 'tunnel.highest-temperature', sign: 1 },
          { what: 'ALM', figure: 'tunnel.alarms', sign: 0 },
        ],
      },
    ],
  },
  {
    id: 'E9',
    title: 'cold snap',
    cases: [
      {
        name: 'eight degrees, boilers to spare',
        ...coldMorning('a heated feeder'),
        isAbsorbed: true,
        expected: [
          { what: 'heat PK, kW', figure: steepestOf('energy.heat-delivered'), sign: 1 },
          { what: 'GAS', figure: 'energy.gas', sign: 1 },
          { what: 'HNS', figure: 'energy.unserved-heat', sign: 0 },
        ],
      },
      {
        name: 'eight degrees, nothing to spare',
        ...coldMorning('a heated feeder without boilers'),
        expected: [{ what: 'HNS', figure: 'energy.unserved-heat', sign: 1 }],
      },
    ],
  },
];
