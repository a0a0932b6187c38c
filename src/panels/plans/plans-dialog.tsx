import { useMemo } from 'react';
import type { PlanConflict } from '../../../sim';
import { formatSetting, formatWithUnit, type Language, useLanguage, useText } from '../../i18n';
import { useChrome } from '../../state/chrome';
import { applyIntervention, freshId, takeOff, useEdits } from '../../state/edits';
import { useEngine } from '../../state/engine-context';
import { openM2, type PlansOfCity, type Ruled, type Ruling, rulingsIn, usePlans } from '../../state/plans';
import { useRun } from '../../state/run';
import { Button } from '../../ui/button';
import { Modal } from '../../ui/modal';
import { PlansMap } from './plans-map';
import './plans.css';

const M2_PER_MU = 2_000 / 3;

/** All plans of the city on one map: where they want different things of one place, how much it is, and who gives way. */
export function PlansDialog() {
  const text = useText();
  const isOpen = useChrome((state) => state.dialog === 'plans');
  const plans = usePlans((state) => state.plans);
  return (
    <Modal
      title={text.plans.title}
      closeLabel={text.close}
      open={isOpen}
      onClose={() => useChrome.getState().showDialog(null)}
      wide
    >
      {isOpen && (plans === null ? <p className="empty">{text.plans.none}</p> : <OneMap plans={plans} />)}
    </Modal>
  );
}

function OneMap({ plans }: { readonly plans: PlansOfCity }) {
  const text = useText();
  const words = text.plans;
  const language = useLanguage();
  const parcel = usePlans((state) => state.parcel);
  const list = useEdits(({ history }) => history.list);
  const rulings = useMemo(() => rulingsIn(list), [list]);
  const area = (m2: number) => formatWithUnit(m2 / M2_PER_MU, 'mu', language);
  const wholeM2 = plans.conflicts.reduce((sum, { areaM2 }) => sum + areaM2, 0);
  const leftM2 = openM2(plans, rulings);
  const parcels = new Set(plans.conflicts.map(({ parcelId }) => parcelId));
  const openParcels = [...parcels].filter((id) => !rulings.has(id));
  return (
    <div className="plans">
      <div className="plans-map-part">
        <PlansMap plans={plans} rulings={rulings} />
        <ul className="plans-key">
          {plans.others.map(({ id, name, authority }, k) => (
            <li key={id} data-plan={k}>
              <b>{name[language]}</b> <small>{authority[language]}</small>
            </li>
          ))}
          <li data-plan="open">{words.keyOpen}</li>
          <li data-plan="ruled">{words.keyRuled}</li>
        </ul>
      </div>
      <div className="plans-list-part">
        <p className="plans-sum" role="status">
          <b data-open-m2={leftM2}>{words.stillOpen({ area: area(leftM2), parcels: openParcels.length })}</b>{' '}
          <span>{words.whole({ area: area(wholeM2), parcels: parcels.size })}</span>
        </p>
        <p className="panel-note">{words.about}</p>
        <ol className="plans-conflicts">
          {plans.conflicts.map((conflict) => (
            <ConflictRow
              key={`${conflict.parcelId} ${conflict.area}`}
              conflict={conflict}
              plans={plans}
              ruled={rulings.get(conflict.parcelId)}
              isChosen={conflict.parcelId === parcel}
              said={`${area(conflict.areaM2)} · ${formatSetting(Math.round(conflict.areaM2), '1', language)} m²`}
            />
          ))}
        </ol>
      </div>
    </div>
  );
}

/** What a plan wants is said in its own words; where it says it in both languages, in the reader's. */
function inWordsOf(use: string, language: Language): string {
  const said = use.split(' · ');
  return said.length === 2 ? said[language === 'zh' ? 0 : 1] : use;
}

interface RowProps {
  readonly conflict: PlanConflict;
  readonly plans: PlansOfCity;
  readonly ruled: Ruled | undefined;
  readonly isChosen: boolean;
  readonly said: string;
}

/** A parcel and the area of another plan that it lies in; and what is to hold there. */
function ConflictRow({ conflict, plans, ruled, isChosen, said }: RowProps) {
  const text = useText();
  const words = text.plans;
  const language = useLanguage();
  const engine = useEngine();
  const { parcelId, overlay, area, areaM2 } = conflict;
  const other = plans.others.find(({ id }) => id === overlay)!;
  const use = plans.parcels.get(parcelId)!.use;
  const settle = (ruling: Ruling) => {
    const { history } = useEdits.getState();
    const fromSeconds = useRun.getState().clock?.seconds ?? 0;
    const change = {
      id: freshId('settle-plans', history),
      kind: 'settle-plans',
      targets: [parcelId],
      untilSeconds: null,
    };
    void applyIntervention(engine, { ...change, targets: [parcelId as never], settings: { ruling }, fromSeconds });
  };
  return (
    <li data-parcel={parcelId} data-m2={areaM2} data-ruled={ruled?.ruling} aria-current={isChosen || undefined}>
      <button
        type="button"
        className="plans-what"
        aria-pressed={isChosen}
        onClick={() => usePlans.setState({ parcel: isChosen ? null : parcelId })}
      >
        <b>{words.parcel({ id: parcelId, use: words.uses[use] })}</b>
        <span>
          {words.against({
            plan: other.name[language],
            wants: inWordsOf(other.areas.find(({ id }) => id === area)!.use, language),
          })}
        </span>
        <span className="plans-area">{said}</span>
      </button>
      {ruled ? (
        <span className="plans-ruled">
          {words.ruled[ruled.ruling]}{' '}
          <Button small onClick={() => void takeOff(engine, ruled.by, 'remove')}>
            {words.takeBack}
          </Button>
        </span>
      ) : (
        <span className="plans-settle">
          <Button small onClick={() => settle('parcel-gives-way')}>
            {words.settle['parcel-gives-way']}
          </Button>
          <Button small onClick={() => settle('plan-gives-way')}>
            {words.settle['plan-gives-way']}
          </Button>
        </span>
      )}
    </li>
  );
}
