import { useEffect, useRef } from 'react';
import { tap } from 'rxjs';
import type { EngineClient } from '../../engine/engine-face';
import { useLookBack } from '../../state/look-back';
import { otherShare, useSplit } from '../../state/split';
import { useWalk } from '../../state/walk';
import { BesideLayers } from '../city-layers';
import { openCanvas } from '../stage/canvas-root';
import type { FrameSource } from '../stage/frame-feed';
import { openStageBeside, type Stage } from '../stage/stage';

/** The page reads it at the pace of people. */
const TELL_EVERY_MS = 250;

interface BesideViewProps {
  readonly main: Stage;
  readonly engine: EngineClient;
  readonly best: boolean;
}

/**
 * The other run's city, under the same camera, to the left of the divider. A picture of its own with a context of its
 * own: each draws only its side, so that both together cost the pixels of one.
 */
export function BesideView({ main, engine, best }: BesideViewProps) {
  const holder = useRef<HTMLDivElement>(null);
  const isHeld = useLookBack((state) => state.isHeld);
  // Inside a gallery there is one city.
  const isInside = useWalk((state) => state.section !== null);
  const share = useSplit(otherShare);

  useEffect(() => {
    if (!holder.current) return;
    const stage = openStageBeside(main);
    const open = openCanvas(holder.current, best, <BesideLayers stage={stage} main={main} />, {
      restored: () => stage.rebake(),
      givenUp: () => useSplit.setState({ isOn: false }),
    });
    if (!open) {
      useSplit.setState({ isOn: false });
      return () => stage.dispose();
    }
    open.canvas.setAttribute('aria-hidden', 'true');
    stage.feed.connect(beside(engine));
    return () => {
      open.stop();
      stage.dispose();
    };
  }, [main, engine, best]);

  useEffect(() => {
    if (!holder.current) return;
    holder.current.style.clipPath = `inset(0 ${100 * (1 - share)}% 0 0)`;
    holder.current.dataset.shown = String(share > 0 && !isHeld && !isInside);
  }, [share, isHeld, isInside]);

  return <div ref={holder} className="city-beside" />;
}

/** The other run as a stage follows it; the page hears how far its picture is. */
function beside(engine: EngineClient): FrameSource {
  let toldMs = Number.NEGATIVE_INFINITY;
  return {
    frames$: engine.baseline.frames$.pipe(
      tap(({ seconds }) => {
        const nowMs = performance.now();
        if (nowMs - toldMs < TELL_EVERY_MS) return;
        toldMs = nowMs;
        useSplit.setState({ shownSeconds: seconds });
      }),
    ),
    clock$: engine.clock$,
    giveBack: (buffer) => engine.giveBack(buffer),
  };
}
