/**
 * One junction of the bench's grids: two lanes in each arm, a signal of 42 s for each axis, left turns against oncoming
 * traffic. The network is SUMO's own (netgenerate --grid --grid.number 1 --grid.length 200 --grid.attach-length 200 -L 2
 * -S 13.89 --default-junction-type traffic_light --tls.default-type static --tls.cycle.time 90 --no-turnarounds), kept as
 * a file, so that these cases run where SUMO is not installed.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { byChance } from './capacity/departures';

export const krauss = { type: '', stepSeconds: 1, isBallistic: false };
export const idm = { type: 'carFollowModel="IDM" tau="1.2"', stepSeconds: 0.5, isBallistic: true };
export type Driving = typeof krauss;

export interface CrossStream {
  /** A letter for the movement: l, s or r. */
  readonly name: 'l' | 's' | 'r';
  readonly route: string;
  readonly lane: string;
  readonly perHour: number;
}

export const UNTIL_S = 2_400;
const DEPARTS_UNTIL_S = 1_800;

export function crossFiles({ type, stepSeconds, isBallistic }: Driving, streams: readonly CrossStream[]) {
  const rows = streams
    .flatMap(({ name, route, lane, perHour }, k) =>
      byChance(perHour, DEPARTS_UNTIL_S, 7 + k).map((time, i) => ({ id: `${name}.${k}.${i}`, route, lane, time })),
    )
    .sort((a, b) => a.time - b.time)
    .map(({ id, route, lane, time }) => {
      const departs = `depart="${time}" departLane="${lane}" departSpeed="max"`;
      return `<vehicle id="${id}" type="car" ${departs}><route edges="${route}"/></vehicle>`;
    });
  const time = `<time><step-length value="${stepSeconds}"/></time>`;
  const method = `<processing><step-method.ballistic value="${isBallistic}"/></processing>`;
  return new Map([
    ['run.sumocfg', `<configuration>${time}${method}</configuration>`],
    ['cross.net.xml', readFileSync(join(import.meta.dirname, 'two-lane-cross.net.xml'), 'utf8')],
    ['cars.rou.xml', `<routes><vType id="car" vClass="passenger" ${type}/>${rows.join('\n')}</routes>`],
  ]);
}

/** All four arms with straight on, right and left as 6 : 2.2 : 1.8, each in the lane that suits him best. */
export function fullArms(perHour: number): CrossStream[] {
  const arms = [
    ['left0', 'right0', 'bottom0', 'top0'],
    ['right0', 'left0', 'top0', 'bottom0'],
    ['top0', 'bottom0', 'left0', 'right0'],
    ['bottom0', 'top0', 'right0', 'left0'],
  ];
  return arms.flatMap(([from, straight, right, left]) => {
    const by = (name: 'l' | 's' | 'r', to: string, share: number): CrossStream => {
      return { name, route: `${from}A0 A0${to}`, lane: 'best', perHour: perHour * share };
    };
    return [by('s', straight, 0.6), by('r', right, 0.22), by('l', left, 0.18)];
  });
}
