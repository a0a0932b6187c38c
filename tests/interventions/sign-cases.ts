/**
 * Rows T1 to T9 and T11 of the interventions, each on a small city where its effect can be seen, with the sign that each
 * figure must take. Left out with what they need: the metro of T2, T5 and T10, and the sensors of T7 and T9.
 */
import { compileScene } from '../../sim/scene';
import { smallTown } from '../domains/traffic/demand/small-town';
import { townWithSpaces } from '../domains/traffic/parking/town-with-spaces';
import { figures, type Run } from '../domains/traffic/simulate';
import { smallCity } from '../domains/traffic/small-city';
import { type Flow, withFlows } from './listed-traffic';
import { change, type PairPlan, type Tally } from './paired';

export interface Expected {
  readonly what: string;
  figure(tally: Tally, of: Run): number;
  /** More, less, or nothing beyond the noise and the band; 'not-less' where more is allowed and shown. */
  readonly sign: 1 | -1 | 0 | 'not-less';
  /** Share of the figure that counts as none. */
  readonly deadband?: number;
}

export interface SignCase {
  readonly name: string;
  readonly seeds: number;
  plan(): Omit<PairPlan, 'seeds'>;
  readonly expected: readonly Expected[];
}

const everybody = (tally: Tally) => tally.allSeconds;
const cars = (tally: Tally) => tally.kindSeconds[0] + tally.outsideSeconds;
const buses = (tally: Tally) => tally.kindSeconds[2];
const rescue = (tally: Tally) => tally.kindSeconds[3];
const searching = (_: Tally, of: Run) => figures(of)['traffic.parking-search'];
const kmOn =
  (...edges: string[]) =>
  (tally: Tally) =>
    tally.kmOn(edges);
const secondsOn =
  (...edges: string[]) =>
  (tally: Tally) =>
    edges.reduce((sum, id) => sum + tally.edgeSeconds[tally.scene.elements.edge.slotOf(id)!], 0);

export const twoWays = () =>
  smallCity('two-ways', {
    nodes: { w: [-400, 0], a: [0, 0], b: [500, 0], o: [900, 0], u: [250, 260] },
    streets: {
      main: { path: ['w', 'a', 'b', 'o'], class: 'arterial', lanes: 2 },
      around: { path: ['a', 'u', 'b'], class: 'collector', lanes: 1 },
    },
    signals: ['a', 'b'],
    gates: { w: 26_000, o: 26_000 },
  });

export const avenue = () =>
  smallCity('avenue', {
    nodes: {
      w: [-400, 0],
      k1: [0, 0],
      k2: [350, 0],
      k3: [800, 0],
      e: [1200, 0],
      n1: [0, 200],
      s1: [0, -200],
      n2: [350, 200],
      s2: [350, -200],
      n3: [800, 200],
      s3: [800, -200],
    },
    streets: {
      avenue: { path: ['w', 'k1', 'k2', 'k3', 'e'], class: 'arterial', lanes: 2 },
      one: { path: ['n1', 'k1', 's1'], lanes: 1 },
      two: { path: ['n2', 'k2', 's2'], lanes: 1 },
      three: { path: ['n3', 'k3', 's3'], lanes: 1 },
    },
    signals: ['k1', 'k2', 'k3'],
  });
/** The same with signals that stop whoever has just been let go. */
export const outOfStep = () => {
  const city = avenue();
  const roads = city.scene.roads!;
  const signals = roads.signals.map((signal, i) => ({ ...signal, offsetSeconds: [0, 40, 10][i] }));
  return compileScene({ ...city.scene, roads: { ...roads, signals } });
};
export const avenueSignals = ['signal:k1', 'signal:k2', 'signal:k3'];
export const sides = ['one', 'two', 'three'].flatMap((street, i): Flow[] => [
  { class: 'car', from: `${street}:n${i + 1}:k${i + 1}`, to: `${street}:k${i + 1}:s${i + 1}`, perHour: 200 },
  { class: 'car', from: `${street}:s${i + 1}:k${i + 1}`, to: `${street}:k${i + 1}:n${i + 1}`, perHour: 200 },
]);
export const along = (perHour: number): Flow[] => [
  { class: 'car', from: 'avenue:w:k1', to: 'avenue:k3:e', perHour },
  { class: 'car', from: 'avenue:w:k1', to: 'two:k2:s2', perHour: perHour / 10 },
  { class: 'car', from: 'avenue:e:k3', to: 'avenue:k1:w', perHour: perHour / 2 },
];
export const bus: Flow = { class: 'bus', from: 'avenue:w:k1', to: 'avenue:k3:e', perHour: 30 };
export const ambulance: Flow = { class: 'emergency', from: 'one:n1:k1', to: 'avenue:k3:e', perHour: 40 };
export const busLane = change('reserve-lane', ['avenue:w:k1', 'avenue:k1:k2', 'avenue:k2:k3', 'avenue:k3:e'], {
  bothDirections: false,
});

