import * as v from 'valibot';
import { atLeastZero, finite, fraction, id, positive, positiveWhole, seconds, wholeNumber } from './primitives';
import { vehicleClass } from './roads';

/** A word of the models' authors, or the name of one of two kinds, which the rules look up. */
const word = v.pipe(v.string(), v.minLength(1), v.maxLength(80));

/** What tells one type of vehicle from another: body, driver and the model that drives it. */
const vehicleType = v.strictObject({
  id,
  class: vehicleClass,
  /** May use lanes that are kept for other classes. */
  anyLane: v.optional(v.literal(true)),
  lengthM: positive,
  widthM: positive,
  minGapM: atLeastZero,
  maxSpeedMps: positive,
  accelerationMps2: positive,
  decelerationMps2: positive,
  emergencyDecelerationMps2: positive,
  /** The time headway that a driver keeps, and how imperfectly he drives: SUMO's tau and sigma. */
  headwaySeconds: positive,
  imperfection: fraction,
  /** Wanted speed over the limit: normal about the mean, cut at both ends. */
  speedFactor: v.strictObject({ mean: positive, deviation: atLeastZero, min: atLeastZero, max: positive }),
  /** Name of the car-following model, as Krauss or IDM. */
  model: word,
  /** Further parameters of the models, by the names that their authors gave them. */
  parameters: v.optional(v.array(v.strictObject({ id: word, value: finite }))),
});

/** Each vehicle of a mix draws one by its share; shares are weights. */
const typeMix = v.strictObject({
  id,
  types: v.pipe(v.array(v.strictObject({ type: id, share: atLeastZero })), v.minLength(1)),
});

/** A halt on the way, its front at `toM`; it lasts a while, until a time, or both, whichever is later. */
const halt = v.strictObject({
  lane: id,
  fromM: atLeastZero,
  toM: atLeastZero,
  stop: v.optional(id),
  parking: v.optional(id),
  seconds: v.optional(atLeastZero),
  untilSeconds: v.optional(finite),
  /** Beside the lane, out of the others' way. */
  offRoad: v.optional(v.literal(true)),
});

const route = v.strictObject({
  id,
  edges: v.pipe(v.array(id), v.minLength(1)),
  halts: v.optional(v.array(halt)),
});
const routeMix = v.strictObject({
  id,
  routes: v.pipe(v.array(v.strictObject({ route: id, share: atLeastZero })), v.minLength(1)),
});

/** A lane by its number from the kerb, or how it is chosen; absent means the first that is allowed. */
const departLane = v.union([wholeNumber, v.picklist(['first', 'allowed', 'best', 'free', 'random'])]);
/** Metres of the front from the edge's start (below zero: from its end), or how the place is chosen; absent means base. */
const departPosition = v.union([finite, v.picklist(['base', 'last', 'free', 'random', 'random-free', 'stop'])]);
const departSpeed = v.union([atLeastZero, v.picklist(['max', 'desired', 'limit', 'last', 'average', 'random'])]);
const arrivalPosition = v.union([finite, v.picklist(['max', 'random', 'center'])]);

const going = {
  id,
  /** A type or a mix of types. */
  type: word,
  /** A route or a mix of routes; or from where to where, and the way is found on departure. */
  route: v.optional(word),
  from: v.optional(id),
  to: v.optional(id),
  departLane: v.optional(departLane),
  departPosition: v.optional(departPosition),
  departSpeed: v.optional(departSpeed),
  arrivalPosition: v.optional(arrivalPosition),
  halts: v.optional(v.array(halt)),
};

const departure = v.strictObject({ ...going, departSeconds: seconds });

/** Vehicles between two times, spaced in exactly one of four ways. */
const flow = v.strictObject({
  ...going,
  beginSeconds: seconds,
  endSeconds: seconds,
  /** So many, evenly spaced. */
  count: v.optional(positiveWhole),
  periodSeconds: v.optional(positive),
  /** Each second one sets out with this probability. */
  perSecond: v.optional(fraction),
  /** Gaps drawn from an exponential distribution with this mean. */
  meanGapSeconds: v.optional(positive),
});

export const listedVehicles = v.strictObject({
  /** The time of day at which the second 0 of all times in this list lies. */
  startsAtSeconds: finite,
  /** How time passed for these drivers where the list comes from; absent means as for our own. */
  driving: v.optional(
    v.strictObject({
      stepSeconds: v.pipe(positive, v.minValue(0.05), v.maxValue(2)),
      /** Whether the way of a step goes by its last speed, or by an even change of speed within it. */
      update: v.picklist(['euler', 'ballistic']),
      /** Whether drivers keep to the kerb where nothing holds them back. */
      keepsRight: v.boolean(),
      /** Who has stood for so long as the first of his lane is let through by the others; absent means never. */
      letThroughAfterSeconds: v.optional(positive),
    }),
  ),
  types: v.array(vehicleType),
  typeMixes: v.array(typeMix),
  routes: v.array(route),
  routeMixes: v.array(routeMix),
  /** In the order in which those of one moment set out. */
  departures: v.array(departure),
  flows: v.array(flow),
});
export type ListedVehicles = v.InferOutput<typeof listedVehicles>;
export type VehicleType = v.InferOutput<typeof vehicleType>;
export type VehicleRoute = v.InferOutput<typeof route>;
export type VehicleHalt = v.InferOutput<typeof halt>;
export type VehicleDeparture = v.InferOutput<typeof departure>;
export type VehicleFlow = v.InferOutput<typeof flow>;
