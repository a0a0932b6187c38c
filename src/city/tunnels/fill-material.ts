import { GreaterDepth, ShaderMaterial } from 'three';
import { FillPart } from '../build/tunnels/built-tunnels';
import { flagGlsl } from '../stage/element-flags';
import { colourGlsl } from '../stage/ramp-glsl';
import type { CityUniforms } from '../stage/uniforms';
import { readSectionGlsl, type TunnelUniforms } from './solid-material';
import { darkColour, fireColour, smokeColour, tunnelColoursGlsl, waterColour } from './tunnel-colours';
import { LEAST_GAS, LEAST_WATER_M } from './tunnel-state';

const vertexShader = /* glsl */ `
attribute vec4 aFill;
${readSectionGlsl}
flat varying int vPart;
flat varying vec4 vFirst;
varying vec3 vAt;
void main() {
  int slot = int(aFill.x + 0.5);
  vPart = int(aFill.y + 0.5);
  vFirst = sectionTexel(slot, 0);
  vec3 at = position;
  gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
  vAt = at;
  if (vPart == ${FillPart.water}) {
    if (vFirst.y < ${LEAST_WATER_M.toFixed(3)}) return;
    // Level, between the floor and the roof.
    at.y = clamp(aFill.z + vFirst.y, position.y - 0.02, position.y + aFill.w - 0.1);
  } else if (vFirst.x < ${LEAST_GAS.toFixed(4)} && vFirst.z > 99.0) return;
  vAt = at;
  gl_Position = projectionMatrix * viewMatrix * vec4(at, 1.0);
}
`;

const fragmentShader = /* glsl */ `
uniform float uRoom;
uniform float uPulse;
flat varying int vPart;
flat varying vec4 vFirst;
varying vec3 vAt;
${tunnelColoursGlsl}
void main() {
  vec3 colour;
  float alpha;
  if (vPart == ${FillPart.water}) {
    float ripple = 0.5 + 0.5 * sin(vAt.x * 1.7 + vAt.z * 1.3 + 6.2832 * uPulse);
    float near = 1.0 - smoothstep(0.05, 0.5, fwidth(vAt.x) + fwidth(vAt.z));
    colour = ${colourGlsl(waterColour)} * (1.0 + 0.25 * near * (ripple - 0.5));
    alpha = mix(0.62, 0.9, clamp(vFirst.y / 0.5, 0.0, 1.0));
  } else {
    float smoke = 1.0 - clamp(vFirst.z / 100.0, 0.0, 1.0);
    float gas = clamp(vFirst.x, 0.0, 1.0);
    float cloud = 0.5 + 0.25 * sin(vAt.x * 0.35 + 6.2832 * uPulse) + 0.25 * sin(vAt.z * 0.41);
    if (smoke * smoke > gas) {
      colour = ${colourGlsl(smokeColour)};
      alpha = (0.25 + 0.6 * smoke) * (0.8 + 0.2 * cloud);
    } else {
      colour = gasShareColour(sqrt(gas));
      alpha = 0.18 + 0.35 * sqrt(gas) + 0.12 * cloud * sqrt(gas);
    }
  }
  gl_FragColor = vec4(colour, alpha);
  #include <colorspace_fragment>
}
`;

const veilVertex = /* glsl */ `
attribute vec4 aFill;
${readSectionGlsl}
flat varying vec4 vFirst;
flat varying vec4 vSecond;
void main() {
  int slot = int(aFill.x + 0.5);
  vFirst = sectionTexel(slot, 0);
  vSecond = sectionTexel(slot, 1);
  gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
  if (int(aFill.y + 0.5) == ${FillPart.water}) return;
  gl_Position = projectionMatrix * viewMatrix * vec4(position, 1.0);
}
`;

const veilFragment = /* glsl */ `
uniform float uRoom;
uniform float uVeil;
flat varying vec4 vFirst;
flat varying vec4 vSecond;
${flagGlsl}
${tunnelColoursGlsl}
void main() {
  int flags = int(vSecond.y + 0.5);
  vec3 colour = mix(vec3(0.05, 0.055, 0.065), vec3(0.5, 0.58, 0.68), uRoom);
  float alpha = 0.38;
  if ((flags & 1) != 0) { colour = ${colourGlsl(darkColour)}; alpha = 0.7; }
  if (vFirst.y > 0.05) { colour = ${colourGlsl(waterColour)}; alpha = 0.8; }
  if (vFirst.x > 0.03) { colour = gasShareColour(sqrt(clamp(vFirst.x, 0.0, 1.0))); alpha = 0.85; }
  if (vSecond.x > 0.5 && vSecond.x < 2.5) { colour = ${colourGlsl(fireColour)}; alpha = 0.9; }
  vec4 tint = flagTint(vSecond.z);
  if (tint.a > 0.2) { colour = tint.rgb; alpha = max(alpha, 0.7); }
  gl_FragColor = vec4(colour, alpha * uVeil);
  #include <colorspace_fragment>
}
`;

/** From afar, where the city stands before them, galleries show faintly as bands in the colour of their state. */
export function veilMaterial(city: CityUniforms, shared: TunnelUniforms): ShaderMaterial {
  return new ShaderMaterial({
    name: 'tunnel-veil',
    transparent: true,
    depthWrite: false,
    depthFunc: GreaterDepth,
    toneMapped: false,
    fog: false,
    uniforms: { ...shared, uRoom: city.uRoom, uVeil: { value: 0 } },
    vertexShader: veilVertex,
    fragmentShader: veilFragment,
  });
}

/** Water, gas and smoke inside sections; drawn before the ground that covers them. */
export function fillMaterial(city: CityUniforms, shared: TunnelUniforms): ShaderMaterial {
  return new ShaderMaterial({
    name: 'tunnel-fill',
    transparent: true,
    depthWrite: false,
    toneMapped: false,
    fog: false,
    uniforms: { ...shared, uRoom: city.uRoom },
    vertexShader,
    fragmentShader,
  });
}
