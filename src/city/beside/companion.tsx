import { useFrame, useThree } from '@react-three/fiber';
import { useCallback, useEffect, useLayoutEffect, useRef } from 'react';
import type { PerspectiveCamera } from 'three';
import { useLook } from '../../state/look';
import { dividedAt } from '../../state/look-back';
import { useSelection } from '../../state/selection';
import { useSplit } from '../../state/split';
import { aimLens } from '../camera/aim-lens';
import { drawStrip } from '../stage/draw-strip';
import { PictureGate } from '../stage/picture-gate';
import { drawsInSoftware } from '../stage/picture-quality';
import { rendererName } from '../stage/renderer-name';
import { type Stage, showSelection } from '../stage/stage';
import { useStage } from '../stage/stage-context';

/** Draws the other city whenever the page's own is drawn, and when it has itself moved on. */
export function Companion({ main }: { readonly main: Stage }) {
  const stage = useStage();
  const { feed, uniforms, control } = stage;
  const { gl, size, viewport, invalidate, setDpr } = useThree();
  const gate = useRef<PictureGate | null>(null);
  const ask = useCallback(() => (gate.current ? gate.current.ask() : invalidate()), [invalidate]);
  /** The frame with which the other run that is shown now began: its stage is new, and may have been told one already. */
  const firstVersion = useRef(0);

  useLayoutEffect(() => {
    if (!drawsInSoftware(rendererName(gl.getContext()))) return;
    const made = new PictureGate(gl.getContext() as WebGL2RenderingContext, invalidate, () => {});
    gate.current = made;
    return () => {
      made.dispose();
      gate.current = null;
    };
  }, [gl, invalidate]);

  useEffect(() => {
    stage.wake = ask;
    main.drawn = ask;
    showSelection(stage);
    const stops = [
      useSelection.subscribe(() => {
        showSelection(stage);
        ask();
      }),
      useLook.subscribe(ask),
      useSplit.subscribe((state, before) => {
        if (before.isDrawn && !state.isDrawn) firstVersion.current = feed.version;
        ask();
      }),
    ];
    ask();
    return () => {
      stage.wake = () => {};
      main.drawn = () => {};
      for (const stop of stops) stop();
    };
  }, [stage, main, feed, ask]);

  useFrame(({ camera }) => {
    if (Math.abs(viewport.dpr - main.pixelRatio) > 1e-3 && (gate.current?.isFree ?? true)) setDpr(main.pixelRatio);
    aimLens(camera as PerspectiveCamera, control);
    uniforms.uShowFlow.value = main.uniforms.uShowFlow.value;
    if (feed.moving(performance.now())) ask();
  });

  useFrame(({ gl: renderer, scene, camera }) => {
    if (gate.current && !gate.current.begin()) return;
    // Before its first picture all of it is made ready, unseen: a strip of no width is none.
    drawStrip(renderer, scene, camera, size, 0, dividedAt() || 1);
    gate.current?.end();
    if (!useSplit.getState().isDrawn && feed.version !== firstVersion.current) useSplit.setState({ isDrawn: true });
  }, 1);
  return null;
}
