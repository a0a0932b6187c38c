import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { StateHash } from '../../sim/kernel';
import type { Happening } from '../../sim/ports';
import { type KpiSample, resumeEngine } from '../../sim/runtime';
import { packRun, unpackRun } from '../../sim/runtime/run-state';
import { edges, lower, tankCatalogue, tanks, upper, valve } from './tanks';

const anIntervention = (id: string) =>
  fc
    .record({
      edge: fc.constantFrom(...edges),
      fromSeconds: fc.integer({ min: 0, max: 100 }),
      lastsSeconds: fc.option(fc.integer({ min: 1, max: 60 })),
    })
    .map(({ edge, fromSeconds, lastsSeconds }) =>
      valve(id, edge, fromSeconds, lastsSeconds === null ? null : fromSeconds + lastsSeconds),
    );
const someInterventions = fc.tuple(anIntervention('a'), anIntervention('b'), anIntervention('c'));

function ran(engine: ReturnType<typeof tanks>, seconds: number) {
  engine.runTo(seconds);
  return engine;
}

describe('a run', () => {
  it('comes out the same from the same seed, and otherwise from another', () => {
    const once = ran(tanks({ seed: 7 }), 130).finalHash();
    expect(ran(tanks({ seed: 7 }), 130).finalHash()).toBe(once);
    expect(ran(tanks({ seed: 8 }), 130).finalHash()).not.toBe(once);
    expect(once).toMatch(/^[0-9a-f]{16}$/);
  });

  it('does not depend on the order in which its domains are named', () => {
    const one = ran(tanks({ domains: [upper, lower] }), 130);
    const other = ran(tanks({ domains: [lower, upper] }), 130);
    expect(other.finalHash()).toBe(one.finalHash());
  });

  it('does not depend on the order of its interventions', () => {
    fc.assert(
      fc.property(someInterventions, ([a, b, c]) => {
        const one = ran(tanks({ interventions: [a, b, c] }), 90);
        const other = ran(tanks({ interventions: [c, a, b] }), 90);
        expect(other.finalHash()).toBe(one.finalHash());
      }),
      { numRuns: 20 },
    );
  });

  it('goes on from a saved state as if it had never stopped, whenever it was saved', () => {
    fc.assert(
      fc.property(someInterventions, fc.integer({ min: 0, max: 260 }), (interventions, savedAtTick) => {
        const straight = tanks({ interventions });
        while (straight.tick < savedAtTick) straight.step();
        const saved = straight.save();
        const resumed = tanks({ seed: 7 });
        expect(resumed.load(saved).ok).toBe(true);
        expect(resumed.stateHash()).toBe(straight.stateHash());
        expect(ran(resumed, 140).finalHash()).toBe(ran(straight, 140).finalHash());
      }),
      { numRuns: 30 },
    );
  });

  it('is the same after being saved and loaded at every third tick', () => {
    const interventions = [valve('a', 'n-in', 10, 30), valve('b', 'e-in', 20)];
    const straight = tanks({ interventions });
    const heavy = tanks({ interventions });
    while (straight.tick < 260) {
      straight.step();
      heavy.step();
      if (heavy.tick % 3 !== 0) continue;
      const saved = heavy.save();
      expect(heavy.load(saved).ok).toBe(true);
      expect(heavy.save()).toEqual(saved);
      expect(heavy.finalHash()).toBe(straight.finalHash());
    }
  });

  it('is not changed by being looked at', () => {
    const unseen = ran(tanks(), 100);
    const seen = tanks();
    const buffer = new ArrayBuffer(seen.frame.bytes);
    while (seen.seconds < 100) {
      seen.step();
      seen.measure();
      seen.writeFrame(buffer, 0.5);
    }
    expect(seen.finalHash()).toBe(unseen.finalHash());
  });

  it('has a hash of the present and of every minute on the way to it', () => {
    const engine = tanks({ seed: 7 });
    let chain = new StateHash()
      .text(engine.scene.hash)
      .float64(7)
      .float64(engine.scenario.startSeconds)
      .text('')
      .digest();
    for (const seconds of [60, 120, 180]) {
      engine.runTo(seconds);
      chain = new StateHash().text(chain).text(engine.stateHash()).digest();
    }
    engine.runTo(200);
    expect(engine.finalHash()).toBe(new StateHash().text(chain).text(engine.stateHash()).digest());
  });

  it('stops where a domain tells a figure that is none, or a cause that has not happened', () => {
    for (const value of [Number.NaN, Number.POSITIVE_INFINITY]) {
      const listener = { measured: () => undefined };
      const measure: typeof lower.measure = (_, add) => add('tanks.lower' as never, value);
      expect(() => ran(tanks({ domains: [upper, { ...lower, measure }], listener }), 60)).toThrow(/tanks\.lower/);
    }
    for (const cause of [0, 1, 7, Number.NaN]) {
      const step: typeof lower.step = (_, context) => void context.happen('x', edges[0] as never, [cause], {});
      expect(() => ran(tanks({ domains: [upper, { ...lower, step }] }), 10)).toThrow(/cause/);
    }
  });

  it('tells its KPIs at the end of every minute', () => {
    const samples: KpiSample[] = [];
    ran(tanks({ listener: { measured: (sample) => samples.push(sample) } }), 185);
    expect(samples.map((sample) => sample.seconds)).toEqual([60, 120, 180]);
    expect(Object.keys(samples[0].values).sort()).toEqual(['tanks.inflow', 'tanks.lower', 'tanks.upper']);
  });

  it('shows the clock of the city, past midnight too', () => {
    const engine = tanks();
    expect(engine.clockSeconds).toBe(25_200);
    ran(engine, 10);
    expect(engine.clockSeconds).toBe(25_210);
  });

  it('stops where it is asked to yield, and goes on from there', () => {
    const engine = tanks();
    let asked = 0;
    expect(engine.runTo(60, () => ++asked === 10)).toBe(false);
    expect(engine.tick).toBe(10);
    expect(engine.runTo(60)).toBe(true);
    expect(engine.finalHash()).toBe(ran(tanks(), 60).finalHash());
  });
});

