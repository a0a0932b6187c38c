import type { ElementId } from '../../kernel';
import { type PortName, ports } from '../../ports';
import type { CompiledScene } from '../../scene';
import type { Lived } from './forks';

/** A port by which somebody is told of the failure, and those who are. */
export interface ChangedPort {
  readonly port: PortName;
  readonly writer: string;
  /** Something of whoever reads it stands without, is shut or under water. */
  readonly harms: boolean;
  readonly elements: readonly ElementId[];
}

/** Shares may breathe with load and weather; flags and flows either are as they were or not. */
const BREATHES = 0.02;

/** Where ports that tell are at the end not what they would have been. */
export function changedPorts(lived: Lived, undisturbed: Lived, { elements }: CompiledScene): ChangedPort[] {
  const changed: ChangedPort[] = [];
  for (const [name, values] of lived.told) {
    const port = name as PortName;
    const { writer, per, harms, backedBy } = { harms: false, backedBy: undefined, ...ports[port] };
    const usual = undisturbed.told.get(name);
    const battery = backedBy === undefined ? undefined : lived.usedAtEnd.get(backedBy);
    const found: ElementId[] = [];
    for (let i = 0; i < values.length; i++) {
      if (usual !== undefined && Math.abs(values[i] - usual[i]) > BREATHES) found.push(elements[per].ids[i]);
    }
    if (found.length === 0) continue;
    const goesOn = (id: ElementId) =>
      backedBy !== undefined && !((battery?.[elements[per].slotOf(id) ?? -1] ?? 0) >= 1);
    const without = found.filter((id) => !goesOn(id));
    if (without.length > 0) changed.push({ port, writer, harms: harms === true, elements: without });
    if (without.length < found.length) {
      changed.push({ port, writer, harms: false, elements: found.filter(goesOn) });
    }
  }
  return changed;
}
