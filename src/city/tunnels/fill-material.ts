import { ShaderMaterial } from 'three';
import { FillPart } from '../build/tunnels/built-tunnels';
import { colourGlsl } from '../stage/ramp-glsl';
import type { CityUniforms } from '../stage/uniforms';
import { readSectionGlsl, type TunnelUniforms } from './solid-material';
import { smokeColour, tunnelColoursGlsl, waterColour } from './tunnel-colours';
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
