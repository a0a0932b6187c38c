import { type PointerEvent, useEffect, useRef } from 'react';
import { useText } from '../../i18n';
import { useChrome } from '../../state/chrome';
import { useEngine } from '../../state/engine-context';
import { lookBack, useLookBack } from '../../state/look-back';
import { toggleSplit, useSplit } from '../../state/split';
import { Button, IconButton } from '../../ui/button';
import { ScenarioChip } from '../header/scenario-chip';
import { useScenarioNames } from './scenario-names';

/** A shorter press opens the comparison; a longer one shows A for as long as it lasts. */
const HOLD_MS = 300;

/** Which two scenarios are held against each other: A, to be seen while it is held, and B, the one that is open. */
export function CompareChip() {
  const text = useText();
  const words = text.compare;
  const engine = useEngine();
  const { a } = useScenarioNames();
  const isSplit = useSplit((state) => state.isOn);
  const isHeld = useLookBack((state) => state.isHeld);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const wasHeld = useRef(false);
  useEffect(() => () => clearTimeout(timer.current), []);

  const press = (event: PointerEvent<HTMLButtonElement>) => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    wasHeld.current = false;
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      wasHeld.current = true;
      lookBack(engine, true);
    }, HOLD_MS);
  };
  const release = () => {
    clearTimeout(timer.current);
    if (wasHeld.current) lookBack(engine, false);
  };
  return (
    <>
      <fieldset className="ab-chip" aria-label={words.chip}>
        <Button
          small
          className="ab-a"
          aria-haspopup="dialog"
          aria-pressed={isHeld}
          aria-label={`${words.a}: ${a}`}
          title={words.holdHint({ name: a })}
          onPointerDown={press}
          onPointerUp={release}
          onPointerCancel={release}
          onContextMenu={(event) => event.preventDefault()}
          onClick={() => {
            if (!wasHeld.current) useChrome.getState().showDialog('compare');
            wasHeld.current = false;
          }}
        >
          <b className="ab-letter">{words.a}</b>
          <span className="scenario-chip-name">{a}</span>
        </Button>
        <ScenarioChip />
      </fieldset>
      <IconButton
        small
        icon="split"
        label={words.split}
        title={words.splitHint}
        aria-pressed={isSplit}
        onClick={toggleSplit}
      />
    </>
  );
}
