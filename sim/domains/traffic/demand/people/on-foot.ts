/** What a day of plans has people walk: ways on foot, and the ways to the bus and from it. Noted while the day is planned. */
import type { Ground } from './ground';
import type { Plan } from './plan';
import { BUS, WALK } from './survey';

export interface OnFoot {
  /** Between this edge … */
  readonly edge: Int32Array;
  /** … and that one, or the nearest bus stop. */
  readonly other: Int32Array;
  /** Leaves `edge` at this second of the next day (so that it is never 0), or comes to it at minus that. */
  readonly second: Float64Array;
}

export const NEAREST_STOP = -1;
const DAY_SECONDS = 86_400;

export class NotesOnFoot {
  readonly #edge: number[] = [];
  readonly #other: number[] = [];
  readonly #second: number[] = [];

  note(plan: Plan, { gateInEdge, gateOutEdge }: Ground): void {
    let [from, fromGate] = [plan.homeEdge, plan.homeGate];
    for (let leg = 0; leg < plan.legs; leg++) {
      const [to, toGate] = [plan.edge[leg], plan.gate[leg]];
      const leaves = timeOfDay(plan.departSeconds[leg]);
      const comes = -timeOfDay(plan.arriveSeconds[leg]);
      if (plan.mode[leg] === WALK) {
        const begins = fromGate >= 0 ? gateInEdge[fromGate] : from;
        const ends = toGate >= 0 ? gateOutEdge[toGate] : to;
        // Always seen from the same one of the two, so that he goes home by the way that he came.
        if (begins >= 0 && begins < ends) this.#add(begins, ends, leaves);
        else if (ends >= 0 && ends < begins) this.#add(ends, begins, comes);
      } else if (plan.mode[leg] === BUS) {
        if (fromGate < 0 && from >= 0) this.#add(from, NEAREST_STOP, leaves);
        if (toGate < 0 && to >= 0) this.#add(to, NEAREST_STOP, comes);
      }
      [from, fromGate] = [to, toGate];
    }
  }

  #add(edge: number, other: number, second: number): void {
    this.#edge.push(edge);
    this.#other.push(other);
    this.#second.push(second);
  }

  /** In the order of the edges that they are seen from. */
  taken(): OnFoot {
    const count = this.#edge.length;
    const most = this.#edge.reduce((last, edge) => Math.max(last, edge), -1);
    const next = new Uint32Array(most + 2);
    for (let i = 0; i < count; i++) next[this.#edge[i] + 1]++;
    for (let edge = 0; edge <= most; edge++) next[edge + 1] += next[edge];
    const notes = { edge: new Int32Array(count), other: new Int32Array(count), second: new Float64Array(count) };
    for (let i = 0; i < count; i++) {
      const at = next[this.#edge[i]]++;
      notes.edge[at] = this.#edge[i];
      notes.other[at] = this.#other[i];
      notes.second[at] = this.#second[i];
    }
    return notes;
  }
}

/** The same time of day, on the day after. */
function timeOfDay(seconds: number): number {
  return DAY_SECONDS + (((seconds % DAY_SECONDS) + DAY_SECONDS) % DAY_SECONDS);
}
