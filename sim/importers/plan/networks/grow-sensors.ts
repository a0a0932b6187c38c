import type { SensorsFile } from '../../../scene/schema/city';
import type { DrainageFile } from '../../../scene/schema/pipes';
import { lengthOf, pointAt } from '../../geometry/polyline';
import type { Point } from '../../geometry/vector';
import type { CityGround } from './city-ground';
import { toDecimetre } from './street-lanes';

const LOOP_SECONDS = 20;
const LEVEL_SECONDS = 60;

/** A loop before every stop line that obeys a signal, a gauge at every outfall, and the stations that a plan names. */
export function growSensors(
  { plan, roads }: CityGround,
  drainage: DrainageFile,
  cellNear: (at: Point) => string,
): SensorsFile {
  const sensors: SensorsFile['sensors'] = [];
  const signalled = new Set(roads.signals.map((signal) => signal.junction));
  const nodes = new Set(roads.junctions.filter((one) => signalled.has(one.id)).map((one) => one.node));
  for (const edge of roads.edges) {
    if (!nodes.has(edge.to)) continue;
    const line = edge.lanes[edge.lanes.length - 1].shape;
    const lengthM = lengthOf(line);
    const at = toDecimetre(pointAt(line, Math.max(lengthM / 2, lengthM - plan.sensors.loopBeforeStopLineM)));
    sensors.push({
      id: `loop:${edge.id}`,
      kind: 'loop',
      at,
      element: edge.id,
      intervalSeconds: LOOP_SECONDS,
      telecom: cellNear(at),
    });
  }
  for (const outfall of drainage.outfalls) {
    const node = drainage.nodes.find((one) => one.id === outfall.node)!;
    sensors.push({
      id: `level:${outfall.id}`,
      kind: 'water-level',
      at: node.at,
      element: outfall.id,
      intervalSeconds: LEVEL_SECONDS,
      telecom: cellNear(node.at),
    });
  }
  for (const station of plan.sensors.stations) sensors.push({ ...station, telecom: cellNear(station.at) });
  return { sensors };
}
