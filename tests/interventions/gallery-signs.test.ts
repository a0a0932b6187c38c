/**
 * Rows U1 to U5, U7, S4 and the tunnel's part of E8 of the interventions, over ten seeds in pairs that share everything but
 * the change: each seed begins at another hour of another day, with the galleries, the grid, the gas and the water together.
 */
import { expect, it } from 'vitest';
import { domains } from '../../sim/domains/registry';
import { defaultSettings, type Intervention, interventionKinds } from '../../sim/interventions';
import type { KpiName } from '../../sim/ports';
import { createEngine } from '../../sim/runtime';
import { defaultScenario } from '../../sim/scenarios';
import type { CompiledScene } from '../../sim/scene';
import { sceneOf } from '../domains/energy/scenes';
import { figuresOf as figuresOfTunnel, runTunnel, startTunnel, valuesOf } from '../domains/tunnel/simulate';
import { desk } from '../runtime/desk';

const SEEDS = 10;
const LEAST_SAME = 9;
const HOUR_S = 3_600;
const CHANGE_S = 60;
const DEADBAND = 0.005;

type Figures = Partial<Record<KpiName, number>>;
type Sign = -1 | 0 | 1;

function change(
  kind: keyof typeof interventionKinds,
  targets: readonly string[],
  given = {},
  fromSeconds = CHANGE_S,
): Intervention {
  const settings = { ...defaultSettings(interventionKinds[kind].settings), ...given };
  return { id: kind, kind, targets, settings, fromSeconds, untilSeconds: null } as never;
}

const crossing = sceneOf('tiny/crossing');
/** Works large enough to flood a section. */
const wide = sceneOf('tiny/crossing', ({ 'water.json': water }) => {
  for (const pump of water.pumps) pump.flowM3PerH = 900;
  for (const pipe of water.pipes) if (pipe.compartment !== undefined) pipe.diameterM = 0.6;
});
const summer = 190;
const winter = 10;

interface SignCase {
  readonly name: string;
  readonly scene: CompiledScene;
  readonly startDay: number;
  readonly minutes: number;
  /** What both runs have. */
  readonly both?: readonly Intervention[];
  readonly changed: Intervention;
  readonly expected: Partial<Record<KpiName, Sign>>;
  readonly takesPart?: readonly string[];
}

function figuresOf(of: SignCase, seed: number, interventions: readonly Intervention[]): Figures {
  const taking = of.takesPart ?? ['energy', 'tunnel'];
  const engine = createEngine({
    scene: of.scene,
    scenario: defaultScenario(of.scene.id, {
      seed,
      startDay: of.startDay + seed,
      startSeconds: (5 + seed) * HOUR_S,
      domains: [...taking],
      interventions,
    }),
    domains: domains.filter(({ name }) => taking.includes(name)),
    desk,
    listener: {},
  });
  engine.runTo(60 * of.minutes);
  return engine.measure();
}

const lived = new Map<string, Figures>();

/** Cases that have the same city in common have lived it once. */
function plainFigures(of: SignCase, seed: number): Figures {
  const { scene, startDay, minutes, both = [], takesPart = [] } = of;
  const key = JSON.stringify([scene.hash, startDay, minutes, both, takesPart, seed]);
  const known = lived.get(key) ?? figuresOf(of, seed, both);
  lived.set(key, known);
  return known;
}

function signsOf(of: SignCase): Partial<Record<KpiName, Sign>> {
  const pairs = Array.from({ length: SEEDS }, (_, i) => {
    const plain = plainFigures(of, i + 1);
    return { plain, changed: figuresOf(of, i + 1, [...(of.both ?? []), of.changed]) };
  });
  const found: Partial<Record<KpiName, Sign>> = {};
  for (const kpi of Object.keys(of.expected) as KpiName[]) {
    const signs = pairs.map(({ plain, changed }) => {
      const [before, after] = [plain[kpi] ?? 0, changed[kpi] ?? 0];
      return Math.abs(after - before) <= DEADBAND * Math.abs(before) ? 0 : Math.sign(after - before);
    });
    const same = ([-1, 0, 1] as const).find((sign) => signs.filter((each) => each === sign).length >= LEAST_SAME);
    if (same !== undefined) found[kpi] = same;
  }
  return found;
}

const leak = change('gas-leak', ['gallery.gas/2'], { hole: 8 });
const pinhole = change('gas-leak', ['gallery.gas/2'], { hole: 1.5 });

