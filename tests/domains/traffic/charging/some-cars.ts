/** Cars and a site that stand alone, without roads: what the laws of charging are tried on. */
import { addCar, type Cars, createCars } from '../../../../sim/domains/traffic/charging/cars';
import { createStands, type Stands } from '../../../../sim/domains/traffic/charging/stands';

export function siteWith(plugsKw: readonly number[], limitKw: number): Stands {
  return createStands({
    siteCount: 1,
    plugStart: Uint32Array.of(0, plugsKw.length),
    plugW: Float64Array.from(
      [...plugsKw].sort((a, b) => b - a),
      (kw) => kw * 1_000,
    ),
    limitW: Float64Array.of(limitKw * 1_000),
  });
}

export const KWH = 3.6e6;

export interface Arrival {
  readonly capacityKwh?: number;
  readonly share: number;
  readonly target?: number;
  readonly patienceS?: number;
  readonly staysS?: number;
}

export function carThat(cars: Cars, nowS: number, arrival: Arrival): number {
  const capacityJ = (arrival.capacityKwh ?? 50) * KWH;
  const car = addCar(cars, cars.count, capacityJ, arrival.share * capacityJ);
  cars.targetJ[car] = (arrival.target ?? 0.9) * capacityJ;
  cars.patientUntilS[car] = nowS + (arrival.patienceS ?? Number.POSITIVE_INFINITY);
  cars.staysUntilS[car] = nowS + (arrival.staysS ?? 0);
  return car;
}

export const noCars = (): Cars => createCars();
