/** Demand from persons, by its laws: they are tests, and counted here. */
import { spawnSync } from 'node:child_process';
import type { AcceptLine } from '../line';

export const demand: AcceptLine = {
  name: 'demand',
  goal: 'every person’s tours close, cars return to where they were parked; moving 5,000 jobs moves the flows',
  async measure(tools) {
    const ended = spawnSync(
      process.execPath,
      [
        'node_modules/vitest/vitest.mjs',
        'run',
        '--project',
        'engine',
        '--reporter=json',
        'tests/domains/traffic/demand',
      ],
      { cwd: tools.root, encoding: 'utf8', maxBuffer: 1 << 26 },
    );
    const at = ended.stdout.indexOf('{"');
    if (at < 0) return { held: false, reached: `the tests did not run: ${ended.stderr.slice(-300)}`, how: '' };
    const { numPassedTests, numFailedTests } = JSON.parse(ended.stdout.slice(at)) as Record<string, number>;
    return {
      held: numFailedTests === 0 && numPassedTests >= 30,
      reached: `${numPassedTests} laws and samples hold, ${numFailedTests} do not`,
      how: 'tests/domains/traffic/demand: a whole day driven in which each way starts where the last one ended and all come home, one vehicle a person, resumed bit for bit; eco-park with 5,000 jobs moved from west to east',
    };
  },
};
