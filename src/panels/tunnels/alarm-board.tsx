import { formatClock, formatShare, formatWithUnit, type Language, useLanguage, useText } from '../../i18n';
import { useCamera } from '../../state/camera';
import { useChrome } from '../../state/chrome';
import { usePlaces } from '../../state/places';
import { useRun } from '../../state/run';
import { type SectionNow, troublesOf } from '../../state/section-state';
import { useSelection } from '../../state/selection';
import type { SectionEntry } from '../../state/tunnel-alarms';
import { useTunnelsShown } from '../../state/tunnels-shown';
import { useWalk } from '../../state/walk';
import { IconButton } from '../../ui/button';
import { Icon } from '../../ui/icon';
import { TakeAlarm } from './order-buttons';
import { sayTroubles, troubleIcons } from './say-section';
import { useSectionsAtWork } from './use-sections';

/** More rows than anybody reads; the others are counted. */
const MOST_ROWS = 40;

/** Every section that is not at rest, the newest first: its state, since when, to be taken and looked at. */
export function AlarmBoard() {
  const isShown = useTunnelsShown();
  const count = usePlaces((state) => state.book?.tunnels.ids.length ?? 0);
  return isShown && count > 0 ? <Board count={count} /> : null;
}

function Board({ count }: { readonly count: number }) {
  const text = useText();
  const entries = useSectionsAtWork();
  const words = text.tunnel.board;
  const shown = entries?.slice(0, MOST_ROWS) ?? [];
  const rest = (entries?.length ?? 0) - shown.length;
  return (
    <section className="panel alarm-board" aria-label={words.title}>
      <div className="panel-head">
        <h2>{words.title}</h2>
        <IconButton
          small
          icon="detector"
          label={text.monitor.open}
          onClick={() => useChrome.getState().showDialog('monitor')}
        />
        {entries && entries.length > 0 && (
          <span className="panel-note">{words.count({ count: entries.length, all: count })}</span>
        )}
      </div>
      <div className="panel-body">
        {entries === null ? (
          <p className="empty">{words.noData}</p>
        ) : entries.length === 0 ? (
          <p className="empty alarm-board-rest">
            <Icon name="order" />
            {words.allAtRest({ count })}
          </p>
        ) : (
          <ul className="alarm-list" aria-live="polite" aria-relevant="additions">
            {shown.map((entry) => (
              <AlarmRow key={entry.id} entry={entry} />
            ))}
          </ul>
        )}
        {rest > 0 && <p className="panel-note">{words.more({ count: rest })}</p>}
      </div>
    </section>
  );
}

function AlarmRow({ entry }: { readonly entry: SectionEntry }) {
  const text = useText();
  const language = useLanguage();
  const book = usePlaces((state) => state.book?.tunnels);
  const startClock = useRun((state) => (state.clock ? state.clock.clockSeconds - state.clock.seconds : Number.NaN));
  const words = text.tunnel.board;
  const place = book?.shortNameOf(entry.id, language) ?? entry.id;
  const [trouble] = troublesOf(entry.now);
  const measure = measureOf(entry.now, language);
  const isSelected = useSelection(({ selected }) => selected?.kind === 'gallery-section' && selected.id === entry.id);
  return (
    <li className="alarm-row" data-alarm={entry.isAlarm} data-selected={isSelected}>
      <Icon name={troubleIcons[trouble]} />
      <div>
        <p className="alarm-state">
          {sayTroubles(entry.now, text)[0]}
          {measure && <b> {measure}</b>}
        </p>
        <p className="alarm-place">{place}</p>
        <p className="panel-note">
          {Number.isFinite(entry.sinceSeconds)
            ? words.since({ time: formatClock(startClock + entry.sinceSeconds) })
            : words.sinceUnknown}
          {entry.isTaken && ` · ${words.acknowledged}`}
        </p>
      </div>
      <div className="alarm-actions">
        <TakeAlarm section={entry.id} now={entry.now} isTaken={entry.isTaken} />
        <IconButton small icon="walk" label={text.tunnel.walk.enter} onClick={() => walkInto(entry.id)} />
        <IconButton small icon="locate" label={words.locateHint({ place })} onClick={() => lookAt(entry.id)} />
      </div>
    </li>
  );
}

/** Flies to a section and opens its inspector. */
export function lookAt(id: string): void {
  const view = usePlaces.getState().book?.tunnels.viewOf(id);
  useSelection.getState().pick({ kind: 'gallery-section', id });
  if (view) useCamera.getState().flyTo({ kind: 'place', ...view });
}

/** Picks a section and goes down into it. */
function walkInto(id: string): void {
  useSelection.getState().pick({ kind: 'gallery-section', id });
  useWalk.getState().enter(id);
}

/** The one number that says how bad it is. */
function measureOf({ gas, fire, flood, gasShare, airC, waterM }: SectionNow, language: Language): string | undefined {
  if (fire !== 'none') return formatWithUnit(airC, '°C', language);
  if (gas !== 'normal') return formatShare(gasShare, language);
  return flood !== 'dry' ? formatWithUnit(waterM, 'm', language) : undefined;
}
