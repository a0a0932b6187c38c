/** Where the cars of people and the lorries stand that are not under way: what parking begins with. */
import { classOfWord, numberOfWord, RESIDENT } from './identity';
import { eachPerson, type People } from './people';
import { isUnderWay, nextWayOf, type Progress } from './progress';

/**
 * Calls `each` with whose car stands on which edge, at which share of its length. A resident's car that is not driven
 * today stands at home; one that is beyond a gate stands nowhere in the city.
 */
export function eachParkedCar(
  people: People,
  progress: Progress,
  each: (word: number, edge: number, place: number) => void,
): void {
  const { residents, plan } = people;
  eachPerson(people, (word) => {
    if (isUnderWay(progress, word)) return;
    const elsewhere = progress.elsewhere.get(word);
    if (elsewhere !== undefined) {
      each(word, elsewhere.edge, elsewhere.place);
      return;
    }
    if (plan.carLegs > 0) {
      const next = nextWayOf(progress, word);
      if (plan.fromGate[next] < 0) each(word, plan.fromEdge[next], plan.fromPlace[next]);
      return;
    }
    const isHis = classOfWord(word) === RESIDENT && residents.drives[numberOfWord(word) % residents.count] === 1;
    if (isHis) each(word, plan.homeEdge, plan.homePlace);
  });
}
