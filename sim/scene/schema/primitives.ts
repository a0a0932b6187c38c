import * as v from 'valibot';

/** Pieces that every file of a scene is made of. Objects are strict: a key nobody knows is a problem, never ignored. */

export const id = v.pipe(
  v.string(),
  v.regex(/^[\p{L}\p{N}_-][\p{L}\p{N}_.:#/@+[\]-]{0,79}$/u, 'expected a name of 1 to 80 letters, digits or _.:#/@+-[]'),
);

const text = v.pipe(
  v.string(),
  v.minLength(1),
  v.maxLength(400),
  v.regex(/^[^\p{Cc}]+$/u, 'expected text without control characters'),
);

/** What a person reads, in the languages of the product; German may follow. */
export const title = v.strictObject({ zh: text, en: text, de: v.optional(text) });
export type Title = v.InferOutput<typeof title>;

export const note = v.pipe(v.string(), v.maxLength(4_000));

export const finite = v.pipe(v.number(), v.finite());
export const positive = v.pipe(finite, v.gtValue(0));
export const atLeastZero = v.pipe(finite, v.minValue(0));
export const fraction = v.pipe(finite, v.minValue(0), v.maxValue(1));
export const wholeNumber = v.pipe(finite, v.integer(), v.minValue(0), v.maxValue(1_000_000_000));
export const positiveWhole = v.pipe(finite, v.integer(), v.minValue(1), v.maxValue(1_000_000_000));

/** Metres from the scene's origin: x east, y north. A city of more than 200 km across is a mistake in units. */
const metres = v.pipe(finite, v.minValue(-200_000), v.maxValue(200_000));
export const point = v.strictTuple([metres, metres]);
export type Point = v.InferOutput<typeof point>;

export const line = v.pipe(v.array(point), v.minLength(2));
/** A closed outline, counter-clockwise seen from above, first point not repeated. */
export const outline = v.pipe(v.array(point), v.minLength(3), v.maxLength(4_000));

export const heightM = v.pipe(finite, v.minValue(-2_000), v.maxValue(9_000));

/** Seconds of a day or of a run. */
export const seconds = v.pipe(finite, v.minValue(0));

/** How far a fact may be trusted. Only 'survey' and 'published' are anything but our own drawing. */
export const confidence = v.picklist(['survey', 'published', 'estimated', 'illustrative']);
export type Confidence = v.InferOutput<typeof confidence>;
