/** The figures of junctions, over the last whole quarter of an hour; before the first has passed there are none. */
import type { KpiName } from '../../../ports';
import type { TrafficState } from '../state';
import { NO_LEVEL } from './junction-levels';
import { serviceLevels } from './service-level';

const LEVEL_F = serviceLevels.indexOf('F');

export function measureLevels({ levels, network }: TrafficState, add: (kpi: KpiName, value: number) => void): void {
  if (levels.counts.lastSeconds === 0) return;
  const { junctions, approaches } = levels.judged;
  let vehicles = 0;
  let delaySeconds = 0;
  let stops = 0;
  let atF = 0;
  for (let junction = 0; junction < junctions.level.length; junction++) {
    vehicles += junctions.vehicles[junction];
    delaySeconds += junctions.delaySeconds[junction] * junctions.vehicles[junction];
    stops += junctions.stopsPerVehicle[junction] * junctions.vehicles[junction];
    if (junctions.level[junction] === LEVEL_F && junctions.level[junction] !== NO_LEVEL) atF++;
  }
  let over = 0;
  for (let edge = 0; edge < approaches.saturation.length; edge++) if (approaches.saturation[edge] > 1) over++;
  let longestVeh = 0;
  for (let lane = 0; lane < network.roads.laneCount; lane++) {
    longestVeh = Math.max(longestVeh, levels.queue95Veh[lane]);
  }
  const each = vehicles > 0 ? 1 / vehicles : 0;
  add('traffic.control-delay', delaySeconds * each);
  add('traffic.stops', stops * each);
  add('traffic.junctions-at-f', atF);
  add('traffic.approaches-over-capacity', over);
  add('traffic.queue-95', longestVeh);
}
