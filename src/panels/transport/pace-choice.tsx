import type { ClockState, Pace } from '../../../sim';
import { type Catalogue, formatDuration, formatTimes, type Language, useLanguage, useText } from '../../i18n';
import { useEngine } from '../../state/engine-context';
import { useRun } from '../../state/run';
import { paces, setPace } from '../../state/time-commands';
import { Segments } from '../../ui/segments';

/** Less than this share of the pace missing is the ordinary jitter of a busy machine. */
const KEEPS_UP_SHARE = 0.9;

/** Two parts, because the choice changes when somebody chooses, and what is reached several times a second. */
export function PaceChoice() {
  return (
    <div className="pace">
      <Paces />
      <Reached />
    </div>
  );
}

function Paces() {
  const text = useText();
  const language = useLanguage();
  const engine = useEngine();
  const pace = useRun((state) => state.clock?.pace ?? null);
  return (
    <Segments
      label={text.clock.pace}
      value={pace === null ? null : String(pace)}
      disabled={pace === null}
      options={paces.map((each) => ({ value: String(each), ...paceLabel(each, text, language) }))}
      onChange={(value) => setPace(engine, paces.find((each) => String(each) === value) ?? 1)}
    />
  );
}

function Reached() {
  const text = useText();
  const language = useLanguage();
  return <span className="pace-reached">{useRun(({ clock }) => clock && reached(clock, text, language))}</span>;
}

function paceLabel(pace: Pace, text: Catalogue, language: Language): { label: string; title: string } {
  if (pace === 'flat-out') return { label: text.clock.flatOut, title: text.clock.paceFlatOut };
  const times = formatTimes(pace, language);
  return { label: text.clock.paceTimes({ times }), title: text.clock.paceWords({ times }) };
}

/** The pace it has, and how far it is behind the pace it was asked for. */
export function reached(clock: ClockState, text: Catalogue, language: Language): string {
  if (!clock.running) return text.clock.paused;
  const now = text.clock.reached({ times: formatTimes(clock.reachedPace, language) });
  if (clock.pace === 'flat-out') return now;
  const isBehind = clock.behindSeconds >= 1 && clock.behindSeconds > (1 - KEEPS_UP_SHARE) * clock.pace;
  return isBehind ? `${now} · ${text.clock.behind({ time: formatDuration(clock.behindSeconds) })}` : now;
}
