import type { RunSettings } from '../../ports';
import type { CompiledScene } from '../../scene/compiled';
import { createSteering, type Steering } from './charging/steering';
import type { Consequences } from './consequences';
import { type Consumers, createConsumers } from './consumers/consumers';
import type { SkyShares } from './consumers/generators';
import { type ControlRoom, createControlRoom } from './control-room/control-room';
import { type Crews, createCrews } from './crews';
import { type Flooded, noFloods } from './flooded';
import { createFlows, type Flows } from './flows';
import { createGalleryLines, type GalleryLines } from './galleries/gallery-lines';
import { type GasRun, startGas } from './gas/gas-run';
import { type GridRun, startGrid } from './grid/grid-run';
import { createEnergyKnobs, type EnergyKnobs } from './knobs';
import { createMonitoring, type Monitoring } from './monitoring';
import { createReference, type Reference } from './reference/reference';
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
  /** What the last step was told of the sky above. */
  readonly overhead: { overcast: number; southCover: number; eastWestCover: number };
  readonly consumers: Consumers | null;
  /** The same city as it would be without a pan-energy network; where there is none, there is nothing to compare. */
  readonly reference: Reference | null;
  readonly power: GridRun | null;
  readonly controlRoom: ControlRoom | null;
  /** Land that corridors of its high-voltage lines take, and what galleries that a change builds have freed of it. */
  readonly corridors: { takenMu: number; freedMu: number };
  /** What the grid tells cars at home. */
  readonly steering: Steering | null;
  /** Another one when stations get or lose machines. */
  stations: StationsRun | null;
  readonly gas: GasRun | null;
  readonly galleries: GalleryLines | null;
  readonly crews: Crews | null;
  readonly flooded: Flooded;
  readonly consequences: Consequences;
  readonly flows: Flows;
  readonly monitoring: Monitoring;
  /** Knobs have broken or mended something since the last step. */
  faultsChanged: boolean;
}

export function emptyEnergy(scene: CompiledScene, settings: RunSettings): EnergyState {
  const power = startGrid(scene);
  const consumers = power === null ? null : createConsumers(scene, settings);
  const stations = consumers === null ? null : startStations(scene, consumers);
  return {
    scene,
    settings,
    knobs: createEnergyKnobs(scene),
    totals: noTotals(),
    weather: power === null ? null : createWeather(scene, settings),
    weatherNow: emptyWeather(),
    sky: { south: 0, eastWest: 0, wind: 0 },
    spells: noSpells(),
    overhead: { overcast: 0, southCover: 0, eastWestCover: 0 },
    consumers,
    power,
    controlRoom: power === null ? null : createControlRoom(power.grid),
    corridors: { takenMu: 0, freedMu: 0 },
    steering: power === null ? null : createSteering(scene, power),
    stations,
    gas: consumers === null ? null : startGas(scene, consumers.plan.gasNode, stationIds(stations)),
    galleries: power === null ? null : createGalleryLines(scene, power, stations),
    consequences: { heaters: 0 },
    flooded: noFloods(power?.grid.nodeCount ?? 0),
    crews: power === null ? null : createCrews(scene, power.grid),
    reference: stations === null ? null : createReference(scene, settings),
    flows: createFlows(scene),
    monitoring: createMonitoring(scene),
    faultsChanged: false,
  };
}

const stationIds = (stations: StationsRun | null) => (stations?.hub.stations ?? []).map(({ id }) => id);
