import { useMemo } from 'react';
import type uPlot from 'uplot';
import { CourseChart, type DrawnIn, unseen } from './course-chart';

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
  const data = useMemo(() => {
    const edge = (way: 1 | -1) => b.map((each, i) => (each === null ? null : each + way * (noise[i] ?? 0)));
    const times = xs.map((each) => each + startClockSeconds);
    return [times, a, b, edge(1), edge(-1)] as unknown as uPlot.AlignedData;
  }, [xs, a, b, noise, startClockSeconds]);
  return <CourseChart data={data} drawn={compared} label={label} look={look} />;
}

const compared: DrawnIn = (colour) => ({
  bands: [{ series: [3, 4], fill: `${colour('--accent')}30` }],
  series: [
    {},
    { stroke: colour('--ink-soft'), width: 1.5, dash: [5, 4], points: { show: false } },
    { stroke: colour('--accent'), width: 2, points: { show: false } },
    unseen,
    unseen,
  ],
});
