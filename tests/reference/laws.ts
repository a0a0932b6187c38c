/** What must hold in every state of the traffic, whatever it is like. */
import type { TrafficState } from '../../sim/domains/traffic';
import { lengthMOf } from '../../sim/domains/traffic/outputs/vehicle-facts';

const TOUCHES_M = -0.01;
const MOST_FAULTS = 5;

/** The faults of a state, none in a sound one. */
export function checkState(state: TrafficState): string[] {
  const { vehicles, tracks, totals, network } = state;
  const faults: string[] = [];
  if (totals.inserted !== vehicles.count + totals.arrived)
    faults.push(`${totals.inserted} inserted, ${vehicles.count} running, ${totals.arrived} arrived`);
  let chained = 0;
  for (let track = 0; track < network.roads.trackCount && faults.length < MOST_FAULTS; track++) {
    for (let row = tracks.first[track]; row >= 0; row = vehicles.behind[row]) {
      chained++;
      if (!(vehicles.speedMps[row] >= 0)) faults.push(`row ${row} drives at ${vehicles.speedMps[row]} m/s`);
      const ahead = vehicles.ahead[row];
      if (ahead < 0) continue;
      const gapM = vehicles.positionM[ahead] - lengthMOf(state, ahead) - vehicles.positionM[row];
      if (gapM < TOUCHES_M && track < network.roads.laneCount)
        faults.push(`rows ${row} and ${ahead} overlap by ${(-gapM).toFixed(2)} m on track ${track}`);
    }
  }
  if (faults.length === 0 && chained !== vehicles.count) faults.push(`${chained} on tracks, ${vehicles.count} running`);
  return faults;
}
