import Flatbush from 'flatbush';
import type { ElementKind } from '../../../sim';
import type { ElementRef } from '../../state/selection';
import type { BuiltCity } from '../build/built-city';
import type { BuiltEnergy } from '../build/energy/built-energy';
import type { Areas } from '../build/places';
import type { BuiltTunnels } from '../build/tunnels/built-tunnels';
import { groundHit } from '../camera/terrain-height';
import type { TunnelSigns } from '../tunnels/tunnel-signs';
import { EnergyPicker } from './pick-energy';
import { TunnelPicker } from './pick-tunnels';

const FARTHEST_M = 12_000;
/** Beside a road one still means it, by so much of what a finger covers. */
const POINT_REACH_M = 16;
/** What stands this near to a place does not hide its name. */
const CLEAR_OF_PLACE_M = 60;
const INTO_GROUND_M = 6;

export interface Found {
  readonly element: ElementRef | null;
  readonly ground: { readonly x: number; readonly y: number } | null;
}

/** Finds what lies under a ray: buildings by their prisms, roads by the nearest lane, areas by their outlines. */
export class Picker {
  private readonly city: BuiltCity;
  private networks: EnergyPicker | null = null;
  private readonly pieces: Flatbush | null;
  private readonly buildings: Flatbush | null;
  private readonly junctions: Flatbush | null;
  private readonly parcels: Flatbush | null;
  /** Above this no ray meets a building. */
  private readonly highestM: number;

  constructor(city: BuiltCity) {
    this.city = city;
    const open = (data: ArrayBuffer | null) => (data ? Flatbush.from(data) : null);
    this.pieces = open(city.places.pieceBoxes);
    this.buildings = open(city.places.buildingBoxes);
    this.junctions = open(city.places.junctions.boxes);
    this.parcels = open(city.places.parcels.boxes);
    const { heights } = city.buildings;
    let highestM = 0;
    for (let i = 1; i < heights.length; i += 2) highestM = Math.max(highestM, heights[i]);
    this.highestM = highestM;
  }

  /** Lines and signs are drawn so many times larger than on a desk. */
  energyScale = 1;

  /** The energy networks can be picked while they are shown. */
  set energy(built: BuiltEnergy | null) {
    if (this.networks?.built === built || (!this.networks && !built)) return;
    this.networks = built && new EnergyPicker(built);
  }

  private below: { readonly picker: TunnelPicker; readonly signs: TunnelSigns } | null = null;
  /** Signs of galleries are drawn so many times larger than on a desk. */
  tunnelScale = 1;

  /** Galleries can be picked while they are open. */
  set tunnels(shown: { readonly built: BuiltTunnels; readonly signs: TunnelSigns } | null) {
    if (this.below?.picker.built === shown?.built) return;
    this.below = shown && { picker: new TunnelPicker(shown.built, this.city.extent), signs: shown.signs };
  }

  groundAt(origin: readonly number[], direction: readonly number[]): { x: number; y: number; at: number } | null {
    const at = groundHit(this.city.heights, origin, direction, FARTHEST_M);
    if (at === null) return null;
    return { x: origin[0] + direction[0] * at, y: -(origin[2] + direction[2] * at), at };
  }

  /** `kinds` null takes anything; `metresAPixel` says how near is near at that distance; of sections only those `among`. */
  find(
    origin: readonly number[],
    direction: readonly number[],
    kinds: readonly ElementKind[] | null,
    metresAPixelAtOne: number,
    among: ReadonlySet<string> | null = null,
  ): Found {
    const hit = this.groundAt(origin, direction);
    const takes = (kind: ElementKind) => kinds === null || kinds.includes(kind);
    const mark = this.networks?.markOn(origin, direction, kinds, this.energyScale * metresAPixelAtOne) ?? null;
    // Large signs stand before everything; small ones may be hidden by a house, like what they stand for.
    if (mark?.isLarge) return { element: mark.element, ground: hit };
    const below = takes('gallery-section') ? this.below : null;
    const sign = below?.picker.signOn(below.signs, origin, direction, this.tunnelScale * metresAPixelAtOne, among);
    if (sign) return { element: sign, ground: hit };
    if (takes('building')) {
      const building = this.buildingOn(origin, direction, hit ? hit.at : FARTHEST_M);
      if (building >= 0) return { element: this.named('building', building), ground: hit };
    }
    if (mark) return { element: mark.element, ground: hit };
    if (!hit) return { element: null, ground: null };
    const slackM = Math.max(1, 6 * metresAPixelAtOne * hit.at);
    const section = below?.picker.sectionOn(origin, direction, hit.at, metresAPixelAtOne, among);
    if (section) return { element: section, ground: hit };
    const line = this.networks?.lineOn(origin, direction, hit, kinds, this.energyScale * metresAPixelAtOne);
    if (line) return { element: line, ground: hit };
    return { element: this.onGround(hit.x, hit.y, slackM, kinds), ground: hit };
  }

