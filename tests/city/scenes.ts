import { readdirSync, readFileSync } from 'node:fs';
import { type CompiledScene, compileScene, readScene } from '../../sim';
import { buildCity } from '../../src/city/build/build-city';
import type { BuiltCity } from '../../src/city/build/built-city';

/** A scene of the repository, compiled, with more of anything put into it first. */
export function sceneOf(id: string, add: (files: Record<string, unknown>) => void = () => {}): CompiledScene {
  const folder = new URL(`../../scenes/${id}/`, import.meta.url);
  const files: Record<string, { [key: string]: unknown }> = {};
  for (const name of readdirSync(folder)) {
    if (name.endsWith('.json')) files[name] = JSON.parse(readFileSync(new URL(name, folder), 'utf8'));
  }
  add(files);
  files['scene.json'].files = Object.keys(files)
    .filter((name) => name !== 'scene.json')
    .sort();
  const read = readScene(new Map(Object.entries(files).map(([name, value]) => [name, JSON.stringify(value)])));
  if (!read.ok) throw new Error(JSON.stringify(read.problems.slice(0, 3)));
  return compileScene(read.value);
}

export function built(compiled: CompiledScene): BuiltCity {
  return buildCity(
    compiled,
    () => {},
    () => null,
  );
}

type Point = [number, number];
const box = (x: number, y: number, w: number, d: number): Point[] => [
  [x, y],
  [x + w, y],
  [x + w, y + d],
  [x, y + d],
];

/** One building of every form, in the corner of the crossroads where nothing drives. */
export const someBuildings = [
  {
    id: 'slab',
    use: 'housing',
    form: 'slab',
    outline: box(60, 60, 60, 14),
    heightM: 33,
    floors: 11,
    floorAreaM2: 9_240,
  },
  {
    id: 'tower',
    use: 'office',
    form: 'tower',
    outline: box(150, 60, 30, 30),
    heightM: 90,
    floors: 22,
    floorAreaM2: 19_800,
  },
  {
    id: 'saw',
    use: 'industry',
    form: 'sawtooth-hall',
    outline: box(60, 110, 80, 40),
    heightM: 9,
    floors: 1,
    floorAreaM2: 3_200,
  },
  {
    id: 'hall',
    use: 'logistics',
    form: 'hall',
    outline: box(170, 130, 60, 40),
    heightM: 11,
    floors: 1,
    floorAreaM2: 2_400,
  },
  {
    id: 'lodge',
    use: 'culture',
    form: 'pavilion',
    outline: box(60, 180, 20, 14),
    heightM: 4,
    floors: 1,
    floorAreaM2: 280,
  },
  {
    id: 'sunny',
    use: 'research',
    form: 'wing',
    outline: box(100, 180, 50, 18),
    heightM: 16,
    floors: 4,
    floorAreaM2: 3_600,
    roofForSun: 0.6,
  },
  {
    id: 'sign',
    use: 'culture',
    form: 'landmark',
    outline: box(180, 190, 40, 40),
    heightM: 40,
    floors: 8,
    floorAreaM2: 10_000,
  },
  {
    id: 'court',
    use: 'school',
    form: 'courtyard',
    outline: [...box(60, 220, 60, 50).slice(0, 3), [90, 270], [90, 240], [75, 240], [75, 270], [60, 270]],
    heightM: 14,
    floors: 4,
    floorAreaM2: 6_000,
  },
];

export function crossroadsWithBuildings(): CompiledScene {
  return sceneOf('tiny/crossroads', (files) => {
    files['buildings.json'] = { buildings: someBuildings };
  });
}
