import { expect, it } from 'vitest';
import { callHelp } from '../../sim/interventions/kinds/call-help';
import { asElementId } from '../../sim/kernel';
import { servedCity } from '../domains/traffic/levels/served-city';
import { patch, run, start } from '../domains/traffic/simulate';
import { change, turnsOf } from './paired';

const city = servedCity();
const called = (settings: { ambulances: number; fireEngines: number }) => ({
  ...change('call-help', ['main:b:o'], settings),
  targets: [asElementId('main:b:o')],
  settings,
});
const codesOf = (scene: typeof city, settings: { ambulances: number; fireEngines: number }) =>
  (callHelp.check?.(called(settings), scene) ?? []).map(({ code, path }) => [code, path.join('.')]);

it('sends who was asked for, because of it, and nobody else', () => {
  const of = start(city, 2);
  patch(of, turnsOf(city, change('call-help', ['main:b:o'], { ambulances: 2, fireEngines: 1 })));
  run(of, 500);
  const named = (code: string) => of.heard.filter((each) => each.code === code);
  expect(named('traffic.ambulance-called').map(({ causes }) => causes)).toEqual([[7], [7]]);
  expect(named('traffic.fire-engine-called').map(({ causes }) => causes)).toEqual([[7]]);
  expect(named('traffic.ambulance-arrived').length).toBe(2);
  expect(named('traffic.fire-engine-arrived').length).toBe(1);
});

it('is refused where nobody is called, and where nobody could come', () => {
  expect(codesOf(city, { ambulances: 0, fireEngines: 0 })).toEqual([
    ['intervention.nobody-called', 'settings.ambulances'],
  ]);
  const without = servedCity({ ambulances: 0, engines: 0 });
  expect(codesOf(without, { ambulances: 1, fireEngines: 1 })).toEqual([
    ['intervention.no-service', 'settings.ambulances'],
    ['intervention.no-service', 'settings.fireEngines'],
  ]);
  expect(codesOf(city, { ambulances: 1, fireEngines: 1 })).toEqual([]);
});
