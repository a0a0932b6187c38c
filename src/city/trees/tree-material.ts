import { MeshDepthMaterial, type MeshLambertMaterial } from 'three';
import { OPENING_REACH_M } from '../build/tunnels/built-tunnels';
import { patchedMaterial } from '../stage/patched-material';
import type { CityUniforms } from '../stage/uniforms';

const standing = /* glsl */ `
float turn = fract(aTree.x * 7.31 + aTree.z * 3.17) * 6.2832;
mat3 spin = mat3(cos(turn), 0.0, -sin(turn), 0.0, 1.0, 0.0, sin(turn), 0.0, cos(turn));
`;
const place =
  'transformed = aTree.xyz + rooted() * (spin * transformed * aTree.w * vec3(1.0, 0.92 + 0.3 * fract(aTree.x * 1.7), 1.0));';

/** A tree that stands where the ground is opened over galleries shrinks away with it: none floats over the pit. */
const roots = /* glsl */ `
attribute vec4 aTree;
uniform float uShowTunnels;
uniform sampler2D uOpening;
uniform vec4 uMapFrame;
float rooted() {
  if (uShowTunnels <= 0.0) return 1.0;
  vec2 at = (vec2(aTree.x, -aTree.z) - uMapFrame.xy) * uMapFrame.zw;
  float awayM = (texture2D(uOpening, at).r - 0.5) * ${(2 * OPENING_REACH_M).toFixed(1)};
  return 1.0 - uShowTunnels * (1.0 - smoothstep(0.6, 1.6, awayM));
}
`;

export function treeMaterial(city: CityUniforms): MeshLambertMaterial {
  return patchedMaterial(
    {
      name: 'tree',
      vertexHead: /* glsl */ `
        ${roots}
        attribute float aBark;
        varying float vBark;
        varying float vHigh;
        flat varying float vSeed;
      `,
      vertexNormal: `${standing} objectNormal = spin * normal;`,
      vertexBody: `vHigh = position.y; vBark = aBark; vSeed = fract(aTree.x * 0.731 + aTree.z * 1.317); ${place}`,
      fragmentHead: /* glsl */ `
        varying float vBark;
        varying float vHigh;
        flat varying float vSeed;
      `,
      fragmentBody: /* glsl */ `
        vec3 leaf = mix(vec3(0.19, 0.265, 0.145), vec3(0.3, 0.34, 0.19), vSeed);
        leaf = mix(leaf, vec3(0.155, 0.245, 0.17), step(0.78, vSeed));
        leaf *= mix(0.55, 1.08, smoothstep(0.4, 2.3, vHigh));
        float close = 1.0 - smoothstep(0.15, 0.6, fwidth(vWorld.x) + fwidth(vWorld.y) + fwidth(vWorld.z));
        vec2 bough = vec2(vWorld.x + vWorld.y * 0.7, vWorld.z - vWorld.y * 0.6);
        leaf *= 1.0 + close * (0.5 * softNoise(bough * 2.6) + 0.35 * softNoise(bough * 6.5) - 0.44);
        vec3 colour = mix(leaf, vec3(0.26, 0.2, 0.15), step(0.5, vBark));
        float boughs = smoothstep(0.35, 0.75, uSnow.x) * (0.55 + 0.45 * softNoise(bough * 1.4));
        vec3 bare = snowed(colour, uSnow.x * 0.9, normalize(vUp).y * 0.75 + 0.5 * boughs, vWorld * 2.0);
        colour = mix(bare, colour, step(0.5, vBark));
        colour = mix(colour, vec3(0.05, 0.085, 0.09) * (0.4 + 2.0 * dot(colour, vec3(0.33))), uRoom);
        float light = shadeAndLight(vWorld).g;
        glow += LAMP * light * uNight * colour * 0.55 * smoothstep(2.6, 0.6, vHigh);
        // Leaves let some sun through.
        vec3 view = normalize(vWorld - cameraPosition);
        glow += colour * vec3(1.0, 0.95, 0.5) * (1.0 - uNight) * 0.16 * pow(max(0.0, dot(view, uSunDirection)), 3.0);
        diffuseColor.rgb = colour;
      `,
    },
    city,
  );
}

/** What trees look like to the sun. */
export function treeDepthMaterial({ uShowTunnels, uOpening, uMapFrame }: CityUniforms): MeshDepthMaterial {
  const material = new MeshDepthMaterial();
  material.onBeforeCompile = (shader) => {
    Object.assign(shader.uniforms, { uShowTunnels, uOpening, uMapFrame });
    shader.vertexShader = shader.vertexShader
      .replace('#include <common>', `#include <common>\n${roots}`)
      .replace('#include <begin_vertex>', `#include <begin_vertex>\n${standing} ${place}`);
  };
  material.customProgramCacheKey = () => 'cityloom-tree-depth';
  return material;
}
