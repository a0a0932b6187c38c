import type { CompiledRoads, CompiledScene } from '../../scene/compiled';

/** What the model derives from the compiled roads once; the same for every run on a scene. */
export interface Network {
  readonly roads: CompiledRoads;
  /** Edge of a lane; for a turn, the edge that it leaves. */
  readonly trackEdge: Int32Array;
  readonly laneIndex: Uint8Array;
  /** 1 where some lane of the edge is open to cars, and the edge is built. */
  readonly carEdge: Uint8Array;
  /** 1 / limit of the scene, by track: what the distance driven would take on an empty road. */
  readonly freeSecondsPerM: Float64Array;
  /** For entry k of the foes of turn t, the entry of t among the foes of foeTurn[k]. */
  readonly foeMirror: Int32Array;
  /** 1 where a turn is nothing but the road going on: no foe, no signal, no choice. Nobody asks leave there. */
  readonly throughRoad: Uint8Array;
  /** For a turn that enters a roundabout's ring: the ring's lane after the one that it leads to; −1 for other turns. */
  readonly ringLaneAhead: Int32Array;
  /** By junction: lanes that lead into it. */
  readonly junctionEntries: Uint16Array;
  /** Turns that lead onto lane l: feedTurns[k], k from feedStart[l] to feedStart[l + 1] − 1. */
  readonly feedStart: Uint32Array;
  readonly feedTurns: Uint32Array;
  /** Edges that can follow edge e: linkEdge[k], k from linkStart[e] to linkStart[e + 1] − 1. */
  readonly linkStart: Uint32Array;
  readonly linkEdge: Uint32Array;
  readonly linkFromEdge: Uint32Array;
  readonly linkSeconds: Float64Array;
  readonly edgeStartXM: Float64Array;
  readonly edgeStartYM: Float64Array;
  readonly edgeEndXM: Float64Array;
  readonly edgeEndYM: Float64Array;
  readonly signalTurnStart: Uint32Array;
  readonly signalTurns: Uint32Array;
  readonly signalCycleSeconds: Float64Array;
  /** +1 where lanes are counted towards the left (traffic on the right), −1 where towards the right. */
  readonly inwardSign: 1 | -1;
  readonly fastestMps: number;
  readonly vehicleCapacity: number;
  /** Lanes of the widest edge. */
  readonly mostLanes: number;
}

/** What a turn costs a driver beyond the way itself, by direction: left, straight, right, u-turn. */
const TURN_SECONDS = [3, 0, 1, 25];
/** Nobody leaves the city to turn round beyond its edge while there is another way. */
const OUT_AND_BACK_SECONDS = 900;
const ROUNDABOUT = 4;
const ALL_WAY_STOP = 3;
const LANE_M_PER_VEHICLE = 20; // 50 veh/km on every lane at once: no city works beyond it
const FEWEST_ROWS = 256;
const MOST_ROWS = 200_000;
/** A car standing in a queue. */
const STANDING_M = 7.5;

const known = new WeakMap<CompiledScene, Network>();

export function networkOf(scene: CompiledScene): Network {
  const before = known.get(scene);
  if (before) return before;
  const network = deriveNetwork(scene);
  known.set(scene, network);
  return network;
}

