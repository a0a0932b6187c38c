// Streets of Hunnan: arterials every 960 m, collectors between them, two slanting avenues, local streets within blocks.
import { at, COLUMNS, luckOf, ROWS, title } from './ground.mjs';

/** Names that exist in Hunnan; their courses here are ours. West to east: even ones are arterials. */
export const ALONG = [
  ['shenying', '沈营大街', 'Shenying Street'],
  ['sanyi', '三义街', 'Sanyi Street'],
  ['fumin', '富民街', 'Fumin Street'],
  ['tianci', '天赐街', 'Tianci Street'],
  ['caixia', '彩霞街', 'Caixia Street'],
  ['xinluo', '新络街', 'Xinluo Street'],
  ['baita', '白塔街', 'Baita Street'],
  ['tiancheng', '天成街', 'Tiancheng Street'],
  ['shenzhong', '沈中大街', 'Shenzhong Avenue'],
  ['xinming', '新明街', 'Xinming Street'],
  ['zhihui', '智慧大街', 'Zhihui Avenue'],
  ['wensu', '文溯街', 'Wensu Street'],
  ['shenben', '沈本大街', 'Shenben Avenue'],
  ['wenhui', '文汇街', 'Wenhui Street'],
  ['xuecheng', '学城街', 'Xuecheng Street'],
  ['wenyuan', '文源街', 'Wenyuan Street'],
  ['taoxian', '桃仙大街', 'Taoxian Avenue'],
  ['zhuke', '祝科街', 'Zhuke Street'],
  ['donghu', '东湖街', 'Donghu Street'],
].map(([id, zh, en]) => ({ id, name: title(zh, en) }));
/** South to north. */
export const ACROSS = [
  ['nansihuan', '全运五路', 'Quanyun 5th Road'],
  ['mozishan', '莫子山路', 'Mozishan Road'],
  ['quanyun3', '全运三路', 'Quanyun 3rd Road'],
  ['chuangxin1', '创新一路', 'Chuangxin 1st Road'],
  ['quanyun', '全运路', 'Quanyun Road'],
  ['chuangxin', '创新路', 'Chuangxin Road'],
  ['hunnanzhong', '浑南中路', 'Hunnan Middle Road'],
  ['gaoke', '高科路', 'Gaoke Road'],
  ['hunnandadao', '浑南大道', 'Hunnan Avenue'],
  ['hunnan4', '浑南四路', 'Hunnan 4th Road'],
  ['aoti', '奥体路', 'Aoti Road'],
  ['binhe', '滨河路', 'Binhe Road'],
].map(([id, zh, en]) => ({ id, name: title(zh, en) }));

export const isArterial = (k) => k % 2 === 0;
/** Arterials that cross the river. */
export const BRIDGES = [2, 6, 8, 12, 16];
export const SOUTH_GATES = [0, 4, 8, 12, 16];
/** Collectors leave out these crossings: one large block round each. */
export const HOLES = [
  [5, 9],
  [9, 3],
];
export const RIVER_FAR = 1.55; // cells beyond the last street where a bridge lands
const GATE = 0.75;
export const isHole = (i, j) => HOLES.some(([a, b]) => a === i && b === j);

/** Slanting avenues run at forty-five degrees through the middles of links, from Hunnan Middle Road to Aoti Road. */
const SLANTS = [
  { id: 'aoti-slant', name: title('奥体斜街', 'Aoti Slant Avenue'), u: 5.5, towards: -1 },
  { id: 'zhihui-slant', name: title('智慧斜街', 'Zhihui Slant Avenue'), u: 10.5, towards: 1 },
].map((one) => ({
  ...one,
  points: Array.from({ length: 9 }, (_, k) => [one.u + one.towards * 0.5 * k, 6 + 0.5 * k]),
}));
const slanted = new Set(
  SLANTS.flatMap(({ points }) =>
    points.slice(1).map(([u, v], k) => {
      const [bu, bv] = points[k];
      return `${Math.floor((u + bu) / 2)} ${Math.floor((v + bv) / 2)}`;
    }),
  ),
);
export const isSlanted = (i, j) => slanted.has(`${i} ${j}`);

/** A place on a street halfway between two others, or where two meet. */
export function nodeName(u, v) {
  if (Number.isInteger(u) && Number.isInteger(v)) return `${ALONG[u].id}-${ACROSS[v].id}`;
  if (Number.isInteger(u)) return `${ALONG[u].id}.${v * 2}`;
  if (Number.isInteger(v)) return `${ACROSS[v].id}.${u * 2}`;
  return `x${u * 2}.${v * 2}`;
}

