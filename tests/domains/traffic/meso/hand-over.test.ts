import { describe, expect, it } from 'vitest';
import {
  advanceMeso,
  createRun,
  createTrips,
  emptyState,
  handOver,
  type MesoRun,
  release,
  takeDemand,
  warmUpByQueues,
} from '../../../../sim/domains/traffic/meso';
import { AT_ORIGIN, ON_ROAD } from '../../../../sim/domains/traffic/meso/trips';
import type { TrafficState } from '../../../../sim/domains/traffic/state';
import { edgeOnRoute } from '../../../../sim/domains/traffic/vehicles';
import type { CompiledScene } from '../../../../sim/scene';
import { hasScene, sceneFromFolder } from '../scene-folder';
import { type Run, run, start } from '../simulate';
import { corridor, FROM_S } from './corridor';

const SECONDS = 1_500;

function busy(): CompiledScene {
  return corridor({ lanes: 2, signals: 3, apartM: 250 }, [
    { from: 'w', to: 'e', perHour: 1_700 },
    { from: 'e', to: 'w', perHour: 700 },
    { from: 'w', to: 'n2', perHour: 150 },
    { from: 's1', to: 'e', perHour: 150 },
    { from: 'n3', to: 's3', perHour: 200 },
  ]);
}

function handedOver(scene: CompiledScene): { state: TrafficState; meso: MesoRun } {
  const state = emptyState(scene, { seed: 1, startSeconds: FROM_S + SECONDS, baseStepSeconds: 0.5 });
  const trips = createTrips();
  const { rows } = takeDemand(state, trips, FROM_S, FROM_S + SECONDS);
  const meso = createRun(state, FROM_S, trips);
  for (const row of rows) {
    advanceMeso(meso, Math.max(meso.nowS, trips.dueS[row]));
    release(meso, row);
  }
  advanceMeso(meso, FROM_S + SECONDS);
  handOver(meso, state);
  return { state, meso };
}

/** A state of its own to step, without what a start would do to it. */
function stepping(scene: CompiledScene, state: TrafficState): Run {
  return {
    scene,
    state,
    heard: [],
    signalSupply: new Float64Array(scene.elements.signal.count).fill(1),
    roadHazard: new Float64Array(scene.roads.edgeCount),
    edgeSpeed: new Float64Array(scene.roads.edgeCount),
    tick: 0,
  };
}

/** Row of the driving by trip. */
function rowsByTrip({ vehicles }: TrafficState): Map<string, number> {
  const rows = new Map<string, number>();
  for (let row = 0; row < vehicles.rowEnd; row++) {
    if (vehicles.track[row] >= 0) rows.set(`${vehicles.tripHour[row]} ${vehicles.tripKey[row]}`, row);
  }
  return rows;
}

describe('handing over from queues to the road', () => {
  it('keeps everybody: who is on the road is there under his name, who waits outside still does', () => {
    const { state, meso } = handedOver(busy());
    const { trips } = meso;
    const rows = rowsByTrip(state);
    const inState = (wanted: number) => {
      const names: string[] = [];
      for (let row = 0; row < trips.count; row++) {
        if (trips.state[row] === wanted) names.push(`${trips.hour[row]} ${trips.key[row]}`);
      }
      return names.sort();
    };
    expect([...rows.keys()].sort()).toEqual(inState(ON_ROAD));
    expect(rows.size).toBeGreaterThan(60);
    expect(state.vehicles.count).toBe(rows.size);
    expect(state.waiting.count).toBe(inState(AT_ORIGIN).length);
  });

  it('keeps the way that is left, the wish for speed, the lane and the order on it', () => {
    const { state, meso } = handedOver(busy());
    const { trips, place } = meso;
    const { vehicles, tracks, network } = state;
    const rows = rowsByTrip(state);
    for (let lane = 0; lane < network.roads.laneCount; lane++) {
      const order: number[] = [];
      for (let trip = meso.first[lane]; trip >= 0; trip = trips.behind[trip]) {
        const row = rows.get(`${trips.hour[trip]} ${trips.key[trip]}`)!;
        order.push(row);
        expect(vehicles.track[row]).toBe(lane);
        expect(vehicles.speedFactor[row]).toBe(trips.speedFactor[trip]);
        for (let i = trips.at[trip]; i < trips.linkCount[trip]; i++) {
          const edge = place.network.linkEdge[trips.links[trips.linkFrom[trip] + i]];
          expect(edgeOnRoute(vehicles, row, i + 1 - trips.at[trip])).toBe(edge);
        }
        expect(edgeOnRoute(vehicles, row, trips.linkCount[trip] - trips.at[trip] + 1)).toBe(-1);
      }
      const driven: number[] = [];
      for (let row = tracks.first[lane]; row >= 0; row = vehicles.behind[row]) driven.push(row);
      expect(driven).toEqual(order);
    }
  });

  it('overlaps nobody, and the road goes on from there until all have arrived', () => {
    const scene = busy();
    const { state } = handedOver(scene);
    const { vehicles, tracks, drivers, network } = state;
    for (let lane = 0; lane < network.roads.laneCount; lane++) {
      for (let row = tracks.first[lane]; row >= 0; row = vehicles.behind[row]) {
        expect(vehicles.positionM[row]).toBeGreaterThan(0);
        expect(vehicles.positionM[row]).toBeLessThanOrEqual(network.roads.trackLengthM[lane]);
        const ahead = vehicles.ahead[row];
        if (ahead < 0) continue;
        expect(vehicles.positionM[ahead] - drivers.lengthM[vehicles.type[ahead]]).toBeGreaterThan(
          vehicles.positionM[row],
        );
      }
    }
    const people = state.vehicles.count + state.waiting.count;
    const of = stepping(scene, state);
    run(of, 1_200);
    expect(state.totals.hardestStops).toBe(0);
    // After the hand-over the demand of the rest of the hour comes too.
    expect(state.totals.arrived).toBeGreaterThan(people);
    run(of, 2_400);
    expect(state.vehicles.count + state.waiting.count).toBe(0);
  });
});

describe.skipIf(!hasScene('eco-park'))('a morning that begins with queues', () => {
  it('is as busy as one that has been driven for twenty minutes', () => {
    const scene = sceneFromFolder('eco-park');
    const startSeconds = 25_200;
    const driven = run(start(scene, 7, startSeconds - 1_200), 1_200).state;
    const state = emptyState(scene, { seed: 7, startSeconds, baseStepSeconds: 0.5 });
    const { takenBack } = warmUpByQueues(state, 3_600);
    expect(takenBack).toBe(0);
    expect(Math.abs(state.vehicles.count / driven.vehicles.count - 1)).toBeLessThan(0.1);
    const before = driven.totals.arrived;
    run(stepping(scene, state), 300);
    run(stepping(scene, driven), 300);
    expect(Math.abs(state.totals.arrived / (driven.totals.arrived - before) - 1)).toBeLessThan(0.15);
  });
});
