import { useEffect, useRef } from 'react';
import type uPlot from 'uplot';
import { loadCharts } from './load-charts';

interface ComparedChartProps {
  /** Ascending; seconds since the start of the run, which stood at a time of day. */
  readonly xs: readonly number[];
  readonly startClockSeconds: number;
  readonly a: readonly (number | null)[];
  readonly b: readonly (number | null)[];
  /** Half-width of the band of their difference: drawn about B. */
  readonly noise: readonly (number | null)[];
  readonly label: string;
  readonly look: string;
}

/** Two courses of one figure over a time of day, the second with its band. */
export function ComparedChart({ xs, startClockSeconds, a, b, noise, label, look }: ComparedChartProps) {
  const host = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another look means other colours, so another chart
  useEffect(() => {
    const element = host.current;
    let isGone = false;
    let plot: uPlot | undefined;
    let watch: ResizeObserver | undefined;
    const edge = (way: 1 | -1) => b.map((each, i) => (each === null ? null : each + way * (noise[i] ?? 0)));
    const times = xs.map((each) => each + startClockSeconds);
    void loadCharts().then((Plot) => {
      if (isGone || !element) return;
      const data = [times, a, b, edge(1), edge(-1)] as unknown as uPlot.AlignedData;
      plot = new Plot(optionsFor(element), data, element);
      watch = new ResizeObserver(() => plot?.setSize({ width: Math.max(1, element.clientWidth), height: HEIGHT_PX }));
      watch.observe(element);
    });
    return () => {
      isGone = true;
      watch?.disconnect();
      plot?.destroy();
    };
  }, [look, xs, a, b, noise, startClockSeconds]);
  return <div className="compared-chart" ref={host} role="img" aria-label={label} />;
}

const HEIGHT_PX = 170;
const SECONDS_A_DAY = 86_400;

function optionsFor(element: HTMLElement): uPlot.Options {
  const style = getComputedStyle(element);
  const colour = (name: string) => style.getPropertyValue(name).trim();
  const hidden = { show: true, stroke: 'transparent', points: { show: false } };
  const axis = { stroke: colour('--ink-soft'), grid: { stroke: colour('--rule'), width: 1 }, ticks: { show: false } };
  const font = `12px ${style.fontFamily}`;
  return {
    width: Math.max(1, element.clientWidth),
    height: HEIGHT_PX,
    cursor: { show: false },
    legend: { show: false },
    select: { show: false, left: 0, top: 0, width: 0, height: 0 },
    scales: { x: { time: false } },
    axes: [
      { ...axis, font, space: 70, incrs: [300, 600, 900, 1_800, 3_600], values: (_, times) => times.map(timeOfDay) },
      { ...axis, font, size: 64 },
    ],
    bands: [{ series: [3, 4], fill: `${colour('--accent')}30` }],
    series: [
      {},
      { stroke: colour('--ink-soft'), width: 1.5, dash: [5, 4], points: { show: false } },
      { stroke: colour('--accent'), width: 2, points: { show: false } },
      hidden,
      hidden,
    ],
  };
}

function timeOfDay(seconds: number): string {
  const ofDay = ((seconds % SECONDS_A_DAY) + SECONDS_A_DAY) % SECONDS_A_DAY;
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
  return `${two(ofDay / 3_600)}:${two((ofDay / 60) % 60)}`;
}
