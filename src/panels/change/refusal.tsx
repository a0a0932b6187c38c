import { formatPath, type Intervention } from '../../../sim';
import { sayProblem, useLanguage, useText } from '../../i18n';
import { applyInstead, namedIn, useEdits } from '../../state/edits';
import { useEngine } from '../../state/engine-context';
import { usePlaces } from '../../state/places';
import { Button } from '../../ui/button';
import { describeChange } from './describe-change';

/** Why a change was not applied: each problem, and for a conflict the other change and the way out. */
export function Refusal({ candidate, onResolved }: { readonly candidate: Intervention | null; onResolved(): void }) {
  const text = useText();
  const language = useLanguage();
  const engine = useEngine();
  const book = usePlaces((state) => state.book);
  const refusal = useEdits((state) => state.refusal);
  const list = useEdits((state) => state.history.list);
  if (!refusal || refusal.subject === null) return null;
  const others = namedIn(refusal.problems, list, refusal.subject);
  return (
    <div className="refusal" role="alert">
      <h3>{text.change.refused}</h3>
      <ul>
        {refusal.problems.map((each) => (
          <li key={`${each.code} ${formatPath(each.path)}`}>
            {sayProblem(each, text)}
            {others.length === 0 && <small>{each.message}</small>}
          </li>
        ))}
      </ul>
      {others.map((other) => (
        <div key={other.id} className="refusal-other">
          <p>{describeChange(other, book, text, language)}</p>
          {candidate && (
            <Button small onClick={async () => (await applyInstead(engine, candidate, other)) && onResolved()}>
              {text.change.takeOffAndApply}
            </Button>
          )}
        </div>
      ))}
      {others.length > 0 && <p className="panel-note">{text.change.conflictHelp}</p>}
    </div>
  );
}
