/**
 * Traffic: who drives where, lane by lane, and what that costs. Every vehicle follows the one ahead, obeys signals and
 * rights of way, changes lanes and looks for another way when the city changes. A first model; see each file for what
 * it leaves out.
 */
import type { Domain } from '../../ports';
import { createTraffic } from './create';
import { tellEdgeSpeeds } from './edge-speeds';
import { trafficSections, writeTrafficFrame } from './frame';
import { measureTraffic } from './kpis';
import { tripsOfRun } from './levels/trips-of-run';
import { patchTraffic } from './patch';
import { PERIOD_SECONDS } from './period';
import { encodeTraffic, loadTraffic, saveTraffic } from './save';
import type { TrafficState } from './state';
import { stepTraffic } from './step';

export { type Calibration, calibrate } from './demand/calibrate/calibrate';
export { parseCounts } from './demand/calibrate/counts';
export { pairTrips } from './levels/paired-trips';
export {
  type GainsAndLosses,
  gainsByPerson,
  gainsByTrip,
  pairedFigures,
  weighGains,
} from './levels/winners-and-losers';
export type { TrafficState } from './state';

export const trafficDomain: Domain<TrafficState, 'energy.signal-supply' | 'tunnel.road-hazard', 'traffic.edge-speed'> =
  {
    name: 'traffic',
    periodSeconds: PERIOD_SECONDS,
    reads: ['energy.signal-supply', 'tunnel.road-hazard'],
    writes: ['traffic.edge-speed'],
    create: createTraffic,
    step(state, context) {
      stepTraffic(state, context.stepSeconds, {
        signalSupply: context.read('energy.signal-supply'),
        roadHazard: context.read('tunnel.road-hazard'),
        happen: (code, element, causes, values) => context.happen(code, element, causes, values),
      });
      tellEdgeSpeeds(state, context.write('traffic.edge-speed'));
    },
    patch: patchTraffic,
    measure: measureTraffic,
    frameSections: trafficSections,
    writeFrame: writeTrafficFrame,
    save: saveTraffic,
    encode: encodeTraffic,
    load: loadTraffic,
    trips: tripsOfRun,
    work: (state) => state.totals.updates,
  };
