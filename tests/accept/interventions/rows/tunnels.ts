/** Under the streets: U1 to U7. */
import { gallery, MAIN } from '../../../domains/works/dug-city';
import { landCases } from '../../tunnel/economics';
import { countOf, delay, secondsPerKmOn, travelTime, warmestAir } from '../measures';
import type { Change, Row } from '../row';
import { flagshipMorning, smallMorning, summerGalleries, winterGalleries } from './places';

const leak: Change = { kind: 'gas-leak', targets: ['gallery.gas/2'], settings: { hole: 8 } };
const pinhole: Change = { kind: 'gas-leak', targets: ['gallery.gas/2'], settings: { hole: 1.5 } };
const flood = (inflow: number, pumps = 'as-built'): Change => ({
  kind: 'gallery-flooding',
  targets: ['gallery.power/2'],
  settings: { inflow, pumps },
});
const gasSections = ['gallery.gas/1', 'gallery.gas/2', 'gallery.gas/3'];
const powerSections = ['gallery.power/1', 'gallery.power/2', 'gallery.power/3'];
const silent: Change = { kind: 'detector-faults', targets: gasSections, settings: { bias: 0, dead: 100 } };
/** Somebody on the street above the leak of the flagship falls ill while it is shut. */
const CALL = 'yunxi:yunxi-essen:yunxi-bolin-s';
/** Along the street that comes in at a gate. */
const BURST = ['tuanjie-zhuamash:tuanjie-taoli', 'tuanjie-taoli:tuanjie/1', 'tuanjie/1:tuanjie-kaipule'];
/** Where its pits are dug. */
const DUG_UP = ['tuanjie:tuanjie-kaipule:tuanjie-taoli', 'tuanjie:tuanjie-taoli:tuanjie-zhuamash'];
const LEAKING = 'yunxi-gallery.gas/08';
const DARK: Change = {
  kind: 'substation-outage',
  targets: ['t1', 't2'],
  settings: { transfer: 'manual' },
};

