import type { DispatchInputs } from './inputs';
import type { DispatchModel } from './program';

/**
 * Ends that are never reached, for columns and rows that have only one: of mixes and of what is left over at twice all
 * that can come in, of the rows that count engines at what all of them could make, of the stores' last rows at more than
 * they hold. A vertex that has moved on in time has prices of the wrong sign; whatever has two ends is put right by going
 * to the other, and the dual simplex is then spared most of its first phase. A cold start has no use for them.
 */
export function giveFarEnds(model: DispatchModel, inputs: DispatchInputs): void {
  const { hub, template, steps, stores, program } = model;
  const { columns, rows } = template;
  for (let t = 0; t < steps; t++) {
    endFlows(model, t);
    for (let r = 0; r < rows.length; r++) {
      const { kind, of } = rows[r];
      if (kind !== 'most' && kind !== 'least' && kind !== 'starts') continue;
      const at = t * rows.length + r;
      const { engine, count, sizeKw } = hub.banks[of];
      if (!engine) continue;
      const ratedKw = sizeKw * count;
      if (kind === 'most') program.rowLower[at] = -ratedKw;
      else if (kind === 'least') program.rowUpper[at] = ratedKw;
      // Those that ran before may all stop, or all be started.
      else program.rowUpper[at] = program.rowLower[at] + count + Math.max(count, inputs.now.running[of]);
    }
  }
  stores.forEach((bank, s) => {
    const row = steps * rows.length + s;
    const askedKwh = program.rowLower[row];
    program.columnUpper[steps * columns.length + s] = 2 * askedKwh;
    const mostKwh = Math.max(hub.banks[bank].store?.capacityKwh ?? 0, inputs.now.heldKwh[bank]);
    program.rowUpper[row] = mostKwh + 2 * askedKwh;
  });
}

function endFlows({ hub, template, program }: DispatchModel, t: number): void {
  const { columns, rows } = template;
  const first = t * columns.length;
  const mostIntoKw = new Float64Array(hub.nodes.length);
  for (const { kind, of, entries } of rows) {
    if (kind !== 'balance') continue;
    for (const { column, factor } of entries) {
      const { kind: way } = columns[column];
      // Who goes without asks for as much himself; and what comes by a mix is added below, when it is known.
      if (way === 'unserved' || way === 'surplus' || way === 'mix') continue;
      const endKw = factor > 0 ? program.columnUpper[first + column] : program.columnLower[first + column];
      if (factor * endKw > 0) mostIntoKw[of] += factor * endKw;
    }
  }
  // The hottest first: what comes through a mix may go on through the next.
  hub.mixes.forEach(({ from, to }, m) => {
    program.columnUpper[first + template.columnOf('mix', m)] = 2 * mostIntoKw[from];
    mostIntoKw[to] += mostIntoKw[from];
  });
  hub.nodes.forEach((_, n) => {
    program.columnUpper[first + template.columnOf('surplus', n)] = 2 * mostIntoKw[n];
  });
}
