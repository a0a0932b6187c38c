import { useState } from 'react';
import { formatClock, kindName, useText } from '../../i18n';
import { useEdits } from '../../state/edits';
import { useEngine } from '../../state/engine-context';
import { useRun } from '../../state/run';
import { seekTo } from '../../state/time-commands';
import { ValueSlider } from '../../ui/value-slider';
import { timelineEnd, timelineHours } from './timeline-span';

const KEY_STEP_S = 60;
const PAGE_STEP_S = 300;

/** The run from its start to a little beyond where it has been: drag or use keys to go to any time of it. */
export function Timeline() {
  const text = useText();
  const engine = useEngine();
  const clock = useRun((state) => state.clock);
  const furthest = useRun((state) => state.furthestSeconds);
  const checkpoints = useRun((state) => state.checkpoints);
  const list = useEdits((state) => state.history.list);
  const [dragged, setDragged] = useState<number | null>(null);
  if (!clock) return <div className="timeline" />;
  const startClock = clock.clockSeconds - clock.seconds;
  const end = timelineEnd(furthest);
  const say = (seconds: number) => formatClock(startClock + seconds);
  const at = (seconds: number) => `${(100 * Math.min(Math.max(seconds, 0), end)) / end}%`;
  const shown = dragged ?? Math.min(clock.seconds, end);
  return (
    <div className="timeline" title={text.clock.seekHelp}>
      <ValueSlider
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
      </ValueSlider>
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
