import type { ReactNode } from 'react';
import { formatPath } from '../../../sim';
import { formatClock, formatShare, sayProblem, useLanguage, useText } from '../../i18n';
import { useChrome } from '../../state/chrome';
import { useEdits } from '../../state/edits';
import { useRun } from '../../state/run';
import { beginTour } from '../../state/tour';
import { Button, IconButton } from '../../ui/button';

/** Quiet lines above the time bar: what is worth knowing and needs no answer. */
export function Notices({ children }: { readonly children?: ReactNode }) {
  const text = useText();
  const restartedFrom = useRun((state) => state.restartedFromSeconds);
  const readRestart = useRun((state) => state.readRestart);
  const isReady = useRun((state) => state.status.kind === 'ready');
  // Whatever kept the engine from opening kept the picture from it too; one of them says it.
  const hasFailed = useRun((state) => state.status.kind === 'failed');
  const startClock = useRun((state) => (state.clock ? state.clock.clockSeconds - state.clock.seconds : Number.NaN));
  const { isFirstRun, pictureMissing, pictureProblems, partMissing, missPart } = useChrome();
  const seekShare = useRun((state) => (state.status.kind === 'seeking' ? state.status.share : null));
  const language = useLanguage();
  const { refusal, dismissRefusal } = useEdits();
  return (
    <div className="notices" aria-live="polite">
      {pictureMissing && <p className="notice">{text.status.noPicture}</p>}
      {pictureProblems.length > 0 && !hasFailed && (
        <p className="notice" data-tone="alarm">
          {text.status.pictureRefused} {pictureProblems.map((each) => each.message).join(' · ')}
        </p>
      )}
      {partMissing && (
        <p className="notice" data-tone="alarm">
          {text.status.partMissing}
          <IconButton small icon="close" label={text.status.dismiss} onClick={() => missPart(false)} />
        </p>
      )}
      {seekShare !== null && (
        <p className="notice">
          {text.clock.seeking({ share: formatShare(seekShare, language) })}
          <progress className="bar" value={seekShare} max={1} aria-hidden="true" />
        </p>
      )}
      {restartedFrom !== null && (
        <p className="notice">
          {text.status.restarting({ time: formatClock(startClock + restartedFrom) })}
          <IconButton small icon="close" label={text.status.dismiss} onClick={readRestart} />
        </p>
      )}
      {refusal !== null && refusal.subject === null && (
        <p className="notice" data-tone="alarm">
          <span>
            {text.status.refused}{' '}
            {refusal.problems.map((each) => (
              <span key={`${each.code} ${formatPath(each.path)}`} title={each.message}>
                {sayProblem(each, text)}{' '}
              </span>
            ))}
          </span>
          <IconButton small icon="close" label={text.status.dismiss} onClick={dismissRefusal} />
        </p>
      )}
      {isFirstRun && isReady && !pictureMissing && (
        <p className="notice first-run">
          {isTouch() ? text.firstRunTouch : text.firstRun}
          <Button small title={text.tour.offerHint} onClick={beginTour}>
            {text.tour.offer}
          </Button>
        </p>
      )}
      {children}
    </div>
  );
}

function isTouch(): boolean {
  return globalThis.matchMedia('(pointer: coarse)').matches;
}
