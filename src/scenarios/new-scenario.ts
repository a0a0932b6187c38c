import type { Scenario } from '../../sim';
import type { KeptScenario } from './kept-scenario';

/** The first copy of a scenario, before its first write. */
export function newScenario(
  scenario: Scenario,
  from: { readonly city: string; readonly name?: string; readonly number: number; readonly parentId?: string },
  nowMs: number,
): KeptScenario {
  return {
    id: crypto.randomUUID(),
    city: from.city,
    name: from.name ?? '',
    number: from.number,
    parentId: from.parentId ?? null,
    createdMs: nowMs,
    changedMs: nowMs,
    revision: 1,
    scenario,
    done: [],
    undone: [],
  };
}

/** A copy that goes its own way from here; its changes can be undone as those of the first. */
export function branchOf(kept: KeptScenario, number: number, nowMs: number): KeptScenario {
  const { scenario, done, undone, name, city } = kept;
  return { ...newScenario(scenario, { city, number, name, parentId: kept.id }, nowMs), done, undone };
}

/** One more than any number so far: numbers are not given twice. */
export function nextNumber(all: readonly { readonly number: number }[]): number {
  return all.reduce((most, { number }) => Math.max(most, number), 0) + 1;
}

/** Whether a run of one can become a run of the other by its list of changes alone. */
export function sameRun(a: Scenario, b: Scenario): boolean {
  const bare = ({ name: _, sceneHash: __, interventions: ___, ...rest }: Scenario) =>
    JSON.stringify(Object.entries(rest).sort(([x], [y]) => (x < y ? -1 : 1)));
  return bare(a) === bare(b);
}
