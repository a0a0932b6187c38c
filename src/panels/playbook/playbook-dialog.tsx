import {
  BASE_STEP_SECONDS,
  changeOfStep,
  type ElementKind,
  type Happening,
  type Playbook,
  playbookFor,
} from '../../../sim';
import { formatClock, kindName, sayHappening, sayProblem, useLanguage, useText } from '../../i18n';
import { useChrome } from '../../state/chrome';
import { useEdits } from '../../state/edits';
import { useEngine } from '../../state/engine-context';
import { usePlaces } from '../../state/places';
import { type DecidedStep, enact, isInEffect, usePlaybook } from '../../state/playbook';
import { useRun } from '../../state/run';
import { Button } from '../../ui/button';
import { Modal } from '../../ui/modal';
import { settingsOf } from '../change/describe-change';
import { usePlaceName } from '../happenings/place-name';

/** Who does what, and when, about something that has happened; put into effect at a press, and told afterwards. */
export function PlaybookDialog() {
  const text = useText();
  const isOpen = useChrome((state) => state.dialog === 'playbook');
  const about = usePlaybook((state) => state.about);
  const playbook = about === null ? undefined : playbookFor(about.code);
  const title = playbook ? text.playbooks.title({ name: text.playbooks.names[playbook.name] }) : text.playbooks.open;
  const close = () => useChrome.getState().showDialog(null);
  return (
    <Modal title={title} closeLabel={text.close} open={isOpen} onClose={close}>
      {isOpen && about && playbook && <Steps about={about} playbook={playbook} />}
    </Modal>
  );
}

function Steps({ about, playbook }: { readonly about: Happening; readonly playbook: Playbook }) {
  const text = useText();
  const words = text.playbooks;
  const language = useLanguage();
  const engine = useEngine();
  const nameOf = usePlaceName();
  const book = usePlaces((state) => state.book);
  const isBusy = usePlaybook((state) => state.isBusy);
  const decided = usePlaybook((state) => state.decided.get(about.id));
  const isActing = useEdits(({ history }) => decided !== undefined && isInEffect(decided, history.list));
  const startClock = useRun((state) => (state.clock ? state.clock.clockSeconds - state.clock.seconds : Number.NaN));
  const idsOf = (kind: ElementKind) => (book?.list(kind, language) ?? []).flatMap(({ ids }) => ids);
  return (
    <div className="playbook">
      <p className="playbook-about">
        {words.because({
          time: formatClock(startClock + about.tick * BASE_STEP_SECONDS, false),
          what: sayHappening(about, nameOf(about.element, about.code), language),
        })}
      </p>
      <p>{words.about[playbook.name]}</p>
      <table className="told-table playbook-steps">
        <thead>
          <tr>
            <th scope="col">{words.whoDoes}</th>
            <th scope="col">{words.does}</th>
            <th scope="col">{words.when}</th>
          </tr>
        </thead>
        <tbody>
          {playbook.steps.map((step, i) => (
            <tr key={`${step.who} ${step.kind}`}>
              <th scope="row">{words.who[step.who]}</th>
              <td>
                {kindName(step.kind, text)}
                <small>
                  {settingsOf(
                    changeOfStep(step, step.kind, 0, () => []),
                    text,
                    language,
                  )}
                </small>
              </td>
              <td>
                {decided ? (
                  <Stand step={decided[i]} startClock={startClock} />
                ) : (
                  words.after({ count: step.afterMinutes })
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="panel-note">{words.note}</p>
      <div className="playbook-actions">
        <Button tone="main" disabled={isBusy || isActing} onClick={() => void enact(engine, about, playbook, idsOf)}>
          {words.apply}
        </Button>
      </div>
    </div>
  );
}

/** The log: what was decided, and from when to when it acts. */
function Stand({ step, startClock }: { readonly step: DecidedStep; readonly startClock: number }) {
  const text = useText();
  const words = text.playbooks;
  const change = useEdits((state) => state.history.list.find(({ id }) => id === step.id));
  if (step.problems.length > 0) {
    return <>{words.refused({ why: step.problems.map((each) => sayProblem(each, text)).join(' ') })}</>;
  }
  if (!change) return <>{words.takenOff}</>;
  const clock = (seconds: number | null) => formatClock(startClock + (seconds ?? Number.NaN), false);
  return <>{words.applied({ from: clock(change.fromSeconds), until: clock(change.untilSeconds) })}</>;
}
