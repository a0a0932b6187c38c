import { useEffect } from 'react';
import { formatSetting, useLanguage, useText } from '../../i18n';
import { useChrome } from '../../state/chrome';
import { usePlaces } from '../../state/places';
import { useVehicle } from '../../state/vehicle';
import { Button, IconButton } from '../../ui/button';
import { Row } from './row';

const KMH_PER_MPS = 3.6;

/** The vehicle that was clicked: what it is, how fast, where; the camera can go along with it. */
export function VehiclePanel() {
  const isPicked = useVehicle((state) => state.row !== null);
  return isPicked ? <Picked /> : null;
}

function Picked() {
  const text = useText();
  const language = useLanguage();
  const { told, isFollowed, follow, pickVehicle } = useVehicle();
  const book = usePlaces((state) => state.book);
  const words = text.vehicle;
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
