import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { importEpanet } from '../../../sim/importers/epanet';
import { frictionOf, roughnessMm } from '../../../sim/importers/epanet/roughness';
import { readScene } from '../../../sim/scene';
import { smallFile } from './small-file';

function imported(text: string) {
  const made = importEpanet('small.inp', text, 'small');
  if (!made.ok) throw new Error(made.problems[0].message);
  const scene = readScene(made.value.scene);
  if (!scene.ok) throw new Error(scene.problems.map(({ path, message }) => `${path.join('.')} ${message}`).join('\n'));
  return { ...made.value, water: scene.value.water! };
}

describe('a scene from a file of EPANET', () => {
  it('has its nodes, pipes, works and tanks in metres', () => {
    const { water, report } = imported(smallFile);
    expect(water.nodes.map(({ id }) => id)).toEqual(['J1', 'J2', 'J3', 'R1', 'T1']);
    expect(water.nodes[0].demandM3PerH).toBeCloseTo(18, 9);
    expect(water.pipes[0]).toMatchObject({ lengthM: 500, diameterM: 0.2, roughnessMm: 0.2 });
    expect(water.valves.find(({ pipe }) => pipe === '4')?.open).toBe(false);
    expect(water.pumps).toEqual([{ id: 'PU', from: 'R1', to: 'J1', headM: 45, flowM3PerH: 72 }]);
    expect(water.tanks[0]).toMatchObject({ floorM: 40.5, depthM: 5.5 });
    expect(water.tanks[0].fill).toBeCloseTo(2.5 / 5.5, 12);
    expect(report.counts).toMatchObject({
      'epanet.control': 2,
      'epanet.rule': 1,
      'epanet.emitter': 1,
      'epanet.minor-loss': 1,
      'epanet.valve': 1,
      'epanet.section': 1,
    });
  });

  it('carries feet, inches and gallons as metres', () => {
    const { water } = imported(smallFile.replace('LPS', 'GPM'));
    expect(water.pipes[0].lengthM).toBeCloseTo(152.4, 9);
    expect(water.pipes[0].diameterM).toBeCloseTo(5.08, 9);
    expect(water.nodes[0].demandM3PerH).toBeCloseTo(5 * 0.003785411784 * 60, 12);
    // Thousandths of a foot.
    expect(water.pipes[0].roughnessMm).toBeCloseTo(0.2 * 0.3048, 9);
  });

  it('gives names that a scene cannot have others, and says so', () => {
    const { water, report } = imported(smallFile.replaceAll('J3', "J'3"));
    expect(water.nodes[2].id).toBe('J-3');
    expect(report.renamed["J'3"]).toBe('J-3');
  });

  it('draws a file without a map', () => {
    const { report } = imported(smallFile.replace(/\[COORDINATES\][^[]*\[VERTICES\][^[]*/, ''));
    expect(report.counts['epanet.places']).toBe(1);
  });

  it('keeps what Hazen and Williams lose at 0.6 m/s', () => {
    for (const [c, diameterM] of [
      [130, 0.3],
      [100, 0.2],
      [80, 0.6],
    ]) {
      const mm = roughnessMm('H-W', c, diameterM);
      const flow = (0.6 * Math.PI * diameterM ** 2) / 4;
      const loss = (10.667 * flow ** 1.852) / (c ** 1.852 * diameterM ** 4.871);
      const wall = (frictionOf(mm, diameterM, 0.6) * 0.36) / (2 * 9.81 * diameterM);
      expect(wall / loss).toBeCloseTo(1, 6);
    }
  });

  const folder = resolve(import.meta.dirname, '../../../../shared/data/tunnel/epanet');
  it.skipIf(!existsSync(folder))('is sound for the reference networks (skipped where they are absent)', () => {
    for (const name of ['Net1.inp', 'Net3.inp']) {
      const { water } = imported(readFileSync(resolve(folder, name), 'utf8'));
      expect(water.pipes.length).toBeGreaterThan(10);
    }
  });
});
