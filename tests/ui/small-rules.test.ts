import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ClockState, type Happening, kpis } from '../../sim';
import { catalogues } from '../../src/i18n';
import { sceneInAddress } from '../../src/modes/plan/scene-in-address';
import { figureOrder } from '../../src/panels/figures/figure-order';
import { causesOf } from '../../src/panels/happenings/cause-chain';
import { reached } from '../../src/panels/transport/pace-choice';
import { timelineEnd, timelineHours } from '../../src/panels/transport/timeline-span';
import { CauseIndex } from '../../src/state/cause-graph';
import { readFacts } from '../../src/state/scene-facts';

describe('the board of figures', () => {
  it('shows every figure of the catalogue once', () => {
    expect([...figureOrder].sort()).toEqual(Object.keys(kpis).sort());
  });
});

describe('the timeline', () => {
  it('always holds where the run has been and a quarter of an hour beyond', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 2e6, noNaN: true }), (furthest) => {
        const end = timelineEnd(furthest);
        expect(end).toBeGreaterThanOrEqual(furthest + 900);
        expect(end % 3_600).toBe(0);
      }),
    );
  });

  it('writes few enough times of day to read, each of them within it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 86_399 }), fc.integer({ min: 1, max: 700 }), (start, hours) => {
        const marks = timelineHours(start, hours * 3_600);
        expect(marks.length).toBeLessThanOrEqual(10);
        for (const { seconds } of marks) expect(seconds >= 0 && seconds <= hours * 3_600).toBe(true);
      }),
    );
  });
});

describe('the pace', () => {
  const clock = (of: Partial<ClockState>) =>
    ({ running: true, pace: 300, reachedPace: 183.2, behindSeconds: 0, ...of }) as ClockState;

  it('says how fast it really goes and how far it is behind', () => {
    expect(reached(clock({ behindSeconds: 412 }), catalogues.en, 'en')).toBe('reached 183× · 6:52 behind');
    expect(reached(clock({ behindSeconds: 412 }), catalogues.zh, 'zh')).toBe('实际 183× · 落后 6:52');
  });

  it('does not call the jitter of a machine being behind, nor a stopped clock', () => {
    expect(reached(clock({ behindSeconds: 3 }), catalogues.en, 'en')).toBe('reached 183×');
    expect(reached(clock({ running: false, behindSeconds: 412 }), catalogues.en, 'en')).toBe('paused');
    expect(reached(clock({ pace: 'flat-out', behindSeconds: 412 }), catalogues.en, 'en')).toBe('reached 183×');
  });
});

describe('the chain of causes', () => {
  const chainOf = (happening: Happening, all: readonly Happening[]) =>
    causesOf(happening, new CauseIndex().update(all));
  const happening = (id: number, ...causes: number[]) =>
    ({ id, tick: id, code: 'x.y', element: 'e', causes, values: {} }) as unknown as Happening;

  it('says nothing where a happening only ends what its cause began', () => {
    const began = { ...happening(1), code: 'traffic.queue-spillback' as const };
    const cleared = { ...happening(2, 1), code: 'traffic.queue-cleared' as const };
    expect(chainOf(cleared, [began, cleared])).toEqual([]);
    expect(chainOf({ ...cleared, element: 'f' as typeof cleared.element }, [began, cleared])).toEqual([began]);
  });

  it('reads as one sentence in English, names keeping their capitals', () => {
    const { because } = catalogues.en.happenings;
    expect(because({ cause: 'A queue stands all along Xigu Road', place: 'Xigu Road' })).toBe(
      'because a queue stands all along Xigu Road',
    );
    expect(because({ cause: 'Xigu Road is shut', place: 'Xigu Road' })).toBe('because Xigu Road is shut');
  });

  it('reads from the nearest cause back to the first', () => {
    const all = [happening(1), happening(2, 1), happening(3, 2)];
    expect(chainOf(all[2], all).map((each) => each.id)).toEqual([2, 1]);
    expect(chainOf(all[0], all)).toEqual([]);
  });

  it('ends where a cause is unknown, and never goes in circles', () => {
    expect(chainOf(happening(3, 99), [happening(3, 99)])).toEqual([]);
    const circle = [happening(1, 2), happening(2, 1)];
    expect(chainOf(circle[0], circle)).toEqual([]);
    expect(chainOf(circle[1], circle).map((each) => each.id)).toEqual([1]);
  });
});

describe('the city in the address', () => {
  it('is the flagship where none is asked for', () => {
    expect(sceneInAddress('')).toBe('eco-park');
    expect(sceneInAddress('?scene=tiny/crossroads')).toBe('tiny/crossroads');
  });

  it.each(['../secrets', '/etc', 'a//b', 'https://elsewhere', 'a%2fb', '', 'A', 'a/b/c', 'x'.repeat(65)])(
    'is refused as %j',
    (id) => {
      expect(sceneInAddress(`?scene=${encodeURIComponent(id)}`)).toBeNull();
    },
  );
});

describe('the facts of a city', () => {
  const name = { zh: '园', en: 'Park' };

  it('are read with their sources, leaving out what is malformed', () => {
    const read = readFacts({
      name,
      illustrative: true,
      facts: [{ name, value: 3, source: 's' }, null, { value: 1 }],
      sources: [],
      files: ['roads.json', 7],
    });
    expect(read?.facts).toHaveLength(1);
    expect(read?.files).toEqual(['roads.json']);
  });

  it.each([null, 7, 'x', [], {}, { name }, { name: { zh: 1, en: 'x' }, illustrative: true }])(
    'are none in %j',
    (json) => {
      expect(readFacts(json)).toBeNull();
    },
  );
});
