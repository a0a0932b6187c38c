/** The traffic's part of the picture; the rows' meaning is the contract between this file and the view. */
import { emptyVehicle, type FrameSection, packVehicle, type SectionSpec, VEHICLE_WORDS } from '../../ports';
import type { CompiledScene } from '../../scene/compiled';
import { networkOf } from './network';
import type { TrafficState } from './state';

const EDGE_STRIDE = 2;
const BRAKES_MPS2 = -0.6;
const STANDS_MPS = 0.1;

export function trafficSections(scene: CompiledScene): readonly SectionSpec[] {
  const { vehicleCapacity, roads } = networkOf(scene);
  return [
    { name: 'traffic.vehicles', type: 'u32', stride: VEHICLE_WORDS, capacity: vehicleCapacity },
    { name: 'traffic.signals', type: 'u8', stride: 1, capacity: roads.turnCount },
    { name: 'traffic.edges', type: 'f32', stride: EDGE_STRIDE, capacity: roads.edgeCount },
  ];
}

export function writeTrafficFrame(state: TrafficState, sections: readonly FrameSection[]): void {
  for (const section of sections) {
    if (section.spec.name === 'traffic.vehicles') writeVehicles(state, section);
    else if (section.spec.name === 'traffic.signals') writeSignals(state, section);
    else if (section.spec.name === 'traffic.edges') writeEdges(state, section);
  }
}

const written = emptyVehicle();

/** A row that holds another trip than in the frame before has travelled nothing yet. */
function writeVehicles({ vehicles }: TrafficState, section: FrameSection): void {
  const { frameTripHour, frameTripKey, frameOdometerM, frameLateralM, odometerM, lateralM, speedMps } = vehicles;
  const out = section.u32;
  for (let row = 0; row < vehicles.rowEnd; row++) {
    const at = VEHICLE_WORDS * row;
    const track = vehicles.track[row];
    if (track < 0) {
      out[at + 1] = 0;
      continue;
    }
    const known = frameTripHour[row] === vehicles.tripHour[row] && frameTripKey[row] === vehicles.tripKey[row];
    const brakes = vehicles.accelerationMps2[row] < BRAKES_MPS2 || speedMps[row] < STANDS_MPS;
    written.track = track;
    written.positionM = vehicles.positionM[row];
    written.travelledM = known ? odometerM[row] - frameOdometerM[row] : 0;
    written.lateralM = lateralM[row];
    written.before = vehicles.trackBefore[row];
    written.beforeThat = vehicles.trackBefore2[row];
    written.lateralBeforeM = known ? frameLateralM[row] : lateralM[row];
    written.style = vehicles.kind[row] + 8 * vehicles.colour[row] + (brakes ? 128 : 0);
    packVehicle(written, out, at);
    frameTripHour[row] = vehicles.tripHour[row];
    frameTripKey[row] = vehicles.tripKey[row];
    frameOdometerM[row] = odometerM[row];
    frameLateralM[row] = lateralM[row];
  }
  section.count = vehicles.rowEnd;
}

function writeSignals({ signals }: TrafficState, section: FrameSection): void {
  section.u8.set(signals.shown);
  section.count = signals.shown.length;
}

function writeEdges({ edges, vehicles, network }: TrafficState, section: FrameSection): void {
  const { edgeCount, laneCount } = network.roads;
  const out = section.f32;
  for (let edge = 0; edge < edgeCount; edge++) {
    out[EDGE_STRIDE * edge] = edges.meanMps[edge];
    out[EDGE_STRIDE * edge + 1] = 0;
  }
  for (let row = 0; row < vehicles.rowEnd; row++) {
    const track = vehicles.track[row];
    if (track >= 0 && track < laneCount) out[EDGE_STRIDE * network.trackEdge[track] + 1]++;
  }
  section.count = edgeCount;
}
