import type { Happening } from '../../../sim';
import { type Catalogue, formatClock, kindName, sayHappening, useLanguage, useText } from '../../i18n';
import { useCamera } from '../../state/camera';
import { useEdits } from '../../state/edits';
import { usePlaces } from '../../state/places';
import { useRun } from '../../state/run';
import { describeChange, kindOf } from '../change/describe-change';
import { causesOf } from './cause-chain';

const SHOWN = 12;
const LOOK_FROM_M = 600;

/** What happened lately, and because of what. */
export function Happenings() {
  const text = useText();
  const happenings = useRun((state) => state.happenings);
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
              <HappeningLine key={happening.id} happening={happening} all={happenings} />
            ))}
          </ol>
        )}
      </div>
    </section>
  );
}

function HappeningLine({ happening, all }: { readonly happening: Happening; readonly all: readonly Happening[] }) {
  const text = useText();
  const nameOf = usePlaceName();
  const language = useLanguage();
  const book = usePlaces((state) => state.book);
  const secondsPerTick = useRun((state) =>
    state.clock && state.clock.tick > 0 ? state.clock.seconds / state.clock.tick : 0,
  );
  const startClock = useRun((state) => (state.clock ? state.clock.clockSeconds - state.clock.seconds : Number.NaN));
  const place = nameOf(happening.element);
  const at = book?.placeOfAny(happening.element);
  const causes = causesOf(happening, all);
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
          {sayCause(cause, nameOf(cause.element, true))}
        </span>
      ))}
    </>
  );
  return (
    <li className="happening" data-family={happening.code.split('.')[0]}>
      {at ? (
        <button
          type="button"
          title={text.happenings.flyTo({ place })}
          onClick={() => useCamera.getState().flyTo({ kind: 'place', x: at[0], y: at[1], distanceM: LOOK_FROM_M })}
        >
          {said}
        </button>
      ) : (
        <div>{said}</div>
      )}
    </li>
  );
}

/** Happenings name elements of the city, or changes that somebody made. */
function usePlaceName(): (element: string, isShort?: boolean) => string {
  const text = useText();
  const language = useLanguage();
  const book = usePlaces((state) => state.book);
  const { list, done, undone } = useEdits((state) => state.history);
  return (element, isShort = false) => {
    const change =
      list.find((each) => each.id === element) ??
      [...done, ...undone].find((deed) => deed.subject.id === element)?.subject;
    if (change) return isShort ? kindName(change.kind, text) : describeChange(change, book, text, language);
    return (
      (isShort ? book?.shortNameOfAny(element, language) : book?.nameOfAny(element, language)) ??
      kindOfId(element, text) ??
      element
    );
  };
}

/** What is left of a change that was undone and then written over: its kind, which its name begins with. */
function kindOfId(id: string, text: Catalogue): string | undefined {
  const kind = id.replace(/-\d+$/, '');
  return kindOf(kind) && kindName(kind, text);
}
