import { basename, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { ImportReport } from '../../../importers/osm';
import { decodeUtf8, problem } from '../../../kernel';
import type { Arguments } from '../arguments';
import type { Answer, Context } from '../context';
import { readBytes } from '../read-file';
import { inFile, Refusal, refuse } from '../refusal';
import { writeWhole } from '../write-file';

/** A string of this engine holds some 500 million characters; what is larger wants a smaller extract. */
const MOST_FILE_BYTES = 400 * 1024 * 1024;

/** `import osm`: one extract to a scene folder, with all that was guessed in import/report.json. */
export async function performImportOsm(given: Arguments, context: Context): Promise<Answer> {
  const source = resolve(context.cwd, given.operands[1]);
  const out = given.text('out');
  if (out === undefined) throw new Refusal([problem('call.missing-option', [], '--out DIR is missing')]);
  const target = resolve(context.cwd, out);
  const datum = given.text('datum') ?? 'wgs84';
  if (datum !== 'wgs84' && datum !== 'gcj02') {
    throw refuse('call.bad-value', `--datum: met ${JSON.stringify(datum.slice(0, 80))}, expected wgs84 or gcj02`);
  }
  const text = await readExtract(source);
  const { importOsm } = await import('../../../importers/osm');
  const name = given.text('name');
  const imported = importOsm(text, { id: basename(target), datum, ...(name === undefined ? {} : { name }) });
  if (!imported.ok) throw new Refusal(inFile(imported.problems, source));
  const { files, report } = imported.value;
  for (const [file, content] of files) await writeWhole(resolve(target, file), content);
  await writeWhole(resolve(target, 'import', 'report.json'), `${JSON.stringify(report, null, 1)}\n`);
  return {
    document: { ok: true, problems: imported.warnings, out: target, files: [...files.keys()], report },
    text: wordsOf(report, [...files.keys()], target),
  };
}

async function readExtract(path: string): Promise<string> {
  const bytes = await readBytes(path, MOST_FILE_BYTES);
  if (!bytes.ok) throw new Refusal(inFile(bytes.problems, path));
  const plain = isGzip(bytes.value) ? unpack(bytes.value, path) : bytes.value;
  if (/\.pbf$/i.test(path) || isPbf(plain)) {
    throw refuse(
      'osm.pbf',
      'is OpenStreetMap PBF, which is not read: convert it to XML first, as with `osmium cat in.osm.pbf -o out.osm.gz`',
      path,
    );
  }
  const text = decodeUtf8(plain);
  if (!text.ok) throw new Refusal(inFile(text.problems, path));
  return text.value;
}

const isGzip = (bytes: Uint8Array) => bytes[0] === 0x1f && bytes[1] === 0x8b;

/** A PBF begins with the length of its first header and that header's type. */
function isPbf(bytes: Uint8Array): boolean {
  return String.fromCharCode(...bytes.subarray(6, 15)) === 'OSMHeader';
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

function wordsOf(report: ImportReport, files: readonly string[], target: string): string {
  const { figures, counts, entries } = report;
  const sample = new Map(entries.map((entry) => [entry.code, entry]));
  const codes = Object.entries(counts).sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  const width = Math.max(0, ...codes.map(([code]) => code.length));
  return [
    `${files.length} files of a scene written to ${target}: ${files.join(', ')}`,
    `${figures.edges} edges with ${figures.laneKm} km of lanes, ${figures.junctions} junctions (${figures.joinedJunctions} joined from several nodes), ${figures.signals} signals, ${figures.gates} gates, ${figures.buildings} buildings, ${figures.parcels} parcels; datum ${figures.datum}`,
    'Guessed, changed or left out (each by its element in import/report.json):',
    ...codes.map(([code, count]) => {
      const one = sample.get(code)!;
      return `  ${code.padEnd(width)} ${String(count).padStart(6)}  ${one.deed}; ${one.element}: ${one.message}`;
    }),
  ].join('\n');
}
