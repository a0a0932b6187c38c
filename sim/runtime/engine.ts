import { checkInterventions, type Intervention } from '../interventions';
import {
  asTick,
  CodecError,
  createSchedule,
  Decoder,
  type ElementId,
  Encoder,
  fail,
  hashBytes,
  type Problem,
  type Result,
  type Schedule,
  StateHash,
  succeed,
  type Tick,
} from '../kernel';
import type {
  AnyDomain,
  FlowTable,
  Happening,
  Household,
  Journey,
  LimitName,
  OtherLuck,
  PortName,
  RunSettings,
  TellShare,
  TripTable,
} from '../ports';
import type { Scenario } from '../scenarios';
import type { CompiledScene } from '../scene/compiled';
import { type Catalogue, productCatalogue } from './catalogue';
import { type FramePlan, planFrame, writeFrame } from './frame-layout';
import { type JobDesk, Jobs } from './jobs';
import { KnobBoard } from './knob-board';
import { measureKpis } from './measure-kpis';
import { PortExchange } from './port-exchange';
import { packRun, packState, type RunIdentity, unpackRun, unpackState } from './run-state';
import { openContexts, type RuntimeContext } from './step-context';
import { strainsOf } from './strains';
import { stretched } from './stretched';
import { amended, entryAt, listAt, newestList, sameList, type Timeline } from './timeline';
import type { KpiSample } from './twin-face';
import { BASE_STEP_SECONDS, CHAIN_SECONDS, kpiWindowSeconds } from './version';

export interface EngineListener {
  happened?(happening: Happening): void;
  measured?(sample: KpiSample): void;
}

export interface EngineOptions {
  readonly scene: CompiledScene;
  /** Checked against the scene before: an engine throws at one that does not fit. */
  readonly scenario: Scenario;
  /** Those that take part; their order decides nothing. */
  readonly domains: readonly AnyDomain[];
  readonly listener?: EngineListener;
  readonly catalogue?: Catalogue;
  /** Of a copy that is lived ahead: from when on chance is another's. */
  readonly otherLuck?: OtherLuck;
  /** Told how far the domains have come with their beginnings, which takes seconds in a large city. */
  readonly progress?: TellShare;
  /** Needed where a domain asks for long work. */
  readonly desk?: JobDesk;
  /** Nobody will hold its hash against another run's: it is not kept from minute to minute. */
  readonly unhashed?: true;
}

/** At the start of the run. */
export function createEngine(options: EngineOptions): Engine {
  return new Engine(options, 'started');
}

/** Where a saved run stood: no start is worked out only to be thrown away. */
export function resumeEngine(options: EngineOptions, saved: Uint8Array): Result<Engine> {
  const engine = new Engine(options, 'empty');
  const loaded = engine.load(saved);
  return loaded.ok ? succeed(engine) : loaded;
}

const BODY_KIND = 'cityloom-body';
const BODY_VERSION = 1;
const TICK_TOLERANCE = 1e-9; // 0.3 s / 0.1 s is a whole number of steps to whoever wrote it

/**
 * The city, step by step: plain loops, no streams, no clock but its own. At tick t the list of interventions in force
 * turns its knobs, then every domain whose period divides t steps on to t + its period, all reading the last exchange
 * of the ports, then what they wrote is exchanged. Domains go by name, so their order is no input.
 */
export class Engine {
  readonly scene: CompiledScene;
  readonly scenario: Scenario;
  readonly settings: RunSettings;
  readonly frame: FramePlan;
  readonly #options: EngineOptions;
  readonly #catalogue: Catalogue;
  readonly #domains: readonly AnyDomain[];
  readonly #schedule: Schedule;
  readonly #ports: PortExchange;
  readonly #board: KnobBoard;
  readonly #contexts: readonly RuntimeContext[];
  readonly #jobs: Jobs;
  readonly #kpiTicks: number;
  readonly #chainTicks: number;
  /** Nothing but knobs can be due at a tick that is no multiple of this. */
  readonly #restTicks: number;
  #listener: EngineListener;
  #states: unknown[];
  #tick = asTick(0);
  #happeningCount = 0;
  #chain: string;
  #timeline: Timeline;
  /** Entry of the timeline that the board knows; −1 makes it look again. */
  #adopted = -1;

