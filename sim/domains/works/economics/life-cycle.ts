import { type Digging, type DiggingCost, diggingCost } from './digging';
import { type LandCase, type LandResult, landResult } from './land';
import { netPresentValue } from './present-value';

/** A tunnel beside the same lines dug in or hung up, year by year. */
export interface TunnelCase extends LandCase {
  readonly rate: number;
  readonly years: number;
  readonly lifeYears: number;
  readonly upkeepYuanPerKmYear: number;
  /** Fans, pumps, detectors, boards: a share of the cost of building, once in so many years. */
  readonly renewalShare: number;
  readonly renewalYears: number;
  readonly digging: Digging;
  /** While it is built, before it spares anything: so many days, and what drivers lose on each, from our own runs. */
  readonly buildingDays: number;
  readonly buildingVehicleHoursPerDay: number;
  /** Outages and burst mains that a tunnel spares. */
  readonly sparedYuanPerKmYear: number;
  /** What owners of lines pay: once when they come in, and every year. */
  readonly entryFeeYuan: number;
  readonly upkeepFeeYuanPerYear: number;
}

/** Present values, yuan; `total` is their sum. */
export interface LifeCycle {
  readonly land: LandResult;
  readonly digging: DiggingCost;
  readonly parts: Readonly<Record<LifeCyclePart, number>>;
  readonly totalYuan: number;
}

export const lifeCycleParts = [
  'land',
  'fees',
  'works',
  'delay',
  'spared',
  'building',
  'disruption',
  'upkeep',
  'renewal',
  'residual',
] as const;
export type LifeCyclePart = (typeof lifeCycleParts)[number];

/**
 * NPV = Σ (1 + r)^−t (land + fees + spared works, delay, outages − building − upkeep − renewal) + residual. Land is sold
 * and the tunnel built in year 0; equipment bought in the last years counts whole (a tunnel's life is far longer than
 * what is looked at, and its residual is straight-line).
 */
export function lifeCycleOf(tunnel: TunnelCase): LifeCycle {
  const { lengthKm, rate, years, lifeYears, renewalYears } = tunnel;
  const land = landResult(tunnel);
  const digging = diggingCost(tunnel.digging, lengthKm);
  const yearly = (yuan: number) => pv((year) => (year > 0 ? yuan : 0));
  const pv = (yuanOf: (year: number) => number) =>
    netPresentValue(
      Array.from({ length: years + 1 }, (_, year) => yuanOf(year)),
      rate,
    );
  const residualYuan = land.costYuan * Math.max(0, 1 - years / lifeYears);
  const parts = {
    land: land.grossYuan,
    fees: tunnel.entryFeeYuan + yearly(tunnel.upkeepFeeYuanPerYear),
    works: yearly(digging.worksYuanPerYear),
    delay: yearly(digging.delayYuanPerYear),
    spared: yearly(tunnel.sparedYuanPerKmYear * lengthKm),
    building: -land.costYuan,
    disruption: -tunnel.buildingDays * tunnel.buildingVehicleHoursPerDay * tunnel.digging.valueOfTimeYuanPerVehicleHour,
    upkeep: -yearly(tunnel.upkeepYuanPerKmYear * lengthKm),
    renewal: -pv((year) =>
      year > 0 && year < years && year % renewalYears === 0 ? tunnel.renewalShare * land.costYuan : 0,
    ),
    residual: pv((year) => (year === years ? residualYuan : 0)),
  };
  let totalYuan = 0;
  for (const name of lifeCycleParts) totalYuan += parts[name];
  return { land, digging, parts, totalYuan };
}
