import { type Ahead, BASE_STEP_SECONDS, type KpiName, kpis } from '../../../sim';
import {
  formatClock,
  formatDuration,
  formatShare,
  formatWithUnit,
  sayHappening,
  sayProblem,
  useLanguage,
  useText,
} from '../../i18n';
import { type AheadMinutes, aheadMinutes, look, stopLooking, useAhead } from '../../state/ahead';
import { type ComingAlarm, comingAlarms } from '../../state/alarm-codes';
import { useChrome } from '../../state/chrome';
import { useEngine } from '../../state/engine-context';
import { judge } from '../../state/kpi-difference';
import { usePlaces } from '../../state/places';
import { useRun } from '../../state/run';
import { Button } from '../../ui/button';
import { Modal } from '../../ui/modal';
import { Segments } from '../../ui/segments';
import { verdictWord } from '../figures/difference';
import { hasPlace, lookAtElement } from '../happenings/look-at-element';
import { usePlaceName } from '../happenings/place-name';
import { mainFigures } from './main-figures';

/** What is going to happen if nobody does anything more: seen on a copy, the city itself stays as it is. */
export function AheadDialog() {
  const text = useText();
  const isOpen = useChrome((state) => state.dialog === 'ahead');
  const close = () => {
    stopLooking();
    useChrome.getState().showDialog(null);
  };
  return (
    <Modal title={text.ahead.title} closeLabel={text.close} open={isOpen} onClose={close}>
      {isOpen && <LookAhead onBack={close} />}
    </Modal>
  );
}

function LookAhead({ onBack }: { onBack(): void }) {
  const text = useText();
  const words = text.ahead;
  const language = useLanguage();
  const engine = useEngine();
  const { minutes, share, seen, problems } = useAhead();
  return (
    <div className="ahead">
      <div className="ahead-setup">
        <Segments
          label={words.how}
          value={String(minutes)}
          disabled={share !== null}
          options={aheadMinutes.map((count) => ({ value: String(count), label: words.minutes({ count }) }))}
          onChange={(value) => useAhead.setState({ minutes: Number(value) as AheadMinutes })}
        />
        {share === null ? (
          <Button tone="main" onClick={() => void look(engine, minutes)}>
            {seen ? words.again : words.open}
          </Button>
        ) : (
          <Button onClick={stopLooking}>{words.stop}</Button>
        )}
        <Button onClick={onBack}>{words.back}</Button>
      </div>
      {share !== null && (
        <p role="status" className="ahead-living">
          {words.living({ share: formatShare(share, language) })}
          <progress className="bar" value={share} max={1} aria-hidden="true" />
        </p>
      )}
      {problems.length > 0 && (
        <p role="alert" className="compare-problem">
          {words.failed} {problems.map((each) => sayProblem(each, text)).join(' ')}
        </p>
      )}
      {seen && <Seen seen={seen} />}
      <p className="panel-note">{words.certain}</p>
    </div>
  );
}

function Seen({ seen }: { readonly seen: Ahead }) {
  const text = useText();
  const words = text.ahead;
  const startClock = useRun((state) => (state.clock ? state.clock.clockSeconds - state.clock.seconds : Number.NaN));
  const alarms = comingAlarms(seen.happenings);
  const count = alarms.reduce((sum, { others }) => sum + others + 1, 0);
  const clock = (seconds: number) => formatClock(startClock + seconds, false);
  const figures = mainFigures.filter((name) => moved(name, seen));
  return (
    <>
      <p>{words.span({ from: clock(seen.fromSeconds), to: clock(seen.toSeconds) })}</p>
      <section>
        <h3>{count > 0 ? words.alarms({ count }) : words.none}</h3>
        <ol className="ahead-alarms">
          {alarms.map((alarm) => (
            <AlarmLine key={alarm.first.id} alarm={alarm} seen={seen} startClock={startClock} />
          ))}
        </ol>
      </section>
      <section>
        <h3>{words.figures}</h3>
        {figures.length === 0 ? (
          <p className="empty">{words.noFigures}</p>
        ) : (
          <ul className="ahead-figures">
            {figures.map((name) => (
              <FigureLine key={name} name={name} seen={seen} />
            ))}
          </ul>
        )}
      </section>
    </>
  );
}

interface AlarmLineProps {
  readonly alarm: ComingAlarm;
  readonly seen: Ahead;
  readonly startClock: number;
}

/** How long there is until then; a press flies to where it will be. */
function AlarmLine({ alarm: { first, others }, seen, startClock }: AlarmLineProps) {
  const text = useText();
  const language = useLanguage();
  const nameOf = usePlaceName();
  const book = usePlaces((state) => state.book);
  const seconds = first.tick * BASE_STEP_SECONDS;
  const said = (
    <>
      <b className="ahead-lead">{text.ahead.lead({ time: formatDuration(seconds - seen.fromSeconds) })}</b>
      <time>{formatClock(startClock + seconds, false)}</time>
      <span>
        {sayHappening(first, nameOf(first.element, first.code), language)}
        {others > 0 && <small> +{others}</small>}
      </span>
    </>
  );
  return (
    <li>
      {hasPlace(first.element, book, first.code) ? (
        <button
          type="button"
          title={text.happenings.flyTo({ place: nameOf(first.element, first.code) })}
          onClick={() => {
            useChrome.getState().showDialog(null);
            lookAtElement(first.element, book, first.code);
          }}
        >
          {said}
        </button>
      ) : (
        <div>{said}</div>
      )}
    </li>
  );
}

function moved(name: KpiName, { before, after }: Ahead): boolean {
  const judged = judge(name, after[name] ?? Number.NaN, before[name] ?? Number.NaN);
  return judged !== undefined && judged.verdict !== 'same';
}

function FigureLine({ name, seen }: { readonly name: KpiName; readonly seen: Ahead }) {
  const text = useText();
  const language = useLanguage();
  const { unit } = kpis[name];
  const before = seen.before[name]!;
  const after = seen.after[name]!;
  const { difference, verdict } = judge(name, after, before)!;
  const scaleOf = Math.max(Math.abs(before), Math.abs(after));
  const say = (value: number, signed = false) => formatWithUnit(value, unit, language, { signed, scaleOf });
  return (
    <li data-verdict={verdict}>
      <span>{text.kpis[name].name}</span>
      <span>
        {say(before)} → {say(after)}
      </span>
      <span className="compare-share">
        <span aria-hidden="true">{difference > 0 ? '▲' : '▼'}</span> {say(difference, true)}{' '}
        <b>{verdictWord(verdict, text)}</b>
      </span>
    </li>
  );
}
