/** From our tracks to SUMO's lanes: a turn of ours may be several of SUMO's lanes inside the junction, one after the other. */
import { readXml } from '../../sim/importers/xml';
import type { CompiledScene } from '../../sim/scene';

export interface SumoLane {
  readonly lane: string;
  readonly positionM: number;
}

export interface SumoLanes {
  at(track: number, positionM: number): SumoLane;
  /** What SUMO has driven from the first of these lanes to a place on one of them. */
  lengthM(lane: string): number;
}

export function sumoLanesOf(scene: CompiledScene, net: string): SumoLanes {
  const lengths = new Map<string, number>();
  const onward = new Map<string, string | undefined>();
  const first = new Map<string, string>();
  const read = readXml(net, {
    open(element) {
      if (element.name === 'lane') lengths.set(element.get('id')!, Number(element.get('length')));
      if (element.name !== 'connection') return;
      const from = `${element.get('from')}_${element.get('fromLane')}`;
      const via = element.get('via');
      if (from.startsWith(':')) onward.set(from, via);
      else if (via !== undefined) first.set(`${from} ${element.get('to')}_${element.get('toLane')}`, via);
    },
  });
  if (!read.ok) throw new Error(read.problems[0].message);
  const { roads, elements } = scene;
  const chains: (readonly string[])[] = [];
  for (let turn = 0; turn < roads.turnCount; turn++) {
    const pair = `${elements.lane.ids[roads.turnFromLane[turn]]} ${elements.lane.ids[roads.turnToLane[turn]]}`;
    const chain: string[] = [];
    for (let via = first.get(pair); via !== undefined && !chain.includes(via); via = onward.get(via)) chain.push(via);
    chains.push(chain);
  }
  return {
    lengthM: (lane) => lengths.get(lane) ?? Number.NaN,
    at(track, positionM) {
      if (track < roads.laneCount) return { lane: elements.lane.ids[track], positionM };
      const chain = chains[track - roads.laneCount];
      if (chain.length === 0) return { lane: elements.turn.ids[track - roads.laneCount], positionM };
      let left = positionM;
      for (const lane of chain.slice(0, -1)) {
        if (left <= lengths.get(lane)!) return { lane, positionM: left };
        left -= lengths.get(lane)!;
      }
      return { lane: chain[chain.length - 1], positionM: left };
    },
  };
}
