import { useText } from '../../i18n';
import { useChrome } from '../../state/chrome';
import { useEngine } from '../../state/engine-context';
import { useRun } from '../../state/run';
import { goAhead, togglePlay } from '../../state/time-commands';
import { Button, IconButton } from '../../ui/button';
import { Clock } from './clock';
import { PaceChoice } from './pace-choice';
import { Timeline } from './timeline';

/** Time: run it, pace it, go to another one. */
export function Transport() {
  const text = useText();
  const engine = useEngine();
  const running = useRun((state) => state.clock?.running ?? false);
  const isReady = useRun((state) => state.clock !== null && state.status.kind !== 'failed');
  const isSeeking = useRun((state) => state.status.kind === 'seeking');
  return (
    <section className="panel transport" aria-label={text.clock.aria}>
      <div className="transport-buttons">
        <IconButton
          icon={running ? 'pause' : 'play'}
          solid={!running}
          tone="main"
          label={running ? text.clock.pause : text.clock.play}
          disabled={!isReady}
          onClick={() => togglePlay(engine)}
        />
        <Clock />
        <Button
          small
          icon="ahead"
          disabled={!isReady || isSeeking}
          title={text.clock.stepHint}
          onClick={() => goAhead(engine)}
        >
          {text.clock.step}
        </Button>
        <Button
          small
          icon="eye"
          disabled={!isReady || isSeeking}
          title={text.ahead.openHint}
          aria-haspopup="dialog"
          onClick={() => useChrome.getState().showDialog('ahead')}
        >
          {text.ahead.open}
        </Button>
      </div>
      <PaceChoice />
      <Timeline />
    </section>
  );
}
