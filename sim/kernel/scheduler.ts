/**
 * One clock of fixed base steps, several rates on it. A rate is due at every tick that is a multiple of its period,
 * tick 0 included: whoever needs no step before the start skips that one.
 */
export interface Rate {
  readonly name: string;
  readonly periodSeconds: number;
}

export interface Schedule {
  readonly baseStepSeconds: number;
  readonly rates: readonly Rate[];
  /** Indexes of the rates due at that tick, in declared order. The list is shared: equal ticks give the same array. */
  dueAt(tick: number): readonly number[];
  /** How many base steps a rate's period takes; the rate by index or by name. */
  ticksPer(rate: number | string): number;
  /** From the tick alone, never accumulated; correctly rounded where a second holds a whole number of steps. */
  secondsAt(tick: number): number;
}

// A set of due rates is a sum of powers of two in one number, exact up to 53 of them.
const MAX_RATES = 53;
// 0.3 / 0.1 is not 3 in binary; whoever writes 0.3 still means three steps.
const RELATIVE_TOLERANCE = 1e-9;

export function createSchedule(baseStepSeconds: number, rates: readonly Rate[]): Schedule {
  requirePositive('the base step', baseStepSeconds);
  if (rates.length > MAX_RATES) throw new RangeError(`at most ${MAX_RATES} rates, met ${rates.length}`);
  const periodTicks = rates.map((rate) => ticksOf(rate, baseStepSeconds));
  const indexOf = new Map(rates.map((rate, index) => [rate.name, index]));
  if (indexOf.size < rates.length) throw new RangeError('two rates have one name');
  const stepsPerSecond = wholeOr(1 / baseStepSeconds, 0);
  const lists = new Map<number, readonly number[]>();

  function dueAt(tick: number): readonly number[] {
    if (!Number.isSafeInteger(tick) || tick < 0) throw new RangeError(`a tick is a whole number from 0, met ${tick}`);
    let set = 0;
    let bit = 1;
    for (let i = 0; i < periodTicks.length; i++) {
      if (tick % periodTicks[i] === 0) set += bit;
      bit *= 2;
    }
    let list = lists.get(set);
    if (list === undefined) {
      list = Object.freeze(rates.map((_, index) => index).filter((index) => tick % periodTicks[index] === 0));
      lists.set(set, list);
    }
    return list;
  }

  function ticksPer(rate: number | string): number {
    const ticks = periodTicks[typeof rate === 'number' ? rate : (indexOf.get(rate) ?? -1)];
    if (ticks === undefined) throw new RangeError(`no rate ${JSON.stringify(rate)}; known: ${[...indexOf.keys()]}`);
    return ticks;
  }

  return {
    baseStepSeconds,
    rates,
    dueAt,
    ticksPer,
    secondsAt: stepsPerSecond > 0 ? (tick) => tick / stepsPerSecond : (tick) => tick * baseStepSeconds,
  };
}

function ticksOf(rate: Rate, baseStepSeconds: number): number {
  requirePositive(`the period of '${rate.name}'`, rate.periodSeconds);
  const ticks = wholeOr(rate.periodSeconds / baseStepSeconds, 0);
  if (ticks > 0) return ticks;
  throw new RangeError(
    `the period of '${rate.name}' is ${rate.periodSeconds} s, expected a whole multiple of the base step, ${baseStepSeconds} s`,
  );
}

function wholeOr(value: number, otherwise: number): number {
  const whole = Math.round(value);
  return whole >= 1 && Math.abs(value - whole) <= RELATIVE_TOLERANCE * whole ? whole : otherwise;
}

function requirePositive(what: string, seconds: number): void {
  if (!(seconds > 0) || seconds === Number.POSITIVE_INFINITY) {
    throw new RangeError(`${what} is ${seconds} s, expected a positive number of seconds`);
  }
}
