import { useMemo, useState } from 'react';
import type { InterventionKind } from '../../../sim';
import { kindDoes, kindName, useText } from '../../i18n';
import { useChrome } from '../../state/chrome';
import { applyIntervention, freshId, useEdits } from '../../state/edits';
import { useEngine } from '../../state/engine-context';
import { useLook } from '../../state/look';
import { useRun } from '../../state/run';
import { useSelection } from '../../state/selection';
import { Button, IconButton } from '../../ui/button';
import { askedFields, checkDraft, newDraft } from './draft';
import { showsEnergy, showsTunnels } from './kind-looks';
import { Refusal } from './refusal';
import { SettingField } from './setting-field';
import { TargetsField } from './targets-field';
import { TimeField } from './time-field';

/** Grown from a kind's own description: where, how, from when to when. */
export function ChangeForm({ kind, onClose }: { readonly kind: InterventionKind; onClose(): void }) {
  const text = useText();
  const engine = useEngine();
  const clock = useRun((state) => state.clock);
  const history = useEdits((state) => state.history);
  const isBusy = useEdits((state) => state.isBusy);
  const chosen = useSelection((state) => state.placing?.chosen ?? noPlaces);
  const [draft, setDraft] = useState(() => newDraft(kind));
  const [wasTried, setTried] = useState(false);

  const nowSeconds = clock?.seconds ?? 0;
  const startClockSeconds = clock ? clock.clockSeconds - clock.seconds : 0;
  const id = useMemo(() => freshId(kind.kind, history), [kind, history]);
  const { faults, intervention, isLivedAgain } = checkDraft(draft, id, chosen, { nowSeconds, startClockSeconds });
  const shownFaults = wasTried ? faults : { ...faults, targets: undefined };

  const apply = async () => {
    setTried(true);
    useChrome.getState().acted();
    if (!intervention || !(await applyIntervention(engine, intervention, isLivedAgain))) return;
    // Who has changed the networks wants to see what comes of it.
    if (showsEnergy.has(kind.kind)) useLook.getState().setShowEnergy(true);
    if (showsTunnels.has(kind.kind)) useLook.getState().setShowTunnels(true);
    onClose();
  };

  return (
    <>
      <div className="panel-head form-head">
        <IconButton icon="back" label={text.cancel} small onClick={onClose} />
        <h2>{kindName(kind.kind, text)}</h2>
      </div>
      <div className="panel-body form">
        <p className="form-does">{kindDoes(kind.kind, text)}</p>
        {kind.targets.most > 0 && <TargetsField kind={kind} isMissing={shownFaults.targets !== undefined} />}
        {askedFields(draft).map(([name, field]) => (
          <SettingField
            key={name}
            kind={kind.kind}
            name={name}
            field={field}
            value={draft.settings[name]}
            fault={faults[name]}
            onChange={(value) => setDraft({ ...draft, settings: { ...draft.settings, [name]: value } })}
          />
        ))}
        <fieldset className="form-times">
          <legend className="field-name">{text.change.when}</legend>
          <TimeField
            label={text.change.from}
            plain={text.change.fromNow}
            timed={text.change.fromTime}
            typed={draft.fromText}
            suggested={startClockSeconds + nowSeconds}
            fault={faults.from}
            note={isLivedAgain ? text.change.livedAgain : undefined}
            onChange={(fromText) => setDraft({ ...draft, fromText })}
          />
          <TimeField
            label={text.change.until}
            plain={text.change.untilEnd}
            timed={text.change.untilTime}
            typed={draft.untilText}
            suggested={startClockSeconds + nowSeconds + 3_600}
            fault={faults.until}
            onChange={(untilText) => setDraft({ ...draft, untilText })}
          />
        </fieldset>
      </div>
      <Refusal candidate={intervention} onResolved={onClose} />
      <div className="form-foot">
        <Button onClick={onClose}>{text.cancel}</Button>
        <Button tone="main" disabled={isBusy || !clock || (wasTried && !intervention)} onClick={apply}>
          {isBusy ? text.change.applying : text.change.apply}
        </Button>
      </div>
    </>
  );
}

const noPlaces: readonly string[] = [];
