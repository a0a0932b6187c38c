import { scenarioName, useText } from '../../i18n';
import { useEngine } from '../../state/engine-context';
import { bringBack, takeOver, useScenarios } from '../../state/scenarios';
import { Button, IconButton } from '../../ui/button';

/** What is worth knowing about keeping: that it does not work, that another tab writes, that one can still be had back. */
export function ShelfNotices() {
  const text = useText();
  const words = text.scenarios;
  const engine = useEngine();
  const { trouble, isElsewhere, deleted } = useScenarios();
  return (
    <>
      {trouble !== null && (
        <p className="notice" data-tone="alarm">
          {{ 'no-database': words.noDatabase, outdated: words.outdated, full: words.full }[trouble]}
        </p>
      )}
      {isElsewhere && (
        <p className="notice">
          {words.elsewhere}
          <Button small onClick={() => void takeOver(engine)}>
            {words.takeOver}
          </Button>
        </p>
      )}
      {deleted && (
        <p className="notice">
          {words.removed({ name: scenarioName(deleted, text) })}
          <Button small icon="undo" onClick={() => void bringBack()}>
            {words.bringBack}
          </Button>
          <IconButton
            small
            icon="close"
            label={text.status.dismiss}
            onClick={() => useScenarios.setState({ deleted: null })}
          />
        </p>
      )}
    </>
  );
}
