#!/usr/bin/env node
// node .tools/capacities.mjs [left-signal left minor-right stop-line …] [--seeds N]: what gets through gaps and stop
// lines, ours beside SUMO's on the same files. With --parts FLOW [--until S]: who parts from SUMO's drive first, and how.
import { parseArgs } from 'node:util';
import { loadTypescript } from './load-typescript.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seeds: { type: 'string', default: '1' },
    parts: { type: 'string' },
    until: { type: 'string', default: '600' },
    around: { type: 'string', default: '3' },
  },
});
const { printCapacities, printFirstDifferences } = await loadTypescript('tests/reference/print-capacities.ts');
if (values.parts !== undefined) {
  for (const name of positionals)
    printFirstDifferences(name, Number(values.parts), Number(values.until), Number(values.around));
} else printCapacities({ seeds: Number(values.seeds), only: positionals });
