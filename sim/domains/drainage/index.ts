/**
 * Drainage: rain on the city, what of it runs off, gullies, drains, outfalls, and the water that stands in the streets
 * and runs into what is open to them. In dry weather it is not even planned.
 */
import { type Domain, type Patch, turnKnob } from '../../ports';
import { drainageSections, writeDrainageFrame } from './frame';
import { isDrainageKnob } from './knobs';
import { measureDrainage } from './kpis';
import { loadDrainage, saveDrainage } from './save';
import { createDrainage, type DrainageState } from './state';
import { stepDrainage } from './step';

export type { DrainageState } from './state';
export { depthMm, fallenMm } from './storm';

const reads = [
  'energy.drain-pump-supply',
  'energy.rain',
  'weather.snow-share',
  'water.street-inflow',
  'energy.street-inflow',
] as const;
const writes = [
  'drainage.road-depth',
  'drainage.gallery-inflow',
  'drainage.bus-flooded',
  'drainage.pump-load',
  'drainage.rain',
] as const;

const PERIOD_SECONDS = 10;

export const drainageDomain: Domain<DrainageState, (typeof reads)[number], (typeof writes)[number]> = {
  name: 'drainage',
  periodSeconds: PERIOD_SECONDS,
  reads,
  writes,
  create: createDrainage,
  step(state, context) {
    const told = (port: (typeof writes)[number]) => ({
      values: context.write(port),
      causes: context.writeCauses(port),
    });
    stepDrainage(state, {
      seconds: context.seconds,
      stepSeconds: context.stepSeconds,
      pumpSupply: context.read('energy.drain-pump-supply'),
      skyMmPerH: context.read('energy.rain')[0],
      snowShare: context.read('weather.snow-share')[0],
      mains: (['water.street-inflow', 'energy.street-inflow'] as const).map((port) => ({
        values: context.read(port),
        causes: context.readCauses(port),
      })),
      rain: context.write('drainage.rain'),
      roadDepth: told('drainage.road-depth'),
      galleryInflow: told('drainage.gallery-inflow'),
      busFlooded: told('drainage.bus-flooded'),
      pumpKw: context.write('drainage.pump-load'),
      happen: (code, element, causes, values) => context.happen(code, element, causes, values),
    });
  },
  patch(state, patch): Patch {
    const inverse = patch.map((turn) => {
      if (!isDrainageKnob(turn.knob)) throw new Error(`met the knob '${turn.knob}', expected one of drainage`);
      return turnKnob(state.knobs[turn.knob], turn);
    });
    return inverse.reverse();
  },
  measure: measureDrainage,
  frameSections: drainageSections,
  writeFrame: writeDrainageFrame,
  save: (state) => saveDrainage(state).finish(),
  encode: saveDrainage,
  load: loadDrainage,
};
