import { basename, resolve } from 'node:path';
import { problem } from '../../../kernel';
import type { Arguments } from '../arguments';
import type { Answer, Context } from '../context';
import { readInpText } from '../read-inp-text';
import { inFile, Refusal } from '../refusal';
import { sceneIdOf } from '../scene-id';
import { writeWhole } from '../write-file';

/** `import epanet`: a water network to a scene folder, with all that was guessed or not carried in import/report.json. */
export async function performImportEpanet(given: Arguments, context: Context): Promise<Answer> {
  const out = given.text('out');
  if (out === undefined) throw new Refusal([problem('call.missing-option', [], '--out DIR is missing')]);
  const target = resolve(context.cwd, out);
  const path = resolve(context.cwd, given.operands[1]);
  const text = await readInpText(path);
  const { importEpanet } = await import('../../../importers/epanet');
  const imported = importEpanet(basename(path), text, sceneIdOf(target));
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
      `${figures.nodes} nodes, ${figures.pipes} pipes, ${figures.pumps} pumps, ${figures.reservoirs} reservoirs, ${figures.tanks} tanks`,
      'Guessed, dropped or not carried (each by its line in import/report.json):',
      ...Object.entries(counts).map(([code, count]) => `  ${code}  ${count}`),
    ].join('\n'),
  };
}
