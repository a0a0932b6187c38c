import type { LandFile, Parcel } from '../../../scene/schema/land';
import { contains, signedArea } from '../../geometry/polygon';
import { distanceToLine, roundToCentimetres, simplify } from '../../geometry/polyline';
import type { Point } from '../../geometry/vector';
import { distance, minus, mix, unit } from '../../geometry/vector';
import { boundsOf, centroidOf } from './local-frame';
import { splitOutline } from './split-outline';
import { smooth } from './streams';
import type { ZonesPlan } from './zones-plan';

type Grove = LandFile['groves'][number];

/** Trees a hectare by what the green is for; a wood has some three hundred, a park a third of that. */
const HILL_TREES = 170;
const PARK_TREES = 70;
const VERGE_TREES = 110;
const HILL_FROM_M2 = 120_000;
const BANK_M = 9;

/** Where trees stand in parks, on hills and along streets' green fronts; never in the water. */
export function grovesOf(parcels: readonly Parcel[], zones: ZonesPlan): Grove[] {
  const streams = zones.streams.map(({ path, widthM }) => ({ line: smooth(path), widthM }));
  return parcels.flatMap((parcel): Grove[] => {
    if (parcel.use === 'protective-green') {
      return wideEnough(parcel.outline) ? [{ outline: parcel.outline, treesPerHectare: VERGE_TREES }] : [];
    }
    if (parcel.use !== 'park' || parcel.floorAreaRatio !== undefined || isField(parcel)) return [];
    const lake = zones.lakes.find(({ outline }) => contains(parcel.outline, centroidOf(outline)));
    if (lake) return lakeside(parcel.outline, lake.outline);
    const areaM2 = signedArea(parcel.outline);
    const treesPerHectare = areaM2 > HILL_FROM_M2 ? HILL_TREES : PARK_TREES;
    return banks(parcel.outline, streams).map((outline) => ({ outline, treesPerHectare }));
  });
}

const isField = (parcel: Parcel): boolean => parcel.name?.en.startsWith('Field of') ?? false;

/** Clumps on the ring between shore and street, with lawns between them that open views over the water. */
function lakeside(park: readonly Point[], lake: readonly Point[]): Grove[] {
  const centre = centroidOf(lake);
  const clumps = 9;
  const groves: Grove[] = [];
  for (let k = 0; k < clumps; k++) {
    const rim: Point[] = [];
    const shore: Point[] = [];
    for (let step = 0; step <= 4; step++) {
      const share = (k + 0.16 * step) / clumps;
      const corner = Math.floor(share * lake.length);
      const onShore = mix(lake[corner % lake.length], lake[(corner + 1) % lake.length], share * lake.length - corner);
      const away = unit(minus(onShore, centre));
      const outer = rayExit(park, onShore, away);
      const roomM = distance(onShore, outer);
      if (roomM < 34) continue;
      shore.push(mix(onShore, outer, 15 / roomM));
      rim.push(mix(onShore, outer, 1 - 8 / roomM));
    }
    const outline = roundToCentimetres([...rim, ...shore.reverse()]);
    if (rim.length > 2 && signedArea(outline) > 250) groves.push({ outline, treesPerHectare: PARK_TREES });
  }
  return groves;
}

/** Where a ray from inside an outline leaves it. */
function rayExit(outline: readonly Point[], from: Point, direction: Point): Point {
  let near = 0;
  let far = 2_000;
  for (let round = 0; round < 40; round++) {
    const middle = (near + far) / 2;
    if (contains(outline, [from[0] + direction[0] * middle, from[1] + direction[1] * middle])) near = middle;
    else far = middle;
  }
  return [from[0] + direction[0] * near, from[1] + direction[1] * near];
}

/** A park with a brook through it is planted on both banks, clear of the water. */
function banks(park: readonly Point[], streams: readonly { line: readonly Point[]; widthM: number }[]): Point[][] {
  const through = streams.find(({ line }) => line.some((at) => contains(park, at)));
  if (!through) return [[...park]]; // the parcel's own outline is already plain
  // Along the brook in short stretches, so that the planting's edge follows its bends.
  const inside = through.line.filter((at) => contains(park, at));
  const pieces: Point[][] = [];
  let land: Point[][] = [[...park]];
  const STRETCH = 10;
  for (let i = 0; i + 1 < inside.length; i += STRETCH) {
    const a = inside[i];
    const b = inside[Math.min(i + STRETCH, inside.length - 1)];
    if (distance(a, b) < 1) continue;
    const direction = unit(minus(b, a));
    const across: Point = [-direction[1], direction[0]];
    const last = i + STRETCH >= inside.length - 1;
    let stretch: Point[][] = [];
    if (last) stretch = land;
    else {
      const rest: Point[][] = [];
      for (const piece of land) {
        const parts = splitOutline(piece, b, across);
        stretch.push(...parts.left);
        rest.push(...parts.right);
      }
      land = rest;
    }
    const middle = inside.slice(i, i + STRETCH + 1);
    const off = through.widthM / 2 + BANK_M;
    for (const side of [1, -1] as const) {
      const bow = Math.max(...middle.map((at) => side * ((at[0] - a[0]) * across[0] + (at[1] - a[1]) * across[1])), 0);
      const line: Point = [a[0] + across[0] * side * (off + bow), a[1] + across[1] * side * (off + bow)];
      for (const piece of stretch) {
        const parts = splitOutline(piece, line, direction);
        pieces.push(...(side === 1 ? parts.left : parts.right));
      }
    }
  }
  return pieces
    .map((piece) => roundToCentimetres(simplify([...piece, piece[0]], 0.5).slice(0, -1)))
    .filter((piece) => wideEnough(piece) && !piece.every((at) => distanceToLine(at, through.line) < BANK_M));
}

function wideEnough(piece: readonly Point[]): boolean {
  const { minX, maxX, minY, maxY } = boundsOf(piece);
  return piece.length >= 3 && signedArea(piece) > 300 && maxX - minX > 10 && maxY - minY > 10;
}
