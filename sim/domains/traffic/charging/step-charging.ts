/** Every few seconds: sites and homes are served, and what they draw is told to the city. */
import { kwhFromJoules } from '../../../kernel';
import type { TrafficState } from '../state';
import type { Happen } from '../watch';
import { type Charging, QUARTER_S } from './charging';
import { endWait } from './end-way';
import { HOME_CHARGER_W, serveHomes } from './home';
import { serveSite } from './serve';
import { standEmpty } from './strand';

/** What the city's grid says: by site and by building the share of its supply that it has. */
export interface ChargingSupply {
  readonly sites: Float64Array;
  readonly buildings: Float64Array;
  /** Share of cars with a charger that follow the network, and by building what it lets them draw. */
  readonly followers: Float64Array;
  readonly signal: Float64Array;
}

/** Cells change by less than two thousandths within it, and whoever waits for a plug sees that one is free. */
export const RECKONS_EVERY_S = 5;
const W_PER_KW = 1_000;

export function stepCharging(
  state: TrafficState,
  charging: Charging,
  stepSeconds: number,
  supply: ChargingSupply | null,
  happen: Happen | null,
): void {
  if (!charging.isOpen) return;
  charging.leftSeconds -= stepSeconds;
  if (charging.leftSeconds > 0) return;
  charging.leftSeconds += RECKONS_EVERY_S;
  const { stands, cars, tally } = charging;
  const nowS = state.settings.startSeconds + state.totals.elapsedSeconds;
  const told = (car: number, gotPlug: boolean, waitedS: number) =>
    endWait(state, charging, car, gotPlug, waitedS, nowS);
  standEmpty(state, charging, nowS, happen);
  let sitesJ = 0;
  for (let site = 0; site < stands.siteCount; site++) {
    const share = supply === null ? 1 : supply.sites[site];
    sitesJ += serveSite(stands, cars, site, nowS, RECKONS_EVERY_S, share, told);
  }
  const { knobs } = state.closures;
  const [furtherKw] = knobs['city.home-charger'].values;
  const homesJ = serveHomes(charging, nowS, RECKONS_EVERY_S, {
    supply: supply?.buildings ?? null,
    followers: supply?.followers[0] ?? 0,
    signal: supply?.signal ?? null,
    fromHour: knobs['city.charging-hour'].values[0],
    furtherW: Number.isNaN(furtherKw) ? HOME_CHARGER_W : W_PER_KW * furtherKw,
  });
  tally.sitesJ += sitesJ;
  tally.homesJ += homesJ;
  passQuarter(charging, sitesJ + homesJ);
  charging.isNews = true;
}

function passQuarter({ tally }: Charging, drawnJ: number): void {
  tally.quarterJ += drawnJ;
  tally.peakW = Math.max(tally.peakW, tally.quarterJ / QUARTER_S);
  tally.quarterLeftSeconds -= RECKONS_EVERY_S;
  if (tally.quarterLeftSeconds > 0) return;
  tally.quarterLeftSeconds = QUARTER_S;
  tally.quarterJ = 0;
}

/** What the grid hears. */
export interface ChargingPorts {
  readonly sitesKw: Float64Array;
  readonly buildingsKw: Float64Array;
  readonly atOnceKw: Float64Array;
  readonly followerKwh: Float64Array;
  readonly followerKw: Float64Array;
}

/** To the ports, in kilowatts; what they hold stays until the next reckoning. */
export function tellCharging(charging: Charging, told: ChargingPorts): void {
  charging.isNews = false;
  const { stands, homeW, followerNeedJ, followerW } = charging;
  const { sitesKw, buildingsKw } = told;
  told.atOnceKw[0] = charging.atOnceW / W_PER_KW;
  for (let site = 0; site < sitesKw.length; site++) sitesKw[site] = stands.drawnW[site] / W_PER_KW;
  for (let building = 0; building < buildingsKw.length; building++) {
    buildingsKw[building] = homeW[building] / W_PER_KW;
    told.followerKwh[building] = kwhFromJoules(followerNeedJ[building]);
    told.followerKw[building] = followerW[building] / W_PER_KW;
  }
}
