import { describe, expect, it } from 'vitest';
import { createPipeSolver, LinkKind, LinkState, naturalGas, solveSteady, water } from '../../../sim/networks/pipes';
import { imbalance, make, solved } from './made';

const BAR = 1e5;

describe('what hangs on no held pressure', () => {
  it('is dead and named, without pressure, flow or service, and the rest is solved', () => {
    const { solver, outcome } = solved(
      make(
        water,
        [{ heldPa: 5 * BAR }, { takes: 1 }, { takes: 2 }, { takes: 3 }, {}],
        [
          { from: 0, to: 1 },
          { from: 1, to: 2, kind: 'valve', isOpen: false },
          { from: 2, to: 3 },
        ],
      ),
    );
    expect(outcome.state).toBe('islanded');
    expect(outcome.islands).toEqual([[2, 3], [4]]);
    expect([...solver.pressurePa.subarray(2)]).toEqual([0, 0, 0]);
    expect([...solver.servedKgPerS]).toEqual([0, 1, 0, 0, 0]);
    expect(solver.state.massFlowKgPerS[2]).toBe(0);
    expect(solver.fedKgPerS[0]).toBeCloseTo(1, 9);
    expect(imbalance(solver)).toBeLessThan(1e-9);
  });

  it('is the whole network when its source is cut, and comes back with it', () => {
    const network = make(naturalGas, [{ heldPa: 3 * BAR }, { takes: 0.1 }], [{ from: 0, to: 1 }]);
    const solver = createPipeSolver(network);
    solveSteady(solver);
    const before = solver.pressurePa[1];
    network.nodes.isHeld[0] = 0;
    expect(solveSteady(solver, 'kept')).toMatchObject({ state: 'islanded', islands: [[0, 1]] });
    expect([...solver.servedKgPerS]).toEqual([0, 0]);
    network.nodes.isHeld[0] = 1;
    expect(solveSteady(solver, 'kept').state).toBe('converged');
    expect(solver.pressurePa[1]).toBeCloseTo(before, 3);
  });

  it.each([
    [50, 'below-vacuum'],
    [1e180, 'no-solution'],
  ])('is never a number that is none, even where %s kg/s are wanted of it', (takes, reason) => {
    const { solver, outcome } = solved(make(naturalGas, [{ heldPa: 0.02 * BAR }, { takes }], [{ from: 0, to: 1 }]));
    expect(outcome).toMatchObject({ state: 'diverged', reason });
    for (const values of [solver.pressurePa, solver.state.massFlowKgPerS]) {
      for (const value of values) expect(Number.isFinite(value)).toBe(true);
    }
  });
});

/** A medium-pressure main that feeds streets at low pressure through a regulator. */
const level = (inletBar: number, extra: Parameters<typeof make>[2] = [], nodes: Parameters<typeof make>[1] = []) =>
  make(
    naturalGas,
    [{ heldPa: inletBar * BAR }, {}, {}, { takes: 0.004 }, ...nodes],
    [
      { from: 0, to: 1, lengthM: 2_000 },
      { from: 1, to: 2, kind: 'regulator', setting: 2_800, diameterM: 0.1 },
      { from: 2, to: 3, lengthM: 200 },
      ...extra,
    ],
  );

