import { useFrame } from '@react-three/fiber';
import { useEffect, useMemo, useRef } from 'react';
import { DoubleSide, Mesh, MeshBasicMaterial, RingGeometry } from 'three';
import { emptyVehicle, unpackVehicle, VEHICLE_WORDS } from '../../../sim';
import { useVehicle, vehicleKinds } from '../../state/vehicle';
import { useStage } from '../stage/stage-context';
import { useOwned } from '../stage/use-owned';
import { kinds, poseAt } from './way';

const TELL_EVERY_MS = 250;
const KIND_BITS = 7;
/** Where the camera goes to follow. */
const BEHIND_M = 55;
const DOWN_DEG = 24;
const ABOVE_ROAD_M = 0.25;
const RING_COLOUR = '#f0b429';
/** A vehicle that is told farther away than this from where it was is another one in the same row. */
const LEAP_M = 400;

/** A ring about the vehicle that somebody has picked, what frames say of it, and the camera that goes along. */
export function PickedLayer() {
  const stage = useStage();
  const { feed, city, control } = stage;
  const geometry = useOwned(() => new RingGeometry(0.86, 1, 40), []);
  const look = useOwned(
    () =>
      new MeshBasicMaterial({ color: RING_COLOUR, side: DoubleSide, transparent: true, depthWrite: false, fog: false }),
    [],
  );
  const ring = useMemo(() => {
    const mesh = new Mesh(geometry, look);
    mesh.rotation.x = -Math.PI / 2;
    mesh.renderOrder = 5;
    mesh.visible = false;
    return mesh;
  }, [geometry, look]);
  const row = useMemo(emptyVehicle, []);
  const memory = useRef({ row: -1, x: 0, z: 0, drivenM: 0, version: -1, toldMs: 0 });
  const front = useMemo<[number, number, number]>(() => [0, 0, 0], []);
  const forward = useMemo<[number, number, number]>(() => [0, 0, 0], []);

  useEffect(() => {
    const stop = useVehicle.subscribe((now, before) => {
      stage.wake();
      if (!now.isFollowed || before.isFollowed) return;
      control.onPan = () => useVehicle.getState().follow(false);
      const { x, z } = memory.current;
      const headingDeg = (Math.atan2(forward[0], -forward[2]) * 180) / Math.PI;
      control.flyTo({ x, y: -z, distanceM: BEHIND_M, headingDeg, pitchDeg: DOWN_DEG });
    });
    return () => {
      stop();
      control.onPan = null;
      useVehicle.getState().pickVehicle(null);
    };
  }, [stage, control, forward]);

  useFrame(() => {
    const { row: picked, isFollowed, pickVehicle, tell } = useVehicle.getState();
    ring.visible = picked !== null;
    if (picked === null) return;
    if (picked >= feed.vehicleCount) return pickVehicle(null);
    unpackVehicle(feed.vehicles, picked * VEHICLE_WORDS, row);
    if (row.track < 0) return pickVehicle(null);
    const ms = performance.now();
    poseAt(city.tracks, feed.vehicles, picked, feed.blend.at(ms), front, forward);
    const kind = row.style & KIND_BITS;
    const { lengthM } = kinds[kind] ?? kinds[0];
    const x = front[0] - (forward[0] * lengthM) / 2;
    const z = front[2] - (forward[2] * lengthM) / 2;
    const last = memory.current;
    if (last.row !== picked) Object.assign(last, { row: picked, x, z, drivenM: 0, toldMs: 0, version: feed.version });
    const [dx, dz] = [x - last.x, z - last.z];
    // Its trip is over, and the row somebody else's.
    if (Math.hypot(dx, dz) > LEAP_M) return pickVehicle(null);
    ring.position.set(x, front[1] + ABOVE_ROAD_M, z);
    ring.scale.setScalar(Math.max(lengthM * 0.72, control.orbit.distanceM * 0.012));
    if (isFollowed) control.carry(dx, -dz);
    last.x = x;
    last.z = z;
    if (last.version !== feed.version) {
      last.version = feed.version;
      last.drivenM += row.travelledM;
    }
    if (ms - last.toldMs < TELL_EVERY_MS) return;
    last.toldMs = ms;
    const edge = row.track < city.laneCount ? city.places.laneEdge[row.track] : -1;
    tell({
      kind: vehicleKinds[kind] ?? 'car',
      speedMps: feed.stepSeconds > 0 ? row.travelledM / feed.stepSeconds : 0,
      edge: edge >= 0 ? city.places.names.edge?.[edge] : undefined,
      drivenM: last.drivenM,
    });
  });
  return <primitive object={ring} />;
}
