/** The traffic's interventions over ten paired seeds: each sign in nine of ten, and "=" inside its band. */
import { differenceOf, pairs, signOf } from '../../interventions/paired';
import { signCases } from '../../interventions/sign-cases';
import type { AcceptLine } from '../line';

const SEEDS = 10;
const AGREE = 9;

export const interventions: AcceptLine = {
  name: 'interventions T1 to T9 and T11',
  goal: 'each row’s signs in at least nine of ten paired seeds, live, from the same checkpoint',
  async measure(tools) {
    const said: string[] = [];
    let held = true;
    for (const { name, plan, expected } of signCases) {
      tools.say(name);
      const list = pairs({ ...plan(), seeds: SEEDS });
      for (const { what, figure, sign, deadband } of expected) {
        const difference = differenceOf(list, figure);
        const overall = signOf(difference, deadband);
        const percent = `${(100 * difference.share).toFixed(1)} ± ${(100 * difference.band).toFixed(1)} %`;
        if (sign === 0 || sign === 'not-less') {
          if (sign === 0 ? overall !== 0 : overall === -1) held = false;
          said.push(`${name}: ${what} ${percent}`);
          continue;
        }
        const agree = difference.each.filter((value) => value * sign > 0).length;
        if (agree < AGREE) held = false;
        said.push(`${name}: ${what} ${percent}, ${agree} of ${SEEDS}`);
      }
    }
    return {
      held,
      reached: said.join('; '),
      how: 'small cities, each pair of runs from one saved state; differences of person-time and distance, with − without, and the 95 % band of their mean. what needs sensors or a metro is left out',
    };
  },
};
