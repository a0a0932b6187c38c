/**
 * Electric cars of persons: how full each is, where it is charged, and what that draws from the grid. A person's car is
 * one car all day: what a way takes from its cells by the energy model as driven is gone when he sets out again. Who has
 * a charger of his own plugs in at home; who has none goes to a site near where he is going anyway.
 *
 * Left out: lorries and buses, vehicles of through traffic and of lists (they have a charge and are charged elsewhere),
 * plug-in hybrids, prices, and that the weather heats and cools cabins and cells.
 */
import type { Decoder, Encoder } from '../../../kernel';
import type { CompiledScene } from '../../../scene/compiled';
import type { People } from '../demand/people/people';
import type { Network } from '../network';
import { type Cars, createCars, loadCars, saveCars } from './cars';
import { type Sites, sitesOf } from './sites';
import { createStands, expectWhole, loadStands, type Stands, saveStands } from './stands';

/** Sums since the start of the run; saved in the order of their names below. */
export interface ChargingTally {
  /** Drawn from the grid, at sites and at homes. */
  sitesJ: number;
  homesJ: number;
  /** What cars had when they were first seen; taken from their cells by ways in the city. */
  firstJ: number;
  drivenJ: number;
  /** Beyond the gates: into the cells there, and out of them. */
  beyondInJ: number;
  beyondOutJ: number;
  /** Brought to cars that had run empty. */
  helpedJ: number;
  /** Who came to a site; of those who no longer wait: got a plug, gave up, and what both have waited. */
  visits: number;
  served: number;
  gaveUp: number;
  waitedSeconds: number;
  /** Who could not get to the site that he had meant to go to, and who stayed longer to have enough for his way. */
  missedSite: number;
  putOff: number;
  /** Cars whose cells ran empty on the way. */
  stranded: number;
  /** Who left his charger at home, or was full there; and of these, who had what charging at once would have given. */
  leftHome: number;
  leftReady: number;
  lowestShare: number;
  /** Highest mean power of a quarter of an hour, and what this quarter has drawn so far. */
  peakW: number;
  quarterJ: number;
  quarterLeftSeconds: number;
}

export const QUARTER_S = 900;

function createTally(): ChargingTally {
  return {
    sitesJ: 0,
    homesJ: 0,
    firstJ: 0,
    drivenJ: 0,
    beyondInJ: 0,
    beyondOutJ: 0,
    helpedJ: 0,
    visits: 0,
    served: 0,
    gaveUp: 0,
    waitedSeconds: 0,
    missedSite: 0,
    putOff: 0,
    stranded: 0,
    leftHome: 0,
    leftReady: 0,
    lowestShare: 1,
    peakW: 0,
    quarterJ: 0,
    quarterLeftSeconds: QUARTER_S,
  };
}

const tallyNames = Object.keys(createTally()) as (keyof ChargingTally)[];

export interface Charging {
  readonly sites: Sites;
  readonly stands: Stands;
  readonly cars: Cars;
  readonly tally: ChargingTally;
  /** By building: power drawn by cars at their own chargers until the next reckoning. */
  readonly homeW: Float64Array;
  /** Of those among them that follow the network: what they still want from it, and what their chargers can give. */
  readonly followerNeedJ: Float64Array;
  readonly followerW: Float64Array;
  /** Drawn by all homes if everybody charged at once. */
  atOnceW: number;
  /** False while the city is warmed up: nobody's car is known yet. */
  isOpen: boolean;
  /** Only while somebody chooses: by site, how many wait. */
  readonly waitingNow: Int32Array;
  /** Until the next reckoning. */
  leftSeconds: number;
  /** Whether the ports have not been told of the last one. */
  isNews: boolean;
}

/** Null where nobody with plans could charge: no site, and no house that is supplied. */
export function createCharging(scene: CompiledScene, network: Network, people: People | null): Charging | null {
  const sites = sitesOf(scene, network);
  const supplied = scene.scene.buildings?.buildings.some(({ serves }) => serves?.electricity !== undefined) ?? false;
  if (people === null || (sites.siteCount === 0 && !supplied)) return null;
  return {
    sites,
    stands: createStands(sites),
    cars: createCars(),
    tally: createTally(),
    homeW: new Float64Array(scene.elements.building.count),
    followerNeedJ: new Float64Array(scene.elements.building.count),
    followerW: new Float64Array(scene.elements.building.count),
    atOnceW: 0,
    waitingNow: new Int32Array(sites.siteCount),
    isOpen: false,
    leftSeconds: 0,
    isNews: false,
  };
}

/** After a car has been driven. */
export function noteCharge({ cars, tally }: Charging, car: number): void {
  tally.lowestShare = Math.min(tally.lowestShare, cars.chargeJ[car] / cars.capacityJ[car]);
}

export function saveCharging(charging: Charging, out: Encoder): void {
  saveCars(charging.cars, out);
  saveStands(charging.stands, out);
  out.float64s(charging.homeW);
  for (const name of tallyNames) out.f64(charging.tally[name]);
  out.f64(charging.leftSeconds);
}

export function loadCharging(charging: Charging, from: Decoder): void {
  loadCars(charging.cars, from);
  loadStands(charging.stands, from);
  expectWhole(from.float64s(charging.homeW), charging.homeW.length);
  for (const name of tallyNames) charging.tally[name] = from.f64();
  charging.leftSeconds = from.f64();
  charging.isOpen = true;
}
