import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';

/**
 * Who may import whom. A part may import itself and the parts named beside it; there is no list of exceptions.
 * `sim/index.ts` is the only door for `src`; `sim/hosts` are the only files that know where they run.
 */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  'sim/kernel': [],
  'sim/networks': ['sim/kernel'],
  'sim/scene': ['sim/kernel'],
  'sim/ports': ['sim/kernel', 'sim/scene'],
  'sim/domains': ['sim/kernel', 'sim/networks', 'sim/scene', 'sim/ports'],
  'sim/interventions': ['sim/kernel', 'sim/scene', 'sim/ports'],
  'sim/scenarios': ['sim/kernel', 'sim/scene', 'sim/ports', 'sim/interventions'],
  'sim/runtime': ['sim/kernel', 'sim/scene', 'sim/ports', 'sim/domains', 'sim/interventions', 'sim/scenarios'],
  'sim/studies': [
    'sim/kernel',
    'sim/scene',
    'sim/ports',
    'sim/interventions',
    'sim/scenarios',
    'sim/runtime',
    'sim/domains',
    'sim/networks',
  ],
  'sim/importers': ['sim/kernel', 'sim/networks', 'sim/scene'],
  'sim/hosts': [
    'sim/kernel',
    'sim/networks',
    'sim/scene',
    'sim/ports',
    'sim/domains',
    'sim/interventions',
    'sim/scenarios',
    'sim/runtime',
    'sim/studies',
    'sim/importers',
  ],
  'sim/index.ts': [
    'sim/kernel',
    'sim/scene',
    'sim/ports',
    'sim/interventions',
    'sim/scenarios',
    'sim/runtime',
    'sim/studies',
    'sim/hosts',
  ],
  'src/ui': [],
  'src/pdf': [],
  'src/i18n': ['sim/index.ts'],
  'src/engine': ['sim/index.ts'],
  'src/scenarios': ['sim/index.ts'],
  'src/state': ['sim/index.ts', 'src/ui', 'src/i18n', 'src/engine', 'src/scenarios'],
  'src/city': ['sim/index.ts', 'src/ui', 'src/i18n', 'src/engine', 'src/state'],
  'src/panels': ['sim/index.ts', 'src/ui', 'src/i18n', 'src/engine', 'src/scenarios', 'src/state', 'src/pdf'],
  'src/modes': [
    'sim/index.ts',
    'src/ui',
    'src/i18n',
    'src/engine',
    'src/scenarios',
    'src/state',
    'src/city',
    'src/panels',
  ],
};

/** Packages that a part of the engine may name; the app may name any. */
const packagesOf: Readonly<Record<string, readonly string[]>> = {
  'sim/kernel': ['@stdlib/'],
  'sim/networks': [],
  'sim/scene': ['valibot'],
  'sim/ports': [],
  'sim/domains': [],
  'sim/interventions': ['valibot'],
  'sim/scenarios': ['valibot'],
  'sim/runtime': ['rxjs'],
  'sim/studies': ['valibot'],
  'sim/importers': ['valibot', 'earcut', 'flatbush'],
  'sim/index.ts': [],
};

/** Of `Math`, only what every engine computes alike to the last bit. */
const safeMath = new Set([
  'abs',
  'floor',
  'ceil',
  'round',
  'trunc',
  'min',
  'max',
  'sign',
  'sqrt',
  'imul',
  'fround',
  'clz32',
]);

export interface Violation {
  readonly file: string;
  readonly what: string;
}

/** The part that a file belongs to: its folder under sim or src, or the file itself where it stands alone. */
function partOf(file: string): string {
  return file.split('/').slice(0, 2).join('/');
}

