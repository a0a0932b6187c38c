import { useFrame } from '@react-three/fiber';
import { useEffect, useMemo, useRef } from 'react';
import {
  BufferAttribute,
  DataTexture,
  DynamicDrawUsage,
  Group,
  InstancedBufferGeometry,
  InstancedInterleavedBuffer,
  InterleavedBufferAttribute,
  LinearFilter,
  Mesh,
  RedFormat,
  UnsignedByteType,
} from 'three';
import { useSelection } from '../../state/selection';
import { tunnelsAreShown } from '../../state/tunnels-shown';
import type { BuiltTunnels, Opening } from '../build/tunnels/built-tunnels';
import { toGeometry } from '../stage/geometry';
import { pageScale } from '../stage/page-scale';
import { useStage } from '../stage/stage-context';
import { blank } from '../stage/uniforms';
import { blendGround } from '../stage/use-ground-looks';
import { useOwned } from '../stage/use-owned';
import { fillMaterial, veilMaterial } from './fill-material';
import { signMaterial, signUniforms } from './sign-material';
import { solidMaterial, type TunnelUniforms } from './solid-material';
import { SIGN_STRIDE, TunnelSigns } from './tunnel-signs';
import { TunnelState } from './tunnel-state';

const PULSE_SECONDS = 1.5;
const FADE_SECONDS = 0.35;
/** From farther than this what hides galleries is seen through a little. */
const VEIL_FROM_M = 350;
const VEIL_FADE_M = 500;
const LONGEST_STEP_SECONDS = 0.1;
/** The clock has stopped when no frame has come for so long. */
const STILL_AFTER_MS = 600;

/** Everything solid; from afar a veil; what fills sections and signs, where there are any: four draws at most. */
export function Galleries({ built }: { readonly built: BuiltTunnels }) {
  const stage = useStage();
  const { uniforms, feed, picker, groundLooks, control } = stage;
  const state = useOwned(() => new TunnelState(built), [built]);
  const shared = useMemo<TunnelUniforms>(
    () => ({ uSections: { value: state.texture }, uPulse: { value: 0 } }),
    [state],
  );
  const own = useMemo(signUniforms, []);
  const signs = useMemo(() => new TunnelSigns(built), [built]);
  const opening = useOwned(() => openingTexture(built.opening), [built]);
  const solid = useOwned(() => toGeometry(built.solid), [built]);
  const fill = useOwned(() => toGeometry(built.fill), [built]);
  const board = useOwned(() => new SignBoard(), []);
  const solidLook = useOwned(() => solidMaterial(uniforms, shared), [uniforms, shared]);
  const fillLook = useOwned(() => fillMaterial(uniforms, shared), [uniforms, shared]);
  const veilLook = useOwned(() => veilMaterial(uniforms, shared), [uniforms, shared]);
  const signLook = useOwned(() => signMaterial(uniforms, shared, own), [uniforms, shared, own]);
  const parts = useMemo(() => {
    const group = new Group();
    const body = new Mesh(solid, solidLook);
    const filling = new Mesh(fill, fillLook);
    // Before the ground that covers it.
    filling.renderOrder = -10;
    const veil = new Mesh(fill, veilLook);
    veil.renderOrder = 4;
    const marks = new Mesh(board.geometry, signLook);
    marks.renderOrder = 12;
    for (const mesh of [body, filling, veil, marks]) {
      mesh.frustumCulled = false;
      group.add(mesh);
    }
    group.visible = false;
    return { group, filling, veil, marks };
  }, [solid, fill, board, solidLook, fillLook, veilLook, signLook]);

  useEffect(() => {
    const select = () => {
      state.showSelection();
      stage.wake();
    };
    select();
    const stop = useSelection.subscribe(select);
    // Nothing else has the one that stood in for it.
    uniforms.uOpening.value.dispose();
    uniforms.uOpening.value = opening;
    return () => {
      stop();
      picker.tunnels = null;
      uniforms.uShowTunnels.value = 0;
      uniforms.uOpening.value = blank();
      blendGround(groundLooks, false);
    };
  }, [state, stage, picker, uniforms, opening, groundLooks]);

  const still = useMemo(() => matchMedia('(prefers-reduced-motion: reduce)'), []);
  const memory = useRef({ version: -1, atMs: 0 });
  const scaleFor = useMemo(pageScale, []);
  useFrame(({ size, viewport }, delta) => {
    const wanted = tunnelsAreShown() ? 1 : 0;
    const shown = uniforms.uShowTunnels;
    const seconds = Math.min(LONGEST_STEP_SECONDS, delta);
    if (shown.value !== wanted) {
      const step = still.matches ? 1 : seconds / FADE_SECONDS;
      shown.value = wanted > shown.value ? Math.min(1, shown.value + step) : Math.max(0, shown.value - step);
      stage.wake();
    }
    const isOpen = shown.value > 0;
    parts.group.visible = isOpen;
    picker.tunnels = wanted === 1 ? { built, signs } : null;
    blendGround(groundLooks, isOpen);
    if (!isOpen) return;
    const now = performance.now();
    const last = memory.current;
    if (last.version !== feed.version) {
      last.version = feed.version;
      last.atMs = now;
      if (state.take(feed.tunnels.sections)) signs.take(feed.tunnels);
      else signs.count = 0;
      board.show(signs);
    }
    const veiled = Math.min(1, Math.max(0, (control.orbit.distanceM - VEIL_FROM_M) / VEIL_FADE_M)) * shown.value;
    parts.veil.visible = veiled > 0;
    veilLook.uniforms.uVeil.value = veiled;
    parts.filling.visible = state.hasFill;
    parts.marks.visible = signs.count > 0;
    // On a wall signs grow as the page's own words do.
    const scale = scaleFor(size.width, size.height);
    picker.tunnelScale = scale;
    own.uScreen.value.set(size.width * viewport.dpr, size.height * viewport.dpr);
    own.uDpr.value = viewport.dpr * scale;
    if (still.matches || now - last.atMs > STILL_AFTER_MS) return;
    shared.uPulse.value = (shared.uPulse.value + seconds / PULSE_SECONDS) % 1;
  });
  return <primitive object={parts.group} />;
}

