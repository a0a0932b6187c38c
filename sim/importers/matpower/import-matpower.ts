/** A case as a scene: its electrical network in full, and nothing else of a city. */
import { fail, type Result, succeed } from '../../kernel';
import type { Manifest } from '../../scene';
import { sceneText } from '../scene-text';
import { BRANCH, BUS } from './case';
import { electricityOfCase } from './electricity-of-case';
import { layOut } from './layout';
import { readCase } from './read-case';
import { ImportNotes, type ImportReport } from './report';

export interface MatpowerImport {
  readonly scene: ReadonlyMap<string, string>;
  readonly report: ImportReport;
}

/** Beyond the outermost bus. */
const MARGIN_M = 500;

export function importMatpower(file: string, text: string, sceneId: string): Result<MatpowerImport> {
  const read = readCase(text);
  if (!read.ok) return fail(read.problems.map((each) => ({ ...each, path: [file, ...each.path] })));
  const { name, bus, branch, gen } = read.value;
  const notes = new ImportNotes();
  for (const { code, path, message } of read.warnings)
    notes.add('noted', code.replace(/^matpower\./, ''), path, message);
  const rowOf = new Map(bus.map((row, i) => [row[BUS.id], i]));
  const ends = (column: number) => branch.map((row) => rowOf.get(row[column])!);
  const places = layOut(bus.length, ends(BRANCH.from), ends(BRANCH.to));
  notes.add('guessed', 'places', ['bus'], 'the format has no places: a drawing by breadth, lengths of lines by it');
  const electricity = electricityOfCase(read.value, places, notes);
  const side = (axis: 0 | 1, by: (a: number, b: number) => number) => places.map((at) => at[axis]).reduce(by);
  const least = (a: number, b: number) => Math.min(a, b);
  const most = (a: number, b: number) => Math.max(a, b);
  const manifest: Manifest = {
    format: 'cityloom-scene',
    version: 1,
    id: sceneId,
    name: { zh: name, en: name },
    origin: { latitudeDeg: 0, longitudeDeg: 0, heightM: 0, datum: 'WGS84' },
    timeZone: 'Etc/UTC',
    extent: {
      min: [side(0, least) - MARGIN_M, side(1, least) - MARGIN_M],
      max: [side(0, most) + MARGIN_M, side(1, most) + MARGIN_M],
    },
    illustrative: true,
    sources: [
      { id: 'case', title: name, licence: 'see the case file', confidence: 'published', note: `read from ${file}` },
      {
        id: 'guesses',
        title: 'What the import guessed',
        licence: 'no facts',
        confidence: 'illustrative',
        note: 'Places and lengths, ratings and voltages that are not given: import/report.json lists them by table and row.',
      },
    ],
    files: ['electricity.json'],
  };
  const figures = {
    buses: electricity.buses.length,
    branches: electricity.branches.length,
    transformers: electricity.transformers.length,
    supplies: electricity.supplies.length,
    generators: electricity.generators.length,
    rowsOfBus: bus.length,
    rowsOfBranch: branch.length,
    rowsOfGen: gen.length,
  };
  return succeed(
    {
      scene: new Map([
        ['scene.json', sceneText(manifest)],
        ['electricity.json', sceneText(electricity)],
      ]),
      report: notes.report(figures),
    },
    read.warnings,
  );
}
