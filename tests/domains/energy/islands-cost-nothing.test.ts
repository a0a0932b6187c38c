/** An island is something over and above: whoever would have been given back to without it is so with it, and no later. */
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { EnergyState } from '../../../sim/domains/energy';
import { loadSolverInNode } from '../../../sim/hosts/solver/load-in-node';
import type { Intervention } from '../../../sim/interventions';
import type { LinearSolver } from '../../../sim/kernel';
import { change } from '../../interventions/paired';
import { battery, begin, codesOf, HOUR_S, outage, partedCity, SUMMER_NOON } from './island-city';
import { smallStation } from './small-station';

const QUARTER_S = 900;
let linear: LinearSolver;
beforeAll(async () => {
  linear = await loadSolverInNode();
});

interface Broken {
  readonly what: string;
  readonly quarters: number;
}

/** All at once: what breaks later finds a grid that loads, smaller after an island, may already have let go back. */
const changesOf = (broken: readonly Broken[]) =>
  broken.map(({ what, quarters }, i) => {
    const kind = what.startsWith('t') ? 'substation-outage' : what.startsWith('bar') ? 'busbar-fault' : 'cut-cable';
    const settings: Record<string, string> = kind === 'substation-outage' ? { transfer: 'manual' } : {};
    const when = { fromSeconds: QUARTER_S, untilSeconds: (1 + quarters) * QUARTER_S };
    return { ...change(kind, [what], settings), ...when, id: `f${i}` } as Intervention;
  });

/** Three ways from feeder to feeder, over cables that carry no more than one of them; machines in half of all switches. */
const tiedCity = (powerKw: number, hours: number, at: string, ratingA: number) =>
  smallStation(battery(powerKw, hours), undefined, (files) => {
    files['stations.json'].stations[0].electricity = at;
    const { branches, switches } = files['electricity.json'];
    for (const each of branches) if (/^[ab]\d:/.test(each.id)) each.ratingA = ratingA;
    for (const each of switches) if (/^(a[12]|b2):/.test(each.id)) each.automatic = true;
    const like = branches.find(({ id }: { id: string }) => id === 'a4:b4');
    for (const [from, to] of [
      ['a2', 'b2'],
      ['a3', 'b3'],
    ]) {
      const id = `${from}:${to}`;
      branches.push({ ...like, id, from, to });
      switches.push({ id, branch: id, kind: 'tie', closed: false, automatic: false });
    }
  });

it('leaves no more unserved than there would be without its battery, whatever breaks, when, and how full it is', () => {
  let islands = 0;
  const what = fc.constantFrom('t2', 'a1:a2', 'a2:a3', 'b3:b4');
  fc.assert(
    fc.property(
      fc.array(fc.record({ what, quarters: fc.integer({ min: 2, max: 12 }) }), {
        maxLength: 1,
      }),
      fc.integer({ min: 300, max: 3_000 }),
      fc.constantFrom(0.5, 1, 4),
      fc.constantFrom('bar-10-1', 'a2', 'a4'),
      fc.constantFrom(60, 100, 390),
      fc.integer({ min: 4, max: 20 }),
      (broken, powerKw, hours, at, ratingA, hour) => {
        const [without, having] = [0, powerKw].map((kw) => {
          const of = begin(tiedCity(kw, hours, at, ratingA), linear, {
            ...SUMMER_NOON,
            startSeconds: hour * HOUR_S,
            stepSeconds: { energy: QUARTER_S },
            interventions: changesOf([{ what: 't1', quarters: 8 }, ...broken]),
          });
          of.engine.runTo(3 * HOUR_S);
          islands += codesOf(of, 'island-formed').length;
          return of.engine.measure()['energy.unserved-electricity'] as number;
        });
        expect(having).toBeLessThanOrEqual(without * (1 + 1e-9));
      },
    ),
    {
      numRuns: 4,
      // One that stood between the grid and neighbours beyond it, and one whose own machines were too much for it.
      examples: [
        [[], 500, 4, 'a2', 60, 10],
        [[], 350, 4, 'a2', 390, 10],
      ],
    },
  );
  expect(islands).toBeGreaterThan(1);
});

describe('a small island in mid-feeder', () => {
  /** What was decided, and who is dark, by minute. */
  function live(powerKw: number) {
    const decided: string[] = [];
    const dark: number[] = [];
    const when = { ...SUMMER_NOON, interventions: [outage(HOUR_S, 4 * HOUR_S)] };
    const of = begin(partedCity(powerKw, 'housing'), linear, when, ({ power, totals }: EnergyState) => {
      const { link, toOpen, dueS } = power!.switching.operations;
      decided.push(link.map((each, i) => `${each} ${toOpen[i]} ${dueS[i]}`).join());
      dark.push(totals.darkBuildings);
    });
    of.engine.runTo(2.1 * HOUR_S);
    return { decided, dark, codes: codesOf(of) };
  }

  it('changes nothing of what the control room decides, and nothing of when it is done', () => {
    const without = live(0);
    const having = live(450);
    expect(having.codes).toEqual(['island-formed', 'island-joined']);
    expect(having.decided).toEqual(without.decided);
    expect(without.decided.some((each) => each !== '')).toBe(true);
    // Two neighbours stay dark on either side of it, until the grid comes to one of them and goes on to the other at once.
    expect(having.dark.every((count, minute) => count <= without.dark[minute])).toBe(true);
    expect(Math.max(...having.dark.slice(70))).toBeGreaterThan(0);
    expect(having.dark.at(-1)).toBe(0);
  });
});

it('engines and the battery of a station that has gone dark are not reckoned with, its pumps and chillers are', () => {
  const at = { before: { gaveKw: 0, drewKw: 0 }, reckoned: { tryKw: 0, wantedKw: 0 } };
  const scene = partedCity(450, 'housing');
  const node = scene.elements.bus.slotOf('a2') as number;
  const when = { ...SUMMER_NOON, interventions: [outage(QUARTER_S, null)] };
  begin(scene, linear, when, ({ power, stations }, seconds) => {
    const { tryKw, wantedKw, givenKw, islands } = power!;
    if (seconds === QUARTER_S - 60) at.before = { gaveKw: givenKw[node], drewKw: islands.drewKw[0] };
    if (seconds !== QUARTER_S) return;
    expect(stations!.hasPower[0]).toBe(0);
    at.reckoned = { tryKw: tryKw[node], wantedKw: wantedKw[node] };
  }).engine.runTo(QUARTER_S + 60);
  expect(at.before.gaveKw).toBeGreaterThan(100);
  expect(at.before.drewKw).toBeGreaterThan(10);
  expect(at.reckoned.tryKw).toBeCloseTo(at.reckoned.wantedKw + at.before.drewKw, 6);
});
