import { describe, expect, it } from 'vitest';
import { type CompiledScene, compileScene } from '../../sim/scene';
import { smallTown } from '../domains/traffic/demand/small-town';
import { figures } from '../domains/traffic/simulate';
import { smallCity } from '../domains/traffic/small-city';
import { type Flow, withFlows } from './listed-traffic';
import { change, differenceOf, type Pair, pairs, signOf, type Tally } from './paired';

/** What every change must leave true: nobody is lost, nobody appears. */
function expectConserved(list: readonly Pair[]): void {
  for (const { plain, changed } of list) {
    for (const of of [plain, changed]) {
      const at = figures(of);
      expect(at['traffic.trips-inserted']).toBe(at['traffic.trips-arrived'] + at['traffic.trips-running']);
    }
    const due = (of: typeof plain) => figures(of)['traffic.trips-inserted'] + figures(of)['traffic.trips-waiting'];
    expect(due(changed)).toBe(due(plain));
  }
}

const all = (tally: Tally) => tally.allSeconds;
const cars = (tally: Tally) => tally.kindSeconds[0] + tally.outsideSeconds;
const buses = (tally: Tally) => tally.kindSeconds[2];
const rescue = (tally: Tally) => tally.kindSeconds[3];
const on =
  (...edges: string[]) =>
  (tally: Tally) =>
    tally.kmOn(edges);
const secondsOn =
  (...edges: string[]) =>
  (tally: Tally) =>
    edges.reduce((sum, id) => sum + tally.edgeSeconds[tally.scene.elements.edge.slotOf(id)!], 0);

describe('a road with another way around it', () => {
  const city = smallCity('two-ways', {
    nodes: { w: [-400, 0], a: [0, 0], b: [500, 0], o: [900, 0], u: [250, 260] },
    streets: {
      main: { path: ['w', 'a', 'b', 'o'], class: 'arterial', lanes: 2 },
      around: { path: ['a', 'u', 'b'], class: 'collector', lanes: 1 },
    },
    signals: ['a', 'b'],
    gates: { w: 26_000, o: 26_000 },
  });
  const plan = { scene: city, seeds: 3, warmSeconds: 120, seconds: 480 };

  it('T1: shut, carries nobody, and everybody takes longer; trips are conserved', () => {
    const list = pairs({ ...plan, change: change('close-road', ['main:a:b']) });
    for (const { changed } of list) {
      const { tracks } = changed.state;
      for (const id of ['main:a:b', 'main:b:a']) {
        const first = city.roads.edgeFirstLane[edgeOf(city, id)];
        expect([tracks.first[first], tracks.first[first + 1]]).toEqual([-1, -1]);
      }
    }
    expect(signOf(differenceOf(list, all))).toBe(1);
    expectConserved(list);
  });

  it('T9: with a crash on one of its lanes, everybody takes longer, and it is said and cleared', () => {
    const list = pairs({ ...plan, change: change('crash', ['main:a:b']) });
    expect(signOf(differenceOf(list, all))).toBe(1);
    expectConserved(list);
    for (const { changed } of list) {
      expect(changed.heard.find(({ code }) => code === 'traffic.crash')).toMatchObject({ causes: [7] });
    }
  });
});

