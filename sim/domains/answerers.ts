import type { Answerer } from '../ports';
import { energyAnswers } from './energy/answers';
import { waterAnswers } from './water/answers';

/** Every domain that asks for long work, as whoever does that work knows it: a small part of the whole engine. */
export const answerers: readonly Answerer[] = [energyAnswers, waterAnswers];
