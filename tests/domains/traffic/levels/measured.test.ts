/** The watches on the engine itself: a crossroads with a signal, its four gates and nothing else. */
import { expect, it } from 'vitest';
import { addEmissions } from '../../../../sim/domains/traffic/emissions/add-emissions';
import { PETROL_CAR } from '../../../../sim/domains/traffic/emissions/energy-classes';
import { exhaustOfChina6 } from '../../../../sim/domains/traffic/emissions/exhaust-stages';
import { fuelLitres } from '../../../../sim/domains/traffic/emissions/fuel';
import { createEmissionSums, DISTANCE_M, FUEL_J, totalSum } from '../../../../sim/domains/traffic/emissions/sums';
import {
  createApproachWatch,
  savedWatchFields,
  watchApproaches,
} from '../../../../sim/domains/traffic/levels/approach-watch';
import { createJunctionLevels, judgeJunctions } from '../../../../sim/domains/traffic/levels/junction-levels';
import { createQueueRecord, queuePercentileVeh } from '../../../../sim/domains/traffic/levels/queue-record';
import { createQueueWatch, watchQueues } from '../../../../sim/domains/traffic/levels/queue-watch';
import { signalDelay } from '../../../../sim/domains/traffic/levels/signal-delay';
import {
  closeWindow,
  createTurnCounts,
  passStep,
  servedProgram,
  turnWindowFields,
} from '../../../../sim/domains/traffic/levels/turn-counts';
import { GREEN, GREEN_YIELDS } from '../../../../sim/domains/traffic/signals';
import { run, STEP_SECONDS, start } from '../simulate';
import { crossroads } from '../small-city';

const HOUR = 3_600;

function measure(tripsPerDay: number) {
  const gates = { n: tripsPerDay, e: tripsPerDay, s: tripsPerDay, w: tripsPerDay };
  const of = start(crossroads({ gates }), 3);
  const { network, vehicles } = of.state;
  const { roads } = network;
  const watch = createApproachWatch(vehicles.capacity);
  const counts = createTurnCounts(roads.turnCount);
  const record = createQueueRecord(roads.laneCount);
  const queues = createQueueWatch(roads.laneCount, record);
  const sums = createEmissionSums(roads.edgeCount);
  const signalTurns = Uint32Array.from(network.signalTurns);
  const moved = {
    track: vehicles.track,
    speedMps: vehicles.speedMps,
    energyClass: new Uint8Array(vehicles.capacity).fill(PETROL_CAR),
    meteredMps: new Float64Array(vehicles.capacity),
    departedS: new Float64Array(vehicles.capacity).fill(Number.NEGATIVE_INFINITY),
    batteryJ: new Float64Array(vehicles.capacity),
  };
  const ground = { trackEdge: network.trackEdge, trackGradePerMille: new Float64Array(roads.trackCount) };
  const conditions = { climateW: 0, exhaust: exhaustOfChina6() };
  const keyBefore = new Float64Array(vehicles.capacity).fill(-1);
  let seconds = 0;
  function look(): void {
    seconds += STEP_SECONDS;
    for (let row = 0; row < vehicles.rowEnd; row++) {
      const key = vehicles.track[row] < 0 ? -1 : vehicles.tripHour[row] * 4_294_967_296 + vehicles.tripKey[row];
      if (key !== keyBefore[row]) moved.meteredMps[row] = vehicles.speedMps[row];
      keyBefore[row] = key;
    }
    watchApproaches(watch, roads, vehicles, seconds, counts);
    passStep(counts, signalTurns, of.state.signals.shown, GREEN_YIELDS, GREEN, STEP_SECONDS);
    if (seconds % 1 === 0) {
      watchQueues(queues, roads, of.state.tracks, vehicles, of.state.signals.shown, GREEN_YIELDS, GREEN, 1);
    }
    addEmissions(0, vehicles.rowEnd, moved, ground, STEP_SECONDS, seconds, conditions, sums);
  }
  run(of, 300, look);
  closeWindow(counts);
  const distanceBeforeM = of.state.totals.distanceM;
  const emittedBeforeM = totalSum(sums, DISTANCE_M);
  run(of, HOUR, look);
  closeWindow(counts);
  const levels = createJunctionLevels(roads);
  judgeJunctions(roads, counts, levels);
  const edges = Array.from(levels.approaches.vehicles.keys()).filter((edge) => levels.approaches.vehicles[edge] > 0);
  const turnOf = (edge: number) => roads.laneTurns[roads.laneTurnStart[roads.edgeFirstLane[edge]]];
  return {
    roads,
    watch,
    levels,
    edges,
    sums,
    distanceM: of.state.totals.distanceM - distanceBeforeM,
    emittedM: totalSum(sums, DISTANCE_M) - emittedBeforeM,
    queue95: Math.max(...edges.map((edge) => queuePercentileVeh(record, roads.edgeFirstLane[edge], 0.95))),
    byFormula: (edge: number) =>
      signalDelay({
        flowVehPerH: levels.approaches.vehicles[edge],
        saturationFlowVehPerH: 1_850,
        ...servedProgram(counts, turnOf(edge))!,
        periodH: 1,
      }),
  };
}

