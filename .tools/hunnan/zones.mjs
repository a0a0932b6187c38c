// Land of Hunnan: each block's recipe and the single houses that a new town needs, put into the largest block of a cell.
import { at, COLUMNS, cellOf, luckOf, ROWS, title } from './ground.mjs';
import { DISTRICTS, districtOf, floorsOf, outlineOf, recipeOf } from './quarters.mjs';
import { BRIDGES, RIVER_FAR } from './streets.mjs';

export const RESIDENTS = 260_000;
/** A new town that is not yet full: homes and workplaces have room for half as many again. */
const JOBS = 150_000;
const RIVER = { from: 0.32, to: 1.12, levelM: 37 };

/** kind, id, names, cell, corner, width and depth, floors: where nothing is said, the kind's usual. */
const site = (kind, id, zh, en, cell, corner, widthM, depthM, more = {}) => ({
  kind,
  id,
  name: title(zh, en),
  cell,
  ...(corner ? { corner, widthM, depthM } : {}),
  ...more,
});
const landmark = { landmark: true };

export const STATIONS = [
  ['energy-north-west', '滨河西热电站', 'West Riverside Energy Station', [1, 9], 'energy-drum', 'olympic'],
  ['energy-aoti', '奥体能源站', 'Olympic Energy Station', [4, 7], 'energy-arc', 'olympic'],
  ['energy-axis', '中轴能源站', 'Axis Energy Station', [7, 8], 'energy-terrace', 'axis'],
  ['energy-north-east', '滨河东热电站', 'East Riverside Energy Station', [13, 8], 'energy-blades', 'east'],
  ['energy-donghu', '东湖能源站', 'Donghu Energy Station', [16, 7], 'energy-terrace', 'east'],
  ['energy-hightech', '高新能源站', 'High-tech Energy Station', [3, 4], 'energy-blades', 'hightech'],
  ['energy-university', '大学城能源站', 'University Energy Station', [14, 4], 'energy-drum', 'university'],
  ['energy-industry', '产业区热电站', 'Industry Energy Station', [4, 1], 'energy-blades', 'industry'],
  ['energy-taoxian', '桃仙能源站', 'Taoxian Energy Station', [14, 1], 'energy-terrace', 'taoxian'],
].map(([id, zh, en, cell, kind, substation]) => ({ id, zh, en, cell, kind, substation }));
export const SUBSTATIONS = [
  ['olympic', '奥体变', 'Olympic', [3, 8]],
  ['axis', '中轴变', 'Axis', [9, 7]],
  ['east', '东滨河变', 'East Riverside', [15, 9]],
  ['hightech', '高新变', 'High-tech', [1, 5]],
  ['university', '大学城变', 'University', [13, 3]],
  ['industry', '产业变', 'Industry', [6, 0]],
  ['taoxian', '桃仙变', 'Taoxian', [15, 2]],
].map(([id, zh, en, cell]) => ({ id, short: title(zh, en), cell }));

const CORNERS = ['SW', 'SE', 'NE', 'NW'];
const SITES = [
  site('town-hall', 'town-hall', '浑南市民中心', 'Hunnan Civic Centre', [7, 4], 'NE', 190, 125, landmark),
  site('exhibition-hall', 'exhibition-hall', '浑南会展馆', 'Hunnan Exhibition Hall', [8, 3], 'NW', 190, 120, landmark),
  site('concert-hall', 'concert-hall', '中轴音乐厅', 'Axis Concert Hall', [9, 4], 'NW', 110, 110, landmark),
  site('library', 'library', '浑南图书馆', 'Hunnan Library', [7, 5], 'SE', 110, 110, landmark),
  site('library', 'university-library', '大学城图书馆', 'University Library', [13, 4], 'SE', 110, 110, landmark),
  site('sports-park', 'stadium', '奥体中心体育场', 'Olympic Stadium', [4, 8], 'NE', 420, 520, landmark),
  site('sports-park', 'university-sports', '大学城体育场', 'University Sports Ground', [15, 5], 'SW', 230, 280),
  site('hotel', 'river-hotel', '浑河酒店', 'Hun River Hotel', [6, 10], 'SW', 90, 80, { floors: 22 }),
  site('hotel', 'axis-hotel', '中轴酒店', 'Axis Hotel', [9, 6], 'SW', 80, 80, { floors: 26 }),
  site('hospital', 'hospital-north', '浑南中心医院', 'Hunnan Central Hospital', [10, 7], 'SE', 230, 180, landmark),
  site('hospital', 'hospital-south', '桃仙医院', 'Taoxian Hospital', [12, 1], 'NW', 200, 170),
  site('fire-station', 'fire-west', '奥体消防站', 'Olympic Fire Station', [2, 7], 'SE', 80, 62),
  site('fire-station', 'fire-centre', '中轴消防站', 'Axis Fire Station', [6, 3], 'SW', 80, 62),
  site('fire-station', 'fire-east', '东湖消防站', 'Donghu Fire Station', [14, 7], 'SE', 80, 62),
  site('fire-station', 'fire-south', '产业区消防站', 'Industry Fire Station', [5, 0], 'NE', 80, 62),
  site('bus-depot', 'depot-west', '沈营街公交场站', 'Shenying Bus Depot', [0, 3], 'SW', 150, 170),
  site('bus-depot', 'depot-east', '桃仙公交场站', 'Taoxian Bus Depot', [16, 1], 'SW', 150, 170),
  ...STATIONS.map(({ id, zh, en, cell, kind }, k) => site(kind, id, zh, en, cell, CORNERS[k % 4], 105, 84)),
  ...SUBSTATIONS.map(({ id, short, cell }, k) =>
    site(
      'substation',
      `substation-${id}`,
      `110千伏${short.zh}电站`,
      `${short.en} 110 kV Substation`,
      cell,
      CORNERS[(k + 1) % 4],
      74,
      64,
    ),
  ),
  ...schools(),
];

