/**
 * Which valves part a main from everything that feeds it: those around its segment, the part of the network that no valve
 * divides (Walski 1993; Jun and Loganathan 2007), less those behind which there is nothing to come. Of all sets that
 * do, this one takes supply from the least of the network, and none of it can be spared. A valve of the scene stands for
 * the pair at its pipe's ends; what leaves a reservoir or a tank can be shut, and a pump can be stopped.
 */
import { NO_VALVE, type WaterPlan } from './plan';
import { markFed, type Touches } from './reach';

export interface Isolation {
  /** Pipes and outlets, ascending; pumps likewise. */
  readonly pipes: readonly number[];
  readonly pumps: readonly number[];
  /** Nodes that had a way to a source and have none once these are shut. */
  readonly cut: readonly number[];
}

export function isolate(
  plan: WaterPlan,
  touches: Touches,
  pipeIsOpen: Uint8Array,
  pumpRuns: (pump: number) => boolean,
  burst: number,
): Isolation {
  const { network, valve, pipeCount } = plan;
  const inner = network.heightM.length;
  const before = markFed(network, touches, pipeIsOpen, pumpRuns);
  const shut = pipeIsOpen.slice();
  const stopped = new Set<number>();
  const isClosable = (pipe: number) => pipe >= pipeCount || valve[pipe] !== NO_VALVE;
  shut[burst] = 0;
  if (isClosable(burst)) return { pipes: [burst], pumps: [], cut: cutBy([]) };

  const segment = new Set([network.pipeFrom[burst], network.pipeTo[burst]]);
  const around = new Set<number>();
  for (const n of segment) {
    for (let t = touches.start[n]; t < touches.start[n + 1]; t++) {
      const i = touches.link[t];
      if (i >= network.pipeFrom.length) {
        const pump = i - network.pipeFrom.length;
        if (pumpRuns(pump)) stopped.add(pump);
      } else if (pipeIsOpen[i] === 1) {
        if (isClosable(i)) around.add(i);
        else {
          shut[i] = 0;
          segment.add(network.pipeFrom[i] === n ? network.pipeTo[i] : network.pipeFrom[i]);
        }
      }
    }
  }
  for (const i of around) shut[i] = 0;
  const fed = markFed(network, touches, shut, (pump) => pumpRuns(pump) && !stopped.has(pump));
  const pipes = [...around]
    .filter((i) => {
      const [from, to] = [network.pipeFrom[i], network.pipeTo[i]];
      return (!segment.has(from) && fed[from] === 1) || (!segment.has(to) && fed[to] === 1);
    })
    .sort((a, b) => a - b);
  // A pump that lifts out of the segment brings nothing into it.
  const pumps = [...stopped].filter((j) => segment.has(network.pumpTo[j]) && fed[network.pumpFrom[j]] === 1);
  return { pipes, pumps: pumps.sort((a, b) => a - b), cut: cutBy(pumps) };

  function cutBy(pumpsShut: readonly number[]): number[] {
    const after = markFed(network, touches, shut, (pump) => pumpRuns(pump) && !pumpsShut.includes(pump));
    const cut: number[] = [];
    for (let n = 0; n < inner; n++) if (before[n] === 1 && after[n] === 0) cut.push(n);
    return cut;
  }
}
