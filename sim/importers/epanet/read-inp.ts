/** Strictly: what the engine would refuse, and what it would silently take for something else, is a problem by line. */
import { fail, type Result, succeed } from '../../kernel';
import { checkReferences } from './check-references';
import type { InpFile, Junction, Options, Pipe, Pump, Reservoir, Tank, Valve } from './inp-file';
import { Complaints, type Line, readLines, type Section } from './lines';
import { readJunction, readPipe, readPump, readReservoir, readTank, readValve } from './read-elements';
import { defaultOptions, readOption, readTime } from './read-options';
import { Row } from './row';

/** What is being gathered. */
export interface Draft {
  title: string[];
  readonly junctions: Junction[];
  readonly reservoirs: Reservoir[];
  readonly tanks: Tank[];
  readonly pipes: Pipe[];
  readonly pumps: Pump[];
  readonly valves: Valve[];
  /** Every node, and every link, by its name: names are shared by all kinds of either. */
  readonly nodeOf: Map<string, Junction | Reservoir | Tank>;
  readonly linkOf: Map<string, Pipe | Pump | Valve>;
  readonly patterns: Map<string, number[]>;
  readonly curves: Map<string, (readonly [number, number])[]>;
  readonly coordinates: Map<string, readonly [number, number]>;
  readonly vertices: Map<string, (readonly [number, number])[]>;
  readonly controls: number[];
  readonly rules: number[];
  readonly options: Options;
  readonly others: Map<string, number>;
  /** Lines that name what may stand further down. */
  readonly later: Line[];
}

const elements: Readonly<Partial<Record<Section, (row: Row, draft: Draft) => void>>> = {
  JUNCTIONS: readJunction,
  RESERVOIRS: readReservoir,
  TANKS: readTank,
  PIPES: readPipe,
  PUMPS: readPump,
  VALVES: readValve,
  OPTIONS: (row, { options }) => readOption(row, options),
  TIMES: (row) => readTime(row),
  PATTERNS: readPattern,
  CURVES: readCurve,
};

/** Of no say in where water goes. */
const besides: ReadonlySet<Section> = new Set(['QUALITY', 'SOURCES', 'REACTIONS', 'MIXING', 'ENERGY', 'LEAKAGE']);
const silent: ReadonlySet<Section> = new Set(['REPORT', 'LABELS', 'BACKDROP', 'TAGS']);

export function readInp(text: string): Result<InpFile> {
  const complaints = new Complaints();
  const draft: Draft = {
    title: [],
    junctions: [],
    reservoirs: [],
    tanks: [],
    pipes: [],
    pumps: [],
    valves: [],
    nodeOf: new Map(),
    linkOf: new Map(),
    patterns: new Map(),
    curves: new Map(),
    coordinates: new Map(),
    vertices: new Map(),
    controls: [],
    rules: [],
    options: defaultOptions(),
    others: new Map(),
    later: [],
  };
  for (const line of readLines(text, complaints)) {
    const { section, words, number } = line;
    const read = elements[section];
    if (section === 'TITLE') draft.title.push(words[0]);
    else if (read) read(new Row(line, complaints), draft);
    else if (besides.has(section)) {
      if (!draft.others.has(section)) draft.others.set(section, number);
    } else if (!silent.has(section)) draft.later.push(line);
  }
  checkReferences(draft, complaints);
  if (draft.nodeOf.size === 0) complaints.ofFile('no-nodes', 'expected at least two nodes, found none');
  else if (draft.reservoirs.length + draft.tanks.length === 0) {
    complaints.ofFile('no-source', 'expected at least one tank or reservoir, found none');
  }
  if (complaints.errors.length > 0) return fail(complaints.errors);
  const { later: _, nodeOf: __, linkOf: ___, title, ...rest } = draft;
  return succeed({ ...rest, title: title.filter((each) => each !== '').join(' ') }, complaints.warnings);
}

function readPattern(row: Row, { patterns }: Draft): void {
  const id = row.word(0)!;
  const of = patterns.get(id) ?? [];
  patterns.set(id, of);
  for (let at = 1; at < row.count; at++) of.push(row.number(at, 'multiplier'));
}

function readCurve(row: Row, { curves }: Draft): void {
  if (!row.expectCount(3, 'a name, an x and a y')) return;
  const id = row.word(0)!;
  const of = curves.get(id) ?? [];
  curves.set(id, of);
  for (let at = 1; at + 1 < row.count; at += 2) {
    const x = row.number(at, 'x');
    if (of.length > 0 && x <= of[of.length - 1][0]) {
      row.error('curve-order', `met x = ${x} after ${of[of.length - 1][0]}, expected it to rise`, 'x');
    }
    of.push([x, row.number(at + 1, 'y')]);
  }
}
