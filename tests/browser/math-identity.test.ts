import { resolve } from 'node:path';
import { build } from 'vite';
import { describe, expect, it } from 'vitest';
import golden from '../kernel/math-digests.golden.json';
import { theBrowser } from './harness';

describe('the door to transcendental functions', () => {
  it('gives in Chromium the bits that Node gives, for a million inputs a function', async () => {
    const page = await (await theBrowser()).newPage();
    await page.addScriptTag({ content: await bundle('../kernel/math-digests.ts') });
    const digests = await page.evaluate('mathUnderTest.mathDigests(1_000_000)');
    await page.close();
    expect(digests).toEqual(golden); // tests/kernel/math-identity.test.ts holds Node to the same record
  });
});

/** A module and all it imports as one plain script that leaves its exports in `mathUnderTest`. */
async function bundle(path: string): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      write: false,
      minify: true,
      target: 'es2023',
      lib: { entry: resolve(import.meta.dirname, path), formats: ['iife'], name: 'mathUnderTest' },
    },
  });
  const [result] = Array.isArray(built) ? built : [built];
  if (!('output' in result)) throw new Error('the build went on watching instead of ending');
  return result.output[0].code;
}
