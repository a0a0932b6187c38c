import * as v from 'valibot';
import { id, line, point, positive, positiveWhole, title } from './primitives';

/** telecom.json: fibre, and the radio cells that sensors speak through. */
export const telecomFile = v.strictObject({
  nodes: v.array(
    v.strictObject({
      id,
      name: v.optional(title),
      at: point,
      kind: v.picklist(['exchange', 'cabinet', 'cell']),
      electricity: v.optional(id),
    }),
  ),
  fibres: v.array(
    v.strictObject({
      id,
      from: id,
      to: id,
      path: v.optional(line),
      lengthM: positive,
      fibres: positiveWhole,
      compartment: v.optional(id),
    }),
  ),
});
export type TelecomFile = v.InferOutput<typeof telecomFile>;