const quiet = measure(4_000);
const busy = measure(14_000);

it('nobody who passes the junction is missed, and four approaches are judged', () => {
  for (const { watch, edges } of [quiet, busy]) {
    expect(watch.missed).toBe(0);
    expect(edges.length).toBe(4);
  }
});

it('measured delay lies near the manual’s formula: at most 3 s below it, and above by no more than lefts that yield cost', () => {
  for (const { edges, levels, byFormula } of [quiet, busy]) {
    for (const edge of edges) {
      const expected = byFormula(edge).delaySeconds;
      expect(levels.approaches.delaySeconds[edge]).toBeGreaterThan(expected - 3);
      expect(levels.approaches.delaySeconds[edge]).toBeLessThan(2 * expected + 5); // one lane for all turns: who yields holds up who goes on
    }
  }
});

it('with more traffic everything gets worse: delay, stops, v/c, queues, fuel', () => {
  const mean = (of: typeof quiet, field: 'delaySeconds' | 'stopsPerVehicle' | 'saturation') =>
    of.edges.reduce((sum, edge) => sum + of.levels.approaches[field][edge], 0) / of.edges.length;
  for (const field of ['delaySeconds', 'stopsPerVehicle', 'saturation'] as const) {
    expect(mean(busy, field)).toBeGreaterThan(mean(quiet, field));
  }
  expect(busy.queue95).toBeGreaterThan(quiet.queue95);
  const litres = (of: typeof quiet) =>
    fuelLitres(PETROL_CAR, totalSum(of.sums, FUEL_J)) / totalSum(of.sums, DISTANCE_M);
  expect(litres(busy)).toBeGreaterThan(litres(quiet));
});

// Looked at after the step, a trip that ended in it is no longer there: seven metres of six hundred.
it('the distance that emissions are reckoned on is the distance driven, but for the step in which a trip ends', () => {
  for (const { distanceM, emittedM } of [quiet, busy]) {
    expect(emittedM / distanceM).toBeGreaterThan(0.985);
    expect(emittedM / distanceM).toBeLessThan(1.001);
  }
});

it('resuming from the saved fields of the watch counts what going straight on counts', () => {
  const of = start(crossroads(), 5);
  const { vehicles, network } = of.state;
  const { roads } = network;
  const straight = createApproachWatch(vehicles.capacity);
  const straightCounts = createTurnCounts(roads.turnCount);
  let seconds = 0;
  run(of, 200, () => {
    seconds += STEP_SECONDS;
    watchApproaches(straight, roads, vehicles, seconds, straightCounts);
  });
  const resumed = createApproachWatch(vehicles.capacity);
  for (const field of savedWatchFields) {
    resumed[field].set(straight[field].subarray(0, vehicles.rowEnd));
  }
  const resumedCounts = createTurnCounts(roads.turnCount);
  for (const field of turnWindowFields) resumedCounts.now[field].set(straightCounts.now[field]);
  run(of, 200, () => {
    seconds += STEP_SECONDS;
    watchApproaches(straight, roads, vehicles, seconds, straightCounts);
    watchApproaches(resumed, roads, vehicles, seconds, resumedCounts);
  });
  expect(resumedCounts.now).toEqual(straightCounts.now);
  expect(straightCounts.now.passed.some((passed) => passed > 0)).toBe(true);
});
