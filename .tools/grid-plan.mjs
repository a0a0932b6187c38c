// Writes the plan of scenes/tiny/grid4x4: four streets across four, a signal wherever two meet, more traffic than equal
// greens can serve. Seeded: the same file every time. Then: cityloom import plan scenes/tiny/grid4x4/plan --out scenes/tiny/grid4x4
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const SIDE = 4;
const BLOCK_M = 250;
const SEED = 20_240_601;
const LASTS_S = 3_600;
const STARTS_S = 25_200;
/** Vehicles an hour at each end of a street: across (west to east and back) and along (south to north and back). */
const ACROSS_PER_HOUR = [740, 550, 840, 650];
const ALONG_PER_HOUR = [310, 410, 260, 360];
const TURNING_SHARE = 0.4;

const folder = join(fileURLToPath(new URL('..', import.meta.url)), 'scenes/tiny/grid4x4/plan');
const at = (k) => Math.round((k - (SIDE - 1) / 2) * BLOCK_M);
const nodes = {};
const streets = [];
const title = (zh, en) => ({ zh, en });

for (let row = 0; row < SIDE; row++) {
  nodes[`w${row}`] = [at(-1), at(row)];
  nodes[`e${row}`] = [at(SIDE), at(row)];
  for (let column = 0; column < SIDE; column++) nodes[`x${column}${row}`] = [at(column), at(row)];
}
for (let column = 0; column < SIDE; column++) {
  nodes[`s${column}`] = [at(column), at(-1)];
  nodes[`n${column}`] = [at(column), at(SIDE)];
}
const each = Array.from({ length: SIDE }, (_, k) => k);
for (const row of each) {
  const path = [`w${row}`, ...each.map((column) => `x${column}${row}`), `e${row}`];
  streets.push({
    id: `across${row}`,
    name: title(`横${row + 1}街`, `Across ${row + 1}`),
    class: 'collector',
    lanes: 2,
    path,
  });
}
for (const column of each) {
  const path = [`s${column}`, ...each.map((row) => `x${column}${row}`), `n${column}`];
  streets.push({
    id: `along${column}`,
    name: title(`纵${column + 1}路`, `Along ${column + 1}`),
    class: 'collector',
    lanes: 2,
    path,
  });
}

/** Numerical Recipes' congruence: enough for a table of rates. */
let state = SEED;
const draw = () => {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
  return state / 2 ** 32;
};
const ends = each.flatMap((k) => [
  { side: 'w', k, street: `across${k}`, inner: `x0${k}`, outer: `w${k}`, perHour: ACROSS_PER_HOUR[k] },
  {
    side: 'e',
    k,
    street: `across${k}`,
    inner: `x${SIDE - 1}${k}`,
    outer: `e${k}`,
    perHour: ACROSS_PER_HOUR[SIDE - 1 - k],
  },
  { side: 's', k, street: `along${k}`, inner: `x${k}0`, outer: `s${k}`, perHour: ALONG_PER_HOUR[k] },
  {
    side: 'n',
    k,
    street: `along${k}`,
    inner: `x${k}${SIDE - 1}`,
    outer: `n${k}`,
    perHour: ALONG_PER_HOUR[SIDE - 1 - k],
  },
]);
const facing = { w: 'e', e: 'w', s: 'n', n: 's' };
const flows = [];
for (const from of ends) {
  const others = ends.filter(({ side, k }) => side !== from.side && !(side === facing[from.side] && k === from.k));
  const weights = others.map(() => draw());
  const sum = weights.reduce((a, b) => a + b, 0);
  const shares = [
    [ends.find(({ side, k }) => side === facing[from.side] && k === from.k), 1 - TURNING_SHARE],
    ...others.map((to, i) => [to, (TURNING_SHARE * weights[i]) / sum]),
  ];
  for (const [to, share] of shares) {
    flows.push({
      id: `${from.outer}-${to.outer}`,
      type: 'car',
      from: `${from.street}:${from.outer}:${from.inner}`,
      to: `${to.street}:${to.inner}:${to.outer}`,
      beginSeconds: 0,
      endSeconds: LASTS_S,
      perSecond: Math.round((1e5 * from.perHour * share) / 3_600) / 1e5,
      departLane: 'best',
      departSpeed: 'max',
    });
  }
}
const car = {
  id: 'car',
  class: 'car',
  lengthM: 4.6,
  widthM: 1.8,
  minGapM: 2,
  maxSpeedMps: 55.55,
  accelerationMps2: 2,
  decelerationMps2: 3,
  emergencyDecelerationMps2: 9,
  headwaySeconds: 1,
  imperfection: 0,
  speedFactor: { mean: 1, deviation: 0.06, min: 0.85, max: 1.15 },
  model: 'IDM',
};
const reach = at(SIDE) + 50;
const files = {
  'streets.json': { nodes, streets, signals: 'auto' },
  'demand.json': {
    tripsPerResident: 0,
    tripsPerJob: 0,
    purposes: [],
    gates: [],
    truckShare: 0,
    vehicles: {
      startsAtSeconds: STARTS_S,
      types: [car],
      typeMixes: [],
      routes: [],
      routeMixes: [],
      departures: [],
      flows,
    },
  },
  'scene.json': {
    format: 'cityloom-scene',
    version: 1,
    id: 'grid4x4',
    name: title('四乘四路网', 'Four by four'),
    summary: title(
      '十六个信号路口，交通量超过等分绿灯的能力',
      'Sixteen signals, and more traffic than equal greens can serve',
    ),
    origin: { latitudeDeg: 36.06, longitudeDeg: 120.12, heightM: 0, datum: 'WGS84' },
    timeZone: 'Asia/Shanghai',
    extent: { min: [-reach, -reach], max: [reach, reach] },
    illustrative: true,
    sources: [
      {
        id: 'drawn',
        title: 'Made by .tools/grid-plan.mjs for tests and lessons; no real place',
        licence: 'as Cityloom',
        confidence: 'illustrative',
      },
    ],
  },
  'views.json': {
    views: [
      { id: 'above', name: title('俯瞰', 'From above'), eye: [0, -700, 600], target: [0, 0, 0], clockSeconds: 27_000 },
    ],
  },
};
mkdirSync(folder, { recursive: true });
for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), `${JSON.stringify(content)}\n`);
