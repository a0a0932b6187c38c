import { useMemo } from 'react';
import { Group, Mesh } from 'three';
import { toGeometry } from '../stage/geometry';
import { useStage } from '../stage/stage-context';
import { useOwned } from '../stage/use-owned';
import { buildingMaterial } from './building-material';

/** All buildings, merged by tile, so that what lies outside the view is not drawn: one draw a tile. */
export function BuildingLayer() {
  const { city, uniforms } = useStage();
  const look = useOwned(() => buildingMaterial(uniforms), [uniforms]);
  const tiles = useOwned(() => {
    const geometries = city.buildings.tiles.map(toGeometry);
    return {
      geometries,
      dispose() {
        for (const geometry of geometries) geometry.dispose();
      },
    };
  }, [city]);
  const group = useMemo(() => {
    const all = new Group();
    for (const geometry of tiles.geometries) {
      const mesh = new Mesh(geometry, look);
      mesh.castShadow = true;
      mesh.receiveShadow = true;
      all.add(mesh);
    }
    return all;
  }, [tiles, look]);
  return <primitive object={group} />;
}
