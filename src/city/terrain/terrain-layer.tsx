import { useMemo } from 'react';
import { CircleGeometry, Group, Mesh } from 'three';
import { toGeometry } from '../stage/geometry';
import { useStage } from '../stage/stage-context';
import { useGroundLooks } from '../stage/use-ground-looks';
import { useOwned } from '../stage/use-owned';
import { waterMaterial } from '../water/water-material';
import { tableMaterial } from './table-material';
import { terrainMaterial } from './terrain-material';

const TABLE_RADIUS_M = 30_000;

/** The ground, its waters, and the table on which the model stands. */
export function TerrainLayer() {
  const { city, uniforms, groundLooks } = useStage();
  const ground = useOwned(() => toGeometry(city.terrain), [city]);
  const groundLook = useOwned(() => terrainMaterial(uniforms), [uniforms]);
  const water = useOwned(() => (city.water ? toGeometry(city.water) : new CircleGeometry(0)), [city]);
  const waterLook = useOwned(() => waterMaterial(uniforms), [uniforms]);
  const disc = useOwned(() => new CircleGeometry(TABLE_RADIUS_M, 64).rotateX(-Math.PI / 2), []);
  const discLook = useOwned(() => tableMaterial(uniforms), [uniforms]);
  useGroundLooks(groundLooks, [groundLook]);
  const group = useMemo(() => {
    const all = new Group();
    const terrain = new Mesh(ground, groundLook);
    terrain.receiveShadow = true;
    // Where it is opened it is blended, from below upwards.
    terrain.renderOrder = -3;
    all.add(terrain);
    if (city.water) all.add(new Mesh(water, waterLook));
    const table = new Mesh(disc, discLook);
    const { minX, minY, maxX, maxY } = city.extent;
    table.position.set(
      (minX + maxX) / 2,
      lowestOf(city.terrain.attributes.position.array as Float32Array),
      -(minY + maxY) / 2,
    );
    table.receiveShadow = true;
    all.add(table);
    return all;
  }, [city, ground, groundLook, water, waterLook, disc, discLook]);
  return <primitive object={group} />;
}

function lowestOf(positions: Float32Array): number {
  let lowest = Infinity;
  for (let i = 1; i < positions.length; i += 3) if (positions[i] < lowest) lowest = positions[i];
  return lowest;
}
