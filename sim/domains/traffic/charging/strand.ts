/**
 * Whose cells run empty on the way stands where he is, and those behind find their way around him, until help has come and
 * given him enough to get to a site. Left out: that help has a way to drive too.
 */
import { WRECKED } from '../driving/halts';
import type { TrafficState } from '../state';
import type { Happen } from '../watch';
import type { Charging } from './charging';
import { carOfRow } from './own-cars';

/** Three quarters of an hour until a van with a battery is there, and what it gives: some fifteen kilometres. Ours. */
const HELPED_AFTER_S = 2_700;
const HELP_SHARE = 0.05;
/** Enough to stand for a day; taken away when help has come. */
const STANDS_S = 86_400;

/** Lets those stop who have run empty, and helps those who have waited long enough. */
export function standEmpty(state: TrafficState, charging: Charging, nowS: number, happen: Happen | null): void {
  const { vehicles, network, scene } = state;
  const { cars, tally } = charging;
  for (let row = 0; row < vehicles.rowEnd; row++) {
    const lane = vehicles.track[row];
    if (lane < 0 || lane >= network.roads.laneCount) continue;
    const car = carOfRow(vehicles, charging, row);
    if (car < 0) continue;
    if (nowS >= cars.helpedAtS[car]) {
      const helpJ = HELP_SHARE * cars.capacityJ[car];
      vehicles.batteryJ[row] += helpJ;
      cars.chargeJ[car] += helpJ;
      tally.helpedJ += helpJ;
      cars.helpedAtS[car] = Number.POSITIVE_INFINITY;
      vehicles.haltAt[row] = -1;
      vehicles.haltLeftS[row] = -1;
    } else if (vehicles.batteryJ[row] <= 0 && vehicles.haltAt[row] < 0) {
      vehicles.haltAt[row] = WRECKED;
      vehicles.haltLeftS[row] = STANDS_S;
      cars.helpedAtS[car] = nowS + HELPED_AFTER_S;
      tally.stranded++;
      if (happen) happen('traffic.car-stranded', scene.elements.edge.ids[network.roads.laneEdge[lane]], [], {});
    }
  }
}
