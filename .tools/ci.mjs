// Every check that must hold before a change lands: format, types, unused exports, the production build, the tests.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensurePackages } from './setup.mjs';

const root = new URL('..', import.meta.url).pathname;
let passed = 0;
let failed = 0;

/** Each says what it has to say when it is done, so that checks beside one another do not speak at once. */
function check(name, ...args) {
  const from = Date.now();
  const run = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  const said = [];
  for (const stream of [run.stdout, run.stderr]) stream.on('data', (bytes) => said.push(bytes));
  return new Promise((done) => {
    run.on('close', (status) => {
      const held = status === 0;
      if (held) passed++;
      else failed++;
      process.stdout.write(Buffer.concat(said));
      console.log(`${held ? '✓' : '✗'} ${name} (${((Date.now() - from) / 1000).toFixed(1)} s)`);
      done();
    });
  });
}

ensurePackages();
await Promise.all([
  check('types', '.tools/types.mjs'),
  check('production build', '-e', "import('./.tools/build.mjs').then((b) => b.ensureBuilt())"),
  check('unused files, exports and packages', 'node_modules/knip/bin/knip.js', '--config', '.knip.json'),
  check('format and lint', 'node_modules/@biomejs/biome/bin/biome', 'ci', '.'),
]);

const report = join(root, '.cache/tests.json');
rmSync(report, { force: true });
const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
const tests = spawnSync(npm, ['test', '--', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`], {
  cwd: root,
  stdio: 'inherit',
});
let skipped = 0;
if (existsSync(report)) {
  const counts = JSON.parse(readFileSync(report, 'utf8'));
  passed += counts.numPassedTests;
  failed += counts.numFailedTests;
  skipped = counts.numPendingTests + counts.numTodoTests;
  // A file that could not even be loaded fails without a test to its name.
  if (tests.status !== 0 && counts.numFailedTests === 0) failed++;
} else failed++;

console.log(`${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`);
process.exit(failed === 0 ? 0 : 1);
