import { lineFees, type TunnelLine } from './entry-fees';
import type { TunnelCase } from './life-cycle';
import { publishedCases } from './published-cases';

/** Hunnan's lines. Costs of burial and space are ours, of low confidence: shapes of a section, no tariff. */
export const usualLines: readonly TunnelLine[] = [
  { name: 'power', burialYuanPerKm: 3_000_000, buriedForYears: 25, spaceM2: 6 },
  { name: 'telecom', burialYuanPerKm: 600_000, buriedForYears: 20, spaceM2: 2.5 },
];

const [hunnan] = publishedCases;
const UPKEEP_YUAN_PER_KM_YEAR = 750_000;
const YEARS = 50;
/** Galleries that a change builds are looked at for as long as their brief speaks of road works. */
export const CHANGE_YEARS = 30;
const fees = lineFees(usualLines, hunnan.lengthKm, YEARS, UPKEEP_YUAN_PER_KM_YEAR * hunnan.lengthKm);

/**
 * Where the card and the command begin: Hunnan as claimed, and defaults all of low confidence: 6 %, looked at over 50 of
 * 100 years, upkeep 0.5 to 1 M yuan/km·a, equipment renewed after 15 to 20 years for 15 to 20 % of the cost of building.
 * What a lane shut for a day loses is no default: it is measured on the city's own traffic.
 */
export const usualCase: TunnelCase = {
  lengthKm: hunnan.lengthKm,
  muPerKm: hunnan.muPerKm,
  yuanPerMu: hunnan.yuanPerMu,
  costYuanPerKm: hunnan.costYuanPerKm ?? 0,
  rate: 0.06,
  years: YEARS,
  lifeYears: 100,
  upkeepYuanPerKmYear: UPKEEP_YUAN_PER_KM_YEAR,
  renewalShare: 0.17,
  renewalYears: 17,
  digging: {
    digsPerKmYear: 0.5,
    daysPerDig: 12,
    yuanPerDig: 400_000,
    vehicleHoursPerDay: 0,
    valueOfTimeYuanPerVehicleHour: 50,
  },
  buildingDays: 0,
  buildingVehicleHoursPerDay: 0,
  sparedYuanPerKmYear: 50_000,
  entryFeeYuan: fees.reduce((sum, { entryYuan }) => sum + entryYuan, 0),
  upkeepFeeYuanPerYear: fees.reduce((sum, { upkeepYuanPerYear }) => sum + upkeepYuanPerYear, 0),
};
