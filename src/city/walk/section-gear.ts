import { type EquipmentKind, equipmentKinds } from '../../../sim';
import type { Inside, InsideSection } from '../build/tunnels/insides';
import { type ClearWay, middleOfWay } from './clear-way';
import { InsidePart, type InsideWriter, type Spot } from './inside-writer';
import type { SectionPlan } from './section-shell';

/** Hung under the roof beside the lamps, each kind at a place of its own across the gallery. */
const HUNG: Partial<Record<EquipmentKind, number>> = {
  'gas-detector': 0.28,
  'oxygen-sensor': -0.3,
  'temperature-sensor': -0.12,
  'smoke-detector': 0.12,
  camera: 0.36,
};
/** A fan in its casing under the opening that it blows through; its middle so far below the roof. */
export const FAN_RADIUS_M = 0.26;
export const FAN_UNDER_ROOF_M = 0.34;
const FAN_LONG_M = 0.5;
const BOARD_HIGH_M = 1.75;

/** One piece of equipment in a section: where it is, and its row in the frame. */
export interface Gear {
  readonly kind: EquipmentKind;
  readonly row: number;
  readonly spot: Spot;
}

export const gearIn = ({ gear }: Inside, { fromM, toM }: InsideSection) =>
  gear.filter(({ kind, atM }) =>
    kind === 'door' ? atM >= fromM - 0.5 && atM <= toM + 0.5 : atM >= fromM && atM < toM,
  );

/** Where the equipment of a section stands or hangs. */
export function placeGear(inside: Inside, section: InsideSection, way: ClearWay): readonly Gear[] {
  const middle = middleOfWay(way);
  const { heightM, widthM } = inside;
  const before = new Map<string, number>();
  return gearIn(inside, section).map(({ kind, atM, row }) => {
    const key = `${kind} ${atM}`;
    const number = before.get(key) ?? 0;
    before.set(key, number + 1);
    const at = Math.min(section.toM - 0.6, Math.max(section.fromM + 0.6, atM));
    const hung = HUNG[kind];
    if (hung !== undefined) return { kind, row, spot: [at, heightM - 0.2, within(middle + hung, widthM)] };
    if (kind === 'fan') return { kind, row, spot: [at, heightM - FAN_UNDER_ROOF_M, within(0, widthM)] };
    if (kind === 'damper') return { kind, row, spot: [at, heightM + 0.05, 0] };
    if (kind === 'suppression') return { kind, row, spot: [at + 0.5, heightM - 0.28, within(middle - 0.32, widthM)] };
    if (kind === 'sump-pump') return { kind, row, spot: [at + 0.7 * number, 0.02, way.rightM + 0.24] };
    if (kind === 'level-sensor') return { kind, row, spot: [at + 0.35, 0.55, way.rightM + 0.06] };
    if (kind === 'low-voltage-board') return { kind, row, spot: [at, BOARD_HIGH_M, way.rightM + 0.14] };
    if (kind === 'shut-off-valve') return { kind, row, spot: [at, ...valvePlace(inside)] };
    return { kind, row, spot: [atM, 1.7, middle] };
  });
}

/** On the first gas main, above it. */
function valvePlace({ lines }: Inside): [upM: number, leftM: number] {
  const main = lines.find(({ kind }) => kind === 'gas')?.bars[0];
  return main ? [main.upM + main.radiusM, main.leftM] : [0.8, 0];
}

const within = (leftM: number, widthM: number) => Math.max(0.3 - widthM / 2, Math.min(widthM / 2 - 0.3, leftM));

export function writeGear(writer: InsideWriter, { inside }: SectionPlan, gear: readonly Gear[]): void {
  const { heightM } = inside;
  for (const { kind, spot } of gear) {
    const [at, up, left] = spot;
    writer.part = InsidePart.gear;
    writer.kind = equipmentKinds.indexOf(kind);
    switch (kind) {
      case 'gas-detector':
      case 'oxygen-sensor':
      case 'temperature-sensor':
        writer.box([at - 0.05, up - 0.09, left - 0.06], [at + 0.05, up + 0.06, left + 0.06]);
        writer.post(at, left, up - 0.15, up - 0.08, 0.035);
        hang(writer, at, left, up + 0.06, heightM);
        break;
      case 'smoke-detector':
        writer.post(at, left, heightM - 0.06, heightM, 0.06, 10);
        break;
      case 'camera':
        writer.box([at - 0.12, up - 0.05, left - 0.045], [at + 0.12, up + 0.04, left + 0.045]);
        hang(writer, at, left, up + 0.04, heightM);
        break;
      case 'suppression':
        writer.bar(at - 0.16, at + 0.16, up, left, 0.11, 12);
        hang(writer, at, left, up + 0.1, heightM);
        break;
      case 'fan':
        writer.bar(at - FAN_LONG_M / 2, at + FAN_LONG_M / 2, up, left, FAN_RADIUS_M + 0.03, 18);
        writer.part = InsidePart.steel;
        writer.kind = 0;
        for (const side of [-0.2, 0.2]) hang(writer, at, left + side, up + 0.2, heightM);
        break;
      case 'sump-pump':
        writer.box([at - 0.28, 0, left - 0.2], [at + 0.28, 0.03, left + 0.2]);
        writer.post(at, left, 0.03, 0.34, 0.1, 10);
        writer.part = InsidePart.steel;
        writer.kind = 0;
        writer.post(at + 0.18, left - 0.1, 0, heightM, 0.04);
        break;
      case 'level-sensor':
        writer.post(at, left, 0, up, 0.02, 6);
        writer.box([at - 0.05, up, left - 0.04], [at + 0.05, up + 0.12, left + 0.04]);
        break;
      case 'low-voltage-board':
        writer.box([at - 0.4, 0.1, left - 0.13], [at + 0.4, up, left + 0.13]);
        break;
      case 'shut-off-valve':
        writer.post(at, left, up - 0.05, up + 0.3, 0.05);
        writer.post(at, left, up + 0.28, up + 0.31, 0.17, 14);
        break;
      default:
    }
  }
}

function hang(writer: InsideWriter, atM: number, leftM: number, lowM: number, highM: number): void {
  if (highM - lowM > 0.01) writer.post(atM, leftM, lowM, highM, 0.012, 5);
}
