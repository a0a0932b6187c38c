import { costYuanPerKmOf, type TunnelCase } from '../../../sim';
import { useLanguage, useText } from '../../i18n';
import { newestPair } from '../../state/kpi-difference';
import { useRun } from '../../state/run';
import { Button } from '../../ui/button';
import { Segments } from '../../ui/segments';
import { ValueSlider } from '../../ui/value-slider';
import { plainNumber } from './amounts';
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
      <FromRun onTake={(lost) => onChange({ ...tunnel, digging: { ...tunnel.digging, vehicleHoursPerDay: lost } })} />
    </section>
  );
}

/** Hours of a day in which a street has traffic to lose. */
const HOURS_A_DAY = 10;
const SECONDS_PER_HOUR = 3_600;
/** Before that the difference is mostly chance. */
const LEAST_SECONDS = 300;

/** What the changes of this very run cost all drivers, against the same run without them. */
function FromRun({ onTake }: { onTake(vehicleHoursPerDay: number): void }) {
  const words = useText().economics;
  const { samples, baselineSamples } = useRun();
  const pair = newestPair(samples, baselineSamples);
  const delay = 'traffic.delay';
  const lost = pair ? (pair.with[delay] ?? Number.NaN) - (pair.without[delay] ?? Number.NaN) : Number.NaN;
  const isReady = pair !== undefined && pair.seconds >= LEAST_SECONDS && lost > 0;
  return (
    <Button
      small
      disabled={!isReady}
      title={words.fromRunHint}
      onClick={() => pair && onTake(Math.round((HOURS_A_DAY * lost) / (pair.seconds / SECONDS_PER_HOUR)))}
    >
      {words.fromRun}
    </Button>
  );
}
