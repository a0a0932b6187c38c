import { basename, dirname, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { readConfig, type SumoImport } from '../../../importers/sumo';
import { decodeUtf8, problem } from '../../../kernel';
import type { Arguments } from '../arguments';
import type { Answer, Context } from '../context';
import { kindOfPath, readBytes } from '../read-file';
import { inFile, Refusal, refuse } from '../refusal';
import { sceneIdOf } from '../scene-id';
import { writeWhole } from '../write-file';

/** A string of this engine holds some 500 million characters. */
const MOST_FILE_BYTES = 400 * 1024 * 1024;
const MOST_FILES = 200;

/** `import sumo`: a network and what belongs to it to a scene folder, with all that was changed in import/report.json. */
export async function performImportSumo(given: Arguments, context: Context): Promise<Answer> {
  const out = given.text('out');
  if (out === undefined) throw new Refusal([problem('call.missing-option', [], '--out DIR is missing')]);
  const target = resolve(context.cwd, out);
  const { files, paths } = await gather(given.operands.slice(1).map((name) => resolve(context.cwd, name)));
  const { importSumo } = await import('../../../importers/sumo');
  const imported = importSumo(files, sceneIdOf(target));
  if (!imported.ok) {
    throw new Refusal(imported.problems.map((each) => inFile([each], paths.get(String(each.path[0])) ?? undefined)[0]));
  }
  const { scene, report } = imported.value;
  for (const [name, text] of scene) await writeWhole(resolve(target, name), text);
  await writeWhole(resolve(target, 'import', 'report.json'), `${JSON.stringify(report, null, 1)}\n`);
  return {
    document: { ok: true, problems: imported.warnings, out: target, files: [...scene.keys()], report },
    text: wordsOf(report, [...scene.keys()], target),
  };
}

interface Gathered {
  readonly files: Map<string, string>;
  /** By the names that problems bear. */
  readonly paths: Map<string, string>;
}

/** The files given, in order; one that is a configuration brings those that it names. */
async function gather(given: readonly string[]): Promise<Gathered> {
  const files = new Map<string, string>();
  const paths = new Map<string, string>();
  const take = async (path: string): Promise<void> => {
    if ([...paths.values()].includes(path)) return;
    if (paths.size >= MOST_FILES) throw refuse('sumo.too-many-files', `expected at most ${MOST_FILES} files`);
    const plain = basename(path).replace(/\.gz$/i, '');
    let name = plain;
    for (let k = 2; files.has(name); k++) name = `${plain}.${k}`;
    const text = await readUnpacked(path);
    paths.set(name, path);
    files.set(name, text);
    if (!/cfg$/i.test(name)) return;
    const config = readConfig(name, text);
    if (!config.ok) throw new Refusal(inFile(config.problems, path));
    for (const each of [...config.value.netFiles, ...config.value.otherFiles]) {
      await take(await findNamed(resolve(dirname(path), each)));
    }
  };
  for (const path of given) await take(path);
  return { files, paths };
}

/** Configurations name files that lie packed beside them. */
async function findNamed(path: string): Promise<string> {
  const plain = await kindOfPath(path);
  if (plain.ok) return path;
  const packed = await kindOfPath(`${path}.gz`);
  return packed.ok ? `${path}.gz` : path;
}

async function readUnpacked(path: string): Promise<string> {
  const bytes = await readBytes(path, MOST_FILE_BYTES);
  if (!bytes.ok) throw new Refusal(inFile(bytes.problems, path));
  const isPacked = bytes.value[0] === 0x1f && bytes.value[1] === 0x8b;
  const text = decodeUtf8(isPacked ? unpack(bytes.value, path) : bytes.value);
  if (!text.ok) throw new Refusal(inFile(text.problems, path));
  return text.value;
}

function unpack(bytes: Uint8Array, path: string): Uint8Array {
  try {
    return gunzipSync(bytes, { maxOutputLength: MOST_FILE_BYTES });
  } catch (error) {
    const tooLarge = (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
    const what = tooLarge ? `unpacks to more than ${MOST_FILE_BYTES} bytes` : `is no sound gzip file: ${String(error)}`;
    throw refuse('file.gzip', what, path);
  }
}

function wordsOf(report: SumoImport['report'], files: readonly string[], target: string): string {
  const { figures, counts, entries } = report;
  const sample = new Map([...entries].reverse().map((entry) => [entry.code, entry]));
  const codes = Object.entries(counts).sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  const width = Math.max(0, ...codes.map(([code]) => code.length));
  const renamed = Object.values(report.renamed).reduce((sum, names) => sum + Object.keys(names).length, 0);
  return [
    `${files.length} files of a scene written to ${target}: ${files.join(', ')}`,
    `${figures.edges} edges with ${figures.laneKm} km of lanes, ${figures.junctions} junctions, ${figures.turns} turns, ${figures.signals} signals, ${figures.stops} stops, ${figures.loops} loops; ${figures.vehicles} vehicles of ${figures.vehicleTypes} types on ${figures.routes} routes, ${figures.flows} flows; ${renamed} names changed`,
    'Guessed, changed or left out (each by its element in import/report.json):',
    ...codes.map(([code, count]) => {
      const one = sample.get(code)!;
      return `  ${code.padEnd(width)} ${String(count).padStart(6)}  ${one.deed}; ${one.element}: ${one.message}`;
    }),
  ].join('\n');
}
