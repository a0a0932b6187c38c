/** Gap acceptance, a green wave, and one lane of two closed, with the city's own drivers. */
import type { TrafficState } from '../../../sim/domains/traffic';
import type { Patch } from '../../../sim/ports';
import type { Scene } from '../../../sim/scene';
import { byChance, everySeconds } from '../capacity/departures';
import { mean } from '../drive-figures';
import { drive, edgesAlong, listedVehicles, planned, withSignal, withVehicles } from './city-scenes';

const SETTLING_S = 600;
const HOUR_S = 3_600;

/** Right turns out of a minor road that get into a stream of so many an hour. */
export function minorRightPerHour(passingPerHour: number): { readonly minor: number; readonly major: number } {
  const scene = planned('minor-right', {
    nodes: { w: [-500, 0], m: [0, 0], e: [500, 0], s: [0, -300] },
    streets: {
      we: { path: ['w', 'm', 'e'], lanes: 1, class: 'arterial', speedKmh: 50 },
      side: { path: ['s', 'm'], lanes: 1, class: 'local', speedKmh: 50 },
    },
  });
  const seconds = SETTLING_S + HOUR_S;
  const vehicles = listedVehicles([
    { name: 'major', edges: edgesAlong(scene, ['w', 'm', 'e']), times: byChance(passingPerHour, seconds, 1_001) },
    { name: 'minor', edges: edgesAlong(scene, ['s', 'm', 'e']), times: everySeconds(2, seconds) },
  ]);
  const { trips } = drive(withVehicles(scene, vehicles), seconds);
  const through = (name: string) =>
    trips.filter(
      ({ id, state, arrivalSeconds }) => state === 'arrived' && id.startsWith(name) && arrivalSeconds > SETTLING_S,
    ).length;
  return { minor: through('minor'), major: through('major') };
}

const SIGNALS = 5;
const BLOCK_M = 300;
const CYCLE_S = 80;
const GREEN_S = 36;
const YELLOW_S = 3;
const STARTS_AT_S = 25_200;

/** Mean stops of vehicles that drive with the wave, and of those that drive against it. */
export function greenWaveStops(speedKmh = 50): { readonly withIt: number; readonly against: number } {
  const nodes: Record<string, [number, number]> = { w: [-BLOCK_M, 0], e: [SIGNALS * BLOCK_M, 0] };
  const streets: Record<string, { path: string[]; class: 'arterial' | 'local'; lanes: number; speedKmh: number }> = {};
  const line = Array.from({ length: SIGNALS }, (_, i) => `m${i}`);
  line.forEach((node, i) => {
    nodes[node] = [i * BLOCK_M, 0];
    nodes[`n${i}`] = [i * BLOCK_M, 200];
    nodes[`s${i}`] = [i * BLOCK_M, -200];
    streets[`side${i}`] = { path: [`n${i}`, node, `s${i}`], class: 'local', lanes: 1, speedKmh: 30 };
  });
  streets.main = { path: ['w', ...line, 'e'], class: 'arterial', lanes: 1, speedKmh };
  let scene: Scene = planned('green-wave', { nodes, streets, signals: line });
  const there = edgesAlong(scene, ['w', ...line, 'e']);
  const back = edgesAlong(scene, ['e', ...[...line].reverse(), 'w']);
  const last = SIGNALS - 1;
  line.forEach((node, i) => {
    const main = [
      [there[i], there[i + 1]],
      [back[last - i], back[last - i + 1]],
    ] as const;
    const offsetSeconds = ((i * BLOCK_M) / (speedKmh / 3.6) + (STARTS_AT_S % CYCLE_S)) % CYCLE_S;
    const phases = [
      { seconds: GREEN_S, green: main },
      { seconds: YELLOW_S, yellow: main },
      { seconds: CYCLE_S - GREEN_S - YELLOW_S },
    ];
    scene = withSignal(scene, node, phases, offsetSeconds);
  });
  const times = everySeconds(CYCLE_S / 4, HOUR_S / 2);
  const vehicles = listedVehicles([
    { name: 'there', edges: there, times },
    { name: 'back', edges: back, times },
  ]);
  const { trips } = drive(withVehicles(scene, vehicles), HOUR_S / 2 + 600);
  // The first signal meets everyone at any time of its cycle: it is the way in, and not counted with either.
  const stops = (name: string) =>
    mean(
      trips
        .filter(({ id, state }) => state === 'arrived' && id.startsWith(name))
        .map(({ waitingCount, waitingSeconds }) => (waitingSeconds > 0 ? waitingCount : 0)),
    );
  return { withIt: stops('there'), against: stops('back') };
}

