import type { ElementKind, LaidScene } from '../../../../sim';
import type { Ground } from '../ground/ground';
import { centroid } from '../polygon';
import { type EnergyMarks, MarkKind } from './built-energy';
import { GRID_KILOVOLTS } from './energy-lines';

/** Above the ground for what stands at a kerb, above the roof for what has a building. */
const STAND_M = 1.6;
const OVER_ROOF_M = 14;
/** Marks of one place stand in a row, so many pixels apart. */
const APART_PIXELS = 30;

interface Mark {
  readonly kind: number;
  readonly row: number;
  readonly isLarge: boolean;
  readonly element: { readonly kind: ElementKind; readonly id: string };
  /** Marks with one place share it. */
  readonly place: string;
  readonly at: readonly [number, number];
  readonly building: string | undefined;
}

/** A sign for everything that makes, changes or keeps energy; those of one building stand in a row above it. */
export function energyMarks(compiled: LaidScene, ground: Ground): EnergyMarks {
  const marks = [...gridMarks(compiled), ...stationMarks(compiled)];
  const buildings = new Map((compiled.scene.buildings?.buildings ?? []).map((each) => [each.id, each]));
  const inPlace = new Map<string, number>();
  const placed = new Map<string, number>();
  for (const { place } of marks) inPlace.set(place, (inPlace.get(place) ?? 0) + 1);
  const places: number[] = [];
  const signs: number[] = [];
  for (const { kind, row, isLarge, place, at, building } of marks) {
    const house = building === undefined ? undefined : buildings.get(building);
    const [x, y] = house ? centroid(house.outline) : at;
    const up = house ? house.heightM + OVER_ROOF_M : STAND_M;
    const number = placed.get(place) ?? 0;
    placed.set(place, number + 1);
    const shift = (number - (inPlace.get(place)! - 1) / 2) * APART_PIXELS;
    places.push(x, ground.heightAt(x, y) + up, -y, shift);
    signs.push(kind, row, isLarge ? 1 : 0);
  }
  return {
    places: Float32Array.from(places),
    signs: Float32Array.from(signs),
    elements: marks.map(({ element }) => element),
  };
}

function gridMarks({ scene, elements }: LaidScene): Mark[] {
  const { electricity } = scene;
  if (!electricity) return [];
  const busById = new Map(electricity.buses.map((bus) => [bus.id, bus]));
  const links = elements.branch.count + elements.transformer.count;
  const rowOfBus = (id: string) => links + (elements.bus.slotOf(id) as number);
  const atBus = (id: string, kind: number, isLarge: boolean): Mark => {
    const bus = busById.get(id)!;
    const place = bus.building ?? `${bus.at[0]} ${bus.at[1]} ${isLarge}`;
    const element = { kind: 'bus' as const, id };
    return { kind, row: rowOfBus(id), isLarge, element, place, at: bus.at, building: bus.building };
  };
  const transformers = electricity.transformers.map((each): Mark => {
    const isLarge = busById.get(each.from)!.kilovolts >= GRID_KILOVOLTS;
    const mark = atBus(each.from, MarkKind.transformer, isLarge);
    const row = elements.branch.count + (elements.transformer.slotOf(each.id) as number);
    return { ...mark, row, element: { kind: 'transformer', id: each.id } };
  });
  // One mark a bus for each kind: several engines or roofs at one place are one source to look at.
  const once = (ids: readonly string[]) => [...new Set(ids)];
  const made = (kind: string) =>
    once(electricity.generators.filter((each) => each.kind === kind).map(({ bus }) => bus));
  return [
    ...transformers,
    ...once(electricity.supplies.map(({ bus }) => bus)).map((bus) => atBus(bus, MarkKind.supply, true)),
    ...made('photovoltaic').map((bus) => atBus(bus, MarkKind.sun, true)),
    ...made('wind').map((bus) => atBus(bus, MarkKind.wind, true)),
    ...once(electricity.batteries.map(({ bus }) => bus)).map((bus) => atBus(bus, MarkKind.battery, true)),
  ];
}

function stationMarks({ scene, elements }: LaidScene): Mark[] {
  const links = elements.branch.count + elements.transformer.count;
  return (scene.stations?.stations ?? []).map(({ id, at, building, electricity }) => ({
    kind: MarkKind.station,
    row: electricity === undefined ? -1 : links + (elements.bus.slotOf(electricity) as number),
    isLarge: true,
    element: { kind: 'station', id },
    place: building ?? `${at[0]} ${at[1]} true`,
    at,
    building,
  }));
}
