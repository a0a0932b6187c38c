import { it } from 'vitest';
import { sceneOf } from './scenes';
import { compileGrid } from '../../../sim/domains/energy/grid/grid';
import { normalPositions } from '../../../sim/domains/energy/grid/positions';
import { createFlow, solveFlow } from '../../../sim/domains/energy/grid/flow';
import { nodeOfSlots } from '../../../sim/domains/energy/consumers/served-by';
import { stepTaps } from '../../../sim/domains/energy/grid/taps';
it('x', () => {
  const scene = sceneOf('eco-park');
  const grid = compileGrid(scene)!;
  const pos = normalPositions(grid);
  const flow = createFlow(grid, scene);
  const kw = new Float64Array(grid.nodeCount), kvar = new Float64Array(grid.nodeCount);
  const w: Record<string, number> = { housing: 12, office: 25, research: 30, commerce: 35, industry: 40 };
  for (const b of scene.scene.buildings!.buildings) { const n = scene.elements.bus.slotOf(b.serves!.electricity!)!; kw[n] += b.floorAreaM2 * (w[b.use] ?? 20) / 1000; kvar[n] = kw[n] * 0.33; }
  console.log('sections', grid.sections.count, 'total kW', kw.reduce((a, b) => a + b, 0), 'live', pos.live.filter((x) => x).length);
  const taps = flow.circuit.tapOfFile.slice();
  for (let i = 0; i < 8; i++) { const t0 = performance.now(); solveFlow(flow, grid, pos, taps, kw, kvar); const ms = performance.now() - t0;
  const r = flow.now.results; let worst = 0, wl = 0; for (let l = 0; l < grid.linkCount; l++) if (r.loading[l] > worst) { worst = r.loading[l]; wl = l; }
  let lo = 9, hi = 0; for (let n = 0; n < grid.nodeCount; n++) if (r.vm[n] > 0) { lo = Math.min(lo, r.vm[n]); hi = Math.max(hi, r.vm[n]); }
  console.log(flow.converged, ms.toFixed(2), 'worst', worst.toFixed(3), wl < grid.branchCount ? scene.elements.branch.ids[wl] : scene.elements.transformer.ids[wl - grid.branchCount], lo.toFixed(4), hi.toFixed(4), 'loss kW', (flow.now.losses().seriesP + flow.now.losses().shuntP) * 1e5); stepTaps(grid, taps, flow.circuit.tapStep, r.vm); }
  const ov = []; const r = flow.now.results; for (let l = 0; l < grid.linkCount; l++) if (r.loading[l] > 0.5) ov.push(l); console.log(ov.length, 'over half');
});
