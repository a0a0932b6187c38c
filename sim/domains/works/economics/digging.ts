/** What streets whose lines are dug up again cost: the works themselves, and everybody who waits at them. */
export interface Digging {
  /** How often a kilometre of street is opened in a year. */
  readonly digsPerKmYear: number;
  readonly daysPerDig: number;
  /** Excavation and making good again, each time. */
  readonly yuanPerDig: number;
  /** What traffic loses in a day while one lane is shut for works, from our own runs. */
  readonly vehicleHoursPerDay: number;
  readonly valueOfTimeYuanPerVehicleHour: number;
}

export interface DiggingCost {
  readonly worksYuanPerYear: number;
  readonly delayYuanPerYear: number;
  readonly worksDaysPerYear: number;
}

export function diggingCost(digging: Digging, lengthKm: number): DiggingCost {
  const digs = digging.digsPerKmYear * lengthKm;
  const worksDaysPerYear = digs * digging.daysPerDig;
  return {
    worksYuanPerYear: digs * digging.yuanPerDig,
    delayYuanPerYear: worksDaysPerYear * digging.vehicleHoursPerDay * digging.valueOfTimeYuanPerVehicleHour,
    worksDaysPerYear,
  };
}

/** An hour of a run with a lane shut beside the same hour without: what it lost, and its share of the day's traffic. */
export interface MeasuredHour {
  readonly shareOfDay: number;
  readonly lostVehicleHours: number;
}

/**
 * A day's loss from two measured hours, a busy one and a calm one: loss as a straight line of the hour's traffic through
 * both, nowhere below nothing. Queues grow faster than traffic, so hours between the two come out a little high. Where a
 * street has a lane to spare both are chance, and nobody gains by works: below nothing counts as nothing, and where the
 * calm hour would lose more than the busy one every hour loses the mean.
 */
export function lostOverDay(busy: MeasuredHour, calm: MeasuredHour, shareByHour: ArrayLike<number>): number {
  const inBusy = Math.max(0, busy.lostVehicleHours);
  const inCalm = Math.max(0, calm.lostVehicleHours);
  if (inCalm >= inBusy || busy.shareOfDay <= calm.shareOfDay) return (shareByHour.length * (inBusy + inCalm)) / 2;
  const slope = (inBusy - inCalm) / (busy.shareOfDay - calm.shareOfDay);
  let sum = 0;
  for (let hour = 0; hour < shareByHour.length; hour++) {
    sum += Math.max(0, inBusy + slope * (shareByHour[hour] - busy.shareOfDay));
  }
  return sum;
}
