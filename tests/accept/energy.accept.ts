import { heatFront, heatReferences, kilometreOfPipe, thermalLoops } from './energy/heat';
import { gasTown, stanetNetworks } from './energy/pipes';
import type { AcceptLine } from './line';

export const lines: readonly AcceptLine[] = [
  stanetNetworks,
  gasTown,
  heatReferences,
  kilometreOfPipe,
  heatFront,
  thermalLoops,
];
