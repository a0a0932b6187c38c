/** What the coming day will ask for and give, as far as the weather is known: the demand model itself, run ahead. */

import { readSky, type SkyGear, type SkyShares } from '../consumers/generators';
import { aheadOf, askDemand, type DemandAsked, type DemandState, type DemandSupply, settleDemand } from '../demand';
import type { DispatchInputs, Hub } from '../dispatch';
import { supplyCOf } from '../dispatch/hub';
import { heatSourceOf } from '../plants';
import { groundAt, type Weather, type WeatherNow, weatherAt } from '../weather';
import type { LoopRun } from './loops';
import { coolingCopOf, copOf } from './machines';
import { BOREHOLE_DEPTH_M } from './surroundings';

export interface ForecastView {
  readonly hub: Hub;
  readonly loops: readonly LoopRun[];
  readonly weather: Weather;
  readonly demand: DemandState;
  readonly asked: DemandAsked;
  readonly supply: DemandSupply;
  readonly controls: Parameters<typeof askDemand>[2];
  /** Of each building: 2 where nobody may go without, as in hospitals, else 1. */
  readonly priority: Uint8Array;
  /** Drawn now by what does not belong to buildings: charging, signals. */
  readonly otherKw: number;
  readonly chargingKw: number;
  /** Scratch, owned by the caller. */
  readonly weatherThen: WeatherNow;
  readonly skyThen: SkyShares;
  readonly gear: SkyGear;
}

/** Fills what is asked, what sky and machines will do, and what things cost, from a time of the run on. */
export function fillForecast(view: ForecastView, inputs: DispatchInputs, fromSeconds: number): void {
  const { hub, loops, weather, asked, supply, controls, priority, weatherThen, skyThen, gear } = view;
  const { steps, stepHours } = inputs;
  const stepS = stepHours * 3_600;
  const ahead = aheadOf(view.demand);
  supply.electricity.fill(1);
  supply.heat.fill(1);
  supply.cooling.fill(1);
  supply.gas.fill(1);
  const demandOf = new Map(hub.demands.map(({ id }, d) => [id, d]));
  const place = { interruptible: 0, ordinary: 1, vital: 2 };
  inputs.demandKw.fill(0);
  const southKw = sumOf(gear.south);
  const eastWestKw = sumOf(gear.eastWest);
  for (let t = 0; t < steps; t++) {
    const seconds = fromSeconds + (t + 0.5) * stepS;
    weatherAt(weather, seconds, weatherThen);
    askDemand(ahead, weatherThen, controls, stepS, asked);
    settleDemand(ahead, asked, supply, stepS);
    let ordinary = 0;
    let vital = view.otherKw;
    for (let i = 0; i < priority.length; i++) {
      if (priority[i] === 2) vital += asked.electricKw[i];
      else ordinary += asked.electricKw[i];
    }
    inputs.demandKw[place.interruptible * steps + t] = view.chargingKw;
    readSky(weatherThen, skyThen);
    // Roofs that were added since feed their own houses first; the stations' own are banks of the hub.
    const onTop = skyThen.south * southKw + skyThen.eastWest * eastWestKw;
    inputs.demandKw[place.ordinary * steps + t] = Math.max(0, ordinary - onTop);
    inputs.demandKw[place.vital * steps + t] = vital;
    for (const { id, carrier, buildings, net, stationOf } of loops) {
      const d = demandOf.get(id);
      if (d === undefined) continue;
      const kw = carrier === 'heat' ? asked.heatKw : asked.coolingKw;
      let sum = Math.max(0, net.outputs.lostW / 1_000);
      for (let i = 0; i < buildings.length; i++) sum += kw[buildings[i]];
      inputs.demandKw[d * steps + t] = sum;
      // Its pumps, as they run now.
      const own = demandOf.get(hub.stations[stationOf[0]]?.id ?? '');
      if (own !== undefined) inputs.demandKw[own * steps + t] += net.outputs.pumpW[0] / 1_000;
    }
    const around = {
      airC: weatherThen.airC,
      groundC: groundAt(weather, weatherThen, BOREHOLE_DEPTH_M),
      seaC: weatherThen.seaC,
    };
    hub.banks.forEach((bank, b) => {
      if (bank.kind === 'photovoltaic' || bank.kind === 'wind-turbine') {
        const share = bank.kind === 'photovoltaic' ? skyThen.south : skyThen.wind;
        inputs.availableKw[b * steps + t] = share * gear.builtShare * bank.count * bank.sizeKw;
      } else if (heatSourceOf(bank.kind) !== undefined) {
        inputs.cop[b * steps + t] = copOf(bank, supplyCOf(hub, bank), around);
        if (bank.coolingKw > 0) inputs.coolingCop[b * steps + t] = coolingCopOf(bank, around);
      }
    });
  }
}

/** Of those that are turned; a knob that nobody has touched holds no number. */
function sumOf(values: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) if (values[i] > 0) sum += values[i];
  return sum;
}
