/**
 * Stations whose machines have changed while they run: everything is compiled anew, and what was there goes on by its
 * name. Pipes and their water are the same; the plan in force goes on for the machines that it knew, and another one is
 * asked for at once, from no vertex. A battery comes as empty as it may be, so that no change brings energy.
 */
import type { CompiledScene } from '../../../scene/compiled';
import type { Consumers } from '../consumers/consumers';
import type { Plan } from '../dispatch';
import type { AddedPlant } from '../plants';
import type { Standing } from './standing';
import { type StationsRun, startStations } from './stations-run';

export function rebuildStations(
  run: StationsRun,
  scene: CompiledScene,
  consumers: Consumers,
  added: AddedPlant,
): StationsRun {
  const next = startStations(scene, consumers, added, run.loops);
  if (next === null) throw new Error('met a city without stations, expected it to keep those that it had');
  const before = new Map(run.hub.banks.map(({ id }, b) => [id, b]));
  const from = next.hub.banks.map(({ id }) => before.get(id) ?? -1);
  carryStanding(run.standing, next.standing, from);
  next.hub.banks.forEach(({ store }, b) => {
    if (from[b] < 0 && store) next.standing.heldKwh[b] = store.leastFill * store.capacityKwh;
  });
  if (run.plan !== null) {
    const nodeBefore = new Map(run.hub.nodes.map(({ id }, n) => [id, n]));
    const nodes = next.hub.nodes.map(({ id }) => nodeBefore.get(id) ?? -1);
    next.plan = { ...run.plan, plan: carryPlan(run.plan.plan, from, nodes) };
  }
  // What is on its way was asked for other machines.
  next.askedJob = 0;
  next.askAtS = run.askAtS;
  next.livePicture = run.livePicture;
  return next;
}

function carryStanding(before: Standing, next: Standing, from: readonly number[]): void {
  const perBank = [
    'running',
    'outputKw',
    'heldKwh',
    'gasKw',
    'electricKw',
    'heatInKw',
    'heatKw',
    'coldKw',
    'coldElectricKw',
  ] as const;
  for (const name of perBank) {
    from.forEach((old, b) => {
      if (old >= 0) next[name][b] = before[name][old];
    });
  }
  for (const name of ['owedHeatKwh', 'owedColdKwh', 'dumpedKw'] as const) next[name].set(before[name]);
}

/** Banks and nodes may be more or fewer than there were; all else is counted as before. */
function carryPlan(plan: Plan, banks: readonly number[], nodes: readonly number[]): Plan {
  const { steps } = plan;
  const moved = <Series extends Float64Array | Uint8Array>(
    to: Series,
    old: Series,
    from: readonly number[],
  ): Series => {
    from.forEach((was, i) => {
      if (was >= 0) to.set(old.subarray(was * steps, (was + 1) * steps), i * steps);
    });
    return to;
  };
  const ofBanks = (old: Float64Array) => moved(new Float64Array(banks.length * steps), old, banks);
  return {
    ...plan,
    outputKw: ofBanks(plan.outputKw),
    coldKw: ofBanks(plan.coldKw),
    running: moved(new Uint8Array(banks.length * steps), plan.running, banks),
    chargeKw: ofBanks(plan.chargeKw),
    heldKwh: ofBanks(plan.heldKwh),
    surplusKw: moved(new Float64Array(nodes.length * steps), plan.surplusKw, nodes),
  };
}
