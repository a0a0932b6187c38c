import { useEffect, useState } from 'react';
import { type Intervention, type InterventionKind, interventionKinds } from '../../../sim';
import { type FigureGroup, kindDoes, kindName, useText } from '../../i18n';
import { useCompare } from '../../state/compare';
import { useEdits } from '../../state/edits';
import { useFolds } from '../../state/folds';
import { useLookBack } from '../../state/look-back';
import { usePart } from '../../state/part';
import { usePlaces } from '../../state/places';
import { usePlans } from '../../state/plans';
import { useRun } from '../../state/run';
import { keptOf, useScenarios } from '../../state/scenarios';
import { useSelection } from '../../state/selection';
import { Fold } from '../../ui/fold';
import { Icon } from '../../ui/icon';
import { ActiveChanges } from './active-changes';
import { kindOf } from './describe-change';
import { groupedKinds, kindIcons, needsGalleries } from './kind-looks';
import { usePlacing } from './use-placing';

/** Choose a kind of change, place it, set it, apply it; and what is applied already. */
export function Change() {
  const text = useText();
  const [chosen, setChosen] = useState<InterventionKind | null>(null);
  // What has been made stands before what could be: the list of kinds is long.
  const hasChanges = useEdits(({ history }) => history.done.length + history.undone.length > 0);
  const isReady = useRun((state) => state.clock !== null);
  useMarkedElements();
  usePlacing(chosen, () => setChosen(null));
  const form = usePart(chosen !== null, () => import('./change-form'));
  const book = usePlaces((state) => state.book);
  const disagree = usePlans((state) => (state.plans?.conflicts.length ?? 0) > 0);
  // Where a city has nothing that a change could be made to, it is not offered.
  const kinds = Object.values(interventionKinds as Readonly<Record<string, InterventionKind>>).filter(
    ({ kind, targets }) =>
      (disagree || !targets.inConflict) &&
      (book === null || (book.holds(targets) && (book.tunnels.ids.length > 0 || !needsGalleries.has(kind)))),
  );
  return (
    <section className="panel change" id="change" aria-label={text.change.title}>
      {chosen && form ? (
        <form.ChangeForm key={chosen.kind} kind={chosen} onClose={() => setChosen(null)} />
      ) : (
        <>
          <div className="panel-head">
            <h2>{text.change.title}</h2>
          </div>
          <div className="panel-body">
            {hasChanges && <ActiveChanges key="active" />}
            {kinds.length === 0 && <p className="empty">{text.change.noKinds}</p>}
            {groupedKinds(kinds).map(({ group, of }) => (
              <KindGroup key={group} group={group} kinds={of} isReady={isReady} onChoose={setChosen} />
            ))}
            {!hasChanges && <ActiveChanges key="active" />}
          </div>
        </>
      )}
    </section>
  );
}

interface KindGroupProps {
  readonly group: FigureGroup;
  readonly kinds: readonly InterventionKind[];
  readonly isReady: boolean;
  onChoose(kind: InterventionKind): void;
}

/** The kinds of change to one part of the city. */
function KindGroup({ group, kinds, isReady, onChoose }: KindGroupProps) {
  const text = useText();
  const part = `changes.${group}`;
  const isOpen = useFolds(({ folded }) => !folded.includes(part));
  return (
    <Fold
      name={text.figures.groups[group]}
      count={kinds.length}
      isOpen={isOpen}
      onToggle={() => useFolds.getState().toggle(part)}
    >
      <ul className="kind-list">
        {kinds.map((kind) => (
          <li key={kind.kind}>
            <button type="button" className="kind" disabled={!isReady} onClick={() => onChoose(kind)}>
              <Icon name={kindIcons[kind.kind] ?? 'change'} />
              <span className="kind-name">{kindName(kind.kind, text)}</span>
              <span className="kind-does">{kindDoes(kind.kind, text)}</span>
            </button>
          </li>
        ))}
      </ul>
    </Fold>
  );
}

/** What carries a change now is marked in the city, in A's while that is looked at. */
function useMarkedElements(): void {
  const own = useEdits((state) => state.history.list);
  const isLookingBack = useLookBack((state) => state.shownSeconds !== null);
  const againstId = useCompare((state) => state.againstId);
  const against = useScenarios(({ entries }) => keptOf(entries).find(({ id }) => id === againstId));
  const list = isLookingBack ? (against?.scenario.interventions ?? none) : own;
  const acting = useRun((state) => actingIds(list, state.clock?.seconds ?? 0).join(' '));
  useEffect(() => {
    const ids = new Set(acting.split(' '));
    const elements = list
      .filter((each) => ids.has(each.id))
      .flatMap((each) => {
        const kind = kindOf(each.kind)?.targets.kind;
        return kind ? each.targets.map((id) => ({ kind, id })) : [];
      });
    useSelection.getState().mark(elements);
  }, [list, acting]);
}

const none: readonly Intervention[] = [];

function actingIds(list: readonly Intervention[], nowSeconds: number): string[] {
  return list
    .filter((each) => each.fromSeconds <= nowSeconds && (each.untilSeconds === null || nowSeconds < each.untilSeconds))
    .map((each) => each.id);
}
