import * as v from 'valibot';
import {
  finite,
  heightM,
  id,
  line,
  outline,
  point,
  positive,
  positiveWhole,
  seconds,
  title,
  wholeNumber,
} from './primitives';

export const roadClass = v.picklist(['expressway', 'arterial', 'collector', 'local', 'service', 'ramp']);
export type RoadClass = v.InferOutput<typeof roadClass>;

export const vehicleClass = v.picklist(['car', 'truck', 'bus', 'emergency', 'bicycle', 'pedestrian']);
export type VehicleClass = v.InferOutput<typeof vehicleClass>;

/** A street as a person names it; several edges make one. */
const street = v.strictObject({ id, name: title, class: roadClass });

/** Where edges meet or end. Height comes from the terrain unless a bridge or cutting says otherwise. */
const node = v.strictObject({ id, at: point, heightM: v.optional(heightM) });

/** Lanes are listed from the kerb (right) to the middle. The shape is the lane's centre line, ending at the stop line. */
const lane = v.strictObject({
  id,
  widthM: positive,
  shape: line,
  /** How far it is to drive, where that is known better than the shape is drawn. */
  lengthM: v.optional(positive),
  /** Where this lane has a limit of its own. */
  speedLimitMps: v.optional(positive),
  /** Who may drive here; absent means cars, trucks, buses and emergency vehicles. */
  allows: v.optional(v.array(vehicleClass)),
});

/** One direction of a road between two nodes. */
const edge = v.strictObject({
  id,
  street: v.optional(id),
  from: id,
  to: id,
  class: roadClass,
  speedLimitMps: positive,
  /** The road's reference line from node to node. */
  shape: line,
  lanes: v.pipe(v.array(lane), v.minLength(1), v.maxLength(16)),
  sidewalkM: v.optional(positive),
  /** Opposite direction of the same carriageway, where there is one. */
  opposite: v.optional(id),
  /** Drawn in and not built: nobody drives there until a change opens it. */
  planned: v.optional(v.literal(true)),
});

export const turnDirection = v.picklist(['left', 'straight', 'right', 'u-turn']);
export type TurnDirection = v.InferOutput<typeof turnDirection>;

/** A lane-to-lane connection through a junction, with the curve that vehicles follow. */
const turn = v.strictObject({
  id,
  fromLane: id,
  toLane: id,
  direction: turnDirection,
  shape: line,
  /** How far it is to drive, and how fast one may; absent means the shape's length and what its tightest bend lets. */
  lengthM: v.optional(positive),
  speedLimitMps: v.optional(positive),
  /** Position of this turn in the state strings of its junction's signal. */
  signalIndex: v.optional(wholeNumber),
  /** Turns of this junction that meet it, and those of them that go first; absent means: worked out from the shapes. */
  foes: v.optional(v.array(id)),
  yieldsTo: v.optional(v.array(id)),
  /** How far along the curve one who gives way may pull up and wait, if within the junction. */
  waitsAtM: v.optional(positive),
  /** Turns of other lanes that one who waits there lets by; absent means: those of `yieldsTo` that meet him further on. */
  waitsFor: v.optional(v.array(id)),
});

export const junctionControl = v.picklist([
  'signal',
  'priority',
  'right-before-left',
  'all-way-stop',
  'roundabout',
  'free',
]);
export type JunctionControl = v.InferOutput<typeof junctionControl>;

const crossing = v.strictObject({ id, path: line, widthM: positive, edge: id, signalIndex: v.optional(wholeNumber) });

const junction = v.strictObject({
  id,
  node: id,
  control: junctionControl,
  /** The paved area between the stop lines. */
  outline,
  turns: v.pipe(v.array(turn), v.maxLength(256)),
  crossings: v.optional(v.array(crossing)),
  /** At a priority junction, edges that have the right of way; the others give way. */
  major: v.optional(v.array(id)),
});

/**
 * One character a turn: G protected green, g green that yields, y yellow, r red, u red-and-yellow, s stop and then go
 * giving way; o and O switched off for this turn: right of way as without a signal (o blinks).
 */
