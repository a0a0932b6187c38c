import { setImmediate as nextTurn } from 'node:timers/promises';
import { domains as allDomains } from '../../../domains/registry';
import { failingKinds } from '../../../interventions';
import { problem } from '../../../kernel';
import { deskInPlace } from '../../../runtime';
import { describeFailures, studySingleFailures, summarise } from '../../../studies';
import type { Arguments } from '../arguments';
import type { Answer, Context } from '../context';
import { loadTools } from '../desk';
import { findScene, openSceneFolder } from '../find-scene';
import { Interrupted, Refusal } from '../refusal';
import { findScenario, openScenario } from '../scenario-file';

/** Half an hour to settle, and a minute past a quarter, so that stations have asked for the plan that the grace is lived with. */
const DEFAULT_FROM_S = 1_860;
/** A quarter of an hour of every driver costs as much as a day of all networks: only a scenario that names it has it. */
const ASIDE = 'traffic';

/** `failures <scene>`: every single failure of a city, what it comes to, and with what margin it is borne. */
export async function performFailures(given: Arguments, context: Context): Promise<Answer> {
  const folder = await findScene(given.operands[0], context);
  const scene = await openSceneFolder(folder);
  const file = await findScenario(given.text('scenario'), given.operands[0], context);
  const scenario = await openScenario(file, scene, { seed: given.number('seed') }, context);
  const named = scenario.domains;
  const domains = allDomains.filter(({ name }) => (named === undefined ? name !== ASIDE : named.includes(name)));
  const kinds = given.text('kinds')?.split(',');
  for (const kind of kinds ?? []) {
    if (failingKinds.includes(kind)) continue;
    const message = `--kinds: met '${kind}', expected of: ${failingKinds.join(', ')}`;
    throw new Refusal([problem('failures.unknown-kind', [], message)]);
  }
  const desk = domains.some(({ answer }) => answer) ? deskInPlace(domains, await loadTools(domains)) : undefined;
  const study = await studySingleFailures({
    scene,
    scenario,
    domains,
    readers: allDomains,
    ...(desk === undefined ? {} : { desk }),
    fromSeconds: given.number('from') ?? DEFAULT_FROM_S,
    every: given.number('every') ?? 1,
    ...(kinds === undefined ? {} : { kinds }),
    progressed: async (done, of) => {
      context.progress.show(done / of, `${done} of ${of} failures`);
      await nextTurn();
      if (context.signal.aborted) throw new Interrupted();
    },
  });
  return { document: { ...study, summary: summarise(study) }, text: describeFailures(study) };
}
