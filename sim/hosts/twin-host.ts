/**
 * A run on the worker's side of the wire: answers calls, relays the twin's streams, and sends the page what it needs to
 * start another worker in this one's place. It knows no worker globals, so that a test can hold it by its ends.
 */
import { Subscription } from 'rxjs';
import { fail, problem, type Result, stringifyStable, succeed } from '../kernel';
import type { AnyDomain } from '../ports';
import type { Command } from '../runtime';
import { createTwin, ENGINE_VERSION, type Engine, type JobDesk, type LiveTwin } from '../runtime';
import type { CompiledScene } from '../scene';
import { createCorridorDesk } from './corridor-desk';
import { createFollower, type Follower } from './follower';
import { openRun, openScene, type PreparedRun, prepareRun } from './open-run';
import type {
  CallHandlers,
  Calls,
  FromWorker,
  Opened,
  OpenInput,
  OpeningStep,
  SavedRun,
  StreamName,
  Streams,
  ToWorker,
} from './protocol';
import { provoke } from './provoke';
import { createAheadRunner, createPairRunner, loadsOfDay, type SideHost, yearOf } from './side-runs';
import { createTurnScheduler, type HostTurns } from './turn-scheduler';

export interface TwinHostOptions extends HostTurns {
  post(message: FromWorker, transfer: ArrayBuffer[]): void;
  fetchScene(address: string, progress: (share: number) => void): Promise<Result<ReadonlyMap<string, string>>>;
  /** Where long work is done, so that this worker goes on hearing its page. */
  readonly desk: JobDesk;
  /** A desk in this very thread, for runs during which nobody needs to be heard. */
  deskHere(domains: readonly AnyDomain[]): JobDesk | undefined;
  /** An error that the host cannot live with is thrown to its surroundings, whoever watches them restarts it. */
  die(error: unknown): void;
}

const SLICE_MS = 10;
/** A page that has to start anew replays no more of the wall clock than this, beside what the command log would cost. */
const SAVE_EVERY_MS = 2_000;
/** Each share that is told is drawn, by the processors that open the city where there is no card. */
const OPENING_EVERY_MS = 400;
const silentCommands: readonly Command['kind'][] = ['play', 'pause', 'pace', 'checkpoint', 'fork'];

