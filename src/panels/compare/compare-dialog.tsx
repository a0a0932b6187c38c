import { formatPath, isSameRun, reportDiseases } from '../../../sim';
import { formatClock, formatMoment, formatShare, sayProblem, scenarioName, useLanguage, useText } from '../../i18n';
import type { KeptComparison } from '../../scenarios/kept-comparison';
import type { KeptScenario } from '../../scenarios/kept-scenario';
import { useChrome } from '../../state/chrome';
import {
  cancelComparison,
  chooseAgainst,
  isOutOfDate,
  LEAST_SEEDS,
  MOST_SEEDS,
  startComparison,
  useCompare,
  windowsMinutes,
} from '../../state/compare';
import { useEdits } from '../../state/edits';
import { useEngine } from '../../state/engine-context';
import { useRun } from '../../state/run';
import { bareRun, goTo, keptOf, useScenarios } from '../../state/scenarios';
import { Button } from '../../ui/button';
import { Modal } from '../../ui/modal';
import { Segments } from '../../ui/segments';
import { ValueSlider } from '../../ui/value-slider';
import { DiseaseList } from '../diseases/disease-list';
import { ReportButton } from '../export/report-button';
import { DifferenceBars } from './difference-bars';
import { MapPart } from './map-part';
import { PeoplePart } from './people-part';
import { SystemsPart } from './systems-part';

/** Two scenarios of the city, held against each other seed by seed. */
export function CompareDialog() {
  const text = useText();
  const isOpen = useChrome((state) => state.dialog === 'compare');
  const showDialog = useChrome((state) => state.showDialog);
  return (
    <Modal title={text.compare.title} closeLabel={text.close} open={isOpen} wide onClose={() => showDialog(null)}>
      {isOpen && <Compare />}
    </Modal>
  );
}

function Compare() {
  const text = useText();
  const words = text.compare;
  const language = useLanguage();
  const engine = useEngine();
  const { found, progress, problems, isPartial } = useCompare();
  const changes = useEdits((state) => state.history.list);
  const isEmpty = changes.length === 0;
  const againstId = useCompare((state) => state.againstId);
  const startClock = useRun((state) => (state.clock ? state.clock.clockSeconds - state.clock.seconds : Number.NaN));
  const cannot = isEmpty && againstId === null;
  return (
    <div className="compare">
      <div className="compare-setup">
        <Pickers />
        <Settings />
        {progress ? (
          <Button onClick={cancelComparison}>{words.cancel}</Button>
        ) : (
          <Button tone="main" disabled={cannot} onClick={() => void startComparison(engine)}>
            {found ? words.again : words.start}
          </Button>
        )}
      </div>
      {progress && (
        <p className="compare-progress" role="status">
          {words.progress({ ...progress, share: formatShare(progress.share, language) })}
          <progress className="bar" value={progress.share} max={1} aria-hidden="true" />
        </p>
      )}
      {problems.length > 0 && (
        <p className="compare-problem" role="alert">
          {words.failed}{' '}
          {problems.map((each) => (
            <span key={`${each.code} ${formatPath(each.path)}`} title={each.message}>
              {sayProblem(each, text)}{' '}
            </span>
          ))}
        </p>
      )}
      {found === null ? (
        progress === null && <p className="empty">{cannot ? words.noChange : words.first}</p>
      ) : (
        <>
          <AboutFound found={found} isPartial={isPartial} startClockSeconds={startClock} />
          <p>
            <ReportButton />
          </p>
          <div className="compare-found">
            <div className="compare-column">
              <section className="compare-part">
                <h3>{text.diseases.title}</h3>
                <DiseaseList
                  reports={reportDiseases((name) => found.comparison.kpis[name]?.sign)}
                  figureOf={(name) => found.comparison.kpis[name]}
                />
              </section>
              <SystemsPart comparison={found.comparison} changes={changes} />
              <PeoplePart comparison={found.comparison} />
              <MapPart found={found} />
            </div>
            <DifferenceBars found={found} startClockSeconds={startClock} />
          </div>
        </>
      )}
    </div>
  );
}

