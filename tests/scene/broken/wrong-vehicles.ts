import type { LooseFiles } from '../good-scene';
import { at, type BrokenScene, edited, JUNCTION_0, ROADS } from './make';

const VEHICLES = ['demand.json', 'vehicles'] as const;

/** A list of vehicles with nothing wrong in it, to be changed. */
function sound() {
  return {
    startsAtSeconds: 25_200,
    types: [
      {
        ...{ id: 'car', class: 'car', lengthM: 5, widthM: 1.8, minGapM: 2.5, maxSpeedMps: 50, accelerationMps2: 2.6 },
        ...{ decelerationMps2: 4.5, emergencyDecelerationMps2: 9, headwaySeconds: 1, imperfection: 0.5, model: 'IDM' },
        speedFactor: { mean: 1, deviation: 0.1, min: 0.2, max: 2 },
      },
    ],
    typeMixes: [{ id: 'mix', types: [{ type: 'car', share: 1 }] }],
    routes: [{ id: 'through', edges: ['n-in', 's-out'] }],
    routeMixes: [{ id: 'ways', routes: [{ route: 'through', share: 1 }] }],
    departures: [
      { id: 'a', type: 'car', route: 'through', departSeconds: 0 },
      { id: 'b', type: 'mix', route: 'ways', departSeconds: 5 },
      { id: 'c', type: 'car', from: 'n-in', to: 's-out', departSeconds: 5 },
    ],
    flows: [{ id: 'f', type: 'car', route: 'through', beginSeconds: 0, endSeconds: 60, count: 6 }],
  };
}

// biome-ignore lint/suspicious/noExplicitAny: lists that are broken on purpose
function vehicles(name: string, edit: (list: any) => void, ...expect: ReturnType<typeof at>[]): BrokenScene {
  const put = (files: LooseFiles) => {
    const list = sound();
    edit(list);
    files['demand.json'].vehicles = list;
  };
  return edited(name, put, ...expect);
}

const here = (code: string, ...path: (string | number)[]) => at(code, ...VEHICLES, ...path);

