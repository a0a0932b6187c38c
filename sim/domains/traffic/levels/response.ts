/**
 * Help in this city: where its ambulances and fire engines stand, the calls that people and hazards make, and what the
 * units are about. Who goes where is decided in dispatch.ts; here is what that needs of a scene, and what is saved.
 *
 * What shuts roads (a hazard from below) calls a fire engine, a crash an ambulance; other calls are placed by turning a knob.
 */
import type { Decoder, Encoder } from '../../../kernel';
import { createKnobValues, type KnobValues, loadKnobValues, saveKnobValues } from '../../../ports';
import type { CompiledScene } from '../../../scene/compiled';
import { createDriveOrders, type DriveOrders, type ResponseRules, usualResponse } from './dispatch';
import {
  AMBULANCE,
  type Calls,
  createCalls,
  createResponseFleet,
  FIRE_ENGINE,
  type ResponseFleet,
  type Station,
  savedCallFields,
  savedFleetFields,
} from './response-fleet';

/** Stands in a vehicle's hour for: its key tells the unit that drives, and which of its drives it is. */
export const RESPONSE_HOUR = -4_000_000;
export const SERVICES = [AMBULANCE, FIRE_ENGINE] as const;
export const callKnobs = ['edge.ambulance-call', 'edge.fire-call'] as const;
type CallKnob = (typeof callKnobs)[number];

export interface Response {
  readonly fleet: ResponseFleet;
  readonly calls: Calls;
  readonly orders: DriveOrders;
  readonly rules: ResponseRules;
  /** By unit: how often it has set out, so that each of its drives has a name of its own. */
  readonly drives: Uint32Array;
  /** By service, by edge: units that the knob asks for, and by service and edge those asked for so far. */
  readonly wanted: readonly KnobValues[];
  readonly asked: Uint8Array;
  /** By edge: 1 where the hazard there has had its call. */
  readonly hazardSeen: Uint8Array;
  /** By lane: likewise of a crash. */
  readonly crashSeen: Uint8Array;
  /** By call: the happening that announced its arrival; 0 while nobody is there. */
  readonly arrival: Int32Array;
  /** Calls that found no room in the list, and until the next look. */
  refused: number;
  inSeconds: number;
}

const MOST_CALLS = 1_024;
export const LOOKS_EVERY_S = 1;

/** null where the scene has no place that help starts from. */
export function responseOf(scene: CompiledScene): Response | null {
  const services = scene.scene.services;
  if (services === undefined) return null;
  const edgeOf = (id: string): number => {
    const slot = scene.elements.edge.slotOf(id);
    if (slot === undefined) throw new Error(`met the edge '${id}' of a service, expected one of scene '${scene.id}'`);
    return slot;
  };
  const stations: Station[] = [
    ...services.hospitals.map(({ edge, ambulances }) => ({
      service: AMBULANCE,
      edge: edgeOf(edge),
      units: ambulances,
    })),
    ...services.fireStations.map(({ edge, engines }) => ({ service: FIRE_ENGINE, edge: edgeOf(edge), units: engines })),
  ];
  if (stations.length === 0) return null;
  const fleet = createResponseFleet(stations);
  const calls = createCalls(MOST_CALLS);
  const { edgeCount } = scene.roads;
  return {
    fleet,
    calls,
    orders: createDriveOrders(fleet, calls),
    rules: { ...usualResponse, hospitalEdges: services.hospitals.map(({ edge }) => edgeOf(edge)) },
    drives: new Uint32Array(fleet.count),
    wanted: SERVICES.map(() => createKnobValues(edgeCount)),
    asked: new Uint8Array(SERVICES.length * edgeCount),
    hazardSeen: new Uint8Array(edgeCount),
    crashSeen: new Uint8Array(scene.roads.laneCount),
    arrival: new Int32Array(MOST_CALLS),
    refused: 0,
    inSeconds: LOOKS_EVERY_S,
  };
}

export const isOfResponse = (tripHour: number) => tripHour === RESPONSE_HOUR;
export const unitOfKey = ({ fleet }: Response, key: number) => key % fleet.count;
export const isCallKnob = (knob: string): knob is CallKnob => (callKnobs as readonly string[]).includes(knob);

/** The knob as it has been turned, by edge. */
export function callKnobValues(response: Response | null, knob: CallKnob): KnobValues {
  if (response === null) throw new Error(`met the knob '${knob}', expected none: nobody here could answer a call`);
  return response.wanted[callKnobs.indexOf(knob)];
}

export function saveResponse(response: Response, out: Encoder): void {
  const { fleet, calls } = response;
  out.uint8s(fleet.state).int32s(fleet.atEdge).int32s(fleet.call).float64s(fleet.untilSeconds);
  out.u32(calls.count);
  for (const field of savedCallFields) {
    const values = calls[field];
    if (values instanceof Uint8Array) out.uint8s(values, calls.count);
    else if (values instanceof Int32Array) out.int32s(values, calls.count);
    else out.float64s(values, calls.count);
  }
  for (const wanted of response.wanted) saveKnobValues(wanted, out);
  out.uint32s(response.drives).uint8s(response.asked);
  out
    .uint8s(response.hazardSeen)
    .uint8s(response.crashSeen)
    .int32s(response.arrival, calls.count)
    .u32(response.refused);
  out.f64(response.inSeconds);
}

export function loadResponse(response: Response, from: Decoder): void {
  const { fleet, calls } = response;
  for (const field of savedFleetFields) read(fleet[field], from);
  calls.count = from.u32();
  for (const field of savedCallFields) read(calls[field], from);
  for (const wanted of response.wanted) loadKnobValues(wanted, from);
  from.uint32s(response.drives);
  from.uint8s(response.asked);
  from.uint8s(response.hazardSeen);
  from.uint8s(response.crashSeen);
  from.int32s(response.arrival);
  response.refused = from.u32();
  response.inSeconds = from.f64();
}

function read(values: Uint8Array | Int32Array | Float64Array, from: Decoder): void {
  if (values instanceof Uint8Array) from.uint8s(values);
  else if (values instanceof Int32Array) from.int32s(values);
  else from.float64s(values);
}
