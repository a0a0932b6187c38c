#!/usr/bin/env node
// node .tools/bologna.mjs [--seeds N]: a quarter of Bologna, driven by this engine and by SUMO, side by side.
import { parseArgs } from 'node:util';
import { loadTypescript } from './load-typescript.mjs';

const { values } = parseArgs({ options: { seeds: { type: 'string', default: '1' } } });
const { printBologna } = await loadTypescript('tests/reference/bologna.ts');
printBologna(Number(values.seeds));