export const tunnelRows: readonly Row[] = [
  {
    id: 'U1',
    title: 'tunnel gas leak',
    cases: [
      {
        name: 'in the only main of a station',
        city: 'galleries with one main',
        ...winterGalleries,
        change: [leak],
        expected: [
          { what: 'CH4', figure: 'tunnel.highest-gas', sign: 1 },
          { what: 'ALM', figure: 'tunnel.alarms', sign: 1 },
          { what: 'cut-offs', figure: countOf('tunnel.gas-cut-off'), sign: 1 },
          { what: 'import', figure: 'energy.imported-electricity', sign: 1 },
          { what: 'HNS', figure: 'energy.unserved-heat', sign: 1 },
        ],
      },
      {
        name: 'where the main is looped',
        city: 'galleries with two mains',
        ...winterGalleries,
        change: [leak],
        isAbsorbed: true,
        expected: [
          { what: 'ALM', figure: 'tunnel.alarms', sign: 1 },
          { what: 'import', figure: 'energy.imported-electricity', sign: 0 },
          { what: 'HNS', figure: 'energy.unserved-heat', sign: 0 },
        ],
      },
      {
        name: 'detectors that do not speak: found later',
        city: 'galleries with one main',
        ...winterGalleries,
        under: [leak],
        change: [silent],
        expected: [
          { what: 'LAT', figure: 'tunnel.detection-time', sign: 1 },
          { what: 'released mass', figure: 'tunnel.gas-released', sign: 1 },
          { what: 'volume-time above LEL', figure: 'tunnel.explosive-air', sign: 1 },
        ],
      },
      {
        name: 'under a street of the flagship',
        ...flagshipMorning,
        under: [{ kind: 'call-help', targets: [CALL], fromMinute: 3 }],
        change: [{ kind: 'gas-leak', targets: [LEAKING], settings: { hole: 12 } }],
        expected: [
          { what: 'roads shut', figure: countOf('traffic.road-closed'), sign: 1 },
          { what: 'TT', figure: travelTime, sign: 1 },
          { what: 'EMS, of somebody on that street', figure: 'traffic.ambulance-response', sign: 1 },
          { what: 'EMS, drive to anywhere', figure: 'traffic.ambulance-reach', sign: 'shown' },
          { what: 'engines that trip', figure: countOf('energy.engine-gas-trip'), sign: 'shown' },
        ],
      },
    ],
  },
  {
    id: 'U2',
    title: 'tunnel flooding',
    cases: [
      {
        name: 'more than pumps take',
        city: 'galleries with one main',
        ...summerGalleries,
        change: [flood(2_000, 'out-of-order')],
        expected: [
          { what: 'WL', figure: 'tunnel.highest-water', sign: 1 },
          { what: 'boards, pumps and detectors drowned', figure: 'tunnel.sections-drowned', sign: 1 },
          { what: 'ENS', figure: 'energy.unserved-electricity', sign: 0 },
        ],
      },
      {
        name: 'as much as pumps hold',
        city: 'galleries with one main',
        ...summerGalleries,
        change: [flood(40)],
        isAbsorbed: true,
        expected: [
          { what: 'WL', figure: 'tunnel.highest-water', sign: 0 },
          { what: 'ALM', figure: 'tunnel.alarms', sign: 0 },
        ],
      },
      {
        name: 'a leak in a section whose detectors have drowned',
        city: 'galleries with one main',
        ...winterGalleries,
        minutes: 90,
        under: [{ ...leak, fromMinute: 30 }],
        change: [
          {
            kind: 'gallery-flooding',
            targets: ['gallery.gas/2'],
            settings: { inflow: 2_000, pumps: 'out-of-order' },
            untilMinute: 20,
          },
        ],
        expected: [{ what: 'LAT', figure: 'tunnel.detection-time', sign: 1 }],
      },
      {
        name: 'with E1 against the sum of both, within what pumps hold',
        city: 'galleries with one main',
        ...summerGalleries,
        change: [flood(40)],
        besides: [DARK],
        expected: [{ what: 'WL', figure: 'tunnel.highest-water', sign: 1 }],
      },
      {
        name: 'with E1 against the sum of both, below what the sump itself holds',
        city: 'galleries with one main',
        ...summerGalleries,
        minutes: 30,
        change: [flood(5)],
        besides: [DARK],
        expected: [{ what: 'WL', figure: 'tunnel.highest-water', sign: 0 }],
      },
    ],
  },
  {
    id: 'U3',
    title: 'cable overheating and fire',
    cases: [
      {
        name: 'a neighbour’s load on top, the fans standing',
        city: 'galleries under full cables',
        ...summerGalleries,
        hour: 9,
        sharedMinutes: 60,
        minutes: 90,
        under: [{ kind: 'gallery-ventilation', targets: powerSections, settings: { why: 'failure' } }],
        change: [{ kind: 'cut-cable', targets: ['bar-10-2:b1'] }],
        isAbsorbed: true,
        expected: [
          { what: 'TMP at the end, °C', figure: warmestAir, sign: 1 },
          { what: 'FL of neighbours', figure: 'energy.worst-loading', sign: 1 },
          { what: 'feeders tripped hot', figure: countOf('energy.overload-tripped'), sign: 0 },
          { what: 'ENS of the address on the cut cable', figure: 'energy.unserved-electricity', sign: 'shown' },
        ],
      },
      {
        name: 'fans that fail in summer',
        city: 'galleries under full cables',
        ...summerGalleries,
        hour: 9,
        sharedMinutes: 60,
        minutes: 90,
        change: [{ kind: 'gallery-ventilation', targets: powerSections, settings: { why: 'failure' } }],
        isAbsorbed: true,
        expected: [
          { what: 'TMP at the end, °C', figure: warmestAir, sign: 'shown' },
          { what: 'ENS', figure: 'energy.unserved-electricity', sign: 0 },
        ],
      },
      {
        name: 'a fire where there is no other way',
        city: 'galleries with one main',
        ...summerGalleries,
        change: [{ kind: 'gallery-fire', targets: ['gallery.power/1'], settings: { growth: 'ultra-fast' } }],
        expected: [
          { what: 'ALM', figure: 'tunnel.alarms', sign: 1 },
          { what: 'cables lost', figure: 'tunnel.cables-lost', sign: 1 },
          { what: 'ENS', figure: 'energy.unserved-electricity', sign: 1 },
        ],
      },
      {
        name: 'a fire where the neighbour has room',
        city: 'galleries with two mains',
        ...summerGalleries,
        change: [{ kind: 'gallery-fire', targets: ['gallery.power/1'], settings: { growth: 'ultra-fast' } }],
        isAbsorbed: true,
        expected: [
          { what: 'cables lost', figure: 'tunnel.cables-lost', sign: 1 },
          { what: 'FL of neighbours', figure: 'energy.worst-loading', sign: 1 },
          { what: 'buildings dark', figure: 'energy.buildings-dark', sign: 0 },
          { what: 'ENS', figure: 'energy.unserved-electricity', sign: 'shown' },
        ],
      },
    ],
  },
  {
    id: 'U4',
    title: 'fan failure and night saving',
    cases: [
      {
        name: 'fans that save, no source of gas',
        city: 'galleries with one main',
        ...summerGalleries,
        change: [{ kind: 'gallery-ventilation', targets: gasSections, settings: { share: 0 } }],
        expected: [
          { what: 'fan kWh', figure: 'tunnel.fan-energy', sign: -1 },
          { what: 'CH4', figure: 'tunnel.highest-gas', sign: 0 },
          { what: 'TMP', figure: 'tunnel.highest-temperature', sign: 'shown' },
        ],
      },
      {
        name: 'fans that fail while gas leaks',
        city: 'galleries with one main',
        ...winterGalleries,
        under: [leak],
        change: [{ kind: 'gallery-ventilation', targets: gasSections, settings: { why: 'failure' } }],
        expected: [{ what: 'CH4, volume-time above LEL', figure: 'tunnel.explosive-air', sign: 1 }],
      },
    ],
  },
  {
    id: 'U5',
    title: 'water main burst',
    missing: 'a carriageway that subsides and is shut: a pit takes one lane of three, and the two left carry everybody',
    cases: [
      {
        name: 'in a gallery',
        city: 'galleries with wide water mains',
        ...summerGalleries,
        domains: ['energy', 'tunnel', 'water'],
        minutes: 7,
        change: [{ kind: 'burst-water-main', targets: ['gate:middle'], settings: { hole: 300 } }],
        expected: [
          { what: 'WL', figure: 'tunnel.highest-water', sign: 1 },
          { what: 'pressure', figure: 'water.lowest-pressure', sign: -1 },
          { what: 'ALM', figure: 'tunnel.alarms', sign: 1 },
        ],
      },
      {
        name: 'under busy streets of the flagship, with the pits that mend it',
        ...flagshipMorning,
        change: [{ kind: 'burst-water-main', targets: BURST, settings: { hole: 100 } }],
        expected: [
          { what: 'water lost', figure: 'water.burst-loss', sign: 1 },
          { what: 'pressure', figure: 'water.lowest-pressure', sign: 'shown' },
          // The row's TT is of a road that is shut. What a pit costs is felt where it is.
          { what: 'TT in the streets that are dug up, s/km', figure: secondsPerKmOn(...DUG_UP), sign: 1 },
          { what: 'TT of all trips', figure: travelTime, sign: 'shown' },
        ],
      },
    ],
  },
  {
    id: 'U6',
    title: 'build tunnel or bury',
    besides: landCases,
    cases: [
      {
        name: 'a gallery under a street',
        city: 'two ways with buried lines',
        ...smallMorning,
        domains: ['works'],
        sharedMinutes: 1,
        change: [{ kind: 'build-gallery', targets: MAIN, settings: gallery().settings as never }],
        expected: [
          { what: 'works-days a year', figure: 'works.days-per-year', sign: -1 },
          { what: 'capex of the gallery itself', figure: 'works.capex', sign: 1 },
          { what: 'net over thirty years', figure: 'works.net-benefit', sign: 'shown' },
        ],
      },
      {
        name: 'while it is built',
        city: 'two ways with buried lines',
        ...smallMorning,
        domains: ['traffic', 'works'],
        change: [
          {
            kind: 'build-gallery',
            targets: MAIN,
            settings: { ...gallery({ stage: 'building', stretch: 3_000 }).settings } as never,
          },
        ],
        expected: [{ what: 'DEL', figure: delay, sign: 1 }],
      },
    ],
  },
  {
    id: 'U7',
    title: 'inspection robots',
    cases: [
      {
        name: 'rounds of a quarter of an hour, a pinhole',
        city: 'galleries with one main',
        ...winterGalleries,
        minutes: 90,
        against: [pinhole],
        change: [{ kind: 'inspection-robots', settings: { interval: 15 } }, pinhole],
        expected: [
          { what: 'LAT', figure: 'tunnel.detection-time', sign: -1 },
          { what: 'released mass', figure: 'tunnel.gas-released', sign: -1 },
        ],
      },
      {
        name: 'the same rounds, a larger leak beside detectors that do not speak',
        city: 'galleries with one main',
        ...winterGalleries,
        minutes: 90,
        against: [leak, silent],
        change: [{ kind: 'inspection-robots', settings: { interval: 15 } }, leak, silent],
        expected: [
          { what: 'LAT', figure: 'tunnel.detection-time', sign: -1 },
          { what: 'released mass', figure: 'tunnel.gas-released', sign: -1 },
          { what: 'volume-time above LEL', figure: 'tunnel.explosive-air', sign: -1 },
        ],
      },
    ],
  },
];
