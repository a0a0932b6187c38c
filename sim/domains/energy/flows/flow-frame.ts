/** What a view is told of flows: kW now and kWh since the start, a row a link, in the order of `flowLinks`. */
import { type FrameSection, flowLinks, type SectionSpec } from '../../../ports';
import type { CompiledScene } from '../../../scene/compiled';
import type { Flows } from './flows';

const STRIDE = 2;

export function flowSection({ scene }: CompiledScene): SectionSpec {
  const count = scene.electricity === undefined ? 0 : flowLinks(scene).length;
  return { name: 'energy.flows', type: 'f32', stride: STRIDE, capacity: count };
}

export function writeFlows({ kw, kwh }: Flows, section: FrameSection): void {
  for (let i = 0; i < kw.length; i++) {
    section.f32[STRIDE * i] = kw[i];
    section.f32[STRIDE * i + 1] = kwh[i];
  }
  section.count = kw.length;
}
