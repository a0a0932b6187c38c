/**
 * What a view is told of pipes: first those of heat, loops and their pipes in the scene's order, then those of cooling.
 * Flow towards the `to` end in kg/s, and the mean temperature of the supply pipe's water in °C.
 */
import { heldInSupplyC } from '../../../networks/heat';
import type { FrameSection, SectionSpec } from '../../../ports';
import type { CompiledScene } from '../../../scene/compiled';
import type { StationsRun } from './stations-run';

const STRIDE = 2;

export function pipeSection({ scene }: CompiledScene): SectionSpec {
  const count = scene.stations === undefined ? 0 : loopsOf(scene).reduce((sum, { pipes }) => sum + pipes.length, 0);
  return { name: 'energy.heat', type: 'f32', stride: STRIDE, capacity: count };
}

export function writePipes({ loops }: StationsRun, { scene }: CompiledScene, section: FrameSection): void {
  const out = section.f32;
  const { heat, cooling } = scene;
  out.fill(0, 0, section.spec.capacity * STRIDE);
  let row = 0;
  for (const [carrier, file] of [['heat', heat] as const, ['cooling', cooling] as const]) {
    for (const { id, pipes, returnC } of file?.loops ?? []) {
      const run = loops.find((loop) => loop.id === id && loop.carrier === carrier);
      for (let b = 0; b < pipes.length; b++) {
        out[STRIDE * row] = run === undefined ? 0 : run.net.kgPerM3 * run.net.flows.pipeM3PerS[b];
        out[STRIDE * row + 1] = run === undefined ? returnC : heldInSupplyC(run.net, b);
        row++;
      }
    }
  }
  section.count = row;
}

function loopsOf({ heat, cooling }: CompiledScene['scene']): readonly { readonly pipes: readonly unknown[] }[] {
  return [...(heat?.loops ?? []), ...(cooling?.loops ?? [])];
}
