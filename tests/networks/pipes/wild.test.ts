import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  checkPipeNetwork,
  type FrictionModel,
  fitPumpCurve,
  LinkKind,
  LinkState,
  naturalGas,
  type PumpCurve,
  water,
} from '../../../sim/networks/pipes';
import { imbalance, type MadeLink, type MadeNode, make, solved } from './made';

/** A strong pump and a weak one. */
const curves = [6, 1].map(
  (bar) =>
    fitPumpCurve(
      [0, 0.005, 0.02].map((flowM3PerS) => ({ flowM3PerS, liftPa: bar * 1e5 * (1 - 1_000 * flowM3PerS * flowM3PerS) })),
      2,
    ) as PumpCurve,
);

/** Looser than the law for sane networks: in some of these next to nothing flows. */
const BALANCE = 1e-6;

interface Wild {
  readonly gas: boolean;
  readonly friction: FrictionModel;
  readonly nodes: MadeNode[];
  readonly links: MadeLink[];
}

/** Networks as nobody lays them: any kind of link anywhere, several sources, feeds behind valves, hills, holes. */
function wild(...kinds: (keyof typeof LinkKind)[]): fc.Arbitrary<Wild> {
  const kind = fc.oneof(
    { weight: 3, arbitrary: fc.constant<keyof typeof LinkKind>('pipe') },
    { weight: 1, arbitrary: fc.constantFrom(...kinds) },
  );
  const link = fc.record({
    kind,
    a: fc.nat(),
    b: fc.nat(),
    isOpen: fc.integer({ min: 0, max: 9 }).map((draw) => draw > 0),
    lengthM: fc.integer({ min: 5, max: 2_000 }),
    diameterM: fc.constantFrom(0.05, 0.1, 0.2),
    settingBar: fc.integer({ min: 5, max: 40 }),
    curve: fc.integer({ min: 0, max: 1 }),
  });
  const node = fc.record({
    held: fc.integer({ min: 0, max: 11 }),
    heldBar: fc.integer({ min: 10, max: 60 }),
    takes: fc.integer({ min: -3, max: 10 }),
    heightM: fc.integer({ min: 0, max: 30 }),
    minimumPa: fc.constantFrom(0, 0, 50_000),
    leakM2: fc.constantFrom(0, 0, 0, 0, 2e-5),
  });
  return fc
    .record({
      gas: fc.boolean(),
      friction: fc.constantFrom<FrictionModel>('colebrook', 'nikuradse', 'gb50028'),
      nodes: fc.array(node, { minLength: 3, maxLength: 14 }),
      tree: fc.array(link, { minLength: 13, maxLength: 13 }),
      chords: fc.array(link, { maxLength: 8 }),
    })
    .map(({ gas, friction, nodes, tree, chords }) => {
      const ends = [
        ...tree.slice(0, nodes.length - 1).map((each, k) => ({ ...each, from: each.a % (k + 1), to: k + 1 })),
        ...chords.map((each) => ({ ...each, from: each.a % nodes.length, to: each.b % nodes.length })),
      ];
      return {
        gas,
        friction,
        nodes: nodes.map(({ held, heldBar, takes, heightM, minimumPa, leakM2 }, n) => ({
          takes: takes * (gas ? 1e-4 : 0.03),
          heightM,
          minimumPa,
          leakM2,
          ...((n === 0 || held === 0) && { heldPa: heldBar * 1e4 }),
        })),
        links: ends
          .filter(({ from, to }) => from !== to)
          .map(({ a, b, from, to, settingBar, ...each }, i) => ({
            ...each,
            ...((a + b) % 2 === 0 ? { from, to } : { from: to, to: from }),
            setting: settingBar * 1e4,
            curve: each.kind === 'pump' ? each.curve : -1,
            zeta: i % 3,
          })),
      };
    });
}

function solveWild({ gas, friction, nodes, links }: Wild) {
  const network = make(gas ? naturalGas : water, nodes, links, { friction, curves });
  fc.pre(checkPipeNetwork(network).length === 0);
  return { network, ...solved(network) };
}

function isAllFinite({ solver }: ReturnType<typeof solveWild>): boolean {
  return [solver.pressurePa, solver.servedKgPerS, solver.fedKgPerS, ...Object.values(solver.state)].every((values) =>
    values.every(Number.isFinite),
  );
}

describe('a network as nobody lays it', () => {
  it('of pipes, valves, check valves and regulators always comes to rest, balanced, with no control in two minds', () => {
    fc.assert(
      fc.property(wild('valve', 'checkValve', 'regulator'), (drawn) => {
        const found = solveWild(drawn);
        const { network, solver, outcome } = found;
        expect(isAllFinite(found)).toBe(true);
        expect(['no-solution', 'restless-controls']).not.toContain(outcome.reason);
        expect(imbalance(solver)).toBeLessThan(BALANCE);
        const { links } = network;
        const widest = solver.state.massFlowKgPerS.reduce((most, flow) => Math.max(most, Math.abs(flow)), 0);
        for (let i = 0; i < links.count; i++) {
          const flow = solver.state.massFlowKgPerS[i];
          const state = solver.state.linkState[i];
          const isOneWay = links.kind[i] === LinkKind.checkValve || links.kind[i] === LinkKind.regulator;
          if (isOneWay) expect(flow).toBeGreaterThanOrEqual(-2e-9 * widest);
          if (links.isOpen[i] === 0 || state === LinkState.shut) expect(flow).toBe(0);
          const isAlive = solver.isSupplied[links.from[i]] === 1 && solver.isSupplied[links.to[i]] === 1;
          if (links.kind[i] !== LinkKind.regulator || links.isOpen[i] === 0 || !isAlive) continue;
          const behind = solver.pressurePa[links.to[i]];
          if (state === LinkState.holding) expect(Math.abs(behind - links.setting[i])).toBeLessThan(1);
          if (state === LinkState.open) expect(behind).toBeLessThan(links.setting[i] + 1);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('of pumps too comes to rest, or says that its gas would be sucked to a vacuum', () => {
    fc.assert(
      fc.property(wild('pump', 'pump', 'valve', 'checkValve'), (drawn) => {
        const found = solveWild(drawn);
        expect(isAllFinite(found)).toBe(true);
        // Two in a row that suck at a vacuum have no steady flow to find; water has no such bound.
        const excuses = drawn.gas ? ['below-vacuum', 'no-solution'] : [];
        if (found.outcome.reason !== undefined) expect(excuses).toContain(found.outcome.reason);
        else expect(imbalance(found.solver)).toBeLessThan(BALANCE);
      }),
      { numRuns: 200 },
    );
  });
});
