import { cars } from './energy/charging';
import { midFeeder, week } from './energy/city';
import { demandYear, sun, weatherYear, withoutHeat } from './energy/demand';
import { designDay } from './energy/design-day';
import { dispatchResumed, dispatchSpeed, dispatchSpeedOtherAims } from './energy/dispatch';
import { flows } from './energy/flows';
import { gasDesignDay } from './energy/gas';
import { halvedSun } from './energy/halved-sun';
import { heatFront, heatReferences, kilometreOfPipe, thermalLoops } from './energy/heat';
import { islands } from './energy/islands';
import { gasTown, stanetNetworks } from './energy/pipes';
import { badPower, outages, powerflow, powerSpeed, thirtyThree } from './energy/power';
import { year } from './energy/year';
import type { AcceptLine } from './line';

export const lines: readonly AcceptLine[] = [
  powerflow,
  thirtyThree,
  powerSpeed,
  outages,
  badPower,
  stanetNetworks,
  gasTown,
  gasDesignDay,
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
  designDay,
  halvedSun,
  cars,
  islands,
  flows,
  year,
];
