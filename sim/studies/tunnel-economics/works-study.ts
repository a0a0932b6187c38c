import { lostOverDay, type MeasuredHour } from '../../domains/works/economics';
import { hoursFromSeconds, secondsFromHours } from '../../kernel';
import type { Scenario } from '../../scenarios';
import type { CompiledScene } from '../../scene';
import type { RunResult } from '../run-result';

/** Runs that tell what a street loses while one of its lanes is dug up: pairs by seed, in a busy and a calm hour. */
export interface WorksStudy {
  readonly street: string;
  /** Edges that are dug up at a time, at the kerb. */
  readonly edges: readonly string[];
  readonly lengthM: number;
  readonly scenarios: readonly Scenario[];
}

export interface WorksLoss {
  readonly busy: MeasuredHour;
  readonly calm: MeasuredHour;
  /** Of the busy hour's seeds, each pair's own, to see how much of it is chance. */
  readonly busyBySeed: readonly number[];
  readonly calmBySeed: readonly number[];
  readonly vehicleHoursPerDay: number;
}

const HOURS_PER_DAY = 24;
const BUSY_HOUR = 7;
const CALM_HOUR = 10;
/** A dig takes about this much of a street at a time. */
const SITE_M = 800;

/** The street over the longest gallery, where a city has any; undefined where it has none, or no such street. */
export function streetOfGalleries({ scene }: CompiledScene): string | undefined {
  const galleries = [...(scene.galleries?.galleries ?? [])];
  const streets = new Set(scene.roads?.edges.map(({ street }) => street));
  galleries.sort((a, b) => b.path.length - a.path.length || (a.id < b.id ? -1 : 1));
  return galleries.find(({ street }) => street !== undefined && streets.has(street))?.street;
}

/** For each seed: busy without, busy with, calm without, calm with. Undefined where nobody could pass. */
export function planWorksStudy(
  scene: CompiledScene,
  street: string,
  base: Scenario,
  seeds: readonly number[],
  lanes = 1,
): WorksStudy | undefined {
  const { edges, lengthM } = siteOn(scene, street, lanes);
  if (edges.length === 0) return undefined;
  const works = {
    id: 'works',
    kind: 'close-road',
    targets: edges,
    settings: { lanes: 'kerb', laneCount: lanes, bothDirections: false },
    fromSeconds: 0,
    untilSeconds: null,
  } as unknown as Scenario['interventions'][number];
  const scenarios = seeds.flatMap((seed) =>
    [BUSY_HOUR, CALM_HOUR].flatMap((hour) =>
      [[], [works]].map((interventions) => ({
        ...base,
        seed,
        domains: ['traffic'],
        startSeconds: secondsFromHours(hour),
        interventions,
      })),
    ),
  );
  return { street, edges, lengthM, scenarios };
}

/** Neighbouring edges in the middle of the street, one way, that have a lane to spare. */
function siteOn({ scene }: CompiledScene, street: string, lanes: number): { edges: string[]; lengthM: number } {
  const own = (scene.roads?.edges ?? []).filter((edge) => edge.street === street && edge.lanes.length > lanes);
  // Along the street in one direction: each edge begins where the one before ends.
  const chains = own.filter(({ from, opposite }) => !own.some((other) => other.to === from && other.id !== opposite));
  const line: typeof own = [];
  let edge = chains[0] ?? own[0];
  while (line.length < own.length && !line.includes(edge)) {
    line.push(edge);
    const { to, opposite } = edge;
    edge = own.find(({ id, from }) => from === to && id !== opposite) ?? line[0];
  }
  const edges: string[] = [];
  let lengthM = 0;
  for (let k = Math.floor(line.length / 2); k < line.length && lengthM < SITE_M; k++) {
    edges.push(line[k].id);
    lengthM += lengthOf(line[k].shape);
  }
  return { edges, lengthM };
}

function lengthOf(shape: readonly (readonly number[])[]): number {
  let sum = 0;
  for (let i = 1; i < shape.length; i++) {
    const [dx, dy] = [shape[i][0] - shape[i - 1][0], shape[i][1] - shape[i - 1][1]];
    sum += Math.sqrt(dx * dx + dy * dy);
  }
  return sum;
}

/** From the results in the order of the study's scenarios. */
export function worksLoss(scene: CompiledScene, study: WorksStudy, results: readonly RunResult[]): WorksLoss {
  const share = trafficByHour(scene);
  const perHour = 1 / hoursFromSeconds(study.scenarios[0].durationSeconds);
  const lost = (first: number) => {
    const found: number[] = [];
    for (let k = first; k < results.length; k += 4)
      found.push((delayOf(results[k + 1]) - delayOf(results[k])) * perHour);
    return found;
  };
  const busyBySeed = lost(0);
  const calmBySeed = lost(2);
  const busy = { shareOfDay: share[BUSY_HOUR], lostVehicleHours: meanOf(busyBySeed) };
  const calm = { shareOfDay: share[CALM_HOUR], lostVehicleHours: meanOf(calmBySeed) };
  return { busy, calm, busyBySeed, calmBySeed, vehicleHoursPerDay: lostOverDay(busy, calm, share) };
}

/** Delay on the way, and what those lost who waited to get into the network. */
function delayOf({ totals }: RunResult): number {
  const waited = totals['traffic.mean-insertion-delay']?.value ?? 0;
  const trips = (totals['traffic.trips-inserted']?.value ?? 0) + (totals['traffic.trips-waiting']?.value ?? 0);
  return (totals['traffic.delay']?.value ?? 0) + hoursFromSeconds(waited * trips);
}

const meanOf = (values: readonly number[]): number => values.reduce((sum, one) => sum + one, 0) / values.length;

/** Of a day's trips, how many set out in each hour, by the purposes of the scene's demand; even where it lists none. */
export function trafficByHour({ scene }: CompiledScene): number[] {
  const hours = Array.from({ length: HOURS_PER_DAY }, (_, hour) => {
    let sum = 0;
    for (const { share, hourly } of scene.demand?.purposes ?? []) sum += share * hourly[hour];
    return sum;
  });
  const total = hours.reduce((sum, one) => sum + one, 0);
  return hours.map((one) => (total > 0 ? one / total : 1 / HOURS_PER_DAY));
}
