import { useFrame, useThree } from '@react-three/fiber';
import { useEffect, useMemo, useRef } from 'react';
import { DoubleSide, Group, Mesh } from 'three';
import { followCauses, useCauseShown } from '../../state/cause-shown';
import { useCauseView } from '../../state/cause-view';
import { useQuality } from '../../state/quality';
import { heightIn } from '../camera/terrain-height';
import { pageScale } from '../stage/page-scale';
import { useStage } from '../stage/stage-context';
import { useOwned } from '../stage/use-owned';
import { ChainBoard } from './chain-board';
import { chainUniforms, placeMaterial, wayMaterial } from './chain-material';

const TRAVELS_PER_SECOND = 0.45;
const LONGEST_STEP_SECONDS = 0.35;
/** The clock has stopped when no frame has come for so long. */
const STILL_AFTER_MS = 600;
/** What has long unfolded: for those who asked for less motion, and where a processor draws a picture a second. */
const LONG_AGO_S = 1e6;

/** The chain of causes that is looked at, drawn through the city: two draws, none while there is none. */
export function ChainLayer() {
  const stage = useStage();
  const { feed, city } = stage;
  const canvas = useThree(({ gl }) => gl.domElement);
  const own = useMemo(chainUniforms, []);
  const board = useOwned(() => new ChainBoard(), []);
  const wayLook = useOwned(() => wayMaterial(own), [own]);
  const placeLook = useOwned(() => placeMaterial(own), [own]);
  const still = useMemo(() => matchMedia('(prefers-reduced-motion: reduce)'), []);
  const seconds = useRef(0);
  const group = useMemo(() => {
    const all = new Group();
    wayLook.side = DoubleSide;
    [new Mesh(board.ways.geometry, wayLook), new Mesh(board.places.geometry, placeLook)].forEach((mesh, i) => {
      mesh.frustumCulled = false;
      mesh.renderOrder = 13 + i;
      all.add(mesh);
    });
    all.visible = false;
    return all;
  }, [board, wayLook, placeLook]);

  useEffect(() => {
    let focus: number | null = null;
    const show = () => {
      const { map } = useCauseShown.getState();
      const asked = useCauseView.getState().focus;
      if (asked !== focus) {
        seconds.current = 0;
        board.untilS = 0;
      }
      const isWhole = still.matches || useQuality.getState().software;
      const startS = isWhole ? -LONG_AGO_S : seconds.current;
      board.show(map, asked !== focus, startS, (x, y) => heightIn(city.heights, x, y));
      focus = asked;
      group.visible = map.places.length > 0;
      canvas.dataset.chain = `${map.places.length} ${map.ways.length}`;
      stage.wake();
    };
    const stops = [useCauseShown.subscribe(show), followCauses()];
    show();
    return () => {
      for (const stop of stops) stop();
      delete canvas.dataset.chain;
    };
  }, [board, group, city, stage, still, canvas]);

  const memory = useRef({ version: -1, atMs: 0 });
  const scaleFor = useMemo(pageScale, []);
  useFrame(({ size, viewport }, delta) => {
    if (!group.visible) return;
    const step = Math.min(LONGEST_STEP_SECONDS, delta);
    seconds.current += step;
    own.uNow.value = seconds.current;
    own.uScreen.value.set(size.width * viewport.dpr, size.height * viewport.dpr);
    own.uDpr.value = viewport.dpr * scaleFor(size.width, size.height);
    if (seconds.current < board.untilS) stage.wake();
    const now = performance.now();
    if (memory.current.version !== feed.version) memory.current = { version: feed.version, atMs: now };
    if (still.matches || now - memory.current.atMs > STILL_AFTER_MS) return;
    own.uPhase.value = (own.uPhase.value + step * TRAVELS_PER_SECOND) % 1;
  });
  return <primitive object={group} />;
}
