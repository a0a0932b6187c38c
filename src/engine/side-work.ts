import type {
  Ahead,
  AheadInput,
  BringInput,
  BroughtScene,
  Calls,
  DayLoads,
  LivedPair,
  PairInput,
  Problem,
  Result,
  RunInput,
  YearOfPark,
} from '../../sim';
import type { AheadListener, Errand, PairListener, PairTask } from './engine-face';
import { lostProblem, type StreamListener, type WorkerLink } from './worker-link';

/** A pair whose worker dies is lived anew in another one; at the third death something is wrong with the pair. */
const MOST_ATTEMPTS = 3;

const cancelled: Problem = { severity: 'error', code: 'engine.cancelled', path: [], message: 'it was cancelled' };

export interface WorkPool {
  makeWorker(): WorkerLink;
  /** Workers at once, at least one. */
  readonly size: number;
}

export interface PairPool extends WorkPool {
  readonly scene: PairInput['scene'];
}

/** Lives pairs in a few workers, each of which reads the city once; frees them when all is lived, or at once on cancel. */
export function livePairs(
  { scene, ...pool }: PairPool,
  pairs: readonly PairTask[],
  errand: Errand & PairListener,
): Promise<Result<undefined>> {
  const inputs = pairs.map((pair) => ({ ...pair, scene }));
  return workThrough(pool, 'pair', inputs, errand);
}

/** Lives copies of a run further, each in its own way, in a few workers. */
export function liveAhead(
  pool: WorkPool,
  futures: readonly AheadInput[],
  errand: Errand & AheadListener,
): Promise<Result<undefined>> {
  return workThrough(pool, 'ahead', futures, errand);
}

async function workThrough<N extends 'pair' | 'ahead'>(
  pool: WorkPool,
  name: N,
  inputs: readonly Calls[N]['input'][],
  { signal, progressed, finished }: Errand & { finished(index: number, found: Calls[N]['output']): void },
): Promise<Result<undefined>> {
  const waiting = [...inputs.keys()];
  const shares = inputs.map(() => 0);
  const problems: Problem[] = [];
  const tell = (index: number, share: number) => {
    shares[index] = share;
    progressed(shares.reduce((sum, each) => sum + each, 0) / inputs.length);
  };

  async function work(): Promise<void> {
    let link: WorkerLink | undefined;
    let attempts = 0;
    try {
      for (let index = waiting.shift(); index !== undefined && problems.length === 0; ) {
        const at = index;
        link ??= pool.makeWorker();
        const answer = await asked(link, name, inputs[at], signal, { lived: ({ share }) => tell(at, share) });
        if (answer === 'cancelled') return;
        if (answer.ok) {
          tell(at, 1);
          finished(at, answer.value as Calls[N]['output']);
          attempts = 0;
          index = waiting.shift();
        } else if (answer.isLost && ++attempts < MOST_ATTEMPTS) link = undefined;
        else problems.push(...answer.problems);
      }
    } finally {
      link?.end();
    }
  }

  const size = Math.max(1, Math.min(pool.size, inputs.length));
  await Promise.all(Array.from({ length: size }, work));
  if (signal.aborted) return { ok: false, problems: [cancelled] };
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: undefined, warnings: [] };
}

/** A day or a year of energy alone, lived in one worker, which ends with it. */
export async function energyAloneIn<N extends 'dayLoads' | 'year'>(
  link: WorkerLink,
  name: N,
  input: RunInput,
  errand: Errand,
): Promise<Result<Calls[N]['output']>> {
  const told = { lived: ({ share }: { readonly share: number }) => errand.progressed(share) };
  const answer = await asked(link, name, input, errand.signal, told);
  link.end();
  if (answer === 'cancelled') return { ok: false, problems: [cancelled] };
  return answer.ok ? { ok: true, value: answer.value as Calls[N]['output'], warnings: answer.warnings } : answer;
}

/** Reads what somebody has brought in a worker of its own, which ends with the answer: what hangs it hangs nothing else. */
export async function bringIn(link: WorkerLink, input: BringInput, signal: AbortSignal): Promise<Result<BroughtScene>> {
  const answer = await asked(link, 'bring', input, signal, {});
  link.end();
  if (answer === 'cancelled') return { ok: false, problems: [cancelled] };
  if (!answer.ok) return answer;
  return { ok: true, value: answer.value as BroughtScene, warnings: answer.warnings };
}

type Answered =
  | {
      readonly ok: true;
      readonly value: LivedPair | Ahead | BroughtScene | DayLoads | YearOfPark;
      readonly warnings: readonly Problem[];
    }
  | { readonly ok: false; readonly problems: readonly Problem[]; readonly isLost: boolean };

/** One call that always settles: with its answer, with the worker's death, or with the cancelling that ends the worker. */
function asked<N extends 'pair' | 'ahead' | 'bring' | 'dayLoads' | 'year'>(
  link: WorkerLink,
  name: N,
  input: Calls[N]['input'],
  signal: AbortSignal,
  listener: StreamListener,
): Promise<Answered | 'cancelled'> {
  return new Promise((resolve) => {
    const cancel = () => {
      link.end();
      resolve('cancelled');
    };
    if (signal.aborted) return cancel();
    signal.addEventListener('abort', cancel, { once: true });
    const settle = (answered: Answered) => {
      signal.removeEventListener('abort', cancel);
      resolve(answered);
    };
    link.attend(listener, (loss) => settle({ ok: false, problems: [lostProblem(loss, link.heard)], isLost: true }));
    void link.call(name, input as never).then((result) => {
      if (!result.ok) return settle({ ...result, isLost: false });
      settle({
        ok: true,
        value: result.value as LivedPair | Ahead | BroughtScene | DayLoads | YearOfPark,
        warnings: result.warnings,
      });
    });
  });
}
