/** The city's own stop line: saturation flow, start-up loss, and the delay that the Highway Capacity Manual expects. */
import type { TrafficState } from '../../../sim/domains/traffic';
import { type TrafficObserver, vehicleNameOf } from '../../../sim/domains/traffic/outputs';
import { GREEN } from '../../../sim/domains/traffic/signals';
import type { CompiledScene, Scene } from '../../../sim/scene';
import { byChance, everySeconds } from '../capacity/departures';
import { mean } from '../drive-figures';
import { drive, edgesAlong, listedVehicles, planned, withSignal, withVehicles } from './city-scenes';

const RED_S = 30;
const GREEN_S = 60;
const YELLOW_S = 3;
const CYCLES = 12;
const STARTING = 4;

export function crossing(red = RED_S, green = GREEN_S): { readonly scene: Scene; readonly way: readonly string[] } {
  const drawn = planned('stop-line', {
    nodes: { m: [0, 0], n: [0, 300], e: [400, 0], s: [0, -300], w: [-700, 0] },
    streets: {
      we: { path: ['w', 'm', 'e'], lanes: 1, class: 'arterial', speedKmh: 50 },
      ns: { path: ['n', 'm', 's'], lanes: 1, class: 'local' },
    },
    signals: ['m'],
  });
  const way = edgesAlong(drawn, ['w', 'm', 'e']);
  const through = [[way[0], way[1]]] as const;
  const phases = [{ seconds: red }, { seconds: green, green: through }, { seconds: YELLOW_S, yellow: through }];
  return { scene: withSignal(drawn, 'm', phases, STARTS_AT_S % (red + green + YELLOW_S)), way };
}

/** A signal's cycle is counted from midnight: with this offset the first one begins with the run. */
const STARTS_AT_S = 25_200;

export interface StopLine {
  readonly redSeconds: number;
  readonly greenSeconds: number;
  readonly saturationPerHour: number;
  readonly lostSeconds: number;
  readonly perCycle: number;
}

export function cityStopLine(redSeconds = RED_S, greenSeconds = GREEN_S): StopLine {
  const cycleSeconds = redSeconds + greenSeconds + YELLOW_S;
  const { scene, way } = crossing(redSeconds, greenSeconds);
  const vehicles = listedVehicles([{ name: 'car', edges: way, times: everySeconds(1.6, CYCLES * cycleSeconds) }]);
  const compiled = withVehicles(scene, vehicles);
  const line = watchLine(compiled, way[0]);
  drive(compiled, CYCLES * cycleSeconds, [line.observer]);
  const crossings = [...line.times.values()].sort((a, b) => a - b);
  const flows = [];
  for (let cycle = 2; cycle < CYCLES; cycle++) {
    const from = cycle * cycleSeconds;
    const inCycle = crossings.filter((at) => at >= from && at < from + cycleSeconds);
    const inGreen = inCycle.filter((at) => at < from + redSeconds + greenSeconds);
    const headway = (inGreen[inGreen.length - 1] - inGreen[STARTING - 1]) / (inGreen.length - STARTING);
    const greenFrom = line.greens.find((at) => at > from && at < from + cycleSeconds)!;
    const lost = inGreen[STARTING - 1] - greenFrom - STARTING * headway;
    flows.push({ saturationPerHour: 3_600 / headway, lostSeconds: lost, perCycle: inCycle.length });
  }
  return {
    redSeconds,
    greenSeconds,
    saturationPerHour: mean(flows.map((flow) => flow.saturationPerHour)),
    lostSeconds: mean(flows.map((flow) => flow.lostSeconds)),
    perCycle: mean(flows.map((flow) => flow.perCycle)),
  };
}

interface WatchedLine {
  /** By vehicle, when its front leaves the lane, within the step by the way driven in it. */
  readonly times: Map<string, number>;
  /**
   * When drivers began to see green. Signals show in a step what they show at its end, as SUMO has it, so that is the
   * beginning of the first step driven by it: half a second before the green of the program. Counted from the program,
   * the loss of the start would shrink with the length of a step (SUMO's IDM: −0.4, 0.2 and 0.7 s at 1, 0.5 and 0.1 s).
   */
  readonly greens: number[];
  readonly observer: TrafficObserver;
}

