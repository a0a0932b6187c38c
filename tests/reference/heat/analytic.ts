/**
 * The analytic temperatures that pandapipes is tested with: tables `Temperature_*_an.csv`, a row for each junction, with
 * the pipe that its water comes through, and further blocks of columns for further pipes. What flows through which pipe
 * is theirs; what is mixed from what follows from which inlet temperatures they name.
 */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { constantLiquid, settleTemperatures } from '../../../sim/networks/heat';

const ICE_K = 273.15;
/** Tables print seven digits. */
const SAME_K = 1e-4;

interface Row {
  readonly alpha: number;
  readonly diameterM: number;
  readonly kgPerS: number;
  readonly capacity: number;
  readonly groundK: number;
  readonly inletK: number;
  readonly lengthM: number;
  readonly outletK: number;
}

export interface Comparison {
  readonly name: string;
  readonly values: number;
  readonly worstK: number;
}

export function compareWithAnalytic(folder: string): Comparison[] {
  return readdirSync(folder)
    .filter((name) => /^Temperature_.*_an\.csv$/.test(name))
    .sort()
    .map((name) => ({
      name: name.replace(/^Temperature_|_an\.csv$/g, ''),
      ...compare(readFileSync(join(folder, name), 'utf8')),
    }));
}

/**
 * One network of a whole table. Rows of no length are what enters; a pipe begins where its inlet temperature was told,
 * as an inlet, as the end of another pipe or as a mixture (TM, or a temperature alone), and every such place is a node.
 */
function compare(text: string): { values: number; worstK: number } {
  const [head, ...lines] = text
    .trim()
    .split(/\r?\n/)
    .map((line) => line.split(';'));
  const starts = head.flatMap((name, i) => (name === 'alpha' || name === 'u_overall' ? [i] : []));
  const rows: Row[] = [];
  const mixtures: number[] = [];
  for (const line of lines.concat([head])) {
    for (const start of starts) {
      // The second block's first pipe stands in the head line, beside the names of the first.
      const cells = line.slice(start, start + 8);
      if (Number(cells[0]) > 0) rows.push(rowOf(cells));
      else if (Number(cells[7]) > 0) mixtures.push(Number(cells[7]));
    }
    const second = starts.length === 1 ? head.findIndex((cell, i) => i > 0 && Number(cell) > 0) : -1;
    if (second > 0) {
      const cells = line.slice(second, second + 8);
      if (Number(cells[0]) > 0) rows.push(rowOf(cells));
      else if (Number(cells[7]) > 0) mixtures.push(Number(cells[7]));
    }
  }
  return solve(rows, mixtures);
}

function rowOf(cells: readonly string[]): Row {
  const [alpha, diameterM, kgPerS, capacity, groundK, inletK, lengthM, outletK] = cells.map(Number);
  return { alpha, diameterM, kgPerS, capacity, groundK, inletK, lengthM, outletK };
}

function solve(rows: readonly Row[], mixtures: readonly number[]): { values: number; worstK: number } {
  const inlets = rows.filter(({ lengthM }) => lengthM === 0);
  const pipes = rows.filter(({ lengthM }) => lengthM > 0);
  const nodes: { kelvin: number; inlet?: Row; mixed: boolean }[] = [];
  const nodeFor = (kelvin: number) => nodes.findIndex((node) => Math.abs(node.kelvin - kelvin) < SAME_K);
  for (const inlet of inlets) if (nodeFor(inlet.inletK) < 0) nodes.push({ kelvin: inlet.inletK, inlet, mixed: false });
  for (const mixture of mixtures) if (nodeFor(mixture) < 0) nodes.push({ kelvin: mixture, mixed: true });
  for (const pipe of pipes) {
    if (nodeFor(pipe.inletK) >= 0) continue;
    const comes = pipes.some((other) => Math.abs(other.outletK - pipe.inletK) < SAME_K);
    nodes.push(comes ? { kelvin: pipe.inletK, mixed: false } : { kelvin: pipe.inletK, inlet: pipe, mixed: false });
  }
  const mixing = nodes.findIndex(({ mixed }) => mixed);
  const from = pipes.map((pipe) => nodeFor(pipe.inletK));
  const outgoing = new Set(pipes.filter((pipe) => nodeFor(pipe.outletK) < 0));
  const to = pipes.map((pipe) => {
    const known = nodeFor(pipe.outletK);
    if (known >= 0) return known;
    // A pipe whose end nobody begins at: it ends in the mixture, or alone where it begins there or there is none.
    if (mixing >= 0 && nodeFor(pipe.inletK) !== mixing) {
      outgoing.delete(pipe);
      return mixing;
    }
    nodes.push({ kelvin: pipe.outletK, mixed: false });
    return nodes.length - 1;
  });
  const inflowKgPerS = new Float64Array(nodes.length);
  const inflowC = new Float64Array(nodes.length);
  nodes.forEach(({ inlet }, i) => {
    if (!inlet) return;
    inflowKgPerS[i] = pipes.reduce((sum, pipe, b) => sum + (from[b] === i ? pipe.kgPerS : 0), 0);
    inflowC[i] = inlet.inletK - ICE_K;
  });
  const settled = settleTemperatures(
    {
      nodeCount: nodes.length,
      from: Int32Array.from(from),
      to: Int32Array.from(to),
      lossWPerK: Float64Array.from(pipes, ({ alpha, diameterM, lengthM }) => alpha * Math.PI * diameterM * lengthM),
      groundC: Float64Array.from(pipes, ({ groundK }) => groundK - ICE_K),
    },
    { branchKgPerS: Float64Array.from(pipes, ({ kgPerS }) => kgPerS), inflowKgPerS, inflowC },
    constantLiquid(rows[0].capacity),
  );
  let worstK = settled.state === 'settled' ? 0 : Number.POSITIVE_INFINITY;
  pipes.forEach((pipe, b) => {
    worstK = Math.max(worstK, Math.abs(settled.outletC[b] + ICE_K - pipe.outletK));
  });
  nodes.forEach(({ kelvin }, i) => {
    worstK = Math.max(worstK, Math.abs(settled.nodeC[i] + ICE_K - kelvin));
  });
  return { values: pipes.length + nodes.length, worstK };
}
