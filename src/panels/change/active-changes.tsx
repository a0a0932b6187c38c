import { type Intervention, responderOf } from '../../../sim';
import { type Catalogue, formatClock, kindName, useLanguage, useText } from '../../i18n';
import type { Deed } from '../../scenarios/history';
import { endNow, redoLast, takeOff, undoLast, useEdits } from '../../state/edits';
import { useEngine } from '../../state/engine-context';
import { usePlaces } from '../../state/places';
import { useRun } from '../../state/run';
import { Button, IconButton } from '../../ui/button';
import { describeChange, placesOf, settingsOf } from './describe-change';

/** What has been applied, and how to take it back. */
export function ActiveChanges() {
  const text = useText();
  const language = useLanguage();
  const engine = useEngine();
  const { history, isBusy, said } = useEdits();
  const book = usePlaces((state) => state.book);
  const told = (deed: Deed) => sayDeed(deed, describeChange(deed.subject, book, text, language), text);
  return (
    <div className="active-changes">
      <div className="active-head">
        <h3>{text.change.active}</h3>
        <div>
          <IconButton
            icon="undo"
            small
            label={text.change.undo}
            title={history.done.length > 0 ? `${text.change.undo}: ${told(history.done.at(-1)!)}` : text.change.undo}
            disabled={isBusy || history.done.length === 0}
            onClick={() => undoLast(engine)}
          />
          <IconButton
            icon="redo"
            small
            label={text.change.redo}
            title={
              history.undone.length > 0 ? `${text.change.redo}: ${told(history.undone.at(-1)!)}` : text.change.redo
            }
            disabled={isBusy || history.undone.length === 0}
            onClick={() => redoLast(engine)}
          />
        </div>
      </div>
      {history.list.length === 0 && <p className="empty">{text.change.noneActive}</p>}
      <ul className="active-list">
        {history.list.map((each) => (
          <ActiveChange key={each.id} change={each} />
        ))}
      </ul>
      <p className="sr-only" role="status">
        {said && text.change[said.way]({ what: told(said.deed) })}
      </p>
    </div>
  );
}

function ActiveChange({ change }: { readonly change: Intervention }) {
  const text = useText();
  const language = useLanguage();
  const engine = useEngine();
  const isBusy = useEdits((state) => state.isBusy);
  const book = usePlaces((state) => state.book);
  const startClock = useRun((state) => (state.clock ? state.clock.clockSeconds - state.clock.seconds : 0));
  const phase = useRun((state) => phaseOf(change, state.clock?.seconds ?? 0));
  const who = responderOf(change.id);
  const clockAt = (seconds: number) => formatClock(startClock + seconds, false);
  const span = { from: clockAt(change.fromSeconds), until: clockAt(change.untilSeconds ?? Number.NaN) };
  const when =
    phase === 'ended'
      ? text.change.ended(span)
      : change.untilSeconds !== null
        ? text.change.runsUntil(span)
        : phase === 'waits'
          ? text.change.waits({ time: span.from })
          : text.change.runs({ time: span.from });
  return (
    <li className="active-change" data-phase={phase}>
      <p className="active-name">{kindName(change.kind, text)}</p>
      {who && <p className="panel-note">{text.playbooks.by({ who: text.playbooks.who[who] })}</p>}
      {book && <p className="active-place">{placesOf(change, book, text, language)}</p>}
      <p className="panel-note">{[settingsOf(change, text, language), when].filter(Boolean).join(' · ')}</p>
      <div className="active-actions">
        {phase === 'runs' && (
          <Button small disabled={isBusy} title={text.change.revertHint} onClick={() => endNow(engine, change)}>
            {text.change.revert}
          </Button>
        )}
        <Button
          small
          disabled={isBusy}
          title={text.change.removeHint}
          onClick={() => takeOff(engine, change, 'remove')}
        >
          {text.change.remove}
        </Button>
        {phase !== 'waits' && (
          <Button
            small
            disabled={isBusy}
            title={text.change.rewindHint}
            onClick={() => takeOff(engine, change, 'rewind')}
          >
            {text.change.rewind}
          </Button>
        )}
      </div>
    </li>
  );
}

export type Phase = 'waits' | 'runs' | 'ended';

export function phaseOf(change: Intervention, nowSeconds: number): Phase {
  if (nowSeconds < change.fromSeconds) return 'waits';
  return change.untilSeconds !== null && nowSeconds >= change.untilSeconds ? 'ended' : 'runs';
}

function sayDeed(deed: Deed, what: string, text: Catalogue): string {
  const { didApply, didRemove, didRevert, didRewind } = text.change;
  return { apply: didApply, remove: didRemove, revert: didRevert, rewind: didRewind }[deed.kind]({ what });
}
