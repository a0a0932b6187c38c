import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatPath } from '../../../sim/kernel';
import { type CompiledScene, compileScene, readScene } from '../../../sim/scene';

const SCENES = join(import.meta.dirname, '../../../scenes');

export function hasScene(id: string): boolean {
  return existsSync(join(SCENES, id, 'scene.json'));
}

export function sceneFromFolder(id: string): CompiledScene {
  const folder = join(SCENES, id);
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
  const scene = readScene(new Map(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')])));
  if (!scene.ok) throw new Error(scene.problems.map((one) => `${formatPath(one.path)}: ${one.message}`).join('\n'));
  return compileScene(scene.value);
}
