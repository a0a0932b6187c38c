import * as v from 'valibot';
import { buildingUse } from './buildings';
import { atLeastZero, finite, fraction, id, positive, positiveWhole, wholeNumber } from './primitives';

/** What a person is by day; commuters and visitors live outside and come in by the gates. */
export const personType = v.picklist(['worker', 'pupil', 'student', 'retired', 'other', 'commuter', 'visitor']);
export type PersonType = v.InferOutput<typeof personType>;

/** What people go somewhere for. Escorting ends at the school of a pupil of the household. */
export const activity = v.picklist(['home', 'work', 'school', 'escort', 'shop', 'leisure', 'errand']);
export type Activity = v.InferOutput<typeof activity>;

const hourly = v.pipe(v.array(atLeastZero), v.length(24));

/** A day between leaving home for the first time and coming home for the last; none where somebody stays at home. */
const chain = v.strictObject({
  id,
  of: personType,
  /** Weight among the chains of its type. */
  share: atLeastZero,
  stops: v.pipe(v.array(activity), v.maxLength(6)),
});

/** The figures of a household travel survey that the persons of a scene are made by. */
export const peoplePart = v.strictObject({
  source: id,
  /** Persons over those that the buildings hold; more adds persons and changes nobody's plan. */
  growth: v.optional(v.pipe(finite, v.minValue(0), v.maxValue(4))),
  households: v.pipe(v.array(v.strictObject({ persons: positiveWhole, share: atLeastZero })), v.minLength(1)),
  cars: v.pipe(v.array(v.strictObject({ cars: wholeNumber, share: atLeastZero })), v.minLength(1)),
  /** Share of grown-ups who may drive. */
  driverShare: fraction,
  /** Shares among residents. */
  types: v.pipe(v.array(v.strictObject({ type: personType, share: atLeastZero })), v.minLength(1)),
  chains: v.pipe(v.array(chain), v.minLength(1)),
  activities: v.array(
    v.strictObject({
      activity,
      /** When people come to it, where their day begins with it. */
      arrivalHourly: v.optional(hourly),
      /** How long they stay: normal, and never shorter than the least. */
      meanMinutes: positive,
      deviationMinutes: atLeastZero,
      leastMinutes: atLeastZero,
    }),
  ),
  /** Constants of the choice of mode, set so that shares come out as surveyed. */
  modes: v.array(v.strictObject({ mode: v.picklist(['walk', 'cycle', 'bus', 'car']), constant: finite })),
  outside: v.strictObject({
    /** Shares of residents who work, and who study, beyond the gates. */
    workShare: fraction,
    studyShare: fraction,
    /** Mean way beyond the gate, exponential. */
    meanKm: positive,
    /** What works' own buses and the metro add to the constant of the bus on ways beyond the gates. */
    busConstant: finite,
    /** People from outside who come for something else than work. */
    visitors: atLeastZero,
  }),
  /** Persons of a part of the city over those there, as counts ask for; `cityloom calibrate` names the parts. */
  factors: v.optional(
    v.array(
      v.strictObject({
        group: v.pipe(v.string(), v.minLength(1), v.maxLength(120)),
        factor: v.pipe(finite, v.minValue(0), v.maxValue(20)),
      }),
    ),
  ),
});
export type PeoplePart = v.InferOutput<typeof peoplePart>;

/** Lorries by the work that is done: they go out, stop and come back. */
export const freightPart = v.strictObject({
  source: id,
  /** Stops of lorries a day by job in buildings of a use, and by resident. */
  rates: v.array(v.strictObject({ use: buildingUse, stopsPerJob: atLeastZero })),
  stopsPerResident: atLeastZero,
  /** Share of tours that come in by a gate; the rest starts from a depot or a warehouse. */
  gateShare: fraction,
  /** Weights of tours with one stop, two, three … */
  stops: v.pipe(v.array(atLeastZero), v.minLength(1), v.maxLength(6)),
  stopMinutes: positive,
  departureHourly: hourly,
});
export type FreightPart = v.InferOutput<typeof freightPart>;

/** Where trips of a matrix begin and end; at the border they come in and leave at speed, by the ends of the edges. */
const demandZone = v.strictObject({
  id,
  from: v.array(id),
  to: v.array(id),
  border: v.optional(v.literal(true)),
});

const cell = v.strictObject({ from: id, to: id, trips: atLeastZero });

/** Trips from zone to zone between two times of the day, spread evenly. */
const demandMatrix = v.strictObject({
  id,
  kind: v.picklist(['car', 'truck']),
  beginSeconds: v.pipe(finite, v.minValue(0), v.maxValue(86_400)),
  endSeconds: v.pipe(finite, v.minValue(0), v.maxValue(86_400)),
  cells: v.array(cell),
});

export const matrixPart = v.strictObject({ zones: v.array(demandZone), matrices: v.array(demandMatrix) });
export type MatrixPart = v.InferOutput<typeof matrixPart>;
