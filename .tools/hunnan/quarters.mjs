// What each cell of Hunnan's raster is: its district, how it is built up, and which local streets divide it.
import { at, COLUMNS, luckOf, ROWS, title } from './ground.mjs';

export const DISTRICTS = [
  [
    'olympic',
    'O',
    title('奥体中心', 'Olympic Centre'),
    title('体育场与滨河住区', 'Stadium and riverside homes'),
    [0, 6, 9, 11],
  ],
  [
    'riverside',
    'R',
    title('东滨河住区', 'East Riverside'),
    title('高层住区、滨河公园', 'Tall homes by the river park'),
    [9, 6, 18, 11],
  ],
  [
    'hightech',
    'H',
    title('高新技术产业区', 'High-tech Quarter'),
    title('软件园与研发', 'Software park and laboratories'),
    [0, 3, 6, 6],
  ],
  [
    'civic',
    'C',
    title('行政中心', 'Administrative Centre'),
    title('沈中大街中轴线', 'The axis of Shenzhong Avenue'),
    [6, 3, 12, 6],
  ],
  [
    'university',
    'U',
    title('大学城', 'University Town'),
    title('校园、宿舍与实验室', 'Campuses, dormitories and laboratories'),
    [12, 3, 18, 6],
  ],
  [
    'industry',
    'I',
    title('南部产业区', 'South Industry'),
    title('厂房、物流与配套', 'Works, logistics and what goes with them'),
    [0, 0, 10, 3],
  ],
  ['taoxian', 'T', title('桃仙居住区', 'Taoxian Homes'), title('大街坊住区', 'Super-blocks of homes'), [10, 0, 18, 3]],
].map(([id, letter, name, character, [west, south, east, north]]) => ({
  id,
  letter,
  name,
  character,
  west,
  south,
  east,
  north,
}));

export const districtOf = (i, j) =>
  DISTRICTS.find(({ west, south, east, north }) => i >= west && i < east && j >= south && j < north);

/** The outline of a rectangle of cells, with points along its bent sides. */
export function outlineOf({ west, south, east, north }) {
  const points = [];
  for (let u = west; u < east; u++) points.push(at(u, south));
  for (let v = south; v < north; v++) points.push(at(east, v));
  for (let u = east; u > west; u--) points.push(at(u, north));
  for (let v = north; v > south; v--) points.push(at(west, v));
  return points;
}

const pick = (luck, ...weighted) => {
  let draw = luck() * weighted.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [value, weight] of weighted) {
    draw -= weight;
    if (draw < 0) return value;
  }
  return weighted[0][0];
};

/** Recipe of one block in a cell; a cell's blocks are mostly alike. */
export function recipeOf(i, j, block) {
  const luck = luckOf(`cell ${i} ${j}`);
  const own = luckOf(`block ${block}`);
  if (j === ROWS - 1) return i % 6 === 2 ? 'square' : pick(luck, ['towers', 5], ['mixed-housing', 2]);
  if (i === 8 && j > 3 && j < 10) return j % 2 === 0 || j === 9 ? 'square' : 'centre'; // the axis
  if (i === 7 && j >= 4 && j < 6) return 'centre';
  if (i === 6 && j === 5) return 'office-courts';
  switch (districtOf(i, j).id) {
    case 'olympic':
      if (own() < 0.06) return 'commerce';
      return pick(luck, ['towers', 4], ['mixed-housing', 5], ['midrise', 4], ['slabs', 3], ['square', 1]);
    case 'riverside':
      if (own() < 0.06) return 'commerce';
      return pick(
        luck,
        ['mixed-housing', 5],
        ['towers', 3],
        ['slabs', 4],
        ['midrise', 3],
        ['terraces', 1],
        ['square', 1],
      );
    case 'hightech':
      return pick(
        luck,
        ['research', 4],
        ['workshops', 4],
        ['office-courts', 1],
        ['dormitories', 2],
        ['midrise', 3],
        ['park', 2],
      );
    case 'civic':
      return pick(luck, ['office-courts', 1], ['midrise', 3], ['mixed-housing', 3], ['slabs', 2], ['square', 1]);
    case 'university':
      return pick(luck, ['research', 4], ['dormitories', 3], ['park', 2], ['midrise', 2], ['slabs', 2]);
    case 'industry':
      return pick(
        luck,
        ['works-medium', 3],
        ['works-large', 3],
        ['logistics', 2],
        ['workshops', 2],
        ['slabs', 2],
        ['park', 2],
      );
    default:
      return pick(luck, ['slabs', 4], ['midrise', 4], ['mixed-housing', 3], ['terraces', 2], ['square', 1]);
  }
}

/** Floors by recipe: Shenyang builds higher than the flagship's park. */
export function floorsOf(recipe, block) {
  const low = luckOf(`floors ${block}`)() < 0.5 ? 0 : 1;
  switch (recipe) {
    case 'towers':
      return [10 + 2 * low, 13 + 2 * low];
    case 'slabs':
      return [5, 5 + low];
    case 'centre':
      return [8 + 3 * low, 14 + 5 * low];
    default:
      return undefined;
  }
}

/** Homes have one street through their cell, the centre two; works and parks none. */
export function localsIn(i, j) {
  if (i < 0 || j < 0 || i >= COLUMNS || j >= ROWS) return undefined;
  if ((i === 4 || i === 5) && (j === 8 || j === 9)) return undefined; // round the stadium
  if ((i === 8 || i === 9) && (j === 2 || j === 3)) return undefined; // the central park
  if ((i === 6 || i === 7) && (j === 4 || j === 5)) return 'both';
  const recipe = recipeOf(i, j, 'none');
  if (['square', 'park', 'works-large', 'logistics'].includes(recipe)) return undefined;
  return luckOf(`locals ${i} ${j}`)() < 0.62 ? 'across' : undefined;
}
