/**
 * Energy: what buildings and people need, what the sky gives, and the networks in between: the
 * electrical grid with its protection and switching, stations with their loops, gas in its mains.
 */
import type { Domain } from '../../ports';
import { alikeInEnergy } from './alike';
import { energyAnswers } from './answers';
import { hearPumps, tellPumps } from './consumers/pumps';
import { energySections, writeEnergyFrame } from './frame';
import {
  type GalleryReads,
  type GalleryWrites,
  galleryPorts,
  galleryReads,
  galleryWrites,
} from './galleries/gallery-ports';
import { measureEnergy } from './kpis';
import { patchEnergy } from './patch';
import { PERIOD_SECONDS, QUARTER_SECONDS } from './period';
import { loadEnergy, saveEnergy } from './save';
import type { EnergyState } from './state';
import { takePlan } from './stations/planning';
import { createEnergy, stepEnergy } from './step';
import { strainOfEnergy } from './strain';
import { type AirReads, type AirWrites, airPorts, airReads, airWrites } from './tell-weather';

export type { EnergyState } from './state';

type Reads =
  | 'traffic.charging-demand'
  | 'traffic.home-charging'
  | 'traffic.charging-at-once'
  | 'traffic.follower-need'
  | 'traffic.follower-power'
  | 'traffic.crew-travel-time'
  | 'water.pump-load'
  | 'telecom.control'
  | 'telecom.sensor-heard'
  | 'drainage.pump-load'
  | 'drainage.bus-flooded'
  | AirReads
  | GalleryReads;
type Writes =
  | 'energy.signal-supply'
  | 'energy.charging-supply'
  | 'energy.building-supply'
  | 'energy.pump-supply'
  | 'energy.telecom-supply'
  | 'energy.drain-pump-supply'
  | 'energy.charging-followers'
  | 'energy.charging-signal'
  | 'energy.freed-land'
  | AirWrites
  | GalleryWrites;

const NO_PUMPS = new Float64Array(0);

/** Whether somebody in the run drives, and so knows how long crews take; and whether telecom says who is heard. */
const drives = ({ settings }: EnergyState) => settings.domains?.includes('traffic') === true;
const listens = ({ settings }: EnergyState) => settings.domains?.includes('telecom') === true;

export const energyDomain: Domain<EnergyState, Reads, Writes> = {
  ...energyAnswers,
  periodSeconds: PERIOD_SECONDS,
  otherPeriodsSeconds: [QUARTER_SECONDS],
  reads: [
    'traffic.charging-demand',
    'traffic.home-charging',
    'traffic.charging-at-once',
    'traffic.follower-need',
    'traffic.follower-power',
    'traffic.crew-travel-time',
    ...galleryReads,
    'water.pump-load',
    'telecom.control',
    'telecom.sensor-heard',
    'drainage.pump-load',
    'drainage.bus-flooded',
    ...airReads,
  ],
  writes: [
    'energy.signal-supply',
    'energy.charging-supply',
    'energy.building-supply',
    'energy.pump-supply',
    'energy.telecom-supply',
    'energy.drain-pump-supply',
    'energy.charging-followers',
    'energy.charging-signal',
    'energy.freed-land',
    ...galleryWrites,
    ...airWrites,
  ],
  create: createEnergy,
  step(state, context) {
    context.write('energy.freed-land')[0] = state.corridors.freedMu;
    const pumps = state.consumers?.pumps;
    stepEnergy(state, {
      seconds: context.seconds,
      stepSeconds: context.stepSeconds,
      sitesKw: context.read('traffic.charging-demand'),
      homes: {
        homesKw: context.read('traffic.home-charging'),
        atOnceKw: context.read('traffic.charging-at-once'),
        followerNeed: context.read('traffic.follower-need'),
        followerPower: context.read('traffic.follower-power'),
        followers: context.write('energy.charging-followers'),
        signal: context.write('energy.charging-signal'),
      },
      signalSupply: context.write('energy.signal-supply'),
      siteSupply: context.write('energy.charging-supply'),
      buildingSupply: context.write('energy.building-supply'),
      galleries: galleryPorts(context),
      air: airPorts(context),
      crewS: drives(state) ? context.read('traffic.crew-travel-time') : null,
      pumpsKw:
        pumps === undefined
          ? NO_PUMPS
          : hearPumps(pumps, context.read('water.pump-load'), context.read('drainage.pump-load')),
      pumpSupply: pumps?.supply ?? NO_PUMPS,
      busFlooded: { values: context.read('drainage.bus-flooded'), causes: context.readCauses('drainage.bus-flooded') },
      telecom: {
        busHeard: listens(state) ? context.read('telecom.control') : null,
        sensorHeard: listens(state) ? context.read('telecom.sensor-heard') : null,
        supply: {
          values: context.write('energy.telecom-supply'),
          causes: context.writeCauses('energy.telecom-supply'),
        },
      },
      happen: (code, element, causes, values) => context.happen(code, element, causes, values),
      post: (question, inSeconds) => context.post(question, inSeconds),
    });
    if (pumps !== undefined) {
      tellPumps(pumps, context.write('energy.pump-supply'), context.write('energy.drain-pump-supply'));
    }
  },
  receive(state, job, answer) {
    if (state.stations !== null) takePlan(state.stations, job, answer);
  },
  patch: patchEnergy,
  measure: measureEnergy,
  strain: strainOfEnergy,
  alike: alikeInEnergy,
  flows({ power, flows, totals }) {
    return power === null ? null : { ...flows, reachesSeconds: totals.elapsedS };
  },
  frameSections: energySections,
  writeFrame: writeEnergyFrame,
  save: (state) => saveEnergy(state).finish(),
  encode: saveEnergy,
  load: loadEnergy,
};
