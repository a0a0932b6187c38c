import type { MeshLambertMaterial } from 'three';
import { patchedMaterial } from '../stage/patched-material';
import type { CityUniforms } from '../stage/uniforms';

/** What the sawn-out model stands on: a pale board by day, a dark one with a faint grid of kilometres in the control room. */
export function tableMaterial(city: CityUniforms): MeshLambertMaterial {
  return patchedMaterial(
    {
      name: 'table',
      fragmentBody: /* glsl */ `
        vec2 outside = max(vec2(0.0), abs((groundUv(vWorld) - 0.5) / uMapFrame.zw) - 0.5 / uMapFrame.zw);
        float away = length(outside);
        vec3 colour = mix(vec3(0.78, 0.775, 0.76), vec3(0.03, 0.042, 0.06), uRoom);
        colour *= 1.0 - 0.42 * exp(-away / 45.0) - 0.14 * exp(-away / 260.0);
        vec2 px = fwidth(vWorld.xz);
        float grid = max(pulses(vWorld.x + 1.5, 500.0, 3.0, px.x), pulses(vWorld.z + 1.5, 500.0, 3.0, px.y));
        colour = mix(colour, colour * mix(0.93, 1.0, uRoom), grid);
        glow += vec3(0.03, 0.07, 0.11) * grid * uRoom * exp(-away / 4000.0);
        // Far out the board is nothing but air, or its lit colour would draw a band under the sky.
        float air = 1.0 - exp(-away / 2600.0);
        glow = mix(glow, uHorizon, air);
        diffuseColor.rgb = colour * (1.0 - air);
      `,
    },
    city,
  );
}
