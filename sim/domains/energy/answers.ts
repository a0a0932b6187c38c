import type { Answerer } from '../../ports';
import { answerQuestion } from './dispatch';

/** Plans of stations. Whoever works on them needs nothing else of energy. */
export const energyAnswers = {
  name: 'energy',
  answer: (question, { linear }) => answerQuestion(question, linear),
} as const satisfies Answerer;
