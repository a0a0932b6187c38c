/**
 * Lives the runs of a case for one seed. What they share is lived once to a saved run and gone on from for each; runs
 * that other cases have in common with this one are lived once for all of them.
 */

import type { EnergyState } from '../../../sim/domains/energy';
import { domains as allDomains } from '../../../sim/domains/registry';
import type { TrafficState } from '../../../sim/domains/traffic';
import { checkInterventions, defaultSettings, type Intervention, interventionKinds } from '../../../sim/interventions';
import type { AnyDomain, Happening } from '../../../sim/ports';
import { createEngine, type Engine, type KpiSample, resumeEngine } from '../../../sim/runtime';
import { defaultScenario, type Scenario } from '../../../sim/scenarios';
import type { CompiledScene } from '../../../sim/scene';
import { desk } from '../../runtime/desk';
import { cityOf } from './cities';
import type { Change, LivedRun, PairedCase } from './row';
import { StreetTally } from './street-tally';

const HOUR_S = 3_600;

export interface CaseRuns {
  readonly a: LivedRun;
  readonly b: LivedRun;
  readonly placebo: LivedRun | null;
  /** Where two changes are held against the sum of what each does alone. */
  readonly alone: { readonly none: LivedRun; readonly first: LivedRun; readonly second: LivedRun } | null;
}

/** What has been lived of other cases, by all that makes a run what it is. */
export class Lived {
  readonly #trunks = new Map<string, Uint8Array>();
  readonly #plain = new Map<string, LivedRun>();
  /** Of the row that is being lived. */
  readonly #changed = new Map<string, LivedRun>();

  runsOf(asWritten: PairedCase, seed: number): CaseRuns {
    const of = withTargets(asWritten);
    const { under = [], against = [], besides, change, placebo } = of;
    const run = (changes: readonly Change[]) => this.#run(of, seed, [...under, ...changes]);
    const a = run(against);
    const b = run(besides ? [...change, ...besides] : change);
    return {
      a,
      b,
      placebo: placebo ? run([...against, ...placebo]) : null,
      alone: besides ? { none: a, first: run(change), second: run(besides) } : null,
    };
  }

  /** Between rows: only runs without a change are of use to another. */
  forgetChanged(): void {
    this.#changed.clear();
  }

  #run(of: PairedCase, seed: number, changes: readonly Change[]): LivedRun {
    const key = JSON.stringify([trunkKey(of, seed), of.minutes, changes]);
    const kept = changes.length === 0 ? this.#plain : this.#changed;
    const known = kept.get(key);
    if (known) return known;
    const scene = cityOf(of.city);
    const forkSeconds = 60 * of.sharedMinutes;
    const endSeconds = forkSeconds + 60 * of.minutes;
    const watch = new Watch(scene, forkSeconds);
    const plan = { ...scenarioOf(of, scene, seed, endSeconds), interventions: interventionsOf(changes, forkSeconds) };
    mustFit(plan, scene);
    const engine = this.#forked(of, seed, scene, plan, watch);
    engine.runTo(endSeconds);
    const lived = watch.lived(engine, scene, forkSeconds, endSeconds);
    kept.set(key, lived);
    return lived;
  }

  #forked(of: PairedCase, seed: number, scene: CompiledScene, plan: Scenario, watch: Watch): Engine {
    const listener = {
      happened: (each: Happening) => void watch.heard.push(each),
      measured: (each: KpiSample) => void watch.samples.push(each),
    };
    const ofRun = { scene, domains: watch.domainsOf(of), desk, listener, unhashed: true as const };
    if (of.sharedMinutes === 0) return createEngine({ ...ofRun, scenario: plan });
    const key = trunkKey(of, seed);
    let trunk = this.#trunks.get(key);
    if (!trunk) {
      const engine = createEngine({ ...ofRun, listener: {}, scenario: { ...plan, interventions: [] } });
      engine.runTo(60 * of.sharedMinutes);
      trunk = engine.save();
      this.#trunks.set(key, trunk);
    }
    const resumed = resumeEngine({ ...ofRun, scenario: { ...plan, interventions: [] } }, trunk);
    if (!resumed.ok) throw new Error(resumed.problems.map(({ message }) => message).join('; '));
    const amended = resumed.value.amend(plan.interventions);
    if (!amended.ok) throw new Error(amended.problems.map(({ message }) => message).join('; '));
    return resumed.value;
  }
}

