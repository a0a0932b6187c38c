<<<<<<< HEAD
import { demandYear, sun, weatherYear, withoutHeat } from './energy/demand';
import { dispatchResumed, dispatchSpeed } from './energy/dispatch';
import { heatFront, heatReferences, kilometreOfPipe, thermalLoops } from './energy/heat';
import { gasTown, stanetNetworks } from './energy/pipes';
import { badPower, outages, powerflow, powerSpeed, thirtyThree } from './energy/power';
import type { AcceptLine } from './line';

export const lines: readonly AcceptLine[] = [
  powerflow,
  thirtyThree,
  powerSpeed,
  outages,
  badPower,
  stanetNetworks,
  gasTown,
  heatReferences,
  kilometreOfPipe,
  heatFront,
  thermalLoops,
  dispatchSpeed,
  dispatchResumed,
  sun,
  weatherYear,
  demandYear,
  withoutHeat,
];
=======
import { dispatchResumed, dispatchSpeed, dispatchSpeedOtherAims } from './energy/dispatch';
import type { AcceptLine } from './line';

export const lines: readonly AcceptLine[] = [dispatchSpeed, dispatchSpeedOtherAims, dispatchResumed];
>>>>>>> 0b6354f52c789ab52380758bfd43be6f416780e7
