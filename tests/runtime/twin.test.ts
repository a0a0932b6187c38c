import { describe, expect, it } from 'vitest';
import { MAX_INTERVENTIONS } from '../../sim/interventions';
import type { Happening } from '../../sim/ports';
import type { CheckpointInfo, Command, KpiSample } from '../../sim/runtime';
import { type Host, hostOf } from './host';
import { tanks, valve } from './tanks';

const straight = (seconds: number, interventions: Parameters<typeof tanks>[0] = {}) => {
  const engine = tanks(interventions);
  engine.runTo(seconds);
  return engine.finalHash();
};

/** Keeps what was told by the rule of the clock's generation. */
function readerOf({ twin }: Host) {
  const reader = { happenings: [] as Happening[], samples: [] as KpiSample[] };
  let generation = 0;
  twin.clock$.subscribe((clock) => {
    if (clock.generation === generation) return;
    generation = clock.generation;
    reader.happenings = reader.happenings.filter((each) => each.tick < clock.tick);
    reader.samples = reader.samples.filter((each) => each.tick <= clock.tick);
  });
  twin.happenings$.subscribe((happening) => reader.happenings.push(happening));
  twin.kpis$.subscribe((sample) => reader.samples.push(sample));
  return reader;
}

describe('pacing a twin', () => {
  it('starts paused, shows the city as it is, and plays at the pace asked for', async () => {
    const host = hostOf(tanks());
    host.advance(500);
    expect(host.clock).toMatchObject({ tick: 0, running: false, pace: 1, behindSeconds: 0, towards: null });
    expect(host.frames).toHaveLength(1);
    await host.ask({ kind: 'play' });
    host.advance(10_000);
    expect(host.clock.seconds).toBeCloseTo(10, 0);
    await host.ask({ kind: 'pace', pace: 60 });
    const before = host.clock.seconds;
    host.advance(10_000);
    expect(host.clock.seconds - before).toBeGreaterThan(599);
    expect(host.clock.seconds - before).toBeLessThanOrEqual(600.5);
    expect(host.clock.reachedPace).toBeCloseTo(60, 0);
    await host.ask({ kind: 'pause' });
    const paused = host.clock.seconds;
    host.advance(5_000);
    expect(host.clock).toMatchObject({ seconds: paused, running: false, reachedPace: 0 });
    expect(host.twin.engine.finalHash()).toBe(straight(paused));
  });

  it('goes as fast as the machine can when flat out, and yields after every slice', async () => {
    const host = hostOf(tanks(), { lookMs: 1, sliceMs: 8 });
    await host.ask({ kind: 'pace', pace: 'flat-out' });
    await host.ask({ kind: 'play' });
    const before = host.clocks.length;
    host.advance(100);
    const slices = host.clocks.slice(before);
    const longest = Math.max(...slices.slice(1).map((clock, i) => clock.tick - slices[i].tick));
    expect(slices.length).toBeGreaterThan(50);
    expect(longest).toBeGreaterThan(3);
    expect(longest).toBeLessThanOrEqual(10);
    expect(host.clock.behindSeconds).toBe(0);
  });

  it('says how far it is behind when the machine is too slow for the pace', async () => {
    const host = hostOf(tanks(), { lookMs: 5, sliceMs: 8 });
    await host.ask({ kind: 'pace', pace: 600 });
    await host.ask({ kind: 'play' });
    host.advance(1_000);
    expect(host.clock.behindSeconds).toBeGreaterThan(60);
    expect(host.clock.reachedPace).toBeGreaterThan(10);
    expect(host.clock.reachedPace).toBeLessThan(300);
  });

  it('goes on without a storm after the host slept', async () => {
    const host = hostOf(tanks());
    await host.ask({ kind: 'play' });
    host.advance(3_000);
    const before = host.clock.seconds;
    host.sleep(3_600_000);
    host.advance(3_000);
    expect(host.clock.seconds - before).toBeGreaterThanOrEqual(2);
    expect(host.clock.seconds - before).toBeLessThanOrEqual(4);
    expect(host.clock.behindSeconds).toBe(0);
  });

  it('refuses a pace that is none', async () => {
    const host = hostOf(tanks());
    for (const pace of [0, -1, Number.NaN, Number.POSITIVE_INFINITY]) {
      const refused = await host.ask({ kind: 'pace', pace });
      expect(refused.ok || refused.problems[0].code).toBe('pace.out-of-range');
    }
  });
});

