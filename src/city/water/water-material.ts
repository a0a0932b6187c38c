import type { MeshLambertMaterial } from 'three';
import { patchedMaterial } from '../stage/patched-material';
import type { CityUniforms } from '../stage/uniforms';

/** Still water: the sky at a grazing look, its own depth from above, and the sun's glint in small ripples. */
export function waterMaterial(city: CityUniforms): MeshLambertMaterial {
  return patchedMaterial(
    {
      name: 'water',
      vertexNormal: 'objectNormal = vec3(0.0, 1.0, 0.0);',
      fragmentBody: /* glsl */ `
        vec3 view = normalize(vWorld - cameraPosition);
        float away = fwidth(vWorld.x) + fwidth(vWorld.z);
        float calm = 1.0 - smoothstep(0.3, 3.0, away);
        vec2 p = vWorld.xz;
        vec2 slope = vec2(softNoise(p * 0.23) - 0.5, softNoise(p * 0.23 + 40.0) - 0.5) * mix(0.03, 0.1, calm)
          + vec2(softNoise(p * 0.9) - 0.5, softNoise(p * 0.9 + 17.0) - 0.5) * 0.09 * calm;
        if (uRain > 0.0 && away < 0.6) slope += rings(p * 0.55, clamp(0.15 + uRain * 0.02, 0.0, 0.9)) * 0.16 * (1.0 - away / 0.6);
        // Where the wind touches it water is rougher and shows more of the sky: patches that are seen from afar too.
        float wind = 0.55 * softNoise(p * vec2(0.008, 0.013)) + 0.3 * softNoise(p * vec2(0.03, 0.05) + 9.0) + 0.15 * softNoise(p * 0.12);
        float rough = smoothstep(0.38, 0.68, wind);
        slope *= 0.55 + 0.9 * rough;
        vec3 n = normalize(vec3(slope.x, 1.0, slope.y));
        float grazing = 0.04 + 0.96 * pow(1.0 - max(0.0, -dot(view, n)), 5.0);
        vec3 r = reflect(view, n);
        r.y = abs(r.y);
        vec3 own = mix(vec3(0.22, 0.31, 0.32), vec3(0.03, 0.045, 0.06), max(uRoom, uNight * 0.8));
        grazing = min(1.0, grazing + 0.11 * rough * (1.0 - 0.6 * uNight));
        diffuseColor.rgb = own * (1.0 - grazing);
        glow += skyTowards(normalize(r)) * grazing * mix(0.9, 1.0, uRoom);
      `,
    },
    city,
  );
}
