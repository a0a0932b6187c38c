/** One past, lived once; from its end each failure is lived on its own, and once nothing at all, to be held against. */
import type { Intervention } from '../../interventions';
import { type AnyDomain, type Happening, type KpiName, type LimitName, ports } from '../../ports';
import { createEngine, type Engine, type JobDesk, resumeEngine } from '../../runtime';
import type { Scenario } from '../../scenarios';
import type { CompiledScene } from '../../scene';
import { frozen } from './frozen-domain';
import { rememberingDesk } from './remembering-desk';

export interface ForkOptions {
  readonly scene: CompiledScene;
  /** Lived to `fromSeconds` as it is. */
  readonly scenario: Scenario;
  readonly domains: readonly AnyDomain[];
  readonly desk?: JobDesk;
  readonly fromSeconds: number;
}

/** What a fork has come to. */
export interface Lived {
  readonly heard: readonly Happening[];
  /** Figures at the end, and a minute before it. */
  readonly figures: Figures;
  readonly figuresBefore: Figures;
  /** At ports that tell what has befallen somebody, by name. */
  readonly told: ReadonlyMap<string, Float64Array>;
  /** How much each element uses of each limit at the end. */
  readonly usedAtEnd: ReadonlyMap<LimitName, Float64Array>;
}

export type Figures = Readonly<Partial<Record<KpiName, number>>>;

const MINUTE_S = 60;

export class Forks {
  readonly #options: ForkOptions;
  readonly #desk: JobDesk | undefined;
  readonly #saved: Uint8Array;
  readonly #run: Uint8Array;
  readonly #engines = new Map<string, Engine>();
  readonly #undisturbed = new Map<string, Lived>();

  constructor(options: ForkOptions) {
    this.#options = options;
    this.#desk = options.desk && rememberingDesk(options.desk);
    const engine = createEngine({ ...this.#ofEngine(options.domains) });
    arriveAt(engine, options.fromSeconds);
    this.#saved = engine.saveState();
    this.#run = engine.save();
  }

  /** With those domains on the clock and all others standing as they stood. */
  live(intervention: Intervention | null, moving: readonly string[], forSeconds: number): Lived {
    const key = [...moving].sort().join();
    if (intervention !== null) return this.#liveOn(key, [intervention], forSeconds);
    const known = this.#undisturbed.get(`${key} ${forSeconds}`);
    const lived = known ?? this.#liveOn(key, [], forSeconds);
    this.#undisturbed.set(`${key} ${forSeconds}`, lived);
    return lived;
  }

  secondsAt(tick: number): number {
    return [...this.#engines.values()][0].secondsAt(tick);
  }

  #liveOn(key: string, list: readonly Intervention[], forSeconds: number): Lived {
    const engine = this.#engineOf(key);
    const back = engine.loadState(this.#saved);
    if (!back.ok) throw new Error(`met ${back.problems[0].message}, expected a state of this very run`);
    const heard: Happening[] = [];
    engine.listenWith({ happened: (each) => heard.push(each) });
    const amended = engine.amend(list);
    if (!amended.ok) throw new Error(`met ${amended.problems[0].message}, expected a failure that fits the city`);
    const { fromSeconds } = this.#options;
    arriveAt(engine, fromSeconds + forSeconds - MINUTE_S);
    const figuresBefore = engine.measure();
    arriveAt(engine, fromSeconds + forSeconds);
    const told = new Map<string, Float64Array>();
    for (const [name, values] of engine.exchanged()) {
      if ('tells' in ports[name as keyof typeof ports]) told.set(name, values.slice());
    }
    return { heard, figures: engine.measure(), figuresBefore, told, usedAtEnd: engine.strains() };
  }

  #engineOf(key: string): Engine {
    const known = this.#engines.get(key);
    if (known !== undefined) return known;
    const moving = key.split(',');
    const domains = this.#options.domains.map((domain) => (moving.includes(domain.name) ? domain : frozen(domain)));
    const resumed = resumeEngine({ ...this.#ofEngine(domains), unhashed: true }, this.#run);
    if (!resumed.ok) throw new Error(`met ${resumed.problems[0].message}, expected a run that was just saved`);
    this.#engines.set(key, resumed.value);
    return resumed.value;
  }

  #ofEngine(domains: readonly AnyDomain[]) {
    const { scene, scenario } = this.#options;
    return { scene, scenario, domains, desk: this.#desk };
  }
}

/** A fork never yields: what it asks for has to be answered where it is asked. */
function arriveAt(engine: Engine, seconds: number): void {
  if (!engine.runTo(seconds))
    throw new Error('met a question without an answer, expected a desk that answers in place');
}
