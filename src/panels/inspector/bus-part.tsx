import { formatWithUnit, useLanguage, useText } from '../../i18n';
import type { BusFacts } from '../../state/energy-book';
import { useEnergyNow } from '../../state/energy-now';
import { usePlaces } from '../../state/places';
import { Other, Row } from './row';
import { busNow } from './standing';
import { Voltage } from './voltage';

/** A point of the grid, as what hangs on it sees it: has it power, at what voltage, from where. */
export function BusPart({ bus }: { readonly bus: BusFacts }) {
  const text = useText();
  const language = useLanguage();
  const nodes = useEnergyNow((state) => state.nodes);
  const now = busNow(nodes, bus.row);
  const feeder = usePlaces((state) => state.book?.energy.feederName(bus.feeder, language));
  const words = text.grid.inspector;
  return (
    <>
      {now ? (
        <p className="inspector-standing" data-standing={now.isDead ? 'dead' : 'live'}>
          {words.states[now.isDead ? 'dead' : 'live']}
        </p>
      ) : (
        <p className="empty">{words.noData}</p>
      )}
      <dl>
        {now && !now.isDead && (
          <Row name={now.kw >= 0 ? words.draws : words.gives}>{formatWithUnit(Math.abs(now.kw), 'kW', language)}</Row>
        )}
        <Row name={words.voltage}>
          <Voltage bus={bus} />
        </Row>
        {bus.transformers.length > 0 && (
          <Row name={words.fedBy}>
            {bus.transformers.map((id) => (
              <Other key={id} kind="transformer" id={id} />
            ))}
          </Row>
        )}
        {feeder && <Row name={words.feeder}>{feeder}</Row>}
        {bus.buildings > 0 && <Row name={words.serves}>{words.buildings({ count: bus.buildings })}</Row>}
        {bus.supply && (
          <Row name={words.supply}>
            {bus.supply.limitMw !== undefined &&
              words.limit({ limit: formatWithUnit(1_000 * bus.supply.limitMw, 'kW', language) })}
          </Row>
        )}
        {bus.generators.length > 0 && (
          <Row name={words.makes}>
            {bus.generators
              .map(({ kind, ratedKw }) => `${words.makers[kind]} ${formatWithUnit(ratedKw, 'kW', language)}`)
              .join(' · ')}
          </Row>
        )}
        {bus.batteries.length > 0 && (
          <Row name={words.keeps}>
            {bus.batteries
              .map(
                ({ powerKw, energyKwh }) =>
                  `${formatWithUnit(powerKw, 'kW', language)} · ${formatWithUnit(energyKwh, 'kWh', language)}`,
              )
              .join(' / ')}
          </Row>
        )}
      </dl>
    </>
  );
}
