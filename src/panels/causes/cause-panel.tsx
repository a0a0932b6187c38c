import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import { useText } from '../../i18n';
import { useCamera } from '../../state/camera';
import { causeList } from '../../state/cause-graph';
import { type CauseMap, families } from '../../state/cause-map';
import { useCauseShown } from '../../state/cause-shown';
import { useCauseView } from '../../state/cause-view';
import { useChrome } from '../../state/chrome';
import { useRun } from '../../state/run';
import { Button, IconButton } from '../../ui/button';
import { useCauseIndex } from '../happenings/use-cause-index';
import { CauseTree } from './cause-tree';

const ROWS_AT_ONCE = 250;
const NOBODY: ReadonlySet<number> = new Set();

/** The whole chain of one happening: back to a change or to chance, and forward to all that followed. */
export function CausePanel() {
  const focus = useCauseView((state) => state.focus);
  const hasRun = useRun((state) => state.clock !== null);
  return focus === null || !hasRun ? null : <Panel key={focus} focus={focus} />;
}

function Panel({ focus }: { readonly focus: number }) {
  const text = useText();
  const { before, look, back, close } = useCauseView();
  const { index, record: newest } = useCauseIndex();
  // While the run tells much, the list may lag behind a little, and whoever reads it can still press things.
  const record = useDeferredValue(newest);
  const [folded, setFolded] = useState(NOBODY);
  const [all, setAll] = useState(NOBODY);
  const [mostRows, setMostRows] = useState(ROWS_AT_ONCE);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the index is one object that grows with the record
  const list = useMemo(
    () => causeList(index, focus, { folded, all, mostRows }),
    [index, record, focus, folded, all, mostRows],
  );
  useEscape(close);
  const words = text.causes;
  return (
    <section className="panel causes" aria-label={words.title}>
      <div className="panel-head">
        {before.length > 0 && <IconButton small icon="back" label={words.back} onClick={back} />}
        <h2>{words.title}</h2>
        {list && <span className="panel-note">{words.count(list)}</span>}
        <span className="causes-tools">
          <FitButton />
          {list && list.root !== focus && (
            <Button small title={words.wholeHint} onClick={() => look(list.root)}>
              {words.whole}
            </Button>
          )}
          <IconButton small icon="close" label={text.close} onClick={close} />
        </span>
      </div>
      <div className="panel-body">
        {list === null ? (
          <p className="empty">{words.nothing}</p>
        ) : (
          <>
            <FamilyLegend />
            <CauseTree
              rows={list.rows}
              onFold={(id, isFolded) => setFolded(withOrWithout(folded, id, isFolded))}
              onAll={(id) => setAll(withOrWithout(all, id, true))}
            />
            {list.effects === 0 && <p className="empty">{words.nothingFollowed}</p>}
            {list.leftOut > 0 && (
              <Button small onClick={() => setMostRows(mostRows + ROWS_AT_ONCE)}>
                {words.more({ count: list.leftOut })}
              </Button>
            )}
            <p className="panel-note causes-keys">{words.keys}</p>
          </>
        )}
      </div>
    </section>
  );
}

/** Flies to where the whole chain can be seen. */
function FitButton() {
  const text = useText();
  const map = useCauseShown((state) => state.map);
  if (map.places.length === 0) return null;
  return (
    <IconButton small icon="locate" label={text.causes.fit} onClick={() => useCamera.getState().flyTo(viewOf(map))} />
  );
}

const CLOSEST_M = 350;
const PITCH_DEG = 48;

function viewOf({ places }: CauseMap) {
  const xs = places.map(({ at }) => at[0]);
  const ys = places.map(({ at }) => at[1]);
  const [west, east, south, north] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const distanceM = Math.max(CLOSEST_M, 1.25 * Math.hypot(east - west, north - south));
  return { kind: 'place', x: (west + east) / 2, y: (south + north) / 2, distanceM, pitchDeg: PITCH_DEG } as const;
}

/** Which colour is which part of the city, of those that the drawn chain has. */
function FamilyLegend() {
  const text = useText();
  const map = useCauseShown((state) => state.map);
  const shown = families.filter((family) => map.places.some((place) => place.family === family));
  if (shown.length === 0) return null;
  return (
    <ul className="cause-legend" aria-label={text.causes.legend}>
      {shown.map((family) => (
        <li key={family}>
          <i className="cause-dot" data-family={family} aria-hidden="true" />
          {text.causes.families[family]}
        </li>
      ))}
    </ul>
  );
}

function withOrWithout(set: ReadonlySet<number>, id: number, isIn: boolean): ReadonlySet<number> {
  const next = new Set(set);
  if (isIn) next.add(id);
  else next.delete(id);
  return next;
}

/** Escape closes it, where nothing else waits for that key; what was clicked stays. */
function useEscape(close: () => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented || useChrome.getState().dialog !== null) return;
      event.preventDefault();
      close();
    };
    window.addEventListener('keydown', onKey, { capture: true });
    return () => window.removeEventListener('keydown', onKey, { capture: true });
  }, [close]);
}
