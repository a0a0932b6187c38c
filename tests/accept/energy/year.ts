/** The shipped scenarios of a year, run as anyone would run them. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { PublishedRow } from '../../../sim/hosts/cli/published-figures';
import type { AcceptLine, AcceptTools } from '../line';

export interface Year {
  readonly published: readonly PublishedRow[];
  readonly totals: Readonly<Record<string, { readonly value: number; readonly unit: string }>>;
  readonly performance: { readonly cpuSeconds: number; readonly wallSeconds: number; readonly peakRssMb: number };
}

const MOST_BYTES = 256 * 2 ** 20;

export async function runYear(name: string, { root }: AcceptTools): Promise<Year> {
  const call = [join(root, '.tools/cityloom.mjs'), 'run', 'eco-park', '--scenario', name, '--json'];
  const { stdout } = await promisify(execFile)(process.execPath, call, { cwd: root, maxBuffer: MOST_BYTES });
  return JSON.parse(stdout) as Year;
}

const MOST_CPU_S = 600;

export const sayRow = ({ what, reached, published, unit, atLeast, fitted, cause }: PublishedRow) => {
  const figure = Number(reached.toPrecision(4));
  const why = cause === null ? '' : ` because ${cause}`;
  return `${what} ${figure} (${atLeast ? '≥ ' : ''}${published} ${unit}${fitted ? ', fitted' : ''})${why}`;
};

export const year: AcceptLine = {
  name: 'the year',
  goal: 'at 15 min, all flows included, ≤ 10 min on one core; the ten published figures met within 2 % or the cause shown; least cost beside it',
  async measure(tools) {
    tools.say('a year of quarter hours, by least primary energy');
    const primary = await runYear('year', tools);
    tools.say('the same by least cost');
    const cost = await runYear('year-least-cost', tools);
    const { cpuSeconds, peakRssMb } = primary.performance;
    const told = primary.published.every(({ met, cause }) => met || (cause ?? '').length > 0);
    const figure = (of: Year, name: string) => of.totals[name].value;
    const both = (name: string, per = 1) =>
      `${(figure(primary, name) / per).toPrecision(3)} and ${(figure(cost, name) / per).toPrecision(3)}`;
    return {
      held: cpuSeconds <= MOST_CPU_S && primary.published.length === 10 && told,
      reached: [
        `${cpuSeconds.toFixed(0)} CPU s, ${peakRssMb.toFixed(0)} MB`,
        ...primary.published.map(sayRow),
        `unserved of all heat and cold ${((100 * (figure(primary, 'energy.unserved-heat') + figure(primary, 'energy.unserved-cooling'))) / (figure(primary, 'energy.heat-delivered') + figure(primary, 'energy.cooling-delivered'))).toFixed(4)} %`,
        `by least primary energy and by least cost: ${both('energy.cost', 1e6)} M¥, saved ${both('park.energy-saving')} %, clean ${both('park.clean-share')} %, CO₂ cut ${both('park.co2-cut')} %`,
      ].join('; '),
      how: 'cityloom run eco-park --scenario year, then year-least-cost; the reference city is lived through in the same run',
    };
  },
};

/** What row E14 asks of the year: clean energy and saving within 2 %, and why carbon falls less than published. */
export const panEnergyYear: AcceptLine = {
  name: 'the year against its reference city',
  goal: 'clean 80.6 %, saving 50.7 % ± 2 %; the gap to −64.6 % of carbon explained',
  async measure(tools) {
    tools.say('a year of quarter hours');
    const { published } = await runYear('year', tools);
    const asked = [80.6, 50.7, 64.6].map((figure) => published.find((each) => Math.abs(each.published) === figure));
    const held = asked.every((row, i) => row !== undefined && (row.met || (i === 2 && (row.cause ?? '').length > 0)));
    return {
      held,
      reached: asked.map((row) => (row === undefined ? 'a figure that is not told' : sayRow(row))).join('; '),
      how: 'cityloom run eco-park --scenario year',
    };
  },
};
