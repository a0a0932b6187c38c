import { at, type BrokenScene, BUILDING_0, EDGE_0, edited, JUNCTION_0, ROADS } from './make';

export const wrongNumbers: readonly BrokenScene[] = [
  edited(
    'a negative length',
    (files) => {
      files['water.json'].pipes[0].lengthM = -30;
    },
    at('scene.range', 'water.json', 'pipes', 0, 'lengthM'),
  ),
  edited(
    'a lane without width',
    (files) => {
      files[ROADS].edges[0].lanes[0].widthM = 0;
    },
    at('scene.range', ...EDGE_0, 'lanes', 0, 'widthM'),
  ),
  edited(
    'a speed limit of minus fifty',
    (files) => {
      files[ROADS].edges[0].speedLimitMps = -50;
    },
    at('scene.range', ...EDGE_0, 'speedLimitMps'),
  ),
  edited(
    'a latitude of 999 degrees',
    (files) => {
      files['scene.json'].origin.latitudeDeg = 999;
    },
    at('scene.range', 'scene.json', 'origin', 'latitudeDeg'),
  ),
  edited(
    'coordinates in degrees times ten million',
    (files) => {
      files[ROADS].nodes[0].at = [1_201_200_000, 360_600_000];
    },
    at('scene.range', ROADS, 'nodes', 0, 'at', 0),
    at('scene.range', ROADS, 'nodes', 0, 'at', 1),
  ),
  edited(
    'half a floor',
    (files) => {
      files['buildings.json'].buildings[0].floors = 4.5;
    },
    at('scene.range', ...BUILDING_0, 'floors'),
  ),
  edited(
    'a declared count of 2^32',
    (files) => {
      files['terrain.json'].columns = 4_294_967_296;
    },
    at('scene.range', 'terrain.json', 'columns'),
  ),
  edited(
    'a signal index of 2^32',
    (files) => {
      files[ROADS].junctions[0].turns[0].signalIndex = 4_294_967_296;
    },
    at('scene.range', ...JUNCTION_0, 'turns', 0, 'signalIndex'),
  ),
  edited(
    'a signal index that asks for a billion letters',
    (files) => {
      files[ROADS].junctions[0].turns[0].signalIndex = 999_999_999;
    },
    at('scene.signal-state', ROADS, 'signals', 0, 'phases', 0, 'state'),
  ),
  edited(
    'parking for 2^32 cars',
    (files) => {
      files[ROADS].parking[0].spaces = 4_294_967_296;
    },
    at('scene.range', ROADS, 'parking', 0, 'spaces'),
  ),
  edited(
    'a grid that says more heights than it has',
    (files) => {
      files['terrain.json'].rows = 1_000;
    },
    at('scene.count', 'terrain.json', 'heightsM'),
  ),
  edited(
    'a height of ten kilometres',
    (files) => {
      files['terrain.json'].heightsM[4] = 10_000;
    },
    at('scene.range', 'terrain.json', 'heightsM', 4),
  ),
  edited(
    'a share above one',
    (files) => {
      files['demand.json'].truckShare = 1.2;
    },
    at('scene.range', 'demand.json', 'truckShare'),
  ),
  edited(
    'shares that make more than a whole',
    (files) => {
      files['demand.json'].purposes[0].share = 0.9;
      files['demand.json'].purposes[1].hourly[7] = 0.5;
    },
    at('scene.share-sum', 'demand.json', 'purposes'),
    at('scene.share-sum', 'demand.json', 'purposes', 1, 'hourly'),
  ),
  edited(
    'a year of thirteen months',
    (files) => {
      files['weather.json'].months.push(files['weather.json'].months[0]);
    },
    at('scene.count', 'weather.json', 'months'),
  ),
  edited(
    'a day of 23 hours',
    (files) => {
      files['weather.json'].days[0].hours.pop();
    },
    at('scene.count', 'weather.json', 'days', 0, 'hours'),
  ),
  edited(
    'a month whose mean is above its maximum',
    (files) => {
      files['weather.json'].months[6].meanC = 40;
    },
    at('scene.weather-order', 'weather.json', 'months', 6),
  ),
];