function deriveNetwork(scene: CompiledScene): Network {
  const roads = scene.roads;
  const { edgeCount, laneCount, turnCount, trackCount } = roads;
  const trackEdge = new Int32Array(trackCount);
  const laneIndex = new Uint8Array(laneCount);
  const carEdge = new Uint8Array(edgeCount);
  const freeSecondsPerM = new Float64Array(trackCount);
  for (let track = 0; track < trackCount; track++) {
    const lane = track < laneCount ? track : roads.turnFromLane[track - laneCount];
    const edge = roads.laneEdge[lane];
    trackEdge[track] = edge;
    freeSecondsPerM[track] = 1 / roads.edgeSpeedMps[edge];
    if (track >= laneCount) continue;
    laneIndex[track] = track - roads.edgeFirstLane[edge];
    if ((roads.laneAllows[track] & 1) !== 0) carEdge[edge] = 1;
  }
  // Nobody lives in, parks in or is sent to a street that is not there yet.
  for (const { id, planned } of scene.scene.roads?.edges ?? []) {
    if (planned === true) carEdge[scene.elements.edge.slotOf(id)!] = 0;
  }

  const throughRoad = new Uint8Array(turnCount);
  for (let turn = 0; turn < turnCount; turn++) {
    const lane = roads.turnFromLane[turn];
    const control = roads.junctionControl[roads.turnJunction[turn]];
    const alone = roads.laneTurnStart[lane + 1] - roads.laneTurnStart[lane] === 1;
    const foes = roads.foeStart[turn + 1] - roads.foeStart[turn];
    if (foes === 0 && alone && roads.turnSignalIndex[turn] < 0 && control !== ALL_WAY_STOP) throughRoad[turn] = 1;
  }

  const junctionEntries = new Uint16Array(roads.junctionControl.length);
  for (let lane = 0; lane < laneCount; lane++) {
    const first = roads.laneTurnStart[lane];
    if (first < roads.laneTurnStart[lane + 1]) junctionEntries[roads.turnJunction[roads.laneTurns[first]]]++;
  }

  let laneM = 0;
  for (let lane = 0; lane < laneCount; lane++) laneM += roads.trackLengthM[lane];
  let fastestMps = 1;
  for (let edge = 0; edge < edgeCount; edge++) fastestMps = Math.max(fastestMps, roads.edgeSpeedMps[edge]);

  const listed = scene.scene.demand?.vehicles?.departures.length ?? 0;
  return {
    roads,
    trackEdge,
    laneIndex,
    carEdge,
    freeSecondsPerM,
    foeMirror: mirrorFoes(roads),
    throughRoad,
    ringLaneAhead: findRings(roads),
    junctionEntries,
    ...turnsByTarget(roads),
    ...linkEdges(roads, waysOut(scene)),
    ...edgeEnds(roads),
    ...turnsBySignal(roads),
    inwardSign: scene.scene.roads?.driveOn === 'left' ? -1 : 1,
    fastestMps,
    vehicleCapacity: Math.min(
      MOST_ROWS,
      Math.max(FEWEST_ROWS, Math.ceil(laneM / LANE_M_PER_VEHICLE), Math.min(listed, Math.ceil(laneM / STANDING_M))),
    ),
    mostLanes: roads.edgeLaneCount.reduce((most, count) => Math.max(most, count), 1),
  };
}

/** At a roundabout's junctions those who are on the ring go first: a turn that gives way enters, the one it gives way to goes on. */
function findRings(roads: CompiledRoads): Int32Array {
  const goesOn = new Uint8Array(roads.turnCount);
  const enters = new Uint8Array(roads.turnCount);
  for (let turn = 0; turn < roads.turnCount; turn++) {
    if (roads.junctionControl[roads.turnJunction[turn]] !== ROUNDABOUT) continue;
    for (let k = roads.foeStart[turn]; k < roads.foeStart[turn + 1]; k++) {
      if (roads.foeYield[k] !== 1) continue;
      enters[turn] = 1;
      goesOn[roads.foeTurn[k]] = 1;
    }
  }
  const ahead = new Int32Array(roads.turnCount).fill(-1);
  for (let turn = 0; turn < roads.turnCount; turn++) {
    if (enters[turn] === 0) continue;
    const lane = roads.turnToLane[turn];
    for (let k = roads.laneTurnStart[lane]; k < roads.laneTurnStart[lane + 1]; k++) {
      if (goesOn[roads.laneTurns[k]] === 1) ahead[turn] = roads.turnToLane[roads.laneTurns[k]];
    }
  }
  return ahead;
}

function mirrorFoes(roads: CompiledRoads): Int32Array {
  const mirror = new Int32Array(roads.foeTurn.length);
  for (let turn = 0; turn < roads.turnCount; turn++) {
    for (let k = roads.foeStart[turn]; k < roads.foeStart[turn + 1]; k++) {
      const foe = roads.foeTurn[k];
      let found = -1;
      for (let m = roads.foeStart[foe]; m < roads.foeStart[foe + 1]; m++) if (roads.foeTurn[m] === turn) found = m;
      if (found < 0) throw new Error(`turn ${turn} has foe ${foe}, which does not have it: expected both or neither`);
      mirror[k] = found;
    }
  }
  return mirror;
}

function turnsByTarget(roads: CompiledRoads) {
  const feedStart = new Uint32Array(roads.laneCount + 1);
  for (let turn = 0; turn < roads.turnCount; turn++) feedStart[roads.turnToLane[turn] + 1]++;
  for (let lane = 0; lane < roads.laneCount; lane++) feedStart[lane + 1] += feedStart[lane];
  const feedTurns = new Uint32Array(roads.turnCount);
  const filled = feedStart.slice();
  for (let turn = 0; turn < roads.turnCount; turn++) feedTurns[filled[roads.turnToLane[turn]]++] = turn;
  return { feedStart, feedTurns };
}

