// Type-checks every part with the library it may use: the engine without a browser, the hosts, the app, the tests.
import { spawnSync } from 'node:child_process';

let failed = 0;
for (const part of ['sim', 'sim/hosts', 'src', 'tests']) {
  const run = spawnSync('node', ['node_modules/typescript/bin/tsc', '-p', part, '--noEmit'], { stdio: 'inherit' });
  if (run.status !== 0) failed++;
}
process.exit(failed ? 1 : 0);
