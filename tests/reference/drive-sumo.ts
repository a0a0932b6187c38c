/** The same scene driven by SUMO itself, with its own outputs read. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readXml, type XmlElement } from '../../sim/importers/xml';
import { COUNTED_SECONDS, type DriveFigures, mean } from './drive-figures';
import { runSumo } from './run-sumo';

export interface SumoDrive {
  readonly seed: number;
  /** The network, then additional files, then routes. */
  readonly net: string;
  readonly additional: readonly string[];
  readonly routes: readonly string[];
  readonly words?: readonly string[];
}

/** Undefined where SUMO is not installed. */
export function driveSumo(files: ReadonlyMap<string, string>, drive: SumoDrive): DriveFigures | undefined {
  const before = performance.now();
  const folder = mkdtempSync(join(tmpdir(), 'cityloom-sumo-'));
  try {
    for (const [name, text] of files) writeFileSync(join(folder, name), text);
    const measures = `<additional><edgeData id="counts" file="edges.xml" begin="0" end="${COUNTED_SECONDS}"/></additional>`;
    writeFileSync(join(folder, 'measure.add.xml'), measures);
    const ended = runSumo(
      [
        ...['-n', drive.net, '-r', drive.routes.join(',')],
        ...['-a', [...drive.additional, 'measure.add.xml'].join(',')],
        ...['--seed', String(drive.seed), '--tripinfo-output', 'trips.xml', '--statistic-output', 'statistics.xml'],
        ...['--no-warnings', 'true', ...(drive.words ?? [])],
      ],
      folder,
    );
    if (ended === undefined) return undefined;
    const read = (name: string) => readFileSync(join(folder, name), 'utf8');
    return figuresOf(read('trips.xml'), read('edges.xml'), read('statistics.xml'), drive.seed, before);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function figuresOf(trips: string, edges: string, statistics: string, seed: number, before: number): DriveFigures {
  const arrived: Record<'arrival' | 'duration' | 'timeLoss' | 'waitingTime' | 'departDelay' | 'routeLength', number>[] =
    [];
  const arrivals = new Map<string, number>();
  each(trips, 'tripinfo', (element) => {
    const number = (name: string) => Number(element.get(name));
    if (number('arrival') < 0) return;
    arrivals.set(element.get('id')!, number('arrival'));
    arrived.push({
      arrival: number('arrival'),
      duration: number('duration'),
      timeLoss: number('timeLoss'),
      waitingTime: number('waitingTime'),
      departDelay: number('departDelay'),
      routeLength: number('routeLength'),
    });
  });
  const edgeCounts = new Map<string, number>();
  each(edges, 'edge', (element) =>
    edgeCounts.set(element.get('id')!, Number(element.get('entered') ?? 0) + Number(element.get('departed') ?? 0)),
  );
  let inserted = Number.NaN;
  let removed = Number.NaN;
  each(statistics, 'vehicles', (element) => {
    inserted = Number(element.get('inserted'));
  });
  each(statistics, 'teleports', (element) => {
    removed = Number(element.get('total'));
  });
  return {
    seed,
    inserted,
    arrived: arrived.length,
    removed,
    endSeconds: Math.max(...arrived.map(({ arrival }) => arrival)),
    durationSeconds: mean(arrived.map(({ duration }) => duration)),
    timeLossSeconds: mean(arrived.map(({ timeLoss }) => timeLoss)),
    waitingSeconds: mean(arrived.map(({ waitingTime }) => waitingTime)),
    departDelaySeconds: mean(arrived.map(({ departDelay }) => departDelay)),
    routeM: mean(arrived.map(({ routeLength }) => routeLength)),
    edgeCounts,
    arrivals,
    wallSeconds: (performance.now() - before) / 1000,
  };
}

function each(text: string, name: string, take: (element: XmlElement) => void): void {
  const read = readXml(text, {
    open(element) {
      if (element.name === name) take(element);
    },
  });
  if (!read.ok) throw new Error(read.problems[0].message);
}
