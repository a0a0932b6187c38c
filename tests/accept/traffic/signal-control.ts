/** What control by pressure is worth, on a seeded grid that equal greens cannot serve. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileScene, readScene } from '../../../sim/scene';
import { compareControls } from '../../domains/traffic/signals/compare-controls';
import type { AcceptLine } from '../line';

const SEEDS = [1, 2, 3];
const SECONDS = 3_600;

export const maxPressure: AcceptLine = {
  name: 'max-pressure',
  goal: 'mean travel time lower by 10 to 35 % than an equal-split fixed plan on a saturated 4 × 4 grid; against Webster’s plan not worse',
  async measure(tools) {
    const folder = join(tools.root, 'scenes/tiny/grid4x4');
    const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
    const read = readScene(new Map(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')])));
    if (!read.ok) throw new Error('scenes/tiny/grid4x4 could not be read');
    const scene = compileScene(read.value);
    const rows = SEEDS.map((seed) => {
      tools.say(`seed ${seed}`);
      return compareControls(scene, seed, SECONDS);
    });
    const share = (of: 'equalSplit' | 'webster') =>
      rows.reduce((sum, row) => sum + row.pressure.meanSeconds / row[of].meanSeconds - 1, 0) / rows.length;
    const [equal, webster] = [share('equalSplit'), share('webster')];
    return {
      held: equal <= -0.1 && equal >= -0.35 && webster <= 0,
      reached: `${(100 * equal).toFixed(1)} % against equal splits, ${(100 * webster).toFixed(1)} % against Webster’s; ${rows.map((row) => `${row.equalSplit.meanSeconds.toFixed(0)} / ${row.webster.meanSeconds.toFixed(0)} / ${row.pressure.meanSeconds.toFixed(0)} s`).join(', ')}`,
      how: `scenes/tiny/grid4x4 for an hour, seeds ${SEEDS.join(', ')}; mean duration of those who set out under each control`,
    };
  },
};
