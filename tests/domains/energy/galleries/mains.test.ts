import { beforeAll, describe, expect, it } from 'vitest';
import type { EnergyState } from '../../../../sim/domains/energy';
import { packKg } from '../../../../sim/domains/energy/gas/gas-run';
import { loadSolverInNode } from '../../../../sim/hosts/solver/load-in-node';
import type { LinearSolver } from '../../../../sim/kernel';
import type { Happening } from '../../../../sim/ports';
import { gasTown, runTown } from '../gas-town';
import { type Galleries, madeTunnel } from './made-tunnel';

const HOUR_S = 3_600;
const KWH_PER_KG = 34.9 / 3.6 / 0.75;
const winter = { startDay: 15, startSeconds: 5 * HOUR_S };

let linear: LinearSolver;
beforeAll(async () => {
  linear = await loadSolverInNode();
});

interface Story {
  readonly main: number;
  readonly leakKgPerS: number;
  readonly leaksFromS: number;
  readonly shutFromS: number;
  readonly openFromS: number;
}

/**
 * A leak that a valve at either end shuts off, and that goes on as slowly from what was shut in, until it is opened. What
 * the gallery has lost by its own account is added up.
 */
function gallery({ main, leakKgPerS, leaksFromS, shutFromS, openFromS }: Story, lost = { kg: 0 }) {
  return madeTunnel(({ seconds, read, write, writeCauses, happen }: Galleries) => {
    const closedKg = read('energy.gas-closed-in')[main];
    const isShut = seconds >= shutFromS && seconds < openFromS;
    const leaks = seconds >= leaksFromS && seconds < openFromS;
    if (seconds === leaksFromS) writeCauses('tunnel.gas-leak')[main] = happen('tunnel.gas-leak', 'main');
    if (seconds === shutFromS) {
      writeCauses('tunnel.gas-shut')[main] = happen('tunnel.gas-shut', 'main', [writeCauses('tunnel.gas-leak')[main]]);
    }
    write('tunnel.gas-shut')[main] = isShut ? 1 : 0;
    // The network's while nothing has been handed over, then the gallery's own.
    write('tunnel.gas-leak')[main] = leaks && closedKg === 0 ? leakKgPerS : 0;
    if (leaks && closedKg === 0) lost.kg += leakKgPerS;
    if (closedKg > 0) write('tunnel.gas-left')[main] = Math.max(0, closedKg - 0.002 * (seconds - shutFromS));
  });
}

describe.each([60])('a main that leaks in a gallery and is shut off there, in steps of %i s', (stepS) => {
  const steps = { stepSeconds: { energy: stepS } };
  const scene = gasTown(true);
  const main = scene.elements['gas-main'].slotOf('main')!;
  const story = { main, leakKgPerS: 0.15, leaksFromS: 1_200, shutFromS: 3_630, openFromS: 9_000 };

  it('loses no gram between network and gallery: fed is served, lost, and held more by one or the other', () => {
    const lost = { kg: 0 };
    let held = Number.NaN;
    let worst = 0;
    let told = 0;
    let most = 0;
    let last: EnergyState | null = null;
    runTown(
      scene,
      linear,
      { ...winter, ...steps },
      (state) => {
        const gas = state.gas!;
        const { fedKg, servedKg, leakedKg } = gas.balance;
        const now = packKg(gas) + gas.galleries.heldKg.reduce((sum, kg) => sum + kg, 0);
        const off = fedKg - servedKg - leakedKg - gas.galleries.lostKg - (now - held);
        if (!Number.isNaN(held)) worst = Math.max(worst, Math.abs(off) / Math.max(fedKg, servedKg, 1));
        held = now;
        if (gas.galleries.closedInKg[main] > 0) {
          if (told > 0) expect(gas.galleries.closedInKg[main]).toBe(told);
          told = gas.galleries.closedInKg[main];
        }
        most = Math.max(most, state.totals.leakedGasKwh / KWH_PER_KG);
        last = state;
      },
      undefined,
      [gallery(story, lost)],
    ).runTo(5 * HOUR_S);
    expect(worst).toBeLessThan(1e-9);
    const { totals, gas } = last as unknown as EnergyState;
    // 600 m of DN 200 at 401 kPa: π/4·0.2²·600·p·ρₙ/pₙ·(273.15/283.15) = 54 kg, a little more by compressibility.
    expect(told).toBeGreaterThan(53);
    expect(told).toBeLessThan(56);
    // The network hears of the opening with its first step after it. Until then the gallery's own slow leak goes on.
    const openAt = (Math.floor(story.openFromS / stepS) + 1) * stepS;
    const afterKg = 0.002 * (openAt - 1 - story.shutFromS);
    expect(totals.leakedGasKwh / KWH_PER_KG).toBeCloseTo(lost.kg + afterKg, 1);
    expect(Math.abs(gas!.galleries.owedKg[main])).toBeLessThan(1e-3);
    expect(most).toBeGreaterThan(0.15 * 2_000);
  });

  it('goes on with the same hash from a save in the middle of the leak, while it is shut, and after', () => {
    const town = () => runTown(scene, linear, { ...winter, ...steps }, undefined, undefined, [gallery(story)]);
    const whole = town();
    whole.runTo(3 * HOUR_S);
    for (const at of [1_830, 5_400, 9_900]) {
      const first = town();
      first.runTo(at);
      const second = town();
      expect(second.load(first.save()).ok).toBe(true);
      second.runTo(3 * HOUR_S);
      expect(second.finalHash()).toBe(whole.finalHash());
    }
  });
});

