/**
 * Lorries: stops by the work that is done (stops a day by job, after the trip rates of the Quick Response Freight
 * Manual), joined into tours that begin and end at one place, outside a gate or at a depot. Left out: what is carried,
 * sizes of lorries, and hours when some are kept out.
 */
import { type Luck, streamOf } from '../../../../kernel';
import type { CompiledScene } from '../../../../scene/compiled';
import type { BuildingUse } from '../../../../scene/schema/buildings';
import type { FreightPart } from '../../../../scene/schema/people';
import { decayOf, NOT_HOME_BASED, oneSided } from './gravity';
import { drawEdge, type Ground } from './ground';
import { travelSeconds } from './impedance';
import { listCarLegs, type Plan } from './plan';
import { DRIVE, drawFrom, ERRAND, HOME, sumsOf } from './survey';
import { drawSecondOfDay } from './time-of-day';

const FROM_GATE = streamOf('traffic.freight.from-gate');
const BASE = streamOf('traffic.freight.base');
const BASE_PLACE = streamOf('traffic.freight.base-place');
const STOPS = streamOf('traffic.freight.stops');
const ZONE = streamOf('traffic.freight.zone');
const EDGE = streamOf('traffic.freight.edge');
const PLACE = streamOf('traffic.freight.place');
const START = streamOf('traffic.freight.start');
const STAY = streamOf('traffic.freight.stay');

export interface Freight {
  readonly tours: number;
  readonly gateShare: number;
  readonly stopSums: Float64Array;
  readonly stopSeconds: number;
  readonly departureHourly: Float64Array;
  /** The ground as lorries see it: what draws them stands in the place of errands. */
  readonly ground: Ground;
  /** Edges that tours begin from inside, with running sums of their weights. */
  readonly baseEdges: Uint32Array;
  readonly baseSums: Float64Array;
}

const BASES = new Set<BuildingUse>(['logistics', 'depot', 'industry']);

const known = new WeakMap<CompiledScene, Freight>();

export function freightOf(scene: CompiledScene, ground: Ground): Freight | null {
  const part = scene.scene.demand?.freight;
  if (part === undefined) return null;
  const freight = known.get(scene) ?? deriveFreight(ground, part);
  known.set(scene, freight);
  return freight;
}

function deriveFreight(ground: Ground, part: FreightPart): Freight {
  const rates = new Map(part.rates.map(({ use, stopsPerJob }) => [use, stopsPerJob]));
  const weight = new Float64Array(ground.zoneOfEdge.length);
  const base = new Map<number, number>();
  for (const { building, edge } of ground.places.buildings) {
    if (edge < 0) continue;
    const jobs = building.jobs ?? 0;
    weight[edge] += jobs * (rates.get(building.use) ?? 0) + (building.residents ?? 0) * part.stopsPerResident;
    if (BASES.has(building.use) && jobs > 0) base.set(edge, (base.get(edge) ?? 0) + jobs);
  }
  const total = new Float64Array(ground.zoneCount);
  const sums = new Float64Array(ground.zoneEdges.length);
  for (let zone = 0; zone < ground.zoneCount; zone++) {
    for (let k = ground.zoneStart[zone]; k < ground.zoneStart[zone + 1]; k++) {
      total[zone] += weight[ground.zoneEdges[k]];
      sums[k] = total[zone];
    }
  }
  const { middleXM, middleYM } = ground;
  const ways = oneSided(ground.endCount, ground.zoneCount, total, (a, b) => {
    const [dx, dy] = [middleXM[a] - middleXM[b], middleYM[a] - middleYM[b]];
    return decayOf(NOT_HOME_BASED, Math.sqrt(dx * dx + dy * dy));
  });
  const stopSums = sumsOf(part.stops);
  const meanStops = part.stops.reduce((sum, share, i) => sum + share * (i + 1), 0) / stopSums[stopSums.length - 1];
  const stops = total.reduce((sum, value) => sum + value, 0);
  const baseEdges = [...base.keys()].sort((a, b) => a - b);
  const edgeSums = [...ground.edgeSums];
  edgeSums[ERRAND] = sums;
  const elsewhereSums = [...ground.elsewhereSums];
  elsewhereSums[ERRAND] = ways;
  const anyGate = ground.gateCount > 0 && ground.outsiderSums[ground.gateCount - 1] > 0;
  return {
    tours: anyGate || baseEdges.length > 0 ? Math.round(stops / meanStops) : 0,
    gateShare: baseEdges.length === 0 ? 1 : anyGate ? part.gateShare : 0,
    stopSums,
    stopSeconds: 60 * part.stopMinutes,
    departureHourly: Float64Array.from(part.departureHourly),
    ground: { ...ground, edgeSums, elsewhereSums },
    baseEdges: Uint32Array.from(baseEdges),
    baseSums: sumsOf(baseEdges.map((edge) => base.get(edge)!)),
  };
}

/** Fills in a lorry's day; its ways are those of somebody who drives, on errands and home. */
export function planLorry(freight: Freight, luck: Luck, word: number, plan: Plan): void {
  const { ground } = freight;
  plan.homeEdge = -1;
  plan.homeGate = -1;
  plan.homePlace = -1;
  if (luck.uniform(FROM_GATE, 0, word) < freight.gateShare)
    plan.homeGate = drawFrom(ground.outsiderSums, luck.uniform(BASE, 0, word));
  else {
    plan.homeEdge = freight.baseEdges[drawFrom(freight.baseSums, luck.uniform(BASE, 0, word))];
    plan.homePlace = 0.2 + 0.4 * luck.uniform(BASE_PLACE, 0, word);
  }
  const stops = 1 + drawFrom(freight.stopSums, luck.uniform(STOPS, 0, word));
  let at = plan.homeGate >= 0 ? ground.zoneCount + plan.homeGate : ground.zoneOfEdge[plan.homeEdge];
  let now = drawSecondOfDay(freight.departureHourly, luck.uniform(START, 0, word));
  plan.legs = 0;
  for (let stop = 0; stop <= stops; stop++) {
    const leg = plan.legs;
    const edge =
      stop === stops
        ? plan.homeEdge
        : drawEdge(
            ground,
            ground.elsewhereSums[ERRAND],
            at,
            ERRAND,
            luck.uniform(ZONE, stop, word),
            luck.uniform(EDGE, stop, word),
          );
    if (edge < 0 && stop < stops) continue;
    plan.activity[leg] = stop === stops ? HOME : ERRAND;
    plan.mode[leg] = DRIVE;
    plan.edge[leg] = edge;
    plan.gate[leg] = stop === stops ? plan.homeGate : -1;
    plan.place[leg] = edge === plan.homeEdge ? plan.homePlace : 0.2 + 0.4 * luck.uniform(PLACE, stop, word);
    const to = plan.gate[leg] >= 0 ? ground.zoneCount + plan.gate[leg] : ground.zoneOfEdge[edge];
    const [dx, dy] = [ground.middleXM[to] - ground.middleXM[at], ground.middleYM[to] - ground.middleYM[at]];
    plan.departSeconds[leg] = now;
    now += travelSeconds(DRIVE, Math.sqrt(dx * dx + dy * dy));
    plan.arriveSeconds[leg] = now;
    plan.leastSeconds[leg] = freight.stopSeconds / 3;
    now += freight.stopSeconds * (0.5 + luck.uniform(STAY, stop, word));
    at = to;
    plan.legs++;
  }
  if (plan.legs === 1) plan.legs = 0;
  listCarLegs(plan);
}
