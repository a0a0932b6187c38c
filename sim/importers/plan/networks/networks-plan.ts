import * as v from 'valibot';
import { fail, problem, type Result, succeed } from '../../../kernel';
import { buildingUse } from '../../../scene/schema/buildings';
import {
  atLeastZero,
  finite,
  fraction,
  id,
  point,
  positive,
  positiveWhole,
  title,
} from '../../../scene/schema/primitives';
import { stationsFile } from '../../../scene/schema/stations';

/**
 * networks.json of a plan: where energy, water and messages come from and what a square metre asks of them. Everything
 * between source and building is grown along the streets. Places are named by what is already there: a site of
 * zones.json, a node or a street of streets.json, a house by its English name.
 */
const perSquareMetre = v.strictObject({
  use: buildingUse,
  /** At the hour when the whole park asks for most; nothing runs against it. Cooling from a station is not in it. */
  electricityW: atLeastZero,
  /**
   * On the design day, when rooms have to warm up again or are hottest, of a house built to code: so much for each
   * square metre of floor, and so much for each of walls and roof, through which a small house loses more.
   */
  heatW: atLeastZero,
  heatSkinW: atLeastZero,
  coolingW: atLeastZero,
  coolingSkinW: atLeastZero,
  /** Kitchens, hot works and what else burns in the building itself; low or medium pressure at its door. */
  gasW: atLeastZero,
  waterLitresPerDay: atLeastZero,
  /** Low: underfloor and panels, 45/35 °C. High: radiators, air heaters and absorption machines, 90/60 °C. */
  heatLoop: v.picklist(['low', 'high', 'by-envelope']),
});

const substation = v.strictObject({
  id,
  site: id,
  /** What its feeders are called after. */
  short: title,
  transformers: positiveWhole,
  ratingKva: positive,
  shortCircuitPercent: positive,
  copperLossKw: positive,
  ironLossKw: positive,
});
const gridPoint = v.strictObject({ id, name: title, node: id, shortCircuitMva: positive, limitMw: positive });
/** A kind of unit is as the scene's own; its rating is the park's, drawn by us. */
const stationUnits = stationsFile.entries.stations.item.entries.units;
const station = v.strictObject({ id, site: id, substation: id, units: stationUnits });

const electricity = v.strictObject({
  baseMva: positive,
  powerFactor: fraction,
  /** Of a cable's rating, at the peak, with every tie open: half, so that a neighbour can take it all. */
  feederShare: fraction,
  transformerShare: fraction,
  largestTransformerKva: positive,
  gridPoints: v.pipe(v.array(gridPoint), v.minLength(1)),
  substations: v.pipe(v.array(substation), v.minLength(1)),
  /** 110 kV cables too go where a gallery takes power, when it is no great way round. */
  highVoltageInGalleries: v.optional(v.literal(true)),
  /**
   * Built as the standards of today ask: ring-main units with a switch on every cable, every address in a ring, two
   * transformers where the standards want them, two feeds for galleries, batteries for signals.
   */
  security: v.optional(
    v.strictObject({
      /** What the control room moves itself: every unit, or only the open points of the rings. */
      remote: v.picklist(['every-unit', 'open-points']),
      signalBatteryMinutes: positive,
    }),
  ),
  /** Photovoltaics on the largest fit roofs, until they are this many. */
  roofPeakKw: positive,
  /** At every car park. */
  charging: v.strictObject({
    chargers: v.pipe(v.array(v.strictObject({ count: positiveWhole, powerKw: positive })), v.minLength(1)),
    limitKw: positive,
  }),
});

const energy = v.strictObject({
  stations: v.pipe(v.array(station), v.minLength(1)),
  /** Added to a station until its design day is served with its largest unit out. */
  peakBoiler: v.strictObject({ heatKw: positive, efficiency: positive }),
  peakChiller: v.strictObject({ coolingKw: positive, efficiency: positive }),
  lowLoop: v.strictObject({ supplyC: finite, returnC: finite }),
  highLoop: v.strictObject({ supplyC: finite, returnC: finite }),
  coldLoop: v.strictObject({ supplyC: finite, returnC: finite }),
});

