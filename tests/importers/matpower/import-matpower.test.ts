import { describe, expect, it } from 'vitest';
import { networkOfScene } from '../../../sim/hosts/cli/power/network-of-scene';
import { importMatpower, networkOfCase, readCase } from '../../../sim/importers/matpower';
import { layOut } from '../../../sim/importers/matpower/layout';
import { createPowerFlow } from '../../../sim/networks/power';
import { readScene } from '../../../sim/scene';
import { feederText } from './case-text';

function imported(text: string) {
  const found = importMatpower('feeder.m', text, 'feeder');
  if (!found.ok) throw new Error(JSON.stringify(found.problems));
  return found.value;
}

describe('a case as a scene', () => {
  it('is one that the strict reader takes, and is solved alike', () => {
    const { scene, report } = imported(feederText);
    const read = readScene(scene);
    if (!read.ok) throw new Error(JSON.stringify(read.problems));
    const { network } = networkOfScene(read.value.electricity!);
    const flow = createPowerFlow(network);
    expect(flow.solve().state).toBe('converged');
    const found = readCase(feederText);
    if (!found.ok) throw new Error('the case is not sound');
    const theirs = createPowerFlow(networkOfCase(found.value));
    theirs.solve();
    for (let i = 0; i < network.busCount; i++) {
      expect(flow.results.vm[i]).toBeCloseTo(theirs.results.vm[i], 10);
      expect(flow.results.vaRad[i]).toBeCloseTo(theirs.results.vaRad[i], 10);
    }
    expect(report.counts).toEqual({ 'matpower.guessed-rating': 6, 'matpower.places': 1, 'matpower.supply': 1 });
    expect(report.figures).toMatchObject({ buses: 6, branches: 5, transformers: 1, supplies: 1 });
  });

  it('says by table and row what it could not carry', () => {
    const { report } = imported(
      feederText
        .replace('0.4930', '-0.4930')
        .replace('	10	1	1.1	0.9;\n	2	1', '	0	1	1.1	0.9;\n	2	1')
        .replace('Vbase = mpc.bus(1, BASE_KV)', 'Vbase = mpc.bus(2, BASE_KV)'),
    );
    const paths = report.entries.map(({ code, path }) => `${code} ${path.join(' ')}`);
    expect(paths).toContain('matpower.negative-resistance branch 2 r');
    expect(paths).toContain('matpower.guessed-kilovolts bus 1 baseKV');
  });

  it('is refused by file and place', () => {
    const found = importMatpower('feeder.m', feederText.replace('idx_brch', 'idx_brunch'), 'feeder');
    expect(found.ok).toBe(false);
    if (!found.ok) expect(found.problems[0].path[0]).toBe('feeder.m');
  });
});

describe('the drawing of a graph', () => {
  it('gives every bus a place of its own, the same each time', () => {
    const from = Array.from({ length: 300 }, (_, i) => i % 150);
    const to = Array.from({ length: 300 }, (_, i) => (i * 7 + 13) % 150);
    const places = layOut(160, from, to);
    expect(new Set(places.map((at) => at.join())).size).toBe(160);
    expect(layOut(160, from, to)).toEqual(places);
    for (const at of places) expect(Math.max(Math.abs(at[0]), Math.abs(at[1]))).toBeLessThan(200_000);
  });
});
