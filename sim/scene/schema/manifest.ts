import * as v from 'valibot';
import { atLeastZero, confidence, finite, heightM, id, note, outline, point, title } from './primitives';

/** scene.json: what the city is, where it lies, and where its facts come from. */
export const manifest = v.strictObject({
  format: v.literal('cityloom-scene'),
  version: v.number(),
  /** Also the name of its folder, and so a part of addresses. */
  id: v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]{0,63}$/, 'expected 1 to 64 small letters, digits and hyphens')),
  name: title,
  summary: v.optional(title),
  /** Local metres are an east-north-up frame touching the ellipsoid here; the datum is WGS 84. */
  origin: v.strictObject({
    latitudeDeg: v.pipe(finite, v.minValue(-85), v.maxValue(85)),
    longitudeDeg: v.pipe(finite, v.minValue(-180), v.maxValue(180)),
    heightM,
    datum: v.literal('WGS84'),
  }),
  timeZone: v.pipe(v.string(), v.regex(/^[A-Za-z_]+(\/[A-Za-z_+-]+)*$/)),
  extent: v.strictObject({ min: point, max: point }),
  /** The administrative outline, drawn on maps; not a clip. */
  boundary: v.optional(outline),
  /** True while any part is not survey data; the screen says so. */
  illustrative: v.boolean(),
  sources: v.array(
    v.strictObject({
      id,
      title: v.string(),
      publisher: v.optional(v.string()),
      licence: v.string(),
      confidence,
      note: v.optional(note),
    }),
  ),
  facts: v.optional(
    v.array(
      v.strictObject({
        name: title,
        value: v.union([atLeastZero, v.string()]),
        unit: v.optional(v.string()),
        source: id,
        confidence,
      }),
    ),
  ),
  /** The files that hold the networks; a file that exists must be named here, and the reverse. */
  files: v.array(v.string()),
});
export type Manifest = v.InferOutput<typeof manifest>;
