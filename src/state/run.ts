import { bufferTime, filter, map, merge, NEVER, type Observable, pairwise, Subscription, throttleTime } from 'rxjs';
import { create } from 'zustand';
import type { CheckpointInfo, ClockState, Happening, KpiSample } from '../../sim';
import type { EngineClient, EngineStatus } from '../engine/engine-face';
import { addCheckpoint, addHappenings, addSample, before } from './run-record';

/** People read four times a second at most; the picture has a way of its own. */
const READING_PERIOD_MS = 250;

/** What the engine last said, at the pace of people. */
interface RunState {
  readonly status: EngineStatus;
  readonly clock: ClockState | null;
  /** Furthest that this run has been, so that the timeline does not shrink after a jump back. */
  readonly furthestSeconds: number;
  readonly samples: readonly KpiSample[];
  readonly baselineSamples: readonly KpiSample[];
  readonly baselineActive: boolean;
  readonly happenings: readonly Happening[];
  readonly checkpoints: readonly CheckpointInfo[];
  /** Time from which the engine went on after it had to be started again; null once it has been read. */
  readonly restartedFromSeconds: number | null;
  readRestart(): void;
}

const untouched = {
  status: { kind: 'opening', step: 'fetching', share: 0 } as EngineStatus,
  clock: null,
  furthestSeconds: 0,
  samples: [],
  baselineSamples: [],
  baselineActive: false,
  happenings: [],
  checkpoints: [],
  restartedFromSeconds: null,
} satisfies Partial<RunState>;

export const useRun = create<RunState>((set) => ({
  ...untouched,
  readRestart: () => set({ restartedFromSeconds: null }),
}));

/** Writes one engine's streams into the store until it is told to stop. */
export function followRun(engine: EngineClient): () => void {
  const { setState: set, getState: get } = useRun;
  set(untouched);
  const owner = new Subscription();
  const jumpsBack = engine.clock$.pipe(
    pairwise(),
    filter(([before, now]) => now.tick < before.tick),
  );
  const slowly = throttleTime<ClockState>(READING_PERIOD_MS, undefined, { leading: true, trailing: true });
  owner.add(
    engine.clock$.pipe(slowly).subscribe((clock) => {
      const { clock: last, furthestSeconds, samples, happenings } = get();
      const jumpedBack = last !== null && clock.tick < last.tick;
      set({
        clock,
        furthestSeconds: Math.max(furthestSeconds, clock.seconds),
        ...(jumpedBack && { samples: before(samples, clock.tick + 1), happenings: before(happenings, clock.tick + 1) }),
      });
    }),
  );
  owner.add(
    engine.status$.subscribe((status) =>
      set(status.kind === 'restarting' ? { status, restartedFromSeconds: status.fromSeconds } : { status }),
    ),
  );
  owner.add(
    engine.baseline.active$.subscribe((baselineActive) =>
      set(baselineActive ? { baselineActive } : { baselineActive, baselineSamples: [] }),
    ),
  );
  owner.add(
    gathered(engine.kpis$, jumpsBack).subscribe((told) => set({ samples: told.reduce(addSample, get().samples) })),
  );
  owner.add(
    gathered(engine.baseline.kpis$, NEVER).subscribe((told) => {
      set({ baselineSamples: told.reduce(addSample, get().baselineSamples) });
    }),
  );
  owner.add(
    gathered(engine.happenings$, jumpsBack).subscribe((told) =>
      set({ happenings: addHappenings(get().happenings, told) }),
    ),
  );
  owner.add(
    gathered(engine.checkpoints$, NEVER).subscribe((told) =>
      set({ checkpoints: told.reduce(addCheckpoint, get().checkpoints) }),
    ),
  );
  return () => owner.unsubscribe();
}

/**
 * A jump in time can tell a thousand things at once: they are gathered, and shown together at the pace of people. What
 * was told before a jump back, and not shown yet, is no longer true.
 */
function gathered<T>(source: Observable<T>, jumpsBack: Observable<unknown>): Observable<readonly T[]> {
  const jumped = jumpsBack.pipe(map(() => null));
  return merge(source.pipe(map((told) => ({ told }))), jumped).pipe(
    bufferTime(READING_PERIOD_MS),
    map((buffer) => buffer.slice(buffer.lastIndexOf(null) + 1).map((each) => each!.told)),
    filter((told) => told.length > 0),
  );
}
