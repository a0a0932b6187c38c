/** Sensors, telecom and who acts on them: S1 to S5. */
import type { CompiledScene } from '../../../../sim/scene';
import { delay } from '../measures';
import type { Change, LivedRun, PairedCase, Row } from '../row';
import { foresightCurve } from './foresight-curve';
import { flagshipMorning, winterGalleries } from './places';

const covered = (percent: number): Change => ({
  kind: 'sensor-coverage',
  settings: { parkingPercent: percent, metersPercent: percent, galleriesPercent: percent, roadsPercent: percent },
});

/** Cabinets and cells; the exchange stands where people are. */
const everyNode = ({ scene }: CompiledScene): readonly string[] =>
  (scene.telecom?.nodes ?? []).filter(({ kind }) => kind !== 'exchange').map(({ id }) => id);

const more = (from: number, to: number): PairedCase => ({
  name: `${to} % against ${from} %`,
  ...flagshipMorning,
  domains: ['telecom'],
  against: [covered(from)],
  change: [covered(to)],
  expected: [
    { what: 'LAT, mean age', figure: 'telecom.mean-age', sign: -1 },
    { what: 'LAT, crash known after', figure: 'telecom.crash-known', sign: -1 },
    { what: 'sections unheard', figure: 'telecom.sections-unheard', sign: -1 },
  ],
});

const controlRoom = (settings: Change['settings']): Change => ({ kind: 'control-room', settings });

/** Early May, from noon to noon, with cars that charge as they come. */
const anEvening = {
  domains: ['energy'],
  day: 126,
  hour: 12,
  sharedMinutes: 0,
  minutes: 1_440,
  under: [{ kind: 'electric-cars', settings: { share: 60 } }],
} as const;

/** From the first call for something foreseen to when the link would have tripped, mean. */
const leadMinutes = ({ end }: LivedRun): number => end['energy.foresight-lead'] ?? 0;

export const sensingRows: readonly Row[] = [
  {
    id: 'S1',
    title: 'NB-IoT coverage',
    cases: [
      more(0, 35),
      more(35, 70),
      more(70, 100),
      {
        name: 'nothing covered, nobody acts',
        ...flagshipMorning,
        change: [covered(0)],
        expected: [
          { what: 'DEL', figure: delay, sign: 0 },
          { what: 'imported electricity', figure: 'energy.imported-electricity', sign: 0 },
          { what: 'water supplied', figure: 'water.supplied', sign: 0 },
        ],
      },
    ],
  },
  {
    id: 'S2',
    title: 'smart meters',
    cases: [],
    missing: 'leaks behind meters and households that see their use: meters are heard and nobody acts on them',
  },
  {
    id: 'S3',
    title: 'telecom outage',
    cases: [
      {
        name: 'every node of the flagship but its exchange, nothing else wrong',
        ...flagshipMorning,
        change: [{ kind: 'telecom-outage', targets: everyNode, settings: { hours: 4 } }],
        expected: [
          { what: 'LAT, mean age', figure: 'telecom.mean-age', sign: 1 },
          { what: 'worst age', figure: 'telecom.worst-age', sign: 1 },
          { what: 'DEL', figure: delay, sign: 0 },
          { what: 'imported electricity', figure: 'energy.imported-electricity', sign: 0 },
        ],
      },
      {
        name: 'the same while a cable is cut: switched by the crew and not from afar',
        ...flagshipMorning,
        domains: ['energy', 'telecom'],
        under: [{ kind: 'cut-cable', targets: ['zhusong/2:zhusong/1'], fromMinute: 5 }],
        change: [{ kind: 'telecom-outage', targets: everyNode, settings: { hours: 4 } }],
        expected: [{ what: 'ENS', figure: 'energy.unserved-electricity', sign: 1 }],
      },
    ],
  },
  {
    id: 'S4',
    title: 'sensor faults',
    cases: [
      {
        name: 'detectors that read too much',
        city: 'galleries with one main',
        ...winterGalleries,
        change: [{ kind: 'detector-faults', targets: ['gallery.gas/2'], settings: { bias: 22 } }],
        expected: [
          { what: 'FALSE', figure: 'tunnel.false-alarms', sign: 1 },
          { what: 'crew-hours', figure: 'tunnel.crew-hours', sign: 1 },
          { what: 'gas released', figure: 'tunnel.gas-released', sign: 0 },
        ],
      },
    ],
  },
  {
    id: 'S5',
    title: 'proactive mode',
    cases: [
      {
        name: 'calls before a cable trips, against once it has',
        city: 'a suburb whose cables are too small',
        ...anEvening,
        against: [controlRoom({ mode: 'on-alarm' })],
        change: [controlRoom({ mode: 'on-forecast' })],
        expected: [
          { what: 'breaches', figure: 'energy.overload-trips', sign: -1 },
          { what: 'ENS', figure: 'energy.unserved-electricity', sign: -1 },
          { what: 'lead, min', figure: leadMinutes, sign: 1 },
          { what: 'FALSE', figure: 'energy.foreseen-in-vain', sign: 'shown' },
        ],
      },
      {
        name: 'at 80 % of the heat that trips, against at all of it',
        city: 'a suburb whose cables just do',
        ...anEvening,
        against: [controlRoom({ threshold: 100 })],
        change: [controlRoom({ threshold: 80 })],
        expected: [
          { what: 'FALSE', figure: 'energy.foreseen-in-vain', sign: 1 },
          { what: 'held back', figure: 'energy.held-back', sign: 1 },
          { what: 'breaches', figure: 'energy.overload-trips', sign: 'not-more' },
        ],
      },
    ],
    missing: 'a watch on heat, gas, water, galleries and streets: the control room watches the power grid',
    besides: foresightCurve,
  },
];
