/** The STANET networks of pandapipes' own tests, where they lie beside the checkout. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { buildPandapipesNetwork, readPandapipesCase } from '../../../sim/importers/pandapipes';
import { createPipeSolver, linkVelocityMps, type SolveOutcome, solveSteady } from '../../../sim/networks/pipes';

export function stanetFolder(root: string): string {
  return resolve(root, '../shared/data/energy/gas_water_stanet');
}

/** Files of gas and water; the others of that folder are about heat. */
export function stanetCases(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder).filter((name) => /^(gas|water)_cases.*\.json$/.test(name));
}

export interface StanetComparison {
  readonly outcome: SolveOutcome;
  readonly junctions: number;
  /** Greatest relative difference of a gauge pressure, and difference of a speed in m/s. */
  readonly pressure: number;
  readonly velocityMps: number;
}

export function compareWithStanet(folder: string, name: string): StanetComparison {
  const read = readPandapipesCase(readFileSync(join(folder, name), 'utf8'));
  if (!read.ok) throw new Error(`${name}: ${read.problems[0].path.join('.')}: ${read.problems[0].message}`);
  const network = buildPandapipesNetwork(read.value);
  if (!network.ok) throw new Error(`${name}: ${network.problems[0].message}`);
  const solver = createPipeSolver(network.value);
  const outcome = solveSteady(solver);
  let pressure = 0;
  let velocityMps = 0;
  let junctions = 0;
  read.value.junctions.forEach(({ stanetBar }, n) => {
    if (stanetBar === undefined) return;
    junctions++;
    pressure = Math.max(pressure, Math.abs(solver.pressurePa[n] / 1e5 / stanetBar - 1));
  });
  read.value.links.forEach(({ stanetMps }, i) => {
    if (stanetMps === undefined) return;
    velocityMps = Math.max(velocityMps, Math.abs(linkVelocityMps(solver, i) - stanetMps));
  });
  return { outcome, junctions, pressure, velocityMps };
}
