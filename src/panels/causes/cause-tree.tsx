import { type KeyboardEvent, useRef, useState } from 'react';
import type { Happening } from '../../../sim';
import { formatClock, formatDuration, sayHappening, useLanguage, useText } from '../../i18n';
import type { CauseRow, MoreRow } from '../../state/cause-graph';
import { familyOf } from '../../state/cause-map';
import { useCauseView } from '../../state/cause-view';
import { useEdits } from '../../state/edits';
import { usePlaces } from '../../state/places';
import { useRun } from '../../state/run';
import { Icon, type IconName } from '../../ui/icon';
import { hasPlace, lookAtElement } from '../happenings/look-at-element';
import { usePlaceName } from '../happenings/place-name';

/** Deeper than this a list is only as wide as its panel. */
const DEEPEST_INDENT = 9;

const icons: Readonly<Record<string, IconName>> = {
  traffic: 'road',
  energy: 'energy',
  tunnel: 'tunnels',
  water: 'water',
  intervention: 'change',
};

interface CauseTreeProps {
  readonly rows: readonly (CauseRow | MoreRow)[];
  onFold(id: number, isFolded: boolean): void;
  onAll(id: number): void;
}

/** Happenings under their causes, as a tree that the keyboard walks. */
export function CauseTree({ rows, onFold, onAll }: CauseTreeProps) {
  const text = useText();
  const list = useRef<HTMLDivElement>(null);
  const atFocus = Math.max(
    0,
    rows.findIndex((row) => row.type === 'happening' && row.role === 'focus'),
  );
  const [current, setCurrent] = useState(atFocus);
  const active = Math.min(current, rows.length - 1);
  const book = usePlaces((state) => state.book);
  const say = useSaying();
  const placeOf = usePlaceOf();
  const go = (i: number) => {
    const next = Math.min(rows.length - 1, Math.max(0, i));
    setCurrent(next);
    list.current?.querySelectorAll<HTMLElement>('[role="treeitem"]')[next]?.focus();
  };
  const act = (row: CauseRow | MoreRow) => {
    if (row.type === 'more') onAll(row.parent.id);
    else lookAtElement(placeOf(row.happening), book, row.happening.code);
  };
  const onKey = (event: KeyboardEvent) => {
    const row = rows[active];
    const isOpen = row.type === 'happening' && row.isOpen;
    switch (event.key) {
      case 'ArrowDown':
        go(active + 1);
        break;
      case 'ArrowUp':
        go(active - 1);
        break;
      case 'Home':
        go(0);
        break;
      case 'End':
        go(rows.length - 1);
        break;
      case 'ArrowRight':
        if (row.type === 'happening' && row.children > 0 && !isOpen) onFold(row.happening.id, false);
        else if (isOpen) go(active + 1);
        break;
      case 'ArrowLeft':
        if (isOpen) onFold(row.happening.id, true);
        else go(parentOf(rows, active));
        break;
      case 'Enter':
      case ' ':
        act(row);
        break;
      default:
        return;
    }
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className="cause-tree" role="tree" aria-label={text.causes.title} ref={list}>
      {rows.map((row, i) => (
        <div
          key={row.type === 'more' ? `more ${row.parent.id}` : row.happening.id}
          role="treeitem"
          aria-level={row.depth + 1}
          aria-expanded={row.type === 'happening' && row.children > 0 ? row.isOpen : undefined}
          aria-current={row.type === 'happening' && row.role === 'focus' ? 'true' : undefined}
          tabIndex={i === active ? 0 : -1}
          className="cause-row"
          data-role={row.type === 'more' ? 'more' : row.role}
          data-indent={Math.min(DEEPEST_INDENT, row.depth)}
          onFocus={() => setCurrent(i)}
          onKeyDown={onKey}
          onClick={(event) => {
            setCurrent(i);
            event.currentTarget.focus();
            act(row);
          }}
        >
          {row.type === 'more' ? (
            <span className="cause-more">{text.causes.more({ count: row.count })}</span>
          ) : (
            <Entry
              row={row}
              say={say}
              onFold={onFold}
              canFly={hasPlace(placeOf(row.happening), book, row.happening.code)}
            />
          )}
        </div>
      ))}
    </div>
  );
}

interface EntryProps {
  readonly row: CauseRow;
  readonly canFly: boolean;
  say(happening: Happening): string;
  onFold(id: number, isFolded: boolean): void;
}

function Entry({ row, canFly, say, onFold }: EntryProps) {
  const text = useText();
  const { happening, parent, also, origin, children, isOpen } = row;
  const secondsPerTick = useRun(({ clock }) => (clock && clock.tick > 0 ? clock.seconds / clock.tick : 0));
  const startClock = useRun((state) => (state.clock ? state.clock.clockSeconds - state.clock.seconds : Number.NaN));
  const words = text.causes;
  const family = happening.code.split('.')[0];
  const lateS = parent === undefined ? 0 : (happening.tick - parent.tick) * secondsPerTick;
  return (
    <>
      <span
        className="cause-fold"
        data-open={isOpen}
        aria-hidden="true"
        onClick={(event) => {
          if (children === 0) return;
          event.stopPropagation();
          onFold(happening.id, isOpen);
        }}
      >
        {children > 0 && <Icon name="fold" />}
      </span>
      <span className="cause-family" data-family={family}>
        <Icon name={icons[family] ?? 'eye'} />
        <i className="cause-dot" data-family={familyOf(happening.code)} aria-hidden="true" />
      </span>
      <span className="cause-text">
        <time>{formatClock(startClock + happening.tick * secondsPerTick)}</time>
        {parent !== undefined && (
          <small className="cause-late">
            {lateS < 1 ? words.atOnce : words.after({ time: formatDuration(lateS) })}
          </small>
        )}
        <span className={canFly ? 'cause-said flies' : 'cause-said'}>{say(happening)}</span>
        {origin === 'chance' && <small>{words.chance}</small>}
        {origin === 'forgotten' && <small>{words.forgotten}</small>}
        {also.map((cause) => (
          <small key={cause.id}>{words.alsoBecause({ what: say(cause) })}</small>
        ))}
      </span>
      {row.role !== 'focus' && (
        <button
          type="button"
          tabIndex={-1}
          className="cause-focus"
          title={words.focusHint}
          onClick={(event) => {
            event.stopPropagation();
            useCauseView.getState().look(happening.id);
          }}
        >
          {words.focus}
        </button>
      )}
    </>
  );
}

/** A happening as a sentence; changes are ours. */
function useSaying(): (happening: Happening) => string {
  const text = useText();
  const language = useLanguage();
  const nameOf = usePlaceName();
  return (happening) => {
    const place = nameOf(happening.element, happening.code);
    if (happening.code === 'intervention.started') return text.causes.yourChange({ what: place });
    if (happening.code === 'intervention.ended') return text.causes.changeEnded({ what: place });
    return sayHappening(happening, place, language);
  };
}

/** Where to fly: a change has no place of its own, its first target has. */
function usePlaceOf(): (happening: Happening) => string {
  const { list, done, undone } = useEdits((state) => state.history);
  return ({ element }) => {
    const all = [...list, ...[...done, ...undone].map(({ subject }) => subject)];
    return all.find(({ id }) => id === element)?.targets[0] ?? element;
  };
}

/** The nearest row before that is one step less deep; itself where there is none. */
function parentOf(rows: readonly (CauseRow | MoreRow)[], at: number): number {
  for (let i = at - 1; i >= 0; i--) if (rows[i].depth < rows[at].depth) return i;
  return at;
}
