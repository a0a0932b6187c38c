/**
 * Water under pressure: what people draw, works and tanks that feed it, mains that burst and are shut off and mended. The
 * network is solved once a minute, as a job whose answer is due a minute later.
 */
import { type Domain, type Patch, turnKnob } from '../../ports';
import { waterAnswers } from './answers';
import { waterSections, writeWaterFrame } from './frame';
import { isWaterKnob } from './knobs';
import { measureWater } from './kpis';
import { unpackAnswer } from './question';
import { loadWater, saveWater } from './save';
import { createWater, type WaterState } from './state';
import { stepWater } from './step';
import { strainOfWater } from './strain';

export type { WaterState } from './state';

type Reads = 'energy.pump-supply' | 'tunnel.water-shut' | 'traffic.crew-travel-time';
type Writes = (typeof writes)[number];

const writes = [
  'water.pump-load',
  'water.building-supply',
  'water.gallery-inflow',
  'water.street-inflow',
  'water.street-pit',
] as const;

const PERIOD_SECONDS = 60;
const FAILED = 2;

export const waterDomain: Domain<WaterState, Reads, Writes> = {
  ...waterAnswers,
  periodSeconds: PERIOD_SECONDS,
  reads: ['energy.pump-supply', 'tunnel.water-shut', 'traffic.crew-travel-time'],
  writes,
  create: createWater,
  step(state, context) {
    stepWater(state, {
      seconds: context.seconds,
      stepSeconds: context.stepSeconds,
      context,
      pumpSupply: context.read('energy.pump-supply'),
      pumpCause: context.readCauses('energy.pump-supply'),
      galleryShut: context.read('tunnel.water-shut'),
      crewTravelS: context.read('traffic.crew-travel-time'),
      galleryShutCause: context.readCauses('tunnel.water-shut'),
      pumpLoad: context.write('water.pump-load'),
      buildingSupply: context.write('water.building-supply'),
      galleryInflow: context.write('water.gallery-inflow'),
      inflowCause: context.writeCauses('water.gallery-inflow'),
      streetInflow: {
        values: context.write('water.street-inflow'),
        causes: context.writeCauses('water.street-inflow'),
      },
      streetPit: { values: context.write('water.street-pit'), causes: context.writeCauses('water.street-pit') },
    });
  },
  receive({ run, totals }, _, bytes) {
    if (run === null) return;
    const answer = unpackAnswer(bytes);
    // A minute without an answer is one like the last, and counted.
    if (answer.state === FAILED && run.answer !== null) totals.unsolvedMinutes++;
    else {
      run.answer = answer;
      run.answeredBursts = run.askedBursts;
    }
    run.isFresh = true;
  },
  patch(state, patch): Patch {
    const inverse = patch.map((turn) => {
      if (!isWaterKnob(turn.knob)) throw new Error(`met the knob '${turn.knob}', expected one of water`);
      return turnKnob(state.knobs[turn.knob], turn);
    });
    return inverse.reverse();
  },
  measure: measureWater,
  strain: strainOfWater,
  frameSections: waterSections,
  writeFrame: writeWaterFrame,
  save: (state) => saveWater(state).finish(),
  encode: saveWater,
  load: loadWater,
};
