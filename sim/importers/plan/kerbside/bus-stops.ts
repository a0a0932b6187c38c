import { fail, type Problem, problem, type Result, succeed } from '../../../kernel';
import type { RoadEdge, RoadsFile } from '../../../scene/schema/roads';
import { lengthOf } from '../../geometry/polyline';
import { byId } from '../streets/streets-to-roads';
import { busTurns, takesBuses, wayOf } from './bus-ways';
import type { TransitPlan } from './transit-plan';

type Stop = RoadsFile['stops'][number];

/** One standard bus of 12 m with a door's length to spare; those that come behind wait. */
const STOP_LENGTH_M = 15;
/** Behind a junction, where turning traffic is in its lane again; a bus held at the light holds up no one at the stop. */
const CLEAR_BEHIND_M = 25;
/** Before the stop line of the next junction: enough for one bus to leave its lane. */
const CLEAR_BEFORE_M = 30;

/** Lines with their stops: at the kerb, just beyond the node that names the place. Lines that pass share the stop. */
export function placeBusLines(plan: TransitPlan, roads: RoadsFile): Result<Pick<RoadsFile, 'stops' | 'busLines'>> {
  const problems: Problem[] = [];
  const onward = busTurns(roads);
  const nameOf = new Map(plan.places.map(({ node, name }) => [node, name]));
  const stops = new Map<string, Stop>();
  const busLines = plan.lines.map(({ legs, from: _, ...line }, k) => {
    const way = wayOf(plan.lines[k], roads, onward);
    if (!way.ok) {
      problems.push(...way.problems.map((one) => ({ ...one, path: ['lines', k, ...one.path] })));
      return { ...line, stops: [] };
    }
    const served = way.value.filter(({ edge, leg }) => legs[leg].stops?.includes(edge.from));
    if (served.length < 2) problems.push(problem('plan.few-stops', ['lines', k], 'expected two stops or more'));
    for (const { edge, leg } of served) {
      const stop = stopOn(edge, nameOf.get(edge.from)!);
      if (stop) stops.set(stop.id, stop);
      else problems.push(problem('plan.no-room', ['lines', k, 'legs', leg, 'stops'], `${edge.id} has no room to stop`));
    }
    return { ...line, stops: served.map(({ edge }) => stopId(edge)) };
  });
  return problems.length > 0 ? fail(problems) : succeed({ stops: byId([...stops.values()]), busLines: byId(busLines) });
}

const stopId = (edge: RoadEdge): string => `stop:${edge.id}`;

function stopOn(edge: RoadEdge, name: Stop['name']): Stop | undefined {
  const lane = edge.lanes.find(takesBuses)!;
  const atM = CLEAR_BEHIND_M + STOP_LENGTH_M;
  if (atM + CLEAR_BEFORE_M > lengthOf(lane.shape)) return undefined;
  return { id: stopId(edge), name, lane: lane.id, atM, lengthM: STOP_LENGTH_M };
}