const gas = v.strictObject({
  calorificMjPerM3: positive,
  gates: v.pipe(
    v.array(v.strictObject({ id, name: title, node: id, pressureKpa: positive, outletKpa: positive })),
    v.minLength(1),
  ),
  lowKpa: positive,
});

const water = v.strictObject({
  peakFactor: positive,
  fireLitresPerSecond: positive,
  works: v.pipe(
    v.array(v.strictObject({ id, name: title, node: id, levelM: finite, pumpHeadM: positive })),
    v.minLength(1),
  ),
  tanks: v.array(v.strictObject({ id, node: id, floorM: finite, depthM: positive, areaM2: positive, fill: fraction })),
});

const drainage = v.strictObject({
  /** Of a storm that comes once in three years, over the time that water takes to gather. */
  stormMmPerHour: positive,
  runoff: fraction,
  coverM: positive,
  leastSlope: positive,
  outfalls: v.pipe(v.array(v.strictObject({ id, name: title, node: id, at: point, levelM: finite })), v.minLength(1)),
});

const telecom = v.strictObject({
  exchange: v.strictObject({ id, name: title, house: v.string() }),
  cabinetReachM: positive,
  cellSpacingM: positive,
});

const carried = v.picklist(['gas', 'power', 'telecom', 'water', 'heat', 'cooling']);
export type Carried = v.InferOutput<typeof carried>;

const gallery = v.strictObject({
  id,
  name: title,
  street: id,
  /** Nodes of the street, in either direction. */
  from: id,
  to: id,
  /** Right of the street's line as it is drawn. */
  offsetM: finite,
  coverM: positive,
  compartments: v.pipe(
    v.array(
      v.strictObject({
        kind: v.picklist(['gas', 'power', 'integrated']),
        widthM: positive,
        heightM: positive,
        /** Which lines go in; without it whatever may, by its kind. */
        carries: v.optional(v.pipe(v.array(carried), v.minLength(1))),
      }),
    ),
    v.minLength(1),
  ),
});

/**
 * Whose connection to a network has a meter that is read from afar: whoever is laid out for at least so much. A year's
 * worth is the design load over so many hours at full load.
 */
const meters = v.strictObject({
  electricityKw: positive,
  heatGjPerYear: positive,
  gasM3PerYear: positive,
  fullLoadHours: v.strictObject({ heat: positive, cooling: positive, gas: positive }),
  intervalSeconds: v.strictObject({ electricity: positive, heat: positive, gas: positive }),
});

const sensors = v.strictObject({
  loopBeforeStopLineM: positive,
  meters,
  stations: v.array(
    v.strictObject({
      id,
      kind: v.picklist(['weather', 'air-quality', 'water-level']),
      at: point,
      intervalSeconds: positive,
    }),
  ),
});

const networksPlan = v.strictObject({
  demand: v.array(perSquareMetre),
  electricity,
  energy,
  gas,
  water,
  drainage,
  telecom,
  galleries: v.array(gallery),
  controlCentre: v.strictObject({ id, name: title, house: v.string() }),
  sensors,
});
export type NetworksPlan = v.InferOutput<typeof networksPlan>;
export type DemandPerSquareMetre = v.InferOutput<typeof perSquareMetre>;
export type PlannedStation = v.InferOutput<typeof station>;
export type PlannedGallery = v.InferOutput<typeof gallery>;

export function parseNetworksPlan(value: unknown): Result<NetworksPlan> {
  const parsed = v.safeParse(networksPlan, value);
  if (parsed.success) return succeed(parsed.output);
  return fail(
    parsed.issues.map((issue) =>
      problem('plan.form', issue.path?.map((item) => item.key as string | number) ?? [], issue.message),
    ),
  );
}
