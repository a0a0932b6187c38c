/**
 * Energy: what buildings and people need, what the sky gives, and the networks in between, minute by minute. So far the
 * electrical grid: power flow, protection, switching by machines and by the crew.
 */
import type { Domain } from '../../ports';
import { answerQuestion } from './dispatch';
import { energySections, writeEnergyFrame } from './frame';
import { measureEnergy } from './kpis';
import { patchEnergy } from './patch';
import { PERIOD_SECONDS } from './period';
import { loadEnergy, saveEnergy } from './save';
import type { EnergyState } from './state';
import { takePlan } from './stations/planning';
import { createEnergy, stepEnergy } from './step';

export type { EnergyState } from './state';

type Reads = 'traffic.charging-demand' | 'traffic.home-charging';
type Writes = 'energy.signal-supply' | 'energy.charging-supply' | 'energy.building-supply';

export const energyDomain: Domain<EnergyState, Reads, Writes> = {
  name: 'energy',
  periodSeconds: PERIOD_SECONDS,
  reads: ['traffic.charging-demand', 'traffic.home-charging'],
  writes: ['energy.signal-supply', 'energy.charging-supply', 'energy.building-supply'],
  create: createEnergy,
  step(state, context) {
    stepEnergy(state, {
      seconds: context.seconds,
      stepSeconds: context.stepSeconds,
      sitesKw: context.read('traffic.charging-demand'),
      homesKw: context.read('traffic.home-charging'),
      signalSupply: context.write('energy.signal-supply'),
      siteSupply: context.write('energy.charging-supply'),
      buildingSupply: context.write('energy.building-supply'),
      happen: (code, element, causes, values) => context.happen(code, element, causes, values),
      post: (question, inSeconds) => context.post(question, inSeconds),
    });
  },
  answer: (question, { linear }) => answerQuestion(question, linear),
  receive(state, _job, answer) {
    if (state.stations !== null) takePlan(state.stations, answer);
  },
  patch: patchEnergy,
  measure: measureEnergy,
  flows({ power, flows, totals }) {
    return power === null ? null : { ...flows, reachesSeconds: totals.elapsedS };
  },
  frameSections: energySections,
  writeFrame: writeEnergyFrame,
  save: (state) => saveEnergy(state).finish(),
  encode: saveEnergy,
  load: loadEnergy,
};
