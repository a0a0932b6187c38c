import {
  AdditiveBlending,
  BufferAttribute,
  DynamicDrawUsage,
  InstancedBufferAttribute,
  InstancedBufferGeometry,
  Mesh,
  ShaderMaterial,
} from 'three';
import type { Corridor } from './corridor';
import { insideGlsl } from './inside-glsl';
import type { SectionUniforms, WalkUniforms } from './inside-material';
import type { Origin } from './inside-writer';
import type { Burning } from './layer-map';

const vertexShader = /* glsl */ `
attribute vec4 aFlame;
attribute vec3 aFlamePlace;
varying vec2 vAt;
varying vec3 vPlace;
flat varying float vSeed;
void main() {
  vAt = position.xy;
  vSeed = aFlamePlace.x;
  vec4 foot = modelViewMatrix * vec4(aFlame.xyz, 1.0);
  float high = aFlame.w;
  vec3 up = normalize((viewMatrix * vec4(0.0, 1.0, 0.0, 0.0)).xyz);
  foot.xyz += up * position.y * high;
  foot.x += position.x * 0.42 * min(high, 1.3);
  vPlace = aFlamePlace + vec3(0.0, position.y * high, 0.0);
  gl_Position = projectionMatrix * foot;
}
`;

const fragmentShader = /* glsl */ `
varying vec2 vAt;
varying vec3 vPlace;
flat varying float vSeed;
${insideGlsl}
void main() {
  float y = vAt.y;
  float sway = 0.25 * y * sin(6.2832 * (uTime * 9.0 + 0.37 * vSeed) - 4.0 * y);
  float x = vAt.x + sway;
  float lick = 0.35 * softNoise(vec2(x * 3.0 + vSeed, 5.0 * y - 60.0 * uTime));
  float body = 1.0 - smoothstep(0.12, 0.85 - 0.75 * y, abs(x) + lick * y);
  float heat = body * (1.0 - smoothstep(0.45, 1.0, y + 0.5 * lick));
  vec3 colour = mix(vec3(1.0, 0.16, 0.01), vec3(1.0, 0.72, 0.25), smoothstep(0.3, 0.95, heat)) * heat * 1.3;
  vec4 air = through(vPlace, length(uEye - vPlace), 0.5);
  gl_FragColor = vec4(colour * air.a, 1.0);
  #include <tonemapping_fragment>
  #include <colorspace_fragment>
}
`;

/** Flame of a fire of so many kW on a metre of trays (Heskestad: 0.235 Q^0.4 − 1.02 D), below the roof. */
export function flameHighM(kw: number, heightM: number): number {
  return Math.max(0.25, Math.min(heightM - 0.6, 0.235 * kw ** 0.4 - 0.4));
}

const STANDS_UP_M = 0.5;

/** Flames where the frame says that something burns: one draw. */
export class Flames {
  readonly mesh: Mesh;
  private readonly geometry = new InstancedBufferGeometry();
  private readonly flames: InstancedBufferAttribute;
  private readonly places: InstancedBufferAttribute;
  private readonly at = [0, 0, 0];

  constructor(most: number, shared: WalkUniforms, own: SectionUniforms) {
    this.geometry.setAttribute(
      'position',
      new BufferAttribute(Float32Array.of(-1, 0, 0, 1, 0, 0, 1, 1, 0, -1, 1, 0), 3),
    );
    this.geometry.setIndex([0, 1, 2, 0, 2, 3]);
    this.flames = new InstancedBufferAttribute(new Float32Array(4 * most), 4).setUsage(DynamicDrawUsage);
    this.places = new InstancedBufferAttribute(new Float32Array(3 * most), 3).setUsage(DynamicDrawUsage);
    this.geometry.setAttribute('aFlame', this.flames);
    this.geometry.setAttribute('aFlamePlace', this.places);
    this.geometry.instanceCount = 0;
    const material = new ShaderMaterial({
      name: 'inside-flame',
      transparent: true,
      depthWrite: false,
      blending: AdditiveBlending,
      fog: false,
      uniforms: { ...shared, ...own },
      vertexShader,
      fragmentShader,
    });
    this.mesh = new Mesh(this.geometry, material);
    this.mesh.frustumCulled = false;
    this.mesh.visible = false;
  }

  show({ alongM, kw, count }: Burning, corridor: Corridor, origin: Origin, heightM: number, leftM: number): void {
    this.mesh.visible = count > 0;
    this.geometry.instanceCount = count;
    for (let i = 0; i < count; i++) {
      corridor.place(alongM[i], STANDS_UP_M, leftM, this.at);
      const [x, y, z] = this.at;
      this.flames.setXYZW(i, x - origin[0], y - origin[1], z - origin[2], flameHighM(kw[i], heightM));
      this.places.setXYZ(i, alongM[i], STANDS_UP_M, leftM);
    }
    this.flames.needsUpdate = true;
    this.places.needsUpdate = true;
  }

  dispose(): void {
    this.geometry.dispose();
    (this.mesh.material as ShaderMaterial).dispose();
  }
}
