import { answerers } from '../../domains/answerers';
import type { Answerer, JobTools } from '../../ports';
import { answerTo } from '../../runtime/jobs';
import type { JobMessage, JobReply } from './protocol';

/** What the worker for long work does about a message; whatever goes wrong is said, never thrown at nobody. */
export async function replyTo(
  { serial, domain, question }: JobMessage,
  tools: (of: Answerer | undefined) => Promise<JobTools>,
  known: readonly Answerer[] = answerers,
): Promise<JobReply> {
  try {
    const lent = await tools(known.find(({ name }) => name === domain));
    return { serial, answer: answerTo({ id: serial, dueTick: 0, domain, question }, known, lent) };
  } catch (error) {
    return { serial, error: error instanceof Error ? error.message : String(error) };
  }
}
