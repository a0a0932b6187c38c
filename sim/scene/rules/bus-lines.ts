import type { ProblemList } from '../problem-list';
import type { RoadLane } from '../schema/roads';
import { present, type SoundScene } from './sound-entries';

/** More of a line in a day is a mistake in its headway. */
const MOST_RUNS = 10_000;

type Path = readonly (string | number)[];

const takesBuses = ({ allows }: RoadLane): boolean => allows === undefined || allows.includes('bus');

/** A bus can stand where its line stops and drive from each stop to the next, and its hours run forwards. */
export function checkBusLines({ roads }: SoundScene, list: ProblemList): void {
  if (roads?.edges === undefined || roads.junctions === undefined) return;
  if (roads.stops === undefined || roads.busLines === undefined) return;
  // Every edge and junction has to be sound before anyone can say that no way leads on.
  if (roads.edges.includes(undefined) || roads.junctions.includes(undefined) || roads.stops.includes(undefined)) return;
  const edgeOfLane = new Map<string, string>();
  for (const [edge] of present(roads.edges)) {
    if (edge.planned === true) continue;
    for (const lane of edge.lanes) if (takesBuses(lane)) edgeOfLane.set(lane.id, edge.id);
  }
  const onward = new Map<string, Set<string>>();
  for (const [{ turns }] of present(roads.junctions)) {
    for (const { fromLane, toLane } of turns) {
      const [from, to] = [edgeOfLane.get(fromLane), edgeOfLane.get(toLane)];
      if (from === undefined || to === undefined) continue;
      if (!onward.has(from)) onward.set(from, new Set());
      onward.get(from)!.add(to);
    }
  }
  const lanes = new Set([...present(roads.edges)].flatMap(([edge]) => edge.lanes.map(({ id }) => id as string)));
  const stops = new Map([...present(roads.stops)].map(([stop]) => [stop.id as string, stop]));
  for (const [line, i] of present(roads.busLines)) {
    const path: Path = ['roads.json', 'busLines', i];
    checkHours(line, path, list);
    line.stops.forEach((id, k) => {
      const stop = stops.get(id);
      if (stop === undefined || !lanes.has(stop.lane)) return; // said by whoever checks references
      const here = edgeOfLane.get(stop.lane);
      if (here === undefined) {
        list.error(
          'scene.no-bus-lane',
          [...path, 'stops', k],
          `expected a stop on a lane that takes buses, found "${id}"`,
        );
        return;
      }
      const next = k + 1 < line.stops.length ? stops.get(line.stops[k + 1]) : undefined;
      const there = next === undefined ? undefined : edgeOfLane.get(next.lane);
      if (next === undefined || there === undefined) return;
      if ((there === here && next.atM > stop.atM) || leads(onward, here, there)) return;
      const message = `expected a way for buses from "${id}" to the next stop, "${next.id}"`;
      list.error('scene.no-bus-way', [...path, 'stops', k + 1], message);
    });
  }
}

interface Hours {
  readonly headwaySeconds: number;
  readonly firstSeconds: number;
  readonly lastSeconds: number;
}

function checkHours({ headwaySeconds, firstSeconds, lastSeconds }: Hours, path: Path, list: ProblemList): void {
  if (lastSeconds < firstSeconds) {
    const message = `expected ${firstSeconds} or more, the first run's time; found ${lastSeconds}`;
    list.error('scene.backward-hours', [...path, 'lastSeconds'], message);
  } else if ((lastSeconds - firstSeconds) / headwaySeconds > MOST_RUNS) {
    const message = `expected at most ${MOST_RUNS} runs a day, found ${Math.floor((lastSeconds - firstSeconds) / headwaySeconds)}`;
    list.error('scene.too-many-runs', [...path, 'headwaySeconds'], message);
  }
}

function leads(onward: ReadonlyMap<string, ReadonlySet<string>>, from: string, to: string): boolean {
  const done = new Set<string>();
  const open = [from];
  while (open.length > 0) {
    for (const next of onward.get(open.pop()!) ?? []) {
      if (next === to) return true;
      if (done.has(next)) continue;
      done.add(next);
      open.push(next);
    }
  }
  return false;
}
