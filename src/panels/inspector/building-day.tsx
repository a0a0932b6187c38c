import { useState } from 'react';
import { type DayCarrier, dayCarriers, formatPath } from '../../../sim';
import { formatClock, formatShare, formatWithUnit, sayProblem, useLanguage, useText } from '../../i18n';
import { dayBeside, dayIsOutOfDate, liveTheDay, useDayLoads } from '../../state/day-loads';
import { useEdits } from '../../state/edits';
import { useEngine } from '../../state/engine-context';
import { usePlaces } from '../../state/places';
import { Button } from '../../ui/button';
import { Segments } from '../../ui/segments';
import { DayCurve } from './day-curve';

/** The clicked building's load over the day, beside those of its kind. The day is lived when somebody asks for it. */
export function BuildingDay({ id }: { readonly id: string }) {
  const text = useText();
  const language = useLanguage();
  const words = text.day;
  const engine = useEngine();
  const { share, loads, problems } = useDayLoads();
  // Another change, and what is shown is of another scenario.
  useEdits((state) => state.history);
  const hasEnergy = usePlaces((state) => (state.book?.energy.count('bus') ?? 0) > 0);
  const [carrier, setCarrier] = useState<DayCarrier>('electricity');
  if (!hasEnergy) return null;
  if (share !== null) {
    return (
      <p role="status" className="building-day-wait">
        {words.living({ share: formatShare(share, language) })}
        <progress className="bar" value={share} max={1} aria-hidden="true" />
      </p>
    );
  }
  const ask = (
    <Button small icon="energy" title={words.hint} onClick={() => void liveTheDay(engine)}>
      {loads === null ? words.ask : words.again}
    </Button>
  );
  if (problems.length > 0) {
    return (
      <>
        <p role="alert">
          {problems.map((each) => (
            <span key={`${each.code} ${formatPath(each.path)}`} title={each.message}>
              {sayProblem(each, text)}{' '}
            </span>
          ))}
        </p>
        {ask}
      </>
    );
  }
  if (loads === null) return ask;
  const known = dayCarriers.filter((each) => (dayBeside(loads, id, each)?.dayKwh ?? 0) > 0);
  const shown = known.includes(carrier) ? carrier : known[0];
  const beside = shown && dayBeside(loads, id, shown);
  if (!beside) return <p className="empty">{words.none}</p>;
  const use = loads.uses[loads.ids.indexOf(id)] as keyof typeof text.buildingUses;
  const more = beside.moreThanMiddle;
  const sentence = words.sentence({
    kwh: formatWithUnit(beside.dayKwh, 'kWh', language),
    peak: formatWithUnit(beside.peakKw, 'kW', language),
    time: formatClock(beside.peakSeconds, false),
  });
  const besides =
    more !== undefined &&
    words.beside({
      share: formatWithUnit(Math.abs(more), 'fraction', language),
      isMore: more > 0,
      peers: beside.peers,
      use: text.buildingUses[use],
    });
  return (
    <div className="building-day">
      <h3>{words.title}</h3>
      {known.length > 1 && (
        <Segments<DayCarrier>
          label={words.carrier}
          value={shown}
          options={known.map((value) => ({ value, label: words.carriers[value] }))}
          onChange={setCarrier}
        />
      )}
      <DayCurve beside={beside} label={`${sentence} ${besides || ''}`} />
      <ul className="building-day-legend">
        <li data-kind="own">{words.own}</li>
        {beside.peers > 0 && <li data-kind="middle">{words.middle}</li>}
        {beside.peers > 0 && <li data-kind="band">{words.band}</li>}
      </ul>
      <p>{sentence}</p>
      {besides && <p>{besides}</p>}
      {loads.leftOut > 0 && <p className="panel-note">{words.leftOut({ count: loads.leftOut })}</p>}
      {dayIsOutOfDate() && (
        <p className="panel-note">
          {words.outOfDate} {ask}
        </p>
      )}
    </div>
  );
}
