import { useMemo, useState } from 'react';
import type { FlowReading } from '../../../sim';
import { type Catalogue, formatClock, formatWithUnit, type Language, useLanguage, useText } from '../../i18n';
import { useChrome } from '../../state/chrome';
import { type FlowRecord, type FlowsThrough, type FlowWindow, flowsThrough } from '../../state/flow-record';
import { useFlows } from '../../state/flows';
import { useRun } from '../../state/run';
import { hasPublished } from '../../state/year-of-park';
import { Button } from '../../ui/button';
import { carrierColours } from '../../ui/carrier-colours';
import { Modal } from '../../ui/modal';
import { Segments } from '../../ui/segments';
import { colourOf } from './node-names';
import { sankeyGraph } from './sankey-graph';
import { SankeyPicture } from './sankey-picture';

/** Where the city's energy comes from, what it becomes and where it ends: now, and over a window. */
export function SankeyDialog() {
  const text = useText();
  const isOpen = useChrome((state) => state.dialog === 'flows');
  const showDialog = useChrome((state) => state.showDialog);
  return (
    <Modal title={text.flows.title} closeLabel={text.close} open={isOpen} onClose={() => showDialog(null)} wide>
      {isOpen && <Flows />}
    </Modal>
  );
}

type Run = 'with' | 'without';

const windows: readonly FlowWindow[] = ['now', 'hour', 'start'];
const runs: readonly Run[] = ['with', 'without'];

function Flows() {
  const text = useText();
  const language = useLanguage();
  const words = text.flows;
  const { links, record, baseline } = useFlows();
  const startClock = useRun((state) => (state.clock ? state.clock.clockSeconds - state.clock.seconds : 0));
  const [window, setWindow] = useState<FlowWindow>('now');
  const [run, setRun] = useState<Run>('with');
  const pair = useMemo(() => newestPair(record, baseline), [record, baseline]);
  const newest = pair?.with ?? record.at(-1);
  const shown = useMemo(() => {
    if (newest === undefined) return null;
    const ours = flowsThrough(record, newest, window);
    const theirs = pair ? flowsThrough(baseline, pair.without, window) : undefined;
    const isOurs = run === 'with' || theirs === undefined;
    const [own, other] = isOurs ? [ours, theirs] : [theirs, ours];
    return {
      own,
      other: other?.values,
      graph: sankeyGraph(links, own.values, own.ever),
      otherGraph: other && sankeyGraph(links, other.values, other.ever),
    };
  }, [links, record, baseline, pair, newest, window, run]);
  if (links.length === 0) return <p className="empty">{words.noEnergy}</p>;
  if (shown === null) return <p className="empty">{words.notYet}</p>;
  const { own, graph } = shown;
  const unit = own.isPower ? 'kW' : 'kWh';
  const carriers = [...new Set(graph.links.map(colourOf))];
  return (
    <div className="flows">
      <div className="flows-tools">
        <Segments<FlowWindow>
          label={words.window}
          value={window}
          options={windows.map((value) => ({ value, label: words.windows[value] }))}
          onChange={setWindow}
        />
        {pair && (
          <Segments<Run>
            label={words.run}
            value={run}
            options={runs.map((value) => ({ value, label: words.runs[value] }))}
            onChange={setRun}
          />
        )}
        <span className="flows-when">
          {whenOf(own, startClock, text)} · {words.total({ value: formatWithUnit(graph.total, unit, language) })}
        </span>
        {hasPublished() && (
          <Button small title={text.published.openHint} onClick={() => useChrome.getState().showDialog('published')}>
            {text.published.open}
          </Button>
        )}
        <span className="flows-carriers">
          {carriers.map((carrier) => (
            <span key={carrier}>
              <i style={{ background: carrierColours[carrier] }} />
              {words.carriers[carrier]}
            </span>
          ))}
        </span>
      </div>
      <SankeyPicture
        graph={graph}
        otherGraph={shown.otherGraph}
        other={shown.other}
        unit={unit}
        sign={run === 'with' ? 1 : -1}
      />
      <Unserved values={own.values} unit={unit} language={language} text={text} />
    </div>
  );
}

interface UnservedProps {
  readonly values: Float32Array;
  readonly unit: 'kW' | 'kWh';
  readonly language: Language;
  readonly text: Catalogue;
}

/** What went without is no flow: it stands apart. */
function Unserved({ values, unit, language, text }: UnservedProps) {
  const links = useFlows((state) => state.links);
  const missed = links.flatMap(({ from, carrier }, i) =>
    from === 'unserved' && values[i] > LEAST_UNSERVED
      ? [`${text.flows.carriers[carrier]} ${formatWithUnit(values[i], unit, language)}`]
      : [],
  );
  if (missed.length === 0) return null;
  return <p className="flows-unserved">{text.flows.unserved({ what: missed.join(' · ') })}</p>;
}

/** Half of what a figure would show as its last digit of a kilowatt. */
const LEAST_UNSERVED = 0.5;

function whenOf({ isPower, fromSeconds, toSeconds }: FlowsThrough, startClock: number, { flows }: Catalogue): string {
  const clock = (seconds: number) => formatClock(startClock + seconds, false);
  return isPower
    ? flows.at({ time: clock(toSeconds) })
    : flows.from({ from: clock(fromSeconds), to: clock(toSeconds) });
}

/** Both runs at the newest moment that both have told of. */
function newestPair(
  record: FlowRecord,
  baseline: FlowRecord,
): { readonly with: FlowReading; readonly without: FlowReading } | undefined {
  for (let i = baseline.length - 1; i >= 0; i--) {
    const own = record.find(({ reachesSeconds }) => reachesSeconds === baseline[i].reachesSeconds);
    if (own) return { with: own, without: baseline[i] };
  }
  return undefined;
}
