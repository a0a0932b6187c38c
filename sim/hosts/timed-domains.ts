/** Where a run's time goes: every domain as it is, with a host's clock beside its start, its steps and its long work. */
import type { AnyDomain } from '../ports';

/** Seconds by the host's clock; what others do on the same processor meanwhile is in them. */
export interface DomainTime {
  startSeconds: number;
  stepSeconds: number;
  /** Long work that it asked for, where it is done in this thread. */
  jobSeconds: number;
}

export interface TimedDomains {
  readonly domains: readonly AnyDomain[];
  readonly times: Readonly<Record<string, DomainTime>>;
}

export function timedDomains(domains: readonly AnyDomain[], nowMs: () => number): TimedDomains {
  const times: Record<string, DomainTime> = {};
  const timed = domains.map((domain): AnyDomain => {
    const time: DomainTime = { startSeconds: 0, stepSeconds: 0, jobSeconds: 0 };
    times[domain.name] = time;
    const { answer } = domain;
    return {
      ...domain,
      create(scene, settings) {
        const from = nowMs();
        const state = domain.create(scene, settings);
        time.startSeconds += (nowMs() - from) / 1_000;
        return state;
      },
      step(state, context) {
        const from = nowMs();
        domain.step(state, context);
        time.stepSeconds += (nowMs() - from) / 1_000;
      },
      ...(answer && {
        answer(question, tools) {
          const from = nowMs();
          const answered = answer(question, tools);
          time.jobSeconds += (nowMs() - from) / 1_000;
          return answered;
        },
      }),
    };
  });
  return { domains: timed, times };
}
