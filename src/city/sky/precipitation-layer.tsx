import { useFrame } from '@react-three/fiber';
import { useMemo } from 'react';
import {
  BufferAttribute,
  DoubleSide,
  InstancedBufferAttribute,
  InstancedBufferGeometry,
  Mesh,
  type PerspectiveCamera,
  ShaderMaterial,
  Vector3,
  Vector4,
} from 'three';
import { useStage } from '../stage/stage-context';
import type { CityUniforms } from '../stage/uniforms';
import { useOwned } from '../stage/use-owned';

const MOST_DROPS = 14_000;
/** Shares of them that are drawn: all from a cloudburst on, or from heavy snow. */
const RAIN_ALL_MM_PER_H = 60;
const SNOW_ALL_MM_PER_H = 3;
const FEWEST = 0.06;
const AHEAD = 0.8;
const forward = new Vector3();

/** Rain as streaks and snow as flakes in a box that moves with the camera: one draw, none in dry weather. */
export function PrecipitationLayer() {
  const stage = useStage();
  const { uniforms } = stage;
  const geometry = useOwned(drops, []);
  const own = useMemo(
    () => ({ uBox: { value: new Vector4(0, 0, 0, 40) }, uSnowy: { value: 0 }, uLight: { value: 1 } }),
    [],
  );
  const material = useOwned(() => dropMaterial(uniforms, own), [uniforms, own]);
  const mesh = useMemo(() => {
    const all = new Mesh(geometry, material);
    all.frustumCulled = false;
    all.renderOrder = 9;
    all.visible = false;
    return all;
  }, [geometry, material]);
  useFrame(({ camera }) => {
    const { rainMmPerH, snowMmPerH } = stage.weather;
    mesh.visible = rainMmPerH > 0 || snowMmPerH > 0;
    stage.drops = 0;
    if (!mesh.visible) return;
    const share = Math.max(
      Math.sqrt(rainMmPerH / RAIN_ALL_MM_PER_H),
      Math.sqrt(snowMmPerH / SNOW_ALL_MM_PER_H),
      FEWEST,
    );
    geometry.instanceCount = Math.round(MOST_DROPS * Math.min(1, share));
    stage.drops = geometry.instanceCount;
    own.uSnowy.value = snowMmPerH / (snowMmPerH + rainMmPerH);
    const { near } = camera as PerspectiveCamera;
    const { x, y, z } = camera.position;
    // However near the lens may come to anything, drops fill what it sees first.
    const half = Math.max(14, near * 5);
    // Most of the box lies before the lens.
    camera.getWorldDirection(forward);
    own.uBox.value.set(x + AHEAD * half * forward.x, y + AHEAD * half * forward.y, z + AHEAD * half * forward.z, half);
    own.uLight.value = 1 - 0.72 * Math.max(uniforms.uNight.value, uniforms.uRoom.value);
  });
  return <primitive object={mesh} />;
}

function drops(): InstancedBufferGeometry {
  const geometry = new InstancedBufferGeometry();
  geometry.setAttribute('position', new BufferAttribute(Float32Array.of(-1, 0, 0, 1, 0, 0, 1, 1, 0, -1, 1, 0), 3));
  geometry.setIndex([0, 1, 2, 0, 2, 3]);
  const seeds = new Float32Array(4 * MOST_DROPS);
  // A low-discrepancy sequence (Roberts' R4): the first few are spread as evenly as all.
  const steps = [0.8566748838545029, 0.733891856627126, 0.6287067210378087, 0.5385972572236101];
  for (let i = 0; i < MOST_DROPS; i++) for (let k = 0; k < 4; k++) seeds[4 * i + k] = (0.5 + steps[k] * i) % 1;
  geometry.setAttribute('aSeed', new InstancedBufferAttribute(seeds, 4));
  geometry.instanceCount = 0;
  return geometry;
}

type DropUniforms = Readonly<Record<'uBox' | 'uSnowy' | 'uLight', { value: unknown }>>;

