import { scenarioName, useText } from '../../i18n';
import { fileOf } from '../../scenarios/file-of';
import type { KeptScenario } from '../../scenarios/kept-scenario';
import { useEngine } from '../../state/engine-context';
import { bringBack, noteFiled, type ShelfTrouble, takeOver, tryAgain, useScenarios } from '../../state/scenarios';
import { Button, IconButton } from '../../ui/button';
import { keepAsFile } from './keep-as-file';

/** What is worth knowing about keeping: that it does not work, that another tab writes, that one can still be had back. */
export function ShelfNotices() {
  const text = useText();
  const words = text.scenarios;
  const engine = useEngine();
  const { trouble, isElsewhere, deleted } = useScenarios();
  return (
    <>
      {trouble !== null && <TroubleNotice trouble={trouble} />}
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

/** Why nothing is kept, and the two ways out of it: a file, and whatever may bring the database back. */
function TroubleNotice({ trouble }: { readonly trouble: Exclude<ShelfTrouble, null> }) {
  const text = useText();
  const words = text.scenarios;
  const unkept = useScenarios((state) => state.unkept);
  const keepAll = (all: readonly KeptScenario[]) => {
    for (const kept of all) {
      const file = fileOf(kept.scenario, scenarioName(kept, text));
      keepAsFile(file.name, file.text);
    }
    noteFiled(all);
  };
  return (
    <p className="notice" data-tone="alarm" data-trouble={trouble}>
      <span>
        {words.trouble[trouble]} {unkept.length > 0 && words.unkeptCount({ count: unkept.length })}
      </span>
      {unkept.length > 0 && (
        <Button small icon="file" onClick={() => keepAll(unkept)}>
          {words.file}
        </Button>
      )}
      {trouble === 'full' && (
        <Button small onClick={() => void tryAgain()}>
          {words.tryAgain}
        </Button>
      )}
      {(trouble === 'newer' || trouble === 'outdated') && (
        <Button small onClick={() => location.reload()}>
          {words.loadAnew}
        </Button>
      )}
    </p>
  );
}
