import { contains, isSimple, signedArea } from '../../../sim/importers/geometry/polygon';
import { crossings, distanceToLine, lengthOf } from '../../../sim/importers/geometry/polyline';
import { direction, distance, dot, type Point } from '../../../sim/importers/geometry/vector';
import type { Junction, RoadEdge, RoadLane, RoadsFile, Turn } from '../../../sim/scene/schema/roads';

const TWO_DEGREES_COSINE = 0.99939;
const SHORTEST_LANE_M = 5;

/** What has to hold of any roads made from a plan; each broken law as a sentence. */
export function brokenLaws(roads: RoadsFile): string[] {
  const city = indexOf(roads);
  return [
    ...turnsTouchTheirLanes(roads, city),
    ...lanesLeadOn(roads, city),
    ...lanesAreLong(roads),
    ...outlinesAreSound(roads),
    ...turnsStayOnPavement(roads),
    ...signalsAreWhole(roads),
    ...protectedGreensNeverCross(roads, city),
    ...peopleCrossInSafety(roads, city),
  ];
}

interface City {
  readonly lanes: ReadonlyMap<string, { edge: RoadEdge; lane: RoadLane }>;
}

export function indexOf(roads: RoadsFile): City {
  const lanes = new Map<string, { edge: RoadEdge; lane: RoadLane }>();
  for (const edge of roads.edges) for (const lane of edge.lanes) lanes.set(lane.id, { edge, lane });
  return { lanes };
}

const lastOf = (line: readonly Point[]): Point => line[line.length - 1];
const headingIn = (line: readonly Point[]): Point => direction(line[line.length - 2], lastOf(line));
const headingOut = (line: readonly Point[]): Point => direction(line[0], line[1]);

function turnsTouchTheirLanes(roads: RoadsFile, city: City): string[] {
  const broken: string[] = [];
  for (const { turns, node } of roads.junctions) {
    for (const turn of turns) {
      const from = city.lanes.get(turn.fromLane)!;
      const to = city.lanes.get(turn.toLane)!;
      if (from.edge.to !== node || to.edge.from !== node) broken.push(`${turn.id} joins edges of another node`);
      if (distance(lastOf(from.lane.shape), turn.shape[0]) > 0.02) broken.push(`${turn.id} starts off its lane`);
      if (distance(to.lane.shape[0], lastOf(turn.shape)) > 0.02) broken.push(`${turn.id} ends off its lane`);
      if (dot(headingIn(from.lane.shape), headingOut(turn.shape)) < TWO_DEGREES_COSINE) {
        broken.push(`${turn.id} leaves its lane at an angle`);
      }
      if (dot(headingOut(to.lane.shape), headingIn(turn.shape)) < TWO_DEGREES_COSINE) {
        broken.push(`${turn.id} meets its lane at an angle`);
      }
    }
  }
  return broken;
}

/** Every lane has a turn, or its road runs out of the plan. */
function lanesLeadOn(roads: RoadsFile, city: City): string[] {
  const begun = new Set(roads.edges.map(({ from }) => from));
  const served = new Set(roads.junctions.flatMap(({ turns }) => turns.map(({ fromLane }) => fromLane)));
  return [...city.lanes.values()]
    .filter(({ edge, lane }) => begun.has(edge.to) && !served.has(lane.id))
    .map(({ lane }) => `${lane.id} leads nowhere`);
}

function lanesAreLong(roads: RoadsFile): string[] {
  const lanes = roads.edges.flatMap((edge) => edge.lanes);
  return lanes.filter(({ shape }) => lengthOf(shape) < SHORTEST_LANE_M).map(({ id }) => `${id} is too short`);
}

function outlinesAreSound(roads: RoadsFile): string[] {
  const broken: string[] = [];
  for (const { id, outline } of roads.junctions) {
    if (!isSimple(outline)) broken.push(`the outline of ${id} crosses itself`);
    if (signedArea(outline) <= 0) broken.push(`the outline of ${id} runs clockwise`);
  }
  return broken;
}

