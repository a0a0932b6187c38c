import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asElementId, conflictProblem, type Intervention } from '../../sim';
import { type EditHistory, emptyHistory, record, redo, undo } from '../../src/scenarios/history';
import { freshId, namedIn } from '../../src/state/edits';

const change = (id: string, untilSeconds: number | null = null): Intervention => ({
  id,
  kind: 'close-road',
  targets: [asElementId('e1')],
  settings: { lanes: 'all', laneCount: 1, bothDirections: true },
  fromSeconds: 60,
  untilSeconds,
});

type Act = { readonly do: 'apply' | 'remove' | 'revert' | 'undo' | 'redo'; readonly pick: number };
const acts = fc.array(
  fc.record({ do: fc.constantFrom('apply', 'remove', 'revert', 'undo', 'redo'), pick: fc.nat(20) }),
  { maxLength: 40 },
) as fc.Arbitrary<Act[]>;

function act(history: EditHistory, { do: what, pick }: Act): EditHistory {
  if (what === 'undo') return undo(history);
  if (what === 'redo') return redo(history);
  if (what === 'apply') {
    const added = change(freshId('close-road', history));
    return record(history, 'apply', added, [...history.list, added]);
  }
  const subject = history.list[pick % (history.list.length || 1)];
  if (!subject) return history;
  if (what === 'remove')
    return record(
      history,
      'remove',
      subject,
      history.list.filter((each) => each !== subject),
    );
  const ended = { ...subject, untilSeconds: 600 + pick };
  return record(
    history,
    'revert',
    subject,
    history.list.map((each) => (each === subject ? ended : each)),
  );
}

describe('undo and redo of changes to the city', () => {
  it('come back to the very same list: undo then redo is nothing', () => {
    fc.assert(
      fc.property(acts, (list) => {
        const history = list.reduce(act, emptyHistory);
        if (history.done.length === 0) return;
        expect(redo(undo(history))).toEqual(history);
      }),
    );
  });

  it('lead back to the empty list, step by step, and forward again to the last', () => {
    fc.assert(
      fc.property(acts, (list) => {
        const history = list.reduce(act, emptyHistory);
        let back = history;
        for (let i = 0; i < history.done.length; i++) back = undo(back);
        expect(back.list).toEqual([]);
        let forward = back;
        for (let i = 0; i < history.done.length; i++) forward = redo(forward);
        expect(forward.list).toEqual(history.list);
      }),
    );
  });

  it('survive being written to a file and read again', () => {
    fc.assert(
      fc.property(acts, (list) => {
        const history = list.reduce(act, emptyHistory);
        const read = JSON.parse(JSON.stringify(history)) as EditHistory;
        expect(undo(read)).toEqual(undo(history));
        expect(redo(read)).toEqual(redo(history));
      }),
    );
  });

  it('do nothing where there is nothing to undo or redo', () => {
    expect(undo(emptyHistory)).toBe(emptyHistory);
    expect(redo(emptyHistory)).toBe(emptyHistory);
  });

  it('forget what was undone once something new is done', () => {
    const one = change('close-road-1');
    const two = change('close-road-2');
    const undone = undo(record(emptyHistory, 'apply', one, [one]));
    expect(undone.undone).toHaveLength(1);
    expect(record(undone, 'apply', two, [two]).undone).toEqual([]);
  });

  it('never give a new change the name of one that could come back', () => {
    fc.assert(
      fc.property(acts, (list) => {
        const history = list.reduce(act, emptyHistory);
        const id = freshId('close-road', history);
        const known = [...history.list, ...[...history.done, ...history.undone].map((deed) => deed.subject)];
        expect(known.map((each) => each.id)).not.toContain(id);
      }),
    );
  });
});

describe('a conflict that the engine reports', () => {
  it('names the other change, by the problem that the engine itself writes', () => {
    const mine = change('limit-speed-1');
    const other = change('close-road-1');
    const bystander = change('close-road-12');
    const list = [bystander, other, mine];
    const conflict = {
      between: ['close-road-1', 'limit-speed-1'],
      knob: 'lane.closed',
      elements: [asElementId('l1')],
      fromSeconds: 60,
    } as const;
    expect(namedIn([conflictProblem(conflict, list, [])], list, mine)).toEqual([other]);
  });
});
