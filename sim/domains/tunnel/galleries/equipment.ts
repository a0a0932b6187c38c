/** Everything that stands in a section, sorted by section and along it. */
import type { CompiledScene } from '../../../scene/compiled';
import { type EquipmentKind, equipmentKinds } from '../../../scene/equipment-kinds';
import { type Compartments, type Sections, sectionAt } from './sections';

export interface Equipment {
  readonly count: number;
  readonly ids: readonly string[];
  /** Place in equipmentKinds. */
  readonly kind: Uint8Array;
  readonly section: Int32Array;
  /** From the section's start. */
  readonly atM: Float64Array;
  readonly ratedKw: Float64Array;
  readonly flowM3PerS: Float64Array;
  /** Of a pump at its rated flow; 0 where nobody says. */
  readonly headM: Float64Array;
  /** Slot of its bus, −1 where nobody says what feeds it. */
  readonly bus: Int32Array;
  /** Of section s: sectionStart[s] … sectionStart[s + 1] − 1. */
  readonly sectionStart: Int32Array;
}

export function compileEquipment(
  { scene, elements }: CompiledScene,
  sections: Sections,
  compartments: Compartments,
): Equipment {
  type Row = {
    id: string;
    kind: number;
    section: number;
    atM: number;
    kw: number;
    m3PerS: number;
    headM: number;
    bus: number;
  };
  const rows: Row[] = [];
  compartments.source.forEach(({ gallery, compartment }, c) => {
    for (const each of scene.galleries!.galleries[gallery].compartments[compartment].equipment) {
      const section = sectionAt(sections, compartments, c, each.atM);
      if (section < 0)
        throw new Error(`met '${each.id}' at ${each.atM} m, expected it in a section of its compartment`);
      rows.push({
        id: each.id,
        kind: equipmentKinds.indexOf(each.kind),
        section,
        atM: Math.min(Math.max(each.atM - sections.fromM[section], 0), sections.lengthM[section]),
        kw: each.ratedKw ?? 0,
        m3PerS: (each.flowM3PerH ?? 0) / 3_600,
        headM: each.headM ?? 0,
        bus: each.electricity === undefined ? -1 : (elements.bus.slotOf(each.electricity) ?? -1),
      });
    }
  });
  rows.sort((a, b) => a.section - b.section || a.atM - b.atM || (a.id < b.id ? -1 : 1));
  const sectionStart = new Int32Array(sections.count + 1);
  for (const { section } of rows) sectionStart[section + 1]++;
  for (let s = 0; s < sections.count; s++) sectionStart[s + 1] += sectionStart[s];
  return {
    count: rows.length,
    ids: rows.map(({ id }) => id),
    kind: Uint8Array.from(rows, ({ kind }) => kind),
    section: Int32Array.from(rows, ({ section }) => section),
    atM: Float64Array.from(rows, ({ atM }) => atM),
    ratedKw: Float64Array.from(rows, ({ kw }) => kw),
    flowM3PerS: Float64Array.from(rows, ({ m3PerS }) => m3PerS),
    headM: Float64Array.from(rows, ({ headM }) => headM),
    bus: Int32Array.from(rows, ({ bus }) => bus),
    sectionStart,
  };
}

/** All of one kind, section by section and along each. */
export function equipmentOf({ count, kind }: Equipment, wanted: EquipmentKind): Int32Array {
  const code = equipmentKinds.indexOf(wanted);
  const found: number[] = [];
  for (let e = 0; e < count; e++) if (kind[e] === code) found.push(e);
  return Int32Array.from(found);
}
