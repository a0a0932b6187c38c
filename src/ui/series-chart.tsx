import { useEffect, useRef } from 'react';
import type uPlot from 'uplot';
import { watchSight } from './in-sight';
import { loadCharts } from './load-charts';

interface SeriesChartProps {
  /** Ascending. */
  readonly xs: readonly number[];
  readonly ys: readonly (number | null)[];
  /** What it is compared with, drawn thin and broken beneath. */
  readonly reference?: readonly (number | null)[];
  readonly label: string;
  /** Redraws in the colours of another look. */
  readonly look: string;
}

/** A small line without axes: the shape of a figure over the run. Its numbers stand beside it. */
export function SeriesChart({ xs, ys, reference, label, look }: SeriesChartProps) {
  const host = useRef<HTMLDivElement>(null);
  const plot = useRef<uPlot | null>(null);
  const data = useRef<uPlot.AlignedData>([[], [], []]);
  data.current = [xs as number[], ys as (number | null)[], (reference ?? xs.map(() => null)) as (number | null)[]];

  // biome-ignore lint/correctness/useExhaustiveDependencies: another look means other colours, so another chart
  useEffect(() => {
    const element = host.current;
    if (!element) return;
    let isSeen = false;
    const resize = new ResizeObserver(() => plot.current?.setSize(sizeOf(element)));
    const put = (Plot: typeof uPlot) => {
      if (!isSeen || plot.current !== null) return;
      plot.current = new Plot(optionsFor(element), data.current, element);
      resize.observe(element);
    };
    const takeAway = () => {
      resize.disconnect();
      plot.current?.destroy();
      plot.current = null;
    };
    // Of dozens of figures a few are in view. The others have neither canvas nor observer, which cost in every frame.
    const unwatch = watchSight(element, (seen) => {
      isSeen = seen;
      if (seen) void loadCharts().then(put);
      else takeAway();
    });
    return () => {
      isSeen = false;
      unwatch();
      takeAway();
    };
  }, [look]);

  useEffect(() => {
    plot.current?.setData(data.current);
  });

  return <div className="series" ref={host} role="img" aria-label={label} />;
}

function sizeOf(element: HTMLElement): { width: number; height: number } {
  return { width: Math.max(1, element.clientWidth), height: Math.max(1, element.clientHeight) };
}

function optionsFor(element: HTMLElement): uPlot.Options {
  const style = getComputedStyle(element);
  const colour = (name: string) => style.getPropertyValue(name).trim();
  const lineWidth = Math.max(1, Number.parseFloat(style.fontSize) / 11);
  return {
    ...sizeOf(element),
    padding: [lineWidth + 1, lineWidth + 1, lineWidth + 1, 0],
    cursor: { show: false },
    legend: { show: false },
    select: { show: false, left: 0, top: 0, width: 0, height: 0 },
    axes: [{ show: false }, { show: false }],
    scales: { x: { time: false }, y: { range: (_, low, high) => spread(low, high) } },
    series: [
      {},
      { stroke: colour('--accent'), width: lineWidth, points: { show: false } },
      { stroke: colour('--ink-soft'), width: lineWidth * 0.75, dash: [3, 3], points: { show: false } },
    ],
  };
}

/** A line that does not move is drawn in the middle, and noise of a thousandth is not blown up to a mountain. */
function spread(low: number | null, high: number | null): [number, number] {
  if (low === null || high === null) return [0, 1];
  const least = Math.max(Math.abs(high), Math.abs(low)) * 0.05 || 1;
  const missing = Math.max(0, least - (high - low)) / 2;
  return [low - missing, high + missing];
}
