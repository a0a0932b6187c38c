import { useEffect, useRef } from 'react';
import type uPlot from 'uplot';
import { loadCharts } from './load-charts';

/** What of a chart depends on its colours. */
export type DrawnIn = (colour: (name: string) => string) => Pick<uPlot.Options, 'series' | 'bands' | 'hooks'>;

interface CourseChartProps {
  /** Times of day in seconds, then the courses; another array is another chart. */
  readonly data: uPlot.AlignedData;
  /** One and the same function for charts of a kind. */
  readonly drawn: DrawnIn;
  readonly label: string;
  readonly look: string;
}

/** Courses over a time of day, with axes. */
export function CourseChart({ data, drawn, label, look }: CourseChartProps) {
  const host = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another look means other colours, so another chart
  useEffect(() => {
    const element = host.current;
    let isGone = false;
    let plot: uPlot | undefined;
    let watch: ResizeObserver | undefined;
    void loadCharts().then((Plot) => {
      if (isGone || !element) return;
      plot = new Plot(optionsFor(element, drawn), data, element);
      watch = new ResizeObserver(() => plot?.setSize({ width: Math.max(1, element.clientWidth), height: HEIGHT_PX }));
      watch.observe(element);
    });
    return () => {
      isGone = true;
      watch?.disconnect();
      plot?.destroy();
    };
  }, [look, data, drawn]);
  return <div className="course-chart" ref={host} role="img" aria-label={label} />;
}

/** The edge of a band, itself not seen. */
export const unseen: uPlot.Series = { show: true, stroke: 'transparent', points: { show: false } };

const HEIGHT_PX = 170;
const SECONDS_A_DAY = 86_400;

function optionsFor(element: HTMLElement, drawn: DrawnIn): uPlot.Options {
  const style = getComputedStyle(element);
  const colour = (name: string) => style.getPropertyValue(name).trim();
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
      {
        ...axis,
        font,
        space: 70,
        incrs: [300, 600, 900, 1_800, 3_600, 7_200, 10_800, 14_400, 21_600],
        values: (_, times) => times.map(timeOfDay),
      },
      { ...axis, font, size: 64 },
    ],
    ...drawn(colour),
  };
}

function timeOfDay(seconds: number): string {
  const ofDay = ((seconds % SECONDS_A_DAY) + SECONDS_A_DAY) % SECONDS_A_DAY;
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
  return `${two(ofDay / 3_600)}:${two((ofDay / 60) % 60)}`;
}
