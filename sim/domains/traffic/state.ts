import { createLuck, type Luck } from '../../kernel';
import type { RunSettings } from '../../ports';
import type { CompiledScene } from '../../scene/compiled';
import { type Claims, createClaims } from './claims';
import { type Closures, createClosures } from './closures';
import { type Demand, demandOf } from './demand/demand';
import { createDepartures, type Departures } from './demand/departures';
import { type Listed, listedOf } from './demand/listed';
import { createWaiting, type Waiting } from './demand/waiting';
import { createEdgeSpeeds, type EdgeSpeeds } from './edge-speeds';
import { type Network, networkOf } from './network';
import { createSearch, type Search } from './routing/search';
import { createSignals, type Signals } from './signals';
import { createTotals, type Totals } from './totals';
import { createTracks, type Tracks } from './tracks';
import { createVehicles, type Vehicles } from './vehicles';
import { createWatch, type Watch } from './watch';

export interface TrafficState {
  readonly scene: CompiledScene;
  readonly settings: RunSettings;
  readonly network: Network;
  readonly luck: Luck;
  readonly demand: Demand | null;
  readonly listed: Listed | null;
  readonly vehicles: Vehicles;
  readonly tracks: Tracks;
  readonly claims: Claims;
  readonly signals: Signals;
  readonly closures: Closures;
  readonly edges: EdgeSpeeds;
  readonly departures: Departures;
  readonly waiting: Waiting;
  readonly totals: Totals;
  readonly watch: Watch;
  readonly search: Search;
}

export function emptyState(scene: CompiledScene, settings: RunSettings): TrafficState {
  const network = networkOf(scene);
  const luck = createLuck(settings.seed);
  return {
    scene,
    settings,
    network,
    luck,
    demand: demandOf(scene, network),
    listed: listedOf(scene, luck),
    vehicles: createVehicles(network.vehicleCapacity),
    tracks: createTracks(network),
    claims: createClaims(network),
    signals: createSignals(network),
    closures: createClosures(scene, network),
    edges: createEdgeSpeeds(network),
    departures: createDepartures(),
    waiting: createWaiting(network),
    totals: createTotals(),
    watch: createWatch(network),
    search: createSearch(network),
  };
}
