import type { BufferGeometry } from 'three';
import { InsideWriter, type Origin } from './inside-writer';
import { type Gear, placeGear, writeGear } from './section-gear';
import { writeLaidInside } from './section-laid';
import { type SectionPlan, writeShell } from './section-shell';

export interface BuiltSection {
  readonly origin: Origin;
  readonly solid: BufferGeometry;
  readonly gear: readonly Gear[];
}

/** A section as it is seen from within, of what the scene says; its positions are measured from its beginning. */
export function buildSection(plan: SectionPlan): BuiltSection {
  const at = [0, 0, 0];
  plan.corridor.place(plan.section.fromM, 0, 0, at);
  const origin: Origin = [at[0], at[1], at[2]];
  const writer = new InsideWriter(plan.corridor, origin);
  const gear = placeGear(plan.inside, plan.section, plan.way);
  writeShell(writer, plan);
  writeLaidInside(writer, plan);
  writeGear(writer, plan, gear);
  return { origin, solid: writer.done(), gear };
}
