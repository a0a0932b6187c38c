/**
 * What tells one kind of vehicle from another. Car: the "recommended city car" of the Intelligent Driver Model, whose
 * saturation flow at a stop line is 1,876 veh/h (measured when the model was chosen); trucks and buses are slower to
 * start and keep more room. Lengths are those that the picture draws.
 */
export const CAR = 0;
export const TRUCK = 1;
export const BUS = 2;
export const EMERGENCY = 3;

/** Indexed by kind: car, truck, bus, emergency vehicle. Bit `kind` of a lane's classes says whether it may drive there. */
export const kindLengthM = Float64Array.of(4.6, 8.5, 12, 6);
export const kindAccelerationMps2 = Float64Array.of(2, 1.2, 1.2, 2.4);
export const kindBrakingMps2 = Float64Array.of(3, 2.5, 2.5, 3.5);
export const kindHeadwaySeconds = Float64Array.of(1, 1.3, 1.3, 1);
export const kindStandstillGapM = Float64Array.of(2, 2.5, 2.5, 2);

/** No tyre brakes harder than this on a dry road. */
export const HARDEST_BRAKING_MPS2 = 9;

/** Drivers differ in the speed they like: normal about the limit, cut at ±2.5 deviations. */
export const SPEED_FACTOR_DEVIATION = 0.06;
export const SPEED_FACTOR_MOST_DEVIATIONS = 2.5;
