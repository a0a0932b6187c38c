import { CHANGE_YEARS, DAYS_PER_DIG, type Intervention, type TunnelCase, YUAN_PER_DIG } from '../../../sim';
import type { KpiPair } from '../../state/kpi-difference';

/** Hours of a day in which a street has traffic to lose. */
const HOURS_A_DAY = 10;
const SECONDS_PER_HOUR = 3_600;
const SECONDS_PER_DAY = 86_400;
/** Before that the difference is mostly chance. */
const LEAST_SECONDS = 300;
const DAYS_PER_MONTH = 365.25 / 12;

/** What the changes of a run cost all drivers in a day, against the same run without them; undefined where they gain or it is too early. */
export function lostPerDay(pair: KpiPair | undefined): number | undefined {
  if (pair === undefined || pair.seconds < LEAST_SECONDS) return undefined;
  const lost = figure(pair.with, 'traffic.delay') - figure(pair.without, 'traffic.delay');
  return lost > 0 ? (HOURS_A_DAY * lost) / (pair.seconds / SECONDS_PER_HOUR) : undefined;
}

/** The same for each street that is dug up, where everyday works are shown: as many as there were on the mean. */
export function lostPerSite(pair: KpiPair | undefined, list: readonly Intervention[]): number | undefined {
  const lost = lostPerDay(pair);
  if (pair === undefined || lost === undefined || !list.some(({ kind }) => kind === 'street-works')) return lost;
  const sites = figure(pair.with, 'works.site-days') / (pair.seconds / SECONDS_PER_DAY);
  return lost / Math.max(1, sites);
}

/** The galleries that the changes of a run build, as a case: its length, cost, land and digging are the run's own figures. */
export function caseOfChange(
  pair: KpiPair | undefined,
  list: readonly Intervention[],
): (Partial<TunnelCase> & { readonly digsPerKmYear: number }) | undefined {
  const built = list.filter(({ kind }) => kind === 'build-gallery');
  const lengthKm = pair ? figure(pair.with, 'works.gallery-length') : Number.NaN;
  if (pair === undefined || built.length === 0 || !(lengthKm > 0)) return undefined;
  const sparedDays = figure(pair.without, 'works.days-per-year') - figure(pair.with, 'works.days-per-year');
  const underWay = built.filter(({ settings }) => settings.stage === 'building');
  const isAlone = list.length === underWay.length;
  return {
    lengthKm,
    costYuanPerKm: figure(pair.with, 'works.capex') / lengthKm,
    muPerKm: figure(pair.with, 'works.freed-land') / lengthKm,
    yuanPerMu: Number(built[0].settings.landPrice),
    years: CHANGE_YEARS,
    buildingDays: Math.max(0, ...underWay.map(({ settings }) => DAYS_PER_MONTH * Number(settings.months))),
    // What other changes cost is not the trench's doing.
    buildingVehicleHoursPerDay: isAlone ? Math.round(lostPerDay(pair) ?? 0) : 0,
    digsPerKmYear: sparedDays / DAYS_PER_DIG / lengthKm,
  };
}

/** The working as it stands, with a change's own figures in it. */
export function takeChange(tunnel: TunnelCase, { digsPerKmYear, ...of }: NonNullable<ReturnType<typeof caseOfChange>>) {
  const digging = { ...tunnel.digging, digsPerKmYear, daysPerDig: DAYS_PER_DIG, yuanPerDig: YUAN_PER_DIG };
  return { ...tunnel, ...of, digging };
}

const figure = (values: KpiPair['with'], name: keyof KpiPair['with']): number => values[name] ?? Number.NaN;