/** A school of nine years to some twelve thousand people, two kindergartens beside it: where homes are. */
function schools() {
  const homes = ['towers', 'mixed-housing', 'midrise', 'slabs', 'terraces'];
  const found = [];
  let n = 0;
  for (let j = 0; j < ROWS; j++) {
    for (let i = j % 2; i < COLUMNS; i += 2) {
      if (!homes.includes(recipeOf(i, j, 'none')) || (j >= 8 && j < 10 && (i === 4 || i === 5))) continue;
      n++;
      if (n % 3 === 0) {
        const number = n / 3;
        found.push(
          site('school', `school-${number}`, `浑南第${number}学校`, `Hunnan School ${number}`, [i, j], 'SW', 175, 150),
        );
      }
      found.push(
        site('kindergarten', `kindergarten-${n}`, `浑南第${n}幼儿园`, `Hunnan Kindergarten ${n}`, [i, j], 'NE', 76, 62),
      );
    }
  }
  return found;
}

/** The Hun river in reaches from bridge to bridge; the road's own bank lies between. */
export function riverReaches() {
  const marks = [-1.6, ...BRIDGES, COLUMNS + 1.6];
  return marks.slice(1).map((east, k) => {
    const west = marks[k] + (k === 0 ? 0 : 0.085);
    const end = east - (k === marks.length - 2 ? 0 : 0.085);
    const steps = Math.max(4, Math.round((end - west) * 2));
    const along = (v, backwards) =>
      Array.from({ length: steps + 1 }, (_, n) => {
        const u = west + ((end - west) * (backwards ? steps - n : n)) / steps;
        return at(u, v);
      });
    return {
      id: k === 0 ? 'hun-river' : `hun-river-${k + 1}`,
      name: title('浑河', 'Hun River'),
      outline: [...along(ROWS + RIVER.from, false), ...along(ROWS + RIVER.to, true)],
      levelM: RIVER.levelM,
    };
  });
}

/** A lake in the central park, round the crossing that was left out. */
export function parkLake() {
  const [x, y] = at(9.0, 2.72);
  const outline = Array.from({ length: 40 }, (_, k) => {
    const turn = (2 * Math.PI * k) / 40;
    const r = 1 + 0.16 * Math.sin(2 * turn + 0.6) + 0.07 * Math.cos(5 * turn);
    return [Math.round(10 * (x + 190 * r * Math.cos(turn))) / 10, Math.round(10 * (y + 120 * r * Math.sin(turn))) / 10];
  });
  return { id: 'park-lake', name: title('莫子山湖', 'Mozishan Lake'), outline, levelM: 41.4 };
}

