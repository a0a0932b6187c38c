/** Figures that rows are judged by, beyond the KPIs as they stand at the end. */
import { type KpiName, kpis } from '../../../sim/ports';
import { pairTripTables, type TripPair } from '../../../sim/studies';
import type { Figure, LivedRun, PairFigure } from './row';
import type { StreetTally, VehicleKind } from './street-tally';

/** The highest that a KPI stood at from one minute to another. */
export const mostOf =
  (kpi: KpiName, from = 0, until = Number.POSITIVE_INFINITY): Figure =>
  ({ course }) =>
    course.reduce(
      (most, { minute, values }) => (minute > from && minute <= until ? Math.max(most, values[kpi] ?? most) : most),
      Number.NEGATIVE_INFINITY,
    );

/** What a KPI that adds up came to from one minute to another. */
export const grownOf =
  (kpi: KpiName, from: number, until = Number.POSITIVE_INFINITY): Figure =>
  ({ course }) => {
    const at = (minute: number) => course.findLast((each) => each.minute <= minute + 1e-9)?.values[kpi] ?? 0;
    return at(until) - at(from);
  };

/** The most that a KPI that adds up grew by in an hour, from one look to the next. */
export const steepestOf =
  (kpi: KpiName): Figure =>
  ({ course }) => {
    let most = 0;
    for (let i = 1; i < course.length; i++) {
      const grown = (course[i].values[kpi] ?? 0) - (course[i - 1].values[kpi] ?? 0);
      most = Math.max(most, (60 * grown) / (course[i].minute - course[i - 1].minute));
    }
    return most;
  };

/** How often something has happened. */
export const countOf =
  (...codes: readonly string[]): Figure =>
  ({ heard }) =>
    heard.filter(({ code }) => codes.includes(code)).length;

const ofTrips = (of: (pair: TripPair) => readonly [number, number], bandAs?: KpiName): PairFigure => ({
  deadband: bandAs === undefined ? 0 : kpis[bandAs].deadband,
  of(a, b) {
    if (!a.trips || !b.trips) throw new Error('met runs without trips, expected traffic in both');
    return of(pairTripTables(a.trips, b.trips, a.endSeconds));
  },
});

/** Time of a trip from when it was due, insertion delay and the rest of unfinished trips included. */
export const travelTime = ofTrips(
  ({ figures }) => [figures.baselineMeanSeconds, figures.variantMeanSeconds],
  'traffic.mean-duration',
);
/** That less what the trip takes on the baseline's empty road. */
export const delay = ofTrips(
  ({ figures }) => [figures.baselineMeanDelaySeconds, figures.variantMeanDelaySeconds],
  'traffic.mean-time-loss',
);
export const unfinished = ofTrips(({ figures }) => [figures.unfinishedInBaseline, figures.unfinishedInVariant]);
export const tripsOfOneOnly = ofTrips(({ figures }) => [0, figures.onlyInBaseline + figures.onlyInVariant]);

/** Every trip that has entered has arrived or is still there, and none is counted twice. */
export const tripsLost: Figure = ({ end }) =>
  (end['traffic.trips-inserted'] ?? 0) - (end['traffic.trips-arrived'] ?? 0) - (end['traffic.trips-running'] ?? 0);

const streetsOf = ({ streets }: LivedRun): StreetTally => {
  if (!streets) throw new Error('met a run without traffic, expected one with');
  return streets;
};

export const kmOn =
  (...edges: readonly string[]): Figure =>
  (run) =>
    streetsOf(run).sumOn(streetsOf(run).edgeM, edges) / 1_000;
/** Once ten minutes are over. */
export const laterKmOn =
  (...edges: readonly string[]): Figure =>
  (run) =>
    streetsOf(run).sumOn(streetsOf(run).settledM, edges) / 1_000;
export const hoursOn =
  (...edges: readonly string[]): Figure =>
  (run) =>
    streetsOf(run).sumOn(streetsOf(run).edgeSeconds, edges) / 3_600;
export const secondsPerKmOn =
  (...edges: readonly string[]): Figure =>
  (run) =>
    (1_000 * streetsOf(run).sumOn(streetsOf(run).edgeSeconds, edges)) /
    streetsOf(run).sumOn(streetsOf(run).edgeM, edges);
export const saturationOn =
  (...edges: readonly string[]) =>
  (run: LivedRun): number =>
    streetsOf(run).highestOn(streetsOf(run).saturation, edges);
export const hoursOf =
  (kind: VehicleKind): Figure =>
  (run) =>
    streetsOf(run).secondsOf(kind) / 3_600;
/** Signals that ambulances and fire engines have passed on their way to calls and hospitals. */
export const signalsPassedInHaste = (run: LivedRun): number => streetsOf(run).signalsPassedInHaste;
/** Cars on the road and those who wait to enter it. */
export const carHours: Figure = (run) => (streetsOf(run).secondsOf('car') + streetsOf(run).outsideSeconds) / 3_600;
export const baysTaken: Figure = (run) => streetsOf(run).baysTaken;

/** What lines of a voltage lose now, kW. */
export const lineLossKw =
  (kilovolts: number) =>
  (run: LivedRun): number =>
    linesOf(run, kilovolts).reduce((sum, { lossKw }) => sum + lossKw, 0);

/** What they lose in b, brought to what each receives in a: loss goes with the square of power over voltage received. */
export const lineLossAsReceivedKw =
  (kilovolts: number) =>
  (a: LivedRun, b: LivedRun): number => {
    const before = linesOf(a, kilovolts);
    return linesOf(b, kilovolts).reduce((sum, { lossKw, received, perUnit }, i) => {
      const same = (before[i].received / received) * (perUnit / before[i].perUnit);
      return sum + lossKw * same * same;
    }, 0);
  };

/** Lines that carry something, with the apparent power and the voltage at the end that receives. */
function linesOf({ energy }: LivedRun, kilovolts: number) {
  if (!energy?.power) throw new Error('met a run without a grid, expected one with');
  const { grid, flow } = energy.power;
  const { pFrom, pTo, qFrom, qTo, vm } = flow.now.results;
  const lines: { readonly lossKw: number; readonly received: number; readonly perUnit: number }[] = [];
  for (let link = 0; link < grid.branchCount; link++) {
    if (grid.nodeKilovolts[grid.linkFrom[link]] !== kilovolts || pFrom[link] === 0) continue;
    const isForward = pTo[link] < 0;
    const [p, q] = isForward ? [pTo[link], qTo[link]] : [pFrom[link], qFrom[link]];
    lines.push({
      lossKw: 1_000 * flow.circuit.baseMva * (pFrom[link] + pTo[link]),
      received: Math.hypot(p, q),
      perUnit: vm[isForward ? grid.linkTo[link] : grid.linkFrom[link]],
    });
  }
  return lines;
}

/** GB 50838-2015, 7.2.4: what air of a gallery may have at most, which its strain is a share of. */
const AIR_LIMIT_C = 40;

/** Of all sections, now. */
export const warmestAir: Figure = ({ strains }) =>
  AIR_LIMIT_C * Math.max(...(strains.get('tunnel.air') ?? [Number.NaN]).filter((share) => !Number.isNaN(share)));

/** How much of something is missing to what it should be at least; nothing where it is enough. */
export const shortOf =
  (kpi: KpiName, least: number): Figure =>
  ({ end }) =>
    Math.max(0, least - (end[kpi] ?? 0));
