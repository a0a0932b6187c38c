import { type Happening, playbookFor } from '../../../sim';
import { formatClock, sayHappening, useLanguage, useText } from '../../i18n';
import type { CauseIndex } from '../../state/cause-graph';
import { useCauseView } from '../../state/cause-view';
import { usePlaces } from '../../state/places';
import { usePlaybook } from '../../state/playbook';
import { useRun } from '../../state/run';
import { IconButton } from '../../ui/button';
import { causesOf } from './cause-chain';
import { hasPlace, lookAtElement } from './look-at-element';
import { usePlaceName } from './place-name';
import { useCauseIndex } from './use-cause-index';

const SHOWN = 12;

/** What happened lately, and because of what. */
export function Happenings() {
  const text = useText();
  const { index, record: happenings } = useCauseIndex();
  const newest = happenings.slice(-SHOWN).reverse();
  const earlier = happenings.length - newest.length;
  return (
    <section className="panel happenings" aria-label={text.happenings.title}>
      <div className="panel-head">
        <h2>{text.happenings.title}</h2>
        {earlier > 0 && <span className="panel-note">{text.happenings.more({ count: earlier })}</span>}
      </div>
      <div className="panel-body">
        {newest.length === 0 ? (
          <p className="empty">{text.happenings.none}</p>
        ) : (
          <ol className="happening-list" aria-live="polite" aria-relevant="additions">
            {newest.map((happening) => (
              <HappeningLine key={happening.id} happening={happening} index={index} />
            ))}
          </ol>
        )}
      </div>
    </section>
  );
}

function HappeningLine({ happening, index }: { readonly happening: Happening; readonly index: CauseIndex }) {
  const text = useText();
  const nameOf = usePlaceName();
  const language = useLanguage();
  const book = usePlaces((state) => state.book);
  const secondsPerTick = useRun((state) =>
    state.clock && state.clock.tick > 0 ? state.clock.seconds / state.clock.tick : 0,
  );
  const startClock = useRun((state) => (state.clock ? state.clock.clockSeconds - state.clock.seconds : Number.NaN));
  const place = nameOf(happening.element, happening.code);
  const causes = causesOf(happening, index);
  const sayCause = (cause: Happening, where: string) =>
    text.happenings.because({
      cause:
        cause.code === 'intervention.started'
          ? text.happenings.yourChange({ what: where })
          : sayHappening(cause, where, language),
      place: where,
    });
  const said = (
    <>
      <time>{formatClock(startClock + happening.tick * secondsPerTick)}</time>
      <span className="happening-text">{sayHappening(happening, place, language)}</span>
      {causes.map((cause) => (
        <span key={cause.id} className="happening-cause">
          {sayCause(cause, nameOf(cause.element, cause.code, true))}
        </span>
      ))}
    </>
  );
  return (
    <li className="happening" data-family={happening.code.split('.')[0]}>
      {hasPlace(happening.element, book, happening.code) ? (
        <button
          type="button"
          title={text.happenings.flyTo({ place })}
          onClick={() => lookAtElement(happening.element, book, happening.code)}
        >
          {said}
        </button>
      ) : (
        <div>{said}</div>
      )}
      {playbookFor(happening.code) && (
        <IconButton
          small
          icon="change"
          label={text.playbooks.open}
          title={text.playbooks.openFor({ what: sayHappening(happening, place, language) })}
          onClick={() => usePlaybook.getState().open(happening)}
        />
      )}
      <IconButton
        small
        icon="causes"
        label={text.causes.open}
        onClick={() => useCauseView.getState().look(happening.id)}
      />
    </li>
  );
}