function dropMaterial(city: CityUniforms, own: DropUniforms): ShaderMaterial {
  return new ShaderMaterial({
    name: 'drops',
    transparent: true,
    depthWrite: false,
    side: DoubleSide,
    uniforms: { ...own, uFall: city.uFall, uMistColour: city.uMistColour },
    vertexShader: /* glsl */ `
      attribute vec4 aSeed;
      uniform vec4 uBox;
      uniform float uSnowy;
      uniform float uFall;
      varying vec2 vAt;
      varying float vThere;
      flat varying float vFlake;
      void main() {
        float size = uBox.w;
        vFlake = step(aSeed.w, uSnowy);
        // Whole falls in one turn of the phase, so that its end meets its beginning.
        float falls = vFlake > 0.5 ? 4.0 + floor(aSeed.w * 97.0 - 3.0 * floor(aSeed.w * 97.0 / 3.0)) : 26.0 + floor(fract(aSeed.w * 61.0) * 7.0);
        vec3 wind = vFlake > 0.5 ? vec3(2.0, 0.0, -1.0) : vec3(3.0, 0.0, -2.0);
        vec3 p = aSeed.xyz + vec3(0.0, -uFall * falls, 0.0) + wind * uFall;
        float turn = 6.2832 * (uFall * (2.0 + floor(aSeed.x * 3.0)) + aSeed.z);
        p.xz += vFlake * 0.02 * vec2(sin(turn), cos(turn * 1.0 + aSeed.y * 6.0));
        // Fixed to the city, not to the lens: the box is a window on drops that are everywhere.
        vec3 at = (fract(p - uBox.xyz / (2.0 * size)) - 0.5) * 2.0 * size;
        vec3 middle = uBox.xyz + at;
        vec3 down = normalize(vec3(wind.x / falls, -1.0, wind.z / falls));
        float lengthM = vFlake > 0.5 ? 0.0 : size * (0.045 + 0.03 * aSeed.y);
        vec4 head = viewMatrix * vec4(middle, 1.0);
        vec4 tail = viewMatrix * vec4(middle - down * lengthM, 1.0);
        vec2 along = tail.xy / -tail.z - head.xy / -head.z;
        along = dot(along, along) > 1e-10 ? normalize(along) : vec2(0.0, 1.0);
        float halfM = size * (vFlake > 0.5 ? 0.0024 + 0.0026 * aSeed.y : 0.0009 + 0.0004 * aSeed.y);
        vec4 place = vFlake > 0.5
          ? head + vec4(position.x * halfM, (position.y * 2.0 - 1.0) * halfM, 0.0, 0.0)
          : mix(head, tail, position.y) + vec4(vec2(-along.y, along.x) * position.x * halfM, 0.0, 0.0);
        gl_Position = projectionMatrix * place;
        vAt = vec2(position.x, position.y * 2.0 - 1.0);
        float away = distance(middle, cameraPosition) / size;
        vec3 rim = smoothstep(vec3(1.0), vec3(0.8), abs(at) / size);
        vThere = rim.x * rim.y * rim.z * smoothstep(0.2, 0.45, away);
      }
    `,
    fragmentShader: /* glsl */ `
      uniform vec3 uMistColour;
      uniform float uLight;
      varying vec2 vAt;
      varying float vThere;
      flat varying float vFlake;
      void main() {
        float shape = vFlake > 0.5
          ? smoothstep(1.0, 0.25, length(vAt)) * 0.9
          : (1.0 - vAt.x * vAt.x) * (0.5 - 0.5 * vAt.y) * (0.25 + 0.75 * smoothstep(-1.0, -0.6, vAt.y)) * 0.5;
        vec3 colour = vFlake > 0.5 ? vec3(0.96, 0.97, 0.99) : mix(uMistColour, vec3(0.93, 0.96, 1.0), 0.62);
        gl_FragColor = vec4(colour * mix(0.55, 1.0, uLight), shape * vThere * mix(0.62, 1.0, uLight));
        #include <colorspace_fragment>
      }
    `,
  });
}
