import { useFrame } from '@react-three/fiber';
import { useMemo, useRef } from 'react';
import { Group, Mesh } from 'three';
import { useStage } from '../stage/stage-context';
import { useOwned } from '../stage/use-owned';
import { muster, Squad } from './vehicle-fleet';
import { beamMaterial, type VehicleUniforms, vehicleMaterial } from './vehicle-material';
import { beamShape, busShape, carShape, farShape, truckShape } from './vehicle-shapes';

/** Vehicles are sorted by distance anew when the eye has moved this far without a new frame. */
const RESORT_AFTER_M = 40;
const DARK = 0.02;

/** Every vehicle, moved along its way by the shader; the page uploads 32 bytes a vehicle when a frame arrives, and nothing between. */
export function VehicleLayer() {
  const stage = useStage();
  const { uniforms, spans, points, feed, city } = stage;
  const own = useMemo<VehicleUniforms>(
    () => ({ uSpans: { value: spans }, uPoints: { value: points }, uBlend: { value: 1 } }),
    [spans, points],
  );
  const look = useOwned(() => vehicleMaterial(uniforms, own), [uniforms, own]);
  const beams = useOwned(() => beamMaterial(uniforms, own), [uniforms, own]);
  const squads = useOwned(() => {
    const all = {
      car: new Squad(carShape()),
      truck: new Squad(truckShape()),
      bus: new Squad(busShape()),
      far: new Squad(farShape()),
    };
    return {
      ...all,
      dispose() {
        for (const squad of Object.values(all)) squad.geometry.dispose();
      },
    };
  }, []);
  const beam = useMemo(() => beamShape(), []);
  const { group, lights } = useMemo(() => {
    const all = new Group();
    const lightMeshes: Mesh[] = [];
    for (const squad of [squads.far, squads.car, squads.truck, squads.bus]) {
      const mesh = new Mesh(squad.geometry, look);
      mesh.frustumCulled = false;
      mesh.receiveShadow = true;
      all.add(mesh);
      const light = new Mesh(squad.geometry.clone(), beams);
      light.frustumCulled = false;
      light.renderOrder = 3;
      light.visible = false;
      light.geometry.index = beam.index;
      for (const name of ['position', 'normal', 'aFace']) light.geometry.setAttribute(name, beam.getAttribute(name));
      lightMeshes.push(light);
      all.add(light);
    }
    return { group: all, lights: lightMeshes };
  }, [squads, look, beams, beam]);
  const drawn = useRef({ version: -1, x: 0, y: 0, z: 0 });
  useFrame(({ camera }) => {
    const { x, y, z } = camera.position;
    const last = drawn.current;
    if (last.version !== feed.version || Math.hypot(x - last.x, y - last.y, z - last.z) > RESORT_AFTER_M) {
      muster(squads, feed.vehicles, feed.vehicleCount, city.tracks, x, y, z);
      drawn.current = { version: feed.version, x, y, z };
    }
    own.uBlend.value = feed.blend.at(performance.now());
    const dark = uniforms.uNight.value > DARK;
    [squads.far, squads.car, squads.truck, squads.bus].forEach((squad, i) => {
      const light = lights[i];
      light.visible = dark && squad.count > 0;
      if (!light.visible) return;
      if (light.geometry.getAttribute('aWay') !== squad.geometry.getAttribute('aWay')) light.geometry.dispose();
      light.geometry.setAttribute('aWay', squad.geometry.getAttribute('aWay'));
      light.geometry.setAttribute('aPast', squad.geometry.getAttribute('aPast'));
      (light.geometry as typeof squad.geometry).instanceCount = squad.count;
    });
    group.visible = feed.vehicleCount > 0;
  });
  return <primitive object={group} />;
}
