import { basename, resolve } from 'node:path';
import { problem } from '../../../kernel';
import type { Arguments } from '../arguments';
import type { Answer, Context } from '../context';
import { readText } from '../read-file';
import { inFile, Refusal } from '../refusal';
import { sceneIdOf } from '../scene-id';
import { writeWhole } from '../write-file';

/** `import matpower`: a case to a scene folder, with all that was guessed or not carried in import/report.json. */
export async function performImportMatpower(given: Arguments, context: Context): Promise<Answer> {
  const out = given.text('out');
  if (out === undefined) throw new Refusal([problem('call.missing-option', [], '--out DIR is missing')]);
  const target = resolve(context.cwd, out);
  const path = resolve(context.cwd, given.operands[1]);
  const text = await readText(path);
  if (!text.ok) throw new Refusal(inFile(text.problems, path));
  const { importMatpower } = await import('../../../importers/matpower');
  const imported = importMatpower(basename(path), text.value, sceneIdOf(target));
  if (!imported.ok) throw new Refusal(inFile(imported.problems, path));
  const { scene, report } = imported.value;
  for (const [name, content] of scene) await writeWhole(resolve(target, name), content);
  await writeWhole(resolve(target, 'import', 'report.json'), `${JSON.stringify(report, null, 1)}\n`);
  const files = [...scene.keys()];
  const { figures, counts } = report;
  return {
    document: { ok: true, problems: inFile(imported.warnings, path), out: target, files, report },
    text: [
      `${files.length} files of a scene written to ${target}: ${files.join(', ')}`,
      `${figures.buses} buses, ${figures.branches} lines, ${figures.transformers} transformers, ${figures.supplies} supplies, ${figures.generators} generators`,
      'Guessed, dropped or not carried (each by table and row in import/report.json):',
      ...Object.entries(counts).map(([code, count]) => `  ${code}  ${count}`),
    ].join('\n'),
  };
}
