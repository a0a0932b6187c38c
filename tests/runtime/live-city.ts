/** A whole city, every domain in it, from its start: what happened, and what is measured at the end. */
import { domains } from '../../sim/domains/registry';
import { defaultSettings, type Intervention, interventionKinds } from '../../sim/interventions';
import type { Happening, KpiName } from '../../sim/ports';
import { createEngine } from '../../sim/runtime';
import { defaultScenario, type Scenario } from '../../sim/scenarios';
import type { CompiledScene } from '../../sim/scene';
import { desk } from './desk';

export const TICK_S = 0.5;

export interface LivedCity {
  readonly heard: readonly Happening[];
  readonly figures: Readonly<Partial<Record<KpiName, number>>>;
}

export function change(
  kind: keyof typeof interventionKinds,
  targets: readonly string[],
  given = {},
  fromSeconds = 120,
): Intervention {
  const settings = { ...defaultSettings(interventionKinds[kind].settings), ...given };
  return { id: kind, kind, targets, settings, fromSeconds, untilSeconds: null } as never;
}

export function liveCity(
  scene: CompiledScene,
  minutes: number,
  interventions: readonly Intervention[],
  more: Partial<Scenario> = {},
): LivedCity {
  const heard: Happening[] = [];
  const scenario = defaultScenario(scene.id, { seed: 5, interventions, ...more });
  const engine = createEngine({
    scene,
    scenario,
    domains: domains.filter(({ name }) => scenario.domains?.includes(name) !== false),
    desk,
    listener: { happened: (each) => heard.push(each) },
  });
  engine.runTo(60 * minutes);
  return { heard, figures: engine.measure() };
}

/** What began each happening, back along all its causes to those that have none. */
export function rootsOf(heard: readonly Happening[], { id }: Happening): Set<Happening> {
  const byId = new Map(heard.map((each) => [each.id, each]));
  const roots = new Set<Happening>();
  const seen = new Set([id]);
  for (const at of seen) {
    const each = byId.get(at) as Happening;
    if (each.causes.length === 0) roots.add(each);
    for (const cause of each.causes) seen.add(cause);
  }
  return roots;
}

/** Whether the chain of a happening runs through one of this name. */
export function comesOf(heard: readonly Happening[], { id }: Happening, code: string): boolean {
  const byId = new Map(heard.map((each) => [each.id, each]));
  const seen = new Set([id]);
  for (const at of seen) {
    const each = byId.get(at);
    if (each?.code === code) return true;
    for (const cause of each?.causes ?? []) seen.add(cause);
  }
  return false;
}

/** What happened and where, without times: two lists of it can be held against each other. */
export function whatHappened(heard: readonly Happening[]): Set<string> {
  return new Set(heard.map(({ code, element }) => `${code} ${element}`));
}

/** For reading: minute, what, where, because of what. */
export function storyOf(heard: readonly Happening[]): string {
  const byId = new Map(heard.map((each) => [each.id, each]));
  return heard
    .map(({ tick, code, element, causes }) => {
      const because = causes.map((id) => `${byId.get(id)?.code} ${byId.get(id)?.element}`).join(', ');
      return `${(((tick as number) * TICK_S) / 60).toFixed(1)} ${code} ${element} <- ${because}`;
    })
    .join('\n');
}
