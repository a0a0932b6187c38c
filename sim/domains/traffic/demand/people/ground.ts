/**
 * The city as people choose in it: zones of a few blocks, what each draws people for, and the gates beyond which
 * others live. The same for every run on a scene.
 */
import type { CompiledScene } from '../../../../scene/compiled';
import type { Network } from '../../network';
import { type Places, placesOf } from '../places';
import { balanced, decayOf, HOME_BASED_OTHER, HOME_BASED_WORK, NOT_HOME_BASED, oneSided, toSums } from './gravity';
import {
  ACTIVITIES,
  drawFrom,
  ERRAND,
  LEISURE,
  PUPIL,
  SCHOOL,
  SHOP,
  STUDENT,
  type Survey,
  surveyOf,
  WORK,
  WORKER,
} from './survey';

export interface Ground {
  readonly survey: Survey;
  readonly places: Places;
  readonly zoneCount: number;
  /** Zones first, then gates: places in the matrices below. */
  readonly endCount: number;
  readonly zoneOfEdge: Int32Array;
  /** Edges of zone z: zoneEdges[k], k from zoneStart[z] to zoneStart[z + 1] − 1. */
  readonly zoneStart: Uint32Array;
  readonly zoneEdges: Uint32Array;
  /** By activity, aligned with zoneEdges: running sums of what draws people, anew in each zone. */
  readonly edgeSums: readonly Float64Array[];
  /** Running sums by row: to work from zones and gates, to school, to everything else from home and from elsewhere. */
  readonly workSums: Float64Array;
  readonly schoolSums: Float64Array;
  readonly homeSums: readonly Float64Array[];
  readonly elsewhereSums: readonly Float64Array[];
  /** From each zone, running sums over the gates. */
  readonly gateSums: Float64Array;
  readonly gateCount: number;
  readonly gateInEdge: Int32Array;
  readonly gateOutEdge: Int32Array;
  /** Running sums over the gates of the people who come in by them. */
  readonly outsiderSums: Float64Array;
  readonly commuters: number;
  readonly middleXM: Float64Array;
  readonly middleYM: Float64Array;
}

const SMALLEST_CELL_M = 300;
const MOST_ZONES = 160;

const known = new WeakMap<CompiledScene, Ground>();

/** Null where the scene says nothing about its people. */
export function groundOf(scene: CompiledScene, network: Network): Ground | null {
  const part = scene.scene.demand?.people;
  if (part === undefined) return null;
  const ground = known.get(scene) ?? deriveGround(scene, network, surveyOf(part));
  known.set(scene, ground);
  return ground;
}

function deriveGround(scene: CompiledScene, network: Network, survey: Survey): Ground {
  const places = placesOf(scene, network);
  const draws: Float64Array[] = ACTIVITIES.map(() => new Float64Array(0));
  draws[WORK] = places.jobs;
  draws[SCHOOL] = places.pupils;
  draws[SHOP] = places.shopM2;
  draws[LEISURE] = places.leisureM2;
  draws[ERRAND] = places.jobs;
  const zones = zonesOf(network, [places.residents, ...draws.filter(({ length }) => length > 0)]);
  const { zoneCount, zoneStart, zoneEdges } = zones;
  const sumUp = (values: Float64Array) => {
    const total = new Float64Array(zoneCount);
    const sums = new Float64Array(zoneEdges.length);
    for (let zone = 0; zone < zoneCount; zone++) {
      for (let k = zoneStart[zone]; k < zoneStart[zone + 1]; k++) {
        total[zone] += values.length > 0 ? values[zoneEdges[k]] : 0;
        sums[k] = total[zone];
      }
    }
    return { total, sums };
  };
  const byActivity = draws.map(sumUp);
  const residents = sumUp(places.residents).total;

  const gates = gatesOf(scene);
  const gateCount = gates.weight.length;
  const middleXM = new Float64Array(zoneCount + gateCount);
  const middleYM = new Float64Array(zoneCount + gateCount);
  middleXM.set(zones.xM);
  middleYM.set(zones.yM);
  for (let gate = 0; gate < gateCount; gate++) {
    const edge = gates.inEdge[gate];
    middleXM[zoneCount + gate] = edge < 0 ? 0 : network.edgeStartXM[edge];
    middleYM[zoneCount + gate] = edge < 0 ? 0 : network.edgeStartYM[edge];
  }
  const apartM = (a: number, b: number) => {
    const dx = middleXM[a] - middleXM[b];
    const dy = middleYM[a] - middleYM[b];
    return Math.sqrt(dx * dx + dy * dy);
  };

  const { outside } = survey.part;
  const gateTotal = gates.weight.reduce((sum, weight) => sum + weight, 0);
  const workShare = survey.typeShare[WORKER] * (gateTotal > 0 ? 1 - outside.workShare : 1);
  const jobs = byActivity[WORK].total;
  const jobTotal = jobs.reduce((sum, value) => sum + value, 0);
  const workers = residents.map((value) => value * workShare);
  const workerTotal = workers.reduce((sum, value) => sum + value, 0);
  const commuters = gateTotal > 0 ? Math.max(0, Math.round(jobTotal - workerTotal)) : 0;
  const production = new Float64Array(zoneCount + gateCount);
  production.set(workers);
  for (let gate = 0; gate < gateCount; gate++)
    production[zoneCount + gate] = gateTotal > 0 ? (commuters * gates.weight[gate]) / gateTotal : 0;
  const pupils = residents.map((value) => value * (survey.typeShare[PUPIL] + survey.typeShare[STUDENT]));
  const work = balanced(production, jobs, (a, b) => decayOf(HOME_BASED_WORK, apartM(a, b)));
  const school = balanced(pupils, byActivity[SCHOOL].total, (a, b) => decayOf(HOME_BASED_OTHER, apartM(a, b)));
  const endCount = zoneCount + gateCount;
  const free = (decay: typeof NOT_HOME_BASED) =>
    byActivity.map(({ total }) => oneSided(endCount, zoneCount, total, (a, b) => decayOf(decay, apartM(a, b))));
  return {
    survey,
    places,
    ...zones,
    endCount,
    edgeSums: byActivity.map(({ sums }) => sums),
    workSums: toSums(work, zoneCount),
    schoolSums: toSums(school, zoneCount),
    homeSums: free(HOME_BASED_OTHER),
    elsewhereSums: free(NOT_HOME_BASED),
    gateSums: oneSided(zoneCount, gateCount, gates.weight, (a, b) =>
      decayOf(HOME_BASED_WORK, apartM(a, zoneCount + b)),
    ),
    gateCount,
    gateInEdge: gates.inEdge,
    gateOutEdge: gates.outEdge,
    outsiderSums: toSums(Float64Array.from(gates.weight), gateCount),
    commuters,
    middleXM,
    middleYM,
  };
}

