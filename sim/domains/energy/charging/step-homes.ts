/** Cars at home through a step: who is there, what the network tells them, what they draw. */

import type { Consumers } from '../consumers/consumers';
import { skyGear } from '../consumers/generators';
import type { GridRun } from '../grid/grid-run';
import type { EnergyKnobs } from '../knobs';
import type { Totals } from '../totals';
import type { Weather } from '../weather';
import { chargeCars, countFollowers } from './charge-cars';
import { CHARGER_KW, comeAndGo, type Fleet } from './come-and-go';
import type { HomeCars } from './home-cars';
import { lookAhead } from './look-ahead';
import { followersOf, isManaged, LOOKS_EVERY_S, type Steering, steer } from './steering';

/** What traffic says of cars at home, where it takes part, and what it is told. */
export interface HomePorts {
  readonly homesKw: Float64Array;
  readonly followerNeed: Float64Array;
  readonly followerPower: Float64Array;
  readonly atOnceKw: Float64Array;
  readonly followers: Float64Array;
  readonly signal: Float64Array;
}

export interface HomesStep {
  readonly seconds: number;
  readonly stepS: number;
  readonly startSeconds: number;
  readonly weather: Weather;
  readonly consumers: Consumers;
  readonly knobs: EnergyKnobs;
  readonly power: GridRun;
  readonly sitesKw: Float64Array;
  readonly ports: HomePorts;
  readonly totals: Totals;
}

export function fleetOf(knobs: EnergyKnobs, { usualShare }: HomeCars): Fleet {
  const [share] = knobs['city.electric-cars'].values;
  const [kw] = knobs['city.home-charger'].values;
  return { electricShare: Number.isNaN(share) ? usualShare : share, furtherKw: Number.isNaN(kw) ? CHARGER_KW : kw };
}

/** What all draw together beyond what they would if everybody charged at once. */
export function stepHomes(run: Steering, step: HomesStep): number {
  const { seconds, stepS, startSeconds, consumers, knobs, power, ports, totals } = step;
  const { buildingNode, charging: alone, supply } = consumers;
  const clockS = startSeconds + seconds;
  if (alone !== null) {
    comeAndGo(alone.cars, fleetOf(knobs, alone.cars), clockS, stepS, totals);
    countFollowers(alone.cars, followersOf(knobs), clockS, run.followed);
  } else {
    run.followed.needKwh.set(ports.followerNeed);
    run.followed.powerKw.set(ports.followerPower);
  }
  lookWhereAsked(run, step);
  steer(run, knobs, power, { seconds, clockS, buildingNode });
  ports.followers[0] = run.followers;
  ports.signal.set(run.signal);
  let atOnceKw = ports.atOnceKw[0];
  const homesKw = alone?.homesKw ?? ports.homesKw;
  if (alone !== null) {
    const { followers, signal, back } = run;
    const heard = { followers, signal, back, fromHour: knobs['city.charging-hour'].values[0] };
    atOnceKw = chargeCars(alone.cars, heard, clockS, stepS, supply.electricity, homesKw, totals);
  }
  let drawnKw = 0;
  for (let building = 0; building < homesKw.length; building++) {
    drawnKw += homesKw[building];
    // What cars give back is used in the house first: it comes off what that draws.
    if (buildingNode[building] >= 0) power.wantedKw[buildingNode[building]] += homesKw[building];
  }
  return drawnKw - atOnceKw;
}

function lookWhereAsked(run: Steering, { seconds, weather, consumers, knobs, sitesKw }: HomesStep): void {
  if (!isManaged(knobs)) run.aheadFromS = Number.NaN;
  else if (!(seconds - run.aheadFromS < LOOKS_EVERY_S)) {
    run.aheadFromS = seconds;
    lookAhead(run.ahead, weather, consumers, skyGear(knobs), sitesKw, run.feeders, seconds, run.aheadKw);
  }
}
