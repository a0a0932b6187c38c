import { formatPath } from '../../../sim';
import type { EngineStatus } from '../../engine/engine-face';
import { formatShare, sayProblem, useLanguage, useText } from '../../i18n';
import { useEngine } from '../../state/engine-context';
import { useRun } from '../../state/run';
import { goTo, useScenarios } from '../../state/scenarios';
import { Button } from '../../ui/button';

const steps = ['fetching', 'reading', 'compiling', 'starting'] as const;

/** While the city opens, how far it is; if it cannot, everything that is wrong with it. */
export function Opening({ onRetry }: { onRetry(): void }) {
  const status = useRun((state) => state.status);
  if (status.kind === 'opening') return <Progress status={status} />;
  if (status.kind === 'failed') return <Failed problems={status.problems} onRetry={onRetry} />;
  return null;
}

function Progress({ status }: { readonly status: Extract<EngineStatus, { kind: 'opening' }> }) {
  const text = useText();
  const language = useLanguage();
  const now = steps.indexOf(status.step);
  return (
    <div className="panel opening" role="status">
      <h2>{text.status.opening}</h2>
      <ol className="opening-steps">
        {steps.map((step, i) => (
          <li key={step} data-state={i < now ? 'done' : i === now ? 'now' : 'next'}>
            <span>{text.status.step[step]}</span>
            {i === now && (
              <>
                <span>{formatShare(status.share, language)}</span>
                <progress value={status.share} max={1} aria-label={text.status.step[step]} />
              </>
            )}
          </li>
        ))}
      </ol>
    </div>
  );
}

interface FailedProps {
  readonly problems: Extract<EngineStatus, { kind: 'failed' }>['problems'];
  onRetry(): void;
}

export function Failed({ problems, onRetry }: FailedProps) {
  const text = useText();
  const engine = useEngine();
  const hasScenario = useScenarios((state) => state.current !== null);
  return (
    <div className="panel failed" role="alert">
      <h2>{text.status.failed}</h2>
      <p>{text.status.failedLead({ count: problems.length })}</p>
      <ol className="problem-list">
        {problems.map((each) => (
          <li key={`${each.code} ${formatPath(each.path)} ${each.message}`}>
            <code>{formatPath(each.path)}</code>
            <span>{sayProblem(each, text)}</span>
            <small lang="en">
              {each.severity === 'warning' && `${text.status.warning} · `}
              {each.code} · {each.message}
            </small>
          </li>
        ))}
      </ol>
      <div className="failed-acts">
        <Button tone="main" onClick={onRetry}>
          {text.status.retry}
        </Button>
        {hasScenario && <Button onClick={() => void goTo(engine, null)}>{text.scenarios.withoutScenario}</Button>}
      </div>
    </div>
  );
}
