import { useFrame } from '@react-three/fiber';
import { useMemo, useRef } from 'react';
import {
  BufferAttribute,
  DoubleSide,
  DynamicDrawUsage,
  Group,
  InstancedBufferAttribute,
  InstancedBufferGeometry,
  Mesh,
} from 'three';
import { toGeometry } from '../stage/geometry';
import { patchedMaterial } from '../stage/patched-material';
import { useStage } from '../stage/stage-context';
import { useOwned } from '../stage/use-owned';

/** Beyond this the lamps are smaller than a pixel; the tinted stop lines carry the state from there. */
const SEEN_WITHIN_M = 900;

/** Posts, arms, and one head a lane that shows what the engine's signal shows. */
export function SignalLayer() {
  const { city, uniforms, feed, control } = useStage();
  const posts = useOwned(() => toGeometry(city.signals.posts), [city]);
  const postLook = useOwned(
    () =>
      patchedMaterial(
        {
          name: 'post',
          parameters: { side: DoubleSide },
          fragmentBody: 'diffuseColor.rgb = mix(vec3(0.3, 0.31, 0.32), vec3(0.06, 0.08, 0.1), uRoom);',
        },
        uniforms,
      ),
    [uniforms],
  );
  const heads = useOwned(() => headGeometry(city.signals.places), [city]);
  const headLook = useOwned(
    () =>
      patchedMaterial(
        {
          name: 'signal-head',
          parameters: { side: DoubleSide },
          vertexHead: /* glsl */ `
            attribute vec4 aPlace;
            attribute float aState;
            attribute float aLens;
            flat varying float vState;
            flat varying float vLens;
          `,
          vertexNormal: /* glsl */ `
            float c = cos(aPlace.w);
            float s = sin(aPlace.w);
            mat3 facing = mat3(c, 0.0, -s, 0.0, 1.0, 0.0, s, 0.0, c);
            objectNormal = facing * normal;
          `,
          vertexBody: 'transformed = aPlace.xyz + facing * position; vState = aState; vLens = aLens;',
          fragmentHead: 'flat varying float vState; flat varying float vLens;',
          fragmentBody: /* glsl */ `
            vec3 colour = vec3(0.03);
            if (vLens > 0.5) {
              vec3 lamp = vLens < 1.5 ? vec3(1.0, 0.06, 0.03) : vLens < 2.5 ? vec3(1.0, 0.6, 0.03) : vec3(0.04, 0.95, 0.42);
              bool on = (vLens < 1.5 && vState == 1.0) || (vLens > 1.5 && vLens < 2.5 && vState == 2.0) || (vLens > 2.5 && (vState == 3.0 || vState == 4.0));
              colour = lamp * 0.08;
              if (on) glow += lamp * 1.7;
            }
            diffuseColor.rgb = colour;
          `,
        },
        uniforms,
      ),
    [uniforms],
  );
  const group = useMemo(() => {
    const all = new Group();
    all.add(new Mesh(posts, postLook));
    const mesh = new Mesh(heads, headLook);
    mesh.frustumCulled = false;
    all.add(mesh);
    return all;
  }, [posts, postLook, heads, headLook]);
  const drawn = useRef(-1);
  useFrame(() => {
    group.visible = city.signals.turns.length > 0 && control.orbit.distanceM < SEEN_WITHIN_M;
    if (!group.visible || drawn.current === feed.version) return;
    drawn.current = feed.version;
    const states = heads.getAttribute('aState') as InstancedBufferAttribute;
    const array = states.array as Float32Array;
    let changed = false;
    for (let i = 0; i < feed.headStates.length; i++) {
      if (array[i] === feed.headStates[i]) continue;
      array[i] = feed.headStates[i];
      changed = true;
    }
    if (changed) states.needsUpdate = true;
  });
  return <primitive object={group} />;
}

/** A case with three lenses on the side that faces oncoming drivers; x is the way they drive. */
function headGeometry(places: Float32Array): InstancedBufferGeometry {
  const positions: number[] = [];
  const normals: number[] = [];
  const lenses: number[] = [];
  const quad = (
    corners: readonly (readonly [number, number, number])[],
    n: readonly [number, number, number],
    lens: number,
  ) => {
    for (const i of [0, 1, 2, 0, 2, 3]) {
      positions.push(...corners[i]);
      normals.push(...n);
      lenses.push(lens);
    }
  };
  const [w, h, d] = [0.22, 0.55, 0.14];
  quad(
    [
      [-d, -h, -w],
      [-d, -h, w],
      [-d, h, w],
      [-d, h, -w],
    ],
    [-1, 0, 0],
    0,
  );
  quad(
    [
      [d, -h, w],
      [d, -h, -w],
      [d, h, -w],
      [d, h, w],
    ],
    [1, 0, 0],
    0,
  );
  quad(
    [
      [-d, -h, w],
      [d, -h, w],
      [d, h, w],
      [-d, h, w],
    ],
    [0, 0, 1],
    0,
  );
  quad(
    [
      [d, -h, -w],
      [-d, -h, -w],
      [-d, h, -w],
      [d, h, -w],
    ],
    [0, 0, -1],
    0,
  );
  quad(
    [
      [-d, h, -w],
      [-d, h, w],
      [d, h, w],
      [d, h, -w],
    ],
    [0, 1, 0],
    0,
  );
  [0.36, 0, -0.36].forEach((y, k) => {
    const r = 0.15;
    quad(
      [
        [-d - 0.02, y - r, -r],
        [-d - 0.02, y - r, r],
        [-d - 0.02, y + r, r],
        [-d - 0.02, y + r, -r],
      ],
      [-1, 0, 0],
      k + 1,
    );
  });
  const geometry = new InstancedBufferGeometry();
  geometry.setAttribute('position', new BufferAttribute(Float32Array.from(positions), 3));
  geometry.setAttribute('normal', new BufferAttribute(Float32Array.from(normals), 3));
  geometry.setAttribute('aLens', new BufferAttribute(Float32Array.from(lenses), 1));
  const count = places.length / 4;
  geometry.setAttribute('aPlace', new InstancedBufferAttribute(places.length > 0 ? places : new Float32Array(4), 4));
  const states = new InstancedBufferAttribute(new Float32Array(Math.max(1, count)), 1);
  states.setUsage(DynamicDrawUsage);
  geometry.setAttribute('aState', states);
  geometry.instanceCount = count;
  return geometry;
}
