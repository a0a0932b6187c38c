import { formatQuantity, formatWithUnit, useLanguage, useText } from '../../i18n';
import type { BusFacts } from '../../state/energy-book';
import { usePlaces } from '../../state/places';
import { Row } from './row';
import type { LinkNow } from './standing';

interface LinkFiguresProps {
  readonly now: LinkNow | undefined;
  readonly from: BusFacts;
  readonly to: BusFacts;
}

/** How a line or a transformer stands, how loaded it is, and which way how much goes. */
export function LinkFigures({ now, from, to }: LinkFiguresProps) {
  const text = useText();
  const language = useLanguage();
  const book = usePlaces((state) => state.book);
  const words = text.grid.inspector;
  if (!now) return <p className="empty">{words.noData}</p>;
  const loading = formatQuantity(100 * now.loading, '%', language);
  const towards = now.kw >= 0 ? to : from;
  return (
    <>
      <p className="inspector-standing" data-standing={now.standing}>
        {words.states[now.standing]}
      </p>
      {now.loading > 0 && (
        <>
          <div className="inspector-loading">
            <strong>{loading.number}</strong>
            <small>{loading.unit}</small>
            <meter min={0} max={1} high={1} value={Math.min(1, now.loading)} aria-label={words.loading} />
          </div>
          <dl>
            <Row name={words.power}>
              {formatWithUnit(Math.abs(now.kw), 'kW', language)}{' '}
              <small>{words.towards({ place: book?.energy.nameOf('bus', towards.id, language) ?? towards.id })}</small>
            </Row>
          </dl>
        </>
      )}
    </>
  );
}
