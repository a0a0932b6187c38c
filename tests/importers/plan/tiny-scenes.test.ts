import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { importPlan } from '../../../sim/importers/plan';
import { compileScene, readScene } from '../../../sim/scene';
import type { RoadsFile } from '../../../sim/scene/schema/roads';
import { brokenLaws } from './road-laws';

const root = join(import.meta.dirname, '../../../scenes/tiny');
const planned = ['braess', 'crossroads', 'one-corridor', 'ring'];

function jsonFilesOf(folder: string): Map<string, string> {
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return new Map(names.sort().map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}

function sceneOf(id: string) {
  const read = readScene(jsonFilesOf(join(root, id)));
  if (!read.ok) throw new Error(read.problems.map(({ message }) => message).join('; '));
  return compileScene(read.value);
}

describe('the tiny scenes', () => {
  for (const id of planned) {
    it(`come out of their plans byte for byte: ${id}`, () => {
      const made = importPlan(jsonFilesOf(join(root, id, 'plan')));
      if (!made.ok) throw new Error(made.problems.map(({ message }) => message).join('; '));
      const committed = jsonFilesOf(join(root, id));
      expect([...made.value.keys()].sort()).toEqual([...committed.keys()]);
      for (const [name, text] of committed) expect(made.value.get(name) === text, name).toBe(true);
      expect(brokenLaws(JSON.parse(committed.get('roads.json')!) as RoadsFile)).toEqual([]);
    });
  }

  it('have a ring of 230 metres, all round one lane', () => {
    const { roads } = sceneOf('ring');
    const lengthM = roads.trackLengthM.reduce((sum, metres) => sum + metres, 0);
    expect(lengthM).toBeCloseTo(230, 1);
    expect([roads.laneCount, roads.turnCount]).toEqual([3, 3]);
  });

  it('have one signal at the crossroads and five along the corridor', () => {
    expect(sceneOf('crossroads').elements.signal.count).toBe(1);
    expect(sceneOf('one-corridor').elements.signal.count).toBe(5);
  });

  it('offer three ways through the diamond, of which the bridge is the shortest while nobody waits', () => {
    const { roads, elements } = sceneOf('braess');
    const seconds = (edges: readonly string[]) =>
      edges.reduce((sum, id) => {
        const slot = elements.edge.slotOf(id)!;
        return sum + roads.edgeLengthM[slot] / roads.edgeSpeedMps[slot];
      }, 0);
    const northShort = ['north-a:fork:n1', 'north-neck:n1:n2', 'north-b:n2:north'];
    const southShort = ['south-a:south:m1', 'south-neck:m1:m2', 'south-b:m2:meet'];
    const north = seconds([...northShort, 'north-far:north:meet']);
    const south = seconds(['south-far:fork:south', ...southShort]);
    const bridge = seconds([...northShort, 'bridge:north:south', ...southShort]);
    expect(Math.abs(north - south)).toBeLessThan(2);
    expect(bridge).toBeLessThan(0.8 * north);
  });
});