const cases: readonly SignCase[] = [
  {
    name: 'U1, a leak in the only main: gas, alarm, more from the grid above',
    scene: crossing,
    startDay: winter,
    minutes: 5,
    changed: leak,
    expected: {
      'tunnel.highest-gas': 1,
      'tunnel.alarms': 1,
      'tunnel.gas-released': 1,
      'energy.imported-electricity': 1,
      'energy.unserved-electricity': 0,
    },
  },
  {
    name: 'U1 with a second main: the same alarm, and nothing more from the grid above',
    scene: sceneOf('tiny/two-sources'),
    startDay: winter,
    minutes: 5,
    changed: leak,
    expected: { 'tunnel.alarms': 1, 'energy.imported-electricity': 0, 'energy.unserved-gas': 0 },
  },
  {
    name: 'U2, water that no pump takes: boards drown, and sound cables do not',
    scene: crossing,
    startDay: summer,
    minutes: 16,
    changed: change('gallery-flooding', ['gallery.power/2'], { inflow: 2_000, pumps: 'out-of-order' }),
    expected: { 'tunnel.highest-water': 1, 'tunnel.sections-drowned': 1, 'energy.unserved-electricity': 0 },
  },
  {
    name: 'U2 that pumps can hold: none of it',
    scene: crossing,
    startDay: summer,
    minutes: 16,
    changed: change('gallery-flooding', ['gallery.power/2'], { inflow: 40 }),
    expected: { 'tunnel.highest-water': 0, 'tunnel.sections-drowned': 0, 'tunnel.alarms': 0 },
  },
  {
    name: 'U3, cables on fire: alarm, cables lost, and who had no other is dark',
    scene: crossing,
    startDay: summer,
    minutes: 5,
    changed: change('gallery-fire', ['gallery.power/1'], { growth: 'ultra-fast' }),
    expected: { 'tunnel.alarms': 1, 'tunnel.cables-lost': 1, 'energy.unserved-electricity': 1 },
  },
  {
    name: 'U4, fans that save: less drawn, and no gas where none leaks',
    scene: crossing,
    startDay: summer,
    minutes: 10,
    changed: change('gallery-ventilation', ['gallery.gas/1', 'gallery.gas/2', 'gallery.gas/3'], { share: 0 }),
    expected: { 'tunnel.fan-energy': -1, 'tunnel.highest-gas': 0, 'tunnel.alarms': 0 },
  },
  {
    name: 'U4, fans that are broken while gas leaks: more of it gathers',
    scene: crossing,
    startDay: winter,
    minutes: 6,
    both: [leak],
    changed: change('gallery-ventilation', ['gallery.gas/1', 'gallery.gas/2', 'gallery.gas/3'], { why: 'failure' }, 0),
    expected: { 'tunnel.explosive-air': 1 },
  },
  {
    name: 'U5, a main that bursts: water in the gallery, less pressure in the mains',
    scene: wide,
    startDay: summer,
    minutes: 7,
    changed: change('burst-water-main', ['gate:middle'], { hole: 300 }),
    expected: { 'tunnel.highest-water': 1, 'water.burst-loss': 1, 'water.lowest-pressure': -1, 'tunnel.alarms': 1 },
    takesPart: ['energy', 'tunnel', 'water'],
  },
  {
    name: 'U7, robots on their rounds: a pinhole is found sooner and loses less',
    scene: crossing,
    startDay: winter,
    minutes: 30,
    both: [pinhole],
    changed: change('inspection-robots', [], { interval: 15 }, 0),
    expected: { 'tunnel.detection-time': -1, 'tunnel.gas-released': -1 },
  },
  {
    name: 'S4, detectors that read too much: alarms for nothing, and crews that go for nothing',
    scene: crossing,
    startDay: winter,
    minutes: 15,
    changed: change('detector-faults', ['gallery.gas/2'], { bias: 22 }),
    expected: { 'tunnel.false-alarms': 1, 'tunnel.crew-hours': 1, 'tunnel.gas-released': 0 },
  },
];

it.each(cases.map((each) => [each.name, each] as const))('over ten paired seeds: %s', (_, each) => {
  expect(signsOf(each)).toEqual(each.expected);
});

it('E8, a day of a heat wave: air of the galleries is warmer, and nothing else is wrong', () => {
  for (let hour = 0; hour < SEEDS; hour++) {
    const after = (airC: number) => {
      const of = startTunnel(crossing);
      valuesOf(of, 'energy.outdoor-temperature').fill(airC);
      return figuresOfTunnel(runTunnel(of, (2 + hour) * HOUR_S));
    };
    const [plain, hot] = [after(28), after(34)];
    expect(hot['tunnel.highest-temperature']).toBeGreaterThan(plain['tunnel.highest-temperature'] + 0.5);
    expect(hot['tunnel.alarms']).toBe(0);
  }
});
