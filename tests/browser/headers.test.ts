import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { servedHeaders } from '../../.tools/headers.mjs';
import lock from '../../package-lock.json';
import { type OpenPage, openApp } from './harness';

const NOT_A_CITY = '/plan?scene=!'; // the page with nothing behind it: only what it may do is of interest

describe('the served build', () => {
  let opened: OpenPage;
  beforeAll(async () => {
    opened = await openApp(NOT_A_CITY);
  });
  afterAll(() => opened.close());

  it.each(['plan', '', 'scenes/eco-park/scene.json'])('sends every header with /%s', async (path) => {
    const response = await fetch(new URL(path, inject('origin')));
    expect(response.status).toBe(200);
    for (const [name, value] of Object.entries(servedHeaders)) expect(response.headers.get(name)).toBe(value);
  });

  it('comes unpacked to the machine that serves it, which would only have to unpack it again', async () => {
    const response = await fetch(new URL('scenes/eco-park/roads.json', inject('origin')));
    expect(response.headers.get('content-encoding')).toBeNull();
  });

  it('is isolated from other windows', async () => {
    expect(await opened.page.evaluate(() => crossOriginIsolated)).toBe(true);
  });

  it('runs no text as code', async () => {
    const run = await opened.page.evaluate(async () => {
      const attempt = (act: () => unknown) => {
        try {
          return act() ?? 'ran';
        } catch (error) {
          return (error as Error).name;
        }
      };
      // The debugger's own calls are excused from the policy; what a timer calls is not.
      const evaluated = await new Promise((resolve) =>
        setTimeout(() => resolve(attempt(() => new Function('return 1 + 1')()))),
      );
      const inline = document.createElement('script');
      const { trustedTypes } = globalThis as never as {
        trustedTypes: { createPolicy(name: string, rules: object): object };
      };
      return {
        code: evaluated,
        html: attempt(() => {
          document.body.innerHTML = '<b>x</b>';
        }),
        script: attempt(() => {
          inline.text = 'document.title = "taken"';
        }),
        worker: attempt(() => new Worker('https://example.org/worker.js') && 'made'),
        policy: attempt(() => trustedTypes.createPolicy('other', {}) && 'made'),
      };
    });
    expect(run).toEqual({
      code: 'EvalError',
      html: 'TypeError',
      script: 'TypeError',
      worker: 'TypeError',
      policy: 'TypeError',
    });
  });

  it('speaks to no other host', async () => {
    const reached = await opened.page.evaluate(() =>
      Promise.all(
        ['https://example.org/', 'http://127.0.0.1:9/'].map((address) =>
          fetch(address).then(
            () => 'reached',
            () => 'refused',
          ),
        ),
      ),
    );
    expect(reached).toEqual(['refused', 'refused']);
    const violations = opened.complaints.filter((each) => /content security policy/i.test(each));
    expect(violations.length).toBeGreaterThanOrEqual(2);
  });

  it('brings the licences of everything in it, in the versions of the lockfile, within reach of its help', async () => {
    const notices = await (await fetch(new URL('notices.txt', inject('origin')))).text();
    const listed = [...notices.matchAll(/^(@?[a-z][\w./-]*) (\d+\.\d+\.\d+\S*) \(([^)]+)\)/gm)];
    const versions = new Map(Object.entries(lock.packages).map(([path, { version }]) => [path, version]));
    for (const [, name, version, licence] of listed) {
      expect(versions.get(`node_modules/${name}`), name).toBe(version);
      expect(licence, name).toMatch(/^(MIT|Apache-2\.0|BSD-3-Clause|BSD-2-Clause|ISC|0BSD)$/);
    }
    const names = new Set(listed.map(([, name]) => name));
    // Of drei, nothing has been needed yet; these functions only by importers, which the page has not.
    const unneeded = [
      '@react-three/drei',
      ...['cosh', 'hypot', 'log2', 'sinh'].map((name) => `@stdlib/math-base-special-${name}`),
    ];
    const wanted = Object.keys(lock.packages[''].dependencies).filter((name) => !unneeded.includes(name));
    expect(wanted.filter((name) => !names.has(name))).toEqual([]);
    expect(notices).toContain('SIL OPEN FONT LICENSE');
    expect(notices).toContain('Apache License');
    const assets = join(import.meta.dirname, '../../dist/assets');
    const code = readdirSync(assets).filter((name) => /^(plan|dialogs)-.*\.js$/.test(name));
    expect(code.some((name) => readFileSync(join(assets, name), 'utf8').includes('notices.txt'))).toBe(true);
  });
});
