import { BackSide, ShaderMaterial } from 'three';
import type { CityUniforms } from '../stage/uniforms';

/** The dome: two colours, a haze that meets the fog at the horizon, the sun's glare, a few stars at night. */
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
      float chance(vec3 p) { return fract(sin(dot(floor(p), vec3(12.9898, 78.233, 37.719))) * 43758.5453); }
      void main() {
        vec3 d = normalize(vTowards);
        vec3 colour = mix(uHorizon, uZenith, pow(smoothstep(0.0, 0.62, max(d.y, 0.0)), 0.8));
        float sun = max(0.0, dot(d, uSunDirection));
        float low = 1.0 - smoothstep(0.0, 0.4, uSunDirection.y);
        float day = (1.0 - uRoom) * smoothstep(-0.12, 0.06, uSunDirection.y);
        colour += day * vec3(1.0, 0.78, 0.5) * (0.1 + 0.22 * low) * pow(sun, 6.0) * (1.0 - smoothstep(0.2, 0.75, d.y) * 0.5);
        colour += day * vec3(1.0, 0.94, 0.82) * (0.3 * pow(sun, 180.0) + smoothstep(0.99986, 0.99995, sun) * 0.8);
        vec3 cell = d * 190.0;
        float star = step(0.9974, chance(cell)) * smoothstep(0.42, 0.1, length(fract(cell) - 0.5));
        colour += vec3(0.75, 0.82, 1.0) * star * uNight * smoothstep(0.06, 0.35, d.y) * 0.55 * chance(cell + 7.0);
        // A grain finer than one step of the display hides the bands of so quiet a gradient.
        colour += (chance(vec3(gl_FragCoord.xy, 1.0)) - 0.5) / 300.0;
        gl_FragColor = vec4(colour, 1.0);
        #include <colorspace_fragment>
      }
    `,
  });
}
