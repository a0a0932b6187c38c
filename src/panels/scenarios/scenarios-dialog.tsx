import { useRef, useState } from 'react';
import { formatPath } from '../../../sim';
import { sayProblem, useText } from '../../i18n';
import { useChrome } from '../../state/chrome';
import { useEngine } from '../../state/engine-context';
import { goTo, keptOf, useScenarios } from '../../state/scenarios';
import { Button, IconButton } from '../../ui/button';
import { Modal } from '../../ui/modal';
import { bringFiles } from './bring-files';
import { keepAsFile } from './keep-as-file';
import { OwnSceneList } from './own-scene-list';
import { ScenarioRow } from './scenario-row';
import { scenarioTree } from './scenario-tree';

/** All scenarios of the city that this browser keeps, from the baseline outwards. */
export function ScenariosDialog() {
  const text = useText();
  const isOpen = useChrome((state) => state.dialog === 'scenarios');
  const showDialog = useChrome((state) => state.showDialog);
  return (
    <Modal title={text.scenarios.title} closeLabel={text.close} open={isOpen} onClose={() => showDialog(null)}>
      {isOpen && <Scenarios />}
    </Modal>
  );
}

function Scenarios() {
  const text = useText();
  const words = text.scenarios;
  const engine = useEngine();
  const { entries, current, isOpening } = useScenarios();
  const [told, setTold] = useState<{ what: 'copied' | 'too-long' | 'here'; link: string } | null>(null);
  const picker = useRef<HTMLInputElement>(null);
  const tree = scenarioTree(keptOf(entries));
  const isOlder = (id: string) =>
    entries.some((each) => each.kind === 'kept' && each.kept.id === id && each.isOlderCopy);
  return (
    <div className="scenarios">
      <ul className="scenario-list">
        <li className="scenario-row" data-current={current === null}>
          <div className="scenario-what">
            <b>{words.baseline}</b>
            <small>{words.baselineWhat}</small>
          </div>
          <div className="scenario-acts">
            <Button
              small
              tone="main"
              disabled={current === null || isOpening}
              aria-label={`${words.open}: ${words.baseline}`}
              onClick={() => void goTo(engine, null)}
            >
              {words.open}
            </Button>
          </div>
        </li>
        {tree.map(({ kept, depth }) => (
          <ScenarioRow key={kept.id} kept={kept} depth={depth + 1} isOlderCopy={isOlder(kept.id)} onLink={setTold} />
        ))}
        {entries.map(
          (entry) =>
            entry.kind !== 'kept' && (
              <li key={entry.id} className="scenario-row" data-depth={1}>
                <div className="scenario-what">
                  <b>{entry.id.slice(0, 8)}</b>
                  <small>{entry.kind === 'newer' ? words.newer : words.damaged}</small>
                </div>
                <div className="scenario-acts">
                  <IconButton
                    small
                    icon="file"
                    label={`${words.file}: ${entry.id.slice(0, 8)}`}
                    onClick={() => keepAsFile(`${entry.id}.json`, entry.text)}
                  />
                </div>
              </li>
            ),
        )}
      </ul>
      {tree.length === 0 && <p className="empty">{words.none}</p>}
      {told && (
        <p role="status" className="scenario-link">
          {{ copied: words.linkCopied, 'too-long': words.linkTooLong, here: words.linkNotCopied }[told.what]}
          {told.what === 'here' && <input className="text-input" readOnly value={told.link} aria-label={words.link} />}
        </p>
      )}
      <RefusedList />
      <OwnSceneList />
      <div className="scenario-bring">
        <Button title={words.bringHint} onClick={() => picker.current?.click()}>
          {words.bring}
        </Button>
        <small>{words.bringHint}</small>
        <input
          ref={picker}
          type="file"
          accept=".json,.xml,.gz,.sumocfg,.inp,.m"
          multiple
          hidden
          onChange={(event) => {
            void bringFiles([...(event.target.files ?? [])].map((file) => ({ path: file.name, file })));
            event.target.value = '';
          }}
        />
      </div>
    </div>
  );
}

/** Everything that is wrong with what somebody brought, beside what was brought. */
function RefusedList() {
  const text = useText();
  const refused = useScenarios((state) => state.refused);
  return refused.map(({ source, problems }) => (
    <section key={source ?? 'link'} className="scenario-refused" role="alert">
      <p>{text.scenarios.refused({ source: source ?? text.scenarios.theLink })}</p>
      <ol className="problem-list">
        {problems.map((each) => (
          <li key={`${each.code} ${formatPath(each.path)} ${each.message}`}>
            <code>{formatPath(each.path)}</code>
            <span>{sayProblem(each, text)}</span>
            <small lang="en">
              {each.code} · {each.message}
            </small>
          </li>
        ))}
      </ol>
    </section>
  ));
}