/** A domain is a part of its own: it never sees another one; the registry beside them sees all. */
function domainOf(file: string): string | undefined {
  const parts = file.split('/');
  return file.startsWith('sim/domains/') && parts.length > 3 ? parts[2] : undefined;
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, ' ').replace(/(^|[^:'"`\\])\/\/[^\n]*/g, '$1');
}

const importPattern =
  /(?:^|[\s;}])(?:import|export)\s+(?:type\s+)?(?:[\w*{}\s,$]+?\s+from\s+)?['"]([^'"]+)['"]|import\s*\(\s*['"]([^'"]+)['"]/g;
const workerPattern = /new\s+URL\(\s*['"]([^'"]+)['"]\s*,\s*import\.meta\.url/g;

function* importsIn(text: string): Generator<string> {
  for (const match of text.matchAll(importPattern)) yield (match[1] ?? match[2]) as string;
  for (const match of text.matchAll(workerPattern)) yield match[1] as string;
}

/** A worker is an address, not an import: the app may name the engine's worker, and its own. */
const workerAddress = 'sim/hosts/worker';

export function findViolations(files: ReadonlyMap<string, string>): Violation[] {
  const violations: Violation[] = [];
  for (const [file, raw] of files) {
    const part = partOf(file);
    const allowed = mayImport[part];
    const complain = (what: string) => violations.push({ file, what });
    if (!allowed && !(part.startsWith('src/') && file.split('/').length === 2)) {
      complain(`belongs to no known part (${part})`);
      continue;
    }
    const text = withoutComments(raw);
    for (const named of importsIn(text)) {
      const [specifier, query] = named.split('?') as [string, string | undefined];
      if (specifier.startsWith('.')) {
        const target = posix.normalize(posix.join(dirname(file), specifier));
        if (target.startsWith('scenes/')) complain(`imports a scene as code: ${specifier}`);
        const targetPart = target === 'sim' || target === 'sim/index' ? 'sim/index.ts' : partOf(target);
        if (targetPart === part) {
          const from = domainOf(file);
          const to = domainOf(`${target}/`);
          if (from && to && from !== to) complain(`domain ${from} imports domain ${to}`);
        } else if (query?.includes('worker') && target === workerAddress && part === 'src/engine') {
        } else if (!(allowed ?? Object.keys(mayImport)).includes(targetPart))
          complain(`imports ${targetPart} (${specifier})`);
      } else if (specifier.startsWith('node:')) {
        if (!file.startsWith('sim/hosts/')) complain(`imports ${specifier}`);
      } else {
        const packages = packagesOf[part];
        if (packages && !packages.some((known) => specifier === known || specifier.startsWith(known))) {
          complain(`imports the package ${specifier}`);
        }
      }
    }
    if (!file.startsWith('sim/')) continue;
    if (/\bMath\s*\.\s*random\b/.test(text)) complain('uses Math.random');
    for (const match of text.matchAll(/\bMath\s*\.\s*(\w+)/g)) {
      const name = match[1] as string;
      if (/^[a-z]/.test(name) && name !== 'random' && !safeMath.has(name)) complain(`uses Math.${name}`);
    }
    if (/\bMath\s*\[/.test(text) || /=\s*Math\b(?!\s*\.)/.test(text)) complain('takes Math apart');
    if (/\*\*(?!\/)/.test(withoutStrings(text))) complain('uses **');
    if (!file.startsWith('sim/hosts/')) {
      if (/\bDate\s*(\.\s*now|\()/.test(text)) complain('reads the date');
      if (/\bperformance\s*\.\s*now\b/.test(text)) complain('reads performance.now');
      if (/\b(window|document|globalThis|process|navigator)\s*\./.test(withoutStrings(text)))
        complain('knows where it runs');
    }
  }
  return violations;
}

function withoutStrings(text: string): string {
  return text.replace(
    /'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`|\/(?![*/\s])(?:[^/\\\n[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[a-z]*/g,
    "''",
  );
}

/** Every source file of the engine and the app, by its path from the project's root. */
export function readSources(root: string): Map<string, string> {
  const files = new Map<string, string>();
  const walk = (folder: string) => {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) walk(path);
      else if (/\.tsx?$/.test(entry.name) && !entry.name.endsWith('.d.ts'))
        files.set(path, readFileSync(join(root, path), 'utf8'));
    }
  };
  walk('sim');
  walk('src');
  return files;
}
