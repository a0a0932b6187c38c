/** The survey's figures of demand.json as numbers to draw by: running sums, places in lists, seconds. */
import type { Activity, PeoplePart, PersonType } from '../../../../scene/schema/people';

export const ACTIVITIES: readonly Activity[] = ['home', 'work', 'school', 'escort', 'shop', 'leisure', 'errand'];
export const HOME = 0;
export const WORK = 1;
export const SCHOOL = 2;
export const ESCORT = 3;
export const SHOP = 4;
export const LEISURE = 5;
export const ERRAND = 6;

export const TYPES: readonly PersonType[] = ['worker', 'pupil', 'student', 'retired', 'other', 'commuter', 'visitor'];
export const WORKER = 0;
export const PUPIL = 1;
export const STUDENT = 2;
export const COMMUTER = 5;
export const VISITOR = 6;

export const MODES = ['walk', 'cycle', 'bus', 'car', 'passenger'] as const;
export const WALK = 0;
export const CYCLE = 1;
export const BUS = 2;
export const DRIVE = 3;
/** Driven by somebody of the household whose own trip it is. */
export const PASSENGER = 4;

/** One of several by weight: running sums. */
export type Weights = Float64Array;

export interface ChainsOfType {
  readonly stops: readonly Uint8Array[];
  readonly withEscort: Weights;
  readonly withoutEscort: Weights;
}

export interface ActivityTimes {
  /** Weights of the hours of arrival; null where no day begins with it. */
  readonly arrivalHourly: Float64Array | null;
  readonly meanSeconds: number;
  readonly deviationSeconds: number;
  readonly leastSeconds: number;
}

export interface Survey {
  readonly part: PeoplePart;
  readonly householdSizes: Uint8Array;
  readonly householdSums: Weights;
  readonly carCounts: Uint8Array;
  readonly carSums: Weights;
  /** By type. */
  readonly typeShare: Float64Array;
  readonly chains: readonly ChainsOfType[];
  /** By activity; null where the survey has none. */
  readonly times: readonly (ActivityTimes | null)[];
  readonly modeConstant: Float64Array;
}

export function surveyOf(part: PeoplePart): Survey {
  const typeShare = new Float64Array(TYPES.length);
  const whole = part.types.reduce((sum, { share }) => sum + share, 0);
  for (const { type, share } of part.types) typeShare[TYPES.indexOf(type)] += share / whole;
  const modeConstant = new Float64Array(MODES.length);
  for (const { mode, constant } of part.modes) modeConstant[MODES.indexOf(mode)] = constant;
  return {
    part,
    householdSizes: Uint8Array.from(part.households, ({ persons }) => persons),
    householdSums: sumsOf(part.households.map(({ share }) => share)),
    carCounts: Uint8Array.from(part.cars, ({ cars }) => cars),
    carSums: sumsOf(part.cars.map(({ share }) => share)),
    typeShare,
    chains: TYPES.map((type) => {
      const own = part.chains.filter(({ of }) => of === type);
      const stops = own.map((chain) => Uint8Array.from(chain.stops, (stop) => ACTIVITIES.indexOf(stop)));
      const escorts = stops.map((each) => each.includes(ESCORT));
      return {
        stops,
        withEscort: sumsOf(own.map(({ share }) => share)),
        withoutEscort: sumsOf(own.map(({ share }, i) => (escorts[i] ? 0 : share))),
      };
    }),
    times: ACTIVITIES.map((activity) => {
      const found = part.activities.find((each) => each.activity === activity);
      if (found === undefined) return null;
      return {
        arrivalHourly: found.arrivalHourly === undefined ? null : Float64Array.from(found.arrivalHourly),
        meanSeconds: 60 * found.meanMinutes,
        deviationSeconds: 60 * found.deviationMinutes,
        leastSeconds: 60 * found.leastMinutes,
      };
    }),
    modeConstant,
  };
}

export function sumsOf(weights: ArrayLike<number>): Weights {
  let sum = 0;
  return Float64Array.from(weights, (weight) => (sum += weight));
}

/** Place of the one drawn, of `count` from `first` in an array of running sums that begins anew at `first`. */
export function drawFrom(sums: Weights, uniform: number, first = 0, count = sums.length): number {
  const wanted = uniform * sums[first + count - 1];
  let low = 0;
  let high = count - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sums[first + middle] > wanted) high = middle;
    else low = middle + 1;
  }
  return low;
}