/** Of the gates only those by which one can come in and go out again: the others have no weight. */
function gatesOf(scene: CompiledScene) {
  const slot = (id: string | undefined) => (id === undefined ? -1 : (scene.elements.edge.slotOf(id) ?? -1));
  const named = new Map((scene.scene.demand?.gates ?? []).map((gate) => [gate.id, gate]));
  const gates = scene.elements.gate.ids.map((id) => named.get(id)!);
  const inEdge = Int32Array.from(gates, (gate) => slot(gate.inEdge));
  const outEdge = Int32Array.from(gates, (gate) => slot(gate.outEdge));
  const weight = Float64Array.from(gates, ({ tripsPerDay }, i) => (inEdge[i] < 0 || outEdge[i] < 0 ? 0 : tripsPerDay));
  return { inEdge, outEdge, weight };
}

/** Squares of a grid that hold something, as large as it takes to have no more than so many. */
function zonesOf(network: Network, drawing: readonly Float64Array[]) {
  const { edgeStartXM, edgeStartYM, edgeEndXM, edgeEndYM, roads } = network;
  const used: number[] = [];
  for (let edge = 0; edge < roads.edgeCount; edge++) if (drawing.some((each) => each[edge] > 0)) used.push(edge);
  const middle = (edge: number) => [
    (edgeStartXM[edge] + edgeEndXM[edge]) / 2,
    (edgeStartYM[edge] + edgeEndYM[edge]) / 2,
  ];
  for (let cellM = SMALLEST_CELL_M; ; cellM *= 1.25) {
    const cells = new Map<string, { x: number; y: number; edges: number[] }>();
    for (const edge of used) {
      const [x, y] = middle(edge);
      const [column, row] = [Math.floor(x / cellM), Math.floor(y / cellM)];
      const name = `${column} ${row}`;
      const cell = cells.get(name) ?? { x: column, y: row, edges: [] };
      cell.edges.push(edge);
      cells.set(name, cell);
    }
    if (cells.size > MOST_ZONES) continue;
    const zones = [...cells.values()].sort((a, b) => a.y - b.y || a.x - b.x);
    const zoneOfEdge = new Int32Array(roads.edgeCount).fill(-1);
    const zoneStart = new Uint32Array(zones.length + 1);
    const xM = new Float64Array(zones.length);
    const yM = new Float64Array(zones.length);
    zones.forEach(({ edges }, zone) => {
      zoneStart[zone + 1] = zoneStart[zone] + edges.length;
      for (const edge of edges) {
        zoneOfEdge[edge] = zone;
        xM[zone] += middle(edge)[0] / edges.length;
        yM[zone] += middle(edge)[1] / edges.length;
      }
    });
    const zoneEdges = Uint32Array.from(zones.flatMap(({ edges }) => edges));
    return { zoneCount: zones.length, zoneOfEdge, zoneStart, zoneEdges, xM, yM };
  }
}

/** An edge of the zone that a row of running sums leads to by `where`, drawn within it by `which`; −1 where none draws. */
export function drawEdge(
  ground: Ground,
  sums: Float64Array,
  row: number,
  act: number,
  where: number,
  which: number,
): number {
  const { zoneCount, zoneStart, zoneEdges, edgeSums } = ground;
  const first = row * zoneCount;
  if (zoneCount === 0 || !(sums[first + zoneCount - 1] > 0)) return -1;
  const zone = drawFrom(sums, where, first, zoneCount);
  const count = zoneStart[zone + 1] - zoneStart[zone];
  return zoneEdges[zoneStart[zone] + drawFrom(edgeSums[act], which, zoneStart[zone], count)];
}
