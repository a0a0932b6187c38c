import { useMemo } from 'react';
import { type KpiName, reportDiseases } from '../../../sim';
import { type Catalogue, formatClock, useText } from '../../i18n';
import { useCompare } from '../../state/compare';
import { judge, type KpiPair, newestPair } from '../../state/kpi-difference';
import { useRun } from '../../state/run';
import { thinned } from '../../state/run-record';
import { useScenarioNames } from '../compare/scenario-names';
import { DiseaseList } from '../diseases/disease-list';
import { Figure } from './figure';
import { FigureGroup } from './figure-group';
import { figureOrder, grouped } from './figure-order';

/** About two a pixel of the small charts. */
const MOST_POINTS = 120;

/** The other run may be so far behind before it is worth a word. */
const BEHIND_S = 180;

/** What the city is judged by; with changes in force, beside the same run without them at the same tick. */
export function Figures() {
  const text = useText();
  const samples = useRun((state) => state.samples);
  const baselineSamples = useRun((state) => state.baselineSamples);
  const isCompared = useRun((state) => state.baselineActive);
  const startClock = useRun((state) => (state.clock ? state.clock.clockSeconds - state.clock.seconds : 0));
  const againstId = useCompare((state) => state.againstId);
  const { a } = useScenarioNames();
  const isStopped = useRun((state) => state.clock?.running === false);
  const pair = isCompared ? newestPair(samples, baselineSamples) : undefined;
  const latest = samples.at(-1);
  const drawn = useMemo(() => thinned(samples, MOST_POINTS), [samples]);
  // What this city has not, or not yet, is no figure: nobody has called an ambulance, no quarter of an hour has passed.
  const told = useMemo(() => {
    const has = (name: KpiName) => drawn.some(({ values }) => values[name] !== undefined);
    return figureOrder.filter((name) => latest?.values[name] !== undefined || has(name));
  }, [drawn, latest]);
  const asOf = pair?.seconds ?? latest?.seconds;
  return (
    <section className="panel figures" aria-label={text.figures.title}>
      <div className="panel-head">
        <h2>{text.figures.title}</h2>
        {asOf !== undefined && (
          <span className="panel-note">{text.figures.asOf({ time: formatClock(startClock + asOf, false) })}</span>
        )}
      </div>
      <div className="panel-body">
        {isCompared && (
          <p className="figures-lead">
            {againstId === null
              ? leadOf(pair?.seconds, latest?.seconds, text)
              : isBehind(pair?.seconds, latest?.seconds)
                ? text.figures.waitingForA({ name: a })
                : text.figures.againstA({ name: a })}
          </p>
        )}
        {pair && <LiveDiseases pair={pair} />}
        {latest ? (
          grouped(told).map(({ group, names }) => (
            <FigureGroup key={group} group={group} count={names.length}>
              {names.map((name) => (
                <Figure
                  key={name}
                  name={name}
                  value={(pair?.with ?? latest.values)[name]}
                  baseline={pair?.without[name]}
                  isCompared={pair !== undefined}
                  samples={drawn}
                  baselineSamples={isCompared ? baselineSamples : undefined}
                  startClockSeconds={startClock}
                />
              ))}
            </FigureGroup>
          ))
        ) : (
          <p className="empty">{isStopped ? text.figures.noneStopped : text.figures.noneYet}</p>
        )}
      </div>
    </section>
  );
}

/** What the changes have done to the four city diseases by now, against the same run without them. */
function LiveDiseases({ pair }: { readonly pair: KpiPair }) {
  const figureOf = (name: KpiName) => {
    const [a, b] = [pair.without[name], pair.with[name]];
    return a === undefined || b === undefined ? undefined : { a, b };
  };
  const signOf = (name: KpiName) => {
    const figure = figureOf(name);
    const judged = figure && judge(name, figure.b, figure.a);
    return judged && (judged.verdict === 'same' ? 0 : Math.sign(judged.difference));
  };
  return <DiseaseList reports={reportDiseases(signOf)} figureOf={figureOf} />;
}

function isBehind(pairSeconds = Number.NEGATIVE_INFINITY, latestSeconds = 0): boolean {
  return latestSeconds - pairSeconds > BEHIND_S;
}

function leadOf(pairSeconds: number | undefined, latestSeconds: number | undefined, text: Catalogue): string {
  if (pairSeconds === undefined || latestSeconds === undefined) return text.figures.waitingForBaseline;
  return isBehind(pairSeconds, latestSeconds) ? text.figures.catchingUp : text.figures.against;
}