/** A short way through and a long way around. */
export const quarter = () =>
  smallCity('quarter', {
    nodes: {
      w: [-300, 0],
      a: [0, 0],
      c: [300, 450],
      d: [300, 700],
      b: [600, 0],
      e: [900, 0],
      h: [300, 0],
      g: [300, -200],
    },
    streets: {
      west: { path: ['w', 'a'], class: 'arterial', lanes: 2 },
      east: { path: ['b', 'e'], class: 'arterial', lanes: 2 },
      ring: { path: ['a', 'c', 'b'], class: 'arterial', lanes: 2 },
      inner: { path: ['a', 'h', 'b'], class: 'local', lanes: 1, speedKmh: 50 },
      lane: { path: ['h', 'g'], class: 'local', lanes: 1 },
      spur: { path: ['c', 'd'], class: 'local', lanes: 1 },
    },
  });
export const inner = ['inner:a:h', 'inner:h:a', 'inner:h:b', 'inner:b:h'];
export const ring = ['ring:a:c', 'ring:c:a', 'ring:c:b', 'ring:b:c'];
export const quarterFlows: readonly Flow[] = [
  { class: 'car', from: 'west:w:a', to: 'east:b:e', perHour: 180 },
  { class: 'car', from: 'east:e:b', to: 'west:a:w', perHour: 180 },
  { class: 'car', from: 'west:w:a', to: 'spur:c:d', perHour: 60 },
  { class: 'car', from: 'spur:d:c', to: 'east:b:e', perHour: 60 },
  { class: 'car', from: 'west:w:a', to: 'lane:h:g', perHour: 60 },
  { class: 'car', from: 'lane:g:h', to: 'east:b:e', perHour: 60 },
  { class: 'emergency', from: 'west:w:a', to: 'east:b:e', perHour: 40 },
];
const throughQuarter = (): Omit<PairPlan, 'seeds' | 'change'> => ({
  scene: withFlows(quarter(), quarterFlows, 1_000),
  warmSeconds: 200,
  seconds: 480,
});

export const bridge = ['bridge:a:b', 'bridge:b:a'];
export const withPlannedBridge = () =>
  smallCity('bridge', {
    nodes: { w: [-400, 0], a: [0, 0], n: [0, 500], m: [800, 500], b: [800, 0], e: [1200, 0] },
    streets: {
      west: { path: ['w', 'a'], lanes: 2 },
      around: { path: ['a', 'n', 'm', 'b'], lanes: 1 },
      bridge: { path: ['a', 'b'], lanes: 1, planned: true },
      east: { path: ['b', 'e'], lanes: 2 },
    },
    gates: { w: 12_000, e: 12_000 },
  });