  /** How far one sees along a ray: to the first house or the ground, and a little into it, as vehicles lie on it. */
  clearM(origin: readonly number[], direction: readonly number[]): number {
    const ground = groundHit(this.city.heights, origin, direction, FARTHEST_M);
    const reach = ground === null ? FARTHEST_M : ground + INTO_GROUND_M;
    const building = this.buildingOn(origin, direction, reach);
    return (building < 0 ? null : this.prismHit(building, origin, direction)) ?? reach;
  }

  /** Whether a building or a hill stands between an eye and a place. */
  hides(eye: readonly number[], place: readonly number[]): boolean {
    const way = [0, 1, 2].map((i) => place[i] - eye[i]);
    const length = Math.hypot(way[0], way[1], way[2]);
    const direction = way.map((part) => part / length);
    const reach = length - CLEAR_OF_PLACE_M;
    if (reach <= 0) return false;
    return this.buildingOn(eye, direction, reach) >= 0 || groundHit(this.city.heights, eye, direction, reach) !== null;
  }

  /** What is meant by a place on the ground. */
  onGround(x: number, y: number, slackM: number, kinds: readonly ElementKind[] | null): ElementRef | null {
    const takes = (kind: ElementKind) => kinds === null || kinds.includes(kind);
    const { places } = this.city;
    if (kinds !== null) {
      let best: ElementRef | null = null;
      let bestM = POINT_REACH_M + slackM;
      for (const place of places.points) {
        const away = Math.hypot(place.x - x, place.y - y);
        if (away < bestM && takes(place.kind)) {
          best = { kind: place.kind, id: place.id };
          bestM = away;
        }
      }
      if (best) return best;
    }
    if (takes('junction') || takes('signal')) {
      const reach =
        kinds !== null && !kinds.includes('edge') && !kinds.includes('street') && !kinds.includes('lane')
          ? 30 + slackM
          : 0;
      const junction = this.areaAt(this.junctions, places.junctions, x, y, reach);
      if (junction >= 0) {
        const signal = places.junctionSignal[junction];
        if (takes('signal') && kinds !== null && signal >= 0) return this.named('signal', signal);
        if (takes('junction')) return this.named('junction', junction);
      }
    }
    if (takes('edge') || takes('street') || takes('lane')) {
      const lane = this.laneNear(x, y, slackM);
      if (lane >= 0) {
        const edge = places.laneEdge[lane];
        if (kinds !== null && !kinds.includes('edge')) {
          if (kinds.includes('lane')) return this.named('lane', lane);
          const street = places.edgeStreet[edge];
          return street >= 0 ? this.named('street', street) : null;
        }
        return this.named('edge', edge);
      }
    }
    if (kinds?.includes('gate')) {
      const lane = this.laneNear(x, y, slackM);
      const gate = lane < 0 ? -1 : places.edgeGate[places.laneEdge[lane]];
      if (gate >= 0) return this.named('gate', gate);
    }
    if (kinds?.includes('parcel')) {
      const parcel = this.areaAt(this.parcels, places.parcels, x, y, 0);
      if (parcel >= 0) return this.named('parcel', parcel);
    }
    return null;
  }

  laneNear(x: number, y: number, slackM: number): number {
    if (!this.pieces) return -1;
    const { pieces, pieceLane } = this.city.places;
    const reach = 3 + slackM;
    let best = -1;
    let bestM = reach;
    for (const i of this.pieces.search(x - reach, y - reach, x + reach, y + reach)) {
      const away = segmentDistance(pieces, i * 4, x, y);
      if (away < bestM) {
        bestM = away;
        best = pieceLane[i];
      }
    }
    return best;
  }

