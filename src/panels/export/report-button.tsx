import { formatShare, useLanguage, useText } from '../../i18n';
import { Button } from '../../ui/button';
import { useReport, useReportState } from './use-report';

/** Writes the report of the comparison; says how far it has come, and what kept it from being made. */
export function ReportButton() {
  const words = useText().export;
  const language = useLanguage();
  const report = useReport();
  const { share, failure } = useReportState();
  return (
    <>
      <Button
        small
        icon="file"
        disabled={report === null}
        aria-label={`${words.report}: PDF`}
        title={words.reportWhat}
        onClick={() => void report?.()}
      >
        PDF
      </Button>
      {share !== null && <small role="status"> {words.making({ share: formatShare(share, language) })}</small>}
      {failure !== null && (
        <small role="alert" className="export-failed">
          {' '}
          {words.failed({ why: failure })}
        </small>
      )}
    </>
  );
}
