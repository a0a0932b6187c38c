/** Where everybody was at every second: SUMO's floating-car data, and the same of a run of ours. */
import { readXml } from '../../sim/importers/xml';

export interface Point {
  /** A name of SUMO's, of a lane or of a lane inside a junction. */
  readonly lane: string;
  readonly positionM: number;
  readonly speedMps: number;
}

/** By vehicle, by time in seconds of SUMO's clock. */
export type Trajectories = ReadonlyMap<string, ReadonlyMap<number, Point>>;

export interface FloatingCarData {
  readonly trajectories: Trajectories;
  /** Of the last time that was written, also where nobody was on the road any more. */
  readonly lastSeconds: number;
}

export function readFcd(text: string): FloatingCarData {
  const found = new Map<string, Map<number, Point>>();
  let seconds = Number.NaN;
  const read = readXml(text, {
    open(element) {
      if (element.name === 'timestep') seconds = Number(element.get('time'));
      if (element.name !== 'vehicle') return;
      const id = element.get('id')!;
      if (!found.has(id)) found.set(id, new Map());
      const point = {
        lane: element.get('lane')!,
        positionM: Number(element.get('pos')),
        speedMps: Number(element.get('speed')),
      };
      found.get(id)!.set(seconds, point);
    },
  });
  if (!read.ok) throw new Error(read.problems[0].message);
  return { trajectories: found, lastSeconds: seconds };
}