/** Edges that lead out of the city by a gate. */
function waysOut(scene: CompiledScene): Set<number> {
  const gates = scene.scene.demand?.gates ?? [];
  return new Set(
    gates.map(({ outEdge }) => (outEdge === undefined ? -1 : (scene.elements.edge.slotOf(outEdge) ?? -1))),
  );
}

function linkEdges(roads: CompiledRoads, out: ReadonlySet<number>) {
  const linkStart = new Uint32Array(roads.edgeCount + 1);
  const linkEdge: number[] = [];
  const linkFromEdge: number[] = [];
  const linkSeconds: number[] = [];
  for (let edge = 0; edge < roads.edgeCount; edge++) {
    const from = linkEdge.length;
    const firstLane = roads.edgeFirstLane[edge];
    for (let lane = firstLane; lane < firstLane + roads.edgeLaneCount[edge]; lane++) {
      for (let k = roads.laneTurnStart[lane]; k < roads.laneTurnStart[lane + 1]; k++) {
        const turn = roads.laneTurns[k];
        const next = roads.laneEdge[roads.turnToLane[turn]];
        const seconds = out.has(edge) ? OUT_AND_BACK_SECONDS : TURN_SECONDS[roads.turnDirection[turn]];
        const at = linkEdge.indexOf(next, from);
        if (at < 0) {
          linkEdge.push(next);
          linkFromEdge.push(edge);
          linkSeconds.push(seconds);
        } else linkSeconds[at] = Math.min(linkSeconds[at], seconds);
      }
    }
    linkStart[edge + 1] = linkEdge.length;
  }
  return {
    linkStart,
    linkEdge: Uint32Array.from(linkEdge),
    linkFromEdge: Uint32Array.from(linkFromEdge),
    linkSeconds: Float64Array.from(linkSeconds),
  };
}

function edgeEnds(roads: CompiledRoads) {
  const edgeStartXM = new Float64Array(roads.edgeCount);
  const edgeStartYM = new Float64Array(roads.edgeCount);
  const edgeEndXM = new Float64Array(roads.edgeCount);
  const edgeEndYM = new Float64Array(roads.edgeCount);
  for (let edge = 0; edge < roads.edgeCount; edge++) {
    const lane = roads.edgeFirstLane[edge];
    const first = roads.trackPointStart[lane];
    const last = roads.trackPointStart[lane + 1] - 1;
    edgeStartXM[edge] = roads.trackPoints[2 * first];
    edgeStartYM[edge] = roads.trackPoints[2 * first + 1];
    edgeEndXM[edge] = roads.trackPoints[2 * last];
    edgeEndYM[edge] = roads.trackPoints[2 * last + 1];
  }
  return { edgeStartXM, edgeStartYM, edgeEndXM, edgeEndYM };
}

function turnsBySignal(roads: CompiledRoads) {
  const signalCount = roads.signalJunction.length;
  const signalTurnStart = new Uint32Array(signalCount + 1);
  const signalOf = (turn: number) =>
    roads.turnSignalIndex[turn] < 0 ? -1 : roads.junctionSignal[roads.turnJunction[turn]];
  for (let turn = 0; turn < roads.turnCount; turn++) if (signalOf(turn) >= 0) signalTurnStart[signalOf(turn) + 1]++;
  for (let signal = 0; signal < signalCount; signal++) signalTurnStart[signal + 1] += signalTurnStart[signal];
  const signalTurns = new Uint32Array(signalTurnStart[signalCount]);
  const filled = signalTurnStart.slice();
  for (let turn = 0; turn < roads.turnCount; turn++) {
    if (signalOf(turn) >= 0) signalTurns[filled[signalOf(turn)]++] = turn;
  }
  const signalCycleSeconds = new Float64Array(signalCount);
  for (let signal = 0; signal < signalCount; signal++) {
    for (let p = roads.signalPhaseStart[signal]; p < roads.signalPhaseStart[signal + 1]; p++) {
      signalCycleSeconds[signal] += roads.phaseSeconds[p];
    }
  }
  return { signalTurnStart, signalTurns, signalCycleSeconds };
}

/** Drivable length of an edge: its kerb lane, stop line included, the junctions not. */
export function laneLengthM(network: Network, edge: number): number {
  return network.roads.trackLengthM[network.roads.edgeFirstLane[edge]];
}

/** The lane that a track is, or leads to through a junction. */
export function laneAt({ roads }: Network, track: number): number {
  return track < roads.laneCount ? track : roads.turnToLane[track - roads.laneCount];
}
