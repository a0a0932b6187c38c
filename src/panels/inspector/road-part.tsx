import { formatSetting, formatWithUnit, useLanguage, useText } from '../../i18n';
import { useChrome } from '../../state/chrome';
import { useCorridor } from '../../state/corridor';
import { stretchNow } from '../../state/corridor-record';
import { usePlaces } from '../../state/places';
import { Button } from '../../ui/button';
import { Row } from './row';

const KMH_PER_MPS = 3.6;

/** A stretch of road in one direction: who is on it now, how fast, how many an hour; the diagram of its corridor. */
export function RoadPart({ id }: { readonly id: string }) {
  const text = useText();
  const language = useLanguage();
  const words = text.corridor;
  const { plan, record } = useCorridor();
  const lanes = usePlaces((state) => state.book?.road(id)?.lanes);
  // The record grows in place: this is what says that it has.
  useCorridor((state) => state.version);
  const stretch = plan?.stretches.find(({ edge }) => edge === id);
  if (!stretch || !record) return <p className="empty">{words.waiting}</p>;
  const { fromM, toM, limitMps } = stretch;
  const now = stretchNow(record, fromM, toM);
  const speed = (mps: number) => formatSetting(Math.round(mps * KMH_PER_MPS), 'km/h', language);
  return (
    <>
      <dl>
        <Row name={words.now}>{formatWithUnit(now.vehicles, 'veh', language)}</Row>
        <Row name={words.speed}>
          {now.meanMps === undefined ? '–' : words.ofLimit({ speed: speed(now.meanMps), limit: speed(limitMps) })}
        </Row>
        <Row name={words.flow}>
          {now.perHour === undefined
            ? words.flowLater
            : words.perHour({ count: Math.round(now.perHour), minutes: Math.round(now.watchedS / 60) })}
        </Row>
        <Row name={words.length}>{words.lengthOf({ metres: Math.round(toM - fromM), lanes: lanes ?? 1 })}</Row>
      </dl>
      <Button small icon="wave" title={words.openHint} onClick={() => useChrome.getState().showDialog('corridor')}>
        {words.open}
      </Button>
    </>
  );
}
