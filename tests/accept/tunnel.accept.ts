import type { AcceptLine } from './line';
import { airNetwork, ventilation } from './tunnel/air';
import { cableRating } from './tunnel/cables';
import { floodChain, leakChain, substationChain } from './tunnel/chains';
import { flagshipStorm, stormChain, swmm } from './tunnel/drainage';
import { landCases, worksDelay } from './tunnel/economics';
import { everySingleFailure } from './tunnel/failures';
import { backLayering, fireCeilings, fireEnergy } from './tunnel/fire';
import { flooding } from './tunnel/flooding';
import { galleriesSpeed, gasTransport, layering, leakSource, sensorAlarm } from './tunnel/gas';
import { hunnanLoads, hunnanOverhead, hunnanPace } from './tunnel/hunnan';
import { telecomAtRest, telecomOutage } from './tunnel/telecom';
import { badWater, waterBurst, waterMorning, waterNetworks } from './tunnel/water';

export const lines: readonly AcceptLine[] = [
  leakSource,
  gasTransport,
  sensorAlarm,
  layering,
  fireCeilings,
  backLayering,
  fireEnergy,
  airNetwork,
  ventilation,
  cableRating,
  waterNetworks,
  badWater,
  waterMorning,
  waterBurst,
  flooding,
  galleriesSpeed,
  swmm,
  flagshipStorm,
  stormChain,
  substationChain,
  leakChain,
  floodChain,
  everySingleFailure,
  telecomOutage,
  telecomAtRest,
  landCases,
  worksDelay,
  hunnanLoads,
  hunnanPace,
  hunnanOverhead,
];
