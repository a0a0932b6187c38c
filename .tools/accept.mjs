// npm run accept [-- name …] [--json] [--only "part of a line's name"] [--long] [--seeds 10] [--jobs 2]: runs the acceptance of an issue, or of all, as anyone would, and exits non-zero
// where a line falls short. A table on standard output (or JSON with --json); always JSON in out/accept-<name>.json.
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { ensureChromium, ensurePackages } from './setup.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean', default: false },
    only: { type: 'string' },
    long: { type: 'boolean', default: false },
    seeds: { type: 'string', default: '10' },
    jobs: { type: 'string', default: String(availableParallelism()) },
  },
});

for (const name of ['seeds', 'jobs']) {
  const least = name === 'seeds' ? 2 : 1;
  if (Number.isInteger(Number(values[name])) && Number(values[name]) >= least) continue;
  console.error(`cityloom: --${name} is '${values[name]}', expected a whole number from ${least}`);
  process.exit(2);
}

ensurePackages();
const files = readdirSync(join(root, 'tests/accept'));
const known = files.filter((name) => name.endsWith('.accept.ts')).map((name) => name.slice(0, -'.accept.ts'.length));
/** Programs of threads, each a bundle of its own. */
const threads = files.filter((name) => name.endsWith('.worker.ts')).map((name) => name.slice(0, -'.ts'.length));
const unknown = positionals.filter((name) => !known.includes(name));
if (unknown.length > 0) {
  console.error(`cityloom: no acceptance is called ${unknown.join(', ')}; there are: ${known.join(', ')}`);
  process.exit(2);
}

const bundles = join(root, '.cache/accept');
const { build } = await import('vite');
await build({
  root,
  configFile: false,
  logLevel: 'error',
  ssr: { noExternal: [/^valibot/, /^@stdlib/] },
  build: {
    ssr: true,
    target: 'node20',
    outDir: bundles,
    emptyOutDir: true,
    copyPublicDir: false,
    minify: false,
    rolldownOptions: {
      input: Object.fromEntries([
        ...known.map((name) => [name, join(root, `tests/accept/${name}.accept.ts`)]),
        ...threads.map((name) => [name, join(root, `tests/accept/${name}.ts`)]),
      ]),
      output: { format: 'es', entryFileNames: '[name].mjs' },
    },
  },
});

const chromium = await ensureChromium();
const scratch = mkdtempSync(join(tmpdir(), 'cityloom-accept-'));
process.on('exit', () => rmSync(scratch, { recursive: true, force: true }));
const tools = {
  root,
  scratch,
  bundles,
  chromium,
  isLong: values.long,
  seeds: Number(values.seeds),
  jobs: Number(values.jobs),
  say: (text) => console.error(`  ${text}`),
};
let short = 0;
const report = {};
for (const name of positionals.length > 0 ? positionals : known) {
  const { lines } = await import(pathToFileURL(join(bundles, `${name}.mjs`)).href);
  const rows = [];
  for (const line of lines) {
    if (values.only && !line.name.includes(values.only)) continue;
    console.error(`▸ ${name}: ${line.name}`);
    const from = performance.now();
    let outcome;
    try {
      outcome = await line.measure(tools);
    } catch (error) {
      outcome = { held: false, reached: `failed: ${error instanceof Error ? error.message : error}`, how: '' };
    }
    if (!outcome.held) short++;
    rows.push({
      line: line.name,
      goal: line.goal,
      ...outcome,
      seconds: Math.round((performance.now() - from) / 100) / 10,
    });
  }
  report[name] = rows;
  mkdirSync(join(root, 'out'), { recursive: true });
  writeFileSync(join(root, `out/accept-${name}.json`), `${JSON.stringify(rows, null, 2)}\n`);
  if (values.json) continue;
  console.log(`\n${name}\n`);
  for (const row of rows) {
    console.log(`${row.held ? '✓' : '✗'} ${row.line}`);
    console.log(`    goal     ${row.goal}`);
    console.log(`    reached  ${row.reached}`);
    console.log(`    how      ${row.how} (${row.seconds} s)`);
  }
}
if (values.json) console.log(JSON.stringify(report, null, 2));
else console.log(short === 0 ? '\nEvery line holds.' : `\n${short} short.`);
process.exit(short === 0 ? 0 : 1);
