import type { AnyDomain } from '../ports';
import { drainageDomain } from './drainage';
import { energyDomain } from './energy';
import { telecomDomain } from './telecom';
import { trafficDomain } from './traffic';
import { tunnelDomain } from './tunnel';
import { waterDomain } from './water';
import { weatherDomain } from './weather';
import { worksDomain } from './works';

/** Every part of the city that there is; a new domain adds its line. Their order decides nothing. */
export const domains: readonly AnyDomain[] = [
  drainageDomain,
  energyDomain,
  telecomDomain,
  trafficDomain,
  tunnelDomain,
  waterDomain,
  weatherDomain,
  worksDomain,
];
