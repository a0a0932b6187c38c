import { useState } from 'react';
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
import { type AheadMinutes, aheadMinutes, FUTURES, look, stopLooking, useAhead } from '../../state/ahead';
import { type Spread, type SpreadAlarm, spreadOf, spreadOfAlarms } from '../../state/ahead-spread';
import { useChrome } from '../../state/chrome';
import { useEngine } from '../../state/engine-context';
import { judge } from '../../state/kpi-difference';
import { mainFigures } from '../../state/main-figures';
import { usePlaces } from '../../state/places';
import { useRun } from '../../state/run';
import { Button } from '../../ui/button';
import { Modal } from '../../ui/modal';
import { Segments } from '../../ui/segments';
import { verdictWord } from '../figures/difference';
import { hasPlace, lookAtElement } from '../happenings/look-at-element';
import { usePlaceName } from '../happenings/place-name';
import { AheadCourse } from './ahead-course';

/** What may happen if nobody does anything more: seen on copies, the city itself stays as it is. */
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

const MINUTES_AN_HOUR = 60;

function LookAhead({ onBack }: { onBack(): void }) {
  const text = useText();
  const words = text.ahead;
  const language = useLanguage();
  const engine = useEngine();
  const { minutes, share, seen, problems } = useAhead();
  const far = (count: number) =>
    count > MINUTES_AN_HOUR ? words.hours({ count: count / MINUTES_AN_HOUR }) : words.minutes({ count });
  return (
    <div className="ahead">
      <div className="ahead-setup">
        <Segments
          label={words.how}
          value={String(minutes)}
          disabled={share !== null}
          options={aheadMinutes.map((count) => ({ value: String(count), label: far(count) }))}
          onChange={(value) => useAhead.setState({ minutes: Number(value) as AheadMinutes })}
        />
        {share === null ? (
          <Button tone="main" onClick={() => void look(engine, minutes)}>
            {seen.length > 0 ? words.again : words.open}
          </Button>
        ) : (
          <Button onClick={stopLooking}>{words.stop}</Button>
        )}
        <Button onClick={onBack}>{words.back}</Button>
      </div>
      {share !== null && (
        <p role="status" className="ahead-living">
          {words.living({ share: formatShare(share, language), done: seen.length, total: FUTURES })}
          <progress className="bar" value={share} max={1} aria-hidden="true" />
        </p>
      )}
      {problems.length > 0 && (
        <p role="alert" className="compare-problem">
          {words.failed} {problems.map((each) => sayProblem(each, text)).join(' ')}
        </p>
      )}
      {seen.length > 0 && <Seen seen={seen} />}
      <p className="panel-note">{words.chance}</p>
    </div>
  );
}

function Seen({ seen }: { readonly seen: readonly Ahead[] }) {
  const text = useText();
  const words = text.ahead;
  const startClock = useRun((state) => (state.clock ? state.clock.clockSeconds - state.clock.seconds : Number.NaN));
  const [chosen, choose] = useState<KpiName | null>(null);
  const [{ fromSeconds, toSeconds, before }] = seen;
  const alarms = spreadOfAlarms(seen);
  const clock = (seconds: number) => formatClock(startClock + seconds, false);
  const figures = mainFigures.flatMap((name): FigureProps[] => {
    const after = spreadOf(seen.map((each) => each.after[name]));
    const now = before[name];
    return after && now !== undefined && moved(name, now, after) ? [{ name, before: now, after }] : [];
  });
  const shown = chosen ?? figures[0]?.name ?? 'energy.electric-demand';
  return (
    <>
      <p>{words.span({ from: clock(fromSeconds), to: clock(toSeconds), count: seen.length })}</p>
      <section>
        <h3>{alarms.length > 0 ? words.alarms : words.none}</h3>
        <ol className="ahead-alarms">
          {alarms.map((alarm) => (
            <AlarmLine
              key={alarm.first.code}
              alarm={alarm}
              of={seen.length}
              fromSeconds={fromSeconds}
              startClock={startClock}
            />
          ))}
        </ol>
      </section>
      <section>
        <h3>{words.figures}</h3>
        <AheadCourse name={shown} seen={seen} startClock={startClock} />
        {figures.length === 0 ? (
          <p className="empty">{words.noFigures}</p>
        ) : (
          <ul className="ahead-figures">
            {figures.map((each) => (
              <FigureLine key={each.name} {...each} isShown={each.name === shown} onChoose={() => choose(each.name)} />
            ))}
          </ul>
        )}
      </section>
    </>
  );
}

interface AlarmLineProps {
  readonly alarm: SpreadAlarm;
  readonly of: number;
  readonly fromSeconds: number;
  readonly startClock: number;
}

/** How long there is until then, and how sure it is; a press flies to where it will be. */
function AlarmLine({ alarm, of, fromSeconds, startClock }: AlarmLineProps) {
  const text = useText();
  const words = text.ahead;
  const language = useLanguage();
  const nameOf = usePlaceName();
  const book = usePlaces((state) => state.book);
  const { first, futures, others } = alarm;
  const lead = (tick: number) => formatDuration(tick * BASE_STEP_SECONDS - fromSeconds);
  const [soonest, latest] = [lead(alarm.soonestTick), lead(alarm.latestTick)];
  const said = (
    <>
      <b className="ahead-lead">
        {soonest === latest ? words.lead({ time: soonest }) : words.leadBetween({ from: soonest, to: latest })}
      </b>
      <time>{formatClock(startClock + first.tick * BASE_STEP_SECONDS, false)}</time>
      <span>
        {sayHappening(first, nameOf(first.element, first.code), language)}
        {others > 0 && <small> +{others}</small>}
      </span>
      <span className="ahead-how-sure">{words.inFutures({ count: futures, total: of })}</span>
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

function moved(name: KpiName, before: number, { middle }: Spread): boolean {
  const judged = judge(name, middle, before);
  return judged !== undefined && judged.verdict !== 'same';
}

interface FigureProps {
  readonly name: KpiName;
  readonly before: number;
  readonly after: Spread;
}

/** From now to then in the middle of the futures, and from the lowest to the highest; a press shows its course. */
function FigureLine({
  name,
  before,
  after,
  isShown,
  onChoose,
}: FigureProps & { readonly isShown: boolean; onChoose(): void }) {
  const text = useText();
  const language = useLanguage();
  const { unit } = kpis[name];
  const { difference, verdict } = judge(name, after.middle, before)!;
  const scaleOf = Math.max(Math.abs(before), Math.abs(after.high), Math.abs(after.low));
  const say = (value: number, signed = false) => formatWithUnit(value, unit, language, { signed, scaleOf });
  return (
    <li data-verdict={verdict} data-low={after.low} data-high={after.high}>
      <button type="button" aria-pressed={isShown} onClick={onChoose}>
        <span>{text.kpis[name].name}</span>
        <span>
          {say(before)} → {say(after.middle)}
          <small> {text.ahead.between({ low: say(after.low), high: say(after.high) })}</small>
        </span>
        <span className="compare-share">
          <span aria-hidden="true">{difference > 0 ? '▲' : '▼'}</span> {say(difference, true)}{' '}
          <b>{verdictWord(verdict, text)}</b>
        </span>
      </button>
    </li>
  );
}
