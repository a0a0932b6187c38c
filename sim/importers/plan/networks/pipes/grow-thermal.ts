import { ln } from '../../../../kernel';
import type { ThermalFile } from '../../../../scene/schema/pipes';
import type { Title } from '../../../../scene/schema/primitives';
import type { CityGround } from '../city-ground';
import type { Demand } from '../demand';
import { pairNames, rounded } from '../network-names';
import { nodesOf, runsOf } from '../runs';
import { gatherTowardsSource, segmentsToSources, shortestWays } from '../shortest-ways';
import { diameterFor, waterSpeedMps } from './pipe-sizes';

type Loop = ThermalFile['loops'][number];

/** One kind of loop: what it is called, how warm it is, who hangs on it and where it lies. */
export interface LoopKind {
  /** Before the names of its nodes and pipes: '45', '90' or 'c'. */
  readonly prefix: string;
  readonly name: Title;
  readonly supplyC: number;
  readonly returnC: number;
  readonly lane: 'heat' | 'cooling';
  readonly kwOf: (demand: Demand) => number;
}

export interface GrownLoops {
  readonly loops: Loop[];
  /** Loop node of each building that this kind serves. */
  readonly nodeOfBuilding: ReadonlyMap<string, string>;
  /** By station: what its houses ask for at the same time. */
  readonly kwOfStation: ReadonlyMap<string, number>;
}

const HEAT_CAPACITY_KJ_PER_KG_K = 4.186; // water at 15 °C, CRC Handbook
const DENSITY_KG_PER_M3 = 990;
const ROUGHNESS_MM = 0.1;
const COVER_M = 1.4;
/** Pressure that a loop is sized for along its farthest way out and back, the heat exchanger at its end, the pump's own. */
const LOSS_M_PER_M = 0.008;
const END_LOSS_M = 12;
const PUMP_EFFICIENCY = 0.7;
const PUMPS_ABREAST = 3;

