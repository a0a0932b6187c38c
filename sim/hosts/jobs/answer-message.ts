import { domains } from '../../domains/registry';
import type { JobTools } from '../../ports';
import { answerTo } from '../../runtime';
import type { JobMessage, JobReply } from './protocol';

/** What the worker for long work does about a message; whatever goes wrong is said, never thrown at nobody. */
export async function replyTo(
  { serial, domain, question }: JobMessage,
  tools: Promise<JobTools>,
  known = domains,
): Promise<JobReply> {
  try {
    return { serial, answer: answerTo({ id: serial, dueTick: 0, domain, question }, known, await tools) };
  } catch (error) {
    return { serial, error: error instanceof Error ? error.message : String(error) };
  }
}
