import type { Household, HouseholdMember } from '../../../sim';
import { formatClock, formatSetting, formatShare, useLanguage, useText } from '../../i18n';
import { useHousehold } from '../../state/household';
import { usePlaces } from '../../state/places';
import { IconButton } from '../../ui/button';
import { Row } from './row';

const KMH_PER_MPS = 3.6;

/** One household of the building that was clicked: its ways to work, its power and water, and how safe its street is. */
export function HouseholdPart({ building }: { readonly building: string }) {
  const text = useText();
  const { building: asked, now, without, turnTo } = useHousehold();
  if (now === null || asked !== building) return null;
  const words = text.household;
  const { number, count, members } = now;
  const commuters = members.flatMap((member, i) => (member.commute ? [{ member, i }] : []));
  return (
    <section className="household">
      <div className="household-head">
        <h3>{words.title({ number: number + 1, count })}</h3>
        <IconButton
          small
          icon="back"
          label={words.previous}
          disabled={count < 2}
          onClick={() => turnTo((number + count - 1) % count)}
        />
        <IconButton
          small
          icon="fold"
          label={words.next}
          disabled={count < 2}
          onClick={() => turnTo((number + 1) % count)}
        />
      </div>
      <dl>
        <Row name={words.commute}>
          {commuters.length === 0
            ? words.nobody
            : commuters.map(({ member, i }) => <Way key={i} member={member} without={without?.members[i]} />)}
        </Row>
        <Supply name={words.power} of={(each) => each.power} />
        <Supply name={words.water} of={(each) => each.water} />
        <Street />
      </dl>
      <small>{words.hint}</small>
    </section>
  );
}

/** Somebody's way to work or school, and how long it takes now. */
function Way({ member, without }: { readonly member: HouseholdMember; readonly without: HouseholdMember | undefined }) {
  const text = useText();
  const language = useLanguage();
  const book = usePlaces((state) => state.book);
  const words = text.household;
  const { commute, type } = member;
  if (!commute) return null;
  const takes = (seconds: number | null) =>
    seconds === null ? words.noWay : words.minutes({ minutes: Math.max(1, Math.round(seconds / 60)) });
  const place = book?.nameOf('edge', commute.toEdge, language) ?? commute.toEdge;
  const before = without?.commute ? takes(without.commute.seconds) : null;
  return (
    <div className="household-way">
      <span>
        {words.who[type]} · {words.modes[commute.mode]} ·{' '}
        {words.leaves({ time: formatClock(commute.departSeconds, false) })}
      </span>
      <strong data-state={commute.seconds === null ? 'cut' : undefined}>{takes(commute.seconds)}</strong>
      <small>{commute.toOutside ? words.outside({ by: place }) : place}</small>
      {commute.freeSeconds !== null && <small>{words.empty({ time: takes(commute.freeSeconds) })}</small>}
      {commute.seconds !== null && commute.freeSeconds === null && <small>{words.planned}</small>}
      <Without what={before} now={takes(commute.seconds)} />
    </div>
  );
}

function Supply({ name, of }: { readonly name: string; of(household: Household): number | null }) {
  const text = useText();
  const language = useLanguage();
  const { now, without } = useHousehold();
  const words = text.household;
  const said = (share: number) => {
    const rounded = Math.round(100 * share) / 100;
    if (rounded >= 1) return words.full;
    return rounded <= 0 ? words.none : words.part({ share: formatShare(rounded, language) });
  };
  const share = now && of(now);
  if (share === null) return null;
  const before = without && of(without);
  return (
    <Row name={name}>
      <span className="household-supply" data-state={said(share) === words.full ? undefined : 'cut'}>
        {said(share)}
      </span>
      <Without what={before === null ? null : said(before)} now={said(share)} />
    </Row>
  );
}

function Street() {
  const text = useText();
  const language = useLanguage();
  const book = usePlaces((state) => state.book);
  const { now, without } = useHousehold();
  const words = text.household;
  if (now === null) return null;
  const speed = ({ street }: Household) => formatSetting(Math.round(street.speedMps * KMH_PER_MPS), 'km/h', language);
  const { street } = now;
  return (
    <Row name={words.street}>
      <span>
        {book?.nameOf('edge', street.edge, language) ?? street.edge} · <strong>{speed(now)}</strong>
      </span>
      <small title={words.severityHint}>{words.severity({ share: formatShare(street.severity, language) })}</small>
      {!street.isDriven && <small>{words.nobodyDrives}</small>}
      <Without what={without && speed(without)} now={speed(now)} />
    </Row>
  );
}

/** What it would be without the changes, where that reads differently. */
function Without({ what, now }: { readonly what: string | null; readonly now: string }) {
  const text = useText();
  if (what === null || what === now) return null;
  return <small className="household-without">{text.household.without({ what })}</small>;
}
