/** What is done to streets and signals: T1 to T3, T8, T9, T11. */
import { avenueSignals, busLane } from '../../../interventions/sign-cases';
import {
  carHours,
  delay,
  hoursOf,
  hoursOn,
  laterKmOn,
  saturationOn,
  signalsPassedInHaste,
  travelTime,
  tripsLost,
  tripsOfOneOnly,
  unfinished,
} from '../measures';
import type { Change, Row } from '../row';
import { flagshipMorning, flagshipPlacebo, smallMorning } from './places';

/** The frontage road behind the exit of the expressway. */
const BUSY = 'frontage:frontage-rampwo:frontage-xinyuan';
/**
 * In each of the three blocks where most people live (W18, S24, S13) the street that most of them live on. From the
 * hospital one passes four, four and three signals; to all roads of the city 4.5 in the mean, to 11 roads in 1,014 none.
 */
const HOMES = [
  'keji:shengtai-keji:keji-jiqiren',
  'yinxing:yinxing-kaipule:yinxing-fuhua',
  'kaipule:zhongde-kaipule:kaipule-yunque',
];

/** A kilometre an hour less where everybody comes in: half a second for each, and another order at the signals. */
const quieter: readonly Change[] = [
  { kind: 'limit-speed', targets: ['avenue:w:k1'], settings: { limitKmh: 59, bothDirections: false } },
];
/** Of two lanes one is taken. */
const alongAvenue = saturationOn('avenue:w:k1', 'avenue:k1:k2', 'avenue:k2:k3');
const lane: Change = { kind: 'reserve-lane', targets: busLane.targets, settings: { bothDirections: false } };
const crash: Change = { kind: 'crash', targets: ['main:a:b'] };
/** Nobody passes until it is cleared, ten minutes after somebody knows of it. */
const wideCrash: Change = { ...crash, settings: { lanes: 'all', clearanceMinutes: 10 } };
const threeCalls: readonly Change[] = HOMES.map((home, i) => ({
  kind: 'call-help',
  targets: [home],
  fromMinute: 5 + 10 * i,
}));
const roadsHeard = (roadsPercent: number): Change => ({ kind: 'sensor-coverage', settings: { roadsPercent } });

