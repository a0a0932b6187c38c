/** Water's part of the picture; the rows' meaning is the contract between this file and the view. */
import type { FrameSection, SectionSpec } from '../../ports';
import type { CompiledScene } from '../../scene/compiled';
import { holesOf, pipesOpen } from './openings';
import { hasWater } from './plan';
import type { WaterState } from './state';

const STRIDE = 2;
const SHUT = 1;
const BURST = 2;

/**
 * Nodes by slot: pressure in metres of water (−1 where nothing reaches), share of what is asked for that comes. Mains by
 * slot: flow towards `to` in m³/s, 0 whole, 1 shut, 2 burst.
 */
export function waterSections(compiled: CompiledScene): readonly SectionSpec[] {
  const { elements } = compiled;
  const has = hasWater(compiled);
  return [
    { name: 'water.nodes', type: 'f32', stride: STRIDE, capacity: has ? elements['water-node'].count : 0 },
    { name: 'water.pipes', type: 'f32', stride: STRIDE, capacity: has ? elements['water-pipe'].count : 0 },
  ];
}

export function writeWaterFrame(state: WaterState, sections: readonly FrameSection[]): void {
  const { run } = state;
  if (run === null || run.answer === null) return;
  const { plan, answer, servedShare } = run;
  for (const section of sections) {
    const out = section.f32;
    if (section.spec.name === 'water.nodes') {
      for (let n = 0; n < plan.nodeCount; n++) {
        const head = answer.headM[n];
        out[STRIDE * n] = Number.isNaN(head) ? -1 : Math.max(0, head - plan.network.heightM[n]);
        out[STRIDE * n + 1] = servedShare[n];
      }
      section.count = plan.nodeCount;
    } else if (section.spec.name === 'water.pipes') {
      const open = pipesOpen(state, run);
      for (let i = 0; i < plan.pipeCount; i++) {
        out[STRIDE * i] = answer.pipeM3PerS[i];
        out[STRIDE * i + 1] = open[i] === 0 ? SHUT : 0;
      }
      for (const { pipe } of holesOf(run)) out[STRIDE * pipe + 1] = BURST;
      section.count = plan.pipeCount;
    }
  }
}
