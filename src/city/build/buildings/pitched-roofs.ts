import type { Box } from '../polygon';
import { type BuildingWriter, Part } from './building-writer';

type Point3 = [number, number, number];

/** North-light roof: teeth across the hall, glass on the steep side that faces away from the sun. */
export function sawtoothRoof(writer: BuildingWriter, box: Box, baseZ: number): void {
  const teeth = Math.max(2, Math.round(box.lengthM / 11));
  const toothM = box.lengthM / teeth;
  const rise = Math.min(3.2, toothM * 0.32);
  const half = box.widthM / 2;
  // The steep face looks along −u or +u, whichever is nearer to north.
  const flip = box.uy >= 0 ? 1 : -1;
  const at = (u: number, v: number, z: number): Point3 => [
    box.x + u * flip * box.ux - v * flip * box.uy,
    box.y + u * flip * box.uy + v * flip * box.ux,
    z,
  ];
  for (let k = 0; k < teeth; k++) {
    const from = -box.lengthM / 2 + k * toothM;
    const to = from + toothM;
    const steep = to - toothM * 0.12;
    writer.quad(
      at(from, -half, baseZ),
      at(steep, -half, baseZ + rise),
      at(steep, half, baseZ + rise),
      at(from, half, baseZ),
      Part.metal,
    );
    writer.quad(
      at(steep, -half, baseZ + rise),
      at(to, -half, baseZ),
      at(to, half, baseZ),
      at(steep, half, baseZ + rise),
      Part.skylight,
    );
    writer.triangle(at(from, -half, baseZ), at(to, -half, baseZ), at(steep, -half, baseZ + rise), Part.metal);
    writer.triangle(at(to, half, baseZ), at(from, half, baseZ), at(steep, half, baseZ + rise), Part.metal);
  }
}

/** A shallow pitched roof on a hall, its ridge along the long side, with a strip of rooflight on either slope. */
export function hallRoof(writer: BuildingWriter, box: Box, baseZ: number): void {
  const rise = Math.min(4, box.widthM * 0.06);
  const l = box.lengthM / 2;
  const w = box.widthM / 2;
  const at = pointOf(box);
  for (const side of [1, -1]) {
    const slope = (u0: number, u1: number, s0: number, s1: number, part: number, lift: number) => {
      const z = (share: number) => baseZ + rise * (1 - share) + lift;
      const corners: Point3[] = [
        at(side * u0, -side * w * s1, z(s1)),
        at(side * u1, -side * w * s1, z(s1)),
        at(side * u1, -side * w * s0, z(s0)),
        at(side * u0, -side * w * s0, z(s0)),
      ];
      writer.quad(corners[0], corners[1], corners[2], corners[3], part);
    };
    slope(-l, l, 0, 1, Part.metal, 0);
    const lights = Math.max(1, Math.floor(box.lengthM / 14));
    for (let k = 0; k < lights; k++) {
      const middle = -l + ((k + 0.5) * box.lengthM) / lights;
      slope(middle - 1.4, middle + 1.4, 0.14, 0.82, Part.skylight, 0.12);
    }
    writer.triangle(
      at(side * l, -side * w, baseZ),
      at(side * l, side * w, baseZ),
      at(side * l, 0, baseZ + rise),
      Part.metal,
    );
  }
}

/** Four slopes that meet in a short ridge, with eaves beyond the walls. */
export function hippedRoof(writer: BuildingWriter, box: Box, baseZ: number): void {
  const eaves = 0.7;
  const l = box.lengthM / 2 + eaves;
  const w = box.widthM / 2 + eaves;
  const rise = Math.min(5, w * 0.55);
  const ridge = Math.max(0.01, l - w);
  const at = pointOf(box);
  const top = baseZ + rise;
  writer.quad(at(-l, -w, baseZ), at(l, -w, baseZ), at(ridge, 0, top), at(-ridge, 0, top), Part.tiles);
  writer.quad(at(l, w, baseZ), at(-l, w, baseZ), at(-ridge, 0, top), at(ridge, 0, top), Part.tiles);
  writer.triangle(at(l, -w, baseZ), at(l, w, baseZ), at(ridge, 0, top), Part.tiles);
  writer.triangle(at(-l, w, baseZ), at(-l, -w, baseZ), at(-ridge, 0, top), Part.tiles);
  writer.quad(at(-l, w, baseZ), at(l, w, baseZ), at(l, -w, baseZ), at(-l, -w, baseZ), Part.parapet);
}

function pointOf(box: Box): (u: number, v: number, z: number) => Point3 {
  return (u, v, z) => [box.x + u * box.ux - v * box.uy, box.y + u * box.uy + v * box.ux, z];
}
