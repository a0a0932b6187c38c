import { useEffect, useRef } from 'react';
import type { CorridorPlan, CorridorStretch } from '../../../sim';
import type { CorridorRecord } from '../../state/corridor-record';
import { useLook } from '../../state/look';
import { useRun } from '../../state/run';
import { type DiagramColours, drawCorridor } from './draw-corridor';

interface CorridorDiagramProps {
  readonly plan: CorridorPlan;
  readonly record: CorridorRecord;
  readonly version: number;
  readonly spanSeconds: number;
  readonly names: readonly string[];
  readonly label: string;
  readonly chosen: CorridorStretch | undefined;
}

/** The canvas, drawn anew when something has been told, which is four times a second at most. */
export function CorridorDiagram(props: CorridorDiagramProps) {
  const { label, version, spanSeconds, plan, names } = props;
  const canvas = useRef<HTMLCanvasElement>(null);
  const newest = useRef(props);
  newest.current = props;
  const look = useLook((state) => state.look);
  const startClock = useRun((state) => (state.clock ? state.clock.clockSeconds - state.clock.seconds : 0));

  // biome-ignore lint/correctness/useExhaustiveDependencies: drawn when anything that it shows has changed
  useEffect(() => {
    if (canvas.current) drawOn(canvas.current, newest.current, startClock);
  }, [version, spanSeconds, plan, names.join(), look, startClock]);

  useEffect(() => {
    const element = canvas.current;
    if (!element) return;
    const watch = new ResizeObserver(() => drawOn(element, newest.current, startClock));
    watch.observe(element);
    return () => watch.disconnect();
  }, [startClock]);

  return (
    <div className="corridor-frame">
      <canvas ref={canvas} role="img" aria-label={label} data-version={version} />
    </div>
  );
}

function drawOn(
  canvas: HTMLCanvasElement,
  { plan, record, spanSeconds, names, chosen }: CorridorDiagramProps,
  startClock: number,
): void {
  const pen = canvas.getContext('2d');
  if (!pen) return;
  const scale = window.devicePixelRatio;
  const [widthPx, heightPx] = [Math.round(canvas.clientWidth * scale), Math.round(canvas.clientHeight * scale)];
  if (widthPx < 1 || heightPx < 1) return;
  if (canvas.width !== widthPx || canvas.height !== heightPx) [canvas.width, canvas.height] = [widthPx, heightPx];
  const style = getComputedStyle(canvas);
  const colour = (name: string) => style.getPropertyValue(name).trim();
  const colours: DiagramColours = {
    ink: colour('--ink'),
    soft: colour('--ink-soft'),
    rule: colour('--rule'),
    free: colour('--way-free'),
    slow: colour('--way-slow'),
    standing: colour('--way-standing'),
    red: colour('--light-red'),
    yellow: colour('--light-yellow'),
    green: colour('--light-green'),
    font: style.fontFamily,
  };
  const since = Number.isNaN(record.sinceSeconds) ? 0 : record.sinceSeconds;
  const until = Number.isNaN(record.untilSeconds) ? since : record.untilSeconds;
  // It fills from the left, then goes on.
  const fromSeconds = Math.max(since, until - spanSeconds);
  drawCorridor(
    pen,
    plan,
    record,
    {
      widthPx,
      heightPx,
      em: Number.parseFloat(style.fontSize) * scale,
      fromSeconds,
      toSeconds: fromSeconds + spanSeconds,
      startClock,
      names,
      chosen,
    },
    colours,
  );
}
