/** A file of EPANET's format as a scene: its water network, and nothing else of a city. */
import { fail, type Result, succeed } from '../../kernel';
import type { Manifest } from '../../scene';
import { sceneText } from '../scene-text';
import { Names } from './names';
import { placesOf } from './places';
import { readInp } from './read-inp';
import { ImportNotes, type ImportReport } from './report';
import { waterOfFile } from './water-of-file';

export interface EpanetImport {
  readonly scene: ReadonlyMap<string, string>;
  readonly report: ImportReport;
}

/** Beyond the outermost node. */
const MARGIN_M = 500;

export function importEpanet(file: string, text: string, sceneId: string): Result<EpanetImport> {
  const read = readInp(text);
  if (!read.ok) return fail(read.problems.map((each) => ({ ...each, path: [file, ...each.path] })));
  const inp = read.value;
  const notes = new ImportNotes();
  for (const { code, path, message } of read.warnings) notes.add('noted', code.replace(/^epanet\./, ''), path, message);
  const names = { nodes: new Names(), links: new Names() };
  const places = placesOf(inp, notes);
  const water = waterOfFile(inp, names, places, notes);
  for (const line of inp.controls)
    notes.add('not-carried', 'control', ['line', line, 'CONTROLS'], 'nothing is switched by it');
  for (const line of inp.rules) notes.add('not-carried', 'rule', ['line', line, 'RULES'], 'nothing is switched by it');
  for (const [section, line] of inp.others) {
    notes.add('not-carried', 'section', ['line', line, section], `what [${section}] says: scenes have no such thing`);
  }
  const title =
    inp.title
      .replace(/\p{Cc}/gu, ' ')
      .trim()
      .slice(0, 200) || sceneId;
  const points = water.nodes.map(({ at }) => at);
  const side = (axis: 0 | 1, pick: (a: number, b: number) => number) => points.map((at) => at[axis]).reduce(pick);
  const [least, most] = [Math.min, Math.max].map((pick) => (a: number, b: number) => pick(a, b));
  const manifest: Manifest = {
    format: 'cityloom-scene',
    version: 1,
    id: sceneId,
    name: { zh: title, en: title },
    origin: { latitudeDeg: 0, longitudeDeg: 0, heightM: 0, datum: 'WGS84' },
    timeZone: 'Etc/UTC',
    extent: {
      min: [side(0, least) - MARGIN_M, side(1, least) - MARGIN_M],
      max: [side(0, most) + MARGIN_M, side(1, most) + MARGIN_M],
    },
    illustrative: true,
    sources: [
      { id: 'file', title, licence: 'see the file', confidence: 'published', note: `read from ${file}` },
      {
        id: 'guesses',
        title: 'What the import guessed',
        licence: 'no facts',
        confidence: 'illustrative',
        note: 'Valves, roughness, points of pump curves, the map’s scale: import/report.json lists them by line.',
      },
    ],
    files: ['water.json'],
  };
  const figures = {
    nodes: water.nodes.length,
    pipes: water.pipes.length,
    pumps: water.pumps.length,
    reservoirs: water.reservoirs.length,
    tanks: water.tanks.length,
    controls: inp.controls.length,
    rules: inp.rules.length,
  };
  return succeed(
    {
      scene: new Map([
        ['scene.json', sceneText(manifest)],
        ['water.json', sceneText(water)],
      ]),
      report: notes.report(figures, { ...names.nodes.renamed, ...names.links.renamed }),
    },
    read.warnings,
  );
}