describe('a regulator', () => {
  it('holds the pressure behind it and gives what is taken there', () => {
    const { solver, outcome } = solved(level(3));
    expect(outcome.state).toBe('converged');
    expect(solver.pressurePa[2]).toBeCloseTo(2_800, 6);
    expect(solver.state.linkState[1]).toBe(LinkState.holding);
    expect(solver.state.massFlowKgPerS[1]).toBeCloseTo(0.004, 12);
    expect(solver.fedKgPerS[0]).toBeCloseTo(0.004, 12);
    expect(imbalance(solver)).toBeLessThan(1e-9);
  });

  it('is wide open where there is less before it than it should hold, and holds again when there is more', () => {
    const network = level(0.02);
    const { solver, outcome } = solved(network);
    expect(outcome.state).toBe('converged');
    expect(solver.state.linkState[1]).toBe(LinkState.open);
    expect(solver.pressurePa[2]).toBeLessThan(2_000);
    expect(solver.pressurePa[2]).toBeCloseTo(solver.pressurePa[1], 1);
    network.nodes.heldPressurePa[0] = 3 * BAR;
    solveSteady(solver, 'kept');
    expect(solver.state.linkState[1]).toBe(LinkState.holding);
    expect(solver.pressurePa[2]).toBeCloseTo(2_800, 6);
  });

  it('shuts when gas would flow back through it', () => {
    const { solver, outcome } = solved(level(3, [{ from: 4, to: 3, lengthM: 50 }], [{ heldPa: 5_000 }]));
    expect(outcome.state).toBe('converged');
    expect(solver.state.linkState[1]).toBe(LinkState.shut);
    expect(solver.state.massFlowKgPerS[1]).toBe(0);
    expect(solver.fedKgPerS[4]).toBeCloseTo(0.004, 9);
  });

  it('leaves what is behind it dead when what is before it is', () => {
    const network = level(3);
    network.links.isOpen[0] = 0;
    expect(solved(network).outcome).toMatchObject({ state: 'islanded', islands: [[1, 2, 3]] });
  });

  it('works behind another, and beside another of the same streets', () => {
    const { solver, outcome } = solved(
      make(
        naturalGas,
        [{ heldPa: 16 * BAR }, {}, {}, {}, { takes: 0.02 }, { takes: 0.3 }],
        [
          { from: 0, to: 1, lengthM: 5_000, diameterM: 0.2 },
          { from: 1, to: 2, kind: 'regulator', setting: 3 * BAR },
          { from: 2, to: 5, lengthM: 1_000 },
          { from: 5, to: 3, kind: 'regulator', setting: 2_800 },
          { from: 2, to: 4, kind: 'regulator', setting: 2_800 },
          { from: 3, to: 4, lengthM: 300, diameterM: 0.2 },
        ],
      ),
    );
    expect(outcome.state).toBe('converged');
    expect(solver.pressurePa[2]).toBeCloseTo(3 * BAR, 3);
    expect(solver.pressurePa[3]).toBeCloseTo(2_800, 6);
    expect(solver.state.massFlowKgPerS[1]).toBeCloseTo(0.32, 9);
    expect(imbalance(solver)).toBeLessThan(1e-9);
  });

  it('with an open way round it holds what that leaves it to hold', () => {
    const { solver, outcome } = solved(
      make(
        water,
        [{ heldPa: 6 * BAR }, {}, { takes: 8 }],
        [
          { from: 0, to: 1, lengthM: 100 },
          { from: 1, to: 2, kind: 'regulator', setting: 4 * BAR },
          { from: 0, to: 2, lengthM: 2_000, diameterM: 0.05 },
        ],
      ),
    );
    expect(outcome.state).toBe('converged');
    expect(solver.pressurePa[2]).toBeCloseTo(4 * BAR, 6);
    expect(solver.state.massFlowKgPerS[1] + solver.state.massFlowKgPerS[2]).toBeCloseTo(8, 9);
    expect(imbalance(solver)).toBeLessThan(1e-9);
  });

  it('shares a node equally with one of the same setting, and yields to one of a higher', () => {
    const two = (second: number) =>
      solved(
        make(
          naturalGas,
          [{ heldPa: 3 * BAR }, { takes: 0.01 }],
          [
            { from: 0, to: 1, kind: 'regulator', setting: 2_800 },
            { from: 0, to: 1, kind: 'regulator', setting: second },
          ],
        ),
      ).solver.state;
    expect([...two(2_800).massFlowKgPerS]).toEqual([0.005, 0.005]);
    expect([...two(3_000).massFlowKgPerS]).toEqual([0, 0.01]);
    expect(two(3_000).linkState[0]).toBe(LinkState.shut);
  });
});

describe('a check valve', () => {
  const between = (leftBar: number, rightBar: number) =>
    make(
      water,
      [{ heldPa: leftBar * BAR }, {}, { heldPa: rightBar * BAR }],
      [
        { from: 0, to: 1, kind: 'checkValve', diameterM: 0.1 },
        { from: 1, to: 2, lengthM: 100 },
      ],
    );

  it('lets pass what goes its way', () => {
    const { solver } = solved(between(5, 4));
    expect(solver.state.massFlowKgPerS[0]).toBeGreaterThan(1);
    expect(solver.pressurePa[0] - solver.pressurePa[1]).toBeLessThan(5); // of 100,000 in the pipe
  });

  it('lets nothing back, and opens again', () => {
    const network = between(4, 5);
    const { solver, outcome } = solved(network);
    expect(outcome.state).toBe('converged');
    expect([...solver.state.massFlowKgPerS].map(Math.abs).every((flow) => flow < 1e-9)).toBe(true);
    expect(solver.pressurePa[1]).toBeCloseTo(5 * BAR, 3);
    network.nodes.heldPressurePa[2] = 3 * BAR;
    solveSteady(solver, 'kept');
    expect(solver.state.massFlowKgPerS[0]).toBeGreaterThan(1);
  });
});

describe('controls of pressure and flow', () => {
  it('lift where a regulator could not', () => {
    const { solver } = solved(
      make(
        water,
        [{ heldPa: 2 * BAR }, {}, { takes: 5 }],
        [
          { from: 0, to: 1, kind: 'pressureControl', setting: 6 * BAR },
          { from: 1, to: 2 },
        ],
      ),
    );
    expect(solver.pressurePa[1]).toBeCloseTo(6 * BAR, 6);
    expect(solver.state.massFlowKgPerS[0]).toBeCloseTo(5, 9);
  });

  it('pass what they are told between two pressures, and nothing to what is dead', () => {
    const network = make(
      water,
      [{ heldPa: 5 * BAR }, { takes: 1 }, { heldPa: 3 * BAR }, {}],
      [
        { from: 0, to: 1 },
        { from: 1, to: 2, kind: 'flowControl', setting: 2 },
        { from: 1, to: 3, kind: 'flowControl', setting: 2 },
      ],
    );
    const { solver, outcome } = solved(network);
    expect(outcome).toMatchObject({ state: 'islanded', islands: [[3]] });
    expect([...solver.state.massFlowKgPerS].map((flow) => Math.round(flow * 1e9) / 1e9)).toEqual([3, 2, 0]);
    expect(solver.fedKgPerS[2]).toBeCloseTo(-2, 9);
    expect(network.links.kind[1]).toBe(LinkKind.flowControl);
  });
});
