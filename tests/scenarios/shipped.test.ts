import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkFit } from '../../sim/hosts/active-domains';
import { readScenario } from '../../sim/scenarios';
import { sceneOf } from '../domains/energy/scenes';

const scenes = resolve(import.meta.dirname, '../../scenes');
const shipped = readdirSync(scenes).flatMap((scene) => {
  const folder = join(scenes, scene, 'scenarios');
  return existsSync(folder) ? readdirSync(folder).map((file) => ({ scene, file, path: join(folder, file) })) : [];
});

describe('a scenario that lies beside a scene', () => {
  it.each(shipped)('$scene: $file is sound, fits its scene and is called as its file', ({ scene, file, path }) => {
    const scenario = readScenario(readFileSync(path, 'utf8'));
    if (!scenario.ok) throw new Error(JSON.stringify(scenario.problems));
    expect(checkFit(scenario.value, sceneOf(scene))).toEqual([]);
    expect(`${scenario.value.name}.json`).toBe(file);
  });

  it('is there for the year that the published figures are about', () => {
    expect(shipped.map(({ file }) => file)).toEqual(expect.arrayContaining(['year.json', 'year-least-cost.json']));
  });
});
