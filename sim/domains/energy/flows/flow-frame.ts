/**
 * What a view is told of flows: kW now and kWh since the start, a row a link, in the order of `flowLinks`. The
 * second number of a last row says until when that reaches, in seconds of the run.
 */
import { type FrameSection, flowLinks, type SectionSpec } from '../../../ports';
import type { CompiledScene } from '../../../scene/compiled';
import type { Flows } from './flows';

const STRIDE = 2;

export function flowSection({ scene }: CompiledScene): SectionSpec {
  const count = scene.electricity === undefined ? 0 : flowLinks(scene).length + 1;
  return { name: 'energy.flows', type: 'f32', stride: STRIDE, capacity: count };
}

export function writeFlows({ kw, kwh }: Flows, reachesSeconds: number, section: FrameSection): void {
  for (let i = 0; i < kw.length; i++) {
    section.f32[STRIDE * i] = kw[i];
    section.f32[STRIDE * i + 1] = kwh[i];
  }
  section.f32[STRIDE * kw.length] = 0;
  section.f32[STRIDE * kw.length + 1] = reachesSeconds;
  section.count = kw.length + 1;
}
