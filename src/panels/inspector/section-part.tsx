import { useMemo } from 'react';
import { formatSetting, formatShare, formatWithUnit, useLanguage, useText } from '../../i18n';
import { useCauseView } from '../../state/cause-view';
import { type LaidLine, laidKinds } from '../../state/gallery-lines';
import { useRun } from '../../state/run';
import { crewsNow, isAlarm, type SectionNow, sectionNow, troublesOf } from '../../state/section-state';
import type { SectionFacts } from '../../state/tunnel-book';
import { useTunnelsNow } from '../../state/tunnels-now';
import { useWalk } from '../../state/walk';
import { Button } from '../../ui/button';
import { OrderButtons } from '../tunnels/order-buttons';
import { sayOxygen, sayTroubles } from '../tunnels/say-section';
import { useSectionRecords } from '../tunnels/use-sections';
import { Other, Row } from './row';

const CLEAR_M = 100;
/** So many cables are named, the others counted. */
const MOST_NAMED = 4;

/** A section of a gallery: how it stands, what lies in it, who is on the way there, and what it can be ordered to do. */
export function SectionPart({ section }: { readonly section: SectionFacts }) {
  const text = useText();
  const rows = useTunnelsNow((state) => state.sections);
  const now = sectionNow(rows, section.slot);
  const record = useSectionRecords().get(section.id);
  return (
    <>
      <WalkButton section={section.id} />
      {now ? <Standing section={section} now={now} /> : <p className="empty">{text.tunnel.inspector.noData}</p>}
      {now && <OrderButtons section={section.id} now={now} isTaken={record?.isTaken ?? false} />}
      <h3 className="inspector-units">{text.tunnel.inspector.built}</h3>
      <Built section={section} />
    </>
  );
}

/** Down into it, or out again. */
function WalkButton({ section }: { readonly section: string }) {
  const text = useText();
  const { section: inside, enter, leave } = useWalk();
  const words = text.tunnel.walk;
  return inside === null ? (
    <Button tone="main" icon="walk" title={words.enterHint} onClick={() => enter(section)}>
      {words.enter}
    </Button>
  ) : (
    <Button icon="close" title={words.leaveHint} onClick={leave}>
      {words.leave}
    </Button>
  );
}

function Standing({ section, now }: { readonly section: SectionFacts; readonly now: SectionNow }) {
  const text = useText();
  const language = useLanguage();
  const words = text.tunnel.inspector;
  const said = sayTroubles(now, text);
  const isQuiet = troublesOf(now).length === 0;
  const newest = useNewestHappening(section.id);
  return (
    <>
      <p className="inspector-standing" data-standing={isQuiet ? 'live' : isAlarm(now) ? 'over' : 'dead'}>
        {isQuiet ? words.atRest : said[0]}
      </p>
      {said.length > 1 && (
        <ul className="section-states">
          {said.slice(1).map((each) => (
            <li key={each}>{each}</li>
          ))}
        </ul>
      )}
      {newest !== undefined && !isQuiet && (
        <Button small icon="causes" title={words.whyHint} onClick={() => useCauseView.getState().look(newest)}>
          {words.why}
        </Button>
      )}
      <dl>
        <Row name={words.gas}>
          <span className="section-gas">
            {words.ofLimit({ share: formatShare(now.gasShare, language) })}
            <meter min={0} max={1} high={0.2} value={Math.min(1, now.gasShare)} />
          </span>
        </Row>
        <Row name={words.oxygen}>{sayOxygen(now.oxygenShare, language)}</Row>
        <Row name={words.water}>
          {now.waterM > 0
            ? words.aboveFloor({ level: formatWithUnit(now.waterM, 'm', language) })
            : text.tunnel.floodStates.dry}
        </Row>
        <Row name={words.air}>{formatWithUnit(now.airC, '°C', language)}</Row>
        <Row name={words.sight}>{now.sightM >= CLEAR_M ? words.clear : formatWithUnit(now.sightM, 'm', language)}</Row>
        <Row name={words.supply}>{now.flags.has('dark') ? <b>{words.unsupplied}</b> : words.supplied}</Row>
        <Row name={words.states}>
          {[text.tunnel.gasStates[now.gas], text.tunnel.floodStates[now.flood], text.tunnel.fireStates[now.fire]].join(
            ' · ',
          )}
        </Row>
        <Row name={words.crews}>
          <Crews slot={section.slot} />
        </Row>
      </dl>
    </>
  );
}

function Crews({ slot }: { readonly slot: number }) {
  const text = useText();
  const language = useLanguage();
  const crews = useTunnelsNow((state) => state.crews);
  const words = text.tunnel.inspector;
  const here = crewsNow(crews).filter(({ section }) => section === slot);
  if (here.length === 0) return <>{words.nobody}</>;
  return (
    <>
      {here.map(({ number, state, wayDone }) => (
        <span key={number} className="section-crew">
          {words.crew({ number, state: words.crewStates[state] })}
          {state === 'drives' && <small> {words.wayDone({ share: formatShare(wayDone, language) })}</small>}
        </span>
      ))}
    </>
  );
}

function Built({ section }: { readonly section: SectionFacts }) {
  const text = useText();
  const language = useLanguage();
  const words = text.tunnel.inspector;
  const metres = (value: number) => formatSetting(Math.round(10 * value) / 10, 'm', language);
  return (
    <dl>
      <Row name={words.compartment}>{text.tunnel.compartments[section.kind]}</Row>
      <Row name={words.size}>
        {words.sized({
          length: metres(section.lengthM),
          width: metres(section.widthM),
          height: metres(section.heightM),
          depth: metres(section.floorDepthM),
        })}
      </Row>
      <Row name={words.laid}>
        <Laid lines={section.lines} />
      </Row>
      <Row name={words.equipment}>
        {[...section.equipment].map(([kind, count]) => `${text.tunnel.equipment[kind]} ${count}`).join(' · ')}
      </Row>
    </dl>
  );
}

function Laid({ lines }: { readonly lines: readonly LaidLine[] }) {
  const text = useText();
  const language = useLanguage();
  const words = text.tunnel.inspector;
  if (lines.length === 0) return <>{words.laidNothing}</>;
  const cables = lines.filter(({ kind }) => kind === 'cable');
  return (
    <>
      {laidKinds.map((kind) => {
        const here = lines.filter((line) => line.kind === kind);
        if (here.length === 0) return null;
        const what = text.tunnel.legend.laid[kind];
        const isPipe = kind !== 'cable' && kind !== 'fibre';
        const said = isPipe
          ? words.laidLine({ what, count: here.length, diameter: nominal(here) })
          : words.laidCount({ what, count: here.length });
        return (
          <span key={kind} className="section-laid" data-kind={kind}>
            {said}
          </span>
        );
      })}
      {cables.slice(0, MOST_NAMED).map(({ id }) => (
        <Other key={id} kind="branch" id={id} />
      ))}
      {cables.length > MOST_NAMED && text.tunnel.board.more({ count: cables.length - MOST_NAMED })}
    </>
  );
  /** Nominal diameters are names, in millimetres. */
  function nominal(here: readonly LaidLine[]): string {
    return `DN${formatSetting(Math.round(1_000 * Math.max(...here.map(({ diameterM }) => diameterM))), '1', language)}`;
  }
}

/** What was last told of a section, to ask why. */
function useNewestHappening(section: string): number | undefined {
  const happenings = useRun((state) => state.happenings);
  return useMemo(() => happenings.findLast(({ element }) => element === section)?.id, [happenings, section]);
}