/** `localsIn(i, j)`: which local streets a cell has: 'across', 'both' or nothing. */
export function streetPlan(localsIn) {
  const nodes = {};
  const onStreet = new Map(); // 'u v' of midway places
  const locals = [];
  const midway = (u, v) => onStreet.set(`${u} ${v}`, [u, v]);
  for (const { points } of SLANTS) for (const [u, v] of points) midway(u, v);
  for (let i = 0; i < COLUMNS; i++) {
    for (let j = 0; j < ROWS; j++) {
      const kind = localsIn(i, j);
      if (!kind || isSlanted(i, j)) continue;
      const across = [
        [i, j + 0.5],
        [i + 1, j + 0.5],
      ];
      const along = [
        [i + 0.5, j],
        [i + 0.5, j + 1],
      ];
      for (const line of kind === 'both' ? [across, along] : [across]) {
        for (const [u, v] of line) midway(u, v);
        locals.push({ line, middle: kind === 'both' ? [i + 0.5, j + 0.5] : undefined, across: line === across, i, j });
      }
    }
  }
  const place = (u, v) => {
    const name = nodeName(u, v);
    nodes[name] = at(u, v);
    return name;
  };
  const free = (name, u, v) => {
    nodes[name] = at(u, v);
    return name;
  };
  const streets = [];
  const add = (street) => {
    if (street.path.length > 1) streets.push(street);
  };
  /** The stretches of a line of the raster, broken where a hole lies on it. */
  const stretches = (from, to, isGap, nameAt) => {
    const found = [[]];
    for (let k = from; k <= to; k += 0.5) {
      if (isGap(k)) {
        if (found[found.length - 1].length > 0) found.push([]);
        continue;
      }
      const name = nameAt(k);
      if (name) found[found.length - 1].push(name);
    }
    return found.filter((path) => path.length > 1);
  };
  const named = (u, v) => {
    const whole = Number.isInteger(u) && Number.isInteger(v);
    return whole || onStreet.has(`${u} ${v}`) ? place(u, v) : undefined;
  };
  ALONG.forEach(({ id, name }, i) => {
    const gap = (v) => HOLES.some(([a, b]) => a === i && Math.abs(v - b) < 1);
    stretches(0, ROWS, gap, (v) => named(i, v)).forEach((path, k) => {
      const first = k === 0 && isArterial(i) && SOUTH_GATES.includes(i);
      const last = isArterial(i) && BRIDGES.includes(i);
      add({
        id: k === 0 ? id : `${id}-${k + 1}`,
        name,
        class: isArterial(i) ? 'arterial' : 'collector',
        path: [
          ...(first ? [free(`gate-${id}-s`, i, -GATE)] : []),
          ...path,
          ...(last ? [free(`gate-${id}-n`, i, ROWS + RIVER_FAR)] : []),
        ],
      });
    });
  });
  ACROSS.forEach(({ id, name }, j) => {
    const gap = (u) => HOLES.some(([a, b]) => b === j && Math.abs(u - a) < 1);
    const paths = stretches(0, COLUMNS, gap, (u) => named(u, j));
    paths.forEach((path, k) => {
      const gated = isArterial(j);
      add({
        id: k === 0 ? id : `${id}-${k + 1}`,
        name,
        class: gated ? 'arterial' : 'collector',
        path: [
          ...(gated && k === 0 ? [free(`gate-${id}-w`, -GATE, j)] : []),
          ...path,
          ...(gated && k === paths.length - 1 ? [free(`gate-${id}-e`, COLUMNS + GATE, j)] : []),
        ],
      });
    });
  });
  for (const { id, name, points } of SLANTS) {
    add({ id, name, class: 'collector', lanes: 2, medianM: 6, path: points.map(([u, v]) => place(u, v)) });
  }
  const localIds = [];
  for (const { line, middle, across, i, j } of locals) {
    const id = `${across ? 'h' : 'v'}${i + 1}.${j + 1}`;
    const [zh, en] = localName(id);
    localIds.push(id);
    const [from, to] = line.map(([u, v]) => place(u, v));
    add({
      id,
      name: title(zh, en),
      class: 'local',
      path: middle ? [from, place(...middle), to] : [from, to],
    });
  }
  // Where two local streets face each other over an arterial, people and cars get a signal.
  const facing = locals
    .filter(({ line, across }) => across && locals.some((other) => other.across && same(other.line[0], line[1])))
    .map(({ line }) => line[1])
    .filter(([u]) => isArterial(u));
  return {
    plan: { nodes, streets, signals: 'auto', moreSignals: facing.map(([u, v]) => nodeName(u, v)) },
    localIds,
  };
}

const same = (a, b) => a[0] === b[0] && a[1] === b[1];
const TREES = [
  ['槐', 'Huai'],
  ['柳', 'Liu'],
  ['榆', 'Yu'],
  ['枫', 'Feng'],
  ['桦', 'Hua'],
  ['松', 'Song'],
  ['杏', 'Xing'],
  ['桃', 'Tao'],
  ['梅', 'Mei'],
  ['椴', 'Duan'],
  ['杨', 'Yang'],
  ['柏', 'Bai'],
];
const GROUND = [
  ['园', 'yuan'],
  ['林', 'lin'],
  ['香', 'xiang'],
  ['荫', 'yin'],
  ['岸', 'an'],
  ['庭', 'ting'],
  ['坊', 'fang'],
  ['里', 'li'],
  ['泽', 'ze'],
  ['谷', 'gu'],
  ['华', 'hua'],
  ['风', 'feng'],
];
const used = new Map();
/** Plain names of trees: nobody should take them for the real ones. */
function localName(id) {
  const luck = luckOf(id);
  const [a, b] = [TREES[Math.floor(luck() * TREES.length)], GROUND[Math.floor(luck() * GROUND.length)]];
  const [zh, en] = [`${a[0]}${b[0]}`, `${a[1]}${b[1]}`];
  const times = (used.get(zh) ?? 0) + 1;
  used.set(zh, times);
  const number = ['', '二', '三', '四', '五', '六', '七', '八', '九'][times - 1] ?? `${times}`;
  return [`${zh}${number}巷`, `${en} Lane${times > 1 ? ` ${times}` : ''}`];
}
