import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  constantLiquid,
  createPipeSolver,
  type Fluid,
  type FrictionModel,
  naturalGas,
  type PipeNetwork,
  type PipeSolver,
  solveSteady,
  water,
} from '../../../sim/networks/pipes';
import { potentialOf } from '../../../sim/networks/pipes/potential';
import { imbalance, type MadeLink, type MadeNode, make, solved } from './made';

interface Drawn {
  readonly gas: boolean;
  readonly friction: FrictionModel;
  readonly nodes: MadeNode[];
  readonly links: MadeLink[];
}

/** Meshed networks of up to thirty nodes: a tree and chords, heights, fittings, demands and feeds, one held pressure. */
const networks: fc.Arbitrary<Drawn> = fc
  .record({
    gas: fc.boolean(),
    friction: fc.constantFrom<FrictionModel>('colebrook', 'nikuradse', 'gb50028'),
    nodes: fc.array(
      fc.record({ heightM: fc.integer({ min: 0, max: 60 }), takes: fc.integer({ min: -2, max: 10 }), above: fc.nat() }),
      { minLength: 1, maxLength: 30 },
    ),
    chords: fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 15 }),
    shapes: fc.array(
      fc.record({
        lengthM: fc.integer({ min: 2, max: 2_000 }),
        diameterM: fc.constantFrom(0.05, 0.1, 0.2, 0.4),
        zeta: fc.constantFrom(0, 0, 5),
      }),
      { minLength: 1, maxLength: 8 },
    ),
  })
  .map(({ gas, friction, nodes, chords, shapes }) => {
    const scale = gas ? 2e-4 : 0.02;
    const made: MadeNode[] = [
      { heldPa: gas ? 4e5 : 8e5, heightM: 20 },
      ...nodes.map(({ heightM, takes }) => ({ heightM, takes: takes * scale })),
    ];
    const tree = nodes.map(({ above }, k) => [above % (k + 1), k + 1] as const);
    const ends = [...tree, ...chords.map(([a, b]) => [a % made.length, b % made.length] as const)].filter(
      ([a, b]) => a !== b,
    );
    return {
      gas,
      friction,
      nodes: made,
      links: ends.map(([from, to], i) => ({ from, to, ...shapes[i % shapes.length] })),
    };
  });

const build = ({ gas, friction, nodes, links }: Drawn) => make(gas ? naturalGas : water, nodes, links, { friction });

/** What is left of p² (or p) along each link once friction by the law itself is taken off; potentials are its sum. */
function dropsOf(network: PipeNetwork, solver: PipeSolver): Float64Array {
  const { links } = network;
  const absolute = (n: number) => solver.pressurePa[n] + solver.ambientPa[n];
  const potential = (n: number) =>
    network.fluid.phase === 'gas' ? potentialOf(network.fluid.compressibility, absolute(n)) : solver.pressurePa[n];
  return Float64Array.from(links.from, (from, i) => potential(from) - potential(links.to[i]));
}

