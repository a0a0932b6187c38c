/**
 * A vehicle in a frame: sixteen bytes, written by the traffic and read by the view's shader as they are, so that a page
 * hands fifty thousand of them to the graphics card without looking at one. What is lost is less than is seen: 2 mm of
 * the place, 4 mm sideways, and of the way come since the frame before half a centimetre of a metre, 5 cm of forty.
 *
 *   0  place along the track, steps of 1/256 m, above 8 bits of style: kind, 8 × colour, 128 while it brakes
 *   1  track and one more (0: the row is empty) above 12 bits of the offset to the left, 1/128 m about the middle
 *   2  track before and one more, above the offset that the vehicle had in the frame before
 *   3  track before that and one more, above the square root of the way come since the frame before
 */
export const VEHICLE_WORDS = 4;

/** What those words are made of, for whoever reads them. */
export const vehicleSteps = {
  placesAMetre: 256,
  sidesAMetre: 128,
  middleSide: 2_048,
  farthestComeM: 1_024,
  twelveBits: 4_095,
} as const;

const { placesAMetre, sidesAMetre, middleSide, farthestComeM, twelveBits } = vehicleSteps;
const MOST_PLACE = 0xff_ffff;
const ABOVE_EIGHT_BITS = 256;
const ABOVE_TWELVE_BITS = 4_096;

export interface VehicleRow {
  track: number;
  positionM: number;
  travelledM: number;
  lateralM: number;
  before: number;
  beforeThat: number;
  lateralBeforeM: number;
  style: number;
}

/** Scratch for whoever packs or reads row after row. */
export const emptyVehicle = (): VehicleRow => ({
  track: -1,
  positionM: 0,
  travelledM: 0,
  lateralM: 0,
  before: -1,
  beforeThat: -1,
  lateralBeforeM: 0,
  style: 0,
});

export function packVehicle(row: VehicleRow, out: Uint32Array, at: number): void {
  const place = Math.min(MOST_PLACE, Math.max(0, Math.round(row.positionM * placesAMetre)));
  const come = Math.min(1, Math.max(0, row.travelledM) / farthestComeM);
  out[at] = place * ABOVE_EIGHT_BITS + row.style;
  out[at + 1] = (row.track + 1) * ABOVE_TWELVE_BITS + sideways(row.lateralM);
  out[at + 2] = (row.before + 1) * ABOVE_TWELVE_BITS + sideways(row.lateralBeforeM);
  out[at + 3] = (row.beforeThat + 1) * ABOVE_TWELVE_BITS + Math.round(Math.sqrt(come) * twelveBits);
}

/** A track of −1 is an empty row's. */
export function unpackVehicle(words: Uint32Array, at: number, out: VehicleRow): void {
  const root = (words[at + 3] & twelveBits) / twelveBits;
  out.positionM = (words[at] >>> 8) / placesAMetre;
  out.style = words[at] & 255;
  out.track = (words[at + 1] >>> 12) - 1;
  out.lateralM = ((words[at + 1] & twelveBits) - middleSide) / sidesAMetre;
  out.before = (words[at + 2] >>> 12) - 1;
  out.lateralBeforeM = ((words[at + 2] & twelveBits) - middleSide) / sidesAMetre;
  out.beforeThat = (words[at + 3] >>> 12) - 1;
  out.travelledM = root * root * farthestComeM;
}

function sideways(offsetM: number): number {
  return Math.min(twelveBits, Math.max(0, Math.round(offsetM * sidesAMetre) + middleSide));
}
