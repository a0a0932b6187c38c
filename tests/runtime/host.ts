import { type Observable, VirtualAction, VirtualTimeScheduler } from 'rxjs';
import type { Result } from '../../sim/kernel';
import type { Happening } from '../../sim/ports';
import {
  type Acknowledged,
  type ClockState,
  type Command,
  createTwin,
  type Engine,
  type Frame,
  type LiveTwin,
  type TwinOptions,
} from '../../sim/runtime';

/** A host in virtual time, where no turn takes less than a millisecond and looking at the clock may take some, too. */
class HostScheduler extends VirtualTimeScheduler {
  override schedule: VirtualTimeScheduler['schedule'] = (work, delay = 0, state) =>
    super.schedule(work, Math.max(1, delay), state);
}

export interface Host {
  readonly twin: LiveTwin;
  readonly clocks: ClockState[];
  readonly frames: Frame[];
  readonly told: Happening[];
  /** Lets so much of the host's time pass. */
  advance(ms: number): void;
  /** Time that passes without a turn, as in sleep. */
  sleep(ms: number): void;
  /** Sends a command and lets time pass until it is answered. */
  ask(command: Command): Promise<Result<Acknowledged>>;
  readonly clock: ClockState;
}

export interface HostOptions extends Partial<Omit<TwinOptions, 'engine' | 'scheduler' | 'now'>> {
  /** What a look at the clock costs: so the engine's steps take time. */
  readonly lookMs?: number;
  readonly keepFrames?: boolean;
  readonly watchFrames?: boolean;
}

export function hostOf(engine: Engine, options: HostOptions = {}): Host {
  const { lookMs = 0, keepFrames = false, watchFrames = true, ...rest } = options;
  const scheduler = new HostScheduler(VirtualAction, 0);
  let aheadMs = 0;
  const now = () => {
    aheadMs += lookMs;
    return scheduler.frame + aheadMs;
  };
  const twin = createTwin({ engine, scheduler, now, ...rest });
  const clocks: ClockState[] = [];
  const frames: Frame[] = [];
  const told: Happening[] = [];
  twin.clock$.subscribe({ next: (clock) => clocks.push(clock), error: () => undefined });
  twin.happenings$.subscribe({ next: (happening) => told.push(happening), error: () => undefined });
  const others: Observable<unknown>[] = [twin.kpis$, twin.checkpoints$, twin.timeline$];
  for (const stream of others) stream.subscribe({ error: () => undefined });
  if (watchFrames) {
    twin.frames$.subscribe({
      next: (frame) => {
        frames.push(frame);
        if (!keepFrames) twin.giveBack(frame.buffer);
      },
      error: () => undefined,
    });
  }
  const advance = (ms: number) => {
    const until = scheduler.frame + ms;
    scheduler.maxFrames = until;
    scheduler.flush();
    scheduler.frame = until;
  };
  const ask = async (command: Command) => {
    let answer: Result<Acknowledged> | undefined;
    twin.send(command).then((result) => {
      answer = result;
    });
    for (let turns = 0; answer === undefined; turns++) {
      if (turns > 100_000) throw new Error(`no answer to ${command.kind}`);
      advance(1);
      await Promise.resolve();
    }
    return answer;
  };
  return {
    twin,
    clocks,
    frames,
    told,
    advance,
    sleep: (ms) => {
      aheadMs += ms;
    },
    ask,
    get clock() {
      return clocks[clocks.length - 1];
    },
  };
}