/** `blocks` as the importer finds them between the streets. */
export function zonesPlan(blocks, centroid) {
  const placed = blocks.map((block) => ({ ...block, ...cellOf(centroid(block.outline)) }));
  const counts = new Map();
  const entries = placed.map(({ id, i, j }) => {
    const district = districtOf(clamp(i, COLUMNS), clamp(j, ROWS));
    const number = (counts.get(district.letter) ?? 0) + 1;
    counts.set(district.letter, number);
    const code = `${district.letter}${String(number).padStart(3, '0')}`;
    const merged = (i === 4 || i === 5) && (j === 8 || j === 9);
    const park = (i === 8 || i === 9) && (j === 2 || j === 3);
    const recipe = merged ? 'square' : park ? 'park' : recipeOf(clamp(i, COLUMNS), clamp(j, ROWS), id);
    const floors = floorsOf(recipe, id);
    const name = park
      ? title('莫子山公园', 'Mozishan Park')
      : merged
        ? title('奥体公园', 'Olympic Park')
        : recipe === 'square'
          ? title('街心公园', 'Square')
          : undefined;
    return { id, code, district: district.id, recipe, ...(name ? { name } : {}), ...(floors ? { floors } : {}) };
  });
  const taken = new Set();
  const sites = SITES.flatMap(({ cell, ...rest }) => {
    const [i, j] = cell;
    const near = placed
      .map((block) => ({ block, off: Math.abs(block.u - i - 0.5) + Math.abs(block.v - j - 0.5) }))
      .filter(({ off, block }) => off < 1.2 && block.areaM2 > 25_000)
      .sort((a, b) => a.off - b.off || b.block.areaM2 - a.block.areaM2);
    const found = near.find(({ block }) => !taken.has(`${block.id} ${rest.corner}`));
    if (!found) throw new Error(`no block for ${rest.id}`);
    taken.add(`${found.block.id} ${rest.corner}`);
    return [{ ...rest, block: found.block.id }];
  });
  const openBlocks = new Set(
    sites.filter(({ kind }) => kind !== 'sports-park' && kind !== 'exhibition-hall').map(({ block }) => block),
  );
  return {
    targets: { residents: RESIDENTS, jobs: JOBS },
    districts: DISTRICTS.map(({ id, name, character, ...cells }) => ({
      id,
      name,
      outline: outlineOf(cells),
      character,
    })),
    // Nobody puts a school into a wood: a park with a house on it is a square.
    blocks: entries.map((one) =>
      one.recipe === 'park' && openBlocks.has(one.id) ? { ...one, recipe: 'square' } : one,
    ),
    sites,
    lakes: [...riverReaches(), parkLake()],
    streams: [],
    landmarks: [
      { id: 'hun-river-landmark', name: title('浑河', 'Hun River'), at: at(10, ROWS + 0.7) },
      { id: 'axis-landmark', name: title('沈中大街中轴线', 'Axis of Shenzhong Avenue'), at: at(8.5, 5) },
    ],
    woods: [...woods(), ...clumps(placed, entries, sites)],
    greenFronts: [
      { street: 'shenzhong', depthM: 20 },
      { street: 'hunnanzhong', depthM: 12 },
      { street: 'hunnandadao', depthM: 12 },
      { street: 'quanyun', depthM: 12 },
    ],
  };
}

const clamp = (k, count) => Math.max(0, Math.min(count - 1, k));

/** Groups of trees on the lawns of large squares, away from the corners that have a house. */
function clumps(blocks, entries, sites) {
  const built = new Map();
  for (const { block, corner } of sites) built.set(block, [...(built.get(block) ?? []), corner]);
  return entries.flatMap(({ id, recipe }, k) => {
    const { outline, areaM2 } = blocks[k];
    if (recipe !== 'square' || areaM2 < 80_000) return [];
    const luck = luckOf(`trees ${id}`);
    const xs = outline.map(([x]) => x);
    const ys = outline.map(([, y]) => y);
    const [west, east, south, north] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
    const [x, y] = [(west + east) / 2, (south + north) / 2];
    const count = Math.round(areaM2 / 9_000);
    return Array.from({ length: count }, (_, n) => {
      const turn = (2 * Math.PI * (n + 0.5 * luck())) / count;
      const out = 0.62 + 0.24 * luck();
      const centre = [x + (out * (east - west) * Math.cos(turn)) / 2, y + (out * (north - south) * Math.sin(turn)) / 2];
      const corner = `${Math.sin(turn) > 0 ? 'N' : 'S'}${Math.cos(turn) > 0 ? 'E' : 'W'}`;
      const r = 22 + 22 * luck();
      const rim = Array.from({ length: 9 }, (_, m) => {
        const a = (2 * Math.PI * m) / 9;
        const wobble = 0.75 + 0.5 * luck();
        return [centre[0] + r * wobble * Math.cos(a), centre[1] + r * wobble * Math.sin(a)].map(
          (v) => Math.round(10 * v) / 10,
        );
      });
      const inside = rim.every(([px, py]) => contains(outline, px, py));
      return { corner, inside, outline: rim, treesPerHectare: 110 };
    })
      .filter(
        ({ corner, inside }) => inside && !(built.get(id) ?? []).some((one) => one === corner || one === undefined),
      )
      .map(({ outline: rim, treesPerHectare }) => ({ outline: rim, treesPerHectare }));
  });
}

function contains(outline, x, y) {
  let inside = false;
  outline.forEach(([ax, ay], k) => {
    const [bx, by] = outline[(k + 1) % outline.length];
    if (ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax)) inside = !inside;
  });
  return inside;
}

/** Trees on both banks, between the bridges. */
function woods() {
  const marks = [-0.6, ...BRIDGES, COLUMNS + 0.6];
  return marks.slice(1).flatMap((east, k) =>
    [
      [0.09, 0.24],
      [1.2, RIVER_FAR],
    ].map(([from, to]) => {
      const [a, b] = [marks[k] + 0.12, east - 0.12];
      const line = (v, backwards) =>
        [0, 1, 2, 3].map((n) => at(backwards ? b - ((b - a) * n) / 3 : a + ((b - a) * n) / 3, ROWS + v));
      return { outline: [...line(from, false), ...line(to, true)], treesPerHectare: 60 };
    }),
  );
}
