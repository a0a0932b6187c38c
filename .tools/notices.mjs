// What others have made and the build carries: found from the modules that are in it, written beside it with the licences
// that want to travel along. The test tests/browser/hosting.test.ts holds it against the lockfile.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

export const NOTICES = 'notices.txt';

/** The folder of the package that a module belongs to; none for our own. */
function packageOf(id) {
  const path = id.replace(/^\0/, '').split('?')[0];
  const at = path.lastIndexOf('/node_modules/');
  if (at < 0) return undefined;
  const parts = path.slice(at + '/node_modules/'.length).split('/');
  const depth = parts[0].startsWith('@') ? 2 : 1;
  return path.slice(0, at) + '/node_modules/' + parts.slice(0, depth).join('/');
}

function licenceTexts(folder) {
  return readdirSync(folder)
    .filter((name) => /^(licen[cs]e|copying|notice)/i.test(name))
    .sort()
    .map((name) => readFileSync(join(folder, name), 'utf8').trim());
}

function about(folder) {
  const { name, version, license, homepage, repository, author } = JSON.parse(
    readFileSync(join(folder, 'package.json'), 'utf8'),
  );
  const texts = licenceTexts(folder);
  const by = typeof author === 'string' ? author : author?.name;
  return {
    name,
    version,
    licence: license,
    home: homepage ?? (typeof repository === 'string' ? repository : repository?.url) ?? '',
    text: texts.length > 0 ? texts.join('\n\n') : withoutText(license, by ?? `the authors of ${name}`),
  };
}

/** Some packages name their licence and forget to bring it. */
function withoutText(licence, by) {
  if (licence !== 'MIT') throw new Error(`met a package under ${licence} without a text of that licence`);
  return `MIT License

Copyright (c) ${by}

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;
}

/** Packages with the same words share them. */
function written(packages, fontLicence) {
  const byText = new Map();
  for (const each of packages) byText.set(each.text, [...(byText.get(each.text) ?? []), each]);
  const parts = [...byText].map(([text, of]) => {
    const lines = of.map(({ name, version, licence, home }) => `${name} ${version} (${licence}) ${home}`.trim());
    return `${lines.join('\n')}\n\n${text}`;
  });
  parts.push(`Noto Sans CJK, parts of it in fonts/ (OFL-1.1)\n\n${fontLicence}`);
  const head = 'Cityloom carries the works of others. They are listed here with their licences.';
  return `${[head, ...parts].join(`\n\n${'-'.repeat(80)}\n\n`)}\n`;
}

/** Two plugins that share what they find: one for the pages, which writes the file, and one for the workers. */
export function thirdPartyNotices(publicFolder) {
  const folders = new Set();
  const collect = (_, bundle) => {
    for (const output of Object.values(bundle)) {
      for (const id of output.type === 'chunk' ? output.moduleIds : output.originalFileNames) {
        const folder = packageOf(id.startsWith('/') ? id : join(dirname(publicFolder), id));
        if (folder && existsSync(join(folder, 'package.json'))) folders.add(folder);
      }
    }
  };
  return {
    ofWorkers: () => ({ name: 'cityloom-notices-of-workers', generateBundle: collect }),
    ofPages: {
      name: 'cityloom-notices',
      generateBundle(options, bundle) {
        collect(options, bundle);
        const packages = [...folders].map(about).sort((a, b) => (a.name < b.name ? -1 : 1));
        const fontLicence = readFileSync(join(publicFolder, 'fonts/OFL.txt'), 'utf8').trim();
        this.emitFile({ type: 'asset', fileName: NOTICES, source: written(packages, fontLicence) });
      },
    },
  };
}
