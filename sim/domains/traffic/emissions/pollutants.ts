/**
 * Nitrogen oxides, volatile organics and particles from the exhaust, second by second: E = max(0, f1 + f2·v + f3·v² +
 * f4·a + f5·a² + f6·v·a) in g/s, with one set of factors where a ≥ −0.5 m/s² and another below it.
 * Int Panis, Broekx and Liu, Science of the Total Environment 371 (2006) 270–285, the table of its emission functions.
 *
 * Measured in traffic on Belgian vehicles of about 2000 to 2005, so levels are of that time (exhaust-stages.ts scales
 * them); what the figures are good for is to compare a city with and without a change.
 * Carbon dioxide is not taken from here but from the fuel. The paper has no van; it is given the diesel car's factors.
 * Left out: cold starts, evaporation, particles of tyres and brakes.
 */
import { DIESEL_BUS, DIESEL_CAR, DIESEL_TRUCK, DIESEL_VAN, ENERGY_CLASS_COUNT, PETROL_CAR } from './energy-classes';

export const NOX = 0;
export const VOC = 1;
export const PARTICLES = 2;
const POLLUTANT_COUNT = 3;
export const FACTORS = 6;

const BRAKES_BELOW_MPS2 = -0.5;
/**
 * The measured cars hardly went beyond; a polynomial of second degree says nothing of an emergency stop. Harder
 * acceleration and braking count as this much.
 */
export const HARSHEST_MEASURED_MPS2 = 3;

type Factors = readonly [number, number, number, number, number, number];
type Pair = readonly [drives: Factors, brakes: Factors];
const same = (factors: Factors): Pair => [factors, factors];

const petrolCar: readonly Pair[] = [
  [
    [6.19e-4, 8.0e-5, -4.03e-6, -4.13e-4, 3.8e-4, 1.77e-4],
    [2.17e-4, 0, 0, 0, 0, 0],
  ],
  [
    [4.47e-3, 7.32e-7, -2.87e-8, -3.41e-6, 4.94e-6, 1.66e-6],
    [2.63e-3, 0, 0, 0, 0, 0],
  ],
  same([0, 1.57e-5, -9.21e-7, 0, 3.75e-5, 1.89e-5]),
];
const dieselCar: readonly Pair[] = [
  [
    [2.41e-3, -4.11e-4, 6.73e-5, -3.07e-3, 2.14e-3, 1.5e-3],
    [1.68e-3, -6.62e-5, 9.0e-6, 2.5e-4, 2.91e-4, 1.2e-4],
  ],
  [
    [9.22e-5, 9.09e-6, -2.29e-7, -2.2e-5, 1.69e-5, 3.75e-6],
    [5.25e-5, 7.22e-6, -1.87e-7, 0, -1.02e-5, -4.22e-6],
  ],
  same([0, 3.13e-4, -1.84e-5, 0, 7.5e-4, 3.78e-4]),
];
const heavyTruck: readonly Pair[] = [
  same([3.56e-2, 9.71e-3, -2.4e-4, 3.26e-2, 1.33e-2, 1.15e-2]),
  same([1.04e-3, 4.87e-4, -1.49e-5, 1.27e-3, 2.1e-4, 1.0e-4]),
  same([2.14e-4, 3.35e-4, -2.22e-5, 2.07e-3, 1.8e-3, 2.27e-4]),
];
const bus: readonly Pair[] = [
  same([2.36e-2, 6.51e-3, -1.7e-4, 2.17e-2, 8.94e-3, 7.57e-3]),
  same([1.55e-3, 8.2e-4, -2.42e-5, 1.86e-3, 3.21e-4, 1.36e-4]),
  same([2.23e-4, 3.47e-4, -2.38e-5, 2.08e-3, 1.76e-3, 2.23e-4]),
];

const SET = POLLUTANT_COUNT * FACTORS;

/** The polynomials of every class, driving and braking, in one table; a cleaner fleet is another table. */
export type ExhaustFactors = Float64Array;

export function exhaustAsMeasured(): ExhaustFactors {
  const factors = new Float64Array(ENERGY_CLASS_COUNT * 2 * SET);
  for (const [energyClass, pairs] of [
    [PETROL_CAR, petrolCar],
    [DIESEL_CAR, dieselCar],
    [DIESEL_VAN, dieselCar],
    [DIESEL_TRUCK, heavyTruck],
    [DIESEL_BUS, bus],
  ] as const) {
    for (let brakes = 0; brakes < 2; brakes++) {
      for (let pollutant = 0; pollutant < POLLUTANT_COUNT; pollutant++) {
        factors.set(pairs[pollutant][brakes], (energyClass * 2 + brakes) * SET + pollutant * FACTORS);
      }
    }
  }
  return factors;
}

/** Scales what one class emits of one pollutant, driving and braking. */
export function scaleExhaust(factors: ExhaustFactors, energyClass: number, pollutant: number, scale: number): void {
  for (let brakes = 0; brakes < 2; brakes++) {
    const first = (energyClass * 2 + brakes) * SET + pollutant * FACTORS;
    for (let k = first; k < first + FACTORS; k++) factors[k] *= scale;
  }
}

/** Where the three polynomials of a class stand in the table, for that acceleration. */
export function exhaustSet(energyClass: number, accelerationMps2: number): number {
  return (energyClass * 2 + (accelerationMps2 < BRAKES_BELOW_MPS2 ? 1 : 0)) * SET;
}

/** Acceleration held within what was measured. */
export function heldMps2(accelerationMps2: number): number {
  return Math.max(-HARSHEST_MEASURED_MPS2, Math.min(HARSHEST_MEASURED_MPS2, accelerationMps2));
}

/** Of the set that exhaustSet() gives, at an acceleration that heldMps2() gives. */
export function exhaustGps(
  factors: ExhaustFactors,
  set: number,
  pollutant: number,
  speedMps: number,
  accelerationMps2: number,
): number {
  const a = accelerationMps2;
  const k = set + pollutant * FACTORS;
  const grams =
    factors[k] +
    (factors[k + 1] + factors[k + 2] * speedMps + factors[k + 5] * a) * speedMps +
    (factors[k + 3] + factors[k + 4] * a) * a;
  return Math.max(0, grams);
}
