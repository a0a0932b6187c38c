/** `<name>_trips.tntp`: 'Origin 1', then 'destination : trips;' as often as it takes, over lines as they come. */
import { fail, type Result, succeed } from '../../kernel';
import { type Metadata, readMetadata, withoutComment } from './metadata';
import { LineProblems } from './places';
import { readNumber, readWhole, shown } from './values';

export interface TntpTrips {
  readonly zoneCount: number;
  /** Pairs with trips, zones by their numbers from 1; those within one zone too. */
  readonly origin: Int32Array;
  readonly destination: Int32Array;
  readonly trips: Float64Array;
  readonly total: number;
}

/** Totals in these files are rounded, and sums of 100,000 rounded entries more so. */
const TOTAL_TOLERANCE = 1e-5;

export function readTntpTrips(text: string): Result<TntpTrips> {
  const problems = new LineProblems();
  const metadata = readMetadata(text, problems);
  if (problems.hasErrors) return fail(problems.list());
  const zoneCount = metadata.number('NUMBER OF ZONES', 'whole');
  if (metadata.lineOf('NUMBER OF ZONES') === 0) {
    problems.wrong('metadata-missing', 0, 'NUMBER OF ZONES', 'is not given');
  }
  const declared = metadata.number('TOTAL OD FLOW');
  const table = readTable(metadata, zoneCount ?? 0, problems);
  if (problems.hasErrors) return fail(problems.list());
  let total = 0;
  for (const trips of table.trips) total += trips;
  if (declared !== undefined && Math.abs(total - declared) > TOTAL_TOLERANCE * Math.max(total, declared)) {
    const message = `met ${declared}, but the trips below add up to ${total}`;
    problems.remark('total', metadata.lineOf('TOTAL OD FLOW'), 'TOTAL OD FLOW', message);
  }
  return succeed(
    {
      zoneCount: zoneCount ?? 0,
      origin: Int32Array.from(table.origin),
      destination: Int32Array.from(table.destination),
      trips: Float64Array.from(table.trips),
      total,
    },
    problems.list(),
  );
}

interface Table {
  readonly origin: number[];
  readonly destination: number[];
  readonly trips: number[];
}

function readTable({ lines, bodyFrom }: Metadata, zoneCount: number, problems: LineProblems): Table {
  const table: Table = { origin: [], destination: [], trips: [] };
  /** By pair: its line. */
  const known = new Map<number, number>();
  let origin = 0;
  /** What has been read of an entry: nothing, 'Origin', its destination, and that with its colon. */
  let state: 'between' | 'origin' | 'destination' | 'trips' = 'between';
  let destination: number | undefined;

  const zone = (word: string, line: number, what: string): number | undefined => {
    const value = readWhole(word);
    if (value !== undefined && value >= 1 && value <= zoneCount) return value;
    const code = value === undefined ? 'number' : 'unknown-zone';
    problems.wrong(code, line, what, `met ${shown(word)}, expected a zone from 1 to ${zoneCount}`);
    return undefined;
  };
  const take = (word: string, line: number) => {
    const trips = readNumber(word);
    if (trips === undefined) problems.wrong('number', line, 'trips', `met ${shown(word)}, expected a number`);
    else if (trips < 0) problems.wrong('negative', line, 'trips', `met ${trips}, expected a number from 0`);
    else if (origin === 0) problems.wrong('no-origin', line, 'trips', 'stand before any Origin');
    else if (origin > 0 && destination !== undefined && trips > 0) {
      const key = origin * (zoneCount + 1) + destination;
      const before = known.get(key);
      if (before !== undefined) {
        const message = `from ${origin} to ${destination} stand on line ${before} already`;
        problems.wrong('pair-twice', line, 'trips', message);
      }
      known.set(key, line);
      table.origin.push(origin);
      table.destination.push(destination);
      table.trips.push(trips);
    }
  };

  for (let i = bodyFrom; i < lines.length; i++) {
    const line = i + 1;
    for (const [word] of withoutComment(lines[i]).matchAll(/[:;]|[^\s:;]+/g)) {
      if (state === 'origin') {
        // −1: of a zone that is none; its entries are still looked at.
        origin = zone(word, line, 'Origin') ?? -1;
        state = 'between';
      } else if (state === 'destination') {
        if (word === ':') state = 'trips';
        else {
          problems.wrong('entry', line, 'trips', `met ${shown(word)}, expected ':' after a destination`);
          state = 'between';
        }
      } else if (state === 'trips') {
        take(word, line);
        state = 'between';
      } else if (/^origin$/i.test(word)) state = 'origin';
      else if (word !== ';') {
        destination = zone(word, line, 'destination');
        state = 'destination';
      }
    }
  }
  if (state !== 'between') problems.wrong('cut-off', lines.length, 'trips', 'the file ends within an entry');
  return table;
}