const phase = v.strictObject({
  seconds: positive,
  /** Bounds of an actuated phase. Without the first it lasts at least `seconds`; without the second, if the first is there, there is no upper one; without either it always lasts `seconds`. */
  minSeconds: v.optional(seconds),
  maxSeconds: v.optional(positive),
  /** Places in this list of the phases that may follow; absent means the next one, after the last the first. */
  next: v.optional(v.pipe(v.array(wholeNumber), v.minLength(1), v.maxLength(100))),
  state: v.pipe(
    v.string(),
    v.maxLength(1_000),
    v.regex(/^[GgyruoOs]+$/, 'expected letters of G, g, y, r, u, o, O and s'),
  ),
});

/** By what a phase ends; absent means that phases last as long as they say. */
const actuation = v.strictObject({
  kind: v.picklist(['gap', 'delay', 'pressure']),
  /** gap: a green ends when no vehicle has come for so long; and by lane where one has a detector of its own measure. */
  maxGapSeconds: v.optional(positive),
  laneMaxGaps: v.optional(v.array(v.strictObject({ lane: id, seconds: positive }))),
  /** gap: detectors lie so many seconds before the stop line, and a vehicle takes so long to pass it. */
  detectorGapSeconds: v.optional(positive),
  passingSeconds: v.optional(positive),
  /** gap: where a phase has several to follow, one unserved for so long comes first. */
  inactiveSeconds: v.optional(positive),
  /** delay: vehicles are seen within this reach, and count when they have lost so much time there. */
  rangeM: v.optional(positive),
  leastLossSeconds: v.optional(seconds),
  /** pressure: from decision to decision, and the longest that a turn with traffic or a crossing goes unserved. */
  everySeconds: v.optional(positive),
  mostWaitSeconds: v.optional(positive),
});

const signal = v.strictObject({
  id,
  junction: id,
  offsetSeconds: seconds,
  actuation: v.optional(actuation),
  /** Another signal that decides for this one too: they have as many phases each. */
  switchesWith: v.optional(id),
  /** Fixed times that are worked out anew from the flows counted since. */
  retimedEveryMinutes: v.optional(positive),
  /** Who gets a longer or an earlier green when seen so near. */
  priority: v.optional(
    v.strictObject({
      classes: v.pipe(v.array(vehicleClass), v.minLength(1)),
      withinM: v.optional(positive),
      mostHoldSeconds: v.optional(positive),
    }),
  ),
  phases: v.pipe(v.array(phase), v.minLength(1), v.maxLength(100)),
  /** How long it goes on when its supply fails, and the electrical bus that feeds it. */
  batteryMinutes: v.optional(positive),
  electricity: v.optional(id),
});

/** `atM` is where the front of a bus comes to stand; `lengthM` reaches back from there. */
const stop = v.strictObject({ id, name: title, lane: id, atM: finite, lengthM: positive });
const busLine = v.strictObject({
  id,
  name: title,
  stops: v.pipe(v.array(id), v.minLength(2)),
  headwaySeconds: positive,
  firstSeconds: seconds,
  lastSeconds: seconds,
});

const parking = v.strictObject({
  id,
  name: v.optional(title),
  edge: id,
  /** Where it lies along a lane, if it lies along one. */
  lane: v.optional(id),
  fromM: v.optional(finite),
  toM: v.optional(finite),
  spaces: positiveWhole,
  outline: v.optional(outline),
  building: v.optional(id),
});

const chargingSite = v.strictObject({
  id,
  name: v.optional(title),
  edge: id,
  at: point,
  chargers: v.pipe(v.array(v.strictObject({ count: positiveWhole, powerKw: positive })), v.minLength(1)),
  /** All chargers together may draw no more than this. */
  limitKw: v.optional(positive),
  electricity: v.optional(id),
});

/** roads.json: everything that moves on wheels or feet needs. */
export const roadsFile = v.strictObject({
  driveOn: v.picklist(['right', 'left']),
  streets: v.array(street),
  nodes: v.array(node),
  edges: v.array(edge),
  junctions: v.array(junction),
  signals: v.array(signal),
  stops: v.array(stop),
  busLines: v.array(busLine),
  parking: v.array(parking),
  chargingSites: v.array(chargingSite),
});
export type RoadsFile = v.InferOutput<typeof roadsFile>;
export type RoadEdge = v.InferOutput<typeof edge>;
export type RoadLane = v.InferOutput<typeof lane>;
export type Junction = v.InferOutput<typeof junction>;
export type Turn = v.InferOutput<typeof turn>;
export type Signal = v.InferOutput<typeof signal>;
