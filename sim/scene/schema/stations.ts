import * as v from 'valibot';
import { finite, fraction, id, point, positive, title } from './primitives';

const unitKind = v.picklist([
  'chp-engine',
  'gas-boiler',
  'ground-source-heat-pump',
  'water-source-heat-pump',
  'air-source-heat-pump',
  'absorption-chiller',
  'electric-chiller',
  'photovoltaic',
  'wind-turbine',
  'battery',
  'heat-store',
  'cold-store',
]);

const unit = v.strictObject({
  id,
  kind: unitKind,
  count: v.optional(v.pipe(finite, v.integer(), v.minValue(1))),
  /** Electrical, thermal or storage rating, as the kind asks. */
  electricKw: v.optional(positive),
  heatKw: v.optional(positive),
  coolingKw: v.optional(positive),
  storageKwh: v.optional(positive),
  efficiency: v.optional(positive),
  electricEfficiency: v.optional(fraction),
  thermalEfficiency: v.optional(fraction),
  minimumLoad: v.optional(fraction),
  rampPerMinute: v.optional(fraction),
});

const station = v.strictObject({
  id,
  name: title,
  at: point,
  building: v.optional(id),
  electricity: v.optional(id),
  gas: v.optional(id),
  units: v.pipe(v.array(unit), v.minLength(1)),
});

/** stations.json: the places where one carrier becomes another. */
export const stationsFile = v.strictObject({ stations: v.array(station) });
export type StationsFile = v.InferOutput<typeof stationsFile>;
export type StationUnit = StationsFile['stations'][number]['units'][number];