export interface LaneClosed {
  readonly arrivingPerHour: number;
  readonly dischargePerHour: number;
  /** Vehicles between the entrance and the narrow place, more an hour. */
  readonly growthPerHour: number;
  /** The standing queue's growth, in metres an hour, and what (q − c) over the jam's density on two lanes makes of it. */
  readonly queueMPerHour: number;
  readonly expectedQueueMPerHour: number;
}

const JAM_PER_KM = 143;
const CREEPS_MPS = 4;

/** A road of two lanes, one of which is shut on a part of it. */
export function oneLaneOfTwoClosed(arrivingPerHour = 2_600): LaneClosed {
  const scene = planned('lane-closed', {
    nodes: { w: [-3_000, 0], a: [0, 0], b: [300, 0], e: [900, 0] },
    streets: {
      before: { path: ['w', 'a'], lanes: 2, class: 'arterial', oneWay: true, speedKmh: 50 },
      narrow: { path: ['a', 'b'], lanes: 2, class: 'arterial', oneWay: true, speedKmh: 50 },
      after: { path: ['b', 'e'], lanes: 2, class: 'arterial', oneWay: true, speedKmh: 50 },
    },
  });
  const edges = edgesAlong(scene, ['w', 'a', 'b', 'e']);
  const seconds = 1_800;
  const compiled = withVehicles(
    scene,
    // Both lanes are as full as they come: nobody knows of the narrow place before he is on the road.
    listedVehicles(
      [0, 1].map((lane) => ({
        name: `lane${lane}`,
        edges,
        times: everySeconds(7_200 / arrivingPerHour, seconds),
        lane,
      })),
    ),
  );
  const shut = compiled.elements.edge.slotOf(edges[1])!;
  const before = compiled.elements.edge.slotOf(edges[0])!;
  const patch: Patch = [{ knob: 'lane.closed', slot: compiled.roads.edgeFirstLane[shut], value: 1, cause: 0 }];
  const samples: { seconds: number; count: number; tailM: number }[] = [];
  const look = {
    start() {},
    stepped({ vehicles, network }: TrafficState, at: number) {
      if (at % 10 !== 0) return;
      let count = 0;
      let tailM = 0;
      for (let row = 0; row < vehicles.rowEnd; row++) {
        const track = vehicles.track[row];
        if (track < 0 || track >= network.roads.laneCount || network.trackEdge[track] !== before) continue;
        count++;
        if (vehicles.speedMps[row] < CREEPS_MPS)
          tailM = Math.max(tailM, network.roads.trackLengthM[track] - vehicles.positionM[row]);
      }
      samples.push({ seconds: at, count, tailM });
    },
    end() {},
  };
  const { trips } = drive(compiled, seconds, [look], patch);
  const [from, to] = [600, 1_500];
  const arrived = trips.filter(
    ({ state, arrivalSeconds }) => state === 'arrived' && arrivalSeconds > from && arrivalSeconds <= to,
  );
  const at = (time: number) => samples.find((sample) => sample.seconds >= time)!;
  const perHour = 3_600 / (to - from);
  const dischargePerHour = arrived.length * perHour;
  return {
    arrivingPerHour,
    dischargePerHour,
    growthPerHour: (at(to).count - at(from).count) * perHour,
    queueMPerHour: (at(to).tailM - at(from).tailM) * perHour,
    expectedQueueMPerHour: ((arrivingPerHour - dischargePerHour) / (2 * JAM_PER_KM)) * 1_000,
  };
}