export function createTwinHost(options: TwinHostOptions): { hear(message: ToWorker): void; dispose(): void } {
  const streams = new Subscription();
  let twin: LiveTwin | undefined;
  let follower: Follower | undefined;
  let picture: { show(on: boolean): void } | undefined;
  let prepared: PreparedRun | undefined;
  let ahead: { readonly of: string; readonly scene: Promise<Result<CompiledScene>> } | undefined;
  let isOpening = false;
  let testHooks = false;
  let savedMs = Number.NEGATIVE_INFINITY;
  let savedTick = -1;
  let travelling = false;
  const opened: { step: OpeningStep | null; toldMs: number } = { step: null, toldMs: 0 };
  const corridor = createCorridorDesk();

  const tell = <N extends StreamName>(name: N, value: Streams[N], transfer: ArrayBuffer[] = []) =>
    options.post({ kind: 'stream', name, value } as FromWorker, transfer);
  const turn = () => new Promise<void>((resolve) => options.soon(resolve));
  const startSlice = () => {
    const ends = options.now() + SLICE_MS;
    return () => options.now() >= ends;
  };

  const scheduler = createTurnScheduler(options);
  const opening: SideHost = {
    fetchScene: options.fetchScene,
    opening(step, share) {
      const nowMs = options.now();
      if (step === opened.step && nowMs - opened.toldMs < OPENING_EVERY_MS) return;
      opened.step = step;
      opened.toldMs = nowMs;
      tell('opening', { step, share });
    },
    turn,
    startSlice,
    desk: options.desk,
    deskHere: options.deskHere,
    lived: (share) => tell('lived', { share }),
    watched: corridor.watched,
    readAhead(source) {
      const read = ahead?.of === stringifyStable(source) ? ahead.scene : undefined;
      ahead = undefined;
      return read;
    },
  };
  const runPair = createPairRunner(opening);
  const runAhead = createAheadRunner(opening);

  const handlers: CallHandlers = {
    async read(source) {
      const scene = openScene(source, opening);
      ahead = { of: stringifyStable(source), scene };
      const read = await scene;
      return read.ok ? succeed(undefined) : read;
    },
    async prepare(input) {
      const made = await prepareRun(input, opening, input.from?.state);
      if (!made.ok) return made;
      prepared = made.value;
      return succeed(undefined);
    },
    async open(input) {
      if (twin || follower || isOpening) return refused('engine.open-twice', 'a run is open already');
      isOpening = true;
      const made = await openRun(input, prepared, opening).finally(() => {
        isOpening = false;
      });
      if (!made.ok) return made;
      prepared = undefined;
      testHooks = input.testHooks === true;
      const engine = made.value;
      if (input.role === 'follower') {
        const amended = input.list ? engine.amend(input.list) : succeed(false);
        if (!amended.ok) return amended;
        follower = createFollower(engine, {
          turn,
          startSlice,
          scheduler,
          die: options.die,
          measured: (kpi) => tell('kpi', kpi),
          drawn: (frame) => tell('frame', frame, [frame.buffer]),
        });
      } else await show(engine, input);
      return succeed(describe(engine), made.warnings);
    },
    async send({ command, saveBefore }) {
      if (!twin) return notOpen();
      const before = saveBefore ? await savedBefore(twin) : undefined;
      if (before && !before.ok) return before;
      const result = await twin.send(command);
      if (!result.ok) return result;
      // What is acknowledged must survive this worker: the page has the saved run before it has the answer.
      if (!silentCommands.includes(command.kind)) shipSaved(twin);
      return succeed({ acknowledged: result.value, before: before?.value }, result.warnings);
    },
    async runTo({ seconds }) {
      if (!twin) return notOpen();
      const paused = await twin.send({ kind: 'pause' });
      if (!paused.ok) return paused;
      const there = await twin.send({ kind: 'seek', seconds });
      if (!there.ok) return there;
      shipSaved(twin);
      const { engine } = twin;
      return succeed({ tick: engine.tick, seconds: engine.seconds, finalHash: engine.finalHash() });
    },
    async save() {
      return twin ? succeed(savedNow(twin)) : notOpen();
    },
    async journey({ row }) {
      return twin ? succeed(twin.engine.journeyOf(row)) : notOpen();
    },
    async household({ building, number }) {
      const engine = (twin ?? follower)?.engine;
      return engine ? succeed(engine.householdOf(building, number)) : notOpen();
    },
    pair: (input) => runPair(input),
    async ahead(input) {
      if (twin || follower || isOpening) return refused('engine.open-twice', 'a run is open already');
      return runAhead(input, prepared);
    },
    async dayLoads(input) {
      if (twin || follower || isOpening) return refused('engine.open-twice', 'a run is open already');
      return loadsOfDay(input, prepared, opening);
    },
    async year(input) {
      if (twin || follower || isOpening) return refused('engine.open-twice', 'a run is open already');
      return yearOf(input, prepared, opening);
    },
    async bring(input) {
      const { bringScene } = await import('./bring-scene');
      return bringScene(input);
    },
    async corridor({ edge }) {
      return twin ? corridor.watch(twin.engine.scene, edge) : notOpen();
    },
    async provoke(fault) {
      if (!testHooks) return refused('engine.no-test-hooks', 'faults are provoked only in runs opened for tests');
      provoke(fault, options.soon);
      return succeed(undefined);
    },
  };

  async function show(engine: Engine, { pace, running }: OpenInput): Promise<void> {
    const shown = createTwin({ engine, scheduler, now: options.now, sliceMs: SLICE_MS, pace });
    twin = shown;
    shipSaved(shown);
    const relay = <T>(stream: { subscribe(observer: object): Subscription }, next: (value: T) => void) => {
      const subscription = stream.subscribe({ next, error: options.die });
      streams.add(subscription);
      return subscription;
    };
    const setOff = { tick: 0, target: 0 };
    relay<Streams['clock']>(shown.clock$, (clock) => {
      tell('clock', clock);
      const rows = corridor.take();
      if (rows) tell('corridor', rows, [rows.points.buffer as ArrayBuffer, rows.lights.buffer as ArrayBuffer]);
      const towards = clock.towards;
      if (towards !== null) {
        if (!travelling) setOff.tick = clock.tick;
        travelling = true;
        const road = towards - setOff.tick;
        tell('seeking', { share: road > 0 ? Math.min(0.99, (clock.tick - setOff.tick) / road) : 0 });
      } else {
        if (travelling) tell('seeking', { share: 1 });
        travelling = false;
        if (clock.tick !== savedTick && options.now() - savedMs >= SAVE_EVERY_MS) shipSaved(shown);
      }
    });
    relay<Streams['happening']>(shown.happenings$, (happening) => tell('happening', happening));
    relay<Streams['kpi']>(shown.kpis$, (sample) => tell('kpi', sample));
    relay<Streams['checkpoint']>(shown.checkpoints$, (checkpoint) => tell('checkpoint', checkpoint));
    let frames: Subscription | undefined;
    picture = {
      show(on) {
        frames?.unsubscribe();
        frames = on
          ? relay<Streams['frame']>(shown.frames$, (frame) => tell('frame', frame, [frame.buffer]))
          : undefined;
      },
    };
    picture.show(true);
    if (running) await shown.send({ kind: 'play' });
  }

  function shipSaved(shown: LiveTwin): void {
    const saved = savedNow(shown);
    savedMs = options.now();
    savedTick = saved.tick;
    tell('saved', saved, [saved.state.buffer as ArrayBuffer]);
  }

  return {
    hear(message) {
      if (message.kind === 'notice') {
        if (message.name === 'giveBack') (twin ?? follower)?.giveBack(message.value);
        else if (message.name === 'show') (follower ?? picture)?.show(message.value.on);
        else follower?.follow(message.value.seconds);
        return;
      }
      if (!Object.hasOwn(handlers, message.name)) {
        const result = refused('engine.unknown-call', `met ${String(message.name).slice(0, 40)}, expected a call`);
        options.post({ kind: 'answer', id: message.id, result }, []);
        return;
      }
      const handle = handlers[message.name] as (input: unknown) => Promise<Result<Calls[keyof Calls]['output']>>;
      handle(message.input).then((result) => options.post({ kind: 'answer', id: message.id, result }, []), options.die);
    },
    dispose() {
      streams.unsubscribe();
      follower?.dispose();
      twin?.dispose();
    },
  };
}

/** At most a slice before the command takes effect, which is as good: nothing has touched the run by then. */
async function savedBefore(twin: LiveTwin): Promise<Result<SavedRun>> {
  const forked = await twin.send({ kind: 'fork' });
  if (!forked.ok) return forked;
  const { tick, fork } = forked.value;
  return succeed({ tick, seconds: twin.engine.secondsAt(tick), state: fork! });
}

function savedNow({ engine }: LiveTwin): SavedRun {
  return { tick: engine.tick, seconds: engine.seconds, state: engine.save() };
}

function describe({ scenario, scene, tick, seconds }: Engine): Opened {
  return { scenario, sceneHash: scene.hash, engineVersion: ENGINE_VERSION, tick, seconds };
}

function refused(code: string, message: string): Result<never> {
  return fail([problem(code, [], message)]);
}

function notOpen(): Result<never> {
  return refused('engine.not-open', 'no run is open');
}
