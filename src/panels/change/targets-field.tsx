import { useDeferredValue, useId, useMemo, useState } from 'react';
import type { InterventionKind } from '../../../sim';
import { useLanguage, useText } from '../../i18n';
import { useCamera } from '../../state/camera';
import { isMain } from '../../state/mains-book';
import { type PlaceEntry, searchPlaces } from '../../state/place-book';
import { usePlaces } from '../../state/places';
import { useSelection } from '../../state/selection';
import { IconButton } from '../../ui/button';
import { compartmentFor } from './kind-looks';

const MOST_MATCHES = 30;
const MOST_LISTED = 12;
const LOOK_FROM_M = 500;

/** Where a change is made: clicked in the city, or found by name without a pointer. */
export function TargetsField({ kind, isMissing }: { readonly kind: InterventionKind; readonly isMissing: boolean }) {
  const text = useText();
  const language = useLanguage();
  const { book, isUnread } = usePlaces();
  const chosen = useSelection((state) => state.placing?.chosen ?? []);
  const { kind: element, least, most } = kind.targets;
  const compartment = compartmentFor[kind.kind];
  const words = compartment ? text.tunnel.sectionsOf[compartment] : text.elements[element];
  const nameOf = (id: string) => book?.nameOf(element, id, language) ?? id;
  const street = book?.wholeStreet(element, chosen, language);
  return (
    <fieldset className="targets">
      <legend className="field-name">{text.change.where}</legend>
      <p className="targets-hint">
        {isMain(element) ? text.change.whereList({ what: words.one }) : text.change.whereClick({ what: words.one })}
      </p>
      {chosen.length > 0 && (
        <ul className="chips" aria-label={text.change.chosen({ count: chosen.length })}>
          {street !== undefined ? (
            <Chip label={text.change.wholeStreet({ street, count: chosen.length })} onRemove={() => choose([])} />
          ) : (
            chosen
              .slice(0, MOST_LISTED)
              .map((id) => (
                <Chip
                  key={id}
                  label={nameOf(id)}
                  onRemove={() => useSelection.getState().pick({ kind: element, id })}
                />
              ))
          )}
          {street === undefined && chosen.length > MOST_LISTED && (
            <li className="panel-note">{text.change.chosen({ count: chosen.length })}</li>
          )}
        </ul>
      )}
      {chosen.length >= most && <p className="panel-note">{text.change.whereFull({ most })}</p>}
      {isMissing && (
        <p className="field-wrong" role="alert">
          {text.change.needed({ count: least, what: words.many })}
        </p>
      )}
      {book ? (
        <PlaceSearch kind={kind} chosen={chosen} />
      ) : (
        <p className="panel-note">{isUnread ? text.change.placesUnread : text.change.placesLoading}</p>
      )}
    </fieldset>
  );
}

function choose(chosen: readonly string[]): void {
  useSelection.setState((state) => (state.placing ? { placing: { ...state.placing, chosen } } : {}));
}

function Chip({ label, onRemove }: { readonly label: string; onRemove(): void }) {
  const text = useText();
  return (
    <li className="chip">
      <span>{label}</span>
      <IconButton icon="close" small label={text.change.removePlace({ place: label })} onClick={onRemove} />
    </li>
  );
}

function PlaceSearch({ kind, chosen }: { readonly kind: InterventionKind; readonly chosen: readonly string[] }) {
  const text = useText();
  const language = useLanguage();
  const book = usePlaces((state) => state.book);
  const [typed, setTyped] = useState('');
  const listId = useId();
  const wanted = useDeferredValue(typed);
  const { kind: element, most, planned } = kind.targets;
  const among = useSelection((state) => state.placing?.among ?? null);
  const entries = useMemo(
    () => book?.list(element, language, planned, among) ?? [],
    [book, element, language, planned, among],
  );
  const matches = useMemo(
    () =>
      wanted.trim() === '' && entries.length > MOST_MATCHES
        ? entries.filter((entry) => entry.isMain)
        : searchPlaces(entries, wanted),
    [entries, wanted],
  );
  return (
    <div className="place-search">
      <input
        className="text-input"
        type="search"
        value={typed}
        placeholder={text.change.search}
        aria-label={text.change.search}
        title={text.change.searchHint}
        aria-controls={listId}
        onChange={(event) => setTyped(event.target.value)}
      />
      <ul className="matches" id={listId}>
        {matches.slice(0, MOST_MATCHES).map((entry) => (
          <Match key={entry.ids[0] + entry.label} entry={entry} chosen={chosen} kind={element} most={most} />
        ))}
      </ul>
      {wanted.trim() !== '' && matches.length === 0 && <p className="panel-note">{text.change.noMatch}</p>}
      {matches.length > MOST_MATCHES && (
        <p className="panel-note">{text.change.moreMatches({ count: matches.length - MOST_MATCHES })}</p>
      )}
    </div>
  );
}

interface MatchProps {
  readonly entry: PlaceEntry;
  readonly chosen: readonly string[];
  readonly kind: InterventionKind['targets']['kind'];
  readonly most: number;
}

function Match({ entry, chosen, kind, most }: MatchProps) {
  const text = useText();
  const isChosen = entry.ids.every((id) => chosen.includes(id));
  const toggle = () => {
    const book = usePlaces.getState().book;
    if (entry.ids.length === 1) useSelection.getState().pick({ kind, id: entry.ids[0] });
    else choose(isChosen ? chosen.filter((id) => !entry.ids.includes(id)) : [...new Set([...chosen, ...entry.ids])]);
    const at = book?.placeOfAny(entry.ids[Math.floor(entry.ids.length / 2)]);
    if (isChosen) return;
    const view = kind === 'gallery-section' ? book?.tunnels.viewOf(entry.ids[0]) : undefined;
    if (view) useCamera.getState().flyTo({ kind: 'place', ...view });
    else if (at) useCamera.getState().flyTo({ kind: 'place', x: at[0], y: at[1], distanceM: LOOK_FROM_M });
  };
  return (
    <li>
      <button
        type="button"
        className="match"
        aria-pressed={isChosen}
        disabled={entry.ids.length > most}
        onClick={toggle}
      >
        {entry.ids.length > 1 && !entry.isWhole
          ? text.change.wholeStreet({ street: entry.label, count: entry.ids.length })
          : entry.label}
      </button>
    </li>
  );
}
