import { at, type BrokenScene, EDGE_0, edited, JUNCTION_0, ROADS } from './make';

export const wrongRoads: readonly BrokenScene[] = [
  edited(
    'an edge that does not reach its node',
    (files) => {
      files[ROADS].edges[0].shape[1] = [0, 20];
    },
    at('scene.edge-gap', ...EDGE_0, 'shape', 1),
  ),
  edited(
    'a lane against its edge',
    (files) => {
      files[ROADS].edges[0].lanes[0].shape.reverse();
    },
    at('scene.lane-astray', ...EDGE_0, 'lanes', 0, 'shape'),
  ),
  edited(
    'a lane in another street',
    (files) => {
      files[ROADS].edges[0].lanes[0].shape = [
        [-100, 100],
        [-100, 12],
      ];
    },
    at('scene.lane-astray', ...EDGE_0, 'lanes', 0, 'shape'),
    at('scene.turn-gap', ...JUNCTION_0, 'turns', 0, 'shape', 0),
  ),
  edited(
    'a turn that begins beside its lane',
    (files) => {
      files[ROADS].junctions[0].turns[1].shape[0] = [0, 12];
    },
    at('scene.turn-gap', ...JUNCTION_0, 'turns', 1, 'shape', 0),
  ),
  edited(
    'a turn that joins lanes which do not meet',
    (files) => {
      files[ROADS].junctions[0].turns[1].toLane = 'n-in:0';
    },
    at('scene.not-at-junction', ...JUNCTION_0, 'turns', 1, 'toLane'),
    at('scene.turn-gap', ...JUNCTION_0, 'turns', 1, 'shape', 1),
  ),
  edited(
    'a turn out of a lane that leads away',
    (files) => {
      files[ROADS].junctions[0].turns[1].fromLane = 'e-out:0';
    },
    at('scene.not-at-junction', ...JUNCTION_0, 'turns', 1, 'fromLane'),
  ),
  edited(
    'a turn by way of the next town',
    (files) => {
      files['roads.json'].junctions[0].turns[1].shape.splice(1, 0, [0, 300]);
    },
    at('scene.turn-length', ...JUNCTION_0, 'turns', 1, 'shape'),
  ),
  edited(
    'a junction of a thousand turns',
    (files) => {
      const { turns } = files['roads.json'].junctions[0];
      for (let i = 0; i < 1_000; i++) turns.push({ ...turns[1], id: `again-${i}` });
    },
    at('scene.count', ...JUNCTION_0, 'turns'),
  ),
  edited(
    'two junctions at one node',
    (files) => {
      files[ROADS].junctions.push({
        ...files[ROADS].junctions[0],
        id: 'twin',
        control: 'free',
        turns: [],
        crossings: [],
      });
    },
    at('scene.shared-node', ROADS, 'junctions', 1, 'node'),
  ),
  edited(
    'a bus line whose second stop no bus can drive to',
    (files) => {
      files[ROADS].busLines[0].stops.reverse();
    },
    at('scene.no-bus-way', ROADS, 'busLines', 0, 'stops', 1),
  ),
  edited(
    'a bus stop on a lane that takes no buses',
    (files) => {
      files[ROADS].edges.find(({ id }: { id: string }) => id === 's-out').lanes[0].allows = ['car'];
    },
    at('scene.no-bus-lane', ROADS, 'busLines', 0, 'stops', 1),
  ),
  edited(
    'a bus line whose last run begins before its first',
    (files) => {
      files[ROADS].busLines[0].lastSeconds = 20_000;
    },
    at('scene.backward-hours', ROADS, 'busLines', 0, 'lastSeconds'),
  ),
  edited(
    'a bus line with a run every few milliseconds',
    (files) => {
      files[ROADS].busLines[0].headwaySeconds = 0.004;
    },
    at('scene.too-many-runs', ROADS, 'busLines', 0, 'headwaySeconds'),
  ),
  edited(
    'a right of way for an edge that leads away',
    (files) => {
      files[ROADS].junctions[0].major = ['n-out'];
    },
    at('scene.not-at-junction', ...JUNCTION_0, 'major', 0),
  ),
  edited(
    'an opposite that leads elsewhere',
    (files) => {
      files[ROADS].edges[0].opposite = 's-out';
    },
    at('scene.not-opposite', ...EDGE_0, 'opposite'),
  ),
  edited(
    'a signal with a letter too few',
    (files) => {
      files[ROADS].signals[0].phases[1].state = 'yyyrrryyyrrr';
    },
    at('scene.signal-state', ROADS, 'signals', 0, 'phases', 1, 'state'),
  ),
  edited(
    'a signal with a letter that means nothing',
    (files) => {
      files[ROADS].signals[0].phases[1].state = 'xyyrrryyyrrrr';
    },
    at('scene.text', ROADS, 'signals', 0, 'phases', 1, 'state'),
  ),
  edited(
    'a phase that takes no time',
    (files) => {
      files[ROADS].signals[0].phases[1].seconds = 0;
    },
    at('scene.range', ROADS, 'signals', 0, 'phases', 1, 'seconds'),
  ),
  edited(
    'a signalled junction without a signal',
    (files) => {
      files[ROADS].signals = [];
    },
    at('scene.no-signal', ...JUNCTION_0, 'control'),
  ),
  edited(
    'a signal where a sign stands, with turns that still obey it',
    (files) => {
      files[ROADS].junctions[0].control = 'priority';
    },
    at('scene.not-signalled', ROADS, 'signals', 0, 'junction'),
    at('scene.signal-index', ...JUNCTION_0, 'turns', 0, 'signalIndex'),
    at('scene.signal-index', ...JUNCTION_0, 'crossings', 0, 'signalIndex'),
  ),
  edited(
    'two signals for one junction',
    (files) => {
      files[ROADS].signals.push({ ...files[ROADS].signals[0], id: 'more-lights' });
    },
    at('scene.two-signals', ROADS, 'signals', 1, 'junction'),
  ),
  edited(
    'a bus stop beyond its lane',
    (files) => {
      files[ROADS].stops[0].atM = 500;
    },
    at('scene.off-lane', ROADS, 'stops', 0, 'atM'),
  ),
  edited(
    'a gate that leads nowhere',
    (files) => {
      const [gate] = files['demand.json'].gates;
      gate.inEdge = undefined;
      gate.outEdge = undefined;
    },
    at('scene.closed-gate', 'demand.json', 'gates', 0),
  ),
];
