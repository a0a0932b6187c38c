/** Crowds and care: C1 to C6. */
import { travelTime } from '../measures';
import type { Row } from '../row';
import { flagshipMorning } from './places';

export const peopleRows: readonly Row[] = [
  {
    id: 'C1',
    title: 'mass event',
    missing: 'the crowd itself: density of people, the metro, cooling and cell load of the venue',
    cases: [
      {
        name: 'its cars at the gates of the flagship',
        ...flagshipMorning,
        change: [
          {
            kind: 'event-demand',
            targets: ['gate-tuanjie-a', 'gate-xigu-a', 'gate-frontage-a'],
            settings: { factor: 2 },
          },
        ],
        expected: [{ what: 'TT', figure: travelTime, sign: 1 }],
      },
    ],
  },
  { id: 'C2', title: 'close station', cases: [], missing: 'the metro and its stations' },
  { id: 'C3', title: 'pens and one-way', cases: [], missing: 'crowds: no density of people on foot, no pens' },
  { id: 'C4', title: 'entry metering', cases: [], missing: 'crowds: no entrances, no queue of people' },
  {
    id: 'C5',
    title: 'evacuation',
    cases: [],
    missing: 'crowds: no exits, no evacuation, no signals for walkers that favour it',
  },
  { id: 'C6', title: 'virtual nursing home', cases: [], missing: 'care: no carers, no calls of patients' },
];
