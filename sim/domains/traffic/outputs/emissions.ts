/** What was burnt, drawn and emitted on every edge (turns count to the edge they leave), by interval; edges that nobody drove are left out. */
import { CELLS_J, CO2_G, DISTANCE_M, FUEL_J, NOX_G, PARTICLES_G, SUM_COLUMNS, VOC_G } from '../emissions/sums';
import type { TrafficState } from '../state';
import type { TrafficObserver } from './observer';
import { csvRow, type TextSink } from './text-sink';

export const emissionColumns = [
  'begin_seconds',
  'end_seconds',
  'edge',
  'distance_m',
  'fuel_j',
  'electric_j',
  'co2_g',
  'nox_g',
  'voc_g',
  'particles_g',
] as const;

const sums = [DISTANCE_M, FUEL_J, CELLS_J, CO2_G, NOX_G, VOC_G, PARTICLES_G];
const ROUNDING_S = 1e-9;

export function writeEmissions(sink: TextSink, intervalSeconds: number): TrafficObserver {
  let before = new Float64Array(0);
  let beginSeconds = 0;
  const close = ({ scene, energy }: TrafficState, endSeconds: number) => {
    const { byEdge } = energy.sums;
    for (let edge = 0; edge < scene.roads.edgeCount; edge++) {
      const at = edge * SUM_COLUMNS;
      if (byEdge[at + DISTANCE_M] === before[at + DISTANCE_M] && byEdge[at + FUEL_J] === before[at + FUEL_J]) continue;
      const figures = sums.map((column) => byEdge[at + column] - before[at + column]);
      sink.write(csvRow([beginSeconds, endSeconds, scene.elements.edge.ids[edge], ...figures]));
    }
    before = byEdge.slice();
    beginSeconds = endSeconds;
  };
  return {
    start({ energy }, seconds) {
      before = energy.sums.byEdge.slice();
      beginSeconds = seconds;
      sink.write(csvRow(emissionColumns));
    },
    stepped(state, seconds) {
      if (seconds >= beginSeconds + intervalSeconds - ROUNDING_S) close(state, seconds);
    },
    end(state, seconds) {
      if (seconds > beginSeconds) close(state, seconds);
    },
  };
}