/** Looks over the shoulder of the domains that tell more than their figures. */
class Watch {
  readonly heard: Happening[] = [];
  readonly samples: KpiSample[] = [];
  readonly #streets: StreetTally;
  #hasStreets = false;
  #energy: EnergyState | null = null;
  readonly #forkSeconds: number;

  constructor(scene: CompiledScene, forkSeconds: number) {
    this.#forkSeconds = forkSeconds;
    this.#streets = new StreetTally(scene, forkSeconds);
  }

  domainsOf({ domains }: PairedCase): AnyDomain[] {
    return allDomains
      .filter(({ name }) => domains === undefined || domains.includes(name))
      .map((domain) => {
        if (domain.name === 'traffic')
          return this.#watched(domain, (state, seconds) => this.#seeStreets(state, seconds));
        if (domain.name === 'energy') return this.#watched(domain, (state) => this.#seeEnergy(state));
        return domain;
      });
  }

  lived(engine: Engine, scene: CompiledScene, forkSeconds: number, endSeconds: number): LivedRun {
    return {
      scene,
      forkSeconds,
      endSeconds,
      end: engine.measure(),
      course: this.samples
        .filter(({ seconds }) => seconds > forkSeconds)
        .map(({ seconds, values }) => ({ minute: (seconds - forkSeconds) / 60, values })),
      heard: this.heard,
      trips: engine.trips(),
      streets: this.#hasStreets ? this.#streets : null,
      energy: this.#energy,
      strains: engine.strains(),
    };
  }

  #watched(domain: AnyDomain, see: (state: never, seconds: number) => void): AnyDomain {
    return {
      ...domain,
      step(state, context) {
        domain.step(state, context);
        see(state as never, context.seconds);
      },
    };
  }

  #seeStreets(state: TrafficState, seconds: number): void {
    this.#hasStreets = true;
    if (seconds >= this.#forkSeconds) this.#streets.see(state, seconds);
  }

  #seeEnergy(state: EnergyState): void {
    this.#energy = state;
  }
}

function scenarioOf(of: PairedCase, scene: CompiledScene, seed: number, durationSeconds: number): Scenario {
  return defaultScenario(scene.id, {
    seed,
    startDay: of.day,
    startSeconds: of.hour * HOUR_S,
    durationSeconds,
    ...(of.domains ? { domains: of.domains } : {}),
    ...(of.stepSeconds ? { stepSeconds: of.stepSeconds } : {}),
  });
}

/** Every target by its id: two cases are the same where these are. */
function withTargets(of: PairedCase): PairedCase {
  const found = (changes: readonly Change[] | undefined) =>
    changes?.map((each) =>
      typeof each.targets === 'function' ? { ...each, targets: each.targets(cityOf(of.city)) } : each,
    );
  const { under, against, besides, placebo } = of;
  return {
    ...of,
    change: found(of.change) ?? [],
    ...(under && { under: found(under) }),
    ...(against && { against: found(against) }),
    ...(besides && { besides: found(besides) }),
    ...(placebo && { placebo: found(placebo) }),
  };
}

const trunkKey = ({ city, domains, stepSeconds, day, hour, sharedMinutes }: PairedCase, seed: number): string =>
  JSON.stringify([city, domains, stepSeconds, day, hour, sharedMinutes, seed]);

function interventionsOf(changes: readonly Change[], forkSeconds: number): Intervention[] {
  return changes.map(({ kind, targets = [], settings = {}, fromMinute = 0, untilMinute }, i) => ({
    id: `change-${i}`,
    kind,
    targets: targets as Intervention['targets'],
    settings: { ...defaultSettings(interventionKinds[kind].settings), ...settings },
    fromSeconds: forkSeconds + 60 * fromMinute,
    untilSeconds: untilMinute === undefined ? null : forkSeconds + 60 * untilMinute,
  }));
}

function mustFit({ interventions, domains }: Scenario, scene: CompiledScene): void {
  const problems = checkInterventions(interventions, scene, { domains }).filter(({ severity }) => severity === 'error');
  if (problems.length > 0) throw new Error(problems.map(({ message }) => message).join('; '));
}
