import * as v from 'valibot';
import { landUse } from './land';
import { freightPart, matrixPart, peoplePart } from './people';
import {
  atLeastZero,
  confidence,
  finite,
  fraction,
  heightM,
  id,
  outline,
  point,
  positive,
  positiveWhole,
  seconds,
  title,
} from './primitives';
import { listedVehicles } from './vehicles';

const servicePlace = { id, name: title, at: point, edge: id, building: v.optional(id) };

/** services.json: where help starts from. */
export const servicesFile = v.strictObject({
  hospitals: v.array(v.strictObject({ ...servicePlace, beds: positiveWhole, ambulances: positiveWhole })),
  fireStations: v.array(v.strictObject({ ...servicePlace, engines: positiveWhole })),
  depots: v.array(
    v.strictObject({
      ...servicePlace,
      kind: v.picklist(['bus', 'freight', 'maintenance', 'police']),
      vehicles: positiveWhole,
    }),
  ),
});
export type ServicesFile = v.InferOutput<typeof servicesFile>;

/** sensors.json: what the city can know about itself, and how often. */
export const sensorsFile = v.strictObject({
  sensors: v.array(
    v.strictObject({
      id,
      kind: v.picklist([
        'loop',
        'camera-count',
        'parking-bay',
        'street-lamp',
        'smart-meter',
        'weather',
        'air-quality',
        'water-level',
      ]),
      at: point,
      element: v.optional(id),
      intervalSeconds: positive,
      telecom: v.optional(id),
    }),
  ),
});
export type SensorsFile = v.InferOutput<typeof sensorsFile>;

/** overlays.json: other plans laid over this one; where two want different things of one place, they conflict. */
export const overlaysFile = v.strictObject({
  overlays: v.array(
    v.strictObject({
      id,
      name: title,
      authority: title,
      confidence,
      /** Uses of the land plan that this plan bears there; where it does not say, it judges none. */
      areas: v.array(v.strictObject({ id, use: v.string(), allows: v.optional(v.array(landUse)), outline })),
    }),
  ),
});
export type OverlaysFile = v.InferOutput<typeof overlaysFile>;

const month = v.strictObject({
  meanC: finite,
  dailyMaxC: finite,
  dailyMinC: finite,
  rainMm: atLeastZero,
  sunHours: atLeastZero,
  windMps: atLeastZero,
  humidity: fraction,
});

/** weather.json: the climate by month and named days made from it. */
export const weatherFile = v.strictObject({
  source: id,
  months: v.pipe(v.array(month), v.length(12)),
  days: v.array(
    v.strictObject({
      id,
      name: title,
      month: v.pipe(finite, v.integer(), v.minValue(1), v.maxValue(12)),
      hours: v.pipe(
        v.array(
          v.strictObject({
            temperatureC: finite,
            cloud: fraction,
            rainMmPerH: atLeastZero,
            windMps: atLeastZero,
            windFromDeg: finite,
          }),
        ),
        v.length(24),
      ),
    }),
  ),
});
export type WeatherFile = v.InferOutput<typeof weatherFile>;

/** views.json: points of view worth standing at. */
export const viewsFile = v.strictObject({
  views: v.pipe(
    v.array(
      v.strictObject({
        id,
        name: title,
        /** Metres east, north and above sea. */
        eye: v.strictTuple([finite, finite, heightM]),
        target: v.strictTuple([finite, finite, heightM]),
        clockSeconds: v.optional(seconds),
      }),
    ),
    v.minLength(1),
  ),
});
export type ViewsFile = v.InferOutput<typeof viewsFile>;

/** demand.json: who travels, from the land and its people; hourly shares of a working day. */
export const demandFile = v.strictObject({
  /** Motor trips a resident or a worker makes on a working day inside the area. */
  tripsPerResident: atLeastZero,
  tripsPerJob: atLeastZero,
  /** Share of a day's trips that starts in each hour, by what people set out for. */
  purposes: v.array(
    v.strictObject({
      id: v.picklist(['to-work', 'from-work', 'to-school', 'errand', 'leisure', 'freight']),
      share: fraction,
      hourly: v.pipe(v.array(atLeastZero), v.length(24)),
    }),
  ),
  /** Where the area meets the world: edges by which traffic comes in and leaves, and how much of it. */
  gates: v.array(
    v.strictObject({
      id,
      name: v.optional(title),
      inEdge: v.optional(id),
      outEdge: v.optional(id),
      tripsPerDay: atLeastZero,
    }),
  ),
  truckShare: fraction,
  /** Share of cars that are battery-electric; absent means as in China. */
  electricCarShare: v.optional(fraction),
  /** Cars that go round a closed way for ever, evenly spaced at the start: a ring for experiments, not people's trips. */
  circulating: v.optional(
    v.array(v.strictObject({ id, edges: v.pipe(v.array(id), v.minLength(1)), count: positiveWhole })),
  ),
  /** Persons with homes, places and plans, instead of trips by the head; gates then stand for where outsiders come in. */
  people: v.optional(peoplePart),
  freight: v.optional(freightPart),
  /** Trips from zone to zone, as another model gives them. */
  matrix: v.optional(matrixPart),
  /** Vehicles one by one, with their ways and times, as counts or another model give them. */
  vehicles: v.optional(listedVehicles),
});
export type DemandFile = v.InferOutput<typeof demandFile>;
