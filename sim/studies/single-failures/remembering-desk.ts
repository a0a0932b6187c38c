import { hashBytes } from '../../kernel';
import type { Job } from '../../ports';
import type { JobDesk } from '../../runtime';

/** Many forks of one run ask the same: an answer is pure, so it is worked out once. */
export function rememberingDesk(desk: JobDesk): JobDesk {
  const answers = new Map<string, Uint8Array>();
  const keys = new WeakMap<Job, string>();
  const keyOf = (job: Job): string => {
    const known = keys.get(job) ?? `${job.domain} ${job.question.length} ${hashBytes(job.question)}`;
    keys.set(job, known);
    return known;
  };
  return {
    begin: (job) => {
      if (!answers.has(keyOf(job))) desk.begin(job);
    },
    answerOf(job) {
      const known = answers.get(keyOf(job));
      if (known !== undefined) return known;
      const answer = desk.answerOf(job);
      if (answer !== undefined && answers.size < MOST) answers.set(keyOf(job), answer);
      return answer;
    },
    drop: (job) => desk.drop(job),
  };
}

/** Those of the common past come first. */
const MOST = 500;
