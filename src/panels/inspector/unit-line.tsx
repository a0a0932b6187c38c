import { type Catalogue, formatShare, formatWithUnit, type Language, useLanguage, useText } from '../../i18n';
import type { StationUnit } from '../../state/energy-book';
import { sizeOf, type UnitNow } from '../../state/stations-now';

/** One kind of machine of a station: how many run, what they give of what they could, and what they take for it. */
export function UnitLine({ unit, now }: { readonly unit: StationUnit; readonly now: UnitNow | undefined }) {
  const text = useText();
  const language = useLanguage();
  const words = text.grid.inspector;
  const count = now?.count ?? unit.count ?? 1;
  const size = sizeOf(unit, count);
  const isStore = unit.storageKwh !== undefined;
  const bySky = unit.kind === 'photovoltaic' || unit.kind === 'wind-turbine';
  const name = count > 1 ? words.times({ count, what: words.unitKinds[unit.kind] }) : words.unitKinds[unit.kind];
  if (now === undefined || bySky) {
    return (
      <li>
        <span>{name}</span>
        <small>{words.upTo({ most: formatWithUnit(size.kw, 'kW', language) })}</small>
      </li>
    );
  }
  const level = isStore ? now.heldKwh / size.kwh : now.outputKw / size.kw;
  return (
    <li data-idle={!isStore && now.running === 0}>
      <span className="inspector-unit-name">
        <span>{name}</span>
        <b>{isStore ? formatShare(level, language) : formatWithUnit(now.outputKw, 'kW', language)}</b>
      </span>
      <meter
        min={0}
        max={1}
        value={Math.min(1, Math.max(0, level))}
        aria-label={isStore ? words.level : words.loading}
      />
      <small>{(isStore ? storeFacts : machineFacts)(now, size, count, text, language).join(' · ')}</small>
    </li>
  );
}

/** Below this nothing is worth a word, kW. */
const LEAST_KW = 0.5;

function machineFacts(
  now: UnitNow,
  size: { readonly kw: number },
  count: number,
  { grid }: Catalogue,
  language: Language,
): string[] {
  const words = grid.inspector;
  const power = (kw: number) => formatWithUnit(kw, 'kW', language);
  const facts = [words.running({ running: now.running, count }), words.upTo({ most: power(size.kw) })];
  if (now.heatKw > LEAST_KW) facts.push(words.heat({ power: power(now.heatKw) }));
  if (now.gasKw > LEAST_KW) facts.push(words.takesGas({ power: power(now.gasKw) }));
  if (now.electricKw > LEAST_KW) facts.push(words.takesPower({ power: power(now.electricKw) }));
  if (now.heatInKw > LEAST_KW) facts.push(words.takesHeat({ power: power(now.heatInKw) }));
  const rate = rateOf(now);
  if (rate !== undefined)
    facts.push(
      rate.isCop
        ? words.cop({ cop: rate.value.toFixed(1) })
        : words.efficiency({ share: formatShare(rate.value, language) }),
    );
  if (now.plannedKw > LEAST_KW || now.outputKw > LEAST_KW) facts.push(words.planned({ power: power(now.plannedKw) }));
  return facts;
}

/** Of what fuel or heat gives a share comes out, of power a multiple. */
function rateOf(now: UnitNow): { readonly value: number; readonly isCop: boolean } | undefined {
  if (now.gasKw > LEAST_KW) return { value: (now.outputKw + now.heatKw) / now.gasKw, isCop: false };
  if (now.electricKw > LEAST_KW) return { value: now.outputKw / now.electricKw, isCop: true };
  return now.heatInKw > LEAST_KW ? { value: now.outputKw / now.heatInKw, isCop: true } : undefined;
}

function storeFacts(
  now: UnitNow,
  size: { readonly kw: number; readonly kwh: number },
  _count: number,
  { grid }: Catalogue,
  language: Language,
): string[] {
  const words = grid.inspector;
  const power = formatWithUnit(Math.abs(now.outputKw), 'kW', language);
  const held = words.holds({
    held: formatWithUnit(now.heldKwh, 'kWh', language, { scaleOf: size.kwh }),
    most: formatWithUnit(size.kwh, 'kWh', language),
  });
  if (now.outputKw > LEAST_KW) return [held, words.fills({ power })];
  return now.outputKw < -LEAST_KW ? [held, words.empties({ power })] : [held, words.rests];
}
