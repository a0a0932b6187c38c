/**
 * Who a trip is of: its key holds a class of people, a number within the class and the leg of the day that is driven;
 * its hour, far from the clock's hours, holds the day. A number is somebody for ever: growth adds numbers at the end.
 */
export const RESIDENT = 0;
export const OUTSIDER = 1;
export const CALLER = 2;
export const LORRY = 3;
export const CLASSES = 4;

/** Stands in a vehicle's hour: this plus the day, counted from the midnight before the run. */
export const PEOPLE_DAY = -3_000_000;
const MOST_DAYS = 500_000;

const LEGS = 8;
export const MOST_LEGS = LEGS;
const MOST_NUMBERS = 1 << 24;

/** A person's own word: what all its draws are keyed by. */
export function wordOf(cls: number, number: number): number {
  if (number >= MOST_NUMBERS) throw new RangeError(`met person ${number} of one class, expected < ${MOST_NUMBERS}`);
  return cls * MOST_NUMBERS + number;
}

export function keyOf(word: number, carLeg: number): number {
  return word * LEGS + carLeg;
}

export function isPeopleHour(hour: number): boolean {
  return hour >= PEOPLE_DAY - MOST_DAYS && hour < PEOPLE_DAY + MOST_DAYS;
}

/** The same for all trips of one person: what winners and losers are counted by. */
export const wordOfKey = (key: number) => Math.floor(key / LEGS);
export const carLegOfKey = (key: number) => key % LEGS;
export const classOfWord = (word: number) => Math.floor(word / MOST_NUMBERS);
export const numberOfWord = (word: number) => word % MOST_NUMBERS;
