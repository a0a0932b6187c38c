import { resolve } from 'node:path';
import { problem, type Result } from '../../../kernel';
import type { Arguments } from '../arguments';
import type { Answer, Context } from '../context';
import { readSceneFiles } from '../find-scene';
import { nearest } from '../nearest';
import { inFile, Refusal } from '../refusal';
import { writeWhole } from '../write-file';

type Files = ReadonlyMap<string, string>;

/** Each turns files by name into the files of a scene; a format that is not here is not read. */
const importers: Readonly<Record<string, () => Promise<(files: Files) => Result<Files>>>> = {
  plan: async () => (await import('../../../importers/plan')).importPlan,
};

export async function performImport(given: Arguments, context: Context): Promise<Answer> {
  const [format, source] = given.operands;
  if (format === 'sumo') return (await import('./import-sumo')).performImportSumo(given, context);
  if (given.operands.length > 2) {
    const message = `met ${given.operands.length - 1} files, expected one: only sumo takes several`;
    throw new Refusal([problem('call.needless-operand', [], message)]);
  }
  if (format === 'matpower') return (await import('./import-matpower')).performImportMatpower(given, context);
  if (format === 'epanet') return (await import('./import-epanet')).performImportEpanet(given, context);
  if (format === 'osm') return (await import('./import-osm')).performImportOsm(given, context);
  if (!Object.hasOwn(importers, format)) {
    const known = [...Object.keys(importers), 'epanet', 'matpower', 'osm', 'sumo'];
    const near = nearest(format, known);
    const hint = near ? `did you mean ${near}?` : `one of ${known.join(', ')}`;
    const message = `unknown format ${JSON.stringify(format.slice(0, 80))}; ${hint}`;
    throw new Refusal([problem('call.unknown-format', [], message)]);
  }
  const out = given.text('out');
  if (out === undefined) throw new Refusal([problem('call.missing-option', [], '--out DIR is missing')]);
  const folder = resolve(context.cwd, source);
  const read = await importers[format]();
  const scene = read(await readSceneFiles(folder));
  if (!scene.ok) {
    throw new Refusal(
      scene.problems.map((each) => {
        const name = each.path[0];
        return inFile([each], typeof name === 'string' ? resolve(folder, name) : folder)[0];
      }),
    );
  }
  const target = resolve(context.cwd, out);
  for (const [name, text] of scene.value) await writeWhole(resolve(target, name), text);
  const files = [...scene.value.keys()];
  const words = `${files.length} files of a scene written to ${target}: ${files.join(', ')}`;
  return { document: { ok: true, problems: scene.warnings, out: target, files }, text: words };
}