describe('an avenue with buses and side streets', () => {
  const city = smallCity('avenue', {
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
  const eastbound = ['avenue:w:k1', 'avenue:k1:k2', 'avenue:k2:k3', 'avenue:k3:e'];
  const sides = ['one', 'two', 'three'].flatMap((street, i): Flow[] => [
    { class: 'car', from: `${street}:n${i + 1}:k${i + 1}`, to: `${street}:k${i + 1}:s${i + 1}`, perHour: 200 },
    { class: 'car', from: `${street}:s${i + 1}:k${i + 1}`, to: `${street}:k${i + 1}:n${i + 1}`, perHour: 200 },
  ]);
  const along = (perHour: number): Flow[] => [
    { class: 'car', from: 'avenue:w:k1', to: 'avenue:k3:e', perHour },
    { class: 'car', from: 'avenue:w:k1', to: 'two:k2:s2', perHour: perHour / 10 },
    { class: 'car', from: 'avenue:e:k3', to: 'avenue:k1:w', perHour: perHour / 2 },
  ];
  const bus: Flow = { class: 'bus', from: 'avenue:w:k1', to: 'avenue:k3:e', perHour: 30 };
  const engine: Flow = { class: 'emergency', from: 'one:n1:k1', to: 'avenue:k3:e', perHour: 40 };
  const lane = change('reserve-lane', eastbound, { bothDirections: false });

  it('T2: near saturation a bus lane speeds buses up and slows cars down', () => {
    const scene = withFlows(city, [...along(1_200), ...sides, bus], 1_000);
    const list = pairs({ scene, change: lane, seeds: 4, warmSeconds: 240, seconds: 600 });
    expect(signOf(differenceOf(list, buses))).toBe(-1);
    expect(signOf(differenceOf(list, cars))).toBe(1);
    expectConserved(list);
  });

  it('T2: with room to spare it changes little for either, and nobody is in it who does not turn off', () => {
    const scene = withFlows(city, [...along(150), ...sides, bus], 1_000);
    const list = pairs({ scene, change: lane, seeds: 3, warmSeconds: 240, seconds: 480 });
    expect(signOf(differenceOf(list, buses), 0.05)).toBe(0);
    expect(signOf(differenceOf(list, cars), 0.05)).toBe(0);
    const kerb =
      scene.elements.lane.slotOf('avenue:k2:k3#0') ?? scene.roads.edgeFirstLane[edgeOf(scene, 'avenue:k2:k3')];
    for (const { changed } of list) {
      const { vehicles } = changed.state;
      for (let row = 0; row < vehicles.rowEnd; row++) {
        if (vehicles.track[row] === kerb && vehicles.positionM[row] > 100) expect(vehicles.kind[row]).toBe(2);
      }
    }
  });

  it('T3: a green wave takes time from the direction that it serves; what the other pays is shown', () => {
    const roads = city.scene.roads!;
    const signals = roads.signals.map((signal, i) => ({ ...signal, offsetSeconds: [0, 40, 10][i] }));
    const apart = compileScene({ ...city.scene, roads: { ...roads, signals } });
    const scene = withFlows(apart, [...along(600), ...sides], 1_000);
    const wave = change('green-wave', ['signal:k1', 'signal:k2', 'signal:k3'], { speedKmh: 50 });
    const list = pairs({ scene, change: wave, seeds: 3, warmSeconds: 240, seconds: 480 });
    expect(signOf(differenceOf(list, secondsOn('avenue:k1:k2', 'avenue:k2:k3')))).toBe(-1);
    expect(signOf(differenceOf(list, secondsOn('avenue:k3:k2', 'avenue:k2:k1')))).not.toBe(-1);
    expectConserved(list);
  });

  it('T11: ambulances arrive sooner where signals favour them, and the network hardly notices', () => {
    const scene = withFlows(city, [...along(700), ...sides, engine], 1_300);
    const list = pairs({
      scene,
      change: change('favour-vehicles', ['signal:k1', 'signal:k2', 'signal:k3']),
      seeds: 3,
      warmSeconds: 240,
      seconds: 600,
    });
    expect(signOf(differenceOf(list, rescue))).toBe(-1);
    expect(signOf(differenceOf(list, cars), 0.05)).toBe(0);
  });
});

describe('a quarter with a short way through it and a long way around it', () => {
  const quarter = smallCity('quarter', {
    nodes: { w: [-300, 0], a: [0, 0], c: [300, 450], b: [600, 0], e: [900, 0], h: [300, 0], g: [300, -200] },
    streets: {
      west: { path: ['w', 'a'], class: 'arterial', lanes: 2 },
      east: { path: ['b', 'e'], class: 'arterial', lanes: 2 },
      ring: { path: ['a', 'c', 'b'], class: 'arterial', lanes: 2 },
      inner: { path: ['a', 'h', 'b'], class: 'local', lanes: 1, speedKmh: 50 },
      lane: { path: ['h', 'g'], class: 'local', lanes: 1 },
    },
  });
  const inner = ['inner:a:h', 'inner:h:a', 'inner:h:b', 'inner:b:h'];
  const ring = ['ring:a:b', 'ring:b:a'];
  const flows: Flow[] = [
    { class: 'car', from: 'west:w:a', to: 'east:b:e', perHour: 300 },
    { class: 'car', from: 'east:e:b', to: 'west:a:w', perHour: 300 },
    { class: 'car', from: 'west:w:a', to: 'lane:h:g', perHour: 60 },
    { class: 'car', from: 'lane:g:h', to: 'east:b:e', perHour: 60 },
    { class: 'emergency', from: 'west:w:a', to: 'east:b:e', perHour: 40 },
  ];
  const plan = { scene: withFlows(quarter, flows, 1_000), seeds: 3, warmSeconds: 200, seconds: 480 };

  it.each(['cameras', 'bollards'])('T4: with %s there is less traffic inside and more around it', (by) => {
    const list = pairs({ ...plan, change: change('filter-traffic', ['inner:a:h', 'inner:h:b'], { by }) });
    expect(signOf(differenceOf(list, on(...inner)))).toBe(-1);
    for (const pair of list) expect(pair.with.kmOn(ring)).toBeGreaterThan(pair.without.kmOn(ring) + 10);
    // Whoever lives there still gets home, and out.
    expectConserved(list);
    const difference = differenceOf(list, rescue);
    if (by === 'bollards') expect(signOf(difference)).toBe(1);
    else expect(signOf(difference, 0.03)).toBe(0);
  });

  it('T5: who only passes through drives around a zone that costs money', () => {
    const list = pairs({ ...plan, change: change('charge-driving', inner, { yuan: 10 }) });
    expect(signOf(differenceOf(list, on(...inner)))).toBe(-1);
    expectConserved(list);
  });

  it('T6: at 30 km/h everybody takes longer, and crashes are milder', () => {
    const limit = change('limit-speed', [...inner, ...ring], { limitKmh: 30 });
    const list = pairs({ ...plan, change: limit });
    expect(signOf(differenceOf(list, all))).toBe(1);
    expect(signOf(differenceOf(list, ({ severity, distanceM }) => severity / distanceM))).toBe(-1);
    expectConserved(list);
  });
});

describe('people with homes and works', () => {
  it('T5: some leave the car at home for a tour into a zone that costs money', () => {
    const scene = smallTown({ residents: 1_200, westJobs: 400, eastJobs: 400 });
    const zone = scene.elements.edge.ids.filter((id) => !/west|east/.test(id));
    const list = pairs({
      scene,
      change: change('charge-driving', zone, { yuan: 80 }),
      seeds: 4,
      warmSeconds: 60,
      seconds: 1_800,
    });
    expect(signOf(differenceOf(list, on(...zone)))).toBe(-1);
    for (const { plain, changed } of list) {
      expect(changed.state.progress!.toursWithoutCar).toBeGreaterThan(0);
      expect(plain.state.progress!.toursWithoutCar).toBe(0);
    }
  });
});

describe('a road on the plans', () => {
  const nodes: Record<string, [number, number]> = {
    w: [-400, 0],
    a: [0, 0],
    n: [0, 500],
    m: [800, 500],
    b: [800, 0],
    e: [1200, 0],
  };
  const city = smallCity('bridge', {
    nodes,
    streets: {
      west: { path: ['w', 'a'], lanes: 2 },
      around: { path: ['a', 'n', 'm', 'b'], lanes: 1 },
      bridge: { path: ['a', 'b'], lanes: 1 },
      east: { path: ['b', 'e'], lanes: 2 },
    },
    gates: { w: 12_000, e: 12_000 },
  });
  const roads = city.scene.roads!;
  const edges = roads.edges.map((edge) => (edge.id.startsWith('bridge') ? { ...edge, planned: true as const } : edge));
  const scene = compileScene({ ...city.scene, roads: { ...roads, edges } });

  it('T8: carries nobody until it is opened, and then everybody gets there sooner', () => {
    const list = pairs({
      scene,
      change: change('open-planned-road', ['bridge:a:b']),
      seeds: 3,
      warmSeconds: 200,
      seconds: 480,
    });
    const bridge = ['bridge:a:b', 'bridge:b:a'];
    for (const pair of list) {
      expect(pair.without.kmOn(bridge)).toBe(0);
      expect(pair.with.kmOn(bridge)).toBeGreaterThan(10);
      expect(pair.plain.heard.filter(({ code }) => code.startsWith('traffic.road-'))).toEqual([]);
      expect(pair.changed.heard.filter(({ code }) => code === 'traffic.road-opened')).toMatchObject([
        { causes: [7] },
        { causes: [7] },
      ]);
    }
    expect(signOf(differenceOf(list, all))).toBe(-1);
    expectConserved(list);
  });
});

function edgeOf(scene: CompiledScene, id: string): number {
  return scene.elements.edge.slotOf(id)!;
}
