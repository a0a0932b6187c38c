import { BufferAttribute, BufferGeometry, DoubleSide, ShaderMaterial } from 'three';
import type { BuiltCity } from '../build/built-city';

/** Points that the ribbon has room for; a way of a vehicle holds 128 edges, and a bend every few metres. */
const MOST_POINTS = 4_096;
const LEAST_STEP_M = 6;
const ABOVE_ROAD_M = 0.6;
const HALF_WIDTH_M = 1.3;
const HALF_PIXELS = 3;
const DASH_M = 14;
/** That of the ring about the vehicle. */
export const JOURNEY_COLOUR = '#f0b429';

/** A way over the city's roads: so many points, two corners each. */
export class JourneyRibbon {
  readonly geometry = new BufferGeometry();
  /** Where it ends. */
  readonly end = new Float32Array(3);
  private readonly places = new Float32Array(MOST_POINTS * 6);
  private readonly ways = new Float32Array(MOST_POINTS * 6);
  private readonly sides = new Float32Array(MOST_POINTS * 4);
  private points = 0;

  constructor() {
    const attribute = (name: string, array: Float32Array, size: number) =>
      this.geometry.setAttribute(name, new BufferAttribute(array, size));
    attribute('position', this.places, 3);
    attribute('aAhead', this.ways, 3);
    attribute('aSide', this.sides, 2);
    const index = new Uint16Array((MOST_POINTS - 1) * 6);
    for (let i = 0; i < MOST_POINTS - 1; i++)
      index.set([2 * i, 2 * i + 1, 2 * i + 2, 2 * i + 2, 2 * i + 1, 2 * i + 3], 6 * i);
    this.geometry.setIndex(new BufferAttribute(index, 1));
    this.geometry.setDrawRange(0, 0);
  }

  /** From a place on the lane that it is on, if any, then along the kerb lane of each edge. */
  lay(
    { tracks: { spans, points }, edgeFirstLane }: BuiltCity,
    edges: readonly number[],
    lane: number | null,
    fromM: number,
  ): void {
    this.points = 0;
    let alongM = 0;
    let [x, y, z] = [Number.NaN, 0, 0];
    const go = (toX: number, toY: number, toZ: number) => {
      const stepM = Number.isNaN(x) ? 0 : Math.hypot(toX - x, toZ - z);
      if (this.points > 0 && stepM < LEAST_STEP_M) return;
      alongM += stepM;
      [x, y, z] = [toX, toY, toZ];
      this.add(x, y + ABOVE_ROAD_M, z, alongM);
    };
    for (const [at, edge] of edges.entries()) {
      const track = 4 * (at === 0 && lane !== null ? lane : edgeFirstLane[edge]);
      const [first, count, , spacingM] = spans.subarray(track, track + 4);
      for (let k = at > 0 ? 0 : Math.min(count - 1, Math.floor(fromM / spacingM)); k < count; k++) {
        const p = 4 * (first + k);
        go(points[p], points[p + 1], points[p + 2]);
      }
    }
    this.end.set([x, y + ABOVE_ROAD_M, z]);
    this.pointAhead();
    for (const name of ['position', 'aAhead', 'aSide']) this.geometry.attributes[name].needsUpdate = true;
    this.geometry.setDrawRange(0, Math.max(0, this.points - 1) * 6);
  }

  private add(x: number, y: number, z: number, alongM: number): void {
    if (this.points === MOST_POINTS) return;
    const at = this.points++;
    this.places.set([x, y, z, x, y, z], 6 * at);
    this.sides.set([-1, alongM, 1, alongM], 4 * at);
  }

  /** Each point looks from the one before it to the one after, so that bends keep their width. */
  private pointAhead(): void {
    const last = this.points - 1;
    for (let i = 0; i <= last; i++) {
      const [before, after] = [6 * Math.max(0, i - 1), 6 * Math.min(last, i + 1)];
      for (let k = 0; k < 3; k++) {
        const ahead = this.places[after + k] - this.places[before + k];
        this.ways[6 * i + k] = ahead;
        this.ways[6 * i + 3 + k] = ahead;
      }
    }
  }

  dispose(): void {
    this.geometry.dispose();
  }
}

/** Seen through whatever stands before it: who follows a way looks for it behind houses. */
export function ribbonMaterial(): ShaderMaterial {
  return new ShaderMaterial({
    name: 'journey',
    transparent: true,
    depthTest: false,
    depthWrite: false,
    side: DoubleSide,
    // `uMetresAPixel` at one metre's distance; `uDrivenM` is what the vehicle has driven of it.
    uniforms: { uMetresAPixel: { value: 0 }, uDrivenM: { value: 0 } },
    vertexShader: /* glsl */ `
      attribute vec3 aAhead;
      attribute vec2 aSide;
      uniform float uMetresAPixel;
      varying float vAlong;
      varying float vSide;
      varying float vDash;
      void main() {
        vec4 seen = projectionMatrix * viewMatrix * vec4(position, 1.0);
        float halfM = max(${HALF_WIDTH_M.toFixed(1)}, ${HALF_PIXELS.toFixed(1)} * uMetresAPixel * seen.w);
        vec2 ahead = normalize(aAhead.xz + vec2(1e-6, 0.0));
        vec3 aside = vec3(-ahead.y, 0.0, ahead.x);
        vAlong = aSide.y;
        vSide = aSide.x;
        // Dashes keep their shape from afar.
        vDash = ${DASH_M.toFixed(1)} * exp2(floor(log2(max(1.0, halfM / ${HALF_WIDTH_M.toFixed(1)}))));
        gl_Position = projectionMatrix * viewMatrix * vec4(position + aside * aSide.x * halfM, 1.0);
      }
    `,
    fragmentShader: /* glsl */ `
      uniform float uDrivenM;
      varying float vAlong;
      varying float vSide;
      varying float vDash;
      void main() {
        if (vAlong < uDrivenM) discard;
        float chevron = fract((vAlong + abs(vSide) * 0.25 * vDash) / vDash);
        float lit = 0.55 + 0.4 * smoothstep(0.5, 0.56, chevron);
        vec3 colour = vec3(0.941, 0.706, 0.161);
        float rim = smoothstep(0.62, 0.8, abs(vSide));
        gl_FragColor = vec4(mix(colour, vec3(0.13, 0.1, 0.02), rim), lit * (1.0 - 0.25 * rim));
        #include <colorspace_fragment>
      }
    `,
  });
}
