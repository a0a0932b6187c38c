import { edgeQuantities } from '../../../sim';
import { differenceRamp } from '../../city/roads/difference-ramp';
import { useText } from '../../i18n';
import { isOutOfDate, useCompare } from '../../state/compare';
import { countStreets, differenceScale, showDifferences, useDifferenceMap } from '../../state/difference-map';
import { useScenarios } from '../../state/scenarios';
import { IconButton } from '../../ui/button';
import { Segments } from '../../ui/segments';

/** A street without any difference lies beyond its 95 % band so often. */
const BY_CHANCE = 0.05;

/** What the colours of streets mean while they show a comparison, and how far to trust them. */
export function DifferenceLegend() {
  const text = useText();
  const words = text.compare;
  const quantity = useDifferenceMap((state) => state.quantity);
  const found = useCompare((state) => state.found);
  // Looked at anew whenever a scenario changes.
  useScenarios();
  if (quantity === null || !found?.edges) return null;
  const { differ, measured } = countStreets(found, quantity);
  const end = words.mapEnd[quantity]({ count: differenceScale[quantity] });
  return (
    <div className="notice flow-legend difference-legend">
      <span>{words.mapLegend}</span>
      <Segments
        label={words.map}
        value={quantity}
        options={edgeQuantities.map((value) => ({ value, label: words.mapOf[value] }))}
        onChange={(value) => showDifferences(value)}
      />
      <span className="flow-legend-end">−{end}</span>
      <span
        className="flow-legend-ramp"
        style={{ background: `linear-gradient(to right, ${differenceRamp.join(', ')})` }}
      />
      <span className="flow-legend-end">+{end}</span>
      <span className="flow-legend-end">
        {words.mapTrust({ differ, byChance: Math.round(BY_CHANCE * measured), seeds: found.comparison.seeds.length })}
      </span>
      {isOutOfDate(found) && <b className="compare-stale">{words.stale}</b>}
      <IconButton small icon="close" label={words.mapClose} onClick={() => showDifferences(null)} />
    </div>
  );
}
