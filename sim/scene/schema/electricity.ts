import * as v from 'valibot';
import { atLeastZero, finite, id, line, point, positive, title } from './primitives';

const bus = v.strictObject({
  id,
  name: v.optional(title),
  at: point,
  kilovolts: positive,
  building: v.optional(id),
  /** A fixed load, beside those of buildings; negative where more is fed in than drawn. */
  loadKw: v.optional(finite),
  loadKvar: v.optional(finite),
  /** At nominal voltage: what a shunt draws, and what it feeds in (a capacitor is above 0). */
  shuntKw: v.optional(finite),
  shuntKvar: v.optional(finite),
});

/** Impedances are per phase and for the whole length, as in MATPOWER before its per-unit step. */
const branch = v.strictObject({
  id,
  from: id,
  to: id,
  kind: v.picklist(['cable', 'overhead']),
  path: v.optional(line),
  lengthM: positive,
  resistanceOhm: atLeastZero,
  reactanceOhm: finite,
  capacitanceNf: v.optional(atLeastZero),
  ratingA: positive,
  feeder: v.optional(id),
  closed: v.optional(v.boolean()),
  /** The gallery compartment it runs in; absent means it is buried or on poles. */
  compartment: v.optional(id),
});

const transformer = v.strictObject({
  id,
  from: id,
  to: id,
  ratingKva: positive,
  shortCircuitPercent: positive,
  copperLossKw: atLeastZero,
  ironLossKw: atLeastZero,
  tapStepPercent: v.optional(positive),
  tap: v.optional(v.pipe(finite, v.integer())),
  /** Turns beside the nominal ones, at its from end, and by how many degrees it turns the voltage back. */
  ratio: v.optional(positive),
  shiftDeg: v.optional(finite),
  feeder: v.optional(id),
});

const supply = v.strictObject({
  id,
  name: v.optional(title),
  bus: id,
  shortCircuitMva: positive,
  limitMw: v.optional(positive),
  /** What it holds; 1 and 0 where nothing is said. */
  voltagePu: v.optional(positive),
  angleDeg: v.optional(finite),
});
const switchGear = v.strictObject({
  id,
  branch: id,
  /** The bus at whose end of the branch it stands; a branch may have one at either end. */
  at: v.optional(id),
  kind: v.picklist(['breaker', 'switch', 'tie']),
  closed: v.boolean(),
  automatic: v.boolean(),
});
const feeder = v.strictObject({ id, name: title, bus: id });
const generator = v.strictObject({
  id,
  bus: id,
  kind: v.picklist(['photovoltaic', 'wind', 'chp', 'diesel']),
  ratedKw: positive,
  station: v.optional(id),
  /** A fixed output, for one that no dispatch decides; and the voltage that it holds, if it holds any. */
  outputKw: v.optional(finite),
  outputKvar: v.optional(finite),
  voltagePu: v.optional(positive),
});
const battery = v.strictObject({
  id,
  bus: id,
  powerKw: positive,
  energyKwh: positive,
  roundTripEfficiency: v.pipe(positive, v.maxValue(1)),
});

/** electricity.json */
export const electricityFile = v.strictObject({
  baseMva: positive,
  buses: v.array(bus),
  branches: v.array(branch),
  transformers: v.array(transformer),
  supplies: v.array(supply),
  switches: v.array(switchGear),
  feeders: v.array(feeder),
  generators: v.array(generator),
  batteries: v.array(battery),
});
export type ElectricityFile = v.InferOutput<typeof electricityFile>;
