import { useFrame } from '@react-three/fiber';
import { useMemo, useRef } from 'react';
import { type BufferGeometry, Group, InstancedBufferAttribute, InstancedBufferGeometry, Mesh } from 'three';
import { useStage } from '../stage/stage-context';
import { useOwned } from '../stage/use-owned';
import { treeDepthMaterial, treeMaterial } from './tree-material';
import { farTree, middleTree, nearTree, plainTree } from './tree-shapes';

/** Farthest at which a tree of each shape stands, and whether it throws a shadow; the last has no end. */
const tiers = [
  { shape: nearTree, withinM: 240, shadow: true },
  { shape: middleTree, withinM: 800, shadow: true },
  { shape: plainTree, withinM: 2_200, shadow: false },
  { shape: farTree, withinM: Number.POSITIVE_INFINITY, shadow: false },
] as const;
const RESORT_AFTER_M = 35;

/** Trees in four draws: boughs and a trunk near by, two crowns and then one farther off, eight faces in the distance. */
export function TreeLayer() {
  const { city, uniforms } = useStage();
  const look = useOwned(() => treeMaterial(uniforms), [uniforms]);
  const depth = useOwned(() => treeDepthMaterial(uniforms), [uniforms]);
  const groves = useOwned(() => {
    const geometries = tiers.map(({ shape }) => grove(shape(), city.trees.length / 4));
    return {
      geometries,
      dispose() {
        for (const geometry of geometries) geometry.dispose();
      },
    };
  }, [city]);
  const group = useMemo(() => {
    const all = new Group();
    groves.geometries.forEach((geometry, tier) => {
      const mesh = new Mesh(geometry, look);
      mesh.customDepthMaterial = depth;
      mesh.frustumCulled = false;
      mesh.castShadow = tiers[tier].shadow;
      mesh.receiveShadow = true;
      all.add(mesh);
    });
    return all;
  }, [groves, look, depth]);
  const sorted = useRef<{ x: number; y: number; z: number } | null>(null);
  useFrame(({ camera }) => {
    const { x, y, z } = camera.position;
    const last = sorted.current;
    if (last && Math.hypot(x - last.x, y - last.y, z - last.z) < RESORT_AFTER_M) return;
    sorted.current = { x, y, z };
    sort(city.trees, groves.geometries, x, y, z);
  });
  return <primitive object={group} />;
}

function grove(shape: BufferGeometry, most: number): InstancedBufferGeometry {
  const geometry = new InstancedBufferGeometry();
  for (const name of Object.keys(shape.attributes)) geometry.setAttribute(name, shape.attributes[name]);
  geometry.setAttribute('aTree', new InstancedBufferAttribute(new Float32Array(Math.max(1, most) * 4), 4));
  geometry.instanceCount = 0;
  return geometry;
}

function sort(trees: Float32Array, groves: readonly InstancedBufferGeometry[], x: number, y: number, z: number): void {
  const rows = groves.map((geometry) => geometry.getAttribute('aTree') as InstancedBufferAttribute);
  const counts = groves.map(() => 0);
  for (let i = 0; i < trees.length; i += 4) {
    const away = Math.hypot(trees[i] - x, trees[i + 1] - y, trees[i + 2] - z);
    let tier = 0;
    while (away > tiers[tier].withinM) tier++;
    const to = rows[tier].array;
    const at = counts[tier]++ * 4;
    for (let k = 0; k < 4; k++) to[at + k] = trees[i + k];
  }
  groves.forEach((geometry, tier) => {
    geometry.instanceCount = counts[tier];
    rows[tier].clearUpdateRanges();
    if (counts[tier] === 0) return;
    rows[tier].addUpdateRange(0, counts[tier] * 4);
    rows[tier].needsUpdate = true;
  });
}
