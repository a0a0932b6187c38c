import { chance } from '../chance';
import { type Box, contains, rectangle } from '../polygon';
import { type BuildingWriter, Part } from './building-writer';
import type { Building } from './scene-building';

type Outline = readonly (readonly [number, number])[];

/** What stands on a flat roof: stair heads along a slab, the lift house of a tower, fans and coolers on an office. */
export function roofPlant(writer: BuildingWriter, building: Building, outline: Outline, box: Box, roofZ: number): void {
  const seed = writer.building;
  const boxes: { along: number; across: number; length: number; width: number; height: number }[] = [];
  const long = box.lengthM;
  const wide = box.widthM;
  if (building.use === 'housing' || building.use === 'dormitory') {
    const heads = Math.max(1, Math.round(long / 19));
    for (let k = 0; k < heads; k++) {
      const along = -long / 2 + ((k + 0.5) * long) / heads;
      boxes.push({ along, across: wide * 0.14, length: 5.2, width: Math.min(5, wide * 0.42), height: 3.1 });
      boxes.push({ along: along + 4.6, across: -wide * 0.18, length: 2, width: 2, height: 1.6 });
    }
  } else if (building.form === 'tower' || building.form === 'point-block') {
    boxes.push({ along: 0, across: 0, length: long * 0.42, width: wide * 0.42, height: 4.4 });
    boxes.push({ along: long * 0.06, across: 0, length: long * 0.2, width: wide * 0.2, height: 6.6 });
  } else {
    const many = Math.min(9, Math.round((long * wide) / 420) + 1);
    for (let k = 0; k < many; k++) {
      const size = 2.2 + 3.6 * chance(seed, 10 + k);
      boxes.push({
        along: (chance(seed, 30 + k) - 0.5) * (long - 8),
        across: (chance(seed, 50 + k) - 0.5) * (wide - 8),
        length: size,
        width: size * (0.5 + 0.6 * chance(seed, 70 + k)),
        height: 1.2 + 1.8 * chance(seed, 90 + k),
      });
    }
  }
  for (const { along, across, length, width, height } of boxes) {
    const footprint = rectangle(box, length, width, along, across);
    if (length < 1 || width < 1 || !footprint.every(([x, y]) => contains(outline, x, y))) continue;
    writer.box(footprint, roofZ, roofZ + height, Part.plant);
  }
}

/** Rows of panels tilted to the south, as many as the share of the roof that is fit for them. */
export function solarRows(writer: BuildingWriter, share: number, outline: Outline, box: Box, roofZ: number): void {
  const rowM = 3.4;
  const panelM = 2;
  const tiltRise = 0.62;
  // Rows run along whichever side of the building lies nearer to east-west.
  const alongLong = Math.abs(box.ux) >= Math.abs(box.uy);
  const ux = alongLong ? box.ux : -box.uy;
  const uy = alongLong ? box.uy : box.ux;
  const eastX = ux >= 0 ? ux : -ux;
  const eastY = ux >= 0 ? uy : -uy;
  const lengthM = (alongLong ? box.lengthM : box.widthM) - 5;
  const depthM = (alongLong ? box.widthM : box.lengthM) - 5;
  const rows = Math.floor((depthM / rowM) * Math.min(1, share * 1.25));
  const pieceM = 9;
  const pieces = Math.floor(lengthM / pieceM);
  const at = (u: number, v: number): [number, number] => [box.x + u * eastX - v * eastY, box.y + u * eastY + v * eastX];
  for (let row = 0; row < rows; row++) {
    const v = -depthM / 2 + (row + 0.3) * rowM;
    for (let piece = 0; piece < pieces; piece++) {
      const u0 = -(pieces * pieceM) / 2 + piece * pieceM;
      const u1 = u0 + pieceM - 0.5;
      const corners = [at(u0, v), at(u1, v), at(u1, v + panelM), at(u0, v + panelM)];
      if (!corners.every(([x, y]) => contains(outline, x, y))) continue;
      writer.quad(
        [...corners[0], roofZ + 0.3],
        [...corners[1], roofZ + 0.3],
        [...corners[2], roofZ + 0.3 + tiltRise],
        [...corners[3], roofZ + 0.3 + tiltRise],
        Part.solar,
      );
    }
  }
}
