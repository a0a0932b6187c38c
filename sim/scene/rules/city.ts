import type { ProblemList } from '../problem-list';
import { present, type SoundScene } from './sound-entries';

/** Shares that make a whole may miss it by rounding. */
const SHARES_WITHIN = 0.01;

/** Grids are as large as they say, shares make a whole, gates lead in or out, rings close, and a month's mean lies in its range. */
export function checkCity(scene: SoundScene, list: ProblemList): void {
  checkTerrain(scene, list);
  checkDemand(scene, list);
  checkCirculating(scene, list);
  for (const [month, i] of present(scene.weather?.months)) {
    if (month.dailyMinC <= month.meanC && month.meanC <= month.dailyMaxC) continue;
    const message = `expected dailyMinC ≤ meanC ≤ dailyMaxC, found ${month.dailyMinC}, ${month.meanC}, ${month.dailyMaxC}`;
    list.error('scene.weather-order', ['weather.json', 'months', i], message);
  }
}

function checkTerrain({ terrain }: SoundScene, list: ProblemList): void {
  if (terrain?.columns === undefined || terrain.rows === undefined || terrain.heightsM === undefined) return;
  const expected = terrain.columns * terrain.rows;
  const found = terrain.heightsM.length;
  if (found === expected) return;
  const message = `expected ${terrain.columns} × ${terrain.rows} = ${expected} heights, found ${found}`;
  list.error('scene.count', ['terrain.json', 'heightsM'], message);
}

function checkDemand({ demand }: SoundScene, list: ProblemList): void {
  const purposes = demand?.purposes ?? [];
  for (const [purpose, i] of present(purposes)) {
    checkShares(purpose.hourly, ['demand.json', 'purposes', i, 'hourly'], list);
  }
  if (purposes.length > 0 && purposes.every((purpose) => purpose !== undefined)) {
    checkShares(
      purposes.map((purpose) => purpose.share),
      ['demand.json', 'purposes'],
      list,
    );
  }
  const travels = [demand?.tripsPerResident, demand?.tripsPerJob, demand?.gates?.length].some((one) => (one ?? 0) > 0);
  if (demand?.purposes?.length === 0 && travels) {
    list.error(
      'scene.no-purpose',
      ['demand.json', 'purposes'],
      'expected what people set out for, found trips without any purpose',
    );
  }
  for (const [gate, i] of present(demand?.gates)) {
    if (gate.inEdge !== undefined || gate.outEdge !== undefined) continue;
    list.error('scene.closed-gate', ['demand.json', 'gates', i], 'expected inEdge, outEdge or both, found neither');
  }
}

/** Cars that go round for ever need each edge to lead to the next, and the last to the first. */
function checkCirculating({ demand, roads }: SoundScene, list: ProblemList): void {
  const edges = new Map([...present(roads?.edges)].map(([edge]) => [edge.id, edge]));
  for (const [{ edges: way }, i] of present(demand?.circulating)) {
    for (let k = 0; k < way.length; k++) {
      const edge = edges.get(way[k]);
      const next = edges.get(way[(k + 1) % way.length]);
      if (edge === undefined || next === undefined || edge.to === next.from) continue;
      const path = ['demand.json', 'circulating', i, 'edges', (k + 1) % way.length];
      list.error('scene.open-ring', path, `expected an edge from "${edge.to}", where the one before it ends`);
    }
  }
}

function checkShares(shares: readonly number[], path: readonly (string | number)[], list: ProblemList): void {
  const sum = shares.reduce((total, share) => total + share, 0);
  if (Math.abs(sum - 1) <= SHARES_WITHIN) return;
  list.error('scene.share-sum', path, `expected shares that add up to 1, found ${sum.toFixed(3)}`);
}
