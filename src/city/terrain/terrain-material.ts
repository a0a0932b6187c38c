import type { MeshLambertMaterial } from 'three';
import { patchedMaterial } from '../stage/patched-material';
import type { CityUniforms } from '../stage/uniforms';

/** The painted ground with height lines, the shade of buildings and the light of lamps; its sawn sides show their layers. */
export function terrainMaterial(city: CityUniforms): MeshLambertMaterial {
  return patchedMaterial(
    {
      name: 'terrain',
      parameters: { polygonOffset: true, polygonOffsetFactor: 2, polygonOffsetUnits: 8 },
      fragmentBody: /* glsl */ `
        vec2 shade = shadeAndLight(vWorld);
        bool side = vUp.y < 0.2;
        vec3 colour = texture2D(uGroundPicture, groundUv(vWorld)).rgb;
        if (side) colour = vec3(0.6, 0.55, 0.47) * (0.86 + 0.14 * pulses(vWorld.y, 6.0, 3.0, fwidth(vWorld.y)));
        float grain = softNoise(vWorld.xz * 0.9) * 0.6 + softNoise(vWorld.xz * 0.11) * 0.4;
        float grassy = clamp((colour.g - colour.r) * 9.0 + 0.25, 0.0, 1.0);
        colour *= 1.0 + (grain - 0.5) * mix(0.04, 0.2, grassy);
        float step = 5.0;
        float steep = fwidth(vWorld.y);
        float line = pulses(vWorld.y + 0.5 * steep, step, steep * 1.1, steep);
        float sparse = 1.0 - smoothstep(0.12, 0.45, steep / step);
        if (!side) colour *= 1.0 - line * sparse * mix(0.16, 0.05, uRoom) * grassy;
        colour *= 1.0 - 0.16 * uWet;
        if (!side) colour = snowed(colour, uSnow.x, vUp.y, vWorld);
        colour = nightGround(colour);
        if (!side) {
          if (uRoom > 0.5) glow += vec3(0.05, 0.09, 0.13) * line * sparse * 0.35 * grassy;
          colour *= 1.0 - 0.52 * smoothstep(0.0, 0.9, shade.r);
          glow += LAMP * shade.g * uNight * mix(vec3(0.12), colour, 0.5) * 0.8;
        }
        // What lies on it adds its own: together about a quarter.
        diffuseColor.a = groundLeft(vWorld, 0.12, colour);
        diffuseColor.rgb = colour;
      `,
    },
    city,
  );
}
