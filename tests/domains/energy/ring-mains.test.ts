import { describe, expect, it } from 'vitest';
import { ringMains } from './ring-mains';
import { sceneOf } from './scenes';
import { type EnergyRun, figures, fork, run, start, turn } from './simulate';

const MINUTE_S = 60;
const scene = sceneOf('tiny/one-feeder', ringMains);
const settings = { domains: ['energy', 'telecom'], startSeconds: 8 * 3_600 };
const begin = (of = scene) => run(start(of, settings), 5 * MINUTE_S);
const breakIt = (of: EnergyRun, id: string) =>
  turn(of, [{ knob: 'branch.out', slot: of.scene.elements.branch.slotOf(id)!, value: 1, cause: 3 }]);
const dark = (of: EnergyRun) => figures(of)['energy.buildings-dark'];
const hear = (of: EnergyRun, bus: string, heard: number) => {
  of.ports.get('telecom.control')![of.scene.elements.bus.slotOf(bus)!] = heard;
};

describe('ring mains that are moved from afar', () => {
  it('have everybody lit again within three minutes', () => {
    const of = begin();
    breakIt(of, 'a2:a3');
    run(of, MINUTE_S);
    expect(dark(of)).toBeGreaterThan(0);
    run(of, 3 * MINUTE_S);
    expect(dark(of)).toBe(0);
  });

  it('wait for the crew where a unit at the fault is not heard', () => {
    const of = begin();
    hear(of, 'a3', 0);
    breakIt(of, 'a2:a3');
    run(of, 30 * MINUTE_S);
    expect(dark(of)).toBeGreaterThan(0);
    run(of, 2 * 3_600);
    expect(dark(of)).toBe(0);
  });

  it('go on from a save in the middle of it as if there had been none', () => {
    const of = begin();
    breakIt(of, 'a3:a4');
    run(of, 2 * MINUTE_S);
    const copy = fork(of);
    for (const each of [of, copy]) run(each, 20 * MINUTE_S);
    expect([...copy.state.power!.positions.open]).toEqual([...of.state.power!.positions.open]);
    expect(figures(copy)).toEqual(figures(of));
  });

  it('flow as cables with one switch do: a switch is no impedance', () => {
    const single = begin(sceneOf('tiny/one-feeder'));
    const double = begin();
    run(single, 3_600);
    run(double, 3_600);
    expect(figures(double)).toEqual(figures(single));
    expect(double.state.power!.flow.circuit.network.branchCount).toBe(
      single.state.power!.flow.circuit.network.branchCount,
    );
  });
});
