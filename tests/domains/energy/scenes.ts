import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { formatPath } from '../../../sim/kernel';
import { type CompiledScene, compileScene, readScene } from '../../../sim/scene';

type Change = (files: Record<string, ReturnType<typeof JSON.parse>>) => void;

const ROOT = projectAbove(fileURLToPath(import.meta.url));

/** Also where this file is part of a bundle that lies elsewhere in the project. */
function projectAbove(path: string): string {
  const folder = dirname(path);
  return folder === path || existsSync(join(folder, 'scenes/README.md')) ? folder : projectAbove(folder);
}

/** A scene of the product, with a change made to its files before they are read. */
export function sceneOf(name: string, change: Change = () => {}, root = ROOT): CompiledScene {
  const folder = join(root, 'scenes', name);
  const names = readdirSync(folder).filter((file) => file.endsWith('.json'));
  const files = Object.fromEntries(names.map((file) => [file, JSON.parse(readFileSync(`${folder}/${file}`, 'utf8'))]));
  change(files);
  const read = readScene(new Map(Object.entries(files).map(([file, value]) => [file, JSON.stringify(value)])));
  if (!read.ok) throw new Error(read.problems.map((each) => `${formatPath(each.path)} ${each.message}`).join('\n'));
  return compileScene(read.value);
}