  private buildingOn(origin: readonly number[], direction: readonly number[], farthestM: number): number {
    if (!this.buildings) return -1;
    const flat = Math.hypot(direction[0], direction[2]);
    // Only the part of the ray that is low enough to meet a roof is searched, in short boxes from the eye outwards.
    const pieceM = flat > 0.05 ? 60 / flat : farthestM;
    let best = -1;
    let bestAt = farthestM;
    const start = direction[1] < 0 ? Math.max(0, (this.highestM - origin[1]) / direction[1]) : 0;
    for (let from = start; from < farthestM && best < 0; from += pieceM) {
      const to = Math.min(farthestM, from + pieceM);
      const x0 = origin[0] + direction[0] * from;
      const x1 = origin[0] + direction[0] * to;
      const y0 = -(origin[2] + direction[2] * from);
      const y1 = -(origin[2] + direction[2] * to);
      for (const i of this.buildings.search(Math.min(x0, x1), Math.min(y0, y1), Math.max(x0, x1), Math.max(y0, y1))) {
        const at = this.prismHit(i, origin, direction);
        if (at !== null && at < bestAt) {
          bestAt = at;
          best = i;
        }
      }
    }
    return best;
  }

  /** Where a ray enters a building: through its roof or through a wall. */
  private prismHit(building: number, origin: readonly number[], direction: readonly number[]): number | null {
    const { outlines, outlineStart, heights } = this.city.buildings;
    const low = heights[building * 2];
    const high = heights[building * 2 + 1];
    let best: number | null = null;
    const area = { points: outlines, start: outlineStart };
    if (direction[1] < 0) {
      const at = (high - origin[1]) / direction[1];
      if (at > 0 && inside(area, building, origin[0] + direction[0] * at, -(origin[2] + direction[2] * at))) best = at;
    }
    const dx = direction[0];
    const dy = -direction[2];
    for (let p = outlineStart[building], q = outlineStart[building + 1] - 1; p < outlineStart[building + 1]; q = p++) {
      const ax = outlines[2 * q] - origin[0];
      const ay = outlines[2 * q + 1] + origin[2];
      const ex = outlines[2 * p] - outlines[2 * q];
      const ey = outlines[2 * p + 1] - outlines[2 * q + 1];
      const cross = dx * ey - dy * ex;
      if (Math.abs(cross) < 1e-9) continue;
      const at = (ax * ey - ay * ex) / cross;
      const share = (ax * dy - ay * dx) / cross;
      const z = origin[1] + direction[1] * at;
      if (at > 0 && share >= 0 && share <= 1 && z >= low && z <= high && (best === null || at < best)) best = at;
    }
    return best;
  }

  private areaAt(index: Flatbush | null, areas: Areas, x: number, y: number, reachM: number): number {
    if (!index) return -1;
    let nearest = -1;
    let nearestM = reachM;
    for (const i of index.search(x - reachM, y - reachM, x + reachM, y + reachM)) {
      if (inside(areas, i, x, y)) return i;
      if (reachM === 0) continue;
      const [cx, cy] = middle(areas, i);
      const away = Math.hypot(cx - x, cy - y);
      if (away < nearestM) {
        nearestM = away;
        nearest = i;
      }
    }
    return nearest;
  }

  private named(kind: ElementKind, slot: number): ElementRef | null {
    const id = this.city.places.names[kind]?.[slot];
    return id === undefined ? null : { kind, id };
  }
}

function inside(areas: { points: Float32Array; start: Uint32Array }, i: number, x: number, y: number): boolean {
  const { points, start } = areas;
  let within = false;
  for (let p = start[i], q = start[i + 1] - 1; p < start[i + 1]; q = p++) {
    const yi = points[2 * p + 1];
    const yj = points[2 * q + 1];
    if (yi > y !== yj > y && x < ((points[2 * q] - points[2 * p]) * (y - yi)) / (yj - yi) + points[2 * p])
      within = !within;
  }
  return within;
}

function middle(areas: Areas, i: number): [number, number] {
  let x = 0;
  let y = 0;
  const count = Math.max(1, areas.start[i + 1] - areas.start[i]);
  for (let p = areas.start[i]; p < areas.start[i + 1]; p++) {
    x += areas.points[2 * p] / count;
    y += areas.points[2 * p + 1] / count;
  }
  return [x, y];
}

function segmentDistance(pieces: Float32Array, at: number, x: number, y: number): number {
  const ax = pieces[at];
  const ay = pieces[at + 1];
  const ex = pieces[at + 2] - ax;
  const ey = pieces[at + 3] - ay;
  const squared = ex * ex + ey * ey;
  const share = squared > 0 ? Math.min(1, Math.max(0, ((x - ax) * ex + (y - ay) * ey) / squared)) : 0;
  return Math.hypot(ax + ex * share - x, ay + ey * share - y);
}
