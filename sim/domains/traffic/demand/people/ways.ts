/**
 * The ways that are not driven in a vehicle of one's own, for those who carry them: who walks, cycles, rides the bus,
 * when, from where to where. In the order of the day; a function of the plans, to be asked for once a run.
 */
import { eachPerson, type People } from './people';

export interface Ways {
  readonly count: number;
  /** Whose it is. */
  readonly word: Uint32Array;
  readonly secondOfDay: Float64Array;
  /** Edges of its ends; −1 where it comes in or leaves by a gate, whose slot the second pair holds. */
  readonly fromEdge: Int32Array;
  readonly toEdge: Int32Array;
  readonly fromGate: Int32Array;
  readonly toGate: Int32Array;
}

const DAY_SECONDS = 86_400;

export function waysBy(people: People, mode: number): Ways {
  const found: number[][] = [[], [], [], [], [], []];
  const [word, second, fromEdge, toEdge, fromGate, toGate] = found;
  eachPerson(people, (whose) => {
    const { plan } = people;
    let [edge, gate] = [plan.homeEdge, plan.homeGate];
    for (let leg = 0; leg < plan.legs; leg++) {
      if (plan.mode[leg] === mode) {
        word.push(whose);
        second.push(plan.departSeconds[leg] % DAY_SECONDS);
        fromEdge.push(edge);
        fromGate.push(gate);
        toEdge.push(plan.edge[leg]);
        toGate.push(plan.gate[leg]);
      }
      [edge, gate] = [plan.edge[leg], plan.gate[leg]];
    }
  });
  const order = Uint32Array.from(word.keys()).sort((a, b) => second[a] - second[b] || word[a] - word[b]);
  const int32 = (values: readonly number[]) => Int32Array.from(order, (at) => values[at]);
  return {
    count: order.length,
    word: Uint32Array.from(order, (at) => word[at]),
    secondOfDay: Float64Array.from(order, (at) => second[at]),
    fromEdge: int32(fromEdge),
    toEdge: int32(toEdge),
    fromGate: int32(fromGate),
    toGate: int32(toGate),
  };
}
