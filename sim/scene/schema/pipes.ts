import * as v from 'valibot';
import { atLeastZero, finite, fraction, heightM, id, line, point, positive, title } from './primitives';

const node = v.strictObject({ id, at: point, heightM: v.optional(heightM), building: v.optional(id) });

const pipe = {
  id,
  from: id,
  to: id,
  path: v.optional(line),
  lengthM: positive,
  diameterM: positive,
  roughnessMm: positive,
  compartment: v.optional(id),
};

const valve = v.strictObject({ id, pipe: id, open: v.boolean(), remote: v.boolean() });

/** One loop of supply and return at its own temperatures, hot or cold. */
const thermalLoop = v.strictObject({
  id,
  name: title,
  supplyC: finite,
  returnC: finite,
  nodes: v.array(node),
  /** Supply and return lie side by side; one entry stands for the pair. */
  pipes: v.array(v.strictObject({ ...pipe, lossWPerMK: atLeastZero })),
  pumps: v.array(v.strictObject({ id, node: id, headM: positive, ratedKw: positive, electricity: v.optional(id) })),
  valves: v.array(valve),
  /** Stations that feed this loop, each at a node. */
  sources: v.array(v.strictObject({ station: id, node: id })),
});

/** heat.json and cooling.json */
export const thermalFile = v.strictObject({ loops: v.array(thermalLoop) });
export type ThermalFile = v.InferOutput<typeof thermalFile>;

/** gas.json */
export const gasFile = v.strictObject({
  nodes: v.array(v.strictObject({ ...node.entries, pressureLevel: v.picklist(['high', 'medium', 'low']) })),
  pipes: v.array(v.strictObject(pipe)),
  regulators: v.array(v.strictObject({ id, from: id, to: id, outletKpa: positive, maxKgPerS: positive })),
  valves: v.array(valve),
  supplies: v.array(v.strictObject({ id, name: v.optional(title), node: id, pressureKpa: positive })),
  calorificMjPerM3: positive,
});
export type GasFile = v.InferOutput<typeof gasFile>;

/** water.json */
export const waterFile = v.strictObject({
  /** What mains must hold for all to be served in full, and what nothing comes below; metres of water. */
  servicePressureM: v.optional(positive),
  leastPressureM: v.optional(atLeastZero),
  /** Where no buildings say who draws there, a node may: on the mean of a day. */
  nodes: v.array(v.strictObject({ ...node.entries, demandM3PerH: v.optional(atLeastZero) })),
  pipes: v.array(v.strictObject(pipe)),
  pumps: v.array(
    v.strictObject({ id, from: id, to: id, headM: positive, flowM3PerH: positive, electricity: v.optional(id) }),
  ),
  valves: v.array(valve),
  reservoirs: v.array(v.strictObject({ id, name: v.optional(title), node: id, levelM: heightM })),
  tanks: v.array(v.strictObject({ id, node: id, floorM: heightM, depthM: positive, areaM2: positive, fill: fraction })),
});
export type WaterFile = v.InferOutput<typeof waterFile>;

/** drainage.json: gravity drains; inlets take water from a road, outfalls give it to a stream or the sea. */
export const drainageFile = v.strictObject({
  nodes: v.array(
    v.strictObject({ ...node.entries, invertM: heightM, catchmentM2: v.optional(atLeastZero), edge: v.optional(id) }),
  ),
  drains: v.array(v.strictObject(pipe)),
  outfalls: v.array(v.strictObject({ id, node: id, levelM: heightM })),
  pumps: v.array(v.strictObject({ id, from: id, to: id, flowM3PerH: positive, electricity: v.optional(id) })),
});
export type DrainageFile = v.InferOutput<typeof drainageFile>;
