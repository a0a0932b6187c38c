import type { Luck } from '../../kernel';
import { type LuckOfRun, luckOfRun, type RunSettings } from '../../ports';
import type { CompiledScene } from '../../scene/compiled';
import { type Buses, busesOf } from './buses/buses';
import { type Charging, createCharging } from './charging';
import { type Closures, createClosures } from './closures';
import { type CrewTimes, createCrewTimes } from './crew-times';
import { type Demand, demandOf } from './demand/demand';
import { createDepartures, type Departures } from './demand/departures';
import { type Listed, listedOf } from './demand/listed';
import { type People, peopleOf } from './demand/people/people';
import { createProgress, type Progress } from './demand/people/progress';
import { createWaiting, type Waiting } from './demand/waiting';
import { LEADS } from './driving/chain';
import { type Drivers, driversOf } from './driving/drivers';
import { createIntents, type Intents } from './driving/intents';
import { type Links, linksOf } from './driving/links';
import { type Pace, paceOf } from './driving/pace';
import { createPatience, type Patience } from './driving/patience';
import { createEdgeSpeeds, type EdgeSpeeds } from './edge-speeds';
import { createEnergy, type Energy } from './emissions/energy';
import { createLevels, type Levels } from './levels/levels';
import { type Response, responseOf } from './levels/response';
import { createTripLedger, type TripLedger } from './levels/trip-ledger';
import { type Network, networkOf } from './network';
import { createParking, type Parking } from './parking/parking';
import { PERIOD_SECONDS } from './period';
import { createSearch, type Search } from './routing/search';
import { createSignals, type Signals } from './signals';
import { createTotals, type Totals } from './totals';
import { createTracks, type Tracks } from './tracks';
import { createVehicles, type Vehicles } from './vehicles';
import { stepOffSeconds, type Walking, walkingOf } from './walking';
import { createWatch, type Watch } from './watch';

export interface TrafficState {
  readonly scene: CompiledScene;
  readonly settings: RunSettings;
  readonly network: Network;
  readonly luck: Luck;
  /** The same, and what it has yet to bring. */
  readonly chance: LuckOfRun;
  readonly demand: Demand | null;
  readonly listed: Listed | null;
  /** Persons and their plans, and how far they are; null where the scene has none. */
  readonly people: People | null;
  readonly progress: Progress | null;
  readonly vehicles: Vehicles;
  readonly tracks: Tracks;
  readonly signals: Signals;
  readonly closures: Closures;
  readonly edges: EdgeSpeeds;
  readonly departures: Departures;
  readonly waiting: Waiting;
  readonly totals: Totals;
  readonly watch: Watch;
  readonly search: Search;
  readonly drivers: Drivers;
  readonly pace: Pace;
  /** Drives as in the place that its vehicles were listed for. */
  readonly isListedDriving: boolean;
  /** Who has stood for so long is let through; infinite where nobody is. */
  readonly letThroughAfterS: number;
  readonly keepsRight: boolean;
  readonly links: Links;
  readonly patience: Patience;
  /** What is measured and drives nobody: energy and exhaust, junctions, and the trips that have arrived. */
  readonly energy: Energy;
  readonly levels: Levels;
  readonly ledger: TripLedger;
  /** Ambulances and fire engines; null where the scene has none. */
  readonly response: Response | null;
  /** How long crews of other services take to every road. */
  readonly crews: CrewTimes;
  /** Null where nobody with plans looks for a space. */
  readonly parking: Parking | null;
  /** Null where nobody with plans could charge a car. */
  readonly charging: Charging | null;
  /** Null where the scene has no bus line. */
  readonly buses: Buses | null;
  /** People on foot; null where nobody walks, or nothing is crossed. */
  readonly walking: Walking | null;
  readonly intents: Intents;
  /** Only within a step: room taken on each lane. */
  readonly laneLoadM: Float64Array;
}

export function emptyState(scene: CompiledScene, settings: RunSettings): TrafficState {
  const network = networkOf(scene);
  const chance = luckOfRun(settings);
  const luck = chance.known;
  const driving = scene.scene.demand?.vehicles?.driving;
  const vehicles = createVehicles(network.vehicleCapacity, network.mostLanes, driving ? LEADS : 0);
  const links = linksOf(scene, network);
  const people = peopleOf(scene, network, luck, settings.seed);
  const pace = driving ? paceOf(driving.stepSeconds, driving.update === 'ballistic') : paceOf(PERIOD_SECONDS, true);
  const walking = driving ? null : walkingOf(scene, network, people, luck, pace.stepS);
  return {
    scene,
    settings,
    network,
    luck,
    chance,
    demand: demandOf(scene, network),
    listed: listedOf(scene, luck),
    people,
    progress: people === null ? null : createProgress(people),
    vehicles,
    tracks: createTracks(network),
    signals: createSignals(
      network,
      walking === null ? undefined : (crossing) => stepOffSeconds(walking, network, crossing),
    ),
    closures: createClosures(scene, network),
    edges: createEdgeSpeeds(network),
    departures: createDepartures(),
    waiting: createWaiting(network),
    totals: createTotals(),
    watch: createWatch(network),
    search: createSearch(network),
    drivers: driversOf(scene),
    pace,
    isListedDriving: driving !== undefined,
    letThroughAfterS: driving?.letThroughAfterSeconds ?? Number.POSITIVE_INFINITY,
    keepsRight: driving?.keepsRight ?? false,
    links,
    patience: createPatience(network),
    energy: createEnergy(scene, network),
    levels: createLevels(network, vehicles.capacity),
    ledger: createTripLedger(),
    response: responseOf(scene),
    crews: createCrewTimes(scene),
    parking: createParking(scene, network, people),
    charging: createCharging(scene, network, people),
    buses: busesOf(scene, network, people, vehicles.capacity),
    walking,
    intents: createIntents(vehicles.capacity, links),
    laneLoadM: new Float64Array(network.roads.laneCount),
  };
}
