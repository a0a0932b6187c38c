import { expect, it } from 'vitest';
import { bearTrip } from '../../../sim/domains/traffic/demand/bear-trip';
import { planLanes } from '../../../sim/domains/traffic/driving/best-lanes';
import { CHAIN, NOT_LOOKED } from '../../../sim/domains/traffic/driving/chain';
import { roomForWay } from '../../../sim/domains/traffic/routing/way-room';
import { insertByPosition } from '../../../sim/domains/traffic/tracks';
import { CAR, kindLengthM } from '../../../sim/domains/traffic/vehicle-kinds';
import { takeRow } from '../../../sim/domains/traffic/vehicles';
import { type Run, run, start } from './simulate';
import { smallCity } from './small-city';

/** Three turns of a junction, and a place on each, so that every front is in the way of the next one's and none is free. */
function lockedPlaces({ state }: Run): { turn: number; atM: number }[] | undefined {
  const { links } = state;
  const { turnCount, foeStart, foeTurn, turnToLane, turnFromLane } = state.network.roads;
  const meets = (turn: number, foe: number) => {
    for (let k = foeStart[turn]; k < foeStart[turn + 1]; k++) {
      if (foeTurn[k] === foe) return { fromM: links.fromM[k], toM: links.toM[k] };
    }
    return undefined;
  };
  for (let a = 0; a < turnCount; a++) {
    for (let b = 0; b < turnCount; b++) {
      for (let c = 0; c < turnCount; c++) {
        const round = [a, b, c];
        if (new Set(round.map((turn) => turnToLane[turn])).size < 3) continue;
        if (new Set(round.map((turn) => turnFromLane[turn])).size < 3) continue;
        const places = round.map((turn, i) => {
          const blocks = meets(turn, round[(i + 1) % 3]);
          const waits = meets(turn, round[(i + 2) % 3]);
          if (!blocks || !waits) return undefined;
          const atM = Math.max(blocks.fromM, links.holdM[turn]) + 0.5;
          return atM + 0.3 < waits.fromM && atM - kindLengthM[CAR] < blocks.toM ? { turn, atM } : undefined;
        });
        if (places.every((place) => place !== undefined)) return places as { turn: number; atM: number }[];
      }
    }
  }
  return undefined;
}

function putWithin({ state }: Run, turn: number, atM: number, key: number): number {
  const { vehicles, tracks, network, totals } = state;
  const { turnFromLane, turnToLane, laneEdge, laneCount } = network.roads;
  const row = takeRow(vehicles);
  vehicles.kind[row] = CAR;
  bearTrip(state, row, 7, key, 0, laneEdge[turnToLane[turn]], -1);
  vehicles.route.set([laneEdge[turnFromLane[turn]], laneEdge[turnToLane[turn]]], roomForWay(vehicles, row, 2));
  vehicles.routeLength[row] = 2;
  vehicles.track[row] = turnFromLane[turn];
  planLanes(state, row);
  expect(vehicles.chain[row * CHAIN]).toBe(turn);
  vehicles.chain.copyWithin(row * CHAIN, row * CHAIN + 1, (row + 1) * CHAIN);
  vehicles.chain[row * CHAIN + CHAIN - 1] = NOT_LOOKED;
  vehicles.nextTurn[row] = -1;
  vehicles.positionM[row] = atM;
  vehicles.enteredS[row] = totals.elapsedSeconds;
  vehicles.conflictS[row] = totals.elapsedSeconds;
  insertByPosition(tracks, vehicles, laneCount + turn, row);
  totals.inserted++;
  return row;
}

it('three who stand within a junction, each with the next one’s front in his way, get out of it, and it is counted', () => {
  const city = smallCity('crossing', {
    nodes: { m: [0, 0], n: [0, 300], e: [300, 0], s: [0, -300], w: [-300, 0] },
    streets: {
      ns: { path: ['n', 'm', 's'], class: 'arterial', lanes: 2 },
      we: { path: ['w', 'm', 'e'], class: 'collector', lanes: 2 },
    },
  });
  const of = start(city);
  const places = lockedPlaces(of);
  expect(places).toBeDefined();
  places!.forEach(({ turn, atM }, i) => {
    putWithin(of, turn, atM, i);
  });
  run(of, 15);
  expect(of.state.vehicles.count).toBe(3);
  run(of, 75);
  expect(of.state.totals.squeezes).toBeGreaterThan(0);
  expect(of.state.vehicles.count).toBe(0);
  expect(of.state.totals.arrived).toBe(3);
});
