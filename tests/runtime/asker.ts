import { Decoder, Encoder } from '../../sim/kernel';
import type { AnyDomain, Job, JobTools, Patch } from '../../sim/ports';
import { answerTo, createEngine, type Engine, type JobDesk, resumeEngine } from '../../sim/runtime';
import { defaultScenario } from '../../sim/scenarios';
import { smallCity } from './small-city';
import { lower, tankCatalogue, upper } from './tanks';

/**
 * A domain for the laws of jobs: every 4 s it asks what its number comes to, due in 5 s, so that two questions are
 * always open; every answer changes what is asked next.
 */
interface AskerState {
  number: number;
  heard: number;
}

const tools = {} as JobTools;

export const asker: AnyDomain = {
  name: 'asker',
  periodSeconds: 2,
  reads: [],
  writes: [],
  create: (): AskerState => ({ number: 1, heard: 0 }),
  step(state: AskerState, context) {
    if (context.seconds % 4 === 0)
      context.post(new Encoder('question', 1).f64(state.number + context.seconds).finish(), 5);
  },
  answer(question) {
    const asked = new Decoder(question, 'question', 1).f64();
    return new Encoder('answer', 1).f64((asked * 16_807) % 2_147_483_647).finish();
  },
  receive(state: AskerState, job, answer, context) {
    if (context.tick % 4 !== 0) throw new Error('handed in at a step that is not its own');
    state.number = (state.number * 31 + job * new Decoder(answer, 'answer', 1).f64()) % 1_000_003;
    state.heard++;
  },
  patch: (_: AskerState, patch: Patch) => patch,
  measure: () => undefined,
  frameSections: () => [],
  writeFrame: () => undefined,
  save: ({ number, heard }: AskerState) => new Encoder('asker', 1).f64(number).u32(heard).finish(),
  load(_, __, saved): AskerState {
    const from = new Decoder(saved, 'asker', 1);
    return { number: from.f64(), heard: from.u32() };
  },
};

export const askers = [upper, lower, asker];
const optionsOf = (desk: JobDesk | undefined, domains: readonly AnyDomain[] = askers) => {
  const scene = smallCity();
  return { scene, scenario: defaultScenario(scene.id, { seed: 7 }), domains, catalogue: tankCatalogue, desk };
};

export const asking = (desk: JobDesk | undefined, domains?: readonly AnyDomain[]): Engine =>
  createEngine(optionsOf(desk, domains));
export const askingFrom = (saved: Uint8Array, desk: JobDesk) => resumeEngine(optionsOf(desk), saved);

/** A desk whose answers are there only when they are called for by hand, as from a slow machine. */
export class SlowDesk implements JobDesk {
  readonly open: Job[] = [];
  readonly #done = new Map<Job, Uint8Array>();

  begin(job: Job): void {
    this.open.push(job);
  }

  answerOf(job: Job): Uint8Array | undefined {
    return this.#done.get(job);
  }

  drop(job: Job): void {
    if (this.open.includes(job)) this.open.splice(this.open.indexOf(job), 1);
    this.#done.delete(job);
  }

  /** Does the job that was asked for last, or all of them. */
  work(which: 'last' | 'all'): void {
    const jobs = which === 'all' ? this.open.splice(0) : this.open.splice(-1);
    for (const job of jobs) this.#done.set(job, answerTo(job, askers, tools));
  }
}

/** Answers as soon as it is asked. */
export class EagerDesk extends SlowDesk {
  override begin(job: Job): void {
    super.begin(job);
    this.work('all');
  }
}
