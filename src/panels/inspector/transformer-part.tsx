import { useLanguage, useText } from '../../i18n';
import type { TransformerFacts } from '../../state/energy-book';
import { useEnergyNow } from '../../state/energy-now';
import { usePlaces } from '../../state/places';
import { LinkFigures } from './link-figures';
import { Row } from './row';
import { linkNow } from './standing';
import { Voltage } from './voltage';

/** A transformer: how loaded it is, the voltage on both sides, and whom it serves. */
export function TransformerPart({ transformer }: { readonly transformer: TransformerFacts }) {
  const text = useText();
  const language = useLanguage();
  const links = useEnergyNow((state) => state.links);
  const feeder = usePlaces((state) => state.book?.energy.feederName(transformer.feeder, language));
  const words = text.grid.inspector;
  const { from, to } = transformer;
  return (
    <>
      <LinkFigures now={linkNow(links, transformer.row, false)} from={from} to={to} />
      <dl>
        <Row name={words.rating}>{words.apparent({ kva: transformer.ratingKva })}</Row>
        <Row name={words.voltage}>
          <Voltage bus={from} />
          <br />
          <Voltage bus={to} />
        </Row>
        {feeder && <Row name={words.feeder}>{feeder}</Row>}
        {transformer.buildings > 0 && (
          <Row name={words.serves}>{words.buildings({ count: transformer.buildings })}</Row>
        )}
      </dl>
    </>
  );
}
