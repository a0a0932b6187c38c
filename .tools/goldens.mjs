#!/usr/bin/env node
// node .tools/goldens.mjs [name …] [--all] [--step S] [--seconds S]: our drive of SUMO's golden scenarios against SUMO's
// own. Without a name a table of all; with names, the differences second by second (with --all also where there are none).
import { parseArgs } from 'node:util';
import { loadTypescript } from './load-typescript.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { all: { type: 'boolean' }, step: { type: 'string' }, seconds: { type: 'string' } },
});
const { printGoldens } = await loadTypescript('tests/reference/print-goldens.ts');
printGoldens(positionals, {
  all: values.all ?? false,
  stepSeconds: values.step === undefined ? undefined : Number(values.step),
  seconds: values.seconds === undefined ? undefined : Number(values.seconds),
});
