import { useFrame } from '@react-three/fiber';
import { useEffect, useMemo } from 'react';
import { DoubleSide, Group, Mesh, MeshBasicMaterial, type PerspectiveCamera, RingGeometry } from 'three';
import { emptyVehicle, unpackVehicle, VEHICLE_WORDS } from '../../../sim';
import { useVehicle } from '../../state/vehicle';
import { pageScale } from '../stage/page-scale';
import { useStage } from '../stage/stage-context';
import { useOwned } from '../stage/use-owned';
import { JOURNEY_COLOUR, JourneyRibbon, ribbonMaterial } from './journey-ribbon';

/** The end's ring, as a share of how far away the camera is, and at least. */
const END_SHARE = 0.016;
const LEAST_END_M = 6;

/** The way that a picked vehicle means to drive, and where it ends: two draws while one is picked. */
export function JourneyLayer() {
  const stage = useStage();
  const { city, feed, control } = stage;
  const ribbon = useOwned(() => new JourneyRibbon(), []);
  const look = useOwned(ribbonMaterial, []);
  const ring = useOwned(() => new RingGeometry(0.55, 1, 40), []);
  const endLook = useOwned(
    () =>
      new MeshBasicMaterial({
        color: JOURNEY_COLOUR,
        side: DoubleSide,
        transparent: true,
        depthTest: false,
        depthWrite: false,
        fog: false,
      }),
    [],
  );
  const parts = useMemo(() => {
    const group = new Group();
    const way = new Mesh(ribbon.geometry, look);
    const end = new Mesh(ring, endLook);
    end.rotation.x = -Math.PI / 2;
    for (const mesh of [way, end]) {
      mesh.frustumCulled = false;
      mesh.renderOrder = 11;
      group.add(mesh);
    }
    group.visible = false;
    return { group, end };
  }, [ribbon, look, ring, endLook]);

  useEffect(() => {
    const at = emptyVehicle();
    const show = () => {
      const { journey, row } = useVehicle.getState();
      parts.group.visible = journey !== null && row !== null && journey.edges.length > 0;
      if (journey === null || row === null || journey.edges.length === 0) return stage.wake();
      unpackVehicle(feed.vehicles, row * VEHICLE_WORDS, at);
      const { laneEdge } = city.places;
      const isOnFirst = at.track >= 0 && at.track < city.laneCount && laneEdge[at.track] === journey.edges[0];
      // On a junction, or further since it was asked: from the beginning of the next edge.
      if (isOnFirst) ribbon.lay(city, journey.edges, at.track, at.positionM);
      else ribbon.lay(city, journey.edges.slice(1), null, 0);
      parts.end.visible = journey.toEdge !== null;
      parts.end.position.fromArray(ribbon.end);
      stage.wake();
    };
    show();
    return useVehicle.subscribe((now, before) => {
      if (now.journey !== before.journey || now.row !== before.row) show();
    });
  }, [parts, ribbon, city, feed, stage]);

  const scaleFor = useMemo(pageScale, []);
  useFrame(({ camera, size }) => {
    if (!parts.group.visible) return;
    const { told, journey } = useVehicle.getState();
    const { fov } = camera as PerspectiveCamera;
    look.uniforms.uMetresAPixel.value =
      (scaleFor(size.width, size.height) * 2 * Math.tan((fov * Math.PI) / 360)) / size.height;
    look.uniforms.uDrivenM.value = Math.max(0, (told?.drivenM ?? 0) - (journey?.askedAtM ?? 0));
    parts.end.scale.setScalar(Math.max(LEAST_END_M, END_SHARE * control.orbit.distanceM));
  });
  return <primitive object={parts.group} />;
}
