import { scenarioName, useText } from '../../i18n';
import { useChrome } from '../../state/chrome';
import { useScenarios } from '../../state/scenarios';
import { Button } from '../../ui/button';

/** Which scenario the city shows, and whether it is kept; opens all of them. */
export function ScenarioChip() {
  const text = useText();
  const { current, savedRevision, trouble } = useScenarios();
  const showDialog = useChrome((state) => state.showDialog);
  const state =
    current === null ? null : savedRevision >= current.revision ? 'kept' : trouble === null ? 'keeping' : 'unkept';
  return (
    <Button
      small
      title={text.scenarios.hint}
      data-revision={current?.revision ?? 0}
      data-kept={state ?? 'none'}
      onClick={() => showDialog('scenarios')}
    >
      <b className="ab-letter">{text.compare.b}</b>
      <span className="scenario-chip-name">{current ? scenarioName(current, text) : text.scenarios.baseline}</span>
      {state && (
        <small className="scenario-chip-state" role="status">
          {text.scenarios[state]}
        </small>
      )}
    </Button>
  );
}
