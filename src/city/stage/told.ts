import type { StoreApi } from 'zustand';
import { type EnergyNow, energyOfItsOwn, tellEnergy, useEnergyNow } from '../../state/energy-now';
import { tellFlows } from '../../state/flows';
import { type TunnelRows, tellTunnels } from '../../state/tunnels-now';
import { tellFlood, tellWeather, useWeatherNow, type WeatherSeen, weatherOfItsOwn } from '../../state/weather-now';

/** Where a stage puts what frames say of networks and weather, and where its layers look it up. */
export interface Told {
  readonly energy: StoreApi<EnergyNow>;
  readonly weather: StoreApi<WeatherSeen>;
  takeEnergy(rows: Partial<EnergyNow>): void;
  takeWeather(row: Float32Array): void;
  takeFlood(depthsM: Float32Array): void;
  takeFlows(rows: Float32Array): void;
  takeTunnels(rows: TunnelRows, seconds: number, nowMs: number): void;
}

/** The city that the page is about: panels hear what its picture hears. */
export const toldToPage: Told = {
  energy: useEnergyNow,
  weather: useWeatherNow,
  takeEnergy: tellEnergy,
  takeWeather: tellWeather,
  takeFlood: tellFlood,
  takeFlows: tellFlows,
  takeTunnels: tellTunnels,
};

/** A city that is only looked at, beside the one that the page is about. */
export function toldToItself(): Told {
  const [energy, weather] = [energyOfItsOwn(), weatherOfItsOwn()];
  return {
    energy,
    weather,
    takeEnergy: (rows) => tellEnergy(rows, energy),
    takeWeather: (row) => tellWeather(row, weather),
    takeFlood: () => {},
    takeFlows: () => {},
    takeTunnels: () => {},
  };
}
