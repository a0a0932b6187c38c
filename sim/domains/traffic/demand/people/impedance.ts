/**
 * How long a way takes by each mode, for plans and choices; what the roads really take is driven, not planned.
 * Speeds are door to door in a Chinese city by day, our estimates; ways are longer than the straight line.
 */
import { BUS, CYCLE, DRIVE, PASSENGER, WALK } from './survey';

const WAY_OVER_LINE = 1.3;
/** By mode: walk, cycle (most of them electric), bus, car, passenger. */
const MPS = Float64Array.of(1.25, 3.9, 4.4, 7, 7);
/** By mode: out of the house; to the stop, the car or the bicycle and from it. */
const ACCESS_SECONDS = Float64Array.of(60, 60, 480, 150, 150);
const WAIT_SECONDS = Float64Array.of(0, 0, 240, 0, 0);
/** Beyond the gates roads are faster, and buses are those of the works and the metro's feeders. */
const OUTSIDE_MPS = Float64Array.of(1.25, 3.9, 7, 11, 11);

export function wayM(lineM: number): number {
  return WAY_OVER_LINE * lineM;
}

/** Without what lies beyond the gates. */
export function travelSeconds(mode: number, lineM: number): number {
  return ACCESS_SECONDS[mode] + WAIT_SECONDS[mode] + wayM(lineM) / MPS[mode];
}

export function outsideSeconds(mode: number, outsideM: number): number {
  return outsideM / OUTSIDE_MPS[mode];
}

/**
 * Utility of a way by mode, apart from the mode's constant. Weights of time are those of home-based work in the
 * OKI/MVRPC regional model 6.0, in its order: in a vehicle −0.0248 a minute, on foot −0.0876, waiting −0.0409. Money
 * weighs as time does at ¥ 30 an hour, some two fifths of an hour's wage there. A cycle's minute is put between riding
 * and walking, and driving costs ¥ 0.7 a kilometre: ours.
 */
const IN_VEHICLE_A_MINUTE = -0.0248;
const ON_FOOT_A_MINUTE = -0.0876;
const WAITING_A_MINUTE = -0.0409;
const CYCLING_A_MINUTE = -0.055;
const A_YUAN = IN_VEHICLE_A_MINUTE * 2;
const DRIVING_YUAN_A_KM = 0.7;
const PARKING_YUAN = 2;
const BUS_FARE_YUAN = 1;

/** What a sum of money weighs, as of a charge for driving somewhere. */
export function moneyUtility(yuan: number): number {
  return A_YUAN * yuan;
}

export function utilityOf(mode: number, lineM: number, outsideM: number): number {
  const rideMinutes = (wayM(lineM) / MPS[mode] + outsideSeconds(mode, outsideM)) / 60;
  const accessMinutes = ACCESS_SECONDS[mode] / 60;
  switch (mode) {
    case WALK:
      return ON_FOOT_A_MINUTE * (rideMinutes + accessMinutes);
    case CYCLE:
      return CYCLING_A_MINUTE * rideMinutes + ON_FOOT_A_MINUTE * accessMinutes;
    case BUS:
      return (
        IN_VEHICLE_A_MINUTE * rideMinutes +
        ON_FOOT_A_MINUTE * accessMinutes +
        (WAITING_A_MINUTE * WAIT_SECONDS[BUS]) / 60 +
        A_YUAN * BUS_FARE_YUAN
      );
    case DRIVE:
    case PASSENGER:
      return (
        IN_VEHICLE_A_MINUTE * rideMinutes +
        ON_FOOT_A_MINUTE * accessMinutes +
        A_YUAN * (PARKING_YUAN + (DRIVING_YUAN_A_KM * (wayM(lineM) + outsideM)) / 1000)
      );
    default:
      throw new RangeError(`met mode ${mode}, expected one of five`);
  }
}
