import { type Catalogue, formatShare, formatWithUnit, type Language, useLanguage, useText } from '../../i18n';
import type { StationUnit } from '../../state/energy-book';
import type { UnitNow } from '../../state/stations-now';

interface UnitLineProps {
  readonly kind: StationUnit['kind'];
  readonly count: number;
  readonly now: UnitNow | undefined;
  /** What the scene says they can give together, for what the engine tells nothing of. */
  readonly ratedKw: number | undefined;
  readonly isAdded?: boolean;
}

const stores: readonly StationUnit['kind'][] = ['battery', 'heat-store', 'cold-store'];

export const isStore = (kind: StationUnit['kind']): boolean => stores.includes(kind);

/** One kind of machine of a station: how many run, what they give of what they could, and what they take for it. */
export function UnitLine({ kind, count, now, ratedKw, isAdded = false }: UnitLineProps) {
  const text = useText();
  const language = useLanguage();
  const words = text.grid.inspector;
  const bySky = kind === 'photovoltaic' || kind === 'wind-turbine';
  const plain = count > 1 ? words.times({ count, what: words.unitKinds[kind] }) : words.unitKinds[kind];
  const name = isAdded ? words.added({ what: plain }) : plain;
  if (now === undefined || bySky) {
    return (
      <li>
        <span>{name}</span>
        <small>{words.upTo({ most: formatWithUnit(ratedKw, 'kW', language) })}</small>
      </li>
    );
  }
  const holds = isStore(kind);
  const level = holds ? now.heldKwh / now.capacityKwh : now.outputKw / now.sizeKw;
  return (
    <li data-idle={!holds && now.running === 0}>
      <span className="inspector-unit-name">
        <span>{name}</span>
        <b>{holds ? formatShare(level, language) : formatWithUnit(now.outputKw, 'kW', language)}</b>
      </span>
      <meter min={0} max={1} value={Math.min(1, Math.max(0, level))} aria-label={holds ? words.level : words.loading} />
      <small>{(holds ? storeFacts : machineFacts)(now, count, text, language).join(' · ')}</small>
    </li>
  );
}

/** Below this nothing is worth a word, kW. */
const LEAST_KW = 0.5;

function machineFacts(now: UnitNow, count: number, { grid }: Catalogue, language: Language): string[] {
  const words = grid.inspector;
  const power = (kw: number) => formatWithUnit(kw, 'kW', language);
  const facts = [words.running({ running: now.running, count }), words.upTo({ most: power(now.sizeKw) })];
  if (now.count < count) facts.push(words.outOfOrder({ count: count - now.count }));
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

function storeFacts(now: UnitNow, _count: number, { grid }: Catalogue, language: Language): string[] {
  const words = grid.inspector;
  const power = formatWithUnit(Math.abs(now.outputKw), 'kW', language);
  const held = words.holds({
    held: formatWithUnit(now.heldKwh, 'kWh', language, { scaleOf: now.capacityKwh }),
    most: formatWithUnit(now.capacityKwh, 'kWh', language),
  });
  if (now.outputKw > LEAST_KW) return [held, words.fills({ power })];
  return now.outputKw < -LEAST_KW ? [held, words.empties({ power })] : [held, words.rests];
}
