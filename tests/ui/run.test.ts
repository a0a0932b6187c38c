import { BehaviorSubject, Subject } from 'rxjs';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CheckpointInfo, ClockState, Happening, KpiSample } from '../../sim';
import type { EngineClient, EngineStatus } from '../../src/engine/engine-face';
import { followRun, useRun } from '../../src/state/run';

/** The streams of an engine, played by hand: only what the page hears of it is under test here. */
function streams() {
  const of = {
    clock$: new Subject<ClockState>(),
    kpis$: new Subject<KpiSample>(),
    happenings$: new Subject<Happening>(),
    checkpoints$: new Subject<CheckpointInfo>(),
    status$: new BehaviorSubject<EngineStatus>({ kind: 'ready' }),
    baseline: { kpis$: new Subject<KpiSample>(), active$: new BehaviorSubject(false) },
  };
  return { of, engine: of as unknown as EngineClient };
}
const clock = (tick: number) =>
  ({ tick, seconds: tick / 2, clockSeconds: 25_200 + tick / 2, pace: 1, running: true }) as ClockState;
const sample = (tick: number) => ({ tick, seconds: tick / 2, values: {} }) as KpiSample;
const shownTicks = () => useRun.getState().samples.map((each) => each.tick as number);

describe('what the page hears of a run', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('changes at most a few times a second, however fast the run tells', () => {
    const { of, engine } = streams();
    const stop = followRun(engine);
    let changes = 0;
    const unwatch = useRun.subscribe(() => changes++);
    for (let tick = 1; tick <= 1_000; tick++) {
      of.clock$.next(clock(tick));
      of.kpis$.next(sample(tick));
      vi.advanceTimersByTime(1);
    }
    vi.advanceTimersByTime(1_000);
    expect(changes).toBeLessThanOrEqual(12);
    expect(shownTicks()).toHaveLength(1_000);
    expect(useRun.getState().clock?.tick).toBe(1_000);
    unwatch();
    stop();
  });

  it('forgets the future after a jump back, also what was still on its way', () => {
    const { of, engine } = streams();
    const stop = followRun(engine);
    of.clock$.next(clock(240));
    for (const tick of [120, 240]) of.kpis$.next(sample(tick));
    vi.advanceTimersByTime(300);
    of.kpis$.next(sample(360));
    of.clock$.next(clock(130));
    vi.advanceTimersByTime(600);
    expect(shownTicks()).toEqual([120]);
    stop();
  });

  it('keeps the news of a restart until somebody has read it', () => {
    const { of, engine } = streams();
    const stop = followRun(engine);
    of.status$.next({ kind: 'restarting', reason: 'threw', fromSeconds: 1_800 });
    of.status$.next({ kind: 'ready' });
    expect(useRun.getState().restartedFromSeconds).toBe(1_800);
    useRun.getState().readRestart();
    expect(useRun.getState().restartedFromSeconds).toBeNull();
    stop();
  });

  it('hears nothing more once it has stopped listening', () => {
    const { of, engine } = streams();
    followRun(engine)();
    of.clock$.next(clock(5));
    vi.advanceTimersByTime(600);
    expect(useRun.getState().clock).toBeNull();
  });
});
