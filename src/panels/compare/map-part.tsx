import { edgeQuantities } from '../../../sim';
import { formatShare, useLanguage, useText } from '../../i18n';
import type { KeptComparison } from '../../scenarios/kept-comparison';
import { useChrome } from '../../state/chrome';
import { isOutOfDate } from '../../state/compare';
import { countStreets, showDifferences } from '../../state/difference-map';
import { Button } from '../../ui/button';

/** Where it differs: what the streets can show, and how many of them differ beyond chance. */
export function MapPart({ found }: { readonly found: KeptComparison }) {
  const words = useText().compare;
  const language = useLanguage();
  if (!found.edges) return null;
  const cannot = isOutOfDate(found);
  return (
    <section className="compare-part compare-map">
      <h3>{words.map}</h3>
      <p className="panel-note">{words.mapHint}</p>
      <ul className="compare-map-list">
        {edgeQuantities.map((quantity) => {
          const { differ, measured } = countStreets(found, quantity);
          return (
            <li key={quantity}>
              <Button
                icon="locate"
                disabled={cannot || differ === 0}
                onClick={() => {
                  showDifferences(quantity);
                  useChrome.getState().showDialog(null);
                }}
              >
                {words.mapOf[quantity]}
              </Button>
              <span>
                {differ === 0
                  ? words.mapNone
                  : words.mapCount({ differ, measured, share: formatShare(differ / measured, language) })}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
