import { NATIONAL_MEAN_YUAN_PER_KM } from './compartment-cost';
import { impliedCostYuanPerKm, type LandCase } from './land';

export type CaseName = 'hunnan-claimed' | 'hunnan-break-even' | 'hunnan-national' | 'hengqin' | 'pilot-cities';

/** What is known of a case; without a cost of its own nothing is said about what is left. */
export interface PublishedCase extends Omit<LandCase, 'costYuanPerKm'> {
  readonly name: CaseName;
  readonly costYuanPerKm: number | null;
  /** Whose word it is: a claim that nobody confirmed, or a press report of what was built. */
  readonly standing: 'claim' | 'ours' | 'report';
}

/** Net income of a mu in Hunnan, as claimed; taken for Hengqin too, which names none. */
const YUAN_PER_MU = 700_000;
/** 32 km, 2,400 mu and "about 1 bn yuan net", as claimed; no independent confirmation was found. */
const HUNNAN = { lengthKm: 32, muPerKm: 2_400 / 32, yuanPerMu: YUAN_PER_MU };
const HUNNAN_CLAIMED_NET_YUAN = 1e9;
const MU_PER_HECTARE = 15;

export const publishedCases: readonly PublishedCase[] = [
  {
    name: 'hunnan-claimed',
    ...HUNNAN,
    costYuanPerKm: impliedCostYuanPerKm(HUNNAN, HUNNAN_CLAIMED_NET_YUAN),
    standing: 'claim',
  },
  { name: 'hunnan-break-even', ...HUNNAN, costYuanPerKm: HUNNAN.muPerKm * YUAN_PER_MU, standing: 'ours' },
  { name: 'hunnan-national', ...HUNNAN, costYuanPerKm: NATIONAL_MEAN_YUAN_PER_KM, standing: 'ours' },
  // China Daily, 14 May 2015: 33.4 km, 2 bn yuan, 40 hectares.
  {
    name: 'hengqin',
    lengthKm: 33.4,
    muPerKm: (40 * MU_PER_HECTARE) / 33.4,
    yuanPerMu: YUAN_PER_MU,
    costYuanPerKm: 2e9 / 33.4,
    standing: 'report',
  },
  // People's Daily, 5 August 2022: 5,000 km of high-voltage lines in tunnels freed 2,800 hectares; no cost of their own.
  {
    name: 'pilot-cities',
    lengthKm: 5_000,
    muPerKm: (2_800 * MU_PER_HECTARE) / 5_000,
    yuanPerMu: YUAN_PER_MU,
    costYuanPerKm: null,
    standing: 'report',
  },
];
