import type { LaidScene } from '../../../../sim';
import { chance } from '../chance';
import type { Ground } from '../ground/ground';
import type { MeshData } from '../mesh-data';
import { boxAround, centroid, inset, signedArea } from '../polygon';
import { withoutRepeats } from '../polyline';
import { BuildingWriter, Part } from './building-writer';
import { styleOf, useOrder } from './facade-styles';
import { hallRoof, hippedRoof, sawtoothRoof } from './pitched-roofs';
import { roofPlant, solarRows } from './roof-plant';
import type { Building } from './scene-building';

/** Texels of style a building has: see `writeStyle`. */
export const STYLE_TEXELS = 3;
const PARAPET_M = 0.9;
const PARAPET_WIDTH_M = 0.35;
const FOOT_BELOW_GROUND_M = 1.5;
const MOST_TILES_A_SIDE = 4;
const SMALLEST_TILE_M = 500;

export interface BuiltBuildings {
  readonly tiles: readonly MeshData[];
  /** Three RGBA texels a building slot: how its walls are divided, its tint, its floors. */
  readonly styles: Float32Array;
  /** For picking: outlines one after the other, where each starts, and foot and top of each. */
  readonly outlines: Float32Array;
  readonly outlineStart: Uint32Array;
  readonly heights: Float32Array;
}

export function buildBuildings(compiled: LaidScene, ground: Ground): BuiltBuildings {
  const list = compiled.scene.buildings?.buildings ?? [];
  const table = compiled.elements.building;
  const bySlot: Building[] = new Array(list.length);
  for (const building of list) bySlot[table.slotOf(building.id) as number] = building;
  const { minX, minY, maxX, maxY } = ground.extent;
  const tileM = Math.max(SMALLEST_TILE_M, Math.max(maxX - minX, maxY - minY) / MOST_TILES_A_SIDE);
  const tilesAcross = Math.ceil((maxX - minX) / tileM);
  const tiles = new Map<number, Standing[]>();
  const styles = new Float32Array(Math.max(1, list.length) * STYLE_TEXELS * 4);
  const heights = new Float32Array(list.length * 2);
  const outlineStart = new Uint32Array(list.length + 1);
  const outlines: number[] = [];
  bySlot.forEach((building, slot) => {
    const cleaned = withoutRepeats(building.outline);
    const outline = signedArea(cleaned) >= 0 ? cleaned : cleaned.reverse();
    for (const [x, y] of outline) outlines.push(x, y);
    outlineStart[slot + 1] = outlines.length / 2;
    const [cx, cy] = centroid(outline);
    const tile = Math.floor((cy - minY) / tileM) * tilesAcross + Math.floor((cx - minX) / tileM);
    const footZ = Math.min(...outline.map(([x, y]) => ground.heightAt(x, y)));
    heights[slot * 2] = footZ;
    heights[slot * 2 + 1] = footZ + building.heightM;
    writeStyle(styles, slot, building);
    const standing = { slot, building, outline, footZ };
    const here = tiles.get(tile);
    if (here) here.push(standing);
    else tiles.set(tile, [standing]);
  });
  return {
    tiles: [...tiles.keys()].sort((a, b) => a - b).map((tile) => tileOf(tiles.get(tile)!)),
    styles,
    outlines: Float32Array.from(outlines),
    outlineStart,
    heights,
  };
}

interface Standing {
  readonly slot: number;
  readonly building: Building;
  readonly outline: [number, number][];
  readonly footZ: number;
}

/** Tile after tile, so that each writes where the one before has written. */
function tileOf(standing: readonly Standing[]): MeshData {
  const writer = new BuildingWriter();
  for (const { slot, building, outline, footZ } of standing) {
    writer.building = slot;
    raise(writer, building, outline, footZ);
  }
  return writer.done();
}

/** Texel 0: kind of facade, bay, window width and height. 1: tint, seed. 2: floor height, use, shop front, floors. */
function writeStyle(styles: Float32Array, slot: number, building: Building): void {
  const style = styleOf(building.use);
  const tint = style.tints[Math.floor(chance(slot, 1) * style.tints.length)];
  const shade = 0.93 + 0.12 * chance(slot, 2);
  styles.set(
    [
      style.facade,
      style.bayM * (0.94 + 0.14 * chance(slot, 3)),
      style.windowWidth,
      style.windowHeight,
      tint[0] * shade,
      tint[1] * shade,
      tint[2] * shade,
      chance(slot, 4),
      building.heightM / building.floors,
      useOrder.indexOf(building.use),
      style.shopFront && building.floors > 2 ? 1 : 0,
      building.floors,
    ],
    slot * STYLE_TEXELS * 4,
  );
}

