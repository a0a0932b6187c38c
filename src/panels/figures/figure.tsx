import { memo, useId, useState } from 'react';
import { type KpiName, type KpiSample, kpis } from '../../../sim';
import { formatClock, formatQuantity, formatShare, useLanguage, useText } from '../../i18n';
import { useChrome } from '../../state/chrome';
import { useLook } from '../../state/look';
import { SeriesChart } from '../../ui/series-chart';
import { Difference } from './difference';

interface FigureProps {
  readonly name: KpiName;
  readonly value: number | undefined;
  readonly baseline: number | undefined;
  readonly isCompared: boolean;
  readonly samples: readonly KpiSample[];
  readonly baselineSamples: readonly KpiSample[] | undefined;
  readonly startClockSeconds: number;
}

/** One figure: its value, its course, and on demand how it is worked out. */
export const Figure = memo(function Figure(props: FigureProps) {
  const { name, value, baseline, isCompared, samples, baselineSamples, startClockSeconds } = props;
  const text = useText();
  const language = useLanguage();
  const look = useLook((state) => state.look);
  // Its code would come before the city's first picture.
  const stands = useChrome((state) => state.cityStands);
  const [isOpen, setOpen] = useState(false);
  const explanation = useId();
  const { unit, better, deadband } = kpis[name];
  const words = text.kpis[name];
  const shown = formatQuantity(value, unit, language, { scaleOf: baseline });
  const clockAt = (sample: KpiSample | undefined) =>
    formatClock(startClockSeconds + (sample?.seconds ?? Number.NaN), false);
  return (
    <li className="figure">
      <button
        type="button"
        className="figure-face"
        aria-expanded={isOpen}
        aria-controls={explanation}
        title={text.figures.formula}
        onClick={() => setOpen(!isOpen)}
      >
        <span className="figure-name">{words.name}</span>
        <span className="figure-value" title={whyMissing(value, text.figures)}>
          <strong>{shown.number}</strong>
          {shown.unit && <small>{shown.unit}</small>}
        </span>
      </button>
      {stands ? (
        <SeriesChart
          look={look}
          label={text.figures.series({ name: words.name, from: clockAt(samples[0]), to: clockAt(samples.at(-1)) })}
          xs={samples.map((sample) => sample.seconds)}
          ys={samples.map((sample) => drawable(sample.values[name]))}
          reference={baselineSamples && alignTo(samples, baselineSamples, name)}
        />
      ) : (
        <div className="series" />
      )}
      {isCompared && <Difference name={name} value={value} baseline={baseline} />}
      {isOpen && (
        <div className="figure-formula" id={explanation}>
          <p>{words.formula}</p>
          <p>{text.figures.betterIs[better]}</p>
          <p>
            {deadband > 0 ? text.figures.sameWhy({ band: formatShare(deadband, language) }) : text.figures.sameExact}
          </p>
          {isCompared && <p>{text.figures.onePair}</p>}
        </div>
      )}
    </li>
  );
});

function whyMissing(
  value: number | undefined,
  words: { readonly notMeasured: string; readonly notFinite: string },
): string | undefined {
  if (value === undefined) return words.notMeasured;
  return Number.isFinite(value) ? undefined : words.notFinite;
}

function drawable(value: number | undefined): number | null {
  return value !== undefined && Number.isFinite(value) ? value : null;
}

/** The other run's values at this run's ticks. */
function alignTo(samples: readonly KpiSample[], others: readonly KpiSample[], name: KpiName): (number | null)[] {
  const byTick = new Map(others.map((sample) => [sample.tick, sample.values[name]]));
  return samples.map((sample) => drawable(byTick.get(sample.tick)));
}
