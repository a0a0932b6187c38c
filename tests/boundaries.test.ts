import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findViolations, readSources } from './boundaries';

const root = resolve(import.meta.dirname, '..');

/** What the test says when one line is planted in an otherwise clean file. */
function plant(file: string, line: string): string[] {
  return findViolations(new Map([[file, `${line}\nexport const kept = 1;\n`]])).map((violation) => violation.what);
}

describe('the boundaries of the engine and the app', () => {
  it('hold in the whole tree, without an exception', () => {
    expect(findViolations(readSources(root))).toEqual([]);
  });

  it('keep the top level to what the owner gave', () => {
    const visible = readdirSync(root).filter(
      (name) => !name.startsWith('.') && !['node_modules', 'dist', 'out'].includes(name),
    );
    expect(visible.filter((name) => name !== 'docs').sort()).toEqual(
      [
        'README.md',
        'package-lock.json',
        'package.json',
        'public',
        'scenes',
        'sim',
        'src',
        'tests',
        'tsconfig.json',
        'vite.config.ts',
      ].sort(),
    );
  });

  it.each([
    ['sim/kernel/math.ts', "import { ports } from '../ports';", 'imports sim/ports'],
    ['sim/scene/read.ts', "import { ports } from '../ports/catalogue';", 'imports sim/ports'],
    ['sim/networks/power/newton.ts', "import { ports } from '../../ports';", 'imports sim/ports'],
    ['sim/scene/read.ts', "import { solve } from '../networks';", 'imports sim/networks'],
    ['sim/networks/power/newton.ts', "import loadHighs from 'highs';", 'imports the package highs'],
    ['sim/ports/kpis/traffic.ts', "import { trafficDomain } from '../../domains/traffic';", 'imports sim/domains'],
    ['sim/domains/traffic/step.ts', "import { loads } from '../energy';", 'domain traffic imports domain energy'],
    [
      'sim/domains/traffic/step.ts',
      "import type { Load } from '../energy/load';",
      'domain traffic imports domain energy',
    ],
    ['sim/domains/traffic/step.ts', "import { createEngine } from '../../runtime';", 'imports sim/runtime'],
    ['sim/domains/traffic/step.ts', "import { Subject } from 'rxjs';", 'imports the package rxjs'],
    [
      'sim/interventions/kinds/close-road.ts',
      "import { trafficDomain } from '../../domains/traffic';",
      'imports sim/domains',
    ],
    ['sim/scenarios/read.ts', "import { createTwin } from '../runtime';", 'imports sim/runtime'],
    ['sim/runtime/twin.ts', "import { runStudy } from '../studies';", 'imports sim/studies'],
    ['sim/runtime/twin.ts', "export * from '../hosts/worker';", 'imports sim/hosts'],
    ['sim/studies/run.ts', "import { main } from '../hosts/cli/main';", 'imports sim/hosts'],
    ['sim/importers/plan/plan.ts', "import { kpis } from '../../ports';", 'imports sim/ports'],
    ['sim/scene/read.ts', "import { readFile } from 'node:fs';", 'imports node:fs'],
    ['sim/runtime/twin.ts', "import { useState } from 'react';", 'imports the package react'],
    ['sim/kernel/brand.ts', "import { App } from '../../src/modes/plan/app';", 'imports src/modes'],
    [
      'sim/runtime/twin.ts',
      "const city = await import('../../scenes/eco-park/scene.json');",
      'imports a scene as code',
    ],
    ['src/engine/client.ts', "import { createTwin } from '../../sim/runtime';", 'imports sim/runtime'],
    ['src/engine/client.ts', "import { useSelection } from '../state/selection';", 'imports src/state'],
    ['src/ui/button.tsx', "import { useSelection } from '../state/selection';", 'imports src/state'],
    ['src/state/selection.ts', "import { CityView } from '../city/city-view';", 'imports src/city'],
    ['src/city/city-view.tsx', "import { KpiPanel } from '../panels/kpis';", 'imports src/panels'],
    ['src/panels/kpis/panel.tsx', "import { CityView } from '../../city/city-view';", 'imports src/city'],
    ['src/panels/kpis/panel.tsx', "import { PlanApp } from '../../modes/plan/app';", 'imports src/modes'],
    ['src/city/city-view.tsx', "import scene from '../../scenes/eco-park/scene.json';", 'imports a scene as code'],
    ['src/city/worker.ts', "import url from '../../sim/hosts/worker?worker&url';", 'imports sim/hosts'],
    ['sim/domains/traffic/step.ts', 'const draw = Math.random();', 'uses Math.random'],
    ['sim/domains/traffic/step.ts', 'const wave = Math.sin(2);', 'uses Math.sin'],
    ['sim/domains/traffic/step.ts', 'const { exp } = Math;', 'takes Math apart'],
    ['sim/domains/traffic/step.ts', 'const fourth = speed ** 4;', 'uses **'],
    ['sim/domains/traffic/step.ts', 'const now = Date.now();', 'reads the date'],
    ['sim/runtime/twin.ts', 'const now = performance.now();', 'reads performance.now'],
    ['sim/runtime/twin.ts', 'globalThis.setTimeout(() => {}, 1);', 'knows where it runs'],
  ])('fail when %s says %s', (file, line, what) => {
    expect(plant(file, line).some((found) => found.includes(what))).toBe(true);
  });

  it.each([
    ['sim/domains/traffic/step.ts', "import { createLuck } from '../../kernel';"],
    ['sim/domains/registry.ts', "import { trafficDomain } from './traffic';"],
    ['sim/hosts/cli/main.ts', "import { readFile } from 'node:fs/promises';"],
    ['src/engine/client.ts', "import { createLuck } from '../../sim';"],
    ['src/engine/client.ts', "import workerUrl from '../../sim/hosts/worker?worker&url';"],
    ['src/modes/plan/app.tsx', "import { CityView } from '../../city/city-view';"],
    ['sim/domains/traffic/step.ts', '// sums like 2 ** 3, Math.sin and Date.now are named in a comment'],
  ])('hold when %s says %s', (file, line) => {
    expect(plant(file, line)).toEqual([]);
  });
});
