import { useFrame } from '@react-three/fiber';
import { useEffect, useMemo, useRef } from 'react';
import {
  BufferAttribute,
  Group,
  InstancedBufferAttribute,
  InstancedBufferGeometry,
  InstancedInterleavedBuffer,
  type InterleavedBuffer,
  InterleavedBufferAttribute,
  Mesh,
  type PerspectiveCamera,
} from 'three';
import { carriers, useCarriers } from '../../state/carriers';
import { carrierIsShown, energyIsShown } from '../../state/energy-shown';
import { useSelection } from '../../state/selection';
import type { BuiltEnergy, EnergyLines, EnergyMarks } from '../build/energy/built-energy';
import { pageScale } from '../stage/page-scale';
import { useStage } from '../stage/stage-context';
import { useOwned } from '../stage/use-owned';
import { EnergyState, writeDark } from './energy-state';
import { energyUniforms, lineMaterial } from './line-material';
import { markMaterial } from './mark-material';

/** A dash with its gap, as the screen shows it where the camera looks. */
const PERIOD_PIXELS = 34;
/** Dashes that go by in a second of watching: slow, a direction and not a speed. */
const DASHES_PER_SECOND = 0.55;
const LONGEST_STEP_SECONDS = 0.1;
/** The clock has stopped when no frame has come for so long. */
const STILL_AFTER_MS = 600;

/** Lines and pipes, once where they are seen and once faintly where they are hidden, and signs: three draws. */
export function Networks({ built }: { readonly built: BuiltEnergy }) {
  const stage = useStage();
  const { uniforms, feed, control, buildingState, picker, told } = stage;
  const state = useOwned(() => new EnergyState(built), [built]);
  const shared = useMemo(() => energyUniforms(state.texture), [state]);
  const lines = useOwned(() => lineGeometry(built.lines), [built]);
  const marks = useOwned(() => markGeometry(built.marks), [built]);
  const lineLook = useOwned(() => lineMaterial(uniforms, shared, false), [uniforms, shared]);
  const veiledLook = useOwned(() => lineMaterial(uniforms, shared, true), [uniforms, shared]);
  const markLook = useOwned(() => markMaterial(uniforms, shared), [uniforms, shared]);
  const group = useMemo(() => {
    const all = new Group();
    const meshes = [new Mesh(lines, veiledLook), new Mesh(lines, lineLook), new Mesh(marks, markLook)];
    meshes.forEach((mesh, i) => {
      mesh.frustumCulled = false;
      mesh.renderOrder = 5 + i;
      all.add(mesh);
    });
    all.visible = false;
    return all;
  }, [lines, marks, lineLook, veiledLook, markLook]);

  useEffect(() => {
    const take = () => {
      const now = told.energy.getState();
      state.take(now);
      if (writeDark(buildingState.bytes, built.buildingBus, now.nodes)) buildingState.texture.needsUpdate = true;
      stage.wake();
    };
    const select = () => {
      state.showSelection();
      picker.energy = energyIsShown() ? built : null;
    };
    take();
    select();
    const stops = [
      told.energy.subscribe(take),
      useSelection.subscribe(select),
      useCarriers.subscribe(() => stage.wake()),
    ];
    return () => {
      for (const stop of stops) stop();
      picker.energy = null;
    };
  }, [state, built, buildingState, picker, told, stage]);

  const still = useMemo(() => matchMedia('(prefers-reduced-motion: reduce)'), []);
  const memory = useRef({ version: -1, atMs: 0 });
  const scaleFor = useMemo(pageScale, []);
  useFrame(({ camera, size, viewport }, delta) => {
    const isShown = energyIsShown();
    group.visible = isShown;
    picker.energy = isShown ? built : null;
    uniforms.uShowEnergy.value = isShown ? 1 : 0;
    if (!isShown) return;
    const [electricity, heat, cooling, gas] = carriers.map((carrier) => (carrierIsShown(carrier) ? 1 : 0));
    shared.uCarriers.value.set(electricity, heat, cooling, gas);
    const lens = camera as PerspectiveCamera;
    // On a wall lines and signs grow as the page's own words do.
    const scale = scaleFor(size.width, size.height);
    picker.energyScale = scale;
    const metresAPixel = (scale * 2 * Math.tan((lens.fov * Math.PI) / 360)) / size.height;
    shared.uScreen.value.set(size.width * viewport.dpr, size.height * viewport.dpr);
    shared.uDpr.value = viewport.dpr * scale;
    shared.uMetresAPixel.value = metresAPixel;
    const octave = Math.log2(Math.max(1, PERIOD_PIXELS * metresAPixel * control.orbit.distanceM));
    shared.uPeriodM.value = 2 ** Math.floor(octave);
    shared.uPeriodShare.value = octave - Math.floor(octave);
    for (const look of [lineLook, veiledLook]) look.uniforms.uNearM.value = lens.near * 1.01;
    const now = performance.now();
    const last = memory.current;
    if (last.version !== feed.version) {
      last.version = feed.version;
      last.atMs = now;
    }
    if (still.matches || now - last.atMs > STILL_AFTER_MS) return;
    const seconds = Math.min(LONGEST_STEP_SECONDS, delta);
    shared.uPhase.value = (shared.uPhase.value + seconds * DASHES_PER_SECOND) % 1;
  });
  return <primitive object={group} />;
}

/** Two triangles that every piece stretches over the screen as it needs. */
function square(left: number): InstancedBufferGeometry {
  const geometry = new InstancedBufferGeometry();
  const corners = Float32Array.of(left, -1, 0, 1, -1, 0, 1, 1, 0, left, 1, 0);
  geometry.setAttribute('position', new BufferAttribute(corners, 3));
  geometry.setIndex([0, 1, 2, 0, 2, 3]);
  return geometry;
}

function lineGeometry({ places, sides, signs, count }: EnergyLines): InstancedBufferGeometry {
  const geometry = square(0);
  const ends: InterleavedBuffer = new InstancedInterleavedBuffer(places, 8);
  geometry.setAttribute('aFrom', new InterleavedBufferAttribute(ends, 4, 0));
  geometry.setAttribute('aTo', new InterleavedBufferAttribute(ends, 4, 4));
  geometry.setAttribute('aSides', new InstancedBufferAttribute(sides, 4));
  geometry.setAttribute('aSign', new InstancedBufferAttribute(signs, 2));
  geometry.instanceCount = count;
  return geometry;
}

function markGeometry({ places, signs, elements }: EnergyMarks): InstancedBufferGeometry {
  const geometry = square(-1);
  geometry.setAttribute('aPlace', new InstancedBufferAttribute(places, 4));
  geometry.setAttribute('aSign', new InstancedBufferAttribute(signs, 3));
  geometry.instanceCount = elements.length;
  return geometry;
}