/** Of the first lane of an edge. */
function watchLine(scene: CompiledScene, edge: string): WatchedLine {
  const slot = scene.elements.edge.slotOf(edge)!;
  const lane = scene.roads.edgeFirstLane[slot];
  const { laneTurns, laneTurnStart } = scene.roads;
  const turns = laneTurns.subarray(laneTurnStart[lane], laneTurnStart[lane + 1]);
  const greens: number[] = [];
  let wasGreen = false;
  const times = new Map<string, number>();
  const before = new Map<
    number,
    { readonly positionM: number; readonly odometerM: number; readonly seconds: number }
  >();
  const look = (state: TrafficState, seconds: number, stepSeconds: number) => {
    const { vehicles, network, signals } = state;
    const isGreen = turns.some((turn) => signals.shown[turn] === GREEN);
    if (isGreen && !wasGreen) greens.push(seconds - stepSeconds);
    wasGreen = isGreen;
    for (let row = 0; row < vehicles.rowEnd; row++) {
      const track = vehicles.track[row];
      const was = before.get(row);
      if (track === lane) {
        // The step of driving may be longer than the step that is looked at: only a move counts.
        if (was === undefined || was.odometerM !== vehicles.odometerM[row] || vehicles.speedMps[row] === 0)
          before.set(row, { positionM: vehicles.positionM[row], odometerM: vehicles.odometerM[row], seconds });
        continue;
      }
      if (was === undefined) continue;
      before.delete(row);
      if (track < 0) continue;
      const leftM = network.roads.trackLengthM[lane] - was.positionM;
      const drivenM = vehicles.odometerM[row] - was.odometerM;
      const share = Math.min(1, leftM / Math.max(drivenM, 1e-6));
      times.set(vehicleNameOf(state, row), was.seconds + share * (seconds - was.seconds));
    }
  };
  return { times, greens, observer: { start: (state, seconds) => look(state, seconds, 0), stepped: look, end() {} } };
}

export interface SignalDelay {
  readonly saturation: number;
  readonly arrivals: 'regular' | 'by chance';
  readonly measuredSeconds: number;
  readonly uniformSeconds: number;
  readonly incrementalSeconds: number;
}

/** The manual's period of analysis; it begins with an empty line. */
const PERIOD_S = 900;
const DRAWS = 24;

/** A cycle of a minute with a short green, where the manual's term for chance agrees best with the theory of queues. */
export const DELAY_CYCLE = { redSeconds: 42, greenSeconds: 15 } as const;

/**
 * Delay at the line: when the same vehicles pass it with the signal, less when they pass it with one that is always
 * green. (What they lose on the other side, until they are at speed again, is not of the manual's queue.) The manual's
 * formula has the capacity that was measured at the line.
 */
export function signalDelay(saturation: number, arrivals: SignalDelay['arrivals'], line: StopLine): SignalDelay {
  const cycleSeconds = line.redSeconds + line.greenSeconds + YELLOW_S;
  const capacity = (line.perCycle * 3_600) / cycleSeconds;
  const perHour = saturation * capacity;
  const delays: number[] = [];
  for (let draw = 1; draw <= DRAWS; draw++) {
    // Regular arrivals begin at another place between two of them each time, lest they keep step with the cycle.
    const times =
      arrivals === 'regular'
        ? everySeconds(3_600 / perHour, PERIOD_S).map((at) => at + (draw / DRAWS) * (3_600 / perHour))
        : byChance(perHour, PERIOD_S, 7_000 + draw);
    const passed = (red: number, green: number) => {
      const { scene, way } = crossing(red, green);
      const compiled = withVehicles(scene, listedVehicles([{ name: 'car', edges: way, times }]));
      const watched = watchLine(compiled, way[0]);
      drive(compiled, 2 * PERIOD_S, [watched.observer]);
      return watched.times;
    };
    const signalled = passed(line.redSeconds, line.greenSeconds);
    const free = passed(0.5, 10_000);
    for (const [id, seconds] of signalled) if (free.has(id)) delays.push(seconds - free.get(id)!);
  }
  const greenShare = capacity / line.saturationPerHour;
  const x = saturation;
  const hours = PERIOD_S / 3_600;
  return {
    saturation,
    arrivals,
    measuredSeconds: mean(delays),
    uniformSeconds: (0.5 * cycleSeconds * (1 - greenShare) ** 2) / (1 - Math.min(1, x) * greenShare),
    incrementalSeconds: 900 * hours * (x - 1 + Math.sqrt((x - 1) ** 2 + (8 * 0.5 * x) / (capacity * hours))),
  };
}
