import { formatSetting, formatWithUnit, type Language, useLanguage, useText } from '../../i18n';
import type { BusFacts } from '../../state/energy-book';
import { useEnergyNow } from '../../state/energy-now';
import { busNow } from './standing';

/** '0.396 kV' says less than '396 V'. */
function formatVolts(kilovolts: number, language: Language): string {
  return kilovolts < 1 ? formatWithUnit(1_000 * kilovolts, 'V', language) : formatWithUnit(kilovolts, 'kV', language);
}

/** A nominal voltage is a name, not a measurement: no digits behind it. */
function formatNominal(kilovolts: number, language: Language): string {
  return kilovolts < 1 ? formatSetting(1_000 * kilovolts, 'V', language) : formatSetting(kilovolts, 'kV', language);
}

/** A bus's voltage now, and how that stands to its nominal one. */
export function Voltage({ bus }: { readonly bus: BusFacts }) {
  const text = useText();
  const language = useLanguage();
  const now = useEnergyNow(({ nodes }) => nodes);
  const words = text.grid.inspector;
  const state = busNow(now, bus.row);
  if (!state) return <>–</>;
  if (state.isDead) return <>{words.states.dead}</>;
  const share = formatWithUnit(100 * state.share, '%', language);
  return (
    <>
      {formatVolts(state.share * bus.kilovolts, language)}{' '}
      <small>{words.ofNominal({ share, nominal: formatNominal(bus.kilovolts, language) })}</small>
    </>
  );
}
