/** Rows 10 and 11 of the systems: drivers who are told where it is quicker, around a crash. Not among the 43. */
import { MIDDLE_BLOCK } from '../../../domains/traffic/routing/guided-grid';
import { delay, grownOf } from '../measures';
import type { Change, PairedCase, Row } from '../row';
import { flagshipMorning, smallMorning } from './places';

const told = (sharePercent: number, untilMinute?: number): Change => ({
  kind: 'guide-drivers',
  settings: { sharePercent },
  ...(untilMinute === undefined ? {} : { untilMinute }),
});
const crashOn = (edge: string, fromMinute = 0): Change => ({
  kind: 'crash',
  targets: [edge],
  settings: { lanes: 'all', clearanceMinutes: 30 },
  fromMinute,
});
const onGrid = { city: 'a grid with an avenue', ...smallMorning, minutes: 40 } as const;
const diverted = { what: 'trips diverted', figure: 'traffic.trips-diverted', sign: 1 } as const;

const around: PairedCase = {
  name: '60 % are told',
  ...onGrid,
  under: [crashOn(MIDDLE_BLOCK)],
  change: [told(60)],
  expected: [{ what: 'DEL', figure: delay, sign: -1 }, diverted],
};

export const guidanceRow: Row = {
  id: 'systems 10 and 11',
  title: 'guidance',
  cases: [
    around,
    {
      ...around,
      name: 'all are told, and may meet again on the other way',
      change: [told(100)],
      expected: [{ what: 'DEL', figure: delay, sign: 'shown' }, diverted],
    },
    {
      ...around,
      name: 'taken back before the crash, against told throughout: the delay returns',
      under: [crashOn(MIDDLE_BLOCK, 10)],
      against: [told(60)],
      change: [told(60, 5)],
      expected: [
        { what: 'DEL', figure: delay, sign: 1 },
        { what: 'trips diverted after that', figure: grownOf('traffic.trips-diverted', 5), sign: -1 },
      ],
    },
    {
      name: 'a crash on the busiest road of the flagship’s morning, where who leaves knows of it already',
      ...flagshipMorning,
      domains: ['traffic'],
      under: [crashOn('frontage:frontage-rampwo:frontage-xinyuan')],
      change: [told(60)],
      expected: [{ what: 'DEL', figure: delay, sign: 'shown' }, diverted],
    },
  ],
};
