import type { Scenario } from '../../sim';

/** A scenario's file, as the command line reads it too. */
export function fileOf(scenario: Scenario, name: string): { readonly name: string; readonly text: string } {
  return { name: `${fileName(name)}.json`, text: `${JSON.stringify({ ...scenario, name }, null, 2)}\n` };
}

/** What every system takes as the name of a file, with Chinese left as it is. */
export function fileName(name: string): string {
  const plain = name
    .replaceAll(/[\p{C}\\/:*?"<>|.]+/gu, ' ')
    .trim()
    .replaceAll(/\s+/g, '-');
  return plain.slice(0, 80) || 'scenario';
}