function raise(writer: BuildingWriter, building: Building, outline: [number, number][], footZ: number): void {
  const topZ = footZ + building.heightM;
  const box = boxAround(outline);
  const area = signedArea(outline);
  const rectangular = area > 0.96 * box.lengthM * box.widthM && outline.length <= 6;
  const isHall = building.form === 'hall' || building.form === 'sawtooth-hall';
  const walls = (shape: readonly [number, number][], fromZ: number, toZ: number) =>
    writer.walls(shape, fromZ, toZ, footZ);
  if (rectangular && building.form === 'sawtooth-hall') {
    walls(outline, footZ - FOOT_BELOW_GROUND_M, topZ);
    sawtoothRoof(writer, box, topZ);
    return;
  }
  if (rectangular && isHall && box.widthM > 14 && (building.roofForSun ?? 0) < 0.35) {
    walls(outline, footZ - FOOT_BELOW_GROUND_M, topZ);
    hallRoof(writer, box, topZ);
    return;
  }
  const small = building.floors <= 3 && area < 620;
  if (
    rectangular &&
    small &&
    (building.form === 'pavilion' || building.use === 'housing' || building.use === 'kindergarten')
  ) {
    walls(outline, footZ - FOOT_BELOW_GROUND_M, topZ);
    hippedRoof(writer, box, topZ);
    return;
  }
  if (building.form === 'landmark' && stepped(writer, building, outline, footZ, topZ)) return;
  flatRoofed(writer, building, outline, footZ - FOOT_BELOW_GROUND_M, topZ, footZ);
}

function flatRoofed(
  writer: BuildingWriter,
  building: Building,
  outline: [number, number][],
  fromZ: number,
  topZ: number,
  footZ: number,
): void {
  const inner = inset(outline, PARAPET_WIDTH_M);
  const box = boxAround(outline);
  const green = building.form === 'podium' ? chance(writer.building, 5) < 0.5 : chance(writer.building, 5) < 0.05;
  if (!inner) {
    writer.walls(outline, fromZ, topZ, footZ);
    writer.plate(outline, topZ, Part.roof);
  } else {
    const rim = topZ + PARAPET_M;
    writer.walls(outline, fromZ, topZ, footZ);
    writer.walls(outline, topZ, rim, topZ, Part.parapet);
    writer.ring(outline, inner, rim, Part.parapet);
    writer.walls([...inner].reverse(), topZ, rim, topZ, Part.parapet);
    writer.plate(inner, topZ, green ? Part.garden : Part.roof);
  }
  if (building.floors > 16 && (building.form === 'tower' || building.form === 'point-block')) {
    const crown = inset(outline, Math.min(3, box.widthM * 0.12));
    if (crown) writer.box(crown, topZ, topZ + 5, Part.parapet);
    return;
  }
  const sun = building.roofForSun ?? 0;
  if (sun >= 0.25 && signedArea(outline) > 300) solarRows(writer, sun, inner ?? outline, box, topZ);
  else roofPlant(writer, building, inner ?? outline, box, topZ);
}

/** A building that is to be remembered: three tiers, each drawn in from the one below, under a lantern. */
function stepped(
  writer: BuildingWriter,
  building: Building,
  outline: [number, number][],
  footZ: number,
  topZ: number,
): boolean {
  const reach = Math.sqrt(signedArea(outline)) * 0.07;
  const second = inset(outline, reach);
  const third = inset(outline, reach * 2);
  if (!second || !third) return false;
  const height = topZ - footZ;
  const floor = height / building.floors;
  const levels = [0.55, 0.82, 1].map((share) => footZ + Math.max(floor, Math.round((share * height) / floor) * floor));
  const shapes = [outline, second, third];
  let from = footZ - FOOT_BELOW_GROUND_M;
  shapes.forEach((shape, tier) => {
    if (levels[tier] - from < 0.5) return;
    writer.walls(shape, from, levels[tier], footZ);
    writer.plate(shape, levels[tier], tier === 2 ? Part.roof : Part.garden);
    from = levels[tier];
  });
  const lantern = inset(outline, reach * 3.2);
  if (lantern) writer.box(lantern, topZ, topZ + Math.max(3, floor), Part.skylight);
  return true;
}
