/** An arterial of signals with side streets, and the very same trips driven by both models. */

import { type DrivenTrips, driveTrips } from '../../../../sim/domains/traffic/meso/drive-trips';
import { canDriveWay } from '../../../../sim/domains/traffic/meso/lane-choice';
import { createRun } from '../../../../sim/domains/traffic/meso/run';
import { takeDemand } from '../../../../sim/domains/traffic/meso/take-demand';
import { createTrips } from '../../../../sim/domains/traffic/meso/trips';
import { type CompiledScene, compileScene, type DemandFile } from '../../../../sim/scene';
import { type Run, run, start } from '../simulate';
import { smallCity } from '../small-city';

export const FROM_S = 25_200;

export interface CorridorPlan {
  readonly lanes: number;
  readonly signals: number;
  readonly apartM: number;
}

export interface Flow {
  readonly from: string;
  readonly to: string;
  readonly perHour: number;
}

export function corridor({ lanes, signals, apartM }: CorridorPlan, flows: readonly Flow[], hours = 1): CompiledScene {
  const nodes: Record<string, [number, number]> = { w: [0, 0] };
  const main = ['w'];
  const streets: Record<string, { path: string[]; lanes: number; class: 'arterial' | 'collector' }> = {};
  for (let i = 1; i <= signals; i++) {
    nodes[`m${i}`] = [i * apartM, 0];
    nodes[`n${i}`] = [i * apartM, 250];
    nodes[`s${i}`] = [i * apartM, -250];
    main.push(`m${i}`);
    streets[`side${i}`] = { path: [`n${i}`, `m${i}`, `s${i}`], lanes: 1, class: 'collector' };
  }
  nodes.e = [(signals + 1) * apartM, 0];
  main.push('e');
  streets.main = { path: main, lanes, class: 'arterial' };
  const plain = smallCity('corridor', { nodes, streets, signals: main.slice(1, -1) });
  const ids = plain.elements.edge.ids;
  const ends = [...new Set(flows.flatMap(({ from, to }) => [from, to]))];
  const roads = plain.scene.roads!;
  const demand: DemandFile = {
    ...plain.scene.demand!,
    matrix: {
      zones: ends.map((id) => ({
        id,
        from: ids.filter((edge) => roads.edges.find((one) => one.id === edge)?.from === id),
        to: ids.filter((edge) => roads.edges.find((one) => one.id === edge)?.to === id),
        border: true as const,
      })),
      matrices: [
        {
          id: 'hour',
          kind: 'car',
          beginSeconds: FROM_S,
          endSeconds: FROM_S + 3_600 * hours,
          cells: flows.map(({ from, to, perHour }) => ({ from, to, trips: perHour * hours })),
        },
      ],
    },
  };
  return compileScene({ ...plain.scene, demand });
}

export interface Times {
  /** By trip: from when he came onto the road, and from when he was due, to his end. */
  readonly driven: Map<number, number>;
  readonly inAll: Map<number, number>;
  readonly cpuSeconds: number;
}

/** The driving, until everyone who was due has arrived or the time is over. */
export function driveMicro(scene: CompiledScene, seconds: number, seed = 1): Times & { of: Run } {
  const of = start(scene, seed, FROM_S);
  const due = new Map<number, number>();
  const trips = createTrips();
  for (const row of takeDemand(of.state, trips, FROM_S, FROM_S + seconds).rows)
    due.set(trips.key[row], trips.dueS[row]);
  const driven = new Map<number, number>();
  const inAll = new Map<number, number>();
  const before = process.cpuUsage().user;
  const { capacity } = of.state.vehicles;
  const who = new Int32Array(capacity).fill(-1);
  const departedS = new Float64Array(capacity);
  let rowEnd = 0;
  run(of, seconds, ({ state }) => {
    const { vehicles, totals } = state;
    rowEnd = Math.max(rowEnd, vehicles.rowEnd);
    for (let row = 0; row < rowEnd; row++) {
      const key = vehicles.track[row] < 0 ? -1 : vehicles.tripKey[row];
      if (who[row] === key) continue;
      if (who[row] >= 0) {
        driven.set(who[row], totals.elapsedSeconds - departedS[row]);
        inAll.set(who[row], totals.elapsedSeconds + FROM_S - due.get(who[row])!);
      }
      who[row] = key;
      departedS[row] = vehicles.departedS[row];
    }
  });
  return { driven, inAll, of, cpuSeconds: (process.cpuUsage().user - before) / 1e6 };
}

export function driveMeso(scene: CompiledScene, seconds: number, seed = 1): Times & DrivenTrips {
  const { state } = start(scene, seed, FROM_S);
  const trips = createTrips();
  const { rows } = takeDemand(state, trips, FROM_S, FROM_S + seconds);
  const before = process.cpuUsage().user;
  const ways = createRun(state, FROM_S, trips);
  for (const row of rows) if (!canDriveWay(ways, row)) throw new Error(`met trip ${row} that no lane serves`);
  const done = driveTrips(state, trips, rows, FROM_S, FROM_S + seconds);
  const driven = new Map<number, number>();
  const inAll = new Map<number, number>();
  for (const row of rows) {
    if (Number.isNaN(trips.arrivedS[row])) continue;
    driven.set(trips.key[row], trips.arrivedS[row] - trips.enteredS[row]);
    inAll.set(trips.key[row], trips.arrivedS[row] - trips.dueS[row]);
  }
  return { ...done, driven, inAll, cpuSeconds: (process.cpuUsage().user - before) / 1e6 };
}

export function meanOf(values: Iterable<number>): number {
  let sum = 0;
  let count = 0;
  for (const value of values) {
    sum += value;
    count++;
  }
  return sum / count;
}
