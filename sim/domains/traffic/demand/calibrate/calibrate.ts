/** Counts to factors, and factors into the scene's demand: persons of a group, trips of a gate, of a zone, inside. */
import type { CompiledScene } from '../../../../scene/compiled';
import type { DemandFile } from '../../../../scene/schema/city';
import { emptyState } from '../../state';
import { fitFactors, modelFlows } from './fit';
import { type Counted, type GehTable, gehTable } from './geh';
import { usageOf } from './usage';

export interface Calibration {
  readonly before: GehTable;
  readonly after: GehTable;
  readonly rounds: number;
  readonly factors: readonly {
    readonly group: string;
    readonly factor: number;
    /** The bound holds it: the counts ask for more. */
    readonly bounded: boolean;
    readonly tripsPerDay: number;
  }[];
  /** Groups that pass no count, so that nothing is known of them. */
  readonly unseen: readonly string[];
  readonly tripsWithoutWay: number;
  /** The scene's demand with the factors in it. */
  readonly demand: DemandFile;
}

export interface CalibrationAsks {
  readonly seed: number;
  /** No factor beyond this, nor below its inverse. */
  readonly bound: number;
  readonly progressed?: (share: number) => void;
}

export function calibrate(scene: CompiledScene, counts: readonly Counted[], asks: CalibrationAsks): Calibration {
  const file = scene.scene.demand;
  if (file === undefined) throw new Error(`met the scene ${scene.id} without demand, expected one with demand.json`);
  const state = emptyState(scene, { seed: asks.seed, startSeconds: 0, baseStepSeconds: 0.5 });
  const usage = usageOf(state, counts, asks.progressed);
  const wanted = Float64Array.from(counts, ({ count }) => count);
  const { factor, bounded, rounds } = fitFactors(usage, wanted, asks.bound);
  const ones = new Float64Array(usage.groups).fill(1);
  const model = (of: Float64Array) => modelFlows(usage, of, new Float64Array(counts.length));
  const isSeen = usage.names.map((_, group) => counts.some((_row, row) => usage.flow[row * usage.groups + group] > 0));
  const factors = usage.names
    .map((group, i) => ({ group, factor: factor[i], bounded: bounded[i] === 1, tripsPerDay: usage.trips[i] }))
    .filter((_, i) => isSeen[i] && usage.fixed[i] === 0);
  return {
    before: gehTable(counts, model(ones)),
    after: gehTable(counts, model(factor)),
    rounds,
    factors,
    unseen: usage.names.filter((_, i) => !isSeen[i] && usage.trips[i] > 0),
    tripsWithoutWay: usage.lost,
    demand: withFactors(file, new Map(factors.map((each) => [each.group, each.factor]))),
  };
}

/** Where people have plans, a gate's trips are the weights by which outsiders choose it too: those stay as they were. */
function withFactors(file: DemandFile, factors: ReadonlyMap<string, number>): DemandFile {
  const of = (group: string) => factors.get(group) ?? 1;
  const { people, matrix } = file;
  const inside = of('inside');
  const known = new Map((people?.factors ?? []).map(({ group, factor }) => [group, factor]));
  for (const [group, factor] of factors) {
    if (/^(gate|zone)\/|^inside$/.test(group)) continue;
    known.set(group, (known.get(group) ?? 1) * factor);
  }
  return {
    ...file,
    tripsPerResident: file.tripsPerResident * inside,
    tripsPerJob: file.tripsPerJob * inside,
    ...(people === undefined
      ? { gates: file.gates.map((gate) => ({ ...gate, tripsPerDay: gate.tripsPerDay * of(`gate/${gate.id}`) })) }
      : { people: { ...people, factors: [...known].map(([group, factor]) => ({ group, factor })) } }),
    ...(matrix === undefined
      ? {}
      : {
          matrix: {
            ...matrix,
            matrices: matrix.matrices.map((each) => ({
              ...each,
              cells: each.cells.map((cell) => ({ ...cell, trips: cell.trips * of(`zone/${cell.from}`) })),
            })),
          },
        }),
  };
}
