import { BufferAttribute, BufferGeometry } from 'three';

/** What a face of a vehicle is; the shader gives it paint, glass or light. */
export const Face = { paint: 0, glass: 1, trim: 2, head: 3, tail: 4, shadow: 5, cargo: 6, beacon: 7 } as const;

/** Added to every face of a shape that is drawn of all vehicles and shown of those far away. */
export const FAR_SHAPE = 16;

type Section = readonly [x: number, halfWidth: number, low: number, high: number];

/**
 * Bodies in shares of a vehicle's length, width and height: x from −1 at the rear to 0 at the front bumper, y from 0 at
 * the road to 1 at the roof, z from −0.5 to 0.5, left positive. The shader scales them by kind.
 */
export function carShape(): BufferGeometry {
  const shape = new Shape();
  shape.shadow();
  shape.hull(
    [
      [-1, 0.46, 0.16, 0.56],
      [-0.97, 0.5, 0.14, 0.62],
      [-0.3, 0.5, 0.13, 0.6],
      [-0.05, 0.48, 0.14, 0.5],
      [0, 0.42, 0.18, 0.42],
    ],
    Face.paint,
  );
  shape.cabin(-0.9, -0.76, -0.42, -0.27, 0.48, 0.4, 0.6, 1);
  for (const x of [-0.82, -0.2]) shape.wheels(x, 0.075, 0.22);
  shape.lights(0.4, 0.5, 0.02);
  return shape.done();
}

export function truckShape(): BufferGeometry {
  const shape = new Shape();
  shape.shadow();
  shape.block(-0.235, 0, 0.48, 0.14, 0.76, Face.paint);
  shape.frontGlass(0, 0.44, 0.5, 0.7);
  shape.block(-1, -0.265, 0.5, 0.3, 1, Face.cargo);
  shape.block(-0.98, -0.1, 0.36, 0.14, 0.3, Face.trim);
  for (const x of [-0.88, -0.76, -0.14]) shape.wheels(x, 0.055, 0.15);
  shape.lights(0.19, 0.27, 0.02);
  return shape.done();
}

export function busShape(): BufferGeometry {
  const shape = new Shape();
  shape.shadow();
  shape.block(-1, 0, 0.5, 0.09, 0.42, Face.paint);
  shape.block(-1, 0, 0.495, 0.42, 0.82, Face.glass);
  shape.block(-1, 0, 0.5, 0.82, 0.95, Face.paint);
  shape.block(-0.72, -0.28, 0.36, 0.95, 1.03, Face.trim);
  for (const x of [-0.76, -0.22]) shape.wheels(x, 0.04, 0.17);
  shape.lights(0.14, 0.22, 0.005);
  return shape.done();
}

/** For the distance: a body and a cabin, all kinds alike. */
export function farShape(): BufferGeometry {
  const shape = new Shape();
  shape.shadow();
  shape.block(-1, 0, 0.5, 0.14, 0.58, Face.paint);
  shape.block(-0.88, -0.3, 0.44, 0.58, 1, Face.glass);
  shape.lights(0.36, 0.52, 0.01);
  return shape.done(FAR_SHAPE);
}

/** Light on the road before a vehicle and, small and red, behind it. */
export function beamShape(): BufferGeometry {
  const shape = new Shape();
  shape.quad([0.1, 0.02, -0.4], [3.4, 0.02, -1.5], [3.4, 0.02, 1.5], [0.1, 0.02, 0.4], Face.head);
  shape.quad([-1.7, 0.02, -0.6], [-0.98, 0.02, -0.45], [-0.98, 0.02, 0.45], [-1.7, 0.02, 0.6], Face.tail);
  return shape.done();
}

type Corner = readonly [number, number, number];

class Shape {
  private readonly positions: number[] = [];
  private readonly normals: number[] = [];
  private readonly faces: number[] = [];
  private readonly index: number[] = [];

  /** Corners counter-clockwise from outside, z to the left: (x forward, y up, z left). */
  quad(a: Corner, b: Corner, c: Corner, d: Corner, face: number): void {
    const first = this.positions.length / 3;
    // Proportions of a car, so that slopes are lit as they will stand.
    const scaled = [a, b, c, d].map(([x, y, z]) => [x * 4.6, y * 1.6, z * 1.9]);
    const [p, q, , s] = scaled;
    const u = [q[0] - p[0], q[1] - p[1], q[2] - p[2]];
    const v = [s[0] - p[0], s[1] - p[1], s[2] - p[2]];
    // z counts to the left, so that (x, y, z) is left-handed: the product turns the other way.
    const n = [u[2] * v[1] - u[1] * v[2], u[0] * v[2] - u[2] * v[0], u[1] * v[0] - u[0] * v[1]];
    const length = Math.hypot(n[0], n[1], n[2]) || 1;
    for (const corner of [a, b, c, d]) {
      this.positions.push(...corner);
      this.normals.push(n[0] / length, n[1] / length, n[2] / length);
      this.faces.push(face);
    }
    this.index.push(first, first + 1, first + 2, first, first + 2, first + 3);
  }

