import { candidate, type PublishedRow } from '../../../sim';
import { formatShare, formatWithUnit, sayProblem, useLanguage, useText } from '../../i18n';
import { useChrome } from '../../state/chrome';
import { useEdits } from '../../state/edits';
import { useEngine } from '../../state/engine-context';
import { hasPublished, liveTheYear, stopTheYear, useYear, yearIsOutOfDate } from '../../state/year-of-park';
import { Button } from '../../ui/button';
import { Modal } from '../../ui/modal';
import { sayPublishedCause } from './say-cause';
import './published.css';

/** What the park has published of its energy beside a year that its city lives: what holds together, and what cannot. */
export function PublishedDialog() {
  const text = useText();
  const isOpen = useChrome((state) => state.dialog === 'published');
  return (
    <Modal
      title={text.published.title}
      closeLabel={text.close}
      open={isOpen}
      onClose={() => useChrome.getState().showDialog(null)}
    >
      {isOpen && <Published />}
    </Modal>
  );
}

function Published() {
  const text = useText();
  const words = text.published;
  const language = useLanguage();
  const engine = useEngine();
  const { share, year, problems } = useYear();
  // Out of date as soon as a change is made.
  useEdits(({ history }) => history.list);
  if (!hasPublished()) return <p className="empty">{words.elsewhere}</p>;
  return (
    <div className="published">
      <p>{words.about}</p>
      <div className="published-tools">
        {share === null ? (
          <Button tone="main" onClick={() => void liveTheYear(engine)}>
            {year ? words.again : words.live}
          </Button>
        ) : (
          <Button onClick={stopTheYear}>{words.stop}</Button>
        )}
        <p className="panel-note" role="status">
          {share !== null && words.living({ share: formatShare(share, language) })}
          {share === null && year === null && words.takes}
          {share === null && year && yearIsOutOfDate() && words.stale}
        </p>
      </div>
      {share !== null && <progress className="bar" value={share} max={1} aria-hidden="true" />}
      {problems.length > 0 && (
        <p role="alert" className="compare-problem">
          {words.failed} {problems.map((each) => sayProblem(each, text)).join(' ')}
        </p>
      )}
      {year && (
        <>
          <p className="published-told">
            {words.told({ met: year.rows.filter(({ met }) => met).length, of: year.rows.length })}{' '}
            {year.changes + year.leftOut > 0 && words.changes({ changes: year.changes, leftOut: year.leftOut })}
          </p>
          <table className="told-table published-table">
            <thead>
              <tr>
                <th scope="col">{words.figure}</th>
                <th scope="col">{words.published}</th>
                <th scope="col">{words.lived}</th>
                <th scope="col">{words.off}</th>
              </tr>
            </thead>
            <tbody>
              {year.rows.map((row) => (
                <FigureRow key={row.kpi} row={row} />
              ))}
            </tbody>
          </table>
        </>
      )}
      <p className="panel-note">{words.source({ engines: String(candidate.engines) })}</p>
    </div>
  );
}

function FigureRow({ row }: { readonly row: PublishedRow }) {
  const text = useText();
  const words = text.published;
  const language = useLanguage();
  const { kpi, value, unit, reached, met, cause, atLeast, fitted } = row;
  const said = formatWithUnit(value, unit, language);
  const off = formatShare(Math.abs(reached / value - 1), language);
  return (
    <tr data-kpi={kpi} data-reached={reached} data-met={met}>
      <th scope="row">
        {text.kpis[kpi].name}
        {fitted && <small>{words.fitted}</small>}
        {cause && <small>{sayPublishedCause(cause, words, language)}</small>}
      </th>
      <td>{atLeast ? words.atLeast({ value: said }) : said}</td>
      <td>{formatWithUnit(reached, unit, language)}</td>
      <td>
        <b>{met ? words.holds : words.misses}</b>
        <small>{reached >= value ? words.above({ share: off }) : words.below({ share: off })}</small>
      </td>
    </tr>
  );
}
