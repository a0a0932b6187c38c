import { describe, expect, it } from 'vitest';
import { energyDomain } from '../../../sim/domains/energy';
import { corridorMu, hungLine, ratingInAir } from '../../../sim/domains/energy/grid/overhead';
import { change, turnsOf } from '../../interventions/paired';
import { sceneOf } from './scenes';
import { figures, fork, run, start } from './simulate';

const HOUR_S = 3_600;
const city = sceneOf('tiny/one-feeder');

type Path = readonly (readonly [number, number])[];

/** The smallest grid with its high-voltage cables laid along these paths, one a path. */
const withHighVoltage = (paths: readonly Path[]) =>
  sceneOf('tiny/one-feeder', (files) => {
    const file = files['electricity.json'];
    const high = new Set(
      file.buses.filter((bus: { kilovolts: number }) => bus.kilovolts > 35).map(({ id }: { id: string }) => id),
    );
    const [first, ...others] = file.branches.filter((each: { from: string; id: string }) => high.has(each.from));
    file.branches = file.branches.filter((each: { id: string }) =>
      others.every(({ id }: { id: string }) => id !== each.id),
    );
    file.branches = file.branches.filter((each: { id: string }) => each.id !== first.id);
    paths.forEach((path, k) => {
      file.branches.push({ ...first, id: `${first.id}-${k}`, path, lengthM: 400 });
    });
    const gone = new Set([first, ...others].map(({ id }: { id: string }) => id));
    file.switches = file.switches.filter(({ branch }: { branch: string }) => !gone.has(branch));
  });

describe('lines that hang', () => {
  it('carry in other air what handbooks correct them to: 0.94, 0.88 and 0.81 at 30, 35 and 40 °C', () => {
    expect(ratingInAir(25)).toBe(1);
    expect(Math.abs(ratingInAir(30) - 0.94)).toBeLessThan(0.006);
    expect(Math.abs(ratingInAir(35) - 0.88)).toBeLessThan(0.006);
    expect(Math.abs(ratingInAir(40) - 0.81)).toBeLessThan(0.007);
    expect(ratingInAir(-20)).toBeGreaterThan(1.4);
    expect(ratingInAir(75)).toBe(0);
  });

  it('carry no less than the cable in whose place they hang, with as many side by side as that takes', () => {
    for (const ratingA of [200, 610, 611, 2_000])
      expect(hungLine(10, ratingA, 1_000).ratingA).toBeGreaterThanOrEqual(ratingA);
    expect(hungLine(10, 611, 1_000).resistanceOhm).toBeCloseTo(hungLine(10, 600, 1_000).resistanceOhm / 2, 12);
    expect(hungLine(110, 500, 2_000).reactanceOhm).toBeCloseTo(0.8, 12);
  });

  it('take thirty mu a kilometre of corridor, two circuits as much as one, a third one more', () => {
    const line = [
      [0, 0],
      [400, 0],
    ] as const;
    const one = corridorMu(withHighVoltage([line]));
    expect(Math.abs(one / (0.4 * 30) - 1)).toBeLessThan(0.02);
    expect(corridorMu(withHighVoltage([line, line]))).toBeCloseTo(one, 6);
    expect(corridorMu(withHighVoltage([line, line, line]))).toBeCloseTo(2 * one, 6);
  });

  it('change what flows and what it may be by the air, and give all of it back', () => {
    const july = { startDay: 205, startSeconds: 13 * HOUR_S };
    const plain = run(start(city, july), HOUR_S);
    const hung = start(city, july);
    const undo = energyDomain.patch(hung.state, turnsOf(city, change('overhead-lines', [])));
    run(hung, HOUR_S);
    expect(figures(hung)['energy.corridor-land']).toBeGreaterThan(0);
    expect(figures(plain)['energy.corridor-land']).toBe(0);
    expect(figures(hung)['energy.network-losses']).not.toBeCloseTo(figures(plain)['energy.network-losses']!, 3);
    const { network, asBuilt, hung: lines } = hung.state.power!.flow.circuit;
    const ofRating = ratingInAir(hung.state.weatherNow.airC);
    expect(network.rating[0] / lines.rating[0]).toBeCloseTo(ofRating, 12);
    expect(ofRating).toBeLessThan(1);
    energyDomain.patch(hung.state, undo);
    expect(figures(hung)['energy.corridor-land']).toBe(0);
    expect(network.resistance).toEqual(asBuilt.resistance);
    expect(network.rating).toEqual(asBuilt.rating);
  });

  it('go on after a save as if there had been none', () => {
    const july = { startDay: 205, startSeconds: 13 * HOUR_S };
    const whole = start(city, july);
    energyDomain.patch(whole.state, turnsOf(city, change('overhead-lines', [])));
    run(whole, HOUR_S / 2);
    const loaded = run(fork(whole), HOUR_S / 2);
    expect(energyDomain.save(loaded.state)).toEqual(energyDomain.save(run(whole, HOUR_S / 2).state));
  });
});
