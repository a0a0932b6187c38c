import type { CompiledSignals } from '../compiled-signals';
import type { RoadsFile } from '../schema/roads';
import { type ElementTables, slotIn } from './element-tables';
import { byId } from './signals';
import { polylineLengthM } from './tracks';

type Crossings = Pick<CompiledSignals, 'crossingJunction' | 'crossingEdge' | 'crossingLengthM' | 'crossingSignalIndex'>;

/** Pedestrians' ways over the junctions, end to end. */
export function flattenCrossings(roads: RoadsFile, elements: ElementTables): Crossings {
  const junctions = elements.junction.ids.map(byId(roads.junctions));
  const placed = junctions.flatMap((junction, slot) =>
    (junction.crossings ?? []).map((crossing) => ({ crossing, slot })),
  );
  return {
    crossingJunction: Uint32Array.from(placed, ({ slot }) => slot),
    crossingEdge: Uint32Array.from(placed, ({ crossing }) => slotIn(elements.edge, crossing.edge)),
    crossingLengthM: Float64Array.from(placed, ({ crossing }) => polylineLengthM(crossing.path)),
    crossingSignalIndex: Int32Array.from(placed, ({ crossing }) => crossing.signalIndex ?? -1),
  };
}
