import { BufferAttribute, BufferGeometry, Mesh, Vector3 } from 'three';
import type { Corridor } from './corridor';
import { insideMaterial, type SectionUniforms, type TurnUniforms, type WalkUniforms } from './inside-material';
import { InsidePart, type Origin, type Spot } from './inside-writer';
import { FAN_RADIUS_M } from './section-gear';
import { DOOR_HEIGHT_M, DOOR_WIDTH_M } from './section-shell';

/** What turns or moves as one: a door about its hinge, a fan about its axle, a robot along its rail. */
export class MovingPart {
  readonly mesh: Mesh;
  private readonly turn: TurnUniforms;
  private readonly corridor: Corridor;
  private readonly origin: Origin;
  private readonly at = [0, 0, 0];

  constructor(
    geometry: BufferGeometry,
    turnsAboutWay: boolean,
    corridor: Corridor,
    origin: Origin,
    shared: WalkUniforms,
    own: SectionUniforms,
  ) {
    this.turn = { uAt: { value: new Vector3() }, uTurn: { value: { x: 0, y: turnsAboutWay ? 1 : 0 } } };
    this.corridor = corridor;
    this.origin = origin;
    this.mesh = new Mesh(geometry, insideMaterial(shared, own, this.turn));
    this.mesh.frustumCulled = false;
    this.mesh.matrixAutoUpdate = false;
  }

  /** Stands it at a place, its own axes those of the corridor there. */
  stand([alongM, upM, leftM]: Spot): void {
    const { at, corridor, origin, mesh } = this;
    corridor.place(alongM, upM, leftM, at);
    const heading = corridor.headingAt(alongM);
    const [s, c] = [Math.sin(heading), Math.cos(heading)];
    mesh.matrix.set(s, 0, -c, at[0] - origin[0], 0, 1, 0, at[1] - origin[1], -c, 0, -s, at[2] - origin[2], 0, 0, 0, 1);
    mesh.matrixWorldNeedsUpdate = true;
    this.turn.uAt.value.set(alongM, upM, leftM);
  }

  turnTo(radians: number): void {
    this.turn.uTurn.value.x = radians;
  }

  dispose(): void {
    this.mesh.geometry.dispose();
    (this.mesh.material as { dispose(): void }).dispose();
  }
}

type Box = readonly [from: Spot, to: Spot];

/** Hinged at its right edge, shut. */
export function doorLeaf(): BufferGeometry {
  const plate: Box = [
    [-0.025, 0.015, 0.01],
    [0.025, DOOR_HEIGHT_M - 0.01, DOOR_WIDTH_M - 0.01],
  ];
  const bar: Box = [
    [-0.06, 1, 0.1],
    [0.06, 1.05, DOOR_WIDTH_M - 0.1],
  ];
  return boxes([plate], InsidePart.rung, 0, [bar], InsidePart.steel);
}

export function robotBody(): BufferGeometry {
  const body: Box = [
    [-0.22, -0.12, -0.12],
    [0.22, 0.12, 0.12],
  ];
  const rail: Box = [
    [-0.05, 0.12, -0.03],
    [0.05, 0.3, 0.03],
  ];
  return boxes([body], InsidePart.gear, 0, [rail], InsidePart.steel);
}

const BLADES = 6;

/** Blades about an axle along the gallery, each twisted a little. */
export function fanBlades(): BufferGeometry {
  const positions: number[] = [];
  const normals: number[] = [];
  const index: number[] = [];
  const quad = (corners: readonly Spot[], [a, u, l]: Spot) => {
    const first = positions.length / 3;
    for (const corner of corners) {
      positions.push(...corner);
      normals.push(127 * a, 127 * u, 127 * l, 0);
    }
    index.push(first, first + 1, first + 2, first, first + 2, first + 3);
  };
  const hub = 0.07;
  for (let k = 0; k < BLADES; k++) {
    const turn = (2 * Math.PI * k) / BLADES;
    const on = (r: number, aside: number): [number, number] => [
      r * Math.cos(turn) - aside * Math.sin(turn),
      r * Math.sin(turn) + aside * Math.cos(turn),
    ];
    const corner = (r: number, aside: number): Spot => {
      const [u, l] = on(r, aside);
      return [0.6 * aside, u, l];
    };
    const wide = 0.09;
    quad(
      [
        corner(hub, -0.5 * wide),
        corner(FAN_RADIUS_M - 0.015, -wide),
        corner(FAN_RADIUS_M - 0.015, wide),
        corner(hub, 0.5 * wide),
      ],
      [0.86, -0.5 * Math.sin(turn), 0.5 * Math.cos(turn)],
    );
  }
  for (let k = 0; k < 8; k++) {
    const a = (2 * Math.PI * k) / 8;
    const b = (2 * Math.PI * (k + 1)) / 8;
    const ring = (t: number, x: number): Spot => [x, hub * Math.cos(t), hub * Math.sin(t)];
    quad([ring(a, -0.1), ring(b, -0.1), ring(b, 0.1), ring(a, 0.1)], [0, Math.cos(a), Math.sin(a)]);
    quad([[-0.12, 0, 0], ring(a, -0.1), ring(b, -0.1), [-0.12, 0, 0]], [-1, 0, 0]);
    quad([[0.12, 0, 0], ring(a, 0.1), ring(b, 0.1), [0.12, 0, 0]], [1, 0, 0]);
  }
  return geometryOf(positions, normals, index, () => [InsidePart.steel, 0]);
}

function boxes(first: readonly Box[], part: number, kind: number, second: readonly Box[], otherPart: number) {
  const positions: number[] = [];
  const normals: number[] = [];
  const index: number[] = [];
  for (const [low, high] of [...first, ...second]) {
    for (let axis = 0; axis < 3; axis++) {
      for (const side of [0, 1]) {
        const [b, c] = [(axis + 1) % 3, (axis + 2) % 3];
        const start = positions.length / 3;
        for (const [p, q] of [
          [0, 0],
          [1, 0],
          [1, 1],
          [0, 1],
        ]) {
          const corner = [0, 0, 0];
          corner[axis] = side === 0 ? low[axis] : high[axis];
          corner[b] = p === 0 ? low[b] : high[b];
          corner[c] = q === 0 ? low[c] : high[c];
          positions.push(...corner);
          const normal = [0, 0, 0, 0];
          normal[axis] = side === 0 ? -127 : 127;
          normals.push(...normal);
        }
        index.push(start, start + 1, start + 2, start, start + 2, start + 3);
      }
    }
  }
  const changesAt = 24 * first.length;
  return geometryOf(positions, normals, index, (i) => (i < changesAt ? [part, kind] : [otherPart, 0]));
}

function geometryOf(
  positions: readonly number[],
  normals: readonly number[],
  index: number[],
  signOf: (vertex: number) => readonly [number, number],
): BufferGeometry {
  const count = positions.length / 3;
  const signs = new Uint16Array(4 * count);
  for (let i = 0; i < count; i++) signs.set(signOf(i), 4 * i);
  const geometry = new BufferGeometry();
  geometry.setAttribute('position', new BufferAttribute(Float32Array.from(positions), 3));
  geometry.setAttribute('aPlace', new BufferAttribute(Float32Array.from(positions), 3));
  geometry.setAttribute('aNormal', new BufferAttribute(Int8Array.from(normals), 4, true));
  geometry.setAttribute('aSign', new BufferAttribute(signs, 4));
  geometry.setIndex(index);
  return geometry;
}