describe('frames', () => {
  it('come newest only: a reader that holds all buffers skips frames, never steps', async () => {
    const host = hostOf(tanks(), { keepFrames: true });
    await host.ask({ kind: 'play' });
    host.advance(20_000);
    expect(host.frames).toHaveLength(4);
    expect(host.clock.seconds).toBeGreaterThan(19);
    host.twin.giveBack(host.frames[0].buffer);
    const newest = host.frames[4];
    expect(newest.tick).toBe(host.clock.tick);
    expect(newest.elapsedSeconds).toBe(newest.seconds - host.frames[3].seconds);
  });

  it('lie in one buffer by their layout, with the rows in use', () => {
    const host = hostOf(tanks());
    host.advance(5);
    const [frame] = host.frames;
    expect(frame.layout.map(({ name, offset }) => ({ name, offset }))).toEqual([
      { name: 'upper.volumes', offset: 0 },
      { name: 'upper.overflowing', offset: 64 },
    ]);
    expect(frame.counts).toEqual([8, 8]);
    expect(new Float32Array(frame.buffer, 0, 2)[0]).toBe(10);
  });

  it('are written for nobody when nobody looks', async () => {
    const host = hostOf(tanks(), { watchFrames: false });
    await host.ask({ kind: 'play' });
    host.advance(2_000);
    let seen = 0;
    host.twin.frames$.subscribe(() => seen++);
    host.advance(2);
    expect(seen).toBe(1);
  });

  it('refuse a buffer that is not theirs', () => {
    const host = hostOf(tanks());
    host.advance(5);
    expect(() => host.twin.giveBack(new ArrayBuffer(3))).toThrow(/expected a frame's/);
    expect(() => host.twin.giveBack(host.frames[0].buffer)).toThrow(/not away/);
  });
});

describe('seeking', () => {
  it('goes forwards and backwards to the same city that was or would be there', async () => {
    const host = hostOf(tanks({ interventions: [valve('a', 'n-in', 100, 500)] }), { checkpointSeconds: 60 });
    const at = async (seconds: number) => {
      const there = await host.ask({ kind: 'seek', seconds });
      expect(there.ok && there.value.tick).toBe(seconds * 2);
      return host.twin.engine.finalHash();
    };
    const first = await at(400);
    expect(first).toBe(straight(400, { interventions: [valve('a', 'n-in', 100, 500)] }));
    const early = await at(90);
    expect(early).toBe(straight(90));
    expect(await at(400)).toBe(first);
    expect(await at(0)).toBe(straight(0));
  });

  it('changes the generation, so that nothing is blended across it, and plays on if it played', async () => {
    const host = hostOf(tanks());
    await host.ask({ kind: 'play' });
    host.advance(3_000);
    const { generation } = host.clock;
    const before = host.frames[host.frames.length - 1];
    await host.ask({ kind: 'seek', seconds: 600 });
    const after = host.frames[host.frames.length - 1];
    expect(after.generation).toBeGreaterThan(before.generation);
    expect(after).toMatchObject({ seconds: 600, elapsedSeconds: 0 });
    expect(host.clock).toMatchObject({ generation: generation + 1, running: true, towards: null });
    host.advance(2_000);
    expect(host.clock.seconds).toBeGreaterThan(601);
  });

  it('yields on the way and says where it is going; commands wait until it is there', async () => {
    const host = hostOf(tanks(), { lookMs: 1, sliceMs: 8 });
    const order: string[] = [];
    host.twin.send({ kind: 'seek', seconds: 100 }).then(() => order.push('seek'));
    host.twin.send({ kind: 'play' }).then(() => order.push('play'));
    host.advance(10);
    await Promise.resolve();
    expect(order).toEqual([]);
    expect(host.clock.towards).toBe(200);
    expect(host.clock.tick).toBeLessThan(200);
    host.advance(100);
    await new Promise((done) => setTimeout(done, 0));
    expect(order).toEqual(['seek', 'play']);
    expect(host.clock.running).toBe(true);
  });

  it('tells again what lies between, so that a reader who follows the rule holds one true history', async () => {
    const interventions = [valve('a', 'n-in', 30, 100), valve('b', 'e-in', 150, 200)];
    const host = hostOf(tanks({ interventions }), { checkpointSeconds: 60 });
    const reader = readerOf(host);
    const steps: [number, Command?][] = [
      [240],
      [70],
      [230],
      [10],
      [130],
      [300],
      [160, { kind: 'replace', interventions: [...interventions, valve('c', 's-in', 180)] }],
      [400],
      [20],
      [390],
      [390, { kind: 'rewind', id: 'b' }],
      [100],
      [380],
    ];
    for (const [seconds, command] of steps) {
      await host.ask({ kind: 'seek', seconds });
      if (command !== undefined) await host.ask(command);
      const happenings: Happening[] = [];
      const samples: KpiSample[] = [];
      const truth = tanks({
        listener: { happened: (each) => happenings.push(each), measured: (each) => samples.push(each) },
      });
      truth.setTimeline(host.twin.engine.timeline);
      truth.runTo(host.twin.engine.seconds);
      expect(reader.happenings).toEqual(happenings);
      expect(reader.samples).toEqual(samples);
    }
  });

  it('tells a checkpoint of where it went back to: the newest one told lies in the history that is true', async () => {
    const host = hostOf(tanks(), { checkpointSeconds: 60 });
    const made: CheckpointInfo[] = [];
    host.twin.checkpoints$.subscribe((each) => made.push(each));
    await host.ask({ kind: 'seek', seconds: 200 });
    await host.ask({ kind: 'seek', seconds: 100 });
    expect(made.at(-1)?.seconds).toBe(100);
  });

  it('refuses a time before the start or beyond any run', async () => {
    const host = hostOf(tanks());
    for (const seconds of [-1, Number.NaN, 1e12]) {
      const refused = await host.ask({ kind: 'seek', seconds });
      expect(refused.ok || refused.problems[0].code).toBe('seek.out-of-range');
    }
  });
});

describe('interventions on a live run', () => {
  it('come, end, and are rewound', async () => {
    const host = hostOf(tanks(), { checkpointSeconds: 60 });
    await host.ask({ kind: 'seek', seconds: 100 });
    expect((await host.ask({ kind: 'intervene', intervention: valve('a', 'n-in', 100) })).ok).toBe(true);
    await host.ask({ kind: 'seek', seconds: 200 });
    const reverted = await host.ask({ kind: 'revert', id: 'a' });
    expect(reverted.ok && reverted.value.tick).toBe(400);
    expect(host.twin.engine.interventions).toEqual([valve('a', 'n-in', 100, 200)]);
    await host.ask({ kind: 'seek', seconds: 300 });
    expect(host.twin.engine.finalHash()).toBe(straight(300, { interventions: [valve('a', 'n-in', 100, 200)] }));
    const rewound = await host.ask({ kind: 'rewind', id: 'a' });
    expect(rewound.ok && rewound.value.tick).toBe(600);
    expect(host.twin.engine.finalHash()).toBe(straight(300));
    expect(host.twin.engine.interventions).toEqual([]);
  });

  it('are live from now on when their start has passed, and it says so', async () => {
    const host = hostOf(tanks());
    await host.ask({ kind: 'seek', seconds: 100 });
    const late = await host.ask({ kind: 'intervene', intervention: valve('a', 'n-in', 20) });
    expect(late.ok && late.warnings.map((each) => each.code)).toEqual(['intervention.started-late']);
    await host.ask({ kind: 'seek', seconds: 101 });
    expect(host.told.map(({ code, tick }) => ({ code, tick }))).toEqual([{ code: 'intervention.started', tick: 200 }]);
    const over = await host.ask({ kind: 'intervene', intervention: valve('b', 'e-in', 20, 50) });
    expect(over.ok || over.problems[0].code).toBe('intervention.over');
  });

  it('are refused with every problem when they do not fit, and nothing changes', async () => {
    const host = hostOf(tanks({ interventions: [valve('a', 'n-in', 0)] }));
    const codes = async (intervention: unknown) => {
      const refused = await host.ask({ kind: 'intervene', intervention: intervention as never });
      return refused.ok || refused.problems.map((each) => each.code).sort();
    };
    expect(await codes(valve('a', 'e-in', 0))).toEqual(['intervention.duplicate-id']);
    expect(await codes(valve('b', 'nowhere', 0))).toEqual(['intervention.unknown-element']);
    expect(await codes(valve('b', 'n-in', 0, null, 0.5))).toEqual(['intervention.conflict']);
    expect(await codes(null)).toEqual(['intervention.type']);
    expect(await codes({ ...valve('b', 'e-in', -5), settings: { opening: 7, wide: true } })).toEqual([
      'intervention.range',
      'intervention.range',
      'intervention.unknown-key',
    ]);
    const nobody = await host.ask({ kind: 'revert', id: 'nobody' });
    expect(nobody.ok || nobody.problems[0].code).toBe('intervention.unknown');
    expect(host.twin.engine.interventions).toEqual([valve('a', 'n-in', 0)]);
    expect((await host.ask({ kind: 'dance' } as never)).ok).toBe(false);
  });

  it('are a thousand at most, so that every run that was acknowledged can be loaded again', async () => {
    const list = Array.from({ length: MAX_INTERVENTIONS - 1 }, (_, i) => valve(`v${i}`, 'n-in', i, i + 1));
    const host = hostOf(tanks({ interventions: list }));
    expect((await host.ask({ kind: 'intervene', intervention: valve('last', 'e-in', 5) })).ok).toBe(true);
    const refused = await host.ask({ kind: 'intervene', intervention: valve('more', 'e-in', 5) });
    expect(refused.ok || refused.problems[0].code).toBe('intervention.count');
    expect(tanks().load(host.twin.save()).ok).toBe(true);
  });

  it('that have not begun are taken off by a revert, with a word', async () => {
    const host = hostOf(tanks({ interventions: [valve('a', 'n-in', 500)] }));
    const reverted = await host.ask({ kind: 'revert', id: 'a' });
    expect(reverted.ok && reverted.warnings[0].code).toBe('intervention.never-began');
    expect(host.twin.engine.interventions).toEqual([]);
  });

  it('are replaced all at once, so that undo and redo give the list that was', async () => {
    const list = [valve('a', 'n-in', 20, 80), valve('b', 'e-in', 40)];
    const host = hostOf(tanks({ interventions: list }));
    await host.ask({ kind: 'replace', interventions: [] });
    await host.ask({ kind: 'replace', interventions: list });
    await host.ask({ kind: 'seek', seconds: 120 });
    expect(host.twin.engine.finalHash()).toBe(straight(120, { interventions: list }));
  });

  it('rewrite what had been lived after now, when the run was taken back first', async () => {
    const host = hostOf(tanks(), { checkpointSeconds: 60 });
    await host.ask({ kind: 'seek', seconds: 400 });
    await host.ask({ kind: 'seek', seconds: 90 });
    await host.ask({ kind: 'intervene', intervention: valve('a', 'n-in', 100) });
    await host.ask({ kind: 'seek', seconds: 400 });
    expect(host.twin.engine.finalHash()).toBe(straight(400, { interventions: [valve('a', 'n-in', 100)] }));
  });
});

describe('a fork', () => {
  it('is a copy of now that goes the same way', async () => {
    const host = hostOf(tanks({ interventions: [valve('a', 'n-in', 20)] }));
    await host.ask({ kind: 'seek', seconds: 70 });
    const forked = await host.ask({ kind: 'fork' });
    const copy = tanks({ seed: 7 });
    expect(forked.ok && copy.load(forked.value.fork!).ok).toBe(true);
    expect(copy.seconds).toBe(70);
    copy.runTo(130);
    await host.ask({ kind: 'seek', seconds: 130 });
    expect(copy.finalHash()).toBe(host.twin.engine.finalHash());
  });

  it('without some that act already starts before they began, and lives their time without them', async () => {
    const host = hostOf(tanks(), { checkpointSeconds: 60 });
    await host.ask({ kind: 'seek', seconds: 100 });
    await host.ask({ kind: 'intervene', intervention: valve('a', 'n-in', 0) });
    await host.ask({ kind: 'intervene', intervention: valve('b', 'e-in', 150) });
    await host.ask({ kind: 'seek', seconds: 200 });
    const forked = await host.ask({ kind: 'fork', without: ['a', 'b'] });
    expect(forked.ok && forked.value.tick).toBe(120);
    const baseline = tanks();
    expect(forked.ok && baseline.load(forked.value.fork!).ok).toBe(true);
    baseline.runTo(200);
    expect(baseline.finalHash()).toBe(straight(200));
    expect((await host.ask({ kind: 'fork', without: ['nobody'] })).ok).toBe(false);
  });
});

describe('a twin', () => {
  it('tells a checkpoint at once and every five simulated minutes', async () => {
    const host = hostOf(tanks());
    const made: CheckpointInfo[] = [];
    host.twin.checkpoints$.subscribe((each) => made.push(each));
    await host.ask({ kind: 'seek', seconds: 700 });
    expect(made.map((each) => each.seconds)).toEqual([0, 300, 600]);
    expect(made[1].bytes).toBeGreaterThan(100);
    await host.ask({ kind: 'checkpoint' });
    expect(made[3].seconds).toBe(700);
    const again = tanks();
    expect(again.load(host.twin.savedAt(made[2].tick)!).ok).toBe(true);
    expect(again.seconds).toBe(600);
  });

  it('answers nothing but a refusal once it was disposed, also to what was waiting', async () => {
    const host = hostOf(tanks());
    const waiting = host.twin.send({ kind: 'play' });
    host.twin.dispose();
    for (const answer of [await waiting, await host.twin.send({ kind: 'play' })]) {
      expect(answer.ok || answer.problems[0].code).toBe('twin.disposed');
    }
  });

  it('stops and says why when a step throws', async () => {
    const engine = tanks();
    const host = hostOf(engine);
    const heard: unknown[] = [];
    host.twin.clock$.subscribe({ error: (error) => heard.push(error) });
    await host.ask({ kind: 'play' });
    engine.step = () => {
      throw new Error('met a negative volume');
    };
    host.advance(2_000);
    expect(String(heard[0])).toContain('negative volume');
    const answer = await host.twin.send({ kind: 'play' });
    expect(answer.ok || answer.problems[0].code).toBe('twin.failed');
  });
});
