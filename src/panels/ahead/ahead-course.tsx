import { useMemo } from 'react';
import type { Ahead, KpiName } from '../../../sim';
import { useText } from '../../i18n';
import { courseOf } from '../../state/ahead-spread';
import { useLook } from '../../state/look';
import { useRun } from '../../state/run';
import { ForecastChart } from '../../ui/forecast-chart';

interface AheadCourseProps {
  readonly name: KpiName;
  readonly seen: readonly Ahead[];
  readonly startClock: number;
}

/** A figure as it has been for up to a day, and as it may become. */
export function AheadCourse({ name, seen, startClock }: AheadCourseProps) {
  const text = useText();
  const words = text.ahead;
  const look = useLook((state) => state.look);
  // What is lived on meanwhile belongs to another look ahead.
  const samples = useMemo(() => (seen.length > 0 ? useRun.getState().samples : []), [seen]);
  const course = useMemo(() => courseOf(name, samples, seen), [name, samples, seen]);
  return (
    <figure className="ahead-course">
      <figcaption>
        <b>{text.kpis[name].name}</b>
        <span className="ahead-key" data-of="past">
          {words.keyPast}
        </span>
        <span className="ahead-key" data-of="ahead">
          {words.keyAhead({ count: seen.length })}
        </span>
      </figcaption>
      <ForecastChart
        {...course}
        startClockSeconds={startClock}
        label={words.course({ name: text.kpis[name].name, count: seen.length })}
        look={look}
      />
    </figure>
  );
}
