import { formatClock, useText } from '../../i18n';
import { useLookBack } from '../../state/look-back';
import { useRun } from '../../state/run';
import { useNothingToCompare } from './nothing-to-compare';
import { useScenarioNames } from './scenario-names';

/** Whose city is in the picture while it is not the one that is worked on, and how late it is there. */
export function LookBackLabel() {
  const text = useText();
  const { isHeld, shownSeconds } = useLookBack();
  const startClock = useRun((state) => (state.clock ? state.clock.clockSeconds - state.clock.seconds : Number.NaN));
  const isNothing = useNothingToCompare();
  const { a } = useScenarioNames();
  if (!isHeld) return null;
  return (
    <p className="look-back" role="status" data-shown={shownSeconds !== null}>
      {isNothing
        ? text.compare.sameAsBaseline
        : shownSeconds === null
          ? text.compare.comingBack({ name: a })
          : text.compare.lookingBack({ name: a, time: formatClock(startClock + shownSeconds) })}
    </p>
  );
}
