import { BufferAttribute, BufferGeometry, IcosahedronGeometry, OctahedronGeometry } from 'three';
import { chance } from '../build/chance';

/** Crown of radius 1 whose lowest leaf is near the ground; y is in crown radii. */
export function middleTree(): BufferGeometry {
  const parts = new Parts();
  parts.blob(0, 1.75, 0, 0.92, 0.95, 0);
  parts.blob(0.2, 1.25, 0.15, 0.8, 0.62, 0);
  parts.trunk(0.1, 1);
  return parts.done();
}

export function plainTree(): BufferGeometry {
  const parts = new Parts();
  parts.blob(0, 1.55, 0, 0.98, 1.1, 0);
  return parts.done();
}

/** Eight faces, for trees that are a few pixels high. */
export function farTree(): BufferGeometry {
  const parts = new Parts();
  parts.stone(1.5, 0.98, 1.3);
  return parts.done();
}

export function nearTree(): BufferGeometry {
  const parts = new Parts();
  parts.blob(0, 1.95, 0, 0.78, 0.85, 1);
  parts.blob(0.38, 1.4, 0.1, 0.62, 0.6, 1);
  parts.blob(-0.32, 1.45, -0.3, 0.6, 0.6, 1);
  parts.blob(-0.1, 1.3, 0.4, 0.55, 0.55, 1);
  parts.trunk(0.09, 1.3);
  return parts.done();
}

class Parts {
  private readonly positions: number[] = [];
  private readonly normals: number[] = [];
  private readonly bark: number[] = [];

  blob(x: number, y: number, z: number, radius: number, high: number, detail: number): void {
    const ball = new IcosahedronGeometry(1, detail);
    const points = ball.getAttribute('position');
    for (let i = 0; i < points.count; i++) {
      const [px, py, pz] = [points.getX(i), points.getY(i), points.getZ(i)];
      // Same corner, same dent: hashed by place, so that faces stay joined.
      const dent = 0.86 + 0.28 * chance(Math.round(px * 97 + py * 389), Math.round(pz * 211 + x * 50));
      this.positions.push(x + px * radius * dent, y + py * high * dent, z + pz * radius * dent);
      const length = Math.hypot(px + x * 0.6, py + 0.35, pz + z * 0.6) || 1;
      this.normals.push((px + x * 0.6) / length, (py + 0.35) / length, (pz + z * 0.6) / length);
      this.bark.push(0);
    }
    ball.dispose();
  }

  stone(y: number, radius: number, high: number): void {
    const shape = new OctahedronGeometry(1, 0);
    const points = shape.getAttribute('position');
    for (let i = 0; i < points.count; i++) {
      const [px, py, pz] = [points.getX(i), points.getY(i), points.getZ(i)];
      this.positions.push(px * radius, y + py * high, pz * radius);
      const length = Math.hypot(px, py + 0.4, pz);
      this.normals.push(px / length, (py + 0.4) / length, pz / length);
      this.bark.push(0);
    }
    shape.dispose();
  }

  trunk(radius: number, high: number): void {
    for (let k = 0; k < 5; k++) {
      const [a, b] = [(k / 5) * 2 * Math.PI, ((k + 1) / 5) * 2 * Math.PI];
      const ring = (angle: number, y: number): [number, number, number] => [
        Math.cos(angle) * radius,
        y,
        Math.sin(angle) * radius,
      ];
      for (const corner of [ring(a, 0), ring(b, high), ring(b, 0), ring(a, 0), ring(a, high), ring(b, high)]) {
        this.positions.push(...corner);
        this.normals.push(corner[0] / radius, 0, corner[2] / radius);
        this.bark.push(1);
      }
    }
  }

  done(): BufferGeometry {
    const geometry = new BufferGeometry();
    geometry.setAttribute('position', new BufferAttribute(Float32Array.from(this.positions), 3));
    geometry.setAttribute('normal', new BufferAttribute(Float32Array.from(this.normals), 3));
    geometry.setAttribute('aBark', new BufferAttribute(Float32Array.from(this.bark), 1));
    return geometry;
  }
}