describe('the list of interventions', () => {
  function happeningsOf(interventions: Parameters<typeof tanks>[0], seconds: number): Happening[] {
    const told: Happening[] = [];
    ran(tanks({ ...interventions, listener: { happened: (happening) => told.push(happening) } }), seconds);
    return told;
  }

  it('acts from its start until its end, and says so', () => {
    const told = happeningsOf({ interventions: [valve('shut', 'n-in', 10, 20)] }, 60);
    expect(told.map(({ code, tick, element }) => ({ code, tick, element }))).toEqual([
      { code: 'intervention.started', tick: 20, element: 'shut' },
      { code: 'intervention.ended', tick: 40, element: 'shut' },
    ]);
    expect(told[1].causes).toEqual([told[0].id]);
  });

  it('is named as the cause of what follows from it', () => {
    const told = happeningsOf({ interventions: [valve('shut', 'n-in', 10)] }, 400);
    const [started] = told;
    const overflow = told.find((each) => each.code === 'upper.overflow' && each.element === 'n-in');
    expect(overflow?.causes).toEqual([started.id]);
    expect(told.filter((each) => each.element !== 'n-in').map((each) => each.element)).toEqual(['shut']);
  });

  it('leaves no trace when something is added and taken off before it begins', () => {
    const untouched = ran(tanks(), 200);
    const touched = ran(tanks(), 50);
    expect(touched.amend([valve('late', 'n-in', 150)]).ok).toBe(true);
    ran(touched, 100);
    expect(touched.amend([]).ok).toBe(true);
    expect(ran(touched, 200).finalHash()).toBe(untouched.finalHash());
  });

  it('gives a knob back when it ends, and leaves what another holds', () => {
    const engine = tanks({ interventions: [valve('a', 'n-in', 0, 100), valve('b', 'e-in', 0)] });
    const volumesOf = (names: string[]) => {
      const buffer = new ArrayBuffer(engine.frame.bytes);
      engine.writeFrame(buffer, 0);
      const volumes = new Float32Array(buffer, engine.frame.layout[0].offset);
      return names.map((name) => volumes[2 * (engine.scene.elements.edge.slotOf(name) as number)]);
    };
    ran(engine, 100);
    const [aShut, bShut] = volumesOf(['n-in', 'e-in']);
    ran(engine, 200);
    const [aOpen, bStillShut] = volumesOf(['n-in', 'e-in']);
    expect(aOpen).toBeLessThan(aShut - 10);
    expect(bStillShut).toBeGreaterThan(bShut + 10);
    expect([engine.isActing('a'), engine.isActing('b')]).toEqual([false, true]);
  });

  it('refuses two that want one knob differently at one time, and lets equal ones pass', () => {
    const engine = tanks();
    const refused = engine.amend([valve('a', 'n-in', 0, 50), valve('b', 'n-in', 40, 80, 0.5)]);
    expect(refused.ok).toBe(false);
    expect(refused.ok || refused.problems.map((each) => each.code)).toEqual(['intervention.conflict']);
    expect(engine.amend([valve('a', 'n-in', 0, 50), valve('b', 'n-in', 40, 80)]).ok).toBe(true);
    expect(engine.amend([valve('a', 'n-in', 0, 50), valve('b', 'n-in', 50, 80, 0.5)]).ok).toBe(true);
  });

  it('says that one has changed when its settings do while it acts', () => {
    const told: Happening[] = [];
    const engine = tanks({
      interventions: [valve('a', 'n-in', 0)],
      listener: { happened: (happening) => told.push(happening) },
    });
    ran(engine, 10);
    expect(engine.amend([valve('a', 'n-in', 0, null, 0.5)]).ok).toBe(true);
    ran(engine, 20);
    expect(told.map((each) => each.code)).toEqual(['intervention.started', 'intervention.changed']);
  });
});

