/** Rows 10 and 11 of the systems: drivers who are told where it is quicker, around a crash. Not among the 43. */
import { MIDDLE_BLOCK } from '../../../domains/traffic/routing/guided-grid';
import { delay } from '../measures';
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
const diverted = (sign: 0 | 1) => ({ what: 'trips diverted', figure: 'traffic.trips-diverted', sign }) as const;

const around: PairedCase = {
  name: '60 % are told',
  ...onGrid,
  under: [crashOn(MIDDLE_BLOCK)],
  change: [told(60)],
  expected: [{ what: 'DEL', figure: delay, sign: -1 }, diverted(1)],
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
      expected: [{ what: 'DEL', figure: delay, sign: 'shown' }, diverted(1)],
    },
    {
      ...around,
      name: 'told until five minutes before the crash: as if nobody had been',
      under: [crashOn(MIDDLE_BLOCK, 10)],
      change: [told(60, 5)],
      expected: [{ what: 'DEL', figure: delay, sign: 0 }, diverted(0)],
    },
    {
      name: 'a crash on the busiest road of the flagship’s morning, 60 % are told',
      ...flagshipMorning,
      domains: ['traffic'],
      under: [crashOn('frontage:frontage-rampwo:frontage-xinyuan')],
      change: [told(60)],
      expected: [{ what: 'DEL', figure: delay, sign: -1 }, diverted(1)],
    },
  ],
};
