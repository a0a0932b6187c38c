/** A street with a bus line along it, and people who come to its stops. */
import type { Buses } from '../../../../sim/domains/traffic/buses/buses';
import { comeToStop } from '../../../../sim/domains/traffic/buses/passengers';
import { createLuck, ln, streamOf } from '../../../../sim/kernel';
import { type CompiledScene, compileScene, type Scene } from '../../../../sim/scene';
import { type Run, run, STEP_SECONDS } from '../simulate';
import { type SmallPlan, smallCity } from '../small-city';

export interface PlannedLine {
  readonly id?: string;
  /** Edges with a stop each, in order. */
  readonly edges: readonly string[];
  readonly headwaySeconds: number;
  readonly firstSeconds?: number;
  readonly lastSeconds?: number;
}

export const STOP_AT_M = 60;

/** A city with a stop on each edge that a line names, 60 m along its kerb lane. */
export function withLines(city: CompiledScene, lines: readonly PlannedLine[], depot?: number): CompiledScene {
  const roads = city.scene.roads!;
  const served = [...new Set(lines.flatMap(({ edges }) => edges))];
  const stops = served.map((edge) => ({
    id: `stop:${edge}`,
    name: { zh: edge, en: edge },
    lane: roads.edges.find(({ id }) => id === edge)!.lanes[0].id,
    atM: STOP_AT_M,
    lengthM: 15,
  }));
  const busLines = lines.map(({ id = 'line', edges, headwaySeconds, firstSeconds = 25_260, lastSeconds = 80_000 }) => ({
    id,
    name: { zh: id, en: id },
    stops: edges.map((edge) => `stop:${edge}`),
    headwaySeconds,
    firstSeconds,
    lastSeconds,
  }));
  const depots = [
    { id: 'depot', name: { zh: '场站', en: 'Depot' }, at: [0, 0], edge: served[0], kind: 'bus', vehicles: depot },
  ];
  const services = depot === undefined ? city.scene.services : { hospitals: [], fireStations: [], depots };
  return compileScene({ ...city.scene, services, roads: { ...roads, stops, busLines } } as unknown as Scene);
}

const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];

/** An avenue of so many edges of 400 m, and the ids of its edges from west to east. */
export function avenue(
  edges: number,
  options: Partial<SmallPlan> & { lanes?: number } = {},
): { city: CompiledScene; eastward: string[] } {
  const { lanes = 2, ...plan } = options;
  const path = names.slice(0, edges + 1);
  const nodes = Object.fromEntries(path.map((name, i) => [name, [400 * i, 0] as const]));
  const cross = Object.fromEntries(
    path.slice(1, -1).flatMap((name, i) => [
      [`${name}n`, [400 * (i + 1), 200] as const],
      [`${name}s`, [400 * (i + 1), -200] as const],
    ]),
  );
  const sides = Object.fromEntries(
    path.slice(1, -1).map((name) => [`side-${name}`, { path: [`${name}n`, name, `${name}s`], lanes: 1 }]),
  );
  const city = smallCity('avenue', {
    nodes: { ...nodes, ...cross },
    streets: { main: { path, class: 'arterial', lanes }, ...sides },
    ...plan,
  });
  return { city, eastward: path.slice(1).map((name, i) => `main:${path[i]}:${name}`) };
}

const GAP = streamOf('tests.passengers.gap');

/** Steps on while people come to a stop at random, so many an hour, for another one. */
export function runWithPassengers(
  of: Run,
  seconds: number,
  flows: readonly { from: string; to: string; perHour: number }[],
  look?: (of: Run) => void,
): Run {
  const { buses, settings } = of.state;
  const luck = createLuck(settings.seed);
  const slot = (edge: string) => of.scene.elements.stop.slotOf(`stop:${edge}`)!;
  const drawn = flows.map(() => 0);
  const next = flows.map(() => of.state.totals.elapsedSeconds);
  const gapS = (i: number) => (-3_600 / flows[i].perHour) * ln(1 - luck.uniform(GAP, drawn[i]++, i));
  flows.forEach((_, i) => {
    next[i] += gapS(i);
  });
  const untilS = of.state.totals.elapsedSeconds + seconds;
  while (of.state.totals.elapsedSeconds < untilS) {
    run(of, STEP_SECONDS, look);
    flows.forEach(({ from, to }, i) => {
      for (; next[i] <= of.state.totals.elapsedSeconds; next[i] += gapS(i)) {
        addPassenger(buses!, slot(from), slot(to), next[i]);
      }
    });
  }
  return of;
}

export function addPassenger(buses: Buses, from: number, to: number, atS: number, onAgain = -1, offLast = -1): void {
  buses.sums.due++;
  comeToStop(buses.passengers, from, to, onAgain, offLast, atS);
}

/** Passengers due = at stops + aboard + arrived + put down too soon; and the chains hold as many as are counted. */
export function checkPassengers({ state }: Run): void {
  const { passengers, runs, sums } = state.buses!;
  const { due, arrived, stranded } = sums;
  const { waiting, aboard } = passengers;
  if (due !== waiting + aboard + arrived + stranded)
    throw new Error(`${due} due, ${waiting} waiting, ${aboard} aboard, ${arrived} arrived, ${stranded} put down`);
  const lengthOf = (first: number) => {
    let count = 0;
    for (let who = first; who >= 0; who = passengers.next[who]) count++;
    return count;
  };
  const atStops = passengers.first.reduce((sum, first) => sum + lengthOf(first), 0);
  if (atStops !== waiting) throw new Error(`${atStops} in the chains of stops, ${waiting} counted`);
  let inBuses = 0;
  for (let at = 0; at < runs.state.length; at++) {
    const count = lengthOf(runs.firstAboard[at]);
    if (count !== runs.aboard[at]) throw new Error(`${count} in the chain of run ${at}, ${runs.aboard[at]} counted`);
    inBuses += count;
  }
  if (inBuses !== aboard) throw new Error(`${inBuses} in the chains of buses, ${aboard} counted`);
}

export interface SeenCall {
  readonly run: number;
  readonly key: number;
  readonly place: number;
  readonly atS: number;
  readonly standsS: number;
}

/** Notes every stop that is made: when a bus came to stand, and for how long it stood. */
export function watchCalls(): { calls: SeenCall[]; look: (of: Run) => void } {
  const calls: SeenCall[] = [];
  const open = new Map<number, { place: number; atS: number }>();
  const look = ({ state }: Run) => {
    const { runs } = state.buses!;
    const nowS = state.totals.elapsedSeconds;
    for (const [key, { place, atS }] of open) {
      const run = runs.key.findIndex((each, at) => each === key && runs.state[at] !== 0);
      if (run >= 0 && runs.stands[run] === 1 && runs.next[run] === place) continue;
      calls.push({ run, key, place, atS, standsS: nowS - atS });
      open.delete(key);
    }
    for (let run = 0; run < runs.state.length; run++) {
      if (runs.state[run] === 0 || runs.stands[run] === 0 || open.has(runs.key[run])) continue;
      open.set(runs.key[run], { place: runs.next[run], atS: nowS });
    }
  };
  return { calls, look };
}
