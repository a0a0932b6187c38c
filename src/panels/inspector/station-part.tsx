import { formatClock, formatDuration, formatShare, formatWithUnit, useLanguage, useText } from '../../i18n';
import type { StationFacts } from '../../state/energy-book';
import { useEnergyNow } from '../../state/energy-now';
import { useRun } from '../../state/run';
import {
  addedUnits,
  bindingKinds,
  type PlanLimitName,
  type PlanNow,
  planNow,
  type StationNow,
  stationNow,
  unitNow,
  yieldOf,
} from '../../state/stations-now';
import { Row } from './row';
import { isStore, UnitLine } from './unit-line';
import { Voltage } from './voltage';

/** Below this nothing is worth a line, kW or kWh. */
const LEAST = 0.5;

/** An energy station: what it takes and gives now, each of its machines and stores, and the plan that they follow. */
export function StationPart({ station }: { readonly station: StationFacts }) {
  const text = useText();
  const language = useLanguage();
  const rows = useEnergyNow((state) => state.stations);
  const words = text.grid.inspector;
  const now = stationNow(rows, station.rows.station);
  const plan = planNow(rows, station.rows.plan);
  const power = (kw: number) => formatWithUnit(kw, 'kW', language);
  const share = now && yieldOf(now);
  const flows = now
    ? ([
        [words.drawsPower, now.drawnKw],
        [words.drawsGas, now.gasKw],
        [words.givesPower, now.givenKw],
        [words.givesHeat, now.heatKw],
        [words.givesCold, now.coldKw],
        [words.dumps, now.dumpedKw],
      ] as const)
    : [];
  return (
    <>
      {now ? (
        <p className="inspector-standing" data-standing={now.supply === 'none' ? 'dead' : 'live'}>
          {words.supplies[now.supply]}
        </p>
      ) : (
        <p className="empty">{words.noData}</p>
      )}
      <dl>
        {flows
          .filter(([, kw]) => kw > LEAST)
          .map(([name, kw]) => (
            <Row key={name} name={name}>
              {power(kw)}
            </Row>
          ))}
        {share !== undefined && <Row name={words.useful}>{formatShare(share, language)}</Row>}
        {now && (
          <Row name={words.carbon}>{words.perHour({ amount: formatWithUnit(now.carbonKgPerH, 'kg', language) })}</Row>
        )}
        {now && now.owedKwh > LEAST && <Row name={words.owes}>{formatWithUnit(now.owedKwh, 'kWh', language)}</Row>}
        {now?.supply === 'holds' && (
          <Row name={words.lasts}>
            {now.lastsSeconds > 0 ? formatDuration(60 * Math.round(now.lastsSeconds / 60)) : words.gains}
          </Row>
        )}
        {station.bus && (
          <Row name={words.voltage}>
            <Voltage bus={station.bus} />
          </Row>
        )}
      </dl>
      {!station.bus && <p className="empty">{words.notConnected}</p>}
      <h3 className="inspector-units">{words.units}</h3>
      <ul className="inspector-unit-list">
        {station.units.map((unit, i) => (
          <UnitLine
            key={unit.id}
            kind={unit.kind}
            count={unit.count ?? 1}
            now={unitNow(rows, station.rows.units + i, isStore(unit.kind))}
            ratedKw={unit.electricKw === undefined ? undefined : (unit.count ?? 1) * unit.electricKw}
          />
        ))}
        {addedUnits(rows, station.rows.added).map(({ kind, now: added }) => (
          <UnitLine key={kind} kind={kind} count={added.count} now={added} ratedKw={undefined} isAdded />
        ))}
      </ul>
      {plan && <Plan plan={plan} station={station} now={now} rows={rows} />}
    </>
  );
}

interface PlanProps {
  readonly plan: PlanNow;
  readonly station: StationFacts;
  readonly now: StationNow | undefined;
  readonly rows: Float32Array;
}

/** The plan in force: since when, to what end, what it cannot serve, and what stands in the way. */
function Plan({ plan, station, now, rows }: PlanProps) {
  const lackingKwh = now?.lackingKwh ?? 0;
  const text = useText();
  const language = useLanguage();
  const startClock = useRun((state) => (state.clock ? state.clock.clockSeconds - state.clock.seconds : 0));
  const words = text.grid.inspector;
  const clock = (seconds: number) => formatClock(startClock + seconds, false);
  const energy = (kwh: number) => formatWithUnit(kwh, 'kWh', language);
  const isHere = lackingKwh > LEAST;
  /** Here by the machines' own names, elsewhere in a word. */
  const named = (limit: PlanLimitName): readonly string[] => {
    const kinds = limit === 'machines' && isHere ? bindingKinds(rows, station) : [];
    if (kinds.length === 0) return [words.planLimits[limit]];
    return kinds.map((kind) => words.planAtTheirMost({ machines: words.unitKinds[kind] }));
  };
  const limits = isHere ? (now?.lackingFor ?? []) : plan.lackingFor;
  const because = plan.status === 'made' ? limits.flatMap(named) : [];
  return (
    <>
      <h3 className="inspector-units">{words.plan}</h3>
      <dl>
        <Row name={words.planAim}>{words.aims[plan.aim]}</Row>
        <Row name={words.planSince}>
          {plan.status === 'none' ? words.planNone : words.planFrom({ time: clock(plan.fromSeconds) })}
          {plan.status === 'no-answer' && <strong> {words.planNoAnswer}</strong>}
        </Row>
        {plan.status === 'made' && (
          <Row name={words.planServes}>
            {isHere
              ? words.planLacks({ energy: energy(lackingKwh) })
              : plan.lackingKwh > LEAST
                ? words.planLacksElsewhere({
                    energy: energy(plan.lackingKwh),
                    time: clock(plan.lackingFromSeconds),
                  })
                : words.planAll}
          </Row>
        )}
        {because.length > 0 && <Row name={words.planBecause}>{because.join(words.planListMark)}</Row>}
      </dl>
    </>
  );
}
