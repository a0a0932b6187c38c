import type { Highs, Model } from 'highs';
import type {
  LinearConflict,
  LinearProgram,
  LinearSolution,
  LinearSolver,
  LinearStatus,
  SolveOptions,
} from '../../kernel';
import { allRows, areSame, BASIC, boundRows, boundsOf, matrixOf, picked, spread } from './bound-rows';

/** Anything above is a plan that nobody waits for; counted, so that it is the same everywhere. */
const MOST_ITERATIONS = 2_000_000;
const MOST_NODES = 200_000;
const RELATIVE_GAP = 1e-4;
/** From the whole program, and then until nothing is left that could be spared (HiGHS's bits 2 and 4). */
const IRREDUCIBLE = 6;
/** Models kept between solves, the last ones used. */
const MOST_KEPT = 4;

/**
 * Share of HiGHS's usual random costs against ties, where a basis is given: a basis moved on knows its place among ties,
 * and costs that come by the number of a column move nothing on.
 */
const PERTURBATION_WHEN_WARM = 0.001;

interface Kept {
  readonly program: LinearProgram;
  readonly model: Model;
  /** The rows that were passed. */
  readonly passed: Int32Array;
}

/**
 * HiGHS behind our own face. A model is passed once and kept for as long as programs come with the same matrix; after
 * that only bounds and costs are written. Everything that the solver remembers of a solve is cleared before the next
 * and the basis set anew, so that the answer depends on the program and the basis alone: a run that is resumed from a
 * saved basis goes on as if it had never stopped. Its own presolve is left out where a basis is given; so rows without
 * bounds, as of gas that nothing limits, are not passed at all.
 */
export class HighsSolver implements LinearSolver {
  readonly #highs: Highs;
  #kept: Kept[] = [];

  constructor(highs: Highs) {
    this.#highs = highs;
  }

  solve(program: LinearProgram, options: SolveOptions = {}): LinearSolution {
    const isWhole = program.whole?.some((each) => each !== 0) === true;
    const from = isWhole ? undefined : options.basis;
    const { model, passed } = this.#keptOf(program, boundRows(program, from));
    model.clearSolver();
    model.options.set({
      dual_simplex_cost_perturbation_multiplier: from ? PERTURBATION_WHEN_WARM : 1,
      simplex_iteration_limit: options.mostIterations ?? MOST_ITERATIONS,
      mip_max_nodes: options.mostNodes ?? MOST_NODES,
      mip_rel_gap: options.relativeGap ?? RELATIVE_GAP,
    });
    if (from) model.setBasis({ colStatus: Int32Array.from(from.columns), rowStatus: picked(from.rows, passed) });
    const { modelStatus } = model.run();
    const { colValue, rowValue, colDual, rowDual } = model.getSolution();
    const found = isWhole ? undefined : model.getBasis();
    return {
      status: this.#statusOf(modelStatus),
      objective: model.getObjectiveValue(),
      columns: colValue,
      rows: allRows(program, passed, rowValue, colValue),
      columnDuals: colDual,
      rowDuals: spread(rowDual, passed, new Float64Array(program.rows)),
      basis: found && {
        columns: Uint8Array.from(found.colStatus),
        rows: spread(found.rowStatus, passed, new Uint8Array(program.rows).fill(BASIC)),
      },
      iterations: Number(model.info.get('simplex_iteration_count')),
    };
  }

  conflict(program: LinearProgram): LinearConflict {
    const { model, passed } = this.#keptOf(program, boundRows(program));
    model.clearSolver();
    model.options.set({ iis_strategy: IRREDUCIBLE });
    model.run();
    const { rowIndex, colIndex } = model.getIis();
    return { rows: rowIndex.map((row) => passed[row]), columns: colIndex };
  }

  /** Gives back what the kept models hold outside of JavaScript's own memory. */
  dispose(): void {
    for (const { model } of this.#kept) model.dispose();
    this.#kept = [];
  }

  #keptOf(program: LinearProgram, passed: Int32Array): Kept {
    const at = this.#kept.findIndex((each) => haveSameMatrix(each.program, program) && areSame(each.passed, passed));
    if (at < 0) return this.#keep(program, passed);
    const [kept] = this.#kept.splice(at, 1);
    this.#kept.unshift(kept);
    const { columns } = program;
    const rows = passed.length;
    if (columns > 0) {
      const all = { kind: 'range', from: 0, to: columns - 1 } as const;
      kept.model.changeColsCost(all, program.cost);
      kept.model.changeColsBounds(all, program.columnLower, program.columnUpper);
    }
    if (rows > 0) {
      const all = { kind: 'range', from: 0, to: rows - 1 } as const;
      kept.model.changeRowsBounds(all, ...boundsOf(program, passed));
    }
    return kept;
  }

  #keep(program: LinearProgram, passed: Int32Array): Kept {
    const { columns, whole } = program;
    const rows = passed.length;
    const { starts, indices, values } = matrixOf(program, passed);
    const [rowLower, rowUpper] = boundsOf(program, passed);
    const model = this.#highs.createModel({
      numCols: columns,
      numRows: rows,
      colCost: program.cost,
      colLower: program.columnLower,
      colUpper: program.columnUpper,
      rowLower,
      rowUpper,
      matrix: { format: 'csr', numRows: rows, numCols: columns, starts, indices, values },
      integrality: whole && Int32Array.from(whole),
    });
    model.options.set({ output_flag: false, solver: whole ? 'choose' : 'simplex' });
    const kept = { program, model, passed };
    this.#kept.unshift(kept);
    for (const { model: old } of this.#kept.splice(MOST_KEPT)) old.dispose();
    return kept;
  }

  #statusOf(status: number): LinearStatus {
    const { modelStatus } = this.#highs.constants;
    switch (status) {
      case modelStatus.optimal:
      case modelStatus.empty:
        return 'optimal';
      case modelStatus.infeasible:
        return 'infeasible';
      case modelStatus.unbounded:
      case modelStatus.unboundedOrInfeasible:
        return 'unbounded';
      case modelStatus.iterationLimit:
      case modelStatus.solutionLimit:
        return 'limit';
      default:
        return 'failed';
    }
  }
}

function haveSameMatrix(a: LinearProgram, b: LinearProgram): boolean {
  const { rowStart, columnIndex, value, whole } = a;
  return rowStart === b.rowStart && columnIndex === b.columnIndex && value === b.value && whole === b.whole;
}
