import type { KnobName } from '../../ports';
import type { CompiledScene } from '../../scene/compiled';
import { NO_GEAR } from './grid/gear';
import { compileGrid } from './grid/grid';

/** What no switch can part fails as one: points of a section, and its lines that have no gear of their own. */
export function alikeInEnergy(scene: CompiledScene): (knob: KnobName, slot: number) => string | null {
  const grid = compileGrid(scene);
  if (grid === null) return () => null;
  const { ofNode, ofLinkBody } = grid.sections;
  return (knob, slot) => {
    if (knob === 'bus.out') return `section ${ofNode[slot]}`;
    if (knob === 'branch.out' && grid.linkGear[slot] === NO_GEAR) return `section ${ofLinkBody[slot]}`;
    return null;
  };
}
