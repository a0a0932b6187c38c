#!/usr/bin/env node
// node .tools/capacities.mjs [left-signal left minor-right stop-line …] [--seeds N]: what gets through gaps and stop
// lines, ours beside SUMO's on the same files.
import { parseArgs } from 'node:util';
import { loadTypescript } from './load-typescript.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { seeds: { type: 'string', default: '1' } },
});
const { printCapacities } = await loadTypescript('tests/reference/print-capacities.ts');
printCapacities({ seeds: Number(values.seeds), only: positionals });
