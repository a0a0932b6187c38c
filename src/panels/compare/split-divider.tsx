import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import { formatClock, formatShare, useLanguage, useText } from '../../i18n';
import { useLookBack } from '../../state/look-back';
import { useRun } from '../../state/run';
import { moveDivider, useSplit } from '../../state/split';
import { useWalk } from '../../state/walk';
import { useNothingToCompare } from './nothing-to-compare';
import { useScenarioNames } from './scenario-names';
import './split.css';

const STEP = 0.02;
const LARGE_STEP = 0.1;
/** Less than this behind is the same instant: pictures come several times a second. */
const BEHIND_SECONDS = 2;

/** Between A's city and B's: taken hold of with pointer, finger or keys. */
export function SplitDivider() {
  const text = useText();
  const words = text.compare;
  const language = useLanguage();
  const { isOn, isDrawn, shownSeconds, at } = useSplit();
  const isHeld = useLookBack((state) => state.isHeld);
  const seconds = useRun((state) => state.clock?.seconds ?? 0);
  const startClock = useRun((state) => (state.clock ? state.clock.clockSeconds - state.clock.seconds : 0));
  const { a, b } = useScenarioNames();
  const isInside = useWalk((state) => state.section !== null);
  const isNothing = useNothingToCompare();
  const line = useRef<HTMLDivElement>(null);
  if (!isOn || isHeld || isInside) return null;
  if (!isDrawn) {
    return (
      <p className="look-back" role="status">
        {isNothing ? words.sameAsBaseline : words.comingBack({ name: a })}
      </p>
    );
  }
  const follow = (event: PointerEvent) => {
    const city = line.current?.parentElement?.getBoundingClientRect();
    if (city && event.buttons > 0) moveDivider((event.clientX - city.left) / city.width);
  };
  const press = (event: KeyboardEvent) => {
    const to = keyed(event.key, at);
    if (to === null) return;
    event.preventDefault();
    moveDivider(to);
  };
  const isBehind = shownSeconds !== null && seconds - shownSeconds > BEHIND_SECONDS;
  return (
    <div ref={line} className="split" style={{ left: `${100 * at}%` }}>
      <span className="split-name split-a">
        <b className="ab-letter">{words.a}</b> {a}
        {isBehind && <small> {formatClock(startClock + shownSeconds)}</small>}
      </span>
      <span className="split-name split-b">
        <b className="ab-letter">{words.b}</b> {b}
      </span>
      <div
        className="split-grip"
        role="slider"
        tabIndex={0}
        aria-orientation="horizontal"
        aria-label={words.divider}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round(100 * at)}
        aria-valuetext={words.dividerAt({ share: formatShare(at, language) })}
        title={words.divider}
        onKeyDown={press}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          follow(event);
        }}
        onPointerMove={follow}
      />
    </div>
  );
}

function keyed(key: string, at: number): number | null {
  if (key === 'ArrowLeft' || key === 'ArrowDown') return at - STEP;
  if (key === 'ArrowRight' || key === 'ArrowUp') return at + STEP;
  if (key === 'PageDown') return at - LARGE_STEP;
  if (key === 'PageUp') return at + LARGE_STEP;
  if (key === 'Home') return 0;
  if (key === 'End') return 1;
  return null;
}
