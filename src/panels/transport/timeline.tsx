import { useState } from 'react';
import { formatClock, kindName, useText } from '../../i18n';
import { useChrome } from '../../state/chrome';
import { useEdits } from '../../state/edits';
import { useEngine } from '../../state/engine-context';
import { usePart } from '../../state/part';
import { useRun } from '../../state/run';
import { seekTo } from '../../state/time-commands';
import { timelineEnd, timelineHours } from './timeline-span';

const KEY_STEP_S = 60;
const PAGE_STEP_S = 300;

/** About as many as it has pixels: a slider that is drawn anew for less is work that nobody sees. */
const STEPS = 600;
const inSteps = (seconds: number, end: number) => Math.floor((seconds * STEPS) / end) * (end / STEPS);

/** The run from its start to a little beyond where it has been: drag or use keys to go to any time of it. */
export function Timeline() {
  const text = useText();
  const engine = useEngine();
  const hasClock = useRun(({ clock }) => clock !== null);
  const startClock = useRun(({ clock }) => (clock ? clock.clockSeconds - clock.seconds : 0));
  const end = useRun(({ furthestSeconds }) => timelineEnd(furthestSeconds));
  const reached = useRun(({ clock }) => (clock ? inSteps(clock.seconds, end) : 0));
  const checkpoints = useRun((state) => state.checkpoints);
  const list = useEdits((state) => state.history.list);
  const [dragged, setDragged] = useState<number | null>(null);
  const stands = useChrome((state) => state.cityStands);
  // It comes with the clock, of which it is the hand, and not before the city.
  const slider = usePart(hasClock && stands, () => import('../../ui/value-slider'));
  if (!hasClock || !slider) return <div className="timeline" />;
  const say = (seconds: number) => formatClock(startClock + seconds);
  const at = (seconds: number) => `${(100 * Math.min(Math.max(seconds, 0), end)) / end}%`;
  const shown = dragged ?? Math.min(reached, end);
  return (
    <div className="timeline" title={text.clock.seekHelp}>
      <slider.ValueSlider
        className="timeline-slider"
        label={text.clock.timeline}
        value={shown}
        min={0}
        max={end}
        step={KEY_STEP_S}
        largeStep={PAGE_STEP_S}
        say={say}
        onChange={setDragged}
        onCommit={(seconds) => {
          setDragged(null);
          seekTo(engine, seconds);
        }}
      >
        {list.map((each) => (
          <span
            key={each.id}
            className="timeline-change"
            title={kindName(each.kind, text)}
            style={{ left: at(each.fromSeconds), right: `calc(100% - ${at(each.untilSeconds ?? end)})` }}
          />
        ))}
        {checkpoints.map((each) => (
          <span
            key={each.tick}
            className="timeline-saved"
            title={text.clock.checkpoint({ time: say(each.seconds) })}
            style={{ left: at(each.seconds) }}
          />
        ))}
      </slider.ValueSlider>
      <div className="timeline-hours" aria-hidden="true">
        {timelineHours(startClock, end).map((hour) => (
          <span key={hour.seconds} style={{ left: at(hour.seconds) }}>
            {formatClock(startClock + hour.seconds, false)}
          </span>
        ))}
      </div>
      {dragged !== null && <output className="timeline-note">{say(shown)}</output>}
    </div>
  );
}
