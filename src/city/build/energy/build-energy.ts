import type { LaidScene } from '../../../../sim';
import { groundOf } from '../ground/ground';
import type { BuiltEnergy } from './built-energy';
import { energyLines } from './energy-lines';
import { energyMarks } from './energy-marks';

/** How many pipes all loops of a carrier have. */
function loopPipes(file: { readonly loops: readonly { readonly pipes: readonly unknown[] }[] } | undefined): number {
  return (file?.loops ?? []).reduce((sum, { pipes }) => sum + pipes.length, 0);
}

/** The energy networks of a scene as something to draw; null where it has none. */
export function buildEnergy(compiled: LaidScene): BuiltEnergy | null {
  const { scene, elements } = compiled;
  const { electricity, heat, cooling, gas, stations } = scene;
  if (!electricity && !heat && !cooling && !gas && !stations) return null;
  const ground = groundOf(compiled);
  const buildingBus = new Int32Array(elements.building.count).fill(-1);
  for (const { id, serves } of scene.buildings?.buildings ?? []) {
    if (serves?.electricity === undefined) continue;
    buildingBus[elements.building.slotOf(id) as number] = elements.bus.slotOf(serves.electricity) as number;
  }
  return {
    lines: energyLines(compiled, ground),
    marks: energyMarks(compiled, ground),
    branches: elements.branch.ids,
    transformers: elements.transformer.ids,
    buses: elements.bus.ids,
    heatPipes: loopPipes(heat) + loopPipes(cooling),
    gasPipes: elements['gas-main'].count,
    buildingBus,
  };
}
