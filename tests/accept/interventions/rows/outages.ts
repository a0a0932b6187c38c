/** E1: a substation without transformers. */
import { countOf, delay, grownOf, mostOf } from '../measures';
import type { Row } from '../row';
import { flagshipMorning, summerNoon } from './places';

/** From when a crew has come and switched, which takes about three quarters of an hour. */
const SWITCHED_MIN = 75;

export const outageRows: readonly Row[] = [
  {
    id: 'E1',
    title: 'substation outage',
    missing: 'a metro with a supply of its own',
    cases: [
      {
        name: 'automatic transfer and spare',
        city: 'one feeder',
        ...summerNoon,
        minutes: 90,
        change: [{ kind: 'substation-outage', targets: ['t1'] }],
        isAbsorbed: true,
        expected: [
          { what: 'ENS', figure: 'energy.unserved-electricity', sign: 0 },
          { what: 'FL', figure: 'energy.worst-loading', sign: 1 },
          { what: 'buildings dark', figure: 'energy.buildings-dark', sign: 0 },
        ],
      },
      {
        name: 'one transformer of three in the flagship',
        ...flagshipMorning,
        domains: ['energy', 'tunnel'],
        change: [{ kind: 'substation-outage', targets: ['west.t1'] }],
        isAbsorbed: true,
        expected: [
          { what: 'ENS', figure: 'energy.unserved-electricity', sign: 0 },
          { what: 'FL', figure: 'energy.worst-loading', sign: 'not-less' },
          { what: 'sections of galleries dark', figure: countOf('tunnel.section-dark'), sign: 0 },
          { what: 'ALM', figure: 'tunnel.alarms', sign: 0 },
        ],
      },
      {
        name: 'transfer by hand',
        city: 'one feeder',
        ...summerNoon,
        minutes: 90,
        change: [{ kind: 'substation-outage', targets: ['t1'], settings: { transfer: 'manual' } }],
        expected: [
          { what: 'ENS', figure: 'energy.unserved-electricity', sign: 1 },
          {
            what: 'ENS once the crew has switched',
            figure: grownOf('energy.unserved-electricity', SWITCHED_MIN),
            sign: 0,
          },
          { what: 'pickup, highest draw', figure: mostOf('energy.electric-demand', 30), sign: 1 },
        ],
      },
      {
        name: 'no spare, over after an hour',
        city: 'one feeder without a tie',
        ...summerNoon,
        minutes: 150,
        change: [{ kind: 'substation-outage', targets: ['t1'], untilMinute: 60 }],
        expected: [
          { what: 'ENS', figure: 'energy.unserved-electricity', sign: 1 },
          { what: 'buildings dark at the end', figure: 'energy.buildings-dark', sign: 0 },
          { what: 'ENS of the last hour', figure: grownOf('energy.unserved-electricity', 90), sign: 0 },
        ],
      },
      {
        name: 'all of a substation of the flagship, by hand, five minutes of battery at signals',
        ...flagshipMorning,
        change: [
          {
            kind: 'substation-outage',
            targets: ['west.t1', 'west.t2', 'west.t3'],
            settings: { transfer: 'manual', batteryMinutes: 5 },
          },
        ],
        expected: [
          { what: 'ENS', figure: 'energy.unserved-electricity', sign: 1 },
          { what: 'signals dark', figure: countOf('traffic.signal-dark'), sign: 1 },
          { what: 'DEL', figure: delay, sign: 1 },
          { what: 'ALM, sections whose fans and pumps stand', figure: countOf('tunnel.section-dark'), sign: 1 },
          { what: 'heat short', figure: 'energy.unserved-heat', sign: 'shown' },
        ],
      },
    ],
  },
];
