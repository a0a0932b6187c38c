/** Drainage's part of the picture; the rows' meaning is the contract between this file and the view. */
import type { FrameSection, SectionSpec } from '../../ports';
import type { CompiledScene } from '../../scene/compiled';
import { hasDrains } from './plan';
import type { DrainageState } from './state';

/** Edges by slot: depth of water on the road, in metres. Nodes by slot: share of its depth that the drain stands full. */
export function drainageSections(compiled: CompiledScene): readonly SectionSpec[] {
  const { elements } = compiled;
  const has = hasDrains(compiled);
  return [
    { name: 'drainage.roads', type: 'f32', stride: 1, capacity: has ? elements.edge.count : 0 },
    { name: 'drainage.nodes', type: 'f32', stride: 1, capacity: has ? elements['drain-node'].count : 0 },
  ];
}

export function writeDrainageFrame({ run }: DrainageState, sections: readonly FrameSection[]): void {
  if (run === null) return;
  const { plan, drains, edgeDepthM } = run;
  for (const section of sections) {
    const out = section.f32;
    if (section.spec.name === 'drainage.roads') {
      out.set(edgeDepthM);
      section.count = edgeDepthM.length;
    } else if (section.spec.name === 'drainage.nodes') {
      for (let n = 0; n < plan.nodeCount; n++) {
        const crown = plan.pipe[n] < 0 ? 0 : plan.network.crownM[plan.pipe[n]];
        out[n] = crown > 0 ? drains.depthM[plan.pipe[n]] / crown : 0;
      }
      section.count = plan.nodeCount;
    }
  }
}
