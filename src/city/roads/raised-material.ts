import type { MeshLambertMaterial } from 'three';
import { patchedMaterial } from '../stage/patched-material';
import type { CityUniforms } from '../stage/uniforms';

/** Pavements, kerbs and planted medians. */
export function raisedMaterial(city: CityUniforms): MeshLambertMaterial {
  return patchedMaterial(
    {
      name: 'raised',
      parameters: { polygonOffset: true, polygonOffsetFactor: 1, polygonOffsetUnits: 4 },
      vertexHead: /* glsl */ `
        attribute vec2 aPlace;
        attribute vec2 aKind;
        varying vec2 vPlace;
        flat varying float vKind;
      `,
      vertexBody: 'vPlace = aPlace; vKind = aKind.x;',
      fragmentHead: /* glsl */ `
        varying vec2 vPlace;
        flat varying float vKind;
      `,
      fragmentBody: /* glsl */ `
        vec2 shade = shadeAndLight(vWorld);
        vec2 px = fwidth(vPlace);
        vec3 colour = vec3(0.63, 0.61, 0.57);
        if (vKind < 0.5) {
          float joints = max(pulses(vPlace.x, 1.2, 0.03, px.x), pulses(vPlace.y, 0.6, 0.025, px.y));
          colour *= 1.0 - 0.22 * joints;
          colour *= 0.97 + 0.05 * softNoise(vWorld.xz * 0.3);
        } else if (vKind < 1.5) {
          colour = vec3(0.7, 0.68, 0.65);
        } else {
          colour = vec3(0.4, 0.48, 0.28) * (0.82 + 0.3 * softNoise(vWorld.xz * 1.1));
        }
        colour *= 1.0 - 0.3 * uWet;
        colour = snowed(colour, uSnow.x * 0.92, 1.0, vWorld);
        colour = nightGround(colour);
        colour *= 1.0 - 0.42 * smoothstep(0.0, 0.9, shade.r);
        glow += LAMP * shade.g * uNight * mix(vec3(0.15), colour, 0.5);
        diffuseColor.a = groundLeft(vWorld, 0.14, colour);
        diffuseColor.rgb = colour;
      `,
    },
    city,
  );
}
