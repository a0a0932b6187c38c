/** What runs through a section on its trays and supports: the links of the networks that name its compartment. */
import { galleryRuns } from '../../../scene/compile/gallery-runs';
import type { CompiledScene, ElementKind } from '../../../scene/compiled';
import type { Scene } from '../../../scene/schema/scene';
import type { Sections } from './sections';

type Point = readonly [number, number];

export const contentKinds = [
  'gas-main',
  'branch',
  'water-pipe',
  'heat-pipe',
  'cooling-pipe',
  'drain',
  'fibre',
] as const;
export type ContentKind = (typeof contentKinds)[number];

export interface Contents {
  readonly count: number;
  /** Name in its file, and slot where its kind has a table of elements (gas-main, branch, water-pipe), else −1. */
  readonly ids: readonly string[];
  readonly slot: Int32Array;
  /** Place in contentKinds. */
  readonly kind: Uint8Array;
  readonly section: Int32Array;
  /** The stretch of the section that it runs through, from the section's start. */
  readonly fromM: Float64Array;
  readonly toM: Float64Array;
  /** Of section s: sectionStart[s] … sectionStart[s + 1] − 1. */
  readonly sectionStart: Int32Array;
}

interface Link {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly path?: readonly Point[] | undefined;
  readonly compartment?: string | undefined;
}

export function compileContents(compiled: CompiledScene, sections: Sections): Contents {
  const rows: { id: string; slot: number; kind: number; section: number; fromM: number; toM: number }[] = [];
  const runsOf = galleryRuns(compiled);
  for (const { kind, links, at, table } of networksOf(compiled.scene)) {
    for (const link of links) {
      const slot = table === undefined ? -1 : (compiled.elements[table].slotOf(link.id) ?? -1);
      for (const { section, fromM, toM } of runsOf(link, at)) {
        const startM = sections.fromM[section];
        rows.push({
          id: link.id,
          slot,
          kind: contentKinds.indexOf(kind),
          section,
          fromM: fromM - startM,
          toM: toM - startM,
        });
      }
    }
  }
  rows.sort((a, b) => a.section - b.section || a.kind - b.kind || a.fromM - b.fromM || (a.id < b.id ? -1 : 1));
  const sectionStart = new Int32Array(sections.count + 1);
  for (const { section } of rows) sectionStart[section + 1]++;
  for (let s = 0; s < sections.count; s++) sectionStart[s + 1] += sectionStart[s];
  return {
    count: rows.length,
    ids: rows.map(({ id }) => id),
    slot: Int32Array.from(rows, ({ slot }) => slot),
    kind: Uint8Array.from(rows, ({ kind }) => kind),
    section: Int32Array.from(rows, ({ section }) => section),
    fromM: Float64Array.from(rows, ({ fromM }) => fromM),
    toM: Float64Array.from(rows, ({ toM }) => toM),
    sectionStart,
  };
}

interface Network {
  readonly kind: ContentKind;
  readonly table?: ElementKind;
  readonly links: readonly Link[];
  readonly at: (node: string) => Point;
}

function networksOf(scene: Scene): Network[] {
  const places = (nodes: readonly { readonly id: string; readonly at: Point }[] | undefined) => {
    const byId = new Map((nodes ?? []).map(({ id, at }) => [id, at]));
    // Reading has seen to it that a link's ends exist.
    return (node: string) => byId.get(node) as Point;
  };
  const loops = (kind: ContentKind, file: Scene['heat']): Network[] =>
    (file?.loops ?? []).map(({ pipes, nodes }) => ({ kind, links: pipes, at: places(nodes) }));
  return [
    { kind: 'gas-main', table: 'gas-main', links: scene.gas?.pipes ?? [], at: places(scene.gas?.nodes) },
    { kind: 'branch', table: 'branch', links: scene.electricity?.branches ?? [], at: places(scene.electricity?.buses) },
    { kind: 'water-pipe', table: 'water-pipe', links: scene.water?.pipes ?? [], at: places(scene.water?.nodes) },
    ...loops('heat-pipe', scene.heat),
    ...loops('cooling-pipe', scene.cooling),
    { kind: 'drain', links: scene.drainage?.drains ?? [], at: places(scene.drainage?.nodes) },
    { kind: 'fibre', links: scene.telecom?.fibres ?? [], at: places(scene.telecom?.nodes) },
  ];
}

/** Slot of the gas main that runs longest through each section, −1 where there is none. */
export function gasMainBySection(
  { count, kind, section, slot, fromM, toM }: Contents,
  sectionCount: number,
): Int32Array {
  const main = new Int32Array(sectionCount).fill(-1);
  const longest = new Float64Array(sectionCount);
  const code = contentKinds.indexOf('gas-main');
  for (let k = 0; k < count; k++) {
    if (kind[k] !== code || toM[k] - fromM[k] <= longest[section[k]]) continue;
    longest[section[k]] = toM[k] - fromM[k];
    main[section[k]] = slot[k];
  }
  return main;
}
