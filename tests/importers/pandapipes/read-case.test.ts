import { describe, expect, it } from 'vitest';
import { buildPandapipesNetwork, readPandapipesCase } from '../../../sim/importers/pandapipes';
import { createPipeSolver, LinkKind, solveSteady } from '../../../sim/networks/pipes';
import { caseText, smallCase } from './small-case';

const problemsOf = (change: (file: ReturnType<typeof smallCase>) => void): string[] => {
  const file = smallCase();
  change(file);
  const read = readPandapipesCase(JSON.stringify(file));
  const built = read.ok ? buildPandapipesNetwork(read.value) : read;
  return built.ok ? [] : built.problems.map(({ code, path }) => `${code} ${path.join('.')}`);
};

describe('a pandapipes case', () => {
  it('is read into a network that solves', () => {
    const read = readPandapipesCase(caseText());
    if (!read.ok) throw new Error(read.problems[0].message);
    expect(read.warnings).toEqual([]);
    const network = buildPandapipesNetwork(read.value);
    if (!network.ok) throw new Error(network.problems[0].message);
    const { nodes, links } = network.value;
    expect([...nodes.isHeld]).toEqual([1, 0, 0, 0]);
    expect(nodes.heldPressurePa[0]).toBe(300_000);
    expect(nodes.withdrawalKgPerS[3]).toBeCloseTo(0.03 * 2 - 0.01, 12);
    expect([...links.kind]).toEqual([LinkKind.pipe, LinkKind.valve, LinkKind.pump]);
    expect(links.lengthM[0]).toBe(500);
    expect(links.roughnessM[0]).toBeCloseTo(1e-4, 12);
    expect(links.temperatureK[0]).toBe(284.15);
    expect(solveSteady(createPipeSolver(network.value)).state).toBe('converged');
  });

  it('takes a word on where it is from for what it is', () => {
    expect(problemsOf((file) => Object.assign(file, { source: 'pandapipes 0.14.0' }))).toEqual([]);
  });

  it('has its elements out of service shut, and what hangs on its junctions out of service passed over', () => {
    const file = smallCase();
    file.pipe[0].in_service = false;
    const read = readPandapipesCase(JSON.stringify(file));
    const network = read.ok ? buildPandapipesNetwork(read.value) : read;
    if (!network.ok) throw new Error(network.problems[0].message);
    expect([...network.value.links.isOpen]).toEqual([0, 1, 1]);
    expect(solveSteady(createPipeSolver(network.value))).toMatchObject({ state: 'islanded', islands: [[1, 2, 3]] });
  });

  it.each<[string, (file: ReturnType<typeof smallCase>) => void, string[]]>([
    ['a pipe without length', (file) => (file.pipe[0].length_km = 0), ['pandapipes.number pipe.0.length_km']],
    ['a pipe without width', (file) => (file.pipe[0].diameter_m = -1), ['pandapipes.number pipe.0.diameter_m']],
    ['a negative demand', (file) => (file.sink[0].mdot_kg_per_s = -1), ['pandapipes.number sink.0.mdot_kg_per_s']],
    ['a strange junction', (file) => (file.sink[0].junction = 77), ['pandapipes.unknown-junction sink.0.junction']],
    [
      'a link to itself',
      (file) => (file.pipe[0].to_junction = file.pipe[0].from_junction),
      ['pandapipes.same-ends pipe.0.to_junction'],
    ],
    ['no source', (file) => (file.ext_grid = []), ['pipes.no-source ']],
    ['a source of temperature alone', (file) => (file.ext_grid[0].type = 't'), ['pipes.no-source ']],
    [
      'two of one index',
      (file) => (file.junction[1]._i = file.junction[0]._i),
      [
        'pandapipes.index-twice junction.1._i',
        'pandapipes.unknown-junction pipe.0.to_junction',
        'pandapipes.unknown-junction valve.0.from_junction',
      ],
    ],
    ['a pump nobody knows', (file) => (file.pump[0].std_type = 'P9'), ['pandapipes.pump-type pump.0.std_type']],
    [
      'a table nobody knows',
      (file) => Object.assign(file, { turbine: [{ _i: 0 }] }),
      ['pandapipes.unknown-table turbine'],
    ],
    ['no friction', (file) => (file.friction = 'see elsewhere'), ['pandapipes.friction friction']],
    [
      'a fluid without density',
      (file) => Object.assign(file.fluid.properties, { density: null }),
      ['pandapipes.fluid fluid.properties.density'],
    ],
    ['rough pipes', (file) => (file.pipe[0].k_mm = 60), ['pipes.roughness pipe.0.k_mm']],
    [
      'a text for a number',
      (file) => Object.assign(file.pipe[0], { length_km: '1' }),
      ['pandapipes.number pipe.0.length_km'],
    ],
  ])('with %s is refused by name', (_, change, expected) => {
    expect(problemsOf(change)).toEqual(expected);
  });

  it('with a loop of pressure controls is refused, each of them named', () => {
    const found = problemsOf((file) => {
      const control = { control_active: true, in_service: true, controlled_p_bar: 1 };
      Object.assign(file, {
        press_control: [
          { _i: 0, from_junction: 2, to_junction: 3, controlled_junction: 3, ...control },
          { _i: 1, from_junction: 3, to_junction: 9, controlled_junction: 9, ...control },
        ],
        pump: [],
        pipe: [...file.pipe, { ...file.pipe[0], _i: 1, from_junction: 9, to_junction: 2 }],
      });
    });
    // From 9 the ring closes through the pipe to 2; junction 5's pipe feeds it.
    expect(found).toEqual(['pipes.regulator-loop press_control.0', 'pipes.regulator-loop press_control.1']);
  });

  it('with a column nobody knows is read, and told', () => {
    const file = smallCase();
    Object.assign(file.pipe[0], { colour: 'red' });
    const read = readPandapipesCase(JSON.stringify(file));
    expect(read.ok && read.warnings).toMatchObject([{ code: 'pandapipes.unknown-column', path: ['pipe', 'colour'] }]);
  });

  it.each(['', '[]', '{', '{"fluid": 1}', '{"junction": {}}'])(
    'of nothing sensible (%j) is refused, not thrown at',
    (text) => {
      expect(readPandapipesCase(text).ok).toBe(false);
    },
  );
});
