import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Happening } from '../../sim';
import { CauseIndex, type CauseRow, causeList, type Unfolding } from '../../src/state/cause-graph';

const happening = (id: number, ...causes: number[]): Happening =>
  ({ id, tick: 10 * id, code: 'x.y', element: `e${id}`, causes, values: {} }) as never;

const everything: Unfolding = { folded: new Set(), all: new Set(), mostRows: 10_000 };
const listOf = (record: readonly Happening[], focus: number, how: Partial<Unfolding> = {}) =>
  causeList(new CauseIndex().update(record), focus, { ...everything, ...how });
const told = (record: readonly Happening[], focus: number, how: Partial<Unfolding> = {}) =>
  (listOf(record, focus, how)?.rows ?? []).filter((row): row is CauseRow => row.type === 'happening');

/** A leak (1) is found (2) and shut off (3); that starves a plant (4), for which the cold (5) is a cause too. */
const leak = [
  { ...happening(1), code: 'intervention.started' },
  happening(2, 1),
  happening(3, 2),
  happening(5),
  happening(6, 3, 5),
  happening(7, 6),
  happening(8),
] as readonly Happening[];

/** Records as an engine writes them: ids ascend, causes are earlier. */
const records = fc
  .array(fc.array(fc.nat(), { maxLength: 3 }), { minLength: 1, maxLength: 60 })
  .map((all) => all.map((causes, i) => happening(i + 1, ...new Set(i === 0 ? [] : causes.map((c) => 1 + (c % i))))));

describe('the graph of causes', () => {
  it('leads back to a change of ours and forward to all that followed, in the order of time under each cause', () => {
    const rows = told(leak, 3);
    expect(rows.map(({ happening: { id }, depth, role }) => [id, depth, role])).toEqual([
      [1, 0, 'cause'],
      [2, 1, 'cause'],
      [3, 2, 'focus'],
      [6, 3, 'effect'],
      [7, 4, 'effect'],
    ]);
    expect(rows[0].origin).toBe('change');
    expect(listOf(leak, 3)).toMatchObject({ causes: 2, effects: 2, root: 1 });
  });

  it('names every cause of what has several, and leads back along each of them', () => {
    const rows = told(leak, 6);
    expect(rows.map(({ happening: { id } }) => id)).toEqual([1, 2, 3, 6, 7, 5]);
    expect(rows.find(({ happening: { id } }) => id === 6)!.also.map(({ id }) => id)).toEqual([5]);
    expect(rows.find(({ happening: { id } }) => id === 5)).toMatchObject({ origin: 'chance', role: 'cause', depth: 0 });
  });

  it('tells chance from what has left the record', () => {
    expect(told(leak, 8)[0].origin).toBe('chance');
    expect(told([happening(40, 12)], 40)[0].origin).toBe('forgotten');
    expect(listOf(leak, 99)).toBeNull();
  });

  it('holds exactly those from which it can be reached and those that can be reached from it, each once', () => {
    fc.assert(
      fc.property(records, fc.nat(), (record, pick) => {
        const focus = record[pick % record.length].id;
        const byId = new Map(record.map((each) => [each.id, each]));
        const leadsTo = (from: number, to: number): boolean =>
          from === to || byId.get(to)!.causes.some((cause) => leadsTo(from, cause));
        const expected = record.filter(({ id }) => leadsTo(id, focus) || leadsTo(focus, id)).map(({ id }) => id);
        const list = listOf(record, focus, { all: new Set(record.map(({ id }) => id)) })!;
        const ids = list.rows.flatMap((row) => (row.type === 'happening' ? [row.happening.id] : []));
        expect([...ids].sort((a, b) => a - b)).toEqual(expected);
        expect(list.causes + list.effects + 1).toBe(expected.length);
      }),
      { numRuns: 60 },
    );
  });

  it('puts each under one of its causes, one step deeper', () => {
    fc.assert(
      fc.property(records, fc.nat(), (record, pick) => {
        const rows = told(record, record[pick % record.length].id);
        const depth = new Map(rows.map((row) => [row.happening.id, row.depth]));
        for (const row of rows) {
          if (row.parent === undefined) expect(row.depth).toBe(0);
          else {
            expect(row.happening.causes).toContain(row.parent.id);
            expect(row.depth).toBe(depth.get(row.parent.id)! + 1);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('folds what followed away and lists a few of many effects, never leaving out what was asked about', () => {
    expect(told(leak, 3, { folded: new Set([3]) }).map(({ happening: { id } }) => id)).toEqual([1, 2, 3]);
    const many = [happening(1), ...Array.from({ length: 40 }, (_, i) => happening(i + 2, 1))];
    const shown = listOf(many, 1)!.rows;
    expect(shown).toHaveLength(10);
    expect(shown.at(-1)).toMatchObject({ type: 'more', count: 32 });
    expect(listOf(many, 1, { all: new Set([1]) })!.rows).toHaveLength(41);
    const branch = [...many, happening(60, 41)];
    expect(told(branch, 41).map(({ happening: { id } }) => id)).toEqual([1, 41, 60]);
  });

  it('counts what a long list leaves out', () => {
    const many = [happening(1), ...Array.from({ length: 40 }, (_, i) => happening(i + 2, 1))];
    const list = listOf(many, 1, { all: new Set([1]), mostRows: 12 })!;
    expect(list.rows).toHaveLength(12);
    expect(list.leftOut).toBe(29);
  });
});

describe('the index of happenings', () => {
  it('grown piece by piece, rewritten by a jump back or begun anew, is the same as one made at once', () => {
    fc.assert(
      fc.property(records, fc.nat(), fc.nat(), (record, first, second) => {
        const index = new CauseIndex().update(record.slice(0, first % (record.length + 1)));
        // A future that is lived again: other happenings with ids of those before.
        const from = second % record.length;
        const again = [...record.slice(0, from), ...record.slice(from).map((each) => ({ ...each, tick: 7 as never }))];
        for (const now of [record, again]) {
          index.update(now);
          const fresh = new CauseIndex().update(now);
          for (const { id } of now) {
            expect(index.of(id)).toBe(fresh.of(id));
            expect(index.effectsOf(id)).toEqual(fresh.effectsOf(id));
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});
