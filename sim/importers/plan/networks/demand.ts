import type { Building } from '../../../scene/schema/buildings';
import type { DemandPerSquareMetre, NetworksPlan } from './networks-plan';

/** What one building or an address asks of the networks, at the hour when each is asked for most. */
export interface Demand {
  readonly electricityKw: number;
  readonly lowHeatKw: number;
  readonly highHeatKw: number;
  readonly coolingKw: number;
  readonly gasKw: number;
  readonly waterM3PerDay: number;
}

const NO_DEMAND: Demand = {
  electricityKw: 0,
  lowHeatKw: 0,
  highHeatKw: 0,
  coolingKw: 0,
  gasKw: 0,
  waterM3PerDay: 0,
};

/** Peak heat against a house built to code: PHI's 10 W/m² for passive houses, GB 55015's reduction for low-energy ones. */
const heatShare: Readonly<Record<NonNullable<Building['envelope']>, number>> = {
  'passive-house': 0.35,
  'low-energy': 0.7,
  code: 1,
  old: 1.5,
};

export function demandOf(plan: NetworksPlan): (building: Building) => Demand {
  const rows = new Map<string, DemandPerSquareMetre>(plan.demand.map((row) => [row.use, row]));
  return (building) => {
    const row = rows.get(building.use);
    if (!row) throw new Error(`expected a demand for ${building.use} in networks.json`);
    const kilo = building.floorAreaM2 / 1000;
    const envelope = building.envelope ?? 'code';
    const heatKw = row.heatW * kilo * heatShare[envelope];
    const isLow =
      row.heatLoop === 'low' ||
      (row.heatLoop === 'by-envelope' && (envelope === 'passive-house' || envelope === 'low-energy'));
    return {
      electricityKw: row.electricityW * kilo,
      lowHeatKw: isLow ? heatKw : 0,
      highHeatKw: isLow ? 0 : heatKw,
      coolingKw: row.coolingW * kilo,
      gasKw: row.gasW * kilo,
      waterM3PerDay: row.waterLitresPerDay * kilo,
    };
  };
}

export function sumOf(demands: Iterable<Demand>): Demand {
  const sum = { ...NO_DEMAND } as { -readonly [K in keyof Demand]: number };
  for (const demand of demands) {
    sum.electricityKw += demand.electricityKw;
    sum.lowHeatKw += demand.lowHeatKw;
    sum.highHeatKw += demand.highHeatKw;
    sum.coolingKw += demand.coolingKw;
    sum.gasKw += demand.gasKw;
    sum.waterM3PerDay += demand.waterM3PerDay;
  }
  return sum;
}
