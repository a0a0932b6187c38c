import { BufferAttribute, BufferGeometry, DoubleSide, ShaderMaterial } from 'three';
import { colourGlsl } from '../stage/ramp-glsl';
import { waterColour } from '../tunnels/tunnel-colours';
import { insideGlsl } from './inside-glsl';
import type { SectionUniforms, WalkUniforms } from './inside-material';
import type { Origin } from './inside-writer';
import { HALF_WALL_M, type SectionPlan } from './section-shell';

/** A section's floor from wall to wall, which the shader lifts to the water's level. */
export function waterGeometry({ inside, corridor, section }: SectionPlan, origin: Origin): BufferGeometry {
  const stops = corridor.stretch(section.fromM + HALF_WALL_M, section.toM - HALF_WALL_M);
  const positions = new Float32Array(6 * stops.length);
  const places = new Float32Array(6 * stops.length);
  const index: number[] = [];
  const at = [0, 0, 0];
  stops.forEach((alongM, i) => {
    [-1, 1].forEach((side, k) => {
      const leftM = (side * inside.widthM) / 2;
      corridor.place(alongM, 0, leftM, at);
      positions.set([at[0] - origin[0], at[1] - origin[1], at[2] - origin[2]], 6 * i + 3 * k);
      places.set([alongM, 0, leftM], 6 * i + 3 * k);
    });
    if (i > 0) index.push(2 * i - 2, 2 * i - 1, 2 * i + 1, 2 * i - 2, 2 * i + 1, 2 * i);
  });
  const geometry = new BufferGeometry();
  geometry.setAttribute('position', new BufferAttribute(positions, 3));
  geometry.setAttribute('aPlace', new BufferAttribute(places, 3));
  geometry.setIndex(index);
  return geometry;
}

const vertexShader = /* glsl */ `
attribute vec3 aPlace;
uniform float uWaterY;
varying vec3 vPlace;
void main() {
  // Level: its height above a floor that falls differs from place to place.
  vPlace = vec3(aPlace.x, uWaterY - position.y, aPlace.z);
  gl_Position = projectionMatrix * modelViewMatrix * vec4(position.x, uWaterY, position.z, 1.0);
}
`;

const fragmentShader = /* glsl */ `
varying vec3 vPlace;
${insideGlsl}
void main() {
  vec3 p = vPlace;
  if (p.y < 0.0) discard;
  vec3 away = uEye - p;
  float metres = length(away);
  vec3 v = away / metres;
  float t = 6.2832 * uTime;
  // Ripples whose phases come round with the time: nothing jumps when it begins again.
  vec2 slope = 0.03 * vec2(
    cos(2.1 * p.x + 1.3 * p.z + 3.0 * t) + 0.7 * cos(5.3 * p.x - 2.2 * p.z - 5.0 * t) + 0.5 * cos(11.0 * p.x + 7.0 * p.z + 7.0 * t),
    cos(1.7 * p.z - 1.1 * p.x + 2.0 * t) + 0.7 * cos(6.1 * p.z + 3.4 * p.x + 4.0 * t));
  slope *= 1.0 / (1.0 + 0.06 * metres);
  vec3 n = normalize(vec3(slope.x, 1.0, slope.y)) * sign(v.y);
  float fresnel = 0.03 + 0.97 * pow(1.0 - max(dot(n, v), 0.0), 5.0);
  vec3 r = reflect(-v, n);
  vec2 hit = p.xz + r.xz * (uHeight - p.y) / max(r.y, 0.03);
  float along = mod(hit.x - uFrom - 6.6 + 5.0, 10.0) - 5.0;
  float strip = smoothstep(0.95, 0.5, abs(along)) * smoothstep(0.3, 0.05, abs(hit.y - uLampLeft));
  vec3 mirrored = vec3(0.2) * lightOn(vec3(hit.x, uHeight - 0.2, clamp(hit.y, -uHalf, uHalf)), vec3(0.0, -1.0, 0.0)) + vec3(1.2, 1.15, 1.05) * strip * uLit;
  vec3 body = ${colourGlsl(waterColour)} * lightOn(p, vec3(0.0, 1.0, 0.0)) * 0.5;
  vec3 colour = mix(body, mirrored, fresnel);
  float alpha = mix(0.32, 0.95, clamp(fresnel * 1.6, 0.0, 1.0));
  float grain = fract(52.9829189 * fract(dot(gl_FragCoord.xy, vec2(0.06711056, 0.00583715))));
  vec4 air = through(p, metres, grain);
  gl_FragColor = vec4(colour * air.a + air.rgb, alpha);
  #include <tonemapping_fragment>
  #include <colorspace_fragment>
}
`;

export function waterInsideMaterial(shared: WalkUniforms, own: SectionUniforms): ShaderMaterial {
  return new ShaderMaterial({
    name: 'inside-water',
    side: DoubleSide,
    transparent: true,
    depthWrite: false,
    fog: false,
    uniforms: { ...shared, ...own },
    vertexShader,
    fragmentShader,
  });
}