describe('the chain from a leak', () => {
  const run = (isLooped: boolean, shuts = true) => {
    const scene = gasTown(isLooped);
    const main = scene.elements['gas-main'].slotOf('main')!;
    const heard: Happening[] = [];
    const story = { main, leakKgPerS: 0.02, leaksFromS: 600, shutFromS: shuts ? 1_800 : 1e9, openFromS: 1e9 };
    const pressures: number[] = [];
    runTown(scene, linear, winter, () => {}, { happened: (each) => heard.push(each) }, [
      gallery(story),
      watching((kpa) => pressures.push(kpa[main])),
    ]).runTo(3 * HOUR_S);
    return { heard, pressures };
  };
  /** Reads what galleries are told of pressures. */
  const watching = (see: (kpa: Float64Array) => void) => ({
    ...madeTunnel(() => {}),
    name: 'watch',
    writes: [],
    step(_: object, context: { read(port: string): Float64Array }) {
      see(context.read('energy.gas-pressure'));
    },
  });

  it('leads over the shut main to the engines that trip behind it, if it was their only feed, and to power from outside', () => {
    const { heard, pressures } = run(false);
    const of = (code: string) => heard.find((each) => each.code === code)!;
    const [leak, shut, trip] = ['tunnel.gas-leak', 'tunnel.gas-shut', 'energy.engine-gas-trip'].map(of);
    expect(shut.causes).toEqual([leak.id]);
    expect(trip.causes).toEqual([shut.id]);
    const instead = of('energy.import-instead');
    expect(instead.causes).toEqual([trip.id]);
    expect(instead.values.kw).toBeGreaterThan(100);
    expect(of('energy.boiler-gas-trip').causes).toEqual([shut.id]);
    // The mean of 300 kPa before it and what is left behind it.
    expect(pressures[1_700]).toBeGreaterThan(295);
    expect(pressures[pressures.length - 1]).toBeLessThan(160);
  });

  it('ends with the shut main where another one leads there, and never begins without a valve that shuts', () => {
    for (const { heard } of [run(true), run(false, false)]) {
      expect(heard.some(({ code }) => code === 'tunnel.gas-leak')).toBe(true);
      expect(heard.filter(({ code }) => code.endsWith('-trip'))).toEqual([]);
    }
  });
});

it('both mains of a station shut off leave it without gas, and nothing breaks', () => {
  const scene = gasTown(false);
  const slots = ['main', 'branch'].map((id) => scene.elements['gas-main'].slotOf(id)!);
  let last: EnergyState | null = null;
  runTown(
    scene,
    linear,
    winter,
    (state) => {
      last = state;
      expect(state.gas!.solver.pressurePa.every(Number.isFinite)).toBe(true);
    },
    undefined,
    [
      madeTunnel(({ seconds, read, write }) => {
        for (const slot of slots) {
          write('tunnel.gas-shut')[slot] = seconds >= 600 && seconds < 3_600 ? 1 : 0;
          write('tunnel.gas-left')[slot] = read('energy.gas-closed-in')[slot];
        }
      }),
    ],
  ).runTo(2 * HOUR_S);
  const { gas, totals } = last as unknown as EnergyState;
  expect(totals.unsolvedGas).toBe(0);
  expect(totals.leakedGasKwh).toBeLessThan(1e-3);
  expect([...gas!.switches.tripped]).toEqual([0, 0]);
});
