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

type Envelope = NonNullable<Building['envelope']>;

/**
 * Peaks against a house built to code. They are those of the houses' own physics on the design days (−5 °C and 27.3 °C,
 * GB 50736-2012) with radiators a fifth larger than they need be, so that rooms warm up again (5.2.8 there).
 */
const HEAT_SHARE: Readonly<Record<Envelope, number>> = { 'passive-house': 0.35, 'low-energy': 0.65, code: 1, old: 1.5 };
const COLD_SHARE: Readonly<Record<Envelope, number>> = { 'passive-house': 0.55, 'low-energy': 0.75, code: 1, old: 1.2 };

export function demandOf(plan: NetworksPlan): (building: Building) => Demand {
  const rows = new Map<string, DemandPerSquareMetre>(plan.demand.map((row) => [row.use, row]));
  return (building) => {
    const row = rows.get(building.use);
    if (!row) throw new Error(`expected a demand for ${building.use} in networks.json`);
    const kilo = building.floorAreaM2 / 1000;
    const skin = skinM2(building) / 1000;
    const envelope = building.envelope ?? 'code';
    const heatKw = (row.heatW * kilo + row.heatSkinW * skin) * HEAT_SHARE[envelope];
    const isLow =
      row.heatLoop === 'low' ||
      (row.heatLoop === 'by-envelope' && (envelope === 'passive-house' || envelope === 'low-energy'));
    return {
      electricityKw: row.electricityW * kilo,
      lowHeatKw: isLow ? heatKw : 0,
      highHeatKw: isLow ? 0 : heatKw,
      coolingKw: (row.coolingW * kilo + row.coolingSkinW * skin) * COLD_SHARE[envelope],
      gasKw: row.gasW * kilo,
      waterM3PerDay: row.waterLitresPerDay * kilo,
    };
  };
}

/** Walls and roof. */
function skinM2({ outline, heightM }: Building): number {
  let twice = 0;
  let round = 0;
  for (let i = 0; i < outline.length; i++) {
    const [x, y] = outline[i];
    const [nextX, nextY] = outline[(i + 1) % outline.length];
    twice += x * nextY - nextX * y;
    round += Math.sqrt((nextX - x) * (nextX - x) + (nextY - y) * (nextY - y));
  }
  return Math.abs(twice) / 2 + round * heightM;
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