describe('the steady flow in any network', () => {
  it('balances at every node to a billionth of the largest flow', () => {
    fc.assert(
      fc.property(networks, (drawn) => {
        const { solver, outcome } = solved(build(drawn));
        expect(outcome.state).toBe('converged');
        expect(imbalance(solver)).toBeLessThan(1e-9);
      }),
    );
  });

  it('loses along every pipe what the law says of its flow, so that round every loop nothing is left', () => {
    fc.assert(
      fc.property(networks, (drawn) => {
        const network = build(drawn);
        const { solver } = solved(network);
        const drops = dropsOf(network, solver);
        // The same pipe alone, with that flow and from that pressure, comes out at the same pressure.
        for (let i = 0; i < network.links.count; i += 5) {
          const [from, to] = [network.links.from[i], network.links.to[i]];
          const alone = make(
            network.fluid,
            [
              { heldPa: solver.pressurePa[from], heightM: network.nodes.heightM[from] },
              { takes: solver.state.massFlowKgPerS[i], heightM: network.nodes.heightM[to] },
            ],
            [{ ...drawn.links[i], from: 0, to: 1 }],
            { friction: drawn.friction },
          );
          const single = solved(alone).solver;
          const scale = Math.max(Math.abs(solver.pressurePa[to]), 1e5);
          expect(Math.abs(single.pressurePa[1] - solver.pressurePa[to]) / scale).toBeLessThan(1e-8);
          expect(Number.isFinite(drops[i])).toBe(true);
        }
      }),
    );
  });

  it('only changes its sign in a pipe that is drawn the other way', () => {
    fc.assert(
      fc.property(networks, fc.nat(), (drawn, which) => {
        const turned = which % drawn.links.length;
        const other = {
          ...drawn,
          links: drawn.links.map((link, i) => (i === turned ? { ...link, from: link.to, to: link.from } : link)),
        };
        const [a, b] = [solved(build(drawn)).solver, solved(build(other)).solver];
        let widest = 0;
        for (const flow of a.state.massFlowKgPerS) widest = Math.max(widest, Math.abs(flow));
        a.state.massFlowKgPerS.forEach((flow, i) => {
          const sign = i === turned ? -1 : 1;
          expect(Math.abs(flow - sign * b.state.massFlowKgPerS[i])).toBeLessThanOrEqual(1e-6 * widest + 1e-9);
        });
      }),
    );
  });

  it('is found again from its own answer at once, and is the same whatever it starts from', () => {
    fc.assert(
      fc.property(networks, (drawn) => {
        const network = build(drawn);
        const { solver } = solved(network);
        const pressures = solver.pressurePa.slice();
        expect(solveSteady(solver, 'kept').iterations).toBeLessThan(5);
        const wanted = network.nodes.withdrawalKgPerS.slice();
        for (let n = 0; n < wanted.length; n++) network.nodes.withdrawalKgPerS[n] *= 0.3;
        solveSteady(solver, 'kept');
        network.nodes.withdrawalKgPerS.set(wanted);
        solveSteady(solver, 'kept');
        pressures.forEach((pressure, n) => {
          expect(Math.abs(solver.pressurePa[n] - pressure)).toBeLessThan(1e-7 * Math.max(Math.abs(pressure), 1e5));
        });
      }),
    );
  });

  it('has the same bits again when its state was saved and put back', () => {
    fc.assert(
      fc.property(networks, (drawn) => {
        const network = build(drawn);
        const { solver } = solved(network);
        const saved = Object.values(solver.state).map((values) => values.slice());
        const change = () => {
          for (let n = 0; n < network.nodes.count; n++) network.nodes.withdrawalKgPerS[n] *= 1.2;
        };
        change();
        solveSteady(solver, 'kept');
        const again = createPipeSolver(network);
        Object.values(again.state).forEach((values, k) => {
          values.set(saved[k]);
        });
        solveSteady(again, 'kept');
        expect(again.pressurePa).toEqual(solver.pressurePa);
        expect(again.state.massFlowKgPerS).toEqual(solver.state.massFlowKgPerS);
      }),
      { numRuns: 30 },
    );
  });

  it('gives less pressure everywhere when more is taken somewhere', () => {
    fc.assert(
      fc.property(networks, fc.nat(), (drawn, which) => {
        const network = build(drawn);
        const { solver } = solved(network);
        const before = solver.pressurePa.slice();
        const n = 1 + (which % (network.nodes.count - 1));
        network.nodes.withdrawalKgPerS[n] += drawn.gas ? 1e-3 : 0.1;
        solveSteady(solver, 'kept');
        before.forEach((pressure, k) => {
          expect(solver.pressurePa[k]).toBeLessThanOrEqual(pressure + 1e-3);
        });
        expect(solver.pressurePa[n]).toBeLessThan(before[n]);
      }),
    );
  });
});

