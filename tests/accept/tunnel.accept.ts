import type { AcceptLine } from './line';
import { airNetwork, ventilation } from './tunnel/air';
import { badInput } from './tunnel/bad-input';
import { cableRating } from './tunnel/cables';
import { branchesVanish, floodChain, leakChain, substationChain } from './tunnel/chains';
import { conservation } from './tunnel/conservation';
import { flagshipStorm, stormChain, swmm } from './tunnel/drainage';
import { landCases, worksDelay } from './tunnel/economics';
import { backLayering, fireCeilings, fireEnergy } from './tunnel/fire';
import { flooding } from './tunnel/flooding';
import { galleriesSpeed, gasTransport, layering, leakSource, sensorAlarm } from './tunnel/gas';
import { hunnanLoads, hunnanOverhead, hunnanPace } from './tunnel/hunnan';
import { peakInBrowser } from './tunnel/peak';
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
  badInput,
  waterMorning,
  waterBurst,
  flooding,
  conservation,
  galleriesSpeed,
  peakInBrowser,
  swmm,
  flagshipStorm,
  stormChain,
  substationChain,
  leakChain,
  floodChain,
  branchesVanish,
  telecomOutage,
  telecomAtRest,
  landCases,
  worksDelay,
  hunnanLoads,
  hunnanPace,
  hunnanOverhead,
];