export const roadRows: readonly Row[] = [
  {
    id: 'T1',
    title: 'close road',
    cases: [
      {
        name: 'a busy road of the flagship shut',
        ...flagshipMorning,
        change: [{ kind: 'close-road', targets: [BUSY], settings: { bothDirections: false } }],
        conditions: [{ what: 'v/c on it', figure: saturationOn(BUSY), least: 0.7 }],
        expected: [
          { what: 'TT', figure: travelTime, sign: 1 },
          { what: 'EMS, drive of an ambulance to all roads', figure: 'traffic.ambulance-reach', sign: 1 },
          { what: 'CO2', figure: 'traffic.co2', sign: 1 },
          { what: 'veh·km on it after ten minutes', figure: laterKmOn(BUSY), sign: -1 },
          { what: 'trips lost', figure: tripsLost, sign: 0 },
          { what: 'unfinished trips', figure: unfinished, sign: 'shown' },
          { what: 'trips of one run only', figure: tripsOfOneOnly, sign: 'shown' },
          { what: 'bus delay', figure: 'traffic.bus-delay', sign: 'shown' },
        ],
      },
    ],
  },
  {
    id: 'T2',
    title: 'bus lane',
    missing: 'the feed of the metro: there is no metro',
    cases: [
      {
        name: 'a corridor near saturation',
        city: 'an avenue near saturation',
        ...smallMorning,
        change: [lane],
        conditions: [{ what: 'v/c of the lane left to cars', figure: (run) => 2 * alongAvenue(run), least: 1 }],
        expected: [
          { what: 'BUS, bus-hours on the road', figure: hoursOf('bus'), sign: -1 },
          { what: 'time of cars, veh·h', figure: carHours, sign: 1 },
        ],
      },
      {
        name: 'a corridor with room',
        city: 'an avenue with room',
        ...smallMorning,
        change: [lane],
        placebo: quieter,
        conditions: [{ what: 'v/c of the lane left to cars', figure: (run) => 2 * alongAvenue(run), most: 0.7 }],
        expected: [
          { what: 'BUS, bus-hours on the road', figure: hoursOf('bus'), sign: 0, bandAs: 'traffic.bus-time-loss' },
          { what: 'time of cars, veh·h', figure: carHours, sign: 0, bandAs: 'traffic.mean-duration' },
        ],
      },
    ],
  },
  {
    id: 'T3',
    title: 'green wave',
    cases: [
      {
        name: 'signals that were out of step',
        city: 'an avenue out of step',
        ...smallMorning,
        change: [{ kind: 'green-wave', targets: avenueSignals, settings: { speedKmh: 50 } }],
        conditions: [{ what: 'v/c', figure: saturationOn('avenue:k1:k2', 'avenue:k2:k3'), most: 0.9 }],
        expected: [
          { what: 'DEL as veh·h in the direction served', figure: hoursOn('avenue:k1:k2', 'avenue:k2:k3'), sign: -1 },
          { what: 'CO2', figure: 'traffic.co2', sign: -1 },
          { what: 'veh·h the other way', figure: hoursOn('avenue:k3:k2', 'avenue:k2:k1'), sign: 'shown' },
          {
            what: 'veh·h in side streets',
            figure: hoursOn('one:n1:k1', 'one:s1:k1', 'two:n2:k2', 'two:s2:k2', 'three:n3:k3', 'three:s3:k3'),
            sign: 'shown',
          },
        ],
      },
    ],
  },
  {
    id: 'T8',
    title: 'new link',
    cases: [
      {
        name: 'a bridge across the way round',
        city: 'a planned bridge',
        ...smallMorning,
        change: [{ kind: 'open-planned-road', targets: ['bridge:a:b'] }],
        expected: [{ what: 'TT', figure: travelTime, sign: -1 }],
      },
      {
        name: 'Braess’s bridge, kept as its own case and flagged where it costs time',
        city: "Braess's network without its bridge",
        ...smallMorning,
        change: [{ kind: 'open-planned-road', targets: ['bridge:north:south'], settings: { bothDirections: false } }],
        expected: [{ what: 'TT', figure: travelTime, sign: 'shown' }],
      },
    ],
  },
  {
    id: 'T9',
    title: 'crash',
    cases: [
      {
        name: 'one lane of two',
        city: 'two ways',
        ...smallMorning,
        change: [crash],
        expected: [{ what: 'DEL', figure: delay, sign: 1 }],
      },
      {
        name: 'heard by loops (S1) against found by a call',
        city: 'two ways by radio',
        ...smallMorning,
        domains: ['traffic', 'telecom'],
        against: [wideCrash, roadsHeard(0)],
        change: [wideCrash, roadsHeard(100)],
        expected: [{ what: 'DEL', figure: delay, sign: -1 }],
      },
    ],
  },
  {
    id: 'T11',
    title: 'emergency priority',
    cases: [
      {
        name: 'ambulances from a side street along an avenue',
        city: 'an avenue with ambulances',
        ...smallMorning,
        change: [{ kind: 'favour-vehicles', targets: avenueSignals }],
        expected: [
          { what: 'EMS, hours on the road', figure: hoursOf('emergency'), sign: -1 },
          { what: 'time of all cars, veh·h', figure: carHours, sign: 'shown' },
          { what: 'veh·h across at the first signal', figure: hoursOn('avenue:w:k1'), sign: 'shown' },
        ],
      },
      {
        name: 'three calls in the flagship, every signal',
        ...flagshipMorning,
        under: threeCalls,
        change: [{ kind: 'favour-vehicles', targets: ({ elements }) => elements.signal.ids }],
        placebo: flagshipPlacebo,
        conditions: [{ what: 'signals that ambulances pass on their way', figure: signalsPassedInHaste, least: 9 }],
        expected: [
          { what: 'EMS', figure: 'traffic.ambulance-response', sign: -1 },
          { what: 'DEL over the network', figure: delay, sign: 0 },
        ],
      },
    ],
  },
];
