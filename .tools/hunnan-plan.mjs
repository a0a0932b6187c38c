// Writes the plan of scenes/hunnan: a new town of Shenyang on a bent raster by the Hun river, the scale test. Seeded: the
// same files every time. Then: cityloom import plan scenes/hunnan/plan --out scenes/hunnan
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { at, COLUMNS, ROWS, title } from './hunnan/ground.mjs';
import { EXTENT, manifest, viewsOf } from './hunnan/manifest.mjs';
import { networksPlan } from './hunnan/networks.mjs';
import { localsIn } from './hunnan/quarters.mjs';
import { ACROSS, ALONG, BRIDGES, isArterial, nodeName, SOUTH_GATES, streetPlan } from './hunnan/streets.mjs';
import { transitPlan } from './hunnan/transit.mjs';
import { weather } from './hunnan/weather.mjs';
import { parkLake, riverReaches, zonesPlan } from './hunnan/zones.mjs';
import { loadTypescript } from './load-typescript.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = join(root, 'scenes/hunnan/plan');
const flagship = (name) => JSON.parse(readFileSync(join(root, 'scenes/eco-park/plan', name), 'utf8'));
const { blocksOf } = await loadTypescript('sim/importers/plan/blocks.ts');

/** Six metres down to the river over five kilometres, and down with it to the west. */
const plane = { heightM: 44, perMetreEast: 0.0006, perMetreNorth: -0.0012 };
const groundAt = ([x, y]) => plane.heightM + plane.perMetreEast * x + plane.perMetreNorth * y;
const tenth = (value) => Math.round(10 * value) / 10;
const middleOf = (outline) => [0, 1].map((axis) => outline.reduce((sum, one) => sum + one[axis], 0) / outline.length);

const { plan: streets, localIds } = streetPlan(localsIn);
const centroid = (outline) => {
  let [area, x, y] = [0, 0, 0];
  outline.forEach(([ax, ay], k) => {
    const [bx, by] = outline[(k + 1) % outline.length];
    const cross = ax * by - bx * ay;
    area += cross;
    x += (ax + bx) * cross;
    y += (ay + by) * cross;
  });
  return [x / (3 * area), y / (3 * area)];
};
const withLevel = (lake, below) => ({ ...lake, levelM: tenth(groundAt(middleOf(lake.outline)) - below) });
const reaches = riverReaches().map((one) => withLevel(one, 6));
const lake = withLevel(parkLake(), 1.2);
const zones = { ...zonesPlan(blocksOf(streets), centroid), lakes: [...reaches, lake] };

const travel = flagship('demand.json');
const utilities = flagship('networks.json');
const gate = (street, node, next, zh, en, tripsPerDay) => ({
  id: node,
  name: title(zh, en),
  inEdge: `${street}:${node}:${next}`,
  outEdge: `${street}:${next}:${node}`,
  tripsPerDay,
});
const gates = [
  ...ACROSS.flatMap(({ id, name }, j) =>
    isArterial(j)
      ? [
          gate(id, `gate-${id}-w`, nodeName(0, j), `${name.zh}·西`, `${name.en}, west`, 4_500),
          gate(id, `gate-${id}-e`, nodeName(COLUMNS, j), `${name.zh}·东`, `${name.en}, east`, 3_500),
        ]
      : [],
  ),
  ...ALONG.flatMap(({ id, name }, i) => [
    ...(SOUTH_GATES.includes(i)
      ? [gate(id, `gate-${id}-s`, nodeName(i, 0), `${name.zh}·南`, `${name.en}, south`, 3_500)]
      : []),
    ...(BRIDGES.includes(i)
      ? [gate(id, `gate-${id}-n`, nodeName(i, ROWS), `${name.zh}浑河桥·北`, `${name.en} bridge, north`, 9_000)]
      : []),
  ]),
];
const demand = {
  ...travel,
  gates,
  people: { ...travel.people, outside: { ...travel.people.outside, visitors: 12_000 } },
};
const houses = {
  hospitals: [
    {
      id: 'hospital-north',
      house: 'Hunnan Central Hospital',
      name: title('浑南中心医院', 'Hunnan Central Hospital'),
      ambulances: 8,
    },
    { id: 'hospital-south', house: 'Taoxian Hospital', name: title('桃仙医院', 'Taoxian Hospital'), ambulances: 6 },
  ],
  fireStations: [
    ['fire-west', '奥体消防站', 'Olympic Fire Station'],
    ['fire-centre', '中轴消防站', 'Axis Fire Station'],
    ['fire-east', '东湖消防站', 'Donghu Fire Station'],
    ['fire-south', '产业区消防站', 'Industry Fire Station'],
  ].map(([id, zh, en]) => ({ id, house: en, name: title(zh, en), engines: 5 })),
  depots: [
    {
      id: 'bus-west',
      house: 'Shenying Bus Depot',
      name: title('沈营街公交场站', 'Shenying Bus Depot'),
      kind: 'bus',
      vehicles: 260,
    },
    {
      id: 'bus-east',
      house: 'Taoxian Bus Depot',
      name: title('桃仙公交场站', 'Taoxian Bus Depot'),
      kind: 'bus',
      vehicles: 260,
    },
    {
      id: 'maintenance-north',
      house: 'Axis Energy Station',
      name: title('管网抢修中心', 'Network Repair Centre'),
      kind: 'maintenance',
      vehicles: 10,
    },
    {
      id: 'maintenance-south',
      house: 'Industry Energy Station',
      name: title('南区抢修站', 'South Repair Station'),
      kind: 'maintenance',
      vehicles: 6,
    },
  ],
};
const ground = {
  min: EXTENT.min,
  max: EXTENT.max,
  spacingM: 30,
  plane,
  hills: [],
  ridges: [],
  hollows: [
    ...reaches.map(({ outline, levelM }) => ({ outline, levelM, depthM: 2.5, freeboardM: 4 })),
    { outline: lake.outline, levelM: lake.levelM, depthM: 2.5, freeboardM: 0.8 },
  ],
};
const files = {
  'scene.json': manifest,
  'streets.json': streets,
  'zones.json': zones,
  'ground.json': ground,
  'houses.json': houses,
  'transit.json': transitPlan(localIds, flagship('transit.json')),
  'networks.json': networksPlan(utilities.demand, utilities.sensors, groundAt),
  'demand.json': demand,
  'weather.json': weather,
  'views.json': viewsOf(groundAt),
};
mkdirSync(folder, { recursive: true });
for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), `${JSON.stringify(content)}\n`);
const corner = at(0, 0);
console.log(
  `${Object.keys(streets.nodes).length} nodes, ${streets.streets.length} streets, ${zones.blocks.length} blocks; south-west corner ${corner}`,
);
