/**
 * One seed of a comparison: what both scenarios share is lived once, and from there each on its own. Every figure is the
 * same as of two runs from the start, since a saved run goes on to the last bit as it would have gone on.
 */
import { trafficDomain } from '../domains/traffic';
import { type EdgeMeans, meanOverWindow, observed } from '../domains/traffic/outputs';
import { type Result, succeed } from '../kernel';
import type { AnyDomain } from '../ports';
import type { JobDesk } from '../runtime';
import type { Scenario } from '../scenarios';
import type { CompiledScene } from '../scene';
import { type ComparedRun, pairRuns } from './pair-runs';
import type { RunPair } from './paired/compare-pairs';
import type { PairPlan } from './paired/plan-pair';
import { runStudy } from './run-study';

/** What an earlier comparison with the same seed, fork and window has already lived. */
export interface LivedBefore {
  /** What they share, saved where they part; absent where they part at the start. */
  readonly trunk?: Uint8Array;
  readonly a?: ComparedRun;
}

export interface PairOptions extends PairPlan {
  readonly scene: CompiledScene;
  /** Of one seed; their durations are the plan's. */
  readonly a: Scenario;
  readonly b: Scenario;
  readonly domains: readonly AnyDomain[];
  readonly desk?: JobDesk;
  readonly lived: LivedBefore;
  shouldYield?(): boolean;
  /** Awaited between slices; told how far all of it is. */
  yielded?(share: number): Promise<void>;
}

export interface LivedPair {
  readonly pair: RunPair;
  readonly lived: LivedBefore;
}

export async function runPair(options: PairOptions): Promise<Result<LivedPair>> {
  const { scene, domains, desk, forkSeconds, untilSeconds } = options;
  const window = untilSeconds - forkSeconds;
  const wantsTrunk = forkSeconds > 0 && options.lived.trunk === undefined;
  const road = (wantsTrunk ? forkSeconds : 0) + (options.lived.a ? 1 : 2) * window;
  let behind = 0;
  const live = async (
    scenario: Scenario,
    of: readonly AnyDomain[],
    from: { resume?: Uint8Array; adopts?: true; saveAtSeconds?: number },
  ) => {
    const study = await runStudy({
      scene,
      domains: of,
      desk,
      scenario,
      ...from,
      shouldYield: options.shouldYield,
      yielded: async (seconds, fromSeconds) => options.yielded?.((behind + seconds - fromSeconds) / road),
    });
    if (study.ok) behind += study.value.toSeconds - study.value.fromSeconds;
    return study;
  };

  let { trunk, a } = options.lived;
  if (wantsTrunk) {
    const shared = await live({ ...options.a, interventions: options.trunk, durationSeconds: forkSeconds }, domains, {
      saveAtSeconds: forkSeconds,
    });
    if (!shared.ok) return shared;
    trunk = shared.value.saved;
  }
  const side = async (scenario: Scenario): Promise<Result<ComparedRun>> => {
    const from = trunk ? ({ resume: trunk, adopts: true } as const) : {};
    let edges: EdgeMeans | undefined;
    const { domain, observation } = observed(trafficDomain, [
      meanOverWindow(scene, (means) => {
        edges = means;
      }),
    ]);
    const watched = domains.map((each) => (each === trafficDomain ? domain : each));
    const study = await live({ ...scenario, durationSeconds: untilSeconds }, watched, from);
    if (!study.ok) return study;
    observation.end();
    const { scenario: lived, totals, series } = study.value.result;
    return succeed({ result: { scenario: lived, totals, series }, trips: study.value.trips(), edges });
  };
  if (a === undefined) {
    const lived = await side(options.a);
    if (!lived.ok) return lived;
    a = lived.value;
  }
  const b = await side(options.b);
  return b.ok ? succeed({ pair: pairRuns(a, b.value), lived: { trunk, a } }) : b;
}