function openingTexture({ data, columns, rows }: Opening): DataTexture {
  const texture = new DataTexture(data, columns, rows, RedFormat, UnsignedByteType);
  texture.unpackAlignment = 1;
  texture.magFilter = LinearFilter;
  texture.minFilter = LinearFilter;
  texture.needsUpdate = true;
  return texture;
}

/** Two triangles a sign, and the rows that place them. */
class SignBoard {
  readonly geometry = new InstancedBufferGeometry();
  private rows: InstancedInterleavedBuffer | null = null;

  constructor() {
    const corners = Float32Array.of(-1, -1, 0, 1, -1, 0, 1, 1, 0, -1, 1, 0);
    this.geometry.setAttribute('position', new BufferAttribute(corners, 3));
    this.geometry.setIndex([0, 1, 2, 0, 2, 3]);
    this.geometry.instanceCount = 0;
  }

  show({ rows, count }: TunnelSigns): void {
    this.geometry.instanceCount = count;
    if (count === 0) return;
    if (this.rows?.array !== rows) {
      this.rows = new InstancedInterleavedBuffer(rows, SIGN_STRIDE);
      this.rows.setUsage(DynamicDrawUsage);
      this.geometry.setAttribute('aPlace', new InterleavedBufferAttribute(this.rows, 4, 0));
      this.geometry.setAttribute('aSign', new InterleavedBufferAttribute(this.rows, 4, 4));
    }
    this.rows.clearUpdateRanges();
    this.rows.addUpdateRange(0, count * SIGN_STRIDE);
    this.rows.needsUpdate = true;
  }

  dispose(): void {
    this.geometry.dispose();
  }
}