const BASELINE = 'baseline';

/** A and B, from the baseline and all that is kept. */
function Pickers() {
  const text = useText();
  const words = text.compare;
  const engine = useEngine();
  const { entries, current, isOpening } = useScenarios();
  const againstId = useCompare((state) => state.againstId);
  const kept = keptOf(entries);
  const bare = bareRun();
  /** A is lived beside B: it must be of the same day, hour and seed. */
  const fits = (each: KeptScenario) => bare === null || isSameRun(each.scenario, bare);
  const options = (not: string | undefined, mustFit: boolean) => [
    <option key={BASELINE} value={BASELINE}>
      {text.scenarios.baseline}
    </option>,
    ...kept
      .filter(({ id }) => id !== not)
      .map((each) => (
        <option key={each.id} value={each.id} disabled={mustFit && !fits(each)}>
          {scenarioName(each, text)}
        </option>
      )),
  ];
  return (
    <>
      <label className="field">
        <span className="field-name">{words.chooseA}</span>
        <select
          className="select"
          value={againstId ?? BASELINE}
          onChange={({ target }) => chooseAgainst(engine, target.value === BASELINE ? null : target.value)}
        >
          {options(current?.id, true)}
        </select>
      </label>
      <label className="field">
        <span className="field-name">{words.chooseB}</span>
        <select
          className="select"
          value={current?.id ?? BASELINE}
          disabled={isOpening}
          onChange={({ target }) => void goTo(engine, kept.find(({ id }) => id === target.value) ?? null)}
        >
          {options(undefined, false)}
        </select>
      </label>
    </>
  );
}

function Settings() {
  const words = useText().compare;
  const { seeds, windowMinutes, progress } = useCompare();
  return (
    <>
      <div className="field compare-seeds-field" title={words.seedsHint}>
        <span className="field-name">
          {words.seeds}: <b>{seeds}</b>
        </span>
        <ValueSlider
          label={words.seeds}
          value={seeds}
          min={LEAST_SEEDS}
          max={MOST_SEEDS}
          step={1}
          disabled={progress !== null}
          say={String}
          onChange={(value) => useCompare.setState({ seeds: value })}
        />
      </div>
      <div className="field" title={words.windowHint}>
        <span className="field-name">{words.window}</span>
        <Segments
          label={words.window}
          value={String(windowMinutes)}
          disabled={progress !== null}
          options={windowsMinutes.map((count) => ({ value: String(count), label: words.minutes({ count }) }))}
          onChange={(value) =>
            useCompare.setState({ windowMinutes: windowsMinutes.find((each) => String(each) === value) ?? 60 })
          }
        />
      </div>
    </>
  );
}

interface AboutFoundProps {
  readonly found: KeptComparison;
  readonly isPartial: boolean;
  readonly startClockSeconds: number;
}

function AboutFound({ found, isPartial, startClockSeconds }: AboutFoundProps) {
  const text = useText();
  const words = text.compare;
  const language = useLanguage();
  // Looked at anew whenever a scenario changes or another A is chosen.
  useScenarios();
  useCompare();
  const clock = (seconds: number) => formatClock(startClockSeconds + seconds, false);
  const { seeds } = found.comparison;
  const a =
    found.aNumber === null ? text.scenarios.baseline : scenarioName({ name: found.aName, number: found.aNumber }, text);
  return (
    <p className="compare-about">
      {words.about({ from: clock(found.forkSeconds), to: clock(found.untilSeconds), seeds: seeds.length })} ·{' '}
      {words.made({ a, when: formatMoment(found.madeMs, language) })}
      {isPartial && <b> {words.partial({ count: seeds.length })}</b>}
      {isOutOfDate(found) && (
        <b className="compare-stale" role="status">
          {' '}
          {words.stale}
        </b>
      )}
    </p>
  );
}
