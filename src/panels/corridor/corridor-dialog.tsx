import { useMemo, useState } from 'react';
import { formatDuration, formatSetting, formatWithUnit, useLanguage, useText } from '../../i18n';
import { useChrome } from '../../state/chrome';
import { useCorridor } from '../../state/corridor';
import { usePlaces } from '../../state/places';
import { useSelection } from '../../state/selection';
import { Button } from '../../ui/button';
import { Modal } from '../../ui/modal';
import { Segments } from '../../ui/segments';
import './corridor.css';
import { CorridorDiagram } from './corridor-diagram';
import { figuresOf } from './corridor-figures';

const KMH_PER_MPS = 3.6;
const minutes = ['5', '10', '20', '40'] as const;
type Minutes = (typeof minutes)[number];

/** Everybody along the street that was clicked, in time and distance, with its signals: the lines of a green wave. */
export function CorridorDialog() {
  const text = useText();
  const isOpen = useChrome((state) => state.dialog === 'corridor');
  const showDialog = useChrome((state) => state.showDialog);
  return (
    <Modal title={text.corridor.title} closeLabel={text.close} open={isOpen} onClose={() => showDialog(null)} wide>
      {isOpen && <Corridor />}
    </Modal>
  );
}

function Corridor() {
  const text = useText();
  const language = useLanguage();
  const words = text.corridor;
  const { plan, record, version } = useCorridor();
  const book = usePlaces((state) => state.book);
  const selected = useSelection((state) => state.selected);
  const [window, setWindow] = useState<Minutes>('10');
  const spanSeconds = 60 * Number(window);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the record is one object that grows
  const figures = useMemo(
    () => (plan && record ? figuresOf(record, plan, record.untilSeconds - spanSeconds) : null),
    [plan, record, version, spanSeconds],
  );
  if (!plan || !record || !book || !selected) return <p className="empty">{words.noRoad}</p>;
  const names = plan.lines.map(({ signal }) => book.nameOf('signal', signal, language));
  const opposite = book.road(selected.id)?.opposite;
  const speed = (mps: number | undefined) =>
    mps === undefined ? '–' : formatSetting(Math.round(mps * KMH_PER_MPS), 'km/h', language);
  return (
    <div className="corridor">
      <div className="corridor-tools">
        <strong>{book.nameOf('edge', selected.id, language)}</strong>
        <Segments<Minutes>
          label={words.window}
          value={window}
          options={minutes.map((value) => ({ value, label: words.minutes({ count: Number(value) }) }))}
          onChange={setWindow}
        />
        {opposite !== undefined && (
          <Button small icon="undo" onClick={() => useSelection.getState().pick({ kind: 'edge', id: opposite })}>
            {words.otherWay}
          </Button>
        )}
        <ul className="corridor-legend">
          {(['free', 'slow', 'standing', 'red', 'green'] as const).map((kind) => (
            <li key={kind} data-kind={kind}>
              <i /> {words.legend[kind]}
            </li>
          ))}
        </ul>
      </div>
      <CorridorDiagram
        plan={plan}
        record={record}
        version={version}
        spanSeconds={spanSeconds}
        names={names}
        label={words.aria({ metres: Math.round(plan.lengthM), vehicles: figures?.vehicles ?? 0 })}
        chosen={plan.stretches.find(({ edge }) => edge === selected.id)}
      />
      {version === 0 ? (
        <p className="corridor-waiting">{words.waiting}</p>
      ) : (
        figures && (
          <div className="corridor-told">
            <dl>
              <div>
                <dt>{words.vehicles}</dt>
                <dd>{formatWithUnit(figures.vehicles, 'veh', language)}</dd>
              </div>
              <div>
                <dt>{words.meanSpeed}</dt>
                <dd>{speed(figures.meanMps)}</dd>
              </div>
              <div>
                <dt>{words.through}</dt>
                <dd>
                  {figures.throughSeconds === undefined
                    ? words.nobodyThrough
                    : words.throughIn({ count: figures.through, time: formatDuration(figures.throughSeconds) })}
                </dd>
              </div>
            </dl>
            <table>
              <thead>
                <tr>
                  <th scope="col">{words.signal}</th>
                  <th scope="col">{words.passed}</th>
                  <th scope="col">{words.unstopped}</th>
                </tr>
              </thead>
              <tbody>
                {plan.lines.map(({ signal }, line) => {
                  const { passed, unstopped } = figures.lines[line];
                  return (
                    <tr key={signal}>
                      <th scope="row">{names[line]}</th>
                      <td>{passed}</td>
                      <td>{passed === 0 ? '–' : formatWithUnit(unstopped / passed, 'fraction', language)}</td>
                    </tr>
                  );
                })}
              </tbody>
            </table>
          </div>
        )
      )}
    </div>
  );
}
