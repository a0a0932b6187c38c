/** What each feeder will carry without managed cars in the hours of the coming day, as far as the weather is known. */

import type { Consumers } from '../consumers/consumers';
import { eachGeneration, readSky, type SkyGear, type SkyShares } from '../consumers/generators';
import { aheadOf, askDemand, type DemandAsked, type DemandSupply, settleDemand } from '../demand';
import { type Weather, type WeatherNow, weatherAt } from '../weather';
import type { Feeders } from './feeders';

export const HOURS_AHEAD = 24;
const HOUR_S = 3_600;

export interface LookAhead {
  readonly asked: DemandAsked;
  readonly supply: DemandSupply;
  readonly weather: WeatherNow;
  readonly sky: SkyShares;
}

/** Kilowatts, `HOURS_AHEAD` values a feeder. */
export function lookAhead(
  scratch: LookAhead,
  weather: Weather,
  { demand, controls, buildingNode, siteNode, generators, fixed }: Consumers,
  added: SkyGear,
  sitesKw: Float64Array,
  { ofNode }: Feeders,
  fromSeconds: number,
  into: Float64Array,
): void {
  const { asked, supply, weather: then, sky } = scratch;
  const ahead = aheadOf(demand);
  into.fill(0);
  for (let hour = 0; hour < HOURS_AHEAD; hour++) {
    weatherAt(weather, fromSeconds + (hour + 0.5) * HOUR_S, then);
    askDemand(ahead, then, controls, HOUR_S, asked);
    settleDemand(ahead, asked, supply, HOUR_S);
    const add = (node: number, kw: number) => {
      if (node >= 0) into[ofNode[node] * HOURS_AHEAD + hour] += kw;
    };
    for (let b = 0; b < buildingNode.length; b++) add(buildingNode[b], asked.electricKw[b]);
    for (let site = 0; site < siteNode.length; site++) add(siteNode[site], sitesKw[site]);
    for (let node = 0; node < fixed.kw.length; node++) add(node, fixed.kw[node]);
    readSky(then, sky);
    eachGeneration(generators, sky, added, buildingNode, (node, kw) => add(node, -kw));
  }
}
