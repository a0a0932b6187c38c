import type { Highs, Model } from 'highs';
import type {
  Basis,
  LinearConflict,
  LinearProgram,
  LinearSolution,
  LinearSolver,
  LinearStatus,
  SolveOptions,
} from '../../kernel';

/** Anything above is a plan that nobody waits for; counted, so that it is the same everywhere. */
const MOST_ITERATIONS = 2_000_000;
const MOST_NODES = 200_000;
const RELATIVE_GAP = 1e-4;
/** From the whole program, and then until nothing is left that could be spared (HiGHS's bits 2 and 4). */
const IRREDUCIBLE = 6;
/** Models kept between solves, the last ones used. */
const MOST_KEPT = 4;

interface Kept {
  readonly program: LinearProgram;
  readonly model: Model;
}

/**
 * HiGHS behind our own face. A model is passed once and kept for as long as programs come with the same matrix; after
 * that only bounds and costs are written. Everything that the solver remembers of a solve is cleared before the next
 * and the basis set anew, so that the answer depends on the program and the basis alone: a run that is resumed from a
 * saved basis goes on as if it had never stopped. Its own presolve is left out where a basis is given.
 */
export class HighsSolver implements LinearSolver {
  readonly #highs: Highs;
  #kept: Kept[] = [];

  constructor(highs: Highs) {
    this.#highs = highs;
  }

  solve(program: LinearProgram, options: SolveOptions = {}): LinearSolution {
    const isWhole = program.whole?.some((each) => each !== 0) === true;
    const model = this.#modelOf(program);
    model.clearSolver();
    model.options.set({
      simplex_iteration_limit: options.mostIterations ?? MOST_ITERATIONS,
      mip_max_nodes: options.mostNodes ?? MOST_NODES,
      mip_rel_gap: options.relativeGap ?? RELATIVE_GAP,
    });
    if (options.basis && !isWhole) model.setBasis(toHighs(options.basis));
    const { modelStatus } = model.run();
    const { colValue, rowValue, colDual, rowDual } = model.getSolution();
    const found = isWhole ? undefined : model.getBasis();
    return {
      status: this.#statusOf(modelStatus),
      objective: model.getObjectiveValue(),
      columns: colValue,
      rows: rowValue,
      columnDuals: colDual,
      rowDuals: rowDual,
      basis: found && fromHighs(found.colStatus, found.rowStatus),
      iterations: Number(model.info.get('simplex_iteration_count')),
    };
  }

  conflict(program: LinearProgram): LinearConflict {
    const model = this.#modelOf(program);
    model.clearSolver();
    model.options.set({ iis_strategy: IRREDUCIBLE });
    model.run();
    const { rowIndex, colIndex } = model.getIis();
    return { rows: rowIndex, columns: colIndex };
  }

  /** Gives back what the kept models hold outside of JavaScript's own memory. */
  dispose(): void {
    for (const { model } of this.#kept) model.dispose();
    this.#kept = [];
  }

  #modelOf(program: LinearProgram): Model {
    const at = this.#kept.findIndex((each) => haveSameMatrix(each.program, program));
    if (at < 0) return this.#keep(program);
    const [kept] = this.#kept.splice(at, 1);
    this.#kept.unshift(kept);
    const { columns, rows } = program;
    if (columns > 0) {
      const all = { kind: 'range', from: 0, to: columns - 1 } as const;
      kept.model.changeColsCost(all, program.cost);
      kept.model.changeColsBounds(all, program.columnLower, program.columnUpper);
    }
    if (rows > 0) {
      kept.model.changeRowsBounds({ kind: 'range', from: 0, to: rows - 1 }, program.rowLower, program.rowUpper);
    }
    return kept.model;
  }

  #keep(program: LinearProgram): Model {
    const { columns, rows, rowStart, columnIndex, value, whole } = program;
    const model = this.#highs.createModel({
      numCols: columns,
      numRows: rows,
      colCost: program.cost,
      colLower: program.columnLower,
      colUpper: program.columnUpper,
      rowLower: program.rowLower,
      rowUpper: program.rowUpper,
      matrix: { format: 'csr', numRows: rows, numCols: columns, starts: rowStart, indices: columnIndex, values: value },
      integrality: whole && Int32Array.from(whole),
    });
    model.options.set({ output_flag: false, solver: whole ? 'choose' : 'simplex' });
    this.#kept.unshift({ program, model });
    for (const { model: old } of this.#kept.splice(MOST_KEPT)) old.dispose();
    return model;
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

function toHighs({ columns, rows }: Basis) {
  return { colStatus: Int32Array.from(columns), rowStatus: Int32Array.from(rows) };
}

function fromHighs(columns: Int32Array, rows: Int32Array): Basis {
  return { columns: Uint8Array.from(columns), rows: Uint8Array.from(rows) };
}
