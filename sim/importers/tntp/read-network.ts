/** `<name>_net.tntp`: a link a row, from node to node by their numbers from 1. */
import { fail, type Result, succeed } from '../../kernel';
import { columnOrder, columns } from './columns';
import { type Metadata, readMetadata, withoutComment } from './metadata';
import { LineProblems } from './places';
import { readNumber, readWhole, shown } from './values';

export interface TntpNetwork {
  readonly zoneCount: number;
  readonly nodeCount: number;
  /** Nodes with smaller numbers may not be passed through. */
  readonly firstThroughNode: number;
  readonly linkCount: number;
  readonly initNode: Int32Array;
  readonly termNode: Int32Array;
  readonly capacity: Float64Array;
  readonly length: Float64Array;
  readonly freeFlowTime: Float64Array;
  readonly b: Float64Array;
  readonly power: Float64Array;
  readonly toll: Float64Array;
  /** The line that each link stands on. */
  readonly line: Int32Array;
  /** What a unit of toll and of length costs in units of time, where the file says so. */
  readonly tollFactor: number | undefined;
  readonly distanceFactor: number | undefined;
}

const FEWEST_COLUMNS = 7; // up to the power; speed, toll and type are not in every file
const MOST_NODES = 2_000_000;

export function readTntpNetwork(text: string): Result<TntpNetwork> {
  const problems = new LineProblems();
  const metadata = readMetadata(text, problems);
  if (problems.hasErrors) return fail(problems.list());
  const zoneCount = wanted(metadata, 'NUMBER OF ZONES', problems);
  const nodeCount = wanted(metadata, 'NUMBER OF NODES', problems);
  const linkCount = wanted(metadata, 'NUMBER OF LINKS', problems);
  let firstThroughNode = metadata.number('FIRST THRU NODE', 'whole');
  if (firstThroughNode === undefined && metadata.lineOf('FIRST THRU NODE') === 0) {
    firstThroughNode = 1;
    problems.remark('first-through-node', 0, 'FIRST THRU NODE', 'is not given; every node is taken as passable');
  }
  if (zoneCount > nodeCount && !problems.hasErrors) {
    problems.wrong('zones', metadata.lineOf('NUMBER OF ZONES'), 'NUMBER OF ZONES', `met ${zoneCount}, more than nodes`);
  }
  if (nodeCount > MOST_NODES) {
    const message = `met ${nodeCount}, expected at most ${MOST_NODES}`;
    problems.wrong('nodes', metadata.lineOf('NUMBER OF NODES'), 'NUMBER OF NODES', message);
  }
  if (problems.hasErrors) return fail(problems.list());

  const rows = readRows(metadata, nodeCount, problems);
  const count = rows.line.length;
  if (count !== linkCount && !problems.hasErrors) {
    const message = `met ${count} links below, expected the ${linkCount} that are declared`;
    problems.wrong('link-count', metadata.lineOf('NUMBER OF LINKS'), 'NUMBER OF LINKS', message);
  }
  const tollFactor = metadata.number('TOLL FACTOR');
  const distanceFactor = metadata.number('DISTANCE FACTOR');
  if (problems.hasErrors) return fail(problems.list());
  return succeed(
    {
      zoneCount,
      nodeCount,
      firstThroughNode: firstThroughNode ?? 1,
      linkCount: count,
      initNode: Int32Array.from(rows.values[0]),
      termNode: Int32Array.from(rows.values[1]),
      capacity: Float64Array.from(rows.values[2]),
      length: Float64Array.from(rows.values[3]),
      freeFlowTime: Float64Array.from(rows.values[4]),
      b: Float64Array.from(rows.values[5]),
      power: Float64Array.from(rows.values[6]),
      toll: Float64Array.from(rows.values[8]),
      line: Int32Array.from(rows.line),
      tollFactor,
      distanceFactor,
    },
    problems.list(),
  );
}

function wanted(metadata: Metadata, name: string, problems: LineProblems): number {
  if (metadata.lineOf(name) === 0) problems.wrong('metadata-missing', 0, name, 'is not given');
  return metadata.number(name, 'whole') ?? 0;
}

interface Rows {
  /** By column in the standard order. */
  readonly values: readonly number[][];
  readonly line: number[];
}

function readRows({ lines, bodyFrom }: Metadata, nodeCount: number, problems: LineProblems): Rows {
  const rows: Rows = { values: columns.map(() => []), line: [] };
  let order: readonly number[] | undefined;
  let shortRows = 0;
  let firstShort = 0;
  let longRows = 0;
  for (let i = bodyFrom; i < lines.length; i++) {
    if (rows.line.length === 0) order = columnOrder(lines[i]) ?? order;
    for (const row of withoutComment(lines[i]).split(';')) {
      const words = row.split(/[\s,]+/).filter((word) => word !== '');
      if (words.length === 0) continue;
      if (words.length < FEWEST_COLUMNS) {
        const message = `met ${words.length} columns in ${shown(row.trim())}, expected at least ${FEWEST_COLUMNS}`;
        problems.wrong('columns', i + 1, 'link', message);
        continue;
      }
      if (words.length < columns.length && shortRows++ === 0) firstShort = i + 1;
      if (words.length > columns.length && longRows++ === 0) {
        const message = `has ${words.length} columns; those after the ${columns.length}th have no meaning here`;
        problems.remark('extra-columns', i + 1, 'link', message);
      }
      readLink(words, order, i + 1, nodeCount, rows, problems);
    }
  }
  if (shortRows > 0) {
    const message = `is the first of ${shortRows} links without all of speed, toll and type; what is absent counts as 0`;
    problems.remark('short-rows', firstShort, 'link', message);
  }
  return rows;
}

function readLink(
  words: readonly string[],
  order: readonly number[] | undefined,
  line: number,
  nodeCount: number,
  rows: Rows,
  problems: LineProblems,
): void {
  const values: number[] = [];
  let sound = true;
  for (let c = 0; c < columns.length; c++) {
    const { name, kind } = columns[c];
    const word = words[order?.[c] ?? c];
    const value = word === undefined ? 0 : kind === 'node' ? readWhole(word) : readNumber(word);
    if (value === undefined) {
      problems.wrong('number', line, name, `met ${shown(word)}, expected a ${kind === 'node' ? 'node' : 'number'}`);
    } else if (kind === 'node' && !(value >= 1 && value <= nodeCount)) {
      problems.wrong('unknown-node', line, name, `met ${value}, expected a node from 1 to ${nodeCount}`);
    } else if (kind === 'from-zero' && value < 0) {
      problems.wrong('negative', line, name, `met ${value}, expected a number from 0`);
    }
    values.push(value ?? 0);
    if (value === undefined) sound = false;
  }
  const [from, to, capacity, , freeFlowTime, b, power] = values;
  if (sound && capacity === 0 && b > 0 && freeFlowTime > 0 && power > 0) {
    problems.wrong('capacity', line, 'capacity', 'met 0, expected more where the time rises with the flow');
  }
  if (sound && from === to) {
    problems.remark('loop', line, 'link', `leads from node ${from} to itself: nobody will use it`);
  }
  for (let c = 0; c < columns.length; c++) rows.values[c].push(values[c]);
  rows.line.push(line);
}