/** A turn's curve is the middle of a vehicle: it stays within the outline, but for the ends that touch its border. */
function turnsStayOnPavement(roads: RoadsFile): string[] {
  const broken: string[] = [];
  for (const { outline, turns } of roads.junctions) {
    const border = [...outline, outline[0]];
    for (const turn of turns) {
      const outside = turn.shape.some((at) => !contains(outline, at) && distanceToLine(at, border) > 0.3);
      if (outside) broken.push(`${turn.id} leaves the pavement`);
    }
  }
  return broken;
}

function signalsAreWhole(roads: RoadsFile): string[] {
  const broken: string[] = [];
  const junctions = new Map(roads.junctions.map((junction) => [junction.id, junction]));
  for (const signal of roads.signals) {
    const { turns, crossings: walks = [] } = junctions.get(signal.junction)!;
    const cycle = signal.phases.reduce((sum, { seconds }) => sum + seconds, 0);
    if (signal.offsetSeconds >= cycle) broken.push(`${signal.id} has an offset beyond its cycle`);
    if (signal.phases.some(({ state }) => state.length !== turns.length + walks.length)) {
      broken.push(`${signal.id} has a state of the wrong length`);
    }
    for (const { id, signalIndex } of [...turns, ...walks]) {
      const letters = signal.phases.map(({ state }) => state[signalIndex!]);
      if (!letters.some((letter) => letter === 'G' || letter === 'g')) broken.push(`${id} is never green`);
    }
    for (const { id, signalIndex } of turns) {
      signal.phases.forEach(({ state, seconds }, p) => {
        const next = signal.phases[(p + 1) % signal.phases.length].state[signalIndex!];
        const now = state[signalIndex!];
        if ((now === 'G' || now === 'g') && next === 'r') broken.push(`${id} turns red without yellow`);
        if (now === 'y' && seconds < 3) broken.push(`${id} has too short a yellow`);
      });
    }
  }
  return broken;
}

export function pathsMeet(a: Turn, b: Turn, city: City): boolean {
  const sameWayIn = city.lanes.get(a.fromLane)!.edge === city.lanes.get(b.fromLane)!.edge;
  if (sameWayIn) return false;
  return a.toLane === b.toLane || crossings(a.shape, b.shape).length > 0;
}

function protectedGreensNeverCross(roads: RoadsFile, city: City): string[] {
  return everyGreen(roads, (junction, state, broken) => {
    const green = junction.turns.filter(({ signalIndex }) => state[signalIndex!] === 'G');
    for (let i = 0; i < green.length; i++) {
      for (let j = i + 1; j < green.length; j++) {
        if (pathsMeet(green[i], green[j], city)) broken.push(`${green[i].id} and ${green[j].id} are green at once`);
      }
    }
  });
}

function peopleCrossInSafety(roads: RoadsFile, city: City): string[] {
  return everyGreen(roads, (junction, state, broken) => {
    for (const walk of junction.crossings ?? []) {
      if (state[walk.signalIndex!] !== 'G') continue;
      for (const turn of junction.turns) {
        const letter = state[turn.signalIndex!];
        const from = city.lanes.get(turn.fromLane)!.edge;
        const to = city.lanes.get(turn.toLane)!.edge;
        const comesOut = from.id === walk.edge || from.opposite === walk.edge;
        const goesIn = to.id === walk.edge || to.opposite === walk.edge;
        if (comesOut && letter !== 'r') broken.push(`${turn.id} comes out while people walk on ${walk.id}`);
        if (goesIn && letter === 'G') broken.push(`${turn.id} goes in while people walk on ${walk.id}`);
      }
    }
  });
}

function everyGreen(roads: RoadsFile, check: (junction: Junction, state: string, broken: string[]) => void): string[] {
  const broken: string[] = [];
  const junctions = new Map(roads.junctions.map((junction) => [junction.id, junction]));
  for (const { junction, phases } of roads.signals) {
    for (const { state } of phases) check(junctions.get(junction)!, state, broken);
  }
  return broken;
}
