/**
 * Electric cars with a charger at home where nobody drives: for runs of energy alone. Each has a person's habits, comes
 * home and leaves by published hours and takes what it has driven; whether it charges at once, waits for an hour or a
 * price, or leaves it to the network is said from outside. With traffic on the clock that one drives them instead.
 */
import { createLuck, type Decoder, type Encoder, type Luck, streamOf } from '../../../kernel';
import type { CompiledScene } from '../../../scene/compiled';

/**
 * 353 million vehicles for 1,409 million people (Ministry of Public Security, National Bureau of Statistics, 2024); of
 * them 18.13 of 345 million battery-electric in June 2024, unless the scene says how many of its cars are.
 */
const CARS_A_PERSON = 0.25;
const ELECTRIC_SHARE = 18.13 / 345;
/** 7.12 million private chargers for these 18.13 million (National Energy Administration, June 2024). */
const OWN_CHARGER_SHARE = 7.12 / 18.13;

export interface HomeCars {
  readonly count: number;
  readonly luck: Luck;
  readonly building: Uint32Array;
  /** Each car's own word of luck. */
  readonly word: Uint32Array;
  /** It is electric where at least this share of cars is, and follows a signal where at least this share does. */
  readonly electricFrom: Float64Array;
  readonly followsFrom: Float64Array;
  /** Share that is electric where nobody says otherwise. */
  readonly usualShare: number;
  /** Private cars, electric or not, whose owners have no charger at home. */
  readonly withoutCharger: number;

  /** By the clock of the run's first day: plugged in since, NaN while it is out, and leaves at. */
  readonly sinceS: Float64Array;
  readonly leavesS: Float64Array;
  readonly chargerKw: Float64Array;
  /** From the grid until it is as full as wished; and what would still be missing, had it charged at once. */
  readonly needKwh: Float64Array;
  readonly atOnceKwh: Float64Array;

  // Follows from the day alone: when it comes home to charge, infinite where it does not.
  day: number;
  readonly comesS: Float64Array;
}

const HOW_MANY = streamOf('energy.home-cars.how-many');
const ELECTRIC = streamOf('energy.home-cars.electric');
const FOLLOWS = streamOf('energy.home-cars.follows');

export function createHomeCars({ scene, elements }: CompiledScene, seed: number, words: Uint32Array): HomeCars {
  const luck = createLuck(seed);
  const residents = new Map((scene.buildings?.buildings ?? []).map((one) => [one.id, one.residents ?? 0]));
  const building: number[] = [];
  let people = 0;
  const word: number[] = [];
  elements.building.ids.forEach((id, b) => {
    people += residents.get(id) ?? 0;
    const cars = (residents.get(id) ?? 0) * CARS_A_PERSON * OWN_CHARGER_SHARE;
    const count = Math.floor(cars + luck.uniform(HOW_MANY, 0, words[b]));
    for (let n = 0; n < count; n++) {
      building.push(b);
      word.push(Math.imul(words[b] ^ Math.imul(n + 1, 0x9e3779b1), 0x85ebca6b) >>> 0);
    }
  });
  const count = building.length;
  const array = (value: number) => new Float64Array(count).fill(value);
  return {
    count,
    luck,
    building: Uint32Array.from(building),
    word: Uint32Array.from(word),
    electricFrom: Float64Array.from(word, (each) => luck.uniform(ELECTRIC, 0, each)),
    followsFrom: Float64Array.from(word, (each) => luck.uniform(FOLLOWS, 0, each)),
    withoutCharger: people * CARS_A_PERSON * (1 - OWN_CHARGER_SHARE),
    usualShare: scene.demand?.electricCarShare ?? ELECTRIC_SHARE,
    sinceS: array(Number.NaN),
    leavesS: array(Number.NaN),
    chargerKw: array(0),
    needKwh: array(0),
    atOnceKwh: array(0),
    day: Number.NaN,
    comesS: array(Number.POSITIVE_INFINITY),
  };
}

const kept = ['sinceS', 'leavesS', 'chargerKw', 'needKwh', 'atOnceKwh'] as const;

/** Only those that are plugged in. */
export function saveHomeCars(cars: HomeCars, out: Encoder): void {
  const rows: number[] = [];
  for (let car = 0; car < cars.count; car++) if (!Number.isNaN(cars.sinceS[car])) rows.push(car);
  out.uint32s(Uint32Array.from(rows));
  for (const field of kept) out.float64s(Float64Array.from(rows, (car) => cars[field][car]));
}

export function loadHomeCars(cars: HomeCars, from: Decoder): void {
  const rows = from.uint32s();
  cars.day = Number.NaN;
  for (const field of kept) {
    cars[field].fill(Number.NaN);
    const values = from.float64s();
    for (let i = 0; i < rows.length; i++) cars[field][rows[i]] = values[i];
  }
}
