import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CompiledScene } from '../../../../sim/scene/compiled';

const folder = join(import.meta.dirname, '../../../../scenes/eco-park');
const read = (name: string) => JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8'));

/** The flagship's energy files alone: its roads and buildings take seconds to read and decide nothing here. */
export function parkScene(): CompiledScene {
  const names = ['stations', 'electricity', 'heat', 'cooling', 'gas'] as const;
  return { scene: Object.fromEntries(names.map((name) => [name, read(name)])) } as unknown as CompiledScene;
}
