import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { transferablesOf } from '../../src/city/build/build-city';
import { BuildingWriter } from '../../src/city/build/buildings/building-writer';
import { buffersOf, type MeshData } from '../../src/city/build/mesh-data';
import { boxAround, contains, inset, rectangle, signedArea, triangulate } from '../../src/city/build/polygon';
import { blur, fill, rasterOver } from '../../src/city/build/raster';
import { built, crossroadsWithBuildings, someBuildings } from './scenes';

const city = built(crossroadsWithBuildings());
const meshes: [string, MeshData][] = [
  ['terrain', city.terrain],
  ['road surface', city.roadSurface],
  ['raised surface', city.raisedSurface],
  ['crossings', city.crossings],
  ['posts', city.signals.posts],
  ...city.buildings.tiles.map((tile, i): [string, MeshData] => [`buildings ${i}`, tile]),
];

/** Area vector of a triangle and the mean of its corners' normals. */
function* triangles(mesh: MeshData) {
  const positions = mesh.attributes.position.array;
  const normals = mesh.attributes.normal.array;
  const at = (i: number) => [positions[3 * i], positions[3 * i + 1], positions[3 * i + 2]];
  for (let t = 0; t < mesh.index.length; t += 3) {
    const [a, b, c] = [0, 1, 2].map((k) => at(mesh.index[t + k]));
    const u = [0, 1, 2].map((k) => b[k] - a[k]);
    const v = [0, 1, 2].map((k) => c[k] - a[k]);
    const area = [u[1] * v[2] - u[2] * v[1], u[2] * v[0] - u[0] * v[2], u[0] * v[1] - u[1] * v[0]];
    const normal = [0, 1, 2].map((k) =>
      [0, 1, 2].reduce((sum, n) => sum + normals[4 * mesh.index[t + n] + k] / 381, 0),
    );
    yield { area, normal };
  }
}

describe('geometry', () => {
  it.each(meshes)('of the %s holds numbers only, and indexes only its own vertices', (_, mesh) => {
    const count = mesh.attributes.position.array.length / 3;
    expect(mesh.index.length % 3).toBe(0);
    expect(mesh.index.every((i) => i < count)).toBe(true);
    for (const { array, itemSize } of Object.values(mesh.attributes)) {
      expect(array.length).toBe(count * itemSize);
      expect(array.every(Number.isFinite)).toBe(true);
    }
    expect(Number.isFinite(mesh.radiusM)).toBe(true);
  });

  it.each(meshes.filter(([name]) => name !== 'posts'))(
    'of the %s turns its front where its normals point',
    (_, mesh) => {
      let wrong = 0;
      for (const { area, normal } of triangles(mesh)) {
        const size = Math.hypot(...area);
        if (size > 1e-3 && area[0] * normal[0] + area[1] * normal[1] + area[2] * normal[2] < 0) wrong++;
      }
      expect(wrong).toBe(0);
    },
  );

  it('of roads lies face up', () => {
    for (const { area } of triangles(city.roadSurface)) expect(area[1]).toBeGreaterThan(-1e-3);
  });

  it('reaches the stated height above the lowest corner, for every building', () => {
    expect(city.buildings.heights.length / 2).toBe(someBuildings.length);
    someBuildings
      .map((building) => building.id)
      .sort()
      .forEach((id, slot) => {
        const { heightM } = someBuildings.find((building) => building.id === id)!;
        expect(city.buildings.heights[2 * slot + 1] - city.buildings.heights[2 * slot]).toBeCloseTo(heightM, 4);
      });
  });

  it('is handed over without a copy: no buffer twice, none left out of a mesh', () => {
    const list = transferablesOf(city);
    expect(new Set(list).size).toBe(list.length);
    for (const [, mesh] of meshes) for (const buffer of buffersOf(mesh)) expect(list).toContain(buffer);
  });

  it('has as much wall as perimeter times height', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 3, max: 90, noNaN: true }),
        fc.double({ min: 3, max: 40, noNaN: true }),
        fc.double({ min: 2, max: 120, noNaN: true }),
        (w, d, h) => {
          const writer = new BuildingWriter();
          writer.walls(
            [
              [0, 0],
              [w, 0],
              [w, d],
              [0, d],
            ],
            5,
            5 + h,
            5,
          );
          let area = 0;
          for (const triangle of triangles(writer.done())) area += Math.hypot(...triangle.area) / 2;
          expect(area / (2 * (w + d) * h)).toBeCloseTo(1, 4);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('outlines', () => {
  const outline = fc
    .tuple(
      fc.integer({ min: 3, max: 9 }),
      fc.array(fc.double({ min: 8, max: 60, noNaN: true }), { minLength: 9, maxLength: 9 }),
    )
    .map(([n, radii]) =>
      Array.from({ length: n }, (_, i): [number, number] => [
        500 + radii[i] * Math.cos((i / n) * 2 * Math.PI),
        -300 + radii[i] * Math.sin((i / n) * 2 * Math.PI),
      ]),
    )
    .filter((points) => signedArea(points) > 100);

  it('are covered by their triangles exactly, all of them counter-clockwise', () => {
    fc.assert(
      fc.property(outline, (points) => {
        const index = triangulate(points);
        let area = 0;
        for (let i = 0; i < index.length; i += 3) {
          const part = signedArea([points[index[i]], points[index[i + 1]], points[index[i + 2]]]);
          expect(part).toBeGreaterThanOrEqual(-1e-6);
          area += part;
        }
        expect(area).toBeCloseTo(signedArea(points), 3);
      }),
    );
  });

  it('shrink when moved inwards and grow when moved outwards', () => {
    fc.assert(
      fc.property(outline, (points) => {
        const smaller = inset(points, 0.4);
        const larger = inset(points, -0.4);
        if (smaller) expect(signedArea(smaller)).toBeLessThan(signedArea(points));
        if (larger) expect(signedArea(larger)).toBeGreaterThan(signedArea(points));
      }),
    );
  });

  it('fit into the box drawn around them', () => {
    fc.assert(
      fc.property(outline, (points) => {
        const box = boxAround(points);
        const corners = rectangle(box, box.lengthM + 0.01, box.widthM + 0.01);
        expect(points.every(([x, y]) => contains(corners, x, y))).toBe(true);
        expect(box.lengthM).toBeGreaterThanOrEqual(box.widthM - 1e-6);
      }),
    );
  });
});

describe('maps of the ground', () => {
  it('fill an outline to within a rim of cells, and a blur keeps how much there is', () => {
    const raster = rasterOver({ minX: 0, minY: 0, maxX: 200, maxY: 200 }, 1);
    fill(
      raster,
      [
        [60, 60],
        [140, 60],
        [140, 100],
        [60, 100],
      ],
      200,
    );
    const sum = () => raster.data.reduce((total, value) => total + value, 0) / 200;
    expect(sum()).toBe(80 * 40);
    blur(raster, 4);
    expect(sum() / (80 * 40)).toBeCloseTo(1, 1);
  });
});
