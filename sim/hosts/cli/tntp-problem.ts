/** Puts a TNTP network and its trip table together: what the importer reads and what the assignment wants, which do not know each other. */
import type { TntpNetwork, TntpTrips } from '../../importers/tntp';
import { fail, type Problem, problem, type Result, succeed, warning } from '../../kernel';
import { type AssignmentProblem, createAssignmentProblem } from '../../studies/assignment';

export interface CostWeights {
  /** What a unit of toll and a unit of length cost, in the network's unit of time; as the file says where left out. */
  readonly toll?: number;
  readonly length?: number;
}

export function problemOfTntp(
  network: TntpNetwork,
  trips: TntpTrips,
  weights: CostWeights = {},
): Result<AssignmentProblem> {
  const tollWeight = weights.toll ?? network.tollFactor ?? 0;
  const lengthWeight = weights.length ?? network.distanceFactor ?? 0;
  const { freeFlowTime, b, toll, length } = network;
  const built = createAssignmentProblem({
    nodeCount: network.nodeCount,
    links: {
      from: network.initNode.map((node) => node - 1),
      to: network.termNode.map((node) => node - 1),
      constantCost: freeFlowTime.map((time, i) => time + tollWeight * toll[i] + lengthWeight * length[i]),
      riseCost: freeFlowTime.map((time, i) => time * b[i]),
      capacity: network.capacity,
      power: network.power,
    },
    demand: {
      origin: trips.origin.map((zone) => zone - 1),
      destination: trips.destination.map((zone) => zone - 1),
      trips: trips.trips,
    },
    mayPass: Uint8Array.from({ length: network.nodeCount }, (_, i) => (i + 1 >= network.firstThroughNode ? 1 : 0)),
  });
  const zones = checkZones(network, trips);
  if (!built.ok) return fail([...zones, ...built.problems.map((each) => onItsLine(each, network))]);
  // Loops have been named by line when the file was read.
  return zones.some(({ severity }) => severity === 'error') ? fail(zones) : succeed(built.value, zones);
}

function checkZones(network: TntpNetwork, trips: TntpTrips): Problem[] {
  if (trips.zoneCount === network.zoneCount) return [];
  const path = ['NUMBER OF ZONES'];
  const message = `the trip table has ${trips.zoneCount} zones, the network ${network.zoneCount}`;
  const strange = trips.origin.some((zone, i) => Math.max(zone, trips.destination[i]) > network.zoneCount);
  return [strange ? problem('tntp.zones', path, message) : warning('tntp.zones', path, message)];
}

function onItsLine(found: Problem, network: TntpNetwork): Problem {
  const [table, row, ...rest] = found.path;
  return table === 'links' ? { ...found, path: [`line ${network.line[row as number]}`, ...rest] } : found;
}
