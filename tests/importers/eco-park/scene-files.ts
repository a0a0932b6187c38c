import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { importPlan } from '../../../sim/importers/plan';
import { parseStreetPlan, type StreetPlan } from '../../../sim/importers/plan/plan';
import { readScene, type Scene } from '../../../sim/scene';

const folder = (path: string) => fileURLToPath(new URL(`../../../scenes/eco-park/${path}`, import.meta.url));

function filesIn(path: string): Map<string, string> {
  const names = readdirSync(folder(path)).filter((name) => name.endsWith('.json'));
  return new Map(names.sort().map((name) => [name, readFileSync(folder(path + name), 'utf8')]));
}

/** The flagship as it lies in the tree, and as its plan makes it today. */
export const committed = filesIn('');
export const planFiles = filesIn('plan/');

export function regenerated(): Map<string, string> {
  const made = importPlan(planFiles);
  if (!made.ok) throw new Error(made.problems.map(({ path, message }) => `${path.join('.')}: ${message}`).join('\n'));
  return new Map(made.value);
}

export function ecoPark(): Scene {
  const read = readScene(committed);
  if (!read.ok) throw new Error(read.problems.map(({ path, message }) => `${path.join('.')}: ${message}`).join('\n'));
  return read.value;
}

export function streetPlanOfEcoPark(): StreetPlan {
  const parsed = parseStreetPlan(JSON.parse(planFiles.get('streets.json')!));
  if (!parsed.ok) throw new Error(parsed.problems[0].message);
  return parsed.value;
}
