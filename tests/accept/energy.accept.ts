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
];
