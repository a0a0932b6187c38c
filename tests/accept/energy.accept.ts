import { midFeeder, stillOpen, week, year } from './energy/city';
import { demandYear, sun, weatherYear, withoutHeat } from './energy/demand';
import { dispatchResumed, dispatchSpeed, dispatchSpeedOtherAims } from './energy/dispatch';
import { flows } from './energy/flows';
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
  dispatchSpeedOtherAims,
  dispatchResumed,
  sun,
  weatherYear,
  demandYear,
  withoutHeat,
  midFeeder,
  week,
  flows,
  stillOpen,
  year,
];
