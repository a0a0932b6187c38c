import { describe, expect, it } from 'vitest';
import { tunnelDomain } from '../../../sim/domains/tunnel';
import { sceneOf } from '../energy/scenes';
import { causesOf, figuresOf, forkTunnel, runTunnel, startTunnel, type TunnelRunOf, turn, valuesOf } from './simulate';

const park = sceneOf('eco-park');
const GAS = 'tuanjie-gallery.gas/05';
const POWER = 'tuanjie-gallery.power/05';
const slot = (id: string) => park.elements['gallery-section'].slotOf(id) as number;
const first = ({ heard }: TunnelRunOf, code: string, id?: string) =>
  heard.find((each) => each.code === code && (id === undefined || each.element === id))?.seconds;
const hear = (of: TunnelRunOf, ids: readonly string[], share: number) => {
  for (const id of ids) valuesOf(of, 'telecom.section-heard')[slot(id)] = share;
};
const hazards = (of: TunnelRunOf) => valuesOf(of, 'tunnel.road-hazard').reduce((a, b) => a + b, 0);

describe('a section that the control centre does not hear', () => {
  const warm = runTunnel(startTunnel(park), 60);
  const leak = (silent: boolean) => {
    const of = forkTunnel(warm);
    if (silent) hear(of, [GAS], 0);
    turn(of, 'gallery-section.gas-hole', GAS, 8);
    return runTunnel(of, 1_200);
  };
  const heard = leak(false);
  const silent = leak(true);

  it('starts its fans and shuts its valves by itself in the same second, but nobody takes the alarm, comes or shuts the road', () => {
    for (const code of ['tunnel.gas-alarm', 'tunnel.gas-cut-off']) {
      expect(first(silent, code, GAS), code).toBe(first(heard, code, GAS));
      expect(first(silent, code, GAS), code).toBeDefined();
    }
    expect(silent.state.totals.releasedKg).toBeCloseTo(heard.state.totals.releasedKg, 6);
    expect(first(heard, 'tunnel.gas-acknowledged', GAS)).toBeDefined();
    expect(first(silent, 'tunnel.gas-acknowledged', GAS)).toBeUndefined();
    expect(heard.state.run?.crews.state.some((each) => each !== 0)).toBe(true);
    expect(silent.state.run?.crews.state.every((each) => each === 0)).toBe(true);
    expect(hazards(heard)).toBeGreaterThan(0);
    expect(hazards(silent)).toBe(0);
  });

  it('is found when it is heard again, and the time until then counts', () => {
    expect(figuresOf(heard)['tunnel.detection-time']).toBeLessThan(120);
    expect(figuresOf(silent)['tunnel.detection-time']).toBe(1_200);
    const again = forkTunnel(silent);
    const straight = forkTunnel(silent);
    expect(tunnelDomain.save(runTunnel(again, 60).state)).toEqual(tunnelDomain.save(runTunnel(straight, 60).state));
    hear(again, [GAS], 1);
    runTunnel(again, 60);
    expect(figuresOf(again)['tunnel.detection-time']).toBeLessThanOrEqual(1_262);
    expect(first(again, 'tunnel.gas-acknowledged', GAS)).toBeGreaterThan(1_200);
    expect(hazards(again)).toBeGreaterThan(0);
  });

  it('is found by a walker once a shift', () => {
    const of = forkTunnel(silent);
    const { sections } = of.state.run ?? { sections: undefined };
    if (sections === undefined) throw new Error('expected galleries');
    // Seven hours and fifty minutes of silence, by its own clock.
    sections.pathLostS[slot(GAS)] = 8 * 3_600 - 600;
    runTunnel(of, 599);
    expect(first(of, 'tunnel.gas-acknowledged', GAS)).toBeUndefined();
    runTunnel(of, 2);
    expect(first(of, 'tunnel.gas-acknowledged', GAS)).toBeDefined();
  });
});

describe('fibres in a gallery', () => {
  /** The integrated compartment's fibres laid on the power compartment's trays. */
  const laid = sceneOf('eco-park', (files) => {
    for (const fibre of files['telecom.json'].fibres) {
      if (fibre.compartment === 'tuanjie-gallery.integrated') fibre.compartment = 'tuanjie-gallery.power';
    }
  });

  it('burn with the lowest tray of their own compartment, and are lost to water never', () => {
    const of = startTunnel(laid);
    runTunnel(of, 60);
    turn(of, 'gallery-section.fire', POWER, 4);
    runTunnel(of, 900);
    const lost = valuesOf(of, 'tunnel.fibre-lost');
    const [burnt] = of.heard.filter(({ code }) => code === 'tunnel.fibre-burnt');
    expect(burnt.element).toBe(POWER);
    expect([lost[slot(POWER)], causesOf(of, 'tunnel.fibre-lost')[slot(POWER)]]).toEqual([1, burnt.id]);
    expect(lost.reduce((a, b) => a + b, 0)).toBe(1);
    // In the flagship itself they lie in another compartment, which no cable burns in.
    expect([park, laid].map((scene) => startTunnel(scene).state.run?.plan.hasFibre[slot(POWER)])).toEqual([0, 1]);
    const wet = startTunnel(laid);
    turn(wet, 'gallery-section.inflow', POWER, 400);
    runTunnel(wet, 300);
    expect(wet.state.run?.flood.waterM3[slot(POWER)]).toBeGreaterThan(1);
    expect(valuesOf(wet, 'tunnel.fibre-lost').every((each) => each === 0)).toBe(true);
  });
});
