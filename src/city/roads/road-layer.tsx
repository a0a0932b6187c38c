import { useMemo } from 'react';
import { Group, Mesh } from 'three';
import { toGeometry } from '../stage/geometry';
import { useStage } from '../stage/stage-context';
import { useGroundLooks } from '../stage/use-ground-looks';
import { useOwned } from '../stage/use-owned';
import { raisedMaterial } from './raised-material';
import { crossingMaterial, roadMaterial } from './road-material';
import { useDifferences } from './use-differences';

/** Carriageways with their markings, pavements and medians, zebra crossings: three draws. */
export function RoadLayer() {
  const stage = useStage();
  const { city, uniforms, groundLooks } = stage;
  const surface = useOwned(() => toGeometry(city.roadSurface), [city]);
  const raised = useOwned(() => toGeometry(city.raisedSurface), [city]);
  const crossings = useOwned(() => toGeometry(city.crossings), [city]);
  const surfaceLook = useOwned(() => roadMaterial(uniforms), [uniforms]);
  const raisedLook = useOwned(() => raisedMaterial(uniforms), [uniforms]);
  const crossingLook = useOwned(() => crossingMaterial(uniforms), [uniforms]);
  useGroundLooks(groundLooks, [surfaceLook, raisedLook]);
  useDifferences(stage);
  const group = useMemo(() => {
    const all = new Group();
    const meshes = [new Mesh(raised, raisedLook), new Mesh(surface, surfaceLook), new Mesh(crossings, crossingLook)];
    meshes.forEach((mesh, i) => {
      mesh.receiveShadow = true;
      mesh.renderOrder = i - 2;
      all.add(mesh);
    });
    return all;
  }, [surface, raised, crossings, surfaceLook, raisedLook, crossingLook]);
  return <primitive object={group} />;
}
