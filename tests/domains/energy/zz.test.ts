import { it } from 'vitest';
import { sceneOf } from './scenes';
import { energyDomain } from '../../../sim/domains/energy';
it('x', () => {
  const scene = sceneOf('eco-park');
  for (const startDay of [15, 105, 200]) {
  const state = energyDomain.create(scene, { seed: 1, startSeconds: 11 * 3600, baseStepSeconds: 0.5, startDay });
  const run = state.power!; const { grid } = run; const r = run.flow.now.results;
  const over: string[] = []; let feeders = 0, worstFeeder = '';
  for (let l = 0; l < grid.linkCount; l++) { if (l < grid.branchCount && r.loading[l] > feeders) { feeders = r.loading[l]; worstFeeder = scene.elements.branch.ids[l]; }
    if (l >= grid.branchCount && r.loading[l] > 0.85) { const t = scene.elements.transformer.ids[l - grid.branchCount]; const to = grid.linkTo[l];
      const bs = scene.scene.buildings!.buildings.filter((b) => scene.elements.bus.slotOf(b.serves!.electricity!) === to);
      const sites = scene.scene.roads!.chargingSites.filter((s) => scene.elements.bus.slotOf(s.electricity!) === to);
      over.push(t + ' ' + r.loading[l].toFixed(2) + ' kVA ' + scene.scene.electricity!.transformers.find((x) => x.id === t)!.ratingKva + ' kW ' + run.wantedKw[to].toFixed(0) + ' pv ' + run.givenKw[to].toFixed(0) + ' ' + sites.map((s) => s.id).join() + ' ' + bs.map((b) => b.use + b.floorAreaM2 + ':' + state.consumers!.asked.electricKw[scene.elements.building.slotOf(b.id)!].toFixed(0)).slice(0, 6).join(' ')); } }
  console.log(startDay, 'sum', run.wantedKw.reduce((a, b) => a + b, 0), 'branch worst', feeders, worstFeeder, over.length, '\n' + over.slice(0, 14).join('\n'));
  }
});
