import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { water } from '../../../sim/networks/pipes';
import { make, solved } from '../../networks/pipes/made';
import { compareWithStanet, stanetCases, stanetFolder } from './references';

const folder = stanetFolder(resolve(import.meta.dirname, '../../..'));
const cases = stanetCases(folder);

describe.skipIf(cases.length === 0)('STANET’s networks, which lie beside this checkout', () => {
  it.each(cases)('%s comes out with STANET’s pressures and speeds', (name) => {
    const { outcome, junctions, pressure, velocityMps } = compareWithStanet(folder, name);
    expect(outcome.state).toBe('converged');
    expect(junctions).toBeGreaterThan(1);
    expect(pressure).toBeLessThan(2e-3);
    expect(velocityMps).toBeLessThan(0.03); // what pandapipes asks of itself
  });
});

/** What an OpenModelica case has for a pipe: its temperatures by section, in kelvin. */
interface HotPipe {
  readonly from_junction: number;
  readonly to_junction: number;
  readonly length_km: number;
  readonly diameter_m: number;
  readonly k_mm: number;
  readonly T_om: readonly number[];
}

describe.skipIf(!existsSync(folder))('OpenModelica’s hot water, which lies beside this checkout', () => {
  it.each(['one_pipe', 'two_pipes', 't_cross', 'delta'])(
    'loses in %s what water of those temperatures loses here',
    (name) => {
      const path = join(folder, `openmodelica_heat_transfer_cases__${name}.json`);
      const file = JSON.parse(readFileSync(path, 'utf8'));
      const held = file.ext_grid[0];
      const nodes = file.junction.map((_: unknown, n: number) => ({
        takes: file.sink.reduce(
          (sum: number, { junction, mdot_kg_per_s }: { junction: number; mdot_kg_per_s: number }) =>
            sum + (junction === n ? mdot_kg_per_s : 0),
          0,
        ),
        ...(held.junction === n && { heldPa: held.p_bar * 1e5 }),
      }));
      const links = file.pipe.map((pipe: HotPipe) => ({
        from: pipe.from_junction,
        to: pipe.to_junction,
        lengthM: pipe.length_km * 1_000,
        diameterM: pipe.diameter_m,
        roughnessM: pipe.k_mm / 1_000,
        temperatureK: pipe.T_om.reduce((sum, kelvin) => sum + kelvin, 0) / pipe.T_om.length,
      }));
      const { solver } = solved(make(water, nodes, links));
      file.junction.forEach(({ p_om }: { p_om: number }, n: number) => {
        if (n === held.junction) return;
        const [theirs, ours] = [held.p_bar - p_om, held.p_bar - solver.pressurePa[n] / 1e5];
        expect(Math.abs(ours / theirs - 1)).toBeLessThan(0.01);
      });
    },
  );
});
