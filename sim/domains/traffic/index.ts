/**
 * Traffic: who drives where, lane by lane, and what that costs. Every vehicle follows the one ahead, obeys signals and
 * rights of way, changes lanes and looks for another way when the city changes. A first model; see each file for what
 * it leaves out.
 */
import type { Domain } from '../../ports';
import { tellCharging } from './charging';
import { createTraffic } from './create';
import { renewCrewTimes } from './crew-times';
import { tellEdgeSpeeds } from './edge-speeds';
import { trafficSections, writeTrafficFrame } from './frame';
import { householdOf } from './household';
import { journeyOf } from './journey';
import { measureTraffic } from './kpis';
import { tellEngines } from './levels/engines-there';
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
  type PairedFigures,
  pairedFigures,
  weighGains,
} from './levels/winners-and-losers';
export type { TrafficState } from './state';

type Reads =
  | 'energy.signal-supply'
  | 'energy.charging-supply'
  | 'energy.building-supply'
  | 'energy.charging-followers'
  | 'energy.charging-signal'
  | 'tunnel.road-hazard'
  | 'drainage.road-depth'
  | 'works.lane-limit'
  | 'weather.drive-share'
  | 'tunnel.fire-call'
  | 'tunnel.ambulance-call'
  | 'telecom.parking-heard'
  | 'telecom.drivers-reached'
  | 'telecom.incident-found';
type Writes =
  | 'traffic.edge-speed'
  | 'traffic.charging-demand'
  | 'traffic.home-charging'
  | 'traffic.charging-at-once'
  | 'traffic.follower-need'
  | 'traffic.follower-power'
  | 'traffic.crew-travel-time'
  | 'traffic.engines-there';

export const trafficDomain: Domain<TrafficState, Reads, Writes> = {
  name: 'traffic',
  periodSeconds: PERIOD_SECONDS,
  reads: [
    'energy.signal-supply',
    'energy.charging-supply',
    'energy.building-supply',
    'energy.charging-followers',
    'energy.charging-signal',
    'tunnel.road-hazard',
    'drainage.road-depth',
    'works.lane-limit',
    'weather.drive-share',
    'tunnel.fire-call',
    'tunnel.ambulance-call',
    'telecom.parking-heard',
    'telecom.drivers-reached',
    'telecom.incident-found',
  ],
  writes: [
    'traffic.edge-speed',
    'traffic.charging-demand',
    'traffic.home-charging',
    'traffic.charging-at-once',
    'traffic.follower-need',
    'traffic.follower-power',
    'traffic.crew-travel-time',
    'traffic.engines-there',
  ],
  create: createTraffic,
  step(state, context) {
    const { charging } = state;
    stepTraffic(state, context.stepSeconds, {
      signalSupply: context.read('energy.signal-supply'),
      signalCause: context.readCauses('energy.signal-supply'),
      roadHazard: context.read('tunnel.road-hazard'),
      hazardCause: context.readCauses('tunnel.road-hazard'),
      roadWater: {
        depthM: context.read('drainage.road-depth'),
        causes: context.readCauses('drainage.road-depth'),
        driveShare: context.read('weather.drive-share')[0],
      },
      roadWorks: { limitMps: context.read('works.lane-limit'), causes: context.readCauses('works.lane-limit') },
      calls: [
        { values: context.read('tunnel.ambulance-call'), causes: context.readCauses('tunnel.ambulance-call') },
        { values: context.read('tunnel.fire-call'), causes: context.readCauses('tunnel.fire-call') },
      ],
      parkingHeard: context.read('telecom.parking-heard'),
      driversReached: context.read('telecom.drivers-reached'),
      incidentFoundS: context.read('telecom.incident-found'),
      charging:
        charging === null
          ? null
          : {
              sites: context.read('energy.charging-supply'),
              buildings: context.read('energy.building-supply'),
              followers: context.read('energy.charging-followers'),
              signal: context.read('energy.charging-signal'),
            },
      happen: (code, element, causes, values) => context.happen(code, element, causes, values),
    });
    // What is not written stays as it was, and is not handed on again.
    if (state.edges.isNews) tellEdgeSpeeds(state, context.write('traffic.edge-speed'));
    if (renewCrewTimes(state, context.stepSeconds)) context.write('traffic.crew-travel-time').set(state.crews.seconds);
    const { response } = state;
    if (response !== null && response.calls.count > 0) {
      tellEngines(response, context.write('traffic.engines-there'), context.writeCauses('traffic.engines-there'));
    }
    if (charging?.isNews) {
      tellCharging(charging, {
        sitesKw: context.write('traffic.charging-demand'),
        buildingsKw: context.write('traffic.home-charging'),
        atOnceKw: context.write('traffic.charging-at-once'),
        followerKwh: context.write('traffic.follower-need'),
        followerKw: context.write('traffic.follower-power'),
      });
    }
  },
  patch: patchTraffic,
  measure: measureTraffic,
  frameSections: trafficSections,
  writeFrame: writeTrafficFrame,
  save: saveTraffic,
  encode: encodeTraffic,
  load: loadTraffic,
  trips: tripsOfRun,
  journey: journeyOf,
  household: householdOf,
  work: (state) => state.totals.updates,
};
