import { useState } from 'react';
import { type ComparedSeries, type KpiName, kpis } from '../../../sim';
import { formatShare, formatWithUnit, useLanguage, useText } from '../../i18n';
import type { KeptComparison } from '../../scenarios/kept-comparison';
import { useLook } from '../../state/look';
import { ComparedChart } from '../../ui/compared-chart';
import { Fold } from '../../ui/fold';
import { verdictWord } from '../figures/difference';
import { type DifferenceRow, scaleOf, sortRows } from './difference-rows';

interface DifferenceBarsProps {
  readonly found: KeptComparison;
  readonly startClockSeconds: number;
}

/** Every KPI's difference with its band, those beyond chance first; one that is pressed shows its course. */
export function DifferenceBars({ found, startClockSeconds }: DifferenceBarsProps) {
  const text = useText();
  const words = text.compare;
  const language = useLanguage();
  const [opened, setOpened] = useState<KpiName | null>(null);
  const [showsSame, setShowsSame] = useState(false);
  const { differ, same } = sortRows(found.comparison.kpis);
  const scale = scaleOf(differ);
  const rows = (of: readonly DifferenceRow[]) => (
    <ul className="compare-bars">
      {of.map((row) => (
        <Bar
          key={row.name}
          row={row}
          scale={scale}
          seeds={found.comparison.seeds}
          series={found.series}
          startClockSeconds={startClockSeconds}
          isOpen={opened === row.name}
          onToggle={() => setOpened(opened === row.name ? null : row.name)}
        />
      ))}
    </ul>
  );
  return (
    <section className="compare-part">
      <h3>{words.bars}</h3>
      <p className="panel-note">{words.barsHint}</p>
      {differ.length === 0 ? (
        <p className="empty">{words.nothing}</p>
      ) : (
        <>
          <p className="compare-scale" aria-hidden="true">
            <span>−{formatShare(scale, language)}</span>
            <span>0</span>
            <span>+{formatShare(scale, language)}</span>
          </p>
          {rows(differ)}
        </>
      )}
      <Fold
        name={words.inNoise({ count: same.length })}
        count={same.length}
        isOpen={showsSame}
        onToggle={() => setShowsSame(!showsSame)}
      >
        {rows(same)}
      </Fold>
    </section>
  );
}

interface BarProps {
  readonly row: DifferenceRow;
  readonly scale: number;
  readonly seeds: readonly number[];
  readonly series: ComparedSeries;
  readonly startClockSeconds: number;
  readonly isOpen: boolean;
  onToggle(): void;
}

function Bar({ row, scale, seeds, series, startClockSeconds, isOpen, onToggle }: BarProps) {
  const text = useText();
  const words = text.compare;
  const language = useLanguage();
  const { name, compared, share, bandShare, verdict } = row;
  const { unit } = kpis[name];
  const size = Math.max(Math.abs(compared.a), Math.abs(compared.b));
  const say = (value: number, signed = false) => formatWithUnit(value, unit, language, { signed, scaleOf: size });
  const arrow = verdict === 'same' ? '=' : compared.difference > 0 ? '▲' : '▼';
  return (
    <li data-verdict={verdict} data-kpi={name} data-difference={compared.difference} data-noise={compared.noise}>
      <button type="button" className="compare-bar" aria-expanded={isOpen} onClick={onToggle}>
        <span className="compare-name">{text.kpis[name].name}</span>
        <BarPicture share={share} bandShare={bandShare} scale={scale} />
        <span className="compare-difference">
          <span aria-hidden="true">{arrow}</span> {say(compared.difference, true)}{' '}
          <small>{words.band({ band: say(compared.noise) })}</small>
        </span>
        <span className="compare-share">
          {Number.isFinite(share) ? signedShare(share, language) : words.fromNothing}{' '}
          <b>{verdictWord(verdict, text)}</b>
        </span>
      </button>
      {isOpen && (
        <div className="compare-detail">
          <p>
            {words.a} {say(compared.a)} · {words.b} {say(compared.b)}
          </p>
          <Course name={name} series={series} startClockSeconds={startClockSeconds} />
          <p className="panel-note">{words.bySeed}</p>
          <ul className="compare-seeds">
            {compared.seeds.map((difference, i) => (
              <li key={seeds[i]}>
                <small>{words.seed({ seed: seeds[i] })}</small> {say(difference, true)}
              </li>
            ))}
          </ul>
          <p className="panel-note">{text.kpis[name].formula}</p>
        </div>
      )}
    </li>
  );
}

function Course({
  name,
  series,
  startClockSeconds,
}: Pick<BarProps, 'series' | 'startClockSeconds'> & { name: KpiName }) {
  const text = useText();
  const look = useLook((state) => state.look);
  const course = series.kpis[name];
  if (!course || series.seconds.length < 2) return null;
  return (
    <ComparedChart
      look={look}
      label={text.compare.course({ name: text.kpis[name].name })}
      xs={series.seconds}
      startClockSeconds={startClockSeconds}
      a={course.a}
      b={course.b}
      noise={course.noise}
    />
  );
}

interface BarPictureProps {
  readonly share: number;
  readonly bandShare: number;
  readonly scale: number;
}

/** From the middle to where the difference lies; the band is a thin line about its end. */
function BarPicture({ share, bandShare, scale }: BarPictureProps) {
  const at = (value: number) => 50 + 50 * Math.max(-1, Math.min(1, value / scale));
  const end = at(share);
  const from = at(share - bandShare);
  const to = at(share + bandShare);
  const isCut = Math.abs(share) > scale;
  return (
    <span className="compare-track" aria-hidden="true" data-cut={isCut ? (share > 0 ? 'right' : 'left') : undefined}>
      <i className="compare-fill" style={{ left: `${Math.min(50, end)}%`, width: `${Math.abs(end - 50)}%` }} />
      {!isCut && Number.isFinite(from) && (
        <i className="compare-band" style={{ left: `${from}%`, width: `${Math.max(0.4, to - from)}%` }} />
      )}
    </span>
  );
}

function signedShare(share: number, language: Parameters<typeof formatShare>[1]): string {
  const said = formatShare(share, language);
  return share > 0 ? `+${said}` : said;
}
