import { formatClock, formatDuration, useText } from '../../i18n';
import { useRun } from '../../state/run';

/** The time of day in the city, and how long it has run. */
export function Clock() {
  const text = useText();
  const clock = useRun((state) => state.clock);
  const shown = formatClock(clock?.clockSeconds ?? Number.NaN);
  return (
    <time className="clock" title={text.clock.cityTime}>
      <span className="clock-hours">{shown.slice(0, 5)}</span>
      <span className="clock-seconds">{shown.slice(5)}</span>
      <span className="sr-only">{clock && text.clock.sinceStart({ time: formatDuration(clock.seconds) })}</span>
    </time>
  );
}
