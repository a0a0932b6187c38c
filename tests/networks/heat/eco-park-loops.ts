import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type NamedNetwork, thermalLoopsOf } from '../../../sim/hosts/cli/thermal-loops';

export const hasEcoPark = (root: string): boolean => existsSync(join(root, 'scenes/eco-park/heat.json'));

export function ecoParkLoops(root: string): NamedNetwork[] {
  const read = (name: string) => JSON.parse(readFileSync(join(root, 'scenes/eco-park', `${name}.json`), 'utf8'));
  return thermalLoopsOf({ heat: read('heat'), cooling: read('cooling'), buildings: read('buildings') });
}
