import { type Catalogue, formatWithUnit, type Language, useLanguage, useText } from '../../i18n';
import type { StationFacts, StationUnit } from '../../state/energy-book';
import { BusPart } from './bus-part';

/** An energy station: its connection to the grid now, and its units by rating. */
export function StationPart({ station }: { readonly station: StationFacts }) {
  const text = useText();
  const language = useLanguage();
  const words = text.grid.inspector;
  return (
    <>
      {station.bus ? (
        <BusPart bus={{ ...station.bus, generators: [], batteries: [] }} />
      ) : (
        <p className="empty">{words.notConnected}</p>
      )}
      <h3 className="inspector-units">{words.units}</h3>
      <ul className="inspector-unit-list">
        {station.units.map((unit) => (
          <li key={unit.id}>
            <span>{nameOf(unit, text)}</span>
            <small>{ratingsOf(unit, text, language)}</small>
          </li>
        ))}
      </ul>
      <p className="panel-note">{words.unitsNote}</p>
    </>
  );
}

function nameOf({ kind, count = 1 }: StationUnit, text: Catalogue): string {
  const { unitKinds, times } = text.grid.inspector;
  return count > 1 ? times({ count, what: unitKinds[kind] }) : unitKinds[kind];
}

/** What one of them is rated at, by carrier. */
function ratingsOf(
  { electricKw, heatKw, coolingKw, storageKwh }: StationUnit,
  text: Catalogue,
  language: Language,
): string {
  const words = text.grid.inspector;
  const power = (kw: number) => formatWithUnit(kw, 'kW', language);
  return [
    electricKw !== undefined && words.electric({ power: power(electricKw) }),
    heatKw !== undefined && words.heat({ power: power(heatKw) }),
    coolingKw !== undefined && words.cooling({ power: power(coolingKw) }),
    storageKwh !== undefined && words.storage({ energy: formatWithUnit(storageKwh, 'kWh', language) }),
  ]
    .filter(Boolean)
    .join(' · ');
}
