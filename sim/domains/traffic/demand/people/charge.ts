/**
 * A charge for driving somewhere, as it bears on the choice of mode: who leaves home to stop in a charged street (or
 * lives in one) chooses again, with the same luck, by what driving costs then. Who no longer drives goes his tour by
 * another mode and takes the car for the next one. Lorries pay. Left out: other places and other hours instead.
 */
import { carLegOfKey, classOfWord, LORRY, wordOfKey } from './identity';
import { type People, planOf } from './people';
import { stillDrives } from './plan-person';
import { type Departure, goesWithout, type Progress } from './progress';
import { HOME } from './survey';

/** Plans who is due and answers whether he drives; if not, he has been put to where he drives next. */
export function drivesToday(people: People, progress: Progress, due: Departure): boolean {
  const { plan, chargeYuan } = people;
  const word = wordOfKey(due.key);
  planOf(people, word);
  if (classOfWord(word) === LORRY) return true;
  const carLeg = carLegOfKey(due.key);
  const at = plan.carLeg[carLeg];
  let first = at;
  while (first > 0 && plan.activity[first - 1] !== HOME) first--;
  if (carLeg > 0 && plan.carLeg[carLeg - 1] >= first) return true; // out already, and the car with him
  let end = at;
  let yuan = plan.homeEdge >= 0 ? chargeYuan[plan.homeEdge] : 0;
  while (plan.activity[end] !== HOME) {
    if (plan.edge[end] >= 0) yuan = Math.max(yuan, chargeYuan[plan.edge[end]]);
    end++;
  }
  end++;
  if (yuan === 0 || stillDrives(people, word, first, end, yuan)) return true;
  let next = carLeg;
  while (next < plan.carLegs && plan.carLeg[next] < end) next++;
  goesWithout(people, progress, due, next < plan.carLegs ? next : 0);
  return false;
}
