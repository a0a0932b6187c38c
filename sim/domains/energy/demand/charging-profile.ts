/**
 * What charging sites draw where nobody drives: for years of energy alone. Cars come by themselves, at random round the
 * hours at which they are known to come, find a plug of their kind or wait for one, and take what they need; a site never
 * passes its limit. With traffic on the clock its port says instead who came and what he took.
 *
 * A day is reckoned in slots of five minutes when it is first asked for, begun with an empty afternoon before, so that it is
 * the same whatever was asked before. Left out: who gives up waiting, and that cold cells charge slower.
 */
import { createLuck, type Luck } from '../../../kernel';
import type { CompiledScene } from '../../../scene/compiled';
import { dayIndexOf, SECONDS_A_DAY } from '../weather/calendar';
import {
  type Arrival,
  arrivalsOf,
  COME_TO_WORK_ON_REST,
  HOME_HOURS,
  QUICK_HOURS,
  QUICK_KWH,
  type Rank,
  rankOf,
  SLOTS_A_DAY,
  SLOW_KWH,
  WORK_HOURS,
} from './charging-arrivals';
import { useRows } from './uses';

export interface ChargingProfile {
  readonly siteCount: number;
  /** Two ranks a site, quick plugs and slow ones; the slow come second. */
  readonly ranks: readonly Rank[];
  readonly limitKw: Float64Array;
  readonly luck: Luck;
  /** So many times as many come as usually. */
  times: number;
  /** Days that were asked for last, with what each site draws in each slot. */
  readonly days: Map<number, Float64Array>;
}

const SLOT_SECONDS = SECONDS_A_DAY / SLOTS_A_DAY;
const SLOT_HOURS = SLOT_SECONDS / 3_600;
/** Whoever came before four in the afternoon of the day before has as good as always left by midnight. */
const EVENING_BEGINS = 192;
const FULL_KWH = 1e-9;
const DAYS_KEPT = 3;

/** Above this a plug is a quick one; 7 kW at home and 22 at most elsewhere are slow. */
const SLOW_UP_TO_KW = 22;
/** A car takes so much of a quick plug's rating on its way from a fifth to nearly full: it slows down from four fifths on. */
const QUICK_ACCEPTED = 0.75;

export function createChargingProfile(scene: CompiledScene, seed: number): ChargingProfile {
  const byId = new Map((scene.scene.roads?.chargingSites ?? []).map((site) => [site.id, site]));
  const table = scene.elements['charging-site'];
  const sites = table.ids.map((id) => byId.get(id)!);
  const ranks = sites.flatMap(({ chargers, at }) => {
    const plugs = chargers.flatMap(({ count, powerKw }) => Array<number>(count).fill(powerKw));
    const isHome = isAmongHomes(scene, at);
    const quick = plugs.filter((kw) => kw > SLOW_UP_TO_KW);
    const slow = plugs.filter((kw) => kw <= SLOW_UP_TO_KW);
    return [
      rankOf(quick, QUICK_ACCEPTED, QUICK_KWH, QUICK_HOURS, 1),
      isHome ? rankOf(slow, 1, SLOW_KWH, HOME_HOURS, 1) : rankOf(slow, 1, SLOW_KWH, WORK_HOURS, COME_TO_WORK_ON_REST),
    ];
  });
  const ratedKw = (site: number) => sites[site].chargers.reduce((sum, each) => sum + each.count * each.powerKw, 0);
  return {
    siteCount: table.count,
    ranks,
    limitKw: Float64Array.from(sites, ({ limitKw }, site) => limitKw ?? ratedKw(site)),
    luck: createLuck(seed),
    times: 1,
    days: new Map(),
  };
}

/** From now on so much more is charged on a working day, or less: by those of the usual city and others besides. */
export function growCharging(profile: ChargingProfile, kwhADay: number): void {
  const usualKwh = profile.ranks.reduce((sum, { comeAWorkingDay, kwhEach }) => sum + comeAWorkingDay * kwhEach, 0);
  const times = usualKwh > 0 ? Math.max(0, 1 + kwhADay / usualKwh) : 1;
  if (times === profile.times) return;
  profile.times = times;
  profile.days.clear();
}

/** Mean power that each site wants over a step that begins at a moment of a day; kilowatts, in the order of the element table. */
export function chargingAt(
  profile: ChargingProfile,
  dayIndex: number,
  secondOfDay: number,
  stepSeconds: number,
  into: Float64Array,
): void {
  into.fill(0);
  const end = secondOfDay + stepSeconds;
  for (let from = secondOfDay; from < end; ) {
    const slot = Math.floor(from / SLOT_SECONDS);
    const to = Math.min(end, (slot + 1) * SLOT_SECONDS);
    const day = slotsOf(profile, dayIndexOf(dayIndex + Math.floor(slot / SLOTS_A_DAY)));
    const share = (to - from) / stepSeconds;
    const first = (slot % SLOTS_A_DAY) * profile.siteCount;
    for (let site = 0; site < profile.siteCount; site++) into[site] += share * day[first + site];
    from = to;
  }
}