  /** An empty one is only fit to be loaded. */
  constructor(options: EngineOptions, as: 'started' | 'empty') {
    const { scene, scenario } = options;
    this.#options = options;
    this.scene = scene;
    this.scenario = scenario;
    this.#listener = options.listener ?? {};
    this.#catalogue = options.catalogue ?? productCatalogue;
    this.#domains = stretched(options.domains, scenario).sort((a, b) => (a.name < b.name ? -1 : 1));
    this.settings = {
      seed: scenario.seed,
      startSeconds: scenario.startSeconds,
      baseStepSeconds: BASE_STEP_SECONDS,
      domains: this.#domains.map(({ name }) => name),
      startDay: scenario.startDay,
      weatherDay: scenario.weatherDay,
      otherLuck: options.otherLuck,
      stepSeconds: Object.fromEntries(this.#domains.map(({ name, periodSeconds }) => [name, periodSeconds])),
    };
    this.#schedule = createSchedule(BASE_STEP_SECONDS, this.#domains);
    const shortest = Math.min(...this.#domains.map(({ periodSeconds }) => periodSeconds));
    this.#kpiTicks = kpiWindowSeconds(scenario.durationSeconds, shortest) / BASE_STEP_SECONDS;
    this.#chainTicks = Math.max(CHAIN_SECONDS, shortest) / BASE_STEP_SECONDS;
    const periods = this.#domains.map(({ name }) => this.#schedule.ticksPer(name));
    this.#restTicks = [...periods, this.#kpiTicks, this.#chainTicks].reduce(greatestCommonDivisor);
    this.#ports = new PortExchange(this.#domains, scene, this.#catalogue.ports);
    this.#board = new KnobBoard(scene, this.#catalogue, (seconds) => this.tickFrom(seconds));
    this.#jobs = new Jobs(options.desk);
    this.#contexts = openContexts(
      this.#domains,
      this.#ports,
      scenario.seed,
      (code, element, causes, values) => this.#happen(code, element, causes, values),
      (domain, question, inSeconds) => this.#jobs.post(domain, question, this.#stepFrom(domain, inSeconds)),
    );
    if (scenario.domains !== undefined && [...scenario.domains].sort().join() !== this.domainNames.join()) {
      throw new Error(`met the domains ${this.domainNames}, expected those of the scenario: ${scenario.domains}`);
    }
    const problems = this.#check(scenario.interventions);
    if (problems.length > 0) {
      throw new Error(
        `met a scenario with problems, expected a checked one: ${problems[0].code} ${problems[0].message}`,
      );
    }
    this.#timeline = [{ tick: 0, interventions: scenario.interventions }];
    const count = this.#domains.length;
    const begin = (domain: AnyDomain, place: number) => {
      const tell = (share: number) => options.progress?.((place + share) / count);
      tell(0);
      return domain.create(scene, this.settings, tell);
    };
    this.#states = as === 'empty' ? [] : this.#domains.map(begin);
    this.frame = planFrame(this.#domains, scene);
    this.#chain = new StateHash()
      .text(scene.hash)
      .float64(scenario.seed)
      .float64(scenario.startSeconds)
      .text(this.#identity.day)
      .digest();
  }

  /** Domains that may ask for long work: of the others there is nothing to save. */
  get #asking(): readonly string[] {
    return this.#domains.flatMap((domain) => (domain.answer ? [domain.name] : []));
  }

  get #identity(): RunIdentity {
    const { seed, startSeconds, startDay, weatherDay } = this.settings;
    const steps = Object.entries(this.scenario.stepSeconds ?? {}).map(([name, seconds]) => `${name}:${seconds}`);
    const day = [startDay ?? '', weatherDay ?? '', ...steps.sort()].join(' ').trim();
    return { sceneHash: this.scene.hash, seed, startSeconds, day };
  }

  get tick(): Tick {
    return this.#tick;
  }

  /** Simulated seconds since the start of the run. */
  get seconds(): number {
    return this.#schedule.secondsAt(this.#tick);
  }

  /** What the city's clocks show: seconds after local midnight. */
  get clockSeconds(): number {
    return (this.scenario.startSeconds + this.seconds) % 86_400;
  }

  get domainNames(): readonly string[] {
    return this.#domains.map((domain) => domain.name);
  }

  get catalogue(): Catalogue {
    return this.#catalogue;
  }

  get timeline(): Timeline {
    return this.#timeline;
  }

  /** The list as people know it, the last one acknowledged. */
  get interventions(): readonly Intervention[] {
    return newestList(this.#timeline);
  }

  /** Everything the domains have done, for figures of speed; vehicle updates in traffic. */
  get work(): number {
    return this.#domains.reduce((sum, domain, index) => sum + (domain.work?.(this.#states[index]) ?? 0), 0);
  }

  /** Everybody's trips as they stand, of the one domain that knows of them; null where none does. */
  trips(): TripTable | null {
    const index = this.#domains.findIndex((domain) => domain.trips !== undefined);
    return index < 0 ? null : (this.#domains[index].trips?.(this.#states[index]) ?? null);
  }

  /** Where the vehicle in a row of the newest frame comes from and goes; null where there is none. */
  journeyOf(row: number): Journey | null {
    const index = this.#domains.findIndex((domain) => domain.journey !== undefined);
    return index < 0 ? null : (this.#domains[index].journey?.(this.#states[index], row) ?? null);
  }

  /** One of a building's households and how its three basics stand; null where there is none, or nobody knows who lives there. */
  householdOf(building: ElementId, number: number): Household | null {
    const slot = this.scene.elements.building.slotOf(building);
    const index = this.#domains.findIndex((domain) => domain.household !== undefined);
    if (slot === undefined || index < 0) return null;
    const ways = this.#domains[index].household?.(this.#states[index], slot, number) ?? null;
    if (ways === null) return null;
    const told = (port: PortName) => this.#ports.told(port, slot);
    return { ...ways, power: told('energy.building-supply'), water: told('water.building-supply') };
  }

  /** Where energy has come from and gone so far, of the one domain that knows of it; null where none does. */
  flows(): FlowTable | null {
    const index = this.#domains.findIndex((domain) => domain.flows !== undefined);
    return index < 0 ? null : (this.#domains[index].flows?.(this.#states[index]) ?? null);
  }

  /** The last tick that is not after a time. */
  tickAt(seconds: number): Tick {
    return asTick(Math.floor(seconds / BASE_STEP_SECONDS + TICK_TOLERANCE));
  }

  /** The first tick that is not before a time: something from then on begins here. */
  tickFrom(seconds: number): Tick {
    return asTick(Math.ceil(seconds / BASE_STEP_SECONDS - TICK_TOLERANCE));
  }

  secondsAt(tick: number): number {
    return this.#schedule.secondsAt(tick);
  }

  isActing(id: string): boolean {
    return this.#board.isActing(id);
  }

  listenWith(listener: EngineListener): void {
    this.#listener = listener;
  }

  /** The next step needs the answer to a job that is still being worked on. */
  get isWaiting(): boolean {
    return this.#jobs.isWaitingAt(this.#tick);
  }

  step(): void {
    const tick = this.#tick;
    this.#turnKnobs(tick);
    const due = this.#schedule.dueAt(tick);
    for (const index of due) this.#ports.handOver(index);
    for (const index of due) {
      const context = this.#contexts[index];
      context.tick = tick;
      context.seconds = this.seconds;
      if (this.#jobs.hasAny) {
        this.#jobs.handIn(this.#domains[index].name, tick, (id, answer) =>
          this.#domains[index].receive?.(this.#states[index], id, answer, context),
        );
      }
      this.#domains[index].step(this.#states[index], context);
    }
    for (const index of due) this.#ports.publish(index);
    this.#tick = asTick(tick + 1);
    if (this.#tick % this.#chainTicks === 0 && !this.#options.unhashed) this.#chain = this.finalHash();
    if (this.#tick % this.#kpiTicks === 0) {
      this.#listener.measured?.({ tick: this.#tick, seconds: this.seconds, values: this.measure() });
    }
  }

  /** Steps to the tick at a time, or until asked to yield or in want of an answer; says whether it is there. */
  runTo(seconds: number, shouldYield?: () => boolean): boolean {
    const target = this.tickAt(seconds);
    while (this.#tick < target && !this.isWaiting) {
      this.#rest(target);
      this.step();
      if (shouldYield?.()) break;
    }
    return this.#tick >= target;
  }

  /** Passes over ticks at which nothing at all is due, up to the last before one at which something is. */
  #rest(target: number): void {
    const into = this.#tick % this.#restTicks;
    if (into === 0) return;
    const next = Math.min(target, this.#tick - into + this.#restTicks, this.#board.nextTick, this.#nextEntry());
    if (next - 1 > this.#tick) this.#tick = asTick(next - 1);
  }

  #nextEntry(): number {
    const entry = this.#timeline.find(({ tick }) => tick > this.#tick);
    return this.#adopted < 0 ? this.#tick : (entry?.tick ?? Number.POSITIVE_INFINITY);
  }

  /** Every KPI now. Looking changes nothing. */
  measure(): KpiSample['values'] {
    return measureKpis(this.#domains, this.#states, this.#catalogue);
  }

  /** What stands at each port since the last exchange, for everybody to read. Looking changes nothing. */
  exchanged(): ReadonlyMap<string, Float64Array> {
    return this.#ports.exchanged();
  }

  /** How much of each limit every element uses now, by slot; NaN where there is nothing to tell. Looking changes nothing. */
  strains(): ReadonlyMap<LimitName, Float64Array> {
    return strainsOf(this.#domains, this.#states, this.scene);
  }

  /** Writes a frame into a buffer of `frame.bytes`; answers the rows in use, section by section. */
  writeFrame(buffer: ArrayBuffer, elapsedSeconds: number): number[] {
    return writeFrame(this.frame, this.#domains, this.#states, buffer, elapsedSeconds);
  }

  /** Another list from the present tick on, if it fits the city and itself; what was logged for later is dropped. */
  amend(list: readonly Intervention[]): Result<boolean> {
    const problems = this.#check(list);
    if (problems.length > 0) return fail(problems);
    const inForce = listAt(this.#timeline, this.#tick);
    if (sameList(inForce, list) && sameList(newestList(this.#timeline), list)) return succeed(false);
    this.#timeline = amended(this.#timeline, this.#tick, list);
    this.#adopted = -1;
    return succeed(true);
  }

  /** Another history of lists; whoever changes what was before the present tick goes back before the change, too. */
  setTimeline(timeline: Timeline): Result<void> {
    const problems = timeline.flatMap((entry) => this.#check(entry.interventions));
    if (problems.length > 0) return fail(problems);
    this.#timeline = timeline;
    this.#adopted = -1;
    return succeed(undefined);
  }

  /** Of everything that decides the future: equal states go on equally. */
  stateHash(): string {
    return hashBytes(this.#saveBody());
  }

  /** Of the present and of every minute on the way here. */
  finalHash(): string {
    return new StateHash().text(this.#chain).text(this.stateHash()).digest();
  }

  /** The run with its log; `load` of an engine made from the same scene and scenario goes on from it. */
  save(): Uint8Array<ArrayBuffer> {
    return packRun({ state: this.#packState(), timeline: this.#timeline });
  }

  load(bytes: Uint8Array): Result<void> {
    const run = unpackRun(bytes, this.#catalogue.kinds);
    if (!run.ok) return run;
    const problems = run.value.timeline.flatMap((entry) => this.#check(entry.interventions));
    if (problems.length > 0) return fail(problems);
    const loaded = this.loadState(run.value.state);
    if (loaded.ok) {
      this.#timeline = run.value.timeline;
      this.#adopted = -1;
    }
    return loaded;
  }

  /** The state without the log: what checkpoints hold, since the log outlives them. In memory that is done with, if it fits. */
  saveState(done?: ArrayBuffer): Uint8Array<ArrayBuffer> {
    return this.#packState().finish(done);
  }

  /** All of it or nothing: bytes that do not fit leave the engine as it was. */
  loadState(bytes: Uint8Array): Result<void> {
    const state = unpackState(bytes, this.#identity, (body) => this.#loadBody(body));
    if (!state.ok) return state;
    this.#chain = state.value.chain;
    return succeed(undefined);
  }

  /** The state at tick 0, made anew; the run itself is not touched. */
  startState(): Uint8Array {
    const scenario = { ...this.scenario, interventions: [] };
    return createEngine({ ...this.#options, scenario }).saveState();
  }

  #turnKnobs(tick: Tick): void {
    const entry = entryAt(this.#timeline, tick);
    if (entry !== this.#adopted) {
      this.#board.adopt(this.#timeline[entry].interventions);
      this.#adopted = entry;
    }
    if (!this.#board.isDue(tick)) return;
    const turns = this.#board.decide(tick, (code, element, causes) => this.#happen(code, element, causes, {}));
    for (let index = 0; index < this.#domains.length; index++) {
      const patch = turns.get(this.#domains[index].name);
      if (patch !== undefined) this.#domains[index].patch(this.#states[index], patch);
    }
  }

  #happen(
    code: string,
    element: ElementId,
    causes: readonly number[],
    values: Readonly<Record<string, number>>,
  ): number {
    const id = this.#happeningCount + 1;
    for (const cause of causes) {
      if (!(cause >= 1 && cause < id))
        throw new Error(`met the cause ${cause} of happening ${id}, expected an earlier one`);
    }
    this.#happeningCount = id;
    this.#listener.happened?.({ id, tick: this.#tick, code, element, causes, values });
    return id;
  }

  /** The tick of a domain's first step so many seconds from now, and not before its next. */
  #stepFrom({ name }: AnyDomain, inSeconds: number): number {
    const period = this.#schedule.ticksPer(name);
    const from = this.#tick + Math.max(1, this.tickFrom(inSeconds));
    return Math.ceil(from / period) * period;
  }

  #check(list: readonly Intervention[]): Problem[] {
    const { kinds, knobs } = this.#catalogue;
    return checkInterventions(list, this.scene, { kinds, knobs, domains: this.domainNames });
  }

  #packState(): Encoder {
    return packState(this.#identity, { chain: this.#chain, body: this.#saveBody() });
  }

  #saveBody(): Encoder {
    const to = new Encoder(BODY_KIND, BODY_VERSION).f64(this.#tick).u32(this.#happeningCount);
    this.#board.save(to);
    this.#ports.save(to);
    this.#domains.forEach((domain, index) => {
      const state = this.#states[index];
      to.text(domain.name).bytes(domain.encode?.(state) ?? domain.save(state));
    });
    for (const name of this.#asking) this.#jobs.save(name, to);
    return to;
  }

  #loadBody(bytes: Uint8Array): void {
    const from = new Decoder(bytes, BODY_KIND, BODY_VERSION);
    const tick = from.f64();
    const happeningCount = from.u32();
    const commitBoard = this.#board.load(from);
    const commitPorts = this.#ports.load(from);
    const states = this.#domains.map((domain) => {
      const met = from.text();
      if (met !== domain.name) throw new CodecError(`met the domain '${met}', expected '${domain.name}'`);
      return domain.load(this.scene, this.settings, from.bytes());
    });
    const commitJobs = this.#jobs.load(this.#asking, from);
    from.end();
    commitBoard();
    commitPorts();
    commitJobs();
    this.#states = states;
    this.#tick = asTick(tick);
    this.#happeningCount = happeningCount;
    this.#adopted = -1;
  }
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}
