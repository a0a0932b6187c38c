import type { SensorsFile } from '../../../scene/schema/city';
import type { Point } from '../../geometry/vector';
import type { CityGround } from './city-ground';
import type { Demand } from './demand';

/**
 * Meters that are read from afar, at the connections of those whom GB 17167-2006 (general principles for measuring
 * instruments of energy-using organisations, table 1, from memory) would have metered as a part of their own: 10 kW of
 * electricity, 5,000 GJ of heat or cold a year, 10,000 m³ of gas a year. A connection is what one address shares: a
 * low-voltage board, a house station of a loop, the pipe behind a regulator. Smaller ones are read by hand.
 */
export interface Connections {
  /** The nodes of a network, and which of them serves each building. */
  readonly electricity: Network;
  readonly lowHeat: Network;
  readonly highHeat: Network;
  readonly cooling: Network;
  readonly gas: Network;
  /** And which board serves each load that is no building. */
  readonly boardOfLoad: ReadonlyMap<string, string>;
}

interface Network {
  readonly nodes: readonly { readonly id: string; readonly at: Point }[];
  readonly of: ReadonlyMap<string, string>;
}

const GJ_PER_KWH = 3.6e-3;
const MJ_PER_KWH = 3.6;

export function growMeters(
  ground: CityGround,
  { electricity, lowHeat, highHeat, cooling, gas, boardOfLoad }: Connections,
  cellNear: (at: Point) => string,
): SensorsFile['sensors'] {
  const { sensors, gas: city } = ground.plan;
  const { electricityKw, heatGjPerYear, gasM3PerYear, fullLoadHours: hours, intervalSeconds } = sensors.meters;
  const ofHouses = (network: Network, kwOf: (demand: Demand) => number) => askedAt(ground, network, kwOf);
  const boards = ofHouses(electricity, (one) => one.electricityKw);
  for (const { loads } of ground.points) {
    for (const { name, electricityKw: kw } of loads) addTo(boards, boardOfLoad.get(name), kw);
  }
  const gasKw = (gasM3PerYear * city.calorificMjPerM3) / MJ_PER_KWH / hours.gas;
  const heatKw = heatGjPerYear / GJ_PER_KWH / hours.heat;
  const coolingKw = heatGjPerYear / GJ_PER_KWH / hours.cooling;
  const rows = [
    { network: electricity, askedKw: boards, leastKw: electricityKw, every: intervalSeconds.electricity },
    {
      network: lowHeat,
      askedKw: ofHouses(lowHeat, (one) => one.lowHeatKw),
      leastKw: heatKw,
      every: intervalSeconds.heat,
    },
    {
      network: highHeat,
      askedKw: ofHouses(highHeat, (one) => one.highHeatKw),
      leastKw: heatKw,
      every: intervalSeconds.heat,
    },
    {
      network: cooling,
      askedKw: ofHouses(cooling, (one) => one.coolingKw),
      leastKw: coolingKw,
      every: intervalSeconds.heat,
    },
    { network: gas, askedKw: ofHouses(gas, (one) => one.gasKw), leastKw: gasKw, every: intervalSeconds.gas },
  ];
  return rows.flatMap(({ network, askedKw, leastKw, every }) =>
    network.nodes.flatMap(({ id, at }): SensorsFile['sensors'] => {
      if ((askedKw.get(id) ?? 0) < leastKw) return [];
      const telecom = cellNear(at);
      return [{ id: `meter:${id}`, kind: 'smart-meter', at, element: id, intervalSeconds: every, telecom }];
    }),
  );
}

/** What the houses of each node are laid out for together. */
function askedAt(
  { points, demandOf }: CityGround,
  { of }: Network,
  kwOf: (demand: Demand) => number,
): Map<string, number> {
  const asked = new Map<string, number>();
  for (const { buildings } of points)
    for (const building of buildings) addTo(asked, of.get(building.id), kwOf(demandOf(building)));
  return asked;
}

function addTo(sums: Map<string, number>, at: string | undefined, kw: number): void {
  if (at !== undefined) sums.set(at, (sums.get(at) ?? 0) + kw);
}
