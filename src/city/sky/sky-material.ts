import { BackSide, ShaderMaterial } from 'three';
import type { CityUniforms } from '../stage/uniforms';

/** The dome: two colours, clouds that drift, a haze that meets the fog at the horizon, the sun's glare, a few stars at night. */
export function skyMaterial(city: CityUniforms): ShaderMaterial {
  return new ShaderMaterial({
    name: 'sky',
    side: BackSide,
    depthWrite: false,
    depthTest: true,
    toneMapped: false,
    fog: false,
    uniforms: {
      uZenith: city.uZenith,
      uHorizon: city.uHorizon,
      uSunDirection: city.uSunDirection,
      uNight: city.uNight,
      uRoom: city.uRoom,
      uCloud: city.uCloud,
      uDrift: city.uDrift,
      uMist: city.uMist,
      uMistColour: city.uMistColour,
    },
    vertexShader: /* glsl */ `
      varying vec3 vTowards;
      void main() {
        vTowards = position;
        vec4 p = projectionMatrix * vec4(mat3(viewMatrix) * position, 1.0);
        gl_Position = p.xyww;
      }
    `,
    fragmentShader: /* glsl */ `
      uniform vec3 uZenith;
      uniform vec3 uHorizon;
      uniform vec3 uSunDirection;
      uniform float uNight;
      uniform float uRoom;
      varying vec3 vTowards;
      uniform float uCloud;
      uniform vec2 uDrift;
      uniform vec4 uMist;
      uniform vec3 uMistColour;
      float cellChance(vec2 p, float period) {
        p = mod(p, period);
        return fract(sin(dot(p, vec2(12.9898, 78.233))) * 43758.5453);
      }
      /** Repeats after a period of cells, so that what drifts may come round. */
      float noise(vec2 p, float period) {
        vec2 i = floor(p);
        vec2 f = p - i;
        f = f * f * (3.0 - 2.0 * f);
        return mix(
          mix(cellChance(i, period), cellChance(i + vec2(1, 0), period), f.x),
          mix(cellChance(i + vec2(0, 1), period), cellChance(i + vec2(1, 1), period), f.x), f.y);
      }
      float billows(vec2 p) {
        float sum = 0.5 * noise(p * 16.0, 16.0) + 0.25 * noise(p * 32.0 + 3.0, 32.0);
        sum += 0.125 * noise(p * 64.0 + 7.0, 64.0) + 0.0625 * noise(p * 128.0 + 1.0, 128.0);
        return sum / 0.9375;
      }
      float chance(vec3 p) { return fract(sin(dot(floor(p), vec3(12.9898, 78.233, 37.719))) * 43758.5453); }
      void main() {
        vec3 d = normalize(vTowards);
        vec3 colour = mix(uHorizon, uZenith, pow(smoothstep(0.0, 0.62, max(d.y, 0.0)), 0.8));
        float sun = max(0.0, dot(d, uSunDirection));
        float low = 1.0 - smoothstep(0.0, 0.4, uSunDirection.y);
        float day = (1.0 - uRoom) * smoothstep(-0.12, 0.06, uSunDirection.y);
        colour += day * vec3(1.0, 0.78, 0.5) * (0.1 + 0.22 * low) * (1.0 - 0.85 * smoothstep(0.5, 1.0, uCloud)) * pow(sun, 6.0) * (1.0 - smoothstep(0.2, 0.75, d.y) * 0.5);
        colour += day * vec3(1.0, 0.94, 0.82) * (0.3 * pow(sun, 180.0) + smoothstep(0.99986, 0.99995, sun) * 0.8) * (1.0 - smoothstep(0.6, 0.95, uCloud));
        float thick = 0.0;
        if (d.y > 0.005) {
          vec2 at = d.xz / (d.y + 0.11) * 0.085 + uDrift;
          float field = billows(at);
          float edge = mix(0.86, 0.3, smoothstep(0.02, 1.0, uCloud));
          thick = smoothstep(edge, edge + mix(0.2, 0.34, uCloud), field) * smoothstep(0.005, 0.1, d.y);
          float towards = billows(at - normalize(uSunDirection.xz + 1e-4) * 0.012);
          float lit = clamp(0.62 + (field - towards) * 3.2, 0.0, 1.0);
          float grey = smoothstep(0.55, 1.0, uCloud);
          vec3 bright = mix(vec3(1.0, 0.985, 0.96), uHorizon * 1.06, max(grey, 1.0 - day));
          vec3 shaded = mix(mix(uZenith, uHorizon, 0.75) * 0.93, mix(uZenith, uHorizon, 0.2) * 0.92, grey);
          vec3 cloud = mix(shaded, bright, lit * (1.0 - 0.45 * grey));
          cloud += day * vec3(1.0, 0.7, 0.42) * low * 0.28 * pow(sun, 3.0) * (1.0 - grey);
          cloud = mix(cloud, uHorizon * 1.2 + vec3(0.02, 0.019, 0.021), (1.0 - day) * 0.7);
          colour = mix(colour, cloud, thick * 0.93);
        }
        vec3 cell = d * 190.0;
        float star = step(0.9974, chance(cell)) * smoothstep(0.42, 0.1, length(fract(cell) - 0.5));
        colour += vec3(0.75, 0.82, 1.0) * star * uNight * (1.0 - thick) * (1.0 - uCloud * 0.5) * smoothstep(0.06, 0.35, d.y) * 0.55 * chance(cell + 7.0);
        float above = max(cameraPosition.y - uMist.z, 0.0) * uMist.w;
        float airy = 0.42 * (1.0 - exp(-uMist.x * 1500.0 / (max(d.y, 0.0) + 0.09)));
        float foggy = 1.0 - exp(-uMist.y * exp(-above) / uMist.w / (max(d.y, 0.0) + 0.02));
        // The mist's colour is as displayed, the dome's before that.
        colour = mix(colour, pow(uMistColour, vec3(2.2)), 1.0 - (1.0 - airy) * (1.0 - foggy));
        // A grain finer than one step of the display hides the bands of so quiet a gradient.
        colour += (chance(vec3(gl_FragCoord.xy, 1.0)) - 0.5) / 300.0;
        gl_FragColor = vec4(colour, 1.0);
        #include <colorspace_fragment>
      }
    `,
  });
}
