import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { trafficDomain } from '../../sim/domains/traffic';
import { openSceneFolder } from '../../sim/hosts/cli/find-scene';
import { createEngine } from '../../sim/runtime';
import { defaultScenario } from '../../sim/scenarios';
import { type CompiledScene, compileScene, readScene } from '../../sim/scene';
import { crossroadsIn, scratchFolder } from './command';

const scratch = scratchFolder();

function whole(folder: string): CompiledScene {
  const names = ['scene.json', ...JSON.parse(readFileSync(join(folder, 'scene.json'), 'utf8')).files];
  const read = readScene(new Map(names.map((name: string) => [name, readFileSync(join(folder, name), 'utf8')])));
  if (!read.ok) throw new Error(read.problems[0].message);
  return compileScene(read.value);
}

function driven(scene: CompiledScene): string {
  const scenario = { ...defaultScenario(scene.id), seed: 7, durationSeconds: 300 };
  const engine = createEngine({ scene, scenario, domains: [trafficDomain] });
  engine.runTo(300);
  return engine.finalHash();
}

describe('A scene that is opened for a run without a picture', () => {
  it('holds no list of points that the compiled roads hold', async () => {
    const { scene } = await openSceneFolder(crossroadsIn(scratch));
    const { edges, junctions } = scene.roads!;
    const lists = [
      ...edges.flatMap(({ lanes }) => lanes.map(({ shape }) => shape)),
      ...junctions.flatMap(({ outline, turns }) => [outline, ...turns.map(({ shape }) => shape)]),
    ];
    expect(lists.length).toBeGreaterThan(10);
    expect(lists.filter((points) => points.length > 0)).toEqual([]);
  });

  it('has the compiled roads, the hash and the run of the whole scene', async () => {
    const folder = crossroadsIn(scratch);
    const [lean, full] = [await openSceneFolder(folder), whole(folder)];
    expect(lean.hash).toBe(full.hash);
    expect(lean.roads).toEqual(full.roads);
    expect(driven(lean)).toBe(driven(full));
  });
});
