/**
 * The same lines hung on poles and towers instead of laid as cables: how they conduct, how weather rates them, which land
 * their corridors take.
 *
 * Conductors: steel-cored aluminium of GB/T 1179, LGJ-240/30 at medium voltage and LGJ-300/25 from 35 kV up, resistance at
 * 20 °C; reactance and capacitance at usual spacings (1 m and 4 m), continuous current at 70 °C in air of 25 °C, as
 * handbooks of power supply have them. Where one does not carry what the cable does, several hang side by side.
 * In other air the current follows the root of what the conductor may be warmer than it; wind stays at the half metre a
 * second of the tables, since every line has a sheltered place. Not in it: faults by storm, ice, lightning, trees.
 */
import { slotIn } from '../../../scene/compile/element-tables';
import type { CompiledScene } from '../../../scene/compiled';
import { GRID_KILOVOLTS } from './grid';

export interface Conductor {
  readonly ohmPerKm: number;
  readonly reactanceOhmPerKm: number;
  readonly nanofaradPerKm: number;
  readonly ratingA: number;
}

export const MEDIUM_CONDUCTOR: Conductor = {
  ohmPerKm: 0.1181,
  reactanceOhmPerKm: 0.33,
  nanofaradPerKm: 11.5,
  ratingA: 610,
};
export const HIGH_CONDUCTOR: Conductor = {
  ohmPerKm: 0.09433,
  reactanceOhmPerKm: 0.4,
  nanofaradPerKm: 9,
  ratingA: 700,
};
const CONDUCTOR_C = 70;
const TABLE_AIR_C = 25;

/** Of the current in the table, what a line may carry in air of this temperature. */
export function ratingInAir(airC: number): number {
  return Math.sqrt(Math.max(0, CONDUCTOR_C - airC) / (CONDUCTOR_C - TABLE_AIR_C));
}

/** A line of this length that carries at least what the cable in its place did. */
export function hungLine(kilovolts: number, cableA: number, lengthM: number) {
  const conductor = kilovolts >= GRID_KILOVOLTS ? HIGH_CONDUCTOR : MEDIUM_CONDUCTOR;
  const abreast = Math.max(1, Math.ceil(cableA / conductor.ratingA));
  const lengthKm = lengthM / 1_000;
  return {
    resistanceOhm: (conductor.ohmPerKm * lengthKm) / abreast,
    reactanceOhm: (conductor.reactanceOhmPerKm * lengthKm) / abreast,
    capacitanceNf: conductor.nanofaradPerKm * lengthKm * abreast,
    ratingA: conductor.ratingA * abreast,
  };
}

/** Corridor of 66 and 110 kV lines on one row of towers: 15 to 25 m, GB/T 50293-2014 table 7.5.3; two circuits a row. */
const CORRIDOR_M = 20;
const CIRCUITS_PER_ROW = 2;
const M2_PER_MU = 10_000 / 15;
/** Shorter ones are bars within a station's yard. */
const YARD_M = 50;
/** Lines nearer to each other than this share a corridor. */
const CELL_M = 40;
const SAMPLE_M = 20;

/** Land under the high-voltage lines if they hung; those at medium voltage stand along the kerb and take none. */
export function corridorMu({ scene, elements }: CompiledScene, laid: ArrayLike<number> = []): number {
  const file = scene.electricity;
  if (file === undefined) return 0;
  const kilovolts = new Map(file.buses.map((bus) => [bus.id, bus.kilovolts]));
  const places = new Map(file.buses.map((bus) => [bus.id, bus.at]));
  const metres = new Map<string, number>();
  for (const { id, from, to, path, lengthM } of file.branches) {
    if (laid[slotIn(elements.branch, id)] >= 0.5) continue;
    if ((kilovolts.get(from) ?? 0) < GRID_KILOVOLTS || lengthM < YARD_M) continue;
    walk(path ?? [places.get(from)!, places.get(to)!], (x, y, stepM) => {
      const cell = `${Math.floor(x / CELL_M)} ${Math.floor(y / CELL_M)}`;
      metres.set(cell, (metres.get(cell) ?? 0) + stepM);
    });
  }
  let corridorM = 0;
  // What passes a cell once leaves about a cell's length there; of every two circuits one row of towers.
  for (const inCell of metres.values()) {
    corridorM += Math.min(inCell, Math.ceil(inCell / CELL_M / CIRCUITS_PER_ROW) * CELL_M);
  }
  return (corridorM * CORRIDOR_M) / M2_PER_MU;
}

function walk(path: readonly (readonly number[])[], at: (x: number, y: number, stepM: number) => void): void {
  for (let i = 1; i < path.length; i++) {
    const [[ax, ay], [bx, by]] = [path[i - 1], path[i]];
    const lengthM = Math.sqrt((bx - ax) * (bx - ax) + (by - ay) * (by - ay));
    const steps = Math.max(1, Math.round(lengthM / SAMPLE_M));
    for (let k = 0; k < steps; k++) {
      const share = (k + 0.5) / steps;
      at(ax + share * (bx - ax), ay + share * (by - ay), lengthM / steps);
    }
  }
}

/** Of each branch, in its scene's order of slots: what would hang in its place; what hangs already stays. */
export function hungBranches(scene: CompiledScene, kilovoltsOf: (link: number) => number) {
  const branches = scene.scene.electricity?.branches ?? [];
  return branches.flatMap((each) => {
    if (each.kind === 'overhead') return [];
    const link = slotIn(scene.elements.branch, each.id);
    return [{ link, ...hungLine(kilovoltsOf(link), each.ratingA, each.lengthM) }];
  });
}
