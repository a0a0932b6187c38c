import { takeOwnCharge } from '../charging';
import { giveDrive } from '../emissions/give-drive';
import { isOfResponse } from '../levels/response';
import { bearUnit } from '../levels/send-unit';
import { laneLengthM } from '../network';
import type { TrafficState } from '../state';
import { drawColour, drawSpeedFactor } from './trips';

/** Everything of a new row that follows from its trip. */
export function bearTrip(
  state: TrafficState,
  row: number,
  hour: number,
  key: number,
  whim: number,
  destination: number,
  destinationPlace: number,
): void {
  const { vehicles, luck, chance, network, response } = state;
  vehicles.tripHour[row] = hour;
  vehicles.tripKey[row] = key;
  vehicles.whim[row] = whim;
  vehicles.colour[row] = drawColour(luck, hour, key);
  vehicles.speedFactor[row] = drawSpeedFactor(chance.coming, hour, key);
  vehicles.destinationEdge[row] = destination;
  vehicles.destinationM[row] =
    destinationPlace < 0 ? Number.POSITIVE_INFINITY : destinationPlace * laneLengthM(network, destination);
  giveDrive(vehicles, state.energy.fleet, luck, row, hour, key);
  if (state.charging !== null) takeOwnCharge(state, state.charging, row);
  if (response !== null && isOfResponse(hour)) bearUnit(state, response, row);
}
