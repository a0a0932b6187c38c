/** Who is where along a corridor and what its signals show, gathered until somebody takes it. */
import type { ElementId } from '../../../kernel';
import type { CorridorPlan, CorridorRows } from '../../../ports';
import type { CompiledScene } from '../../../scene/compiled';
import { networkOf } from '../network';
import type { TrafficState } from '../state';
import { corridorThrough } from './corridor-through';
import type { TrafficObserver } from './observer';
import { corridorOf } from './time-distance';

/** A vehicle at a town's speed has come some twenty metres by then: three pixels of a diagram. */
const EVERY_SECONDS = 2;
/** Each way from the stretch that was asked for. */
const REACH_M = 1_200;
/** A trip's hour and number in one exact number: no hour has so many, and buses' and ambulances' hours are some −5 million. */
export const TRIPS_AN_HOUR = 1_073_741_824;

export interface CorridorWatch extends TrafficObserver {
  readonly plan: CorridorPlan;
  /** What has been seen since the last time; undefined where that is nothing. */
  take(): CorridorRows | undefined;
}

export function watchCorridor(scene: CompiledScene, edge: number): CorridorWatch {
  const network = networkOf(scene);
  const { roads } = network;
  const edges = corridorThrough(scene, edge, REACH_M);
  const { startM, lengthM } = corridorOf(network, edges);
  const tracks = Int32Array.from([...startM.keys()].filter((track) => !Number.isNaN(startM[track])));
  const stretches = edges.map((each) => {
    const fromM = startM[roads.edgeFirstLane[each]];
    const toM = fromM + roads.trackLengthM[roads.edgeFirstLane[each]];
    return { edge: scene.elements.edge.ids[each], fromM, toM, limitMps: roads.edgeSpeedMps[each] };
  });
  // Lanes and turns beside one another differ by metres: each is laid from beginning to end of what they are one of.
  const scale = new Float64Array(startM.length).fill(1);
  for (let i = 0; i < edges.length; i++) {
    const { fromM, toM } = stretches[i];
    const first = roads.edgeFirstLane[edges[i]];
    for (let lane = first; lane < first + roads.edgeLaneCount[edges[i]]; lane++) {
      scale[lane] = (toM - fromM) / roads.trackLengthM[lane];
    }
  }
  for (const track of tracks) {
    if (track < roads.laneCount) continue;
    const fromM = startM[track];
    const next = stretches.find((each) => each.fromM >= fromM)?.fromM ?? lengthM;
    scale[track] = (next - fromM) / roads.trackLengthM[track];
  }
  const lines = linesOf(scene, edges, startM);
  const shown = new Uint8Array(lines.length);
  let points: number[] = [];
  let lights: number[] = [];
  let anewFromSeconds: number | null = null;
  let untilSeconds = 0;
  let takenSeconds = 0;
  let lookedSeconds = Number.NEGATIVE_INFINITY;

  const look = ({ vehicles, tracks: chains, signals }: TrafficState, seconds: number) => {
    for (let line = 0; line < lines.length; line++) {
      const now = signals.shown[lines[line].turn];
      if (now === shown[line]) continue;
      shown[line] = now;
      lights.push(seconds, line, now);
    }
    untilSeconds = seconds;
    if (seconds < lookedSeconds + EVERY_SECONDS) return;
    lookedSeconds = seconds;
    for (const track of tracks) {
      for (let row = chains.first[track]; row >= 0; row = vehicles.behind[row]) {
        const who = vehicles.tripHour[row] * TRIPS_AN_HOUR + vehicles.tripKey[row];
        points.push(seconds, startM[track] + scale[track] * vehicles.positionM[row], vehicles.speedMps[row], who);
      }
    }
  };
  return {
    plan: { lengthM, stretches, lines: lines.map(({ signal, atM }) => ({ signal, atM })) },
    start(state, seconds) {
      // Another state is another past: what was seen and not yet taken is no part of it.
      points = [];
      lights = [];
      shown.fill(255);
      anewFromSeconds = seconds;
      lookedSeconds = Number.NEGATIVE_INFINITY;
      look(state, seconds);
    },
    stepped: look,
    end() {},
    take() {
      if (untilSeconds === takenSeconds && anewFromSeconds === null) return undefined;
      const rows = {
        anewFromSeconds,
        untilSeconds,
        points: Float64Array.from(points),
        lights: Float64Array.from(lights),
      };
      points = [];
      lights = [];
      anewFromSeconds = null;
      takenSeconds = untilSeconds;
      return rows;
    },
  };
}

interface Line {
  readonly signal: ElementId;
  readonly atM: number;
  /** The turn along the corridor that is watched: of several the one nearest the kerb. */
  readonly turn: number;
}

function linesOf(scene: CompiledScene, edges: readonly number[], startM: Float64Array): readonly Line[] {
  const { roads, elements } = scene;
  const lines: Line[] = [];
  for (let i = 0; i + 1 < edges.length; i++) {
    const first = roads.edgeFirstLane[edges[i]];
    const turns = [
      ...roads.laneTurns.subarray(
        roads.laneTurnStart[first],
        roads.laneTurnStart[first + roads.edgeLaneCount[edges[i]]],
      ),
    ];
    const turn = turns.find((each) => roads.laneEdge[roads.turnToLane[each]] === edges[i + 1]);
    if (turn === undefined || roads.turnSignalIndex[turn] < 0) continue;
    const signal = elements.signal.ids[roads.junctionSignal[roads.turnJunction[turn]]];
    lines.push({ signal, atM: startM[first] + roads.trackLengthM[first], turn });
  }
  return lines;
}
