/** What a day is planned from, and who somebody is. */
import type { Luck } from '../../../../kernel';
import type { Network } from '../../network';
import type { Ground } from './ground';
import { classOfWord, numberOfWord, OUTSIDER, RESIDENT } from './identity';
import type { Residents } from './residents';
import { COMMUTER, VISITOR } from './survey';

export interface Person {
  readonly ground: Ground;
  readonly residents: Residents;
  readonly network: Network;
  readonly luck: Luck;
}

/** Cars stand where a driver can still get into the lane of his next turn. */
export const FIRST_PLACE = 0.2;
export const PLACES = 0.4;

export function typeOf({ residents }: Person, word: number): number {
  const cls = classOfWord(word);
  if (cls === RESIDENT) return residents.type[numberOfWord(word) % residents.count];
  return cls === OUTSIDER ? COMMUTER : VISITOR;
}
