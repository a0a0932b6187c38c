import { useEffect } from 'react';
import { formatClock, formatSetting, useLanguage, useText } from '../../i18n';
import { useChrome } from '../../state/chrome';
import { useEngine } from '../../state/engine-context';
import { usePlaces } from '../../state/places';
import { useRun } from '../../state/run';
import { followJourney, useVehicle } from '../../state/vehicle';
import { Button, IconButton } from '../../ui/button';
import { Row } from './row';

const KMH_PER_MPS = 3.6;

/** The vehicle that was clicked: what it is, how fast, where; the camera can go along with it. */
export function VehiclePanel() {
  const row = useVehicle((state) => state.row);
  return row === null ? null : <Picked key={row} />;
}

function Picked() {
  const text = useText();
  const language = useLanguage();
  const { told, isFollowed, follow, pickVehicle } = useVehicle();
  const book = usePlaces((state) => state.book);
  const words = text.vehicle;
  const engine = useEngine();
  useEffect(() => followJourney(engine), [engine]);
  useEscape();
  return (
    <section className="panel inspector" aria-label={words.title}>
      <div className="panel-head">
        <h2>{told ? words.kinds[told.kind] : words.title}</h2>
        <IconButton small icon="close" label={text.close} onClick={() => pickVehicle(null)} />
      </div>
      <div className="panel-body" aria-live="off">
        {told && (
          <dl>
            <Row name={words.speed}>{formatSetting(Math.round(told.speedMps * KMH_PER_MPS), 'km/h', language)}</Row>
            <Row name={words.on}>
              {(told.edge !== undefined && book?.nameOf('edge', told.edge, language)) || words.junction}
            </Row>
            <Row name={words.driven}>{formatSetting(Math.round(told.drivenM), 'm', language)}</Row>
            <Trip />
          </dl>
        )}
        <Button
          small
          icon={isFollowed ? 'close' : 'eye'}
          aria-pressed={isFollowed}
          title={words.followHint}
          onClick={() => follow(!isFollowed)}
        >
          {isFollowed ? words.unfollow : words.follow}
        </Button>
      </div>
    </section>
  );
}

/** What the engine says of its trip; nothing before it has. */
function Trip() {
  const text = useText();
  const language = useLanguage();
  const journey = useVehicle((state) => state.journey);
  const book = usePlaces((state) => state.book);
  const startClock = useRun(({ clock }) => (clock ? clock.clockSeconds - clock.seconds : 0));
  const seconds = useRun(({ clock }) => clock?.seconds ?? 0);
  if (journey === null) return null;
  const words = text.vehicle;
  const { reason, fromEdge, toEdge, fromOutside, toOutside, departedSeconds, leftM, leftSeconds } = journey;
  const place = (edge: string, isOutside: boolean) => {
    const name = book?.nameOf('edge', edge, language) ?? edge;
    return isOutside ? words.outside({ by: name }) : name;
  };
  return (
    <>
      <Row name={words.reason}>{words.reasons[reason]}</Row>
      {fromEdge !== null && (
        <Row name={words.from}>
          {place(fromEdge, fromOutside)} · {formatClock(startClock + departedSeconds, false)}
        </Row>
      )}
      {toEdge !== null && <Row name={words.to}>{place(toEdge, toOutside)}</Row>}
      {toEdge !== null && (
        <Row name={words.left}>
          {formatSetting(Math.round(leftM / 10) * 10, 'm', language)} ·{' '}
          {words.about({ time: formatClock(startClock + seconds + leftSeconds, false) })}
        </Row>
      )}
    </>
  );
}

/** Escape ends going along first, then lets go of the vehicle. */
function useEscape(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented || useChrome.getState().dialog !== null) return;
      const { isFollowed, follow, pickVehicle } = useVehicle.getState();
      if (isFollowed) follow(false);
      else pickVehicle(null);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}