  shadow(): void {
    this.quad([-1.02, 0.02, 0.56], [-1.02, 0.02, -0.56], [0.02, 0.02, -0.52], [0.02, 0.02, 0.52], Face.shadow);
  }

  block(from: number, to: number, half: number, low: number, high: number, face: number): void {
    this.hull(
      [
        [from, half, low, high],
        [to, half, low, high],
      ],
      face,
    );
  }

  /** Cross-sections from the rear forward, joined by sides and a top and closed at both ends. */
  hull(sections: readonly Section[], face: number): void {
    for (let i = 1; i < sections.length; i++) {
      const [x0, w0, l0, h0] = sections[i - 1];
      const [x1, w1, l1, h1] = sections[i];
      this.quad([x0, h0, w0], [x0, h0, -w0], [x1, h1, -w1], [x1, h1, w1], face);
      this.quad([x1, l1, w1], [x0, l0, w0], [x0, h0, w0], [x1, h1, w1], face);
      this.quad([x0, l0, -w0], [x1, l1, -w1], [x1, h1, -w1], [x0, h0, -w0], face);
    }
    const [xr, wr, lr, hr] = sections[0];
    const [xf, wf, lf, hf] = sections[sections.length - 1];
    this.quad([xr, lr, wr], [xr, lr, -wr], [xr, hr, -wr], [xr, hr, wr], face);
    this.quad([xf, lf, -wf], [xf, lf, wf], [xf, hf, wf], [xf, hf, -wf], face);
  }

  /** Glass all round under a painted roof: foot and roof each from rear to front. */
  cabin(
    footRear: number,
    roofRear: number,
    roofFront: number,
    footFront: number,
    foot: number,
    roof: number,
    low: number,
    high: number,
  ): void {
    const corner = (x: number, y: number, z: number): Corner => [x, y, z];
    this.quad(
      corner(roofRear, high, roof),
      corner(roofRear, high, -roof),
      corner(roofFront, high, -roof),
      corner(roofFront, high, roof),
      Face.paint,
    );
    this.quad(
      corner(footRear, low, foot),
      corner(footRear, low, -foot),
      corner(roofRear, high, -roof),
      corner(roofRear, high, roof),
      Face.glass,
    );
    this.quad(
      corner(footFront, low, -foot),
      corner(footFront, low, foot),
      corner(roofFront, high, roof),
      corner(roofFront, high, -roof),
      Face.glass,
    );
    this.quad(
      corner(footFront, low, foot),
      corner(footRear, low, foot),
      corner(roofRear, high, roof),
      corner(roofFront, high, roof),
      Face.glass,
    );
    this.quad(
      corner(footRear, low, -foot),
      corner(footFront, low, -foot),
      corner(roofFront, high, -roof),
      corner(roofRear, high, -roof),
      Face.glass,
    );
  }

  frontGlass(x: number, half: number, low: number, high: number): void {
    this.quad(
      [x + 0.004, low, -half],
      [x + 0.004, low, half],
      [x + 0.004, high, half],
      [x + 0.004, high, -half],
      Face.glass,
    );
  }

  wheels(x: number, halfLength: number, high: number): void {
    this.block(x - halfLength, x + halfLength, 0.515, 0, high * 2, Face.trim);
  }

  lights(low: number, high: number, out: number): void {
    for (const side of [-1, 1]) {
      const [a, b] = side < 0 ? [-0.44, -0.22] : [0.22, 0.44];
      this.quad([out, low, a], [out, low, b], [out - 0.01, high, b], [out - 0.01, high, a], Face.head);
      this.quad(
        [-1 - out, low, b],
        [-1 - out, low, a],
        [-1 - out + 0.01, high, a],
        [-1 - out + 0.01, high, b],
        Face.tail,
      );
    }
  }

  done(added = 0): BufferGeometry {
    const geometry = new BufferGeometry();
    geometry.setAttribute('position', new BufferAttribute(Float32Array.from(this.positions), 3));
    geometry.setAttribute('normal', new BufferAttribute(Float32Array.from(this.normals), 3));
    geometry.setAttribute(
      'aFace',
      new BufferAttribute(
        Float32Array.from(this.faces, (face) => face + added),
        1,
      ),
    );
    geometry.setIndex(this.index);
    return geometry;
  }
}
