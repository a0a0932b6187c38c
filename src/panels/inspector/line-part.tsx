import { formatWithUnit, useLanguage, useText } from '../../i18n';
import type { LineFacts } from '../../state/energy-book';
import { useEnergyNow } from '../../state/energy-now';
import { usePlaces } from '../../state/places';
import { LinkFigures } from './link-figures';
import { Row } from './row';
import { linkNow } from './standing';
import { Voltage } from './voltage';

/** A power line: its flow of the moment, and how it is built. */
export function LinePart({ line }: { readonly line: LineFacts }) {
  const text = useText();
  const language = useLanguage();
  const links = useEnergyNow((state) => state.links);
  const feeder = usePlaces((state) => state.book?.energy.feederName(line.feeder, language));
  const now = linkNow(links, line.row, line.isTie);
  const words = text.grid.inspector;
  return (
    <>
      <LinkFigures now={now} from={line.from} to={line.to} />
      <dl>
        {now && now.loading > 0 && (
          <Row name={words.current}>
            {formatWithUnit(now.loading * line.ratingA, 'A', language)}{' '}
            <small>
              {words.rating} {formatWithUnit(line.ratingA, 'A', language)}
            </small>
          </Row>
        )}
        <Row name={words.voltage}>
          <Voltage bus={line.from} />
        </Row>
        {feeder && <Row name={words.feeder}>{feeder}</Row>}
        <Row name={words.kind}>
          {[line.isCable ? words.cable : words.overhead, line.inGallery && words.inGallery].filter(Boolean).join(' · ')}
        </Row>
        <Row name={words.length}>{formatWithUnit(line.lengthM, 'm', language)}</Row>
      </dl>
    </>
  );
}
