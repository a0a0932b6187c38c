import { CodecError, type Decoder, type Encoder } from '../kernel';
import type { Answerer, AnyDomain, Job, JobTools } from '../ports';

/** Where jobs are worked on. How long one takes is never seen in the run: the clock waits at its tick. */
export interface JobDesk {
  /** Work on it may begin. */
  begin(job: Job): void;
  /** Undefined while it is being worked on; throws what went wrong with it. */
  answerOf(job: Job): Uint8Array | undefined;
  /** Nobody waits for it any more: it was answered, or the run went elsewhere. */
  drop(job: Job): void;
}

/** Does a job when its answer is needed, in the thread that needs it: for whoever has nothing else to do meanwhile. */
export function deskInPlace(domains: readonly Answerer[], tools: JobTools): JobDesk {
  const done = new WeakMap<Job, Uint8Array>();
  return {
    begin: () => undefined,
    answerOf(job) {
      const answer = done.get(job) ?? answerTo(job, domains, tools);
      done.set(job, answer);
      return answer;
    },
    drop: (job) => done.delete(job),
  };
}

export function answerTo({ domain: name, question }: Job, domains: readonly Answerer[], tools: JobTools): Uint8Array {
  const domain = domains.find((each) => each.name === name);
  if (!domain?.answer)
    throw new Error(`met a job of the domain '${name}', expected one that answers its own questions`);
  return domain.answer(question, tools);
}

/** The jobs of one run that are not answered yet: part of its state, the answers never. */
export class Jobs {
  readonly #desk: JobDesk | undefined;
  #pending: readonly Job[] = [];
  #posted = new Map<string, number>();

  constructor(desk: JobDesk | undefined) {
    this.#desk = desk;
  }

  get hasAny(): boolean {
    return this.#pending.length > 0;
  }

  post(domain: AnyDomain, question: Uint8Array, dueTick: number): number {
    if (!domain.answer || !domain.receive) {
      throw new Error(`met a question of the domain '${domain.name}', expected it to answer and to receive`);
    }
    const id = (this.#posted.get(domain.name) ?? 0) + 1;
    this.#posted.set(domain.name, id);
    // Whoever posts may use his buffer again.
    const job: Job = { id, domain: domain.name, dueTick, question: question.slice() };
    this.#pending = [...this.#pending, job];
    this.#deskFor(job).begin(job);
    return id;
  }

  /** Whether a step at a tick would need an answer that is not there yet. */
  isWaitingAt(tick: number): boolean {
    return this.#pending.some((job) => job.dueTick <= tick && this.#deskFor(job).answerOf(job) === undefined);
  }

  /** Hands over what is due, in the order of asking. */
  handIn(domain: string, tick: number, receive: (id: number, answer: Uint8Array) => void): void {
    for (const job of this.#pending) {
      if (job.domain !== domain || job.dueTick > tick) continue;
      const desk = this.#deskFor(job);
      const answer = desk.answerOf(job);
      if (answer === undefined) {
        throw new Error(`met a step at tick ${tick}, expected it to wait for job ${job.id} of '${domain}'`);
      }
      this.#pending = this.#pending.filter((each) => each !== job);
      desk.drop(job);
      receive(job.id, answer);
    }
  }

  save(domain: string, to: Encoder): void {
    const own = this.#pending.filter((job) => job.domain === domain);
    to.u32(this.#posted.get(domain) ?? 0).u32(own.length);
    for (const { id, dueTick, question } of own) to.u32(id).f64(dueTick).bytes(question);
  }

  /** Reads what `save` wrote of some domains; what it answers makes it so. */
  load(domains: readonly string[], from: Decoder): () => void {
    const posted = new Map<string, number>();
    const pending: Job[] = [];
    for (const domain of domains) {
      const count = from.u32();
      posted.set(domain, count);
      for (let left = from.u32(); left > 0; left--) {
        const id = from.u32();
        if (!(id >= 1 && id <= count)) throw new CodecError(`met job ${id} of ${count}`);
        pending.push({ id, domain, dueTick: from.f64(), question: from.bytes().slice() });
      }
    }
    return () => {
      for (const job of this.#pending) this.#desk?.drop(job);
      this.#pending = pending;
      this.#posted = posted;
      for (const job of pending) this.#deskFor(job).begin(job);
    };
  }

  #deskFor(job: Job): JobDesk {
    if (this.#desk) return this.#desk;
    throw new Error(`met job ${job.id} of the domain '${job.domain}', expected a desk where it is worked on`);
  }
}
