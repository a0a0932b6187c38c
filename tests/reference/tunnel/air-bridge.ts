/** The five branches of the reference data, and any other network that somebody lays beside them in the same form. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createAirNetwork, createAirSolver, solveAir } from '../../../sim/networks/air';

const WITHIN = 'shared/data/tunnel/vent';

/** The folder beside a checkout, however deep that lies. */
export function airReferencesBeside(from: string): string {
  let at = from;
  while (!existsSync(join(at, WITHIN)) && dirname(at) !== at) at = dirname(at);
  return join(at, WITHIN);
}

export interface BridgeAnswer {
  readonly file: string;
  readonly converged: boolean;
  readonly iterations: number;
  readonly branches: readonly { readonly name: string; readonly ours: number; readonly theirs: number }[];
  /** Of the most that is off, m³/s. */
  readonly worst: number;
}

/** Air goes in at the first node and out at the last. */
export function solveAirReferences(folder: string): BridgeAnswer[] {
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
  return files.map((file) => {
    const {
      R_kg_m7: resistance,
      Q_total: total,
      Q_m3_s: theirs,
    } = JSON.parse(readFileSync(join(folder, file), 'utf8'));
    const names = Object.keys(resistance);
    const ends = names.map((name) => name.split('-'));
    const nodes = [...new Set(ends.flat())].sort();
    const network = createAirNetwork(
      nodes.length,
      ends.map(([from]) => nodes.indexOf(from)),
      ends.map(([, to]) => nodes.indexOf(to)),
    );
    network.resistance.set(names.map((name) => resistance[name]));
    network.inflowM3PerS[0] = total;
    network.inflowM3PerS[nodes.length - 1] = -total;
    const solver = createAirSolver(network);
    const { converged, iterations } = solveAir(solver);
    const branches = names.map((name, b) => ({ name, ours: solver.flowM3PerS[b], theirs: theirs[name] as number }));
    const worst = Math.max(...branches.map(({ ours, theirs: wanted }) => Math.abs(ours - wanted)));
    return { file, converged, iterations, branches, worst };
  });
}