describe('a saved run', () => {
  it('is refused when any part of it was altered, and the engine stays as it was', () => {
    const saved = ran(tanks({ interventions: [valve('a', 'n-in', 5)] }), 20).save();
    const engine = ran(tanks(), 7);
    const before = engine.finalHash();
    fc.assert(
      fc.property(fc.nat(saved.length - 1), fc.integer({ min: 1, max: 255 }), (at, flip) => {
        const altered = saved.slice();
        altered[at] ^= flip;
        const loaded = engine.load(altered);
        expect(loaded.ok).toBe(false);
        expect(engine.finalHash()).toBe(before);
      }),
      { numRuns: 300 },
    );
    for (let length = 0; length < saved.length; length += 97) {
      expect(engine.load(saved.subarray(0, length)).ok).toBe(false);
    }
    expect(engine.load(saved).ok).toBe(true);
  });

  it('is refused when its log holds what this city cannot do, and the engine stays as it was', () => {
    const run = ran(tanks({ interventions: [valve('a', 'n-in', 5)] }), 20);
    const sound = unpackRun(run.save(), tankCatalogue.kinds);
    if (!sound.ok) throw new Error('it was just saved');
    const nowhere = [valve('a', 'nowhere', 5)];
    const forged = packRun({ ...sound.value, timeline: [{ tick: 0, interventions: nowhere }] });
    const engine = ran(tanks(), 7);
    const before = engine.finalHash();
    expect(engine.load(forged).ok).toBe(false);
    expect(engine.finalHash()).toBe(before);
    expect(engine.interventions).toEqual([]);
  });

  it('is opened where it stood without a start of its own, or refused whole', () => {
    const straight = ran(tanks({ interventions: [valve('a', 'n-in', 5)] }), 20);
    let starts = 0;
    const counted = [upper, lower].map((domain) => ({
      ...domain,
      create: (...of: Parameters<typeof domain.create>) => {
        starts++;
        return domain.create(...of);
      },
    }));
    const { scene, scenario } = tanks();
    const options = { scene, scenario, domains: counted, catalogue: tankCatalogue };
    const resumed = resumeEngine(options, straight.save());
    if (!resumed.ok) throw new Error('it was just saved');
    expect(resumed.value.tick).toBe(straight.tick);
    expect(ran(resumed.value, 90).finalHash()).toBe(ran(straight, 90).finalHash());
    expect(resumeEngine(options, straight.save().subarray(9)).ok).toBe(false);
    expect(starts).toBe(0);
  });

  it('is refused by a run of another seed, by name', () => {
    const loaded = tanks({ seed: 8 }).load(ran(tanks({ seed: 7 }), 20).save());
    expect(loaded.ok || loaded.problems.map((each) => each.code)).toEqual(['saved-run.other-run']);
  });
});
