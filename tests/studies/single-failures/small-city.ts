/** The tiny city with a second way for most things, and the same without; all networks, nobody drives. */
import { domains } from '../../../sim/domains/registry';
import { defaultScenario } from '../../../sim/scenarios';
import type { CompiledScene } from '../../../sim/scene';
import { type FailureRow, studySingleFailures } from '../../../sim/studies';
import { sceneOf } from '../../domains/energy/scenes';
import { desk } from '../../runtime/desk';

export const FROM_S = 360;
export const networks = domains.filter(({ name }) => name !== 'traffic' && name !== 'drainage');

export const twoSources = sceneOf('tiny/two-sources');
export const oneSource = sceneOf('tiny/crossing');

export const optionsOf = (scene: CompiledScene) => ({
  scene,
  scenario: defaultScenario(scene.id, {
    seed: 3,
    startDay: 20,
    durationSeconds: 14_400,
    domains: networks.map(({ name }) => name),
  }),
  domains: networks,
  readers: domains,
  desk,
  fromSeconds: FROM_S,
});

export async function rowsOf(scene: CompiledScene, kind: string, every: number): Promise<readonly FailureRow[]> {
  return (await studySingleFailures({ ...optionsOf(scene), kinds: [kind], every })).rows;
}
