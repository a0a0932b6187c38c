import { costYuanPerKmOf, type TunnelCase } from '../../../sim';
import { useLanguage, useText } from '../../i18n';
import { useEdits } from '../../state/edits';
import { newestPair } from '../../state/kpi-difference';
import { useRun } from '../../state/run';
import { Button } from '../../ui/button';
import { Segments } from '../../ui/segments';
import { ValueSlider } from '../../ui/value-slider';
import { plainNumber } from './amounts';
import { caseOfChange, lostPerSite, takeChange } from './from-run';
import { inputs } from './inputs';

interface AssumptionsProps {
  readonly tunnel: TunnelCase;
  onChange(tunnel: TunnelCase): void;
}

const COMPARTMENTS = ['1', '2', '3', '4'] as const;

/** Every number that the working rests on. */
export function Assumptions({ tunnel, onChange }: AssumptionsProps) {
  const words = useText().economics;
  const language = useLanguage();
  const built = COMPARTMENTS.find((count) => costYuanPerKmOf(Number(count)) === tunnel.costYuanPerKm);
  return (
    <section className="economics-inputs">
      <h3>{words.assumptions}</h3>
      <div className="field" title={words.compartmentsHint}>
        <span className="field-name">{words.compartments}</span>
        <Segments<string>
          label={words.compartments}
          value={built ?? ''}
          options={COMPARTMENTS.map((value) => ({ value, label: value }))}
          onChange={(count) => onChange({ ...tunnel, costYuanPerKm: costYuanPerKmOf(Number(count)) })}
        />
      </div>
      {inputs.map((input) => {
        const { name, unit } = words.fields[input.name];
        const value = input.read(tunnel);
        const say = (shown: number) => `${plainNumber(shown, language)} ${unit}`;
        return (
          <div className="field" key={input.name}>
            <span className="field-name">
              {name} <b>{say(value)}</b>
            </span>
            <ValueSlider
              label={name}
              value={value}
              min={input.min}
              max={input.max}
              step={input.step}
              say={say}
              onChange={(next) => onChange(input.write(tunnel, next))}
            />
          </div>
        );
      })}
      <FromRun tunnel={tunnel} onChange={onChange} />
    </section>
  );
}

/** What the changes of this very run come to: the galleries that they build, and what they cost all drivers. */
function FromRun({ tunnel, onChange }: AssumptionsProps) {
  const words = useText().economics;
  const { samples, baselineSamples } = useRun();
  const list = useEdits((state) => state.history.list);
  const pair = newestPair(samples, baselineSamples);
  const built = caseOfChange(pair, list);
  const lost = lostPerSite(pair, list);
  return (
    <div className="economics-from-run">
      <Button
        small
        disabled={built === undefined}
        title={words.fromChangeHint}
        onClick={() => built && onChange(takeChange(tunnel, built))}
      >
        {words.fromChange}
      </Button>
      <Button
        small
        disabled={lost === undefined}
        title={words.fromRunHint}
        onClick={() =>
          lost !== undefined &&
          onChange({ ...tunnel, digging: { ...tunnel.digging, vehicleHoursPerDay: Math.round(lost) } })
        }
      >
        {words.fromRun}
      </Button>
    </div>
  );
}
