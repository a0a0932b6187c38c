/**
 * Every single failure of the flagship, from one winter morning: what it comes to, its margin, and why some go further.
 * The goal knows two ends, absorbed or passed on, so here whatever stays in the network where it happened counts as
 * absorbed by it; how much of that nobody notices at all (N-1 in the strict sense, the study's own class) stands beside it.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { domains } from '../../../sim/domains/registry';
import { defaultScenario } from '../../../sim/scenarios';
import { describeFailures, type FailureRow, studySingleFailures, summarise } from '../../../sim/studies';
import { sceneOf } from '../../domains/energy/scenes';
import { desk } from '../../runtime/desk';
import type { AcceptLine } from '../line';

/** From 07:00 of a January morning; failures begin at 07:31, a minute after stations have asked for their plan. */
const winterMorning = { startDay: 20, startSeconds: 7 * 3_600, seed: 1 } as const;
const FROM_S = 1_860;
const LEAST_ABSORBED = 0.8;
const MOST_ABSORBED = 0.97;
const LEAST_CASCADES = 3;
const TOLD_EVERY = 100;

export const everySingleFailure: AcceptLine = {
  name: 'every single failure in the flagship',
  goal: '80 to 97 % absorbed, each with its margin and the element nearest to a limit; at least three that cascade, and why',
  async measure({ root, say }) {
    const scene = sceneOf('eco-park', undefined, root);
    const before = process.cpuUsage();
    const study = await studySingleFailures({
      scene,
      scenario: defaultScenario(scene.id, winterMorning),
      domains: domains.filter(({ name }) => name !== 'traffic'),
      readers: domains,
      desk,
      fromSeconds: FROM_S,
      progressed(done, of) {
        if (done % TOLD_EVERY === 0 || done === of) say(`${done} of ${of} failures`);
      },
    });
    const { user, system } = process.cpuUsage(before);
    const { all, parts, events, byKind } = summarise(study);
    const folder = join(root, 'out');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'failures-eco-park.txt'), `${describeFailures(study)}\n`);
    writeFileSync(join(folder, 'failures-eco-park.json'), JSON.stringify({ ...study, summary: summarise(study) }));
    const kept = all.absorbed + all.felt;
    const share = kept / all.count;
    const margins = study.rows.filter(({ class: found }) => found !== 'cascades');
    const cascades = widest(study.rows);
    const percent = (part: number, whole: number) => `${((100 * part) / whole).toFixed(1)} %`;
    return {
      held:
        share >= LEAST_ABSORBED &&
        share <= MOST_ABSORBED &&
        margins.every(({ margin }) => margin !== null) &&
        cascades.length >= LEAST_CASCADES,
      reached: [
        `${all.count} failures: ${percent(kept, all.count)} absorbed by their own network, ${percent(all.cascades, all.count)} passed on`,
        `noticed by nobody ${percent(all.absorbed, all.count)} (of single parts ${percent(parts.absorbed, parts.count)}, of events ${percent(events.absorbed, events.count)}), felt in their own network alone ${percent(all.felt, all.count)}`,
        `${margins.filter(({ margin }) => margin === null).length} without a margin`,
        ...Object.entries(byKind).map(([kind, of]) => `${kind} ${of.absorbed} + ${of.felt} of ${of.count}`),
        `${all.securityKept} of the ${all.withoutPower} that leave somebody without power keep within DL/T 256-2012`,
        ...cascades.slice(0, LEAST_CASCADES).map(why),
      ].join('; '),
      how: `from 07:31 of a January morning, a quarter of an hour each, all networks but the cars; every one listed in out/failures-eco-park.txt and .json; ${((user + system) / 60e6).toFixed(1)} min of processor time`,
    };
  },
};

/** Those that go furthest: by networks, then by what has failed in them. One of each kind. */
function widest(rows: readonly FailureRow[]): FailureRow[] {
  const reach = ({ failedIn, changed }: FailureRow) =>
    1e6 * failedIn.length + changed.reduce((sum, { harms, elements }) => sum + (harms ? elements.length : 0), 0);
  const sorted = rows.filter(({ class: found }) => found === 'cascades').sort((a, b) => reach(b) - reach(a));
  return sorted.filter(({ kind }, i) => sorted.findIndex((each) => each.kind === kind) === i);
}

function why({ kind, element, failedIn, chain }: FailureRow): string {
  const links = chain.map(
    ({ code, count, seconds, because }) =>
      `${code}${count > 1 ? ` ×${count}` : ''} after ${(seconds / 60).toFixed(0)} min because of ${because}`,
  );
  return `${kind} at ${element} reaches ${failedIn.join(', ')}: ${links.join(', ')}`;
}
