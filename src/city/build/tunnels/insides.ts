import type { EquipmentKind, LaidScene } from '../../../../sim';
import type { LaidKind, LaidLine } from '../../../state/gallery-lines';
import type { GalleryFrame } from './gallery-frame';
import { type LaidBar, laidBars, type TrayRun, traysOf } from './laid';
import type { Compartment } from './shell';

/** Seven numbers a station of a compartment's line: metre, place, heights of floor and ground, a step to the left. */
export const STATION = { alongM: 0, x: 1, y: 2, floor: 3, ground: 4, leftX: 5, leftY: 6, stride: 7 } as const;

export type ShaftKind = Compartment['shafts'][number]['kind'];

export interface InsideSection {
  readonly slot: number;
  readonly fromM: number;
  readonly toM: number;
  /** Of the floor, in the picture's frame: what water is measured from. */
  readonly lowestM: number;
}

/** A pipe, a cable or a fibre as it lies: metres along the gallery, to the left of the compartment's middle, above its floor. */
export interface InsideLine {
  readonly kind: LaidKind;
  readonly diameterM: number;
  /** Its row in the frame's part for its network: branches, mains of gas, pipes of heat and then of cold; −1 where it has none. */
  readonly row: number;
  readonly bars: readonly LaidBar[];
}

/** One compartment of a gallery as somebody finds it who goes in: what the scene says, and nothing drawn yet. */
export interface Inside {
  readonly kind: Compartment['kind'];
  readonly widthM: number;
  readonly heightM: number;
  readonly offsetM: number;
  readonly stations: Float64Array;
  readonly sections: readonly InsideSection[];
  readonly shafts: readonly { readonly kind: ShaftKind; readonly atM: number; readonly areaM2: number }[];
  /** Each with its row in `tunnel.equipment`. */
  readonly gear: readonly { readonly kind: EquipmentKind; readonly atM: number; readonly row: number }[];
  readonly trays: readonly TrayRun[];
  readonly lines: readonly InsideLine[];
}

/** Rows of `tunnel.equipment`: all pieces by their sorted names. */
export function gearRows({ galleries }: LaidScene['scene']): ReadonlyMap<string, number> {
  const all = galleries?.galleries.flatMap(({ compartments }) => compartments.flatMap(({ equipment }) => equipment));
  const ids = (all ?? []).map(({ id }) => id).sort();
  return new Map(ids.map((id, row) => [id, row]));
}

/** Rows of lines in the frame's parts for their networks. */
export function lineRows({ scene, elements }: LaidScene): (kind: LaidKind, id: string) => number {
  const pipes = new Map<string, number>();
  let row = 0;
  for (const [kind, file] of [
    ['heat', scene.heat],
    ['cooling', scene.cooling],
  ] as const) {
    for (const loop of file?.loops ?? []) for (const { id } of loop.pipes) pipes.set(`${kind} ${id}`, row++);
  }
  return (kind, id) => {
    if (kind === 'cable') return elements.branch.slotOf(id) ?? -1;
    if (kind === 'gas') return elements['gas-main'].slotOf(id) ?? -1;
    return pipes.get(`${kind} ${id}`) ?? -1;
  };
}

export function insideOf(
  frame: GalleryFrame,
  compartment: Compartment,
  lines: readonly LaidLine[],
  slotOf: (section: string) => number,
  rowOfGear: ReadonlyMap<string, number>,
  rowOfLine: (kind: LaidKind, id: string) => number,
): Inside {
  const { kind, widthM, heightM, offsetM } = compartment;
  const sections = [...compartment.sections].sort((a, b) => a.fromM - b.fromM);
  const stations = new Float64Array(STATION.stride * frame.stations.length);
  frame.stations.forEach(({ alongM, x, y, floor, ground, leftX, leftY }, i) => {
    stations.set([alongM, x, y, floor, ground, leftX, leftY], STATION.stride * i);
  });
  return {
    kind,
    widthM,
    heightM,
    offsetM,
    stations,
    sections: sections.map(({ id, fromM, toM }) => ({
      slot: slotOf(id),
      fromM,
      toM,
      lowestM: Math.min(...frame.stretch(fromM, toM).map(({ floor }) => floor)),
    })),
    shafts: compartment.shafts.map(({ kind, atM, areaM2 }) => ({ kind, atM, areaM2 })),
    gear: compartment.equipment.map(({ id, kind, atM }) => ({ kind, atM, row: rowOfGear.get(id) ?? -1 })),
    trays: traysOf(compartment, lines),
    lines: laidBars(compartment, lines).map(({ line, bars }) => ({
      kind: line.kind,
      diameterM: line.diameterM,
      row: rowOfLine(line.kind, line.id),
      bars,
    })),
  };
}
