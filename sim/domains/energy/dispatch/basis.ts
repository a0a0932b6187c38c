import type { Basis } from '../../../kernel';
import type { DispatchModel } from './program';

/**
 * The vertex of a plan, moved on in time: what stood for a step stands for the one before it, and what is new at the end
 * of a day's horizon stands as the same time of day stood at its beginning. So as many columns and rows are basic as
 * before, which a vertex must have.
 */
export function movedOn({ template, steps, stores }: DispatchModel, basis: Basis, by: number): Basis {
  return {
    columns: moved(basis.columns, template.columns.length, steps, by, stores.length),
    rows: moved(basis.rows, template.rows.length, steps, by, stores.length),
  };
}

function moved(from: Uint8Array, width: number, steps: number, by: number, tail: number): Uint8Array {
  const to = new Uint8Array(from.length);
  for (let t = 0; t < steps; t++) {
    const source = ((t + by) % steps) * width;
    to.set(from.subarray(source, source + width), t * width);
  }
  to.set(from.subarray(from.length - tail), to.length - tail);
  return to;
}