export const signCases: readonly SignCase[] = [
  {
    name: 'T1, a road shut that many use',
    seeds: 3,
    plan: () => ({ scene: twoWays(), change: change('close-road', ['main:a:b']), warmSeconds: 120, seconds: 360 }),
    expected: [
      { what: 'time of all', figure: everybody, sign: 1 },
      { what: 'distance on it', figure: kmOn('main:a:b', 'main:b:a'), sign: -1 },
    ],
  },
  {
    name: 'T2, a bus lane near saturation',
    seeds: 8,
    plan: () => ({
      scene: withFlows(avenue(), [...along(1_200), ...sides, bus], 1_000),
      change: busLane,
      warmSeconds: 240,
      seconds: 600,
    }),
    expected: [
      { what: 'time of buses', figure: buses, sign: -1 },
      { what: 'time of cars', figure: cars, sign: 1 },
    ],
  },
  {
    name: 'T2, a bus lane with room to spare',
    seeds: 3,
    plan: () => ({
      scene: withFlows(avenue(), [...along(150), ...sides, bus], 1_000),
      change: busLane,
      warmSeconds: 240,
      seconds: 480,
    }),
    expected: [
      { what: 'time of buses', figure: buses, sign: 0, deadband: 0.05 },
      { what: 'time of cars', figure: cars, sign: 0, deadband: 0.05 },
    ],
  },
  {
    name: 'T3, a green wave where signals were out of step',
    seeds: 3,
    plan: () => {
      return {
        scene: withFlows(outOfStep(), [...along(600), ...sides], 1_000),
        change: change('green-wave', avenueSignals, { speedKmh: 50 }),
        warmSeconds: 240,
        seconds: 480,
      };
    },
    expected: [
      { what: 'time in the direction served', figure: secondsOn('avenue:k1:k2', 'avenue:k2:k3'), sign: -1 },
      { what: 'time in the other', figure: secondsOn('avenue:k3:k2', 'avenue:k2:k1'), sign: 'not-less' },
    ],
  },
  ...(['cameras', 'bollards'] as const).map(
    (by): SignCase => ({
      name: `T4, no through traffic, by ${by}`,
      seeds: 3,
      plan: () => ({ ...throughQuarter(), change: change('filter-traffic', ['inner:a:h', 'inner:h:b'], { by }) }),
      expected: [
        { what: 'distance inside', figure: kmOn(...inner), sign: -1 },
        { what: 'distance around', figure: kmOn(...ring), sign: 1 },
        { what: 'time of ambulances', figure: rescue, sign: by === 'bollards' ? 1 : 0, deadband: 0.03 },
      ],
    }),
  ),
  {
    name: 'T5, a charge, for who only passes through',
    seeds: 3,
    plan: () => ({ ...throughQuarter(), change: change('charge-driving', inner, { yuan: 10 }) }),
    expected: [{ what: 'distance in the zone', figure: kmOn(...inner), sign: -1 }],
  },
  {
    name: 'T5, a charge, for who could leave the car at home',
    seeds: 4,
    plan: () => {
      const scene = smallTown({ residents: 1_200, westJobs: 400, eastJobs: 400 });
      const zone = scene.elements.edge.ids.filter((id) => !/west|east/.test(id));
      return { scene, change: change('charge-driving', zone, { yuan: 80 }), warmSeconds: 60, seconds: 1_800 };
    },
    expected: [{ what: 'distance of all', figure: ({ distanceM }) => distanceM, sign: -1 }],
  },
  {
    name: 'T6, 30 km/h',
    seeds: 3,
    plan: () => ({
      ...throughQuarter(),
      change: change('limit-speed', [...inner, ...ring], { limitKmh: 30 }),
    }),
    expected: [
      { what: 'time of all', figure: everybody, sign: 1 },
      { what: 'severity of crashes', figure: (_, of) => figures(of)['traffic.crash-severity'], sign: -1 },
    ],
  },
  ...(['few', 'plenty'] as const).map(
    (spaces): SignCase => ({
      name: `T7, parking guidance where spaces are ${spaces}`,
      seeds: 3,
      plan: () => ({
        scene: townWithSpaces(spaces === 'few' ? 2 : 300),
        change: change('guide-parking', [], { sharePercent: 100 }),
        warmSeconds: 600,
        seconds: 1_200,
        startSeconds: 36_000,
      }),
      expected: [
        { what: 'search for a space', figure: searching, sign: spaces === 'few' ? -1 : 0 },
        { what: 'distance of all', figure: ({ distanceM }) => distanceM, sign: spaces === 'few' ? -1 : 0 },
      ],
    }),
  ),
  {
    name: 'T8, a planned road opened',
    seeds: 3,
    plan: () => ({
      scene: withPlannedBridge(),
      change: change('open-planned-road', ['bridge:a:b']),
      warmSeconds: 200,
      seconds: 480,
    }),
    expected: [{ what: 'time of all', figure: everybody, sign: -1 }],
  },
  {
    name: 'T9, a crash on one lane of two',
    seeds: 3,
    plan: () => ({ scene: twoWays(), change: change('crash', ['main:a:b']), warmSeconds: 120, seconds: 360 }),
    expected: [{ what: 'time of all', figure: everybody, sign: 1 }],
  },
  {
    name: 'T11, priority for ambulances',
    seeds: 3,
    plan: () => ({
      scene: withFlows(avenue(), [...along(700), ...sides, ambulance], 1_300),
      change: change('favour-vehicles', avenueSignals),
      warmSeconds: 240,
      seconds: 600,
    }),
    expected: [
      { what: 'time of ambulances', figure: rescue, sign: -1 },
      { what: 'time of cars', figure: cars, sign: 0, deadband: 0.05 },
    ],
  },
];
