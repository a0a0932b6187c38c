import { expect, it } from 'vitest';
import { sceneOf } from '../energy/scenes';
import { causesOf, runTunnel, startTunnel, type TunnelRunOf, turn, valuesOf } from './simulate';

const scene = sceneOf('tiny/crossing');
const SECTION = 'gallery.power/1';
const ENGINE_THERE = 55;
const slot = scene.elements['gallery-section'].slotOf(SECTION) as number;
const lost = (of: TunnelRunOf) => valuesOf(of, 'tunnel.cable-lost').reduce((sum, each) => sum + each, 0);

function onFire(engines: number, seconds: number, isEnough: (of: TunnelRunOf) => boolean = () => false): TunnelRunOf {
  const of = startTunnel(scene);
  const access = of.state.run?.plan.roads.access[slot] as number;
  turn(of, 'gallery-section.fire', SECTION, 1);
  for (let second = 0; second < seconds && !isEnough(of); second++) {
    const isCalled = valuesOf(of, 'tunnel.fire-call')[access] > 0;
    valuesOf(of, 'traffic.engines-there')[access] = isCalled ? engines : 0;
    causesOf(of, 'traffic.engines-there')[access] = isCalled && engines > 0 ? ENGINE_THERE : 0;
    runTunnel(of, 1);
  }
  return of;
}

const told = ({ heard }: TunnelRunOf, code: string) => heard.find((each) => each.code === code);

it('engines that have come have the sound cables of a burning section switched off, because of fire and of their coming', () => {
  const of = onFire(2, 600, (at) => told(at, 'tunnel.cables-switched-off') !== undefined);
  const off = told(of, 'tunnel.cables-switched-off');
  expect(off?.element).toBe(SECTION);
  expect(off?.causes).toContain(ENGINE_THERE);
  expect(told(of, 'tunnel.cable-burnt')).toBeUndefined();
  expect(lost(of)).toBe(2);
  expect(lost(onFire(0, of.seconds))).toBe(0);
});

it('cables that were only switched off are back once the smoke is gone; burnt ones wait for the crew', () => {
  const of = onFire(2, 2_400, (at) => told(at, 'tunnel.smoke-cleared') !== undefined);
  expect(told(of, 'tunnel.smoke-cleared')).toBeDefined();
  runTunnel(of, 2);
  expect(lost(of)).toBe(of.heard.filter(({ code }) => code === 'tunnel.cable-burnt').length);
});