/** Loops of one kind round all stations: each house hangs on the station that is nearest along the streets. */
export function growLoops(
  ground: CityGround,
  kind: LoopKind,
  kwOfBuilding: (building: Parameters<CityGround['demandOf']>[0]) => number,
  busOfStation: ReadonlyMap<string, string>,
): GrownLoops {
  const { plan, graph, lanes, siting, pointAt, points, nodeOf, galleries } = ground;
  const stations = plan.energy.stations.map((station) => ({ station, seat: siting.atSite(station.site)! }));
  const ways = shortestWays(
    graph,
    stations.map(({ seat }) => seat.node),
  );
  const kwAt = (node: number) => {
    const point = pointAt.get(node);
    return point ? kind.kwOf(point.demand) : 0;
  };
  const through = gatherTowardsSource(ways, kwAt);
  const nameOf = pairNames();
  const nodeName = (node: number) => `${kind.prefix}/${graph.nodes[node].name}`;
  const kwOfStation = new Map<string, number>();
  const loops: Loop[] = [];
  stations.forEach(({ station, seat }, s) => {
    const served = ways.order.filter((node) => ways.source[node] === s && kwAt(node) > 0);
    if (served.length === 0) return;
    kwOfStation.set(station.id, through[seat.node]);
    const used = segmentsToSources(ways, served);
    const stop = new Set([...served, seat.node]);
    const runs = runsOf(
      graph,
      used,
      (node) => stop.has(node),
      (segment) => galleries.compartmentOf(segment, kind.lane),
    );
    const ends = new Set(runs.flatMap((run) => [run.from, run.to]));
    ends.add(seat.node);
    const flowOf = (kw: number) =>
      kw / (HEAT_CAPACITY_KJ_PER_KG_K * Math.abs(kind.supplyC - kind.returnC)) / DENSITY_KG_PER_M3;
    const pipes = runs.map((run): Loop['pipes'][number] => {
      const far = ways.costM[run.from] > ways.costM[run.to] ? run.from : run.to;
      const near = far === run.from ? run.to : run.from;
      const diameterM = diameterFor(flowOf(through[far]), waterSpeedMps);
      const path = lanes.path(run, kind.lane);
      const compartment = galleries.compartmentOf(run.steps[0].segment, kind.lane);
      return {
        id: nameOf(nodeName(near), graph.nodes[far].name),
        from: nodeName(near),
        to: nodeName(far),
        ...(path.length > 1 ? { path: far === run.to ? path : path.reverse() } : {}),
        lengthM: rounded(run.lengthM, 1),
        diameterM,
        roughnessMm: ROUGHNESS_MM,
        lossWPerMK: lossOf(diameterM),
        ...(compartment ? { compartment } : {}),
      };
    });
    const farthestM = Math.max(...served.map((node) => ways.costM[node]));
    const headM = Math.ceil(2 * farthestM * LOSS_M_PER_M + END_LOSS_M);
    const pumpKw = (flowOf(through[seat.node]) * DENSITY_KG_PER_M3 * 9.81 * headM) / PUMP_EFFICIENCY / 1000;
    loops.push({
      id: `${station.id}.${kind.prefix}`,
      name: { zh: `${seat.name.zh}${kind.name.zh}`, en: `${seat.name.en}, ${kind.name.en}` },
      supplyC: kind.supplyC,
      returnC: kind.returnC,
      nodes: nodesOf(graph, used.size > 0 ? used : [])
        .filter((node) => ends.has(node))
        .concat(used.size === 0 ? [seat.node] : [])
        .map((node) => ({
          id: nodeName(node),
          at: lanes.at(graph.nodes[node], kind.lane),
          heightM: rounded(graph.nodes[node].groundM - COVER_M, 2),
        })),
      pipes,
      pumps: Array.from({ length: PUMPS_ABREAST }, (_, k) => ({
        id: `${station.id}.${kind.prefix}-${k + 1}`,
        node: nodeName(seat.node),
        headM,
        // Two carry the whole flow; the third stands by.
        ratedKw: rounded(Math.max(pumpKw / (PUMPS_ABREAST - 1), 0.5), 1),
        ...(busOfStation.has(station.id) ? { electricity: busOfStation.get(station.id)! } : {}),
      })),
      valves: valvesOn(pipes, nodeName(seat.node)),
      sources: [{ station: station.id, node: nodeName(seat.node) }],
    });
  });
  const nodeOfBuilding = new Map<string, string>();
  for (const point of points) {
    if (kind.kwOf(point.demand) <= 0) continue;
    for (const building of point.buildings) {
      if (kwOfBuilding(building) > 0) nodeOfBuilding.set(building.id, nodeName(nodeOf.get(point)!));
    }
  }
  return { loops, nodeOfBuilding, kwOfStation };
}

/** Sectioning valves of mains that serve on their way stand no further apart (CJJ 34-2010, 8.5.2: 1,000 to 1,500 m). */
const SECTION_M = 1_000;

/**
 * Where a station lets its loop out, moved from afar; by hand at the head of every main, branch and service line (CJJ
 * 34-2010, 8.5.1), and where a line has run on for long. Pipes lead away from their station.
 */
function valvesOn(pipes: Loop['pipes'], station: string): Loop['valves'] {
  const away = new Map<string, Loop['pipes'][number][]>();
  for (const pipe of pipes) away.set(pipe.from, [...(away.get(pipe.from) ?? []), pipe]);
  const valves = new Map<string, Loop['valves'][number]>();
  const walk: { node: string; sinceM: number }[] = [{ node: station, sinceM: 0 }];
  for (const { node, sinceM } of walk) {
    const on = away.get(node) ?? [];
    for (const { id, to, lengthM } of on) {
      const hasValve = node === station || on.length > 1 || sinceM + lengthM > SECTION_M;
      if (hasValve) valves.set(id, { id, pipe: id, open: true, remote: node === station });
      walk.push({ node: to, sinceM: hasValve ? lengthM : sinceM + lengthM });
    }
  }
  return pipes.flatMap(({ id }) => valves.get(id) ?? []);
}

const FOAM_W_PER_M_K = 0.03; // polyurethane of pre-insulated pipe, EN 253

/** Loss of one pipe of the pair: a cylinder of foam a quarter of the pipe thick, 50 mm at least. */
function lossOf(diameterM: number): number {
  const foamM = Math.min(0.1, Math.max(0.05, diameterM / 4));
  const pi2 = 6.283185307179586;
  return rounded((pi2 * FOAM_W_PER_M_K) / ln((diameterM / 2 + foamM) / (diameterM / 2)), 3);
}
