import { type ReactNode, useState } from 'react';
import { scenarioName, useText } from '../../i18n';
import { fileName, fileOf } from '../../scenarios/file-of';
import { useChrome } from '../../state/chrome';
import { useCompare } from '../../state/compare';
import { usePicture } from '../../state/picture';
import { useRun } from '../../state/run';
import { bareRun, useScenarios } from '../../state/scenarios';
import { Button } from '../../ui/button';
import { Modal } from '../../ui/modal';
import { keepAsFile } from '../scenarios/keep-as-file';
import { pictureOfView } from './picture-of-view';
import { ReportButton } from './report-button';
import { asCsv, asParquet, type Column, comparedTable, runTable } from './series-table';

/** Everything that can be taken out of the page as a file. */
export function ExportDialog() {
  const text = useText();
  const isOpen = useChrome((state) => state.dialog === 'export');
  const showDialog = useChrome((state) => state.showDialog);
  return (
    <Modal title={text.export.title} closeLabel={text.close} open={isOpen} onClose={() => showDialog(null)}>
      {isOpen && <Exports />}
    </Modal>
  );
}

function Exports() {
  const text = useText();
  const words = text.export;
  const { samples, baselineSamples, baselineActive, clock } = useRun();
  const { current, city } = useScenarios();
  const found = useCompare((state) => state.found);
  const take = usePicture((state) => state.take);
  const [failure, setFailure] = useState<string | null>(null);
  const startClock = clock ? clock.clockSeconds - clock.seconds : 0;
  const name = fileName(`${city} ${current ? scenarioName(current, text) : text.scenarios.baseline}`);
  const scenario = current?.scenario ?? bareRun();
  const ofA = baselineActive ? baselineSamples : [];
  const attempt = (make: () => Promise<void>) => {
    setFailure(null);
    make().catch((error: unknown) => setFailure(error instanceof Error ? error.message : String(error)));
  };
  const tables = (what: string, file: string, make: () => readonly Column[]) => (
    <>
      <Button
        small
        icon="file"
        aria-label={`${what}: CSV`}
        onClick={() => keepAsFile(`${file}.csv`, new Blob([asCsv(make())], { type: 'text/csv;charset=utf-8' }))}
      >
        CSV
      </Button>
      <Button
        small
        icon="file"
        aria-label={`${what}: Parquet`}
        onClick={() =>
          attempt(async () => {
            const bytes = await asParquet(make(), scenario);
            keepAsFile(`${file}.parquet`, new Blob([bytes], { type: 'application/vnd.apache.parquet' }));
          })
        }
      >
        Parquet
      </Button>
    </>
  );
  return (
    <>
      <ul className="exports">
        <Row
          name={words.series}
          what={
            samples.length > 0
              ? words.seriesWhat({ minutes: samples.length, compared: ofA.length > 0 })
              : words.noSeries
          }
        >
          {samples.length > 0 && tables(words.series, name, () => runTable(samples, ofA, startClock))}
        </Row>
        <Row
          name={words.compared}
          what={found ? words.comparedWhat({ seeds: found.comparison.seeds.length }) : words.notCompared}
        >
          {found ? tables(words.compared, `${name}-ab`, () => comparedTable(found.series, startClock)) : <ToCompare />}
        </Row>
        <Row name={words.report} what={found ? words.reportWhat : words.notCompared}>
          {found ? <ReportButton /> : <ToCompare />}
        </Row>
        <Row name={words.picture} what={take ? words.pictureWhat : words.noPicture}>
          {take && (
            <Button
              small
              icon="file"
              aria-label={`${words.picture}: PNG`}
              onClick={() =>
                attempt(async () => keepAsFile(`${name}.png`, (await pictureOfView(take(), 'image/png')).blob))
              }
            >
              PNG
            </Button>
          )}
        </Row>
        <Row name={words.scenario} what={current ? words.scenarioWhat : words.noScenario}>
          {current && (
            <Button
              small
              icon="file"
              aria-label={`${words.scenario}: JSON`}
              onClick={() => {
                const file = fileOf(current.scenario, scenarioName(current, text));
                keepAsFile(file.name, file.text);
              }}
            >
              JSON
            </Button>
          )}
        </Row>
      </ul>
      {failure !== null && (
        <p role="alert" className="export-failed">
          {words.failed({ why: failure })}
        </p>
      )}
    </>
  );
}

function Row({ name, what, children }: { readonly name: string; readonly what: string; readonly children: ReactNode }) {
  return (
    <li>
      <div className="export-what">
        <b>{name}</b>
        <small>{what}</small>
      </div>
      <div className="export-acts">{children}</div>
    </li>
  );
}

function ToCompare() {
  const words = useText().export;
  return (
    <Button small onClick={() => useChrome.getState().showDialog('compare')}>
      {words.toCompare}
    </Button>
  );
}