function slotsOf(profile: ChargingProfile, day: number): Float64Array {
  const known = profile.days.get(day);
  if (known) return known;
  const kw = new Float64Array(SLOTS_A_DAY * profile.siteCount);
  for (let site = 0; site < profile.siteCount; site++) chargeSite(profile, site, day, kw);
  if (profile.days.size >= DAYS_KEPT) profile.days.delete(profile.days.keys().next().value as number);
  profile.days.set(day, kw);
  return kw;
}

/** The evening before, for whoever is still there at midnight, and then the day itself. */
function chargeSite(profile: ChargingProfile, site: number, day: number, into: Float64Array): void {
  const yards = [0, 1].map((r) => openYard(profile, 2 * site + r, day));
  const limitKw = profile.limitKw[site];
  for (let slot = EVENING_BEGINS - SLOTS_A_DAY; slot < SLOTS_A_DAY; slot++) {
    let wantedKw = 0;
    for (const yard of yards) wantedKw += plugIn(yard, slot);
    if (wantedKw === 0) continue;
    const granted = Math.min(1, limitKw / wantedKw);
    for (const yard of yards) give(yard, granted);
    if (slot >= 0) into[slot * profile.siteCount + site] = granted * wantedKw;
  }
}

/** The plugs of one rank over a day: who is to come, who waits, who is plugged in. */
interface Yard {
  readonly plugKw: Float64Array;
  readonly coming: readonly Arrival[];
  next: number;
  /** Plugs in use, the first `busy` of these, and what each still has to give. */
  busy: number;
  readonly plug: Uint16Array;
  readonly leftKwh: Float64Array;
  readonly isTaken: Uint8Array;
}

function openYard(profile: ChargingProfile, key: number, day: number): Yard {
  const rank = profile.ranks[key];
  const before = arrivalsOf(profile.luck, rank, key, dayIndexOf(day - 1), EVENING_BEGINS, profile.times);
  const coming = before.map(({ slot, kwh }) => ({ slot: slot - SLOTS_A_DAY, kwh }));
  const plugs = rank.plugKw.length;
  return {
    plugKw: rank.plugKw,
    coming: [...coming, ...arrivalsOf(profile.luck, rank, key, day, 0, profile.times)],
    next: 0,
    busy: 0,
    plug: new Uint16Array(plugs),
    leftKwh: new Float64Array(plugs),
    isTaken: new Uint8Array(plugs),
  };
}

/** Whoever has come takes the strongest plug that is free, first come first served; returns what all of them want. */
function plugIn(yard: Yard, slot: number): number {
  const { plugKw, coming, plug, leftKwh, isTaken } = yard;
  while (yard.busy < plugKw.length && yard.next < coming.length && coming[yard.next].slot <= slot) {
    const free = isTaken.indexOf(0);
    isTaken[free] = 1;
    plug[yard.busy] = free;
    leftKwh[yard.busy++] = coming[yard.next++].kwh;
  }
  let wantedKw = 0;
  for (let n = 0; n < yard.busy; n++) wantedKw += Math.min(plugKw[plug[n]], leftKwh[n] / SLOT_HOURS);
  return wantedKw;
}

function give(yard: Yard, granted: number): void {
  const { plugKw, plug, leftKwh, isTaken } = yard;
  for (let n = yard.busy - 1; n >= 0; n--) {
    leftKwh[n] -= granted * Math.min(plugKw[plug[n]], leftKwh[n] / SLOT_HOURS) * SLOT_HOURS;
    if (leftKwh[n] > FULL_KWH) continue;
    isTaken[plug[n]] = 0;
    yard.busy--;
    plug[n] = plug[yard.busy];
    leftKwh[n] = leftKwh[yard.busy];
  }
}

/** Whether the nearest building is one that people live in. */
function isAmongHomes(scene: CompiledScene, [x, y]: readonly [number, number]): boolean {
  let nearestM2 = Infinity;
  let isHome = false;
  for (const { outline, use } of scene.scene.buildings?.buildings ?? []) {
    const [cornerX, cornerY] = outline[0];
    const m2 = (cornerX - x) * (cornerX - x) + (cornerY - y) * (cornerY - y);
    if (m2 >= nearestM2) continue;
    nearestM2 = m2;
    isHome = useRows[use].pattern === 'home';
  }
  return isHome;
}
