/**
 * Level of service of every junction and of every approach to one, each quarter of an hour as it is judged (Highway
 * Capacity Manual; levels/junction-levels.ts). A row for who had vehicles; an approach is named by its edge.
 */
import { type LevelTable, NO_LEVEL } from '../levels/junction-levels';
import { serviceLevels } from '../levels/service-level';
import type { TrafficState } from '../state';
import type { TrafficObserver } from './observer';
import { csvRow, type TextSink } from './text-sink';

export const junctionColumns = [
  'begin_seconds',
  'end_seconds',
  'of',
  'id',
  'vehicles',
  'control_delay_seconds',
  'level',
  'stops_per_vehicle',
  'volume_to_capacity',
  'queue_95_veh',
] as const;

export function writeJunctions(sink: TextSink): TrafficObserver {
  let leftSeconds = 0;
  return {
    start({ levels }) {
      leftSeconds = levels.counts.seconds;
      sink.write(csvRow(junctionColumns));
    },
    stepped(state, seconds) {
      const { counts } = state.levels;
      // The window has begun anew: the one before has been judged.
      if (counts.seconds < leftSeconds) writeWindow(sink, state, seconds);
      leftSeconds = counts.seconds;
    },
    end() {},
  };
}

function writeWindow(sink: TextSink, { scene, levels, network }: TrafficState, endSeconds: number): void {
  const { roads } = network;
  const beginSeconds = endSeconds - levels.counts.lastSeconds;
  const write = (of: string, id: string, table: LevelTable, row: number, queueVeh: number) => {
    if (table.vehicles[row] === 0) return;
    const level = table.level[row] === NO_LEVEL ? null : serviceLevels[table.level[row]];
    const saturation = table.saturation[row] > 0 ? table.saturation[row] : null;
    const figures = [table.vehicles[row], table.delaySeconds[row], level, table.stopsPerVehicle[row], saturation];
    sink.write(csvRow([beginSeconds, endSeconds, of, id, ...figures, queueVeh]));
  };
  const queueOf = new Float64Array(roads.junctionControl.length);
  const queueOn = new Float64Array(roads.edgeCount);
  for (let lane = 0; lane < roads.laneCount; lane++) {
    const edge = roads.laneEdge[lane];
    const junction = roads.edgeToJunction[edge];
    queueOn[edge] = Math.max(queueOn[edge], levels.queue95Veh[lane]);
    if (junction >= 0) queueOf[junction] = Math.max(queueOf[junction], levels.queue95Veh[lane]);
  }
  const { junctions, approaches } = levels.judged;
  for (let junction = 0; junction < queueOf.length; junction++) {
    write('junction', scene.elements.junction.ids[junction], junctions, junction, queueOf[junction]);
  }
  for (let edge = 0; edge < queueOn.length; edge++) {
    write('approach', scene.elements.edge.ids[edge], approaches, edge, queueOn[edge]);
  }
}