describe('no flow', () => {
  const fluids: readonly [string, Fluid][] = [
    ['gas', naturalGas],
    ['water', constantLiquid(1_000, 1e-3)],
  ];

  it.each(fluids)('is a state like any other in %s: every pressure the same, every flow none', (_, fluid) => {
    const ring = [0, 1, 2, 3].map((k) => ({ from: k, to: (k + 1) % 4, lengthM: 10, diameterM: 0.5 }));
    const { solver, outcome } = solved(make(fluid, [{ heldPa: 3e5 }, {}, {}, {}], ring));
    expect(outcome.state).toBe('converged');
    for (const pressure of solver.pressurePa) expect(Math.abs(pressure - 3e5)).toBeLessThan(1e-3);
    for (const flow of solver.state.massFlowKgPerS) expect(Math.abs(flow)).toBeLessThan(1e-6);
  });

  it.each(fluids)('is what a dead end of %s has, beside a main that carries much', (_, fluid) => {
    const { solver, outcome } = solved(
      make(
        fluid,
        [{ heldPa: 4e5 }, { takes: fluid.phase === 'gas' ? 0.3 : 20 }, {}, {}],
        [
          { from: 0, to: 1, diameterM: 0.2 },
          { from: 1, to: 2 },
          { from: 2, to: 3, isOpen: false, kind: 'valve' },
          { from: 0, to: 3, lengthM: 5 },
        ],
      ),
    );
    expect(outcome.state).toBe('converged');
    expect(Math.abs(solver.state.massFlowKgPerS[1])).toBeLessThan(1e-12);
    expect(solver.state.massFlowKgPerS[2]).toBe(0);
    expect(solver.pressurePa[2]).toBeCloseTo(solver.pressurePa[1], 4);
    expect(solver.pressurePa[3]).toBeCloseTo(4e5, 4);
  });
});

describe('a regulator with a most flow', () => {
  const held = 1_600_000;
  const set = 300_000;
  const wide = 40_000;
  const net = (takes: number, kind: 'regulator' | 'valve', minimumPa: number) =>
    make(
      naturalGas,
      [{ heldPa: held }, { takes, minimumPa }],
      [{ kind, from: 0, to: 1, diameterM: 0.1, zeta: wide, setting: set }],
    );
  const solved = (takes: number, kind: 'regulator' | 'valve', minimumPa = 1_500) => {
    const solver = createPipeSolver(net(takes, kind, minimumPa));
    expect(solveSteady(solver).state).toBe('converged');
    return solver;
  };

  it('holds its pressure up to the flow that its opening passes, and no longer', () => {
    const most = openingKgPerS(held, set, wide, 0.1);
    expect(solved(0.99 * most, 'regulator').pressurePa[1]).toBeCloseTo(set, 3);
    const beyond = solved(1.02 * most, 'regulator');
    expect(beyond.pressurePa[1]).toBeLessThan(0.97 * set);
    expect(beyond.servedKgPerS[1]).toBeCloseTo(1.02 * most, 9);
  });

  it('serves as an opening of its own width does, whatever is wanted', () => {
    const most = openingKgPerS(held, set, wide, 0.1);
    for (const share of [0.1, 0.9, 1, 1.01, 1.03, 2, 5]) {
      const [as, drawn] = [solved(share * most, 'regulator'), solved(share * most, 'valve')];
      expect(drawn.servedKgPerS[1]).toBeCloseTo(as.servedKgPerS[1], 9);
      expect(Math.abs(Math.min(drawn.pressurePa[1], set) / as.pressurePa[1] - 1)).toBeLessThan(1e-6);
    }
  });

  /** Δ∫2p/K dp = ζm²/(ρ₀A²), with K = 1 − p/450 bar of natural gas. */
  function openingKgPerS(beforePa: number, behindPa: number, zeta: number, diameterM: number): number {
    const potential = (p: number) => 2 * 45e6 * (-p - 45e6 * Math.log(1 - p / 45e6));
    const perPascal = (0.84 * 273.15) / (101_325 * 283.15);
    const area = (Math.PI * diameterM ** 2) / 4;
    const fall = potential(beforePa + 101_325) - potential(behindPa + 101_325);
    return Math.sqrt((fall * perPascal * area * area) / zeta);
  }
});
