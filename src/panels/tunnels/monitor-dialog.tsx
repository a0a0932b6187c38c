import { useMemo, useState } from 'react';
import { formatShare, formatWithUnit, type Language, useLanguage, useText } from '../../i18n';
import { useChrome } from '../../state/chrome';
import {
  inHeldOrder,
  type MonitorColumn,
  type MonitoredSection,
  monitorColumns,
  monitored,
  SHORT_OF_OXYGEN,
  sortedBy,
} from '../../state/monitored-sections';
import { usePlaces } from '../../state/places';
import type { CompartmentKind, TunnelBook } from '../../state/tunnel-book';
import { useTunnelsNow } from '../../state/tunnels-now';
import { Modal } from '../../ui/modal';
import { Segments } from '../../ui/segments';
import { lookAt } from './alarm-board';
import './monitor.css';
import { sayOxygen, sayTroubles } from './say-section';

/** More rows than anybody reads; the others are counted. */
const MOST_ROWS = 60;
const CLEAR_M = 100;
const KINDS: readonly CompartmentKind[] = ['gas', 'power', 'integrated', 'sewage'];

/** Every section of the galleries with what its air and floor are like, live: sorted by what matters, found by name; rows wait under a pointer. */
export function MonitorDialog() {
  const words = useText().monitor;
  const closeLabel = useText().close;
  const isOpen = useChrome((state) => state.dialog === 'monitor');
  const showDialog = useChrome((state) => state.showDialog);
  return (
    <Modal wide title={words.title} closeLabel={closeLabel} open={isOpen} onClose={() => showDialog(null)}>
      {isOpen && <Monitor onGone={() => showDialog(null)} />}
    </Modal>
  );
}

function Monitor({ onGone }: { onGone(): void }) {
  const text = useText();
  const language = useLanguage();
  const words = text.monitor;
  const [typed, setTyped] = useState('');
  const [kind, setKind] = useState<CompartmentKind | 'all'>('all');
  const [order, setOrder] = useState<{ column: MonitorColumn; isReversed: boolean }>({
    column: 'state',
    isReversed: false,
  });
  const book = usePlaces((state) => state.book?.tunnels);
  const rows = useTunnelsNow((state) => state.sections);
  const named = useMemo(() => (book ? namedSections(book, language) : []), [book, language]);
  const kinds = useMemo(() => KINDS.filter((one) => named.some((each) => each.kind === one)), [named]);
  const all = useMemo(() => monitored(rows, named), [rows, named]);
  const wanted = typed.trim().toLocaleLowerCase(language);
  const found = all.filter(
    (each) => (kind === 'all' || each.kind === kind) && each.name.toLocaleLowerCase(language).includes(wanted),
  );
  const [held, setHeld] = useState<readonly string[] | null>(null);
  const sorted = sortedBy(found, order.column, order.isReversed, language);
  const shown = (held ? inHeldOrder(sorted, held) : sorted).slice(0, MOST_ROWS);
  if (named.length === 0) return <p className="empty">{words.noTunnels}</p>;
  if (all.length === 0) return <p className="empty">{words.noData}</p>;
  const go = (id: string) => {
    lookAt(id);
    onGone();
  };
  return (
    <div className="monitor">
      <div className="monitor-tools">
        <input
          type="search"
          className="text-input"
          aria-label={words.find}
          placeholder={words.findHint}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <Segments<CompartmentKind | 'all'>
          label={words.kinds}
          value={kind}
          options={[
            { value: 'all', label: words.allKinds },
            ...kinds.map((value) => ({ value, label: text.tunnel.compartments[value] })),
          ]}
          onChange={setKind}
        />
        <p className="panel-note" role="status">
          {words.count({ shown: found.length, all: all.length })}
        </p>
      </div>
      <div className="monitor-table">
        <table>
          <thead>
            <tr>
              {monitorColumns.map((column) => (
                <th
                  key={column}
                  scope="col"
                  aria-sort={order.column !== column ? 'none' : order.isReversed ? 'ascending' : 'descending'}
                >
                  <button
                    type="button"
                    title={words.hints[column]}
                    onClick={() =>
                      setOrder({ column, isReversed: order.column === column ? !order.isReversed : false })
                    }
                  >
                    {words.columns[column]}
                  </button>
                </th>
              ))}
            </tr>
          </thead>
          <tbody onPointerEnter={() => setHeld(shown.map(({ id }) => id))} onPointerLeave={() => setHeld(null)}>
            {shown.map((each) => (
              <MonitorRow key={each.id} section={each} onGo={go} />
            ))}
          </tbody>
        </table>
        {found.length === 0 && <p className="empty">{words.none}</p>}
        {found.length > shown.length && (
          <p className="panel-note">{words.more({ count: found.length - shown.length })}</p>
        )}
      </div>
    </div>
  );
}

function namedSections(book: TunnelBook, language: Language) {
  const kindOf = new Map(KINDS.flatMap((kind) => [...book.ofKind(kind)].map((id) => [id, kind] as const)));
  return book.ids.map((id) => ({
    id,
    name: book.shortNameOf(id, language) ?? id,
    kind: kindOf.get(id) ?? 'integrated',
  }));
}

function MonitorRow({ section, onGo }: { readonly section: MonitoredSection; onGo(id: string): void }) {
  const text = useText();
  const language = useLanguage();
  const { id, name, now, gravity } = section;
  const said = sayTroubles(now, text);
  return (
    <tr data-gravity={gravity}>
      <td>{said.length > 0 ? said.join(' · ') : text.tunnel.inspector.atRest}</td>
      <th scope="row">
        <button type="button" title={text.tunnel.board.locateHint({ place: name })} onClick={() => onGo(id)}>
          {name}
        </button>
      </th>
      <td>{formatShare(now.gasShare, language)}</td>
      <td data-bad={now.oxygenShare < SHORT_OF_OXYGEN}>{sayOxygen(now.oxygenShare, language)}</td>
      <td>{formatWithUnit(now.airC, '°C', language)}</td>
      <td>{formatWithUnit(now.waterM, 'm', language)}</td>
      <td>{now.sightM >= CLEAR_M ? text.monitor.clear : formatWithUnit(now.sightM, 'm', language)}</td>
    </tr>
  );
}
