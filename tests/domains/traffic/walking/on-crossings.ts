/** What a bystander sees at crossings: vehicles that drive into people, people who set off at red. */
import { RED } from '../../../../sim/domains/traffic/signals';
import { sum } from '../../../../sim/domains/traffic/walking';
import type { Run } from '../simulate';

/** Half a car, which is 1.8 m wide. */
const HALF_CAR_M = 0.9;

export class Bystander {
  /** Fronts that came onto a crossing, and those of them that met somebody there. */
  passed = 0;
  met = 0;
  /** Who stepped off while it was red for people, or while what came to the kerb was not all accounted for. */
  atRed = 0;
  lost = 0;
  readonly #before: Float64Array;
  readonly #trackBefore: Int32Array;

  constructor({ state }: Run) {
    this.#before = new Float64Array(state.vehicles.capacity);
    this.#trackBefore = new Int32Array(state.vehicles.capacity).fill(-1);
  }

  look({ state }: Run): void {
    const { vehicles, network, signals } = state;
    const walking = state.walking!;
    const { spans, stepped, room, walkSteps, steps, mps, stepS } = walking;
    const { laneCount, crossingSignalIndex } = network.roads;
    for (let row = 0; row < vehicles.rowEnd; row++) {
      const track = vehicles.track[row];
      const turn = track - laneCount;
      const atM = vehicles.positionM[row];
      const fromM = this.#trackBefore[row] === track ? this.#before[row] : 0;
      this.#trackBefore[row] = track;
      this.#before[row] = atM;
      if (track < 0 || turn < 0) continue;
      for (let place = spans.placeStart[turn]; place < spans.placeStart[turn + 1]; place++) {
        // In the middle of the crossing, where he would drive into people.
        const middleM = (spans.placeFromM[place] + spans.placeToM[place]) / 2;
        if (fromM >= middleM || atM < middleM) continue;
        this.passed++;
        const span = spans.placeSpan[place];
        for (let end = 2 * span; end < 2 * span + 2; end++) {
          for (let ago = 0; walking.onSpan[end] > 0 && ago < walkSteps[span]; ago++) {
            if (stepped[end * room + ((steps - ago) & (room - 1))] === 0) continue;
            const walkedM = ago * stepS * mps;
            const at = (end & 1) === 0 ? walkedM : spans.lengthM[span] - walkedM;
            if (Math.abs(at - spans.placeAtM[place]) < HALF_CAR_M) this.met++;
          }
        }
      }
    }
    for (let end = 0; end < 2 * spans.count; end++) {
      const crossing = spans.crossing[end >> 1];
      const stepsOff = stepped[end * room + (steps & (room - 1))] > 0;
      if (stepsOff && crossingSignalIndex[crossing] >= 0 && signals.walk[crossing] === RED) this.atRed++;
    }
    if (walking.due !== walking.crossed + sum(walking.waiting) + sum(walking.onSpan)) this.lost++;
  }
}
