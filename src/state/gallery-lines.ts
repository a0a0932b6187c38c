import { asElementId, asSlot, type ElementTable, type GalleryRun, galleryRuns, type Scene } from '../../sim';

/** What lies in galleries, by the network that it belongs to. */
export const laidKinds = ['gas', 'water', 'heat', 'cooling', 'cable', 'fibre'] as const;
export type LaidKind = (typeof laidKinds)[number];

/** A pipe, a cable or a fibre, and which stretches of which sections it runs through. */
export interface LaidLine {
  readonly kind: LaidKind;
  readonly id: string;
  readonly compartment: string;
  readonly diameterM: number;
  readonly runs: readonly GalleryRun[];
}

export type LaidScene = Partial<
  Pick<Scene, 'galleries' | 'electricity' | 'gas' | 'water' | 'heat' | 'cooling' | 'telecom'>
>;

type Point = readonly [number, number];
interface Net {
  readonly kind: LaidKind;
  readonly nodes: readonly { readonly id: string; readonly at: Point }[];
  readonly lines: readonly {
    readonly id: string;
    readonly from: string;
    readonly to: string;
    readonly path?: readonly Point[] | undefined;
    readonly compartment?: string | undefined;
    readonly diameterM?: number;
  }[];
}

/** A cable of 10 kV with its sheath, and a fibre's duct, about. */
const THICK_M: Readonly<Partial<Record<LaidKind, number>>> = { cable: 0.09, fibre: 0.05 };

export function linesInGalleries(scene: LaidScene, sections: ElementTable): readonly LaidLine[] {
  const runsOf = galleryRuns({ scene, elements: { 'gallery-section': sections } });
  return netsOf(scene).flatMap(({ kind, nodes, lines }) => {
    const places = new Map(nodes.map((node) => [node.id, node.at]));
    return lines.flatMap((line): LaidLine[] => {
      if (line.compartment === undefined) return [];
      const runs = runsOf(line, (node) => places.get(node)!);
      const diameterM = line.diameterM ?? THICK_M[kind] ?? 0.1;
      return runs.length > 0 ? [{ kind, id: line.id, compartment: line.compartment, diameterM, runs }] : [];
    });
  });
}

function netsOf({ electricity, gas, water, heat, cooling, telecom }: LaidScene): Net[] {
  const loops = (kind: 'heat' | 'cooling', file: Scene['heat']): Net[] =>
    (file?.loops ?? []).map(({ nodes, pipes }) => ({ kind, nodes, lines: pipes }));
  return [
    { kind: 'gas', nodes: gas?.nodes ?? [], lines: gas?.pipes ?? [] },
    { kind: 'water', nodes: water?.nodes ?? [], lines: water?.pipes ?? [] },
    ...loops('heat', heat),
    ...loops('cooling', cooling),
    { kind: 'cable', nodes: electricity?.buses ?? [], lines: electricity?.branches ?? [] },
    { kind: 'fibre', nodes: telecom?.nodes ?? [], lines: telecom?.fibres ?? [] },
  ];
}

/** Sections in the engine's order, from the galleries alone: by their sorted names. */
export function sectionTable({ galleries }: LaidScene): ElementTable {
  const all =
    galleries?.galleries.flatMap(({ compartments }) => compartments.flatMap(({ sections }) => sections)) ?? [];
  const ids = all.map(({ id }) => asElementId(id)).sort();
  const slots = new Map<string, number>(ids.map((id, slot) => [id, slot]));
  const slotOf = (id: string) => {
    const slot = slots.get(id);
    return slot === undefined ? undefined : asSlot(slot);
  };
  return { kind: 'gallery-section', ids, count: ids.length, slotOf };
}
