import type { Answerer } from '../../ports';
import { answerWater } from './answer';
import { packAnswer, unpackQuestion } from './question';

/** Minutes of the network. Whoever works on them needs nothing else of water. */
export const waterAnswers = {
  name: 'water',
  needs: ['pressure'],
  answer(question, { pressure }) {
    if (pressure === undefined)
      throw new Error('met a host without a solver of water networks, expected one that lends it');
    return packAnswer(answerWater(unpackQuestion(question), pressure));
  },
} as const satisfies Answerer;
