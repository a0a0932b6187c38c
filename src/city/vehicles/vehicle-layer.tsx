import { useFrame } from '@react-three/fiber';
import { useMemo, useRef } from 'react';
import { Group, Mesh } from 'three';
import { useStage } from '../stage/stage-context';
import { useOwned } from '../stage/use-owned';
import { NearTracks } from './near-tracks';
import { muster, Squad } from './vehicle-fleet';
import { beamMaterial, type VehicleUniforms, vehicleMaterial } from './vehicle-material';
import { beamShape, busShape, carShape, farShape, truckShape } from './vehicle-shapes';

/** Which tracks are near is looked at anew when the eye has moved this far. */
const LOOK_AFTER_M = 40;
const DARK = 0.02;

/** Every vehicle, moved along its way by the shader; the page uploads 16 bytes a vehicle when a frame arrives, and nothing between. */
export function VehicleLayer() {
  const stage = useStage();
  const { uniforms, spans, points, feed, city } = stage;
  const near = useOwned(() => new NearTracks(city.tracks), [city]);
  const own = useMemo<VehicleUniforms>(
    () => ({
      uSpans: { value: spans },
      uPoints: { value: points },
      uBlend: { value: 1 },
      uNear: { value: near.texture },
    }),
    [spans, points, near],
  );
  const look = useOwned(() => vehicleMaterial(uniforms, own), [uniforms, own]);
  const beams = useOwned(() => beamMaterial(uniforms, own), [uniforms, own]);
  const squads = useOwned(() => {
    const all = {
      far: new Squad(farShape()),
      beam: new Squad(beamShape()),
      car: new Squad(carShape()),
      truck: new Squad(truckShape()),
      bus: new Squad(busShape()),
    };
    return {
      ...all,
      dispose() {
        for (const squad of Object.values(all)) squad.geometry.dispose();
      },
    };
  }, []);
  const { group, light } = useMemo(() => {
    const all = new Group();
    for (const squad of [squads.far, squads.car, squads.truck, squads.bus]) {
      const mesh = new Mesh(squad.geometry, look);
      mesh.frustumCulled = false;
      mesh.receiveShadow = true;
      all.add(mesh);
    }
    const lamps = new Mesh(squads.beam.geometry, beams);
    lamps.frustumCulled = false;
    lamps.renderOrder = 3;
    all.add(lamps);
    return { group: all, light: lamps };
  }, [squads, look, beams]);
  const drawn = useRef({ version: -1, x: Number.NaN, y: 0, z: 0 });
  useFrame(({ camera }) => {
    const { x, y, z } = camera.position;
    const last = drawn.current;
    const hasMoved = !(Math.hypot(x - last.x, y - last.y, z - last.z) <= LOOK_AFTER_M);
    if (hasMoved) {
      near.look(x, y, z);
      last.x = x;
      last.y = y;
      last.z = z;
    }
    if (hasMoved || last.version !== feed.version) {
      muster(squads, feed.vehicles, near.count > 0 ? feed.vehicleCount : 0, near.flags);
      for (const squad of [squads.car, squads.truck, squads.bus]) squad.show();
    }
    if (last.version !== feed.version) {
      last.version = feed.version;
      squads.far.draw(feed.vehicles, feed.vehicleCount);
      squads.beam.follow(squads.far);
    }
    own.uBlend.value = feed.blend.at(performance.now());
    light.visible = uniforms.uNight.value > DARK;
    group.visible = feed.vehicleCount > 0;
  });
  return <primitive object={group} />;
}
