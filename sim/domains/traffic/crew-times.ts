/**
 * How long a repair crew takes to every road, as the roads flow: from the nearest depot, or fire station where the scene
 * has none. Crews drive as everybody does. Worked out anew every five minutes, and at once when something is shut or opened.
 */
import type { Decoder, Encoder } from '../../kernel';
import { slotIn } from '../../scene/compile/element-tables';
import type { CompiledScene } from '../../scene/compiled';
import { CAR_BIT } from './closures';
import { searchFromMany } from './routing/search-all';
import type { TrafficState } from './state';

export interface CrewTimes {
  readonly from: readonly number[];
  /** By edge, to its end; −1 where none gets there. */
  readonly seconds: Float64Array;
  leftS: number;
}

const RENEWED_EVERY_S = 300;
/** On foot with gear: as in a gallery. Ours. */
const WALK_MPS = 1;
const ROUNDING_S = 1e-9;

export function createCrewTimes({ scene, elements, roads }: CompiledScene): CrewTimes {
  const { depots = [], fireStations = [] } = scene.services ?? {};
  const homes = depots.length > 0 ? depots : fireStations;
  return {
    from: homes.map(({ edge }) => slotIn(elements.edge, edge)),
    seconds: new Float64Array(roads.edgeCount).fill(-1),
    leftS: 0,
  };
}

/** To be called when what is shut has changed. */
export function forgetCrewTimes(times: CrewTimes): void {
  times.leftS = 0;
}

/** Says whether they are others than before; where there is no depot, they are unknown from the first step on. */
export function renewCrewTimes(state: TrafficState, stepSeconds: number): boolean {
  const { crews, search, network, closures, edges } = state;
  if (crews.from.length === 0) return state.totals.elapsedSeconds <= state.pace.stepS + ROUNDING_S;
  const isDue = crews.leftS <= ROUNDING_S;
  if (isDue) {
    crews.leftS = RENEWED_EVERY_S;
    searchFromMany(search, network, closures, edges, crews.from, CAR_BIT);
    for (let edge = 0; edge < crews.seconds.length; edge++) {
      crews.seconds[edge] = search.settledIn[edge] === search.run ? search.seconds[edge] : -1;
    }
    walkIn(state);
  }
  crews.leftS -= stepSeconds;
  return isDue;
}

/** A crew leaves its van where a road is shut and goes on with its gear: what is broken is often why it is shut. */
function walkIn({ crews: { seconds }, network, closures }: TrafficState): void {
  const { linkFromEdge, linkEdge, roads } = network;
  for (let isShorter = true; isShorter; ) {
    isShorter = false;
    for (let link = 0; link < linkEdge.length; link++) {
      const [from, to] = [linkFromEdge[link], linkEdge[link]];
      if (closures.hazard[to] === 0 || seconds[from] < 0) continue;
      const here = seconds[from] + roads.edgeLengthM[to] / WALK_MPS;
      if (seconds[to] >= 0 && seconds[to] <= here) continue;
      seconds[to] = here;
      isShorter = true;
    }
  }
}

export function saveCrewTimes({ seconds, leftS }: CrewTimes, out: Encoder): void {
  out.float64s(seconds).f64(leftS);
}

export function loadCrewTimes(times: CrewTimes, from: Decoder): void {
  from.float64s(times.seconds);
  times.leftS = from.f64();
}
