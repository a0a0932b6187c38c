/** Electric cars of persons, one row each for good, in the order in which they were first seen. */
import type { Decoder, Encoder } from '../../../kernel';
import { expectWhole } from './stands';

/** What a car is about. */
export const PARKED = 0;
/** On the road, or due on it. */
export const OUT = 1;
export const WAITS = 2;
export const AT_PLUG = 3;
export const AT_HOME_PLUG = 4;
/** Beyond a gate, where the city does not see it. */
export const BEYOND = 5;

export interface Cars {
  count: number;
  readonly rowOf: Map<number, number>;
  /** Whose it is. */
  word: Uint32Array;
  doing: Uint8Array;
  /** Driven way of the day that it is on, and that day as trips name it. */
  leg: Uint8Array;
  hour: Int32Array;
  /** Site that it goes to, waits or stands at, −1 none; its plug there. */
  site: Int32Array;
  plug: Int32Array;
  /** Who waits behind it. */
  next: Int32Array;
  /** Building that its owner lives in, −1 beyond the gates; 1 where he has a charger of his own. */
  home: Int32Array;
  hasCharger: Uint8Array;
  /** 1 where it is electric only because more cars are than usual. */
  isFurther: Uint8Array;
  chargeJ: Float64Array;
  capacityJ: Float64Array;
  /** To be charged up to. */
  targetJ: Float64Array;
  /** What it would have, had it charged at home at once. */
  atOnceJ: Float64Array;
  /** It follows what the network says to cars at home where at least this share of them does; when it leaves home. */
  followsFrom: Float64Array;
  leavesS: Float64Array;
  /** When it came to the queue, to its plug at home, or left the city; when its driver loses patience; when he means to go on. By the clock. */
  sinceS: Float64Array;
  patientUntilS: Float64Array;
  staysUntilS: Float64Array;
  /** When help comes to it; infinite where it needs none. */
  helpedAtS: Float64Array;
  /** From its site to where its driver wants to be. */
  walkS: Float64Array;
}

const uint8s = ['doing', 'leg', 'hasCharger', 'isFurther'] as const;
const int32s = ['hour', 'site', 'plug', 'next', 'home'] as const;
const float64s = [
  'chargeJ',
  'capacityJ',
  'targetJ',
  'atOnceJ',
  'followsFrom',
  'leavesS',
  'sinceS',
  'patientUntilS',
  'staysUntilS',
  'helpedAtS',
  'walkS',
] as const;

const FIRST_ROOM = 256;

export function createCars(room = FIRST_ROOM): Cars {
  const cars = { count: 0, rowOf: new Map(), word: new Uint32Array(room) } as unknown as Cars;
  for (const field of uint8s) cars[field] = new Uint8Array(room);
  for (const field of int32s) cars[field] = new Int32Array(room);
  for (const field of float64s) cars[field] = new Float64Array(room);
  return cars;
}

/** A new row: parked, at no site. */
export function addCar(cars: Cars, word: number, capacityJ: number, chargeJ: number): number {
  const car = cars.count++;
  if (car === cars.word.length) widen(cars, 2 * car);
  cars.rowOf.set(word, car);
  cars.word[car] = word;
  cars.capacityJ[car] = capacityJ;
  cars.chargeJ[car] = chargeJ;
  cars.site[car] = -1;
  cars.plug[car] = -1;
  cars.next[car] = -1;
  cars.home[car] = -1;
  cars.sinceS[car] = Number.NaN;
  cars.helpedAtS[car] = Number.POSITIVE_INFINITY;
  return car;
}

function widen(cars: Cars, room: number): void {
  const grown = <A extends Uint8Array | Int32Array | Uint32Array | Float64Array>(wider: A, values: A): A => {
    wider.set(values);
    return wider;
  };
  cars.word = grown(new Uint32Array(room), cars.word);
  for (const field of uint8s) cars[field] = grown(new Uint8Array(room), cars[field]);
  for (const field of int32s) cars[field] = grown(new Int32Array(room), cars[field]);
  for (const field of float64s) cars[field] = grown(new Float64Array(room), cars[field]);
}

export function saveCars(cars: Cars, out: Encoder): void {
  out.u32(cars.count).uint32s(cars.word, cars.count);
  for (const field of uint8s) out.uint8s(cars[field], cars.count);
  for (const field of int32s) out.int32s(cars[field], cars.count);
  for (const field of float64s) out.float64s(cars[field], cars.count);
}

export function loadCars(cars: Cars, from: Decoder): void {
  const count = from.u32();
  cars.rowOf.clear();
  if (count > cars.word.length) widen(cars, count);
  expectWhole(from.uint32s(cars.word), count);
  for (const field of uint8s) expectWhole(from.uint8s(cars[field]), count);
  for (const field of int32s) expectWhole(from.int32s(cars[field]), count);
  for (const field of float64s) expectWhole(from.float64s(cars[field]), count);
  cars.count = count;
  for (let car = 0; car < count; car++) cars.rowOf.set(cars.word[car], car);
}
