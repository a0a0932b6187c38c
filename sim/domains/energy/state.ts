import type { RunSettings } from '../../ports';
import type { CompiledScene } from '../../scene/compiled';
import { type Consumers, createConsumers } from './consumers/consumers';
import type { SkyShares } from './consumers/generators';
import { createFlows, type Flows } from './flows';
import { type GridRun, startGrid } from './grid/grid-run';
import { createEnergyKnobs, type EnergyKnobs } from './knobs';
import { noSpells, type Spells } from './spells';
import { type StationsRun, startStations } from './stations/stations-run';
import { noTotals, type Totals } from './totals';
import { createWeather, emptyWeather, type Weather, type WeatherNow } from './weather';

/** Everything of energy in a running city. Where a scene has no network, its part is null and costs nothing. */
export interface EnergyState {
  readonly scene: CompiledScene;
  readonly settings: RunSettings;
  readonly knobs: EnergyKnobs;
  readonly totals: Totals;
  readonly weather: Weather | null;
  readonly weatherNow: WeatherNow;
  readonly sky: SkyShares;
  readonly spells: Spells;
  readonly consumers: Consumers | null;
  readonly power: GridRun | null;
  readonly stations: StationsRun | null;
  readonly flows: Flows;
  /** Knobs have broken or mended something since the last step. */
  faultsChanged: boolean;
}

export function emptyEnergy(scene: CompiledScene, settings: RunSettings): EnergyState {
  const power = startGrid(scene);
  const consumers = power === null ? null : createConsumers(scene, settings);
  return {
    scene,
    settings,
    knobs: createEnergyKnobs(scene),
    totals: noTotals(),
    weather: power === null ? null : createWeather(scene, settings),
    weatherNow: emptyWeather(),
    sky: { south: 0, eastWest: 0, wind: 0 },
    spells: noSpells(),
    consumers,
    power,
    stations: consumers === null ? null : startStations(scene, consumers),
    flows: createFlows(scene),
    faultsChanged: false,
  };
}
