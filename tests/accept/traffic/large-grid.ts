/** A city of square blocks as large as one likes, with vehicles that go round ever other blocks and never leave. */
import { type CompiledScene, compileScene } from '../../../sim/scene';
import { smallCity } from '../../domains/traffic/small-city';

const BLOCK_M = 200;
/** Of the ways that vehicles go round: so many blocks wide and high. */
const ROUND_BLOCKS = 4;
const VEHICLES_PER_WAY = 40;

export function largeGrid(blocks: number, vehicles: number): CompiledScene {
  const nodes: Record<string, [number, number]> = {};
  const streets: Record<string, { path: string[]; class: 'arterial'; lanes: number }> = {};
  const at = (x: number, y: number) => `n${x}.${y}`;
  for (let x = 0; x <= blocks; x++) {
    for (let y = 0; y <= blocks; y++) nodes[at(x, y)] = [(x - blocks / 2) * BLOCK_M, (y - blocks / 2) * BLOCK_M];
  }
  const along = (i: number) => Array.from({ length: blocks + 1 }, (_, k) => [k, i] as const);
  for (let i = 0; i <= blocks; i++) {
    streets[`we${i}`] = { path: along(i).map(([k, y]) => at(k, y)), class: 'arterial', lanes: 2 };
    streets[`sn${i}`] = { path: along(i).map(([k, x]) => at(x, k)), class: 'arterial', lanes: 2 };
  }
  const signals = Object.keys(nodes).filter((name) => {
    const [x, y] = name.slice(1).split('.').map(Number);
    return x > 0 && y > 0 && x < blocks && y < blocks;
  });
  const bare = smallCity('large-grid', { nodes, streets, signals });
  const edgeBetween = new Map<string, string>();
  for (const edge of bare.scene.roads!.edges) edgeBetween.set(`${edge.from} ${edge.to}`, edge.id);
  const ways: { id: string; edges: string[]; count: number }[] = [];
  const room = blocks - ROUND_BLOCKS;
  const count = Math.ceil(vehicles / VEHICLES_PER_WAY);
  for (let k = 0; k < count; k++) {
    // Spread evenly over the grid, and half of them the other way round.
    const [x, y] = [Math.floor((k * 0.618_033_988_7 * room) % room), Math.floor((k / count) * room)];
    const corners = [
      [x, y],
      [x + ROUND_BLOCKS, y],
      [x + ROUND_BLOCKS, y + ROUND_BLOCKS],
      [x, y + ROUND_BLOCKS],
    ];
    if (k % 2 === 1) corners.reverse();
    const edges: string[] = [];
    for (let c = 0; c < 4; c++) {
      const [[x0, y0], [x1, y1]] = [corners[c], corners[(c + 1) % 4]];
      for (let step = 0; step < ROUND_BLOCKS; step++) {
        const [dx, dy] = [Math.sign(x1 - x0), Math.sign(y1 - y0)];
        const from = at(x0 + dx * step, y0 + dy * step);
        const to = at(x0 + dx * (step + 1), y0 + dy * (step + 1));
        edges.push(edgeBetween.get(`${from} ${to}`)!);
      }
    }
    ways.push({ id: `way${k}`, edges, count: Math.min(VEHICLES_PER_WAY, vehicles - k * VEHICLES_PER_WAY) });
  }
  const { scene } = bare;
  const halfM = (blocks / 2 + 1) * BLOCK_M;
  const extent = { min: [-halfM, -halfM], max: [halfM, halfM] } as const;
  const manifest = { ...scene.manifest, extent: { min: [...extent.min], max: [...extent.max] } };
  return compileScene({
    ...scene,
    manifest: manifest as typeof scene.manifest,
    demand: { ...scene.demand!, circulating: ways },
  });
}
