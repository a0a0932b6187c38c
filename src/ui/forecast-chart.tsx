import { useMemo } from 'react';
import type uPlot from 'uplot';
import { CourseChart, type DrawnIn, unseen } from './course-chart';

interface ForecastChartProps {
  /** Ascending; seconds since the start of the run, which stood at a time of day. */
  readonly seconds: readonly number[];
  readonly startClockSeconds: number;
  readonly past: readonly (number | null)[];
  readonly middle: readonly (number | null)[];
  readonly low: readonly (number | null)[];
  readonly high: readonly (number | null)[];
  readonly label: string;
  readonly look: string;
}

/** What was as a line, and what may come as a broken one within the band of all that was seen to come. */
export function ForecastChart({ seconds, startClockSeconds, label, look, ...of }: ForecastChartProps) {
  const { past, middle, low, high } = of;
  const data = useMemo(() => {
    const times = seconds.map((each) => each + startClockSeconds);
    return [times, past, middle, high, low] as unknown as uPlot.AlignedData;
  }, [seconds, past, middle, low, high, startClockSeconds]);
  return <CourseChart data={data} drawn={forecast} label={label} look={look} />;
}

const forecast: DrawnIn = (colour) => ({
  bands: [{ series: [3, 4], fill: `${colour('--alarm')}40` }],
  series: [
    {},
    { stroke: colour('--accent'), width: 2, points: { show: false } },
    { stroke: colour('--alarm'), width: 2, dash: [6, 5], points: { show: false } },
    unseen,
    unseen,
  ],
  hooks: { draw: [(plot) => markNow(plot, colour('--ink-soft'))] },
});

/** A thin upright where what was ends and what may come begins. */
function markNow(plot: uPlot, colour: string): void {
  const first = plot.data[2].findIndex((each) => each !== null && each !== undefined);
  if (first < 0) return;
  const { ctx, bbox } = plot;
  const x = Math.round(plot.valToPos(plot.data[0][first], 'x', true)) + 0.5;
  ctx.save();
  ctx.strokeStyle = colour;
  ctx.lineWidth = 1;
  ctx.beginPath();
  ctx.moveTo(x, bbox.top);
  ctx.lineTo(x, bbox.top + bbox.height);
  ctx.stroke();
  ctx.restore();
}