export const wrongVehicles: readonly BrokenScene[] = [
  vehicles(
    'a listed route over an unknown edge',
    (list) => (list.routes[0].edges[1] = 'moon'),
    here('scene.unknown-edge', 'routes', 0, 'edges', 1),
  ),
  vehicles(
    'a listed route that does not lead on',
    (list) => (list.routes[0].edges[1] = 'e-in'),
    here('scene.broken-route', 'routes', 0, 'edges', 1),
  ),
  vehicles(
    'a listed vehicle of no type',
    (list) => (list.departures[1].type = 'tank'),
    here('scene.unknown-vehicle-type', 'departures', 1, 'type'),
  ),
  vehicles(
    'a listed vehicle on no route',
    (list) => (list.departures[1].route = 'none'),
    here('scene.unknown-vehicle-route', 'departures', 1, 'route'),
  ),
  vehicles(
    'a listed vehicle without a way',
    (list) => delete list.departures[0].route,
    here('scene.no-way', 'departures', 0),
  ),
  vehicles(
    'a listed vehicle with two ways',
    (list) => Object.assign(list.departures[0], { from: 'n-in', to: 's-out' }),
    here('scene.no-way', 'departures', 0),
  ),
  vehicles(
    'a listed vehicle on a lane that is not there',
    (list) => (list.departures[0].departLane = 3),
    here('scene.no-lane', 'departures', 0, 'departLane'),
  ),
  vehicles(
    'a listed vehicle twice',
    (list) => (list.departures[1].id = 'a'),
    here('scene.duplicate-id', 'departures', 1, 'id'),
  ),
  vehicles(
    'a listed vehicle before the beginning of time',
    (list) => (list.departures[0].departSeconds = -1),
    here('scene.range', 'departures', 0, 'departSeconds'),
  ),
  vehicles(
    'a mix with the name of a type',
    (list) => (list.typeMixes[0].id = 'car'),
    here('scene.duplicate-id', 'typeMixes', 0, 'id'),
    here('scene.unknown-vehicle-type', 'departures', 1, 'type'),
  ),
  vehicles(
    'a mix of unknown routes',
    (list) => (list.routeMixes[0].routes[0].route = 'none'),
    here('scene.unknown-vehicle-route', 'routeMixes', 0, 'routes', 0, 'route'),
  ),
  vehicles(
    'a type whose speed factors are upside down',
    (list) => (list.types[0].speedFactor.min = 3),
    here('scene.vehicle-type', 'types', 0, 'speedFactor'),
  ),
  vehicles(
    'a flow whose times run backwards',
    (list) => Object.assign(list.flows[0], { beginSeconds: 90 }),
    here('scene.times-backwards', 'flows', 0, 'endSeconds'),
  ),
  vehicles('a flow at two rates', (list) => (list.flows[0].periodSeconds = 5), here('scene.flow-rate', 'flows', 0)),
  vehicles('a flow of millions', (list) => (list.flows[0].count = 5_000_000), here('scene.flow-rate', 'flows', 0)),
  vehicles(
    'a halt that never ends',
    (list) => (list.routes[0].halts = [{ lane: 'n-in:0', fromM: 5, toM: 9 }]),
    here('scene.halt', 'routes', 0, 'halts', 0),
  ),
  vehicles(
    'a halt on an unknown lane',
    (list) => (list.departures[0].halts = [{ lane: 'moon:0', fromM: 5, toM: 9, seconds: 3 }]),
    here('scene.unknown-lane', 'departures', 0, 'halts', 0, 'lane'),
  ),
  edited(
    'trips without any purpose',
    (files) => {
      files['demand.json'].purposes = [];
    },
    at('scene.no-purpose', 'demand.json', 'purposes'),
  ),
  edited(
    'foes of one turn only',
    (files) => {
      files[ROADS].junctions[0].turns[0].foes = [];
    },
    ...Array.from({ length: 11 }, (_, i) => at('scene.foes-missing', ...JUNCTION_0, 'turns', i + 1, 'foes')),
  ),
  edited(
    'a foe that does not know of it',
    (files) => {
      const { turns } = files[ROADS].junctions[0];
      for (const turn of turns) turn.foes = [];
      turns[0].foes = [turns[4].id];
      turns[1].foes = [turns[2].id];
      turns[3].yieldsTo = [turns[0].id];
    },
    at('scene.not-foe', ...JUNCTION_0, 'turns', 0, 'foes', 0),
    at('scene.not-foe', ...JUNCTION_0, 'turns', 1, 'foes', 0),
    at('scene.not-foe', ...JUNCTION_0, 'turns', 3, 'yieldsTo', 0),
  ),
  edited(
    'one who waits nowhere, and for himself',
    (files) => {
      const { turns } = files[ROADS].junctions[0];
      turns[0].waitsFor = [turns[0].id];
    },
    at('scene.waits-nowhere', ...JUNCTION_0, 'turns', 0, 'waitsAtM'),
    at('scene.not-foe', ...JUNCTION_0, 'turns', 0, 'waitsFor', 0),
  ),
  edited(
    'an actuated phase that is longer at least than at most',
    (files) => {
      Object.assign(files[ROADS].signals[0].phases[0], { minSeconds: 40, maxSeconds: 20 });
    },
    at('scene.phase-bounds', ROADS, 'signals', 0, 'phases', 0, 'minSeconds'),
  ),
  edited(
    'a phase that is followed by none of its signal’s',
    (files) => {
      const { phases } = files[ROADS].signals[0];
      phases[0].next = [0, phases.length];
    },
    at('scene.phase-next', ROADS, 'signals', 0, 'phases', 0, 'next', 1),
  ),
  edited(
    'a signal that switches with one that switches with another',
    (files) => {
      const [signal] = files[ROADS].signals;
      signal.switchesWith = signal.id;
    },
    at('scene.signal-leader', ROADS, 'signals', 0, 'switchesWith'),
  ),
];
