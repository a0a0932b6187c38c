import type { GalleriesFile } from '../../../../scene/schema/galleries';
import { rounded, twoDigits } from '../network-names';
import type { PlannedGallery } from '../networks-plan';

type Compartment = GalleriesFile['galleries'][number]['compartments'][number];
type Equipment = Compartment['equipment'][number];
type Kind = PlannedGallery['compartments'][number]['kind'];

/** Limits of GB 50838-2015 (2024 edition, as read second-hand) and of GB/T 51274. */
const SECTION_M = 200;
const GAS_DETECTORS_M = 15;
const OPENING_CLEAR_M = 12; // two openings of neighbouring sections then lie 24 m apart; gas asks for 10 m
const ACCIDENT_CHANGES_PER_H: Readonly<Record<Kind, number>> = { gas: 12, power: 6, integrated: 6 };
/** Sections from one way out to the next: 200 m for gas and power, 400 m for the others. */
const SECTIONS_PER_ESCAPE: Readonly<Record<Kind, number>> = { gas: 1, power: 1, integrated: 2 };
/** Shafts and louvres take the pressure, not the gallery: about 90 Pa at 12 changes; fans are bought with reserve. */
const FAN_PRESSURE_PA = 300;
const FAN_EFFICIENCY = 0.55;
const SUMP_PUMP = { ratedKw: 4, flowM3PerH: 50 };

export interface Fitting {
  readonly lengthM: number;
  /** Height of the floor above the sea, anywhere along. */
  readonly floorAt: (atM: number) => number;
  /** Bus of the switch room that feeds a place. */
  readonly busAt: (atM: number) => string;
  /** The other feed of a board at a place, where boards have two. */
  readonly standbyAt?: (atM: number) => string | undefined;
}

/** Sections, openings and equipment of one compartment. */
export function fitOut(
  id: string,
  { kind, widthM, heightM }: PlannedGallery['compartments'][number],
  offsetM: number,
  { lengthM, floorAt, busAt, standbyAt }: Fitting,
): Compartment {
  const count = Math.ceil(lengthM / SECTION_M);
  const spanM = lengthM / count;
  const sections: Compartment['sections'] = [];
  const shafts: Compartment['shafts'] = [];
  const equipment: Equipment[] = [];
  const numbers = new Map<string, number>();
  const place = (what: Equipment['kind'], atM: number, more: Partial<Equipment> = {}, powered = true) => {
    const n = (numbers.get(what) ?? 0) + 1;
    numbers.set(what, n);
    const metres = rounded(Math.min(atM, lengthM), 1);
    equipment.push({
      id: `${id}/${what}-${n}`,
      kind: what,
      atM: metres,
      ...more,
      ...(powered ? { electricity: busAt(metres) } : {}),
    });
  };
  const open = (what: Compartment['shafts'][number]['kind'], atM: number, areaM2: number) => {
    const n = shafts.filter((one) => one.kind === what).length + 1;
    shafts.push({ id: `${id}/${what}-${n}`, atM: rounded(Math.min(atM, lengthM), 1), kind: what, areaM2 });
  };

  open('access', 0, 2.2);
  open('access', lengthM, 2.2);
  for (let k = 0; k < count; k++) {
    const fromM = k * spanM;
    const toM = k === count - 1 ? lengthM : fromM + spanM;
    const middleM = (fromM + toM) / 2;
    const lowM = lowestBetween(fromM + 4, toM - 4, floorAt);
    sections.push({
      id: `${id}/${twoDigits(k + 1)}`,
      fromM: rounded(fromM, 1),
      toM: rounded(Math.min(toM, rounded(fromM, 1) + SECTION_M), 1),
      sumpM3: kind === 'integrated' ? 6 : 3,
    });

    open('inlet', fromM + OPENING_CLEAR_M, 2);
    open('exhaust', toM - OPENING_CLEAR_M, 2);
    if (k % SECTIONS_PER_ESCAPE[kind] === 0) open('escape', middleM, 1);
    if (k % 2 === 0) open('hoist', middleM + 8, 8);

    const flowM3PerH = Math.ceil((widthM * heightM * spanM * ACCIDENT_CHANGES_PER_H[kind]) / 500) * 500;
    const fan = {
      flowM3PerH,
      ratedKw: rounded(Math.max(0.75, ((flowM3PerH / 3600) * FAN_PRESSURE_PA) / FAN_EFFICIENCY / 1000), 2),
    };
    if (k === 0) place('door', fromM);
    place('door', toM);
    place('fan', fromM + OPENING_CLEAR_M, fan);
    place('fan', toM - OPENING_CLEAR_M, fan);
    place('damper', fromM + OPENING_CLEAR_M);
    place('damper', toM - OPENING_CLEAR_M);
    const standby = standbyAt?.(middleM - 3);
    place('low-voltage-board', middleM - 3, standby === undefined ? {} : { standby }, true);
    place('sump-pump', lowM, SUMP_PUMP);
    place('sump-pump', lowM, SUMP_PUMP);
    place('level-sensor', lowM);
    for (const share of [0.25, 0.75]) {
      place('oxygen-sensor', fromM + share * spanM);
      place('temperature-sensor', fromM + share * spanM);
      place('camera', fromM + share * spanM);
    }
    if (kind === 'power') {
      for (const share of [1 / 6, 1 / 2, 5 / 6]) place('smoke-detector', fromM + share * spanM);
      place('suppression', middleM);
    }
    if (kind === 'gas') {
      const detectors = Math.ceil(spanM / GAS_DETECTORS_M);
      for (let n = 0; n < detectors; n++) place('gas-detector', fromM + (spanM * (n + 0.5)) / detectors);
      if (k % 2 === 0) place('shut-off-valve', fromM + 2);
    } else place('gas-detector', middleM);
  }
  if (kind === 'gas') place('shut-off-valve', lengthM - 2);
  return { id, kind, widthM, heightM, offsetM: rounded(offsetM, 2), sections, shafts, equipment };
}

/** Water gathers at the lowest place between two doors: there the pumps stand. */
function lowestBetween(fromM: number, toM: number, floorAt: (atM: number) => number): number {
  let lowM = fromM;
  let low = Number.POSITIVE_INFINITY;
  const steps = Math.max(1, Math.round((toM - fromM) / 10));
  for (let k = 0; k <= steps; k++) {
    const atM = fromM + ((toM - fromM) * k) / steps;
    const height = floorAt(atM);
    if (height < low - 1e-6) {
      low = height;
      lowM = atM;
    }
  }
  return lowM;
}
