/**
 * Batteries that carry a part of the grid which has gone dark. Every energy station that has a battery can: its inverter
 * is grid-forming, starts without a grid, holds 50 Hz and the nominal voltage at the station's point of the grid, and
 * gives and takes whatever the rest of its island leaves over, active and reactive. That each can is an assumption of
 * ours. Left out: what happens within seconds (voltage and frequency in between, inrush, harmonics), two batteries that
 * share an island (one holds it, the others wait), and a reserve that a battery would keep for it.
 */
import type { Decoder, ElementId, Encoder } from '../../../../kernel';
import { slotIn } from '../../../../scene/compile/element-tables';
import type { CompiledScene } from '../../../../scene/compiled';
import { VITAL_USES } from '../../vital';
import type { GridLinks } from '../grid';
import type { Sections } from '../sections';

/** One number a station, in the order of the stations' names. */
export interface Islands {
  readonly count: number;
  readonly ids: readonly ElementId[];
  /** Its node; −1 where the scene names none. */
  readonly node: Int32Array;

  // What its batteries can do in this step: by rating, and by rating and what they hold, at their terminals.
  readonly powerKw: Float64Array;
  readonly giveKw: Float64Array;
  readonly takeKw: Float64Array;
  readonly storedKwh: Float64Array;

  // State.
  /** 1 while it holds an island. */
  readonly forming: Uint8Array;
  /** 1 from when it has run empty until it has met the grid again. */
  readonly spent: Uint8Array;
  /** Since when its point of the grid has had no voltage; NaN while it has. */
  readonly darkSinceS: Float64Array;
  /** Neither a new try nor more load before this. */
  readonly waitsUntilS: Float64Array;
  /** The happening of its island's beginning, or of what was last taken off it. */
  readonly cause: Int32Array;
  /** What it gave in the last step, below nothing where it took. */
  readonly gaveKw: Float64Array;
  /** What the station's own machines drew when it was last on the grid, and that beyond what its engines gave: they come back. */
  readonly drewKw: Float64Array;
  readonly ownKw: Float64Array;
  // Of this minute, and no state: what its machines would draw beyond now once its point of the grid is fed again, and what
  // its engines give now and would not.
  readonly returnsKw: Float64Array;
  readonly returnsKvar: Float64Array;
  readonly stopsKw: Float64Array;
  /** By gear: 1 + the battery that has parted it, to keep load off its island; 0 none. */
  readonly partedBy: Uint8Array;

  /** By section: 1 where somebody hangs who may not go without. */
  readonly isVital: Uint8Array;
}

export function createIslands({ scene, elements }: CompiledScene, links: GridLinks, sections: Sections): Islands {
  const stations = [...(scene.stations?.stations ?? [])].sort((a, b) => (a.id < b.id ? -1 : 1));
  const count = stations.length;
  const each = () => new Float64Array(count);
  const isVital = new Uint8Array(sections.count);
  for (const { use, serves } of scene.buildings?.buildings ?? []) {
    if (!VITAL_USES.has(use) || serves?.electricity === undefined) continue;
    isVital[sections.ofNode[slotIn(elements.bus, serves.electricity)]] = 1;
  }
  return {
    count,
    ids: stations.map(({ id }) => id as ElementId),
    node: Int32Array.from(stations, ({ electricity }) =>
      electricity === undefined ? -1 : slotIn(elements.bus, electricity),
    ),
    powerKw: each(),
    giveKw: each(),
    takeKw: each(),
    storedKwh: each(),
    forming: new Uint8Array(count),
    spent: new Uint8Array(count),
    darkSinceS: each().fill(Number.NaN),
    waitsUntilS: each(),
    cause: new Int32Array(count),
    gaveKw: each(),
    drewKw: each(),
    ownKw: each(),
    returnsKw: each(),
    returnsKvar: each(),
    stopsKw: each(),
    partedBy: new Uint8Array(links.gearCount),
    isVital,
  };
}

const floats = (of: Islands) => [of.darkSinceS, of.waitsUntilS, of.gaveKw, of.drewKw, of.ownKw];
const bytes = (of: Islands) => [of.forming, of.spent, of.partedBy];

export function saveIslands(of: Islands, out: Encoder): void {
  for (const array of floats(of)) out.float64s(array);
  for (const array of bytes(of)) out.uint8s(array);
  out.int32s(of.cause);
}

/** Fills in who holds which node, too. */
export function loadIslands(of: Islands, holds: Uint8Array, from: Decoder): void {
  for (const array of floats(of)) from.float64s(array);
  for (const array of bytes(of)) from.uint8s(array);
  from.int32s(of.cause);
  holds.fill(0);
  for (let i = 0; i < of.count; i++) if (of.forming[i] === 1) holds[of.node[i]] = i + 1;
}
