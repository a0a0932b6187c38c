/**
 * Gas mains in galleries between one emergency valve and the next. All mains of a stretch are shut together, and what a
 * shut stretch holds is one vessel: a hole in any of them drains it. A main belongs to the stretch that its middle is in.
 */
import { PI } from '../../../kernel';
import type { CompiledScene } from '../../../scene/compiled';
import { contentKinds, equipmentOf, type Galleries } from '../galleries';

export interface GasStretches {
  readonly count: number;
  /** Mains of stretch k: main[i], i from start[k] to start[k + 1] − 1; their bore's volume in m³ beside them. */
  readonly start: Int32Array;
  readonly main: Int32Array;
  readonly mainM3: Float64Array;
  readonly m3: Float64Array;
  /** Stretch of a main by its slot, −1 where it lies in no gallery. */
  readonly ofMain: Int32Array;
}

export function findGasStretches({ scene, elements }: CompiledScene, galleries: Galleries): GasStretches {
  const { sections, compartments, contents, equipment } = galleries;
  const mains = elements['gas-main'];
  const gasKind = contentKinds.indexOf('gas-main');
  const fromM = new Map<number, number>();
  const toM = new Map<number, number>();
  const compartmentOf = new Map<number, number>();
  for (let k = 0; k < contents.count; k++) {
    if (contents.kind[k] !== gasKind) continue;
    const main = contents.slot[k];
    const section = contents.section[k];
    const startM = sections.fromM[section];
    fromM.set(main, Math.min(fromM.get(main) ?? Number.POSITIVE_INFINITY, startM + contents.fromM[k]));
    toM.set(main, Math.max(toM.get(main) ?? 0, startM + contents.toM[k]));
    compartmentOf.set(main, sections.compartment[section]);
  }
  const valvesAt: number[][] = Array.from({ length: compartments.count }, () => []);
  for (const e of equipmentOf(equipment, 'shut-off-valve')) {
    const section = equipment.section[e];
    valvesAt[sections.compartment[section]].push(sections.fromM[section] + equipment.atM[e]);
  }
  for (const list of valvesAt) list.sort((a, b) => a - b);
  const bore = new Map(
    (scene.gas?.pipes ?? []).map(({ id, diameterM, lengthM }) => [
      mains.slotOf(id) as number,
      0.25 * PI * diameterM * diameterM * lengthM,
    ]),
  );
  const groups = new Map<string, number[]>();
  for (const main of [...compartmentOf.keys()].sort((a, b) => a - b)) {
    const compartment = compartmentOf.get(main) as number;
    const middleM = ((fromM.get(main) as number) + (toM.get(main) as number)) / 2;
    const place = valvesAt[compartment].filter((atM) => atM <= middleM).length;
    const key = `${compartment}/${place}`;
    groups.set(key, [...(groups.get(key) ?? []), main]);
  }
  const lists = [...groups.values()];
  const start = new Int32Array(lists.length + 1);
  const ofMain = new Int32Array(mains.count).fill(-1);
  lists.forEach((list, k) => {
    start[k + 1] = start[k] + list.length;
    for (const main of list) ofMain[main] = k;
  });
  const main = Int32Array.from(lists.flat());
  const mainM3 = Float64Array.from(main, (slot) => bore.get(slot) ?? 0);
  const m3 = Float64Array.from(lists, (list) => list.reduce((sum, slot) => sum + (bore.get(slot) ?? 0), 0));
  return { count: lists.length, start, main, mainM3, m3, ofMain };
}

/** The main that runs past a place in a section; the one that is nearest to it. −1 where the section has none. */
export function mainAt({ contents }: Galleries, section: number, atM: number): number {
  const gasKind = contentKinds.indexOf('gas-main');
  let found = -1;
  let best = Number.POSITIVE_INFINITY;
  for (let k = contents.sectionStart[section]; k < contents.sectionStart[section + 1]; k++) {
    if (contents.kind[k] !== gasKind) continue;
    const off = Math.max(0, contents.fromM[k] - atM, atM - contents.toM[k]);
    if (off >= best) continue;
    best = off;
    found = contents.slot[k];
  }
  return found;
}
