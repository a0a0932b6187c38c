import { expect, it } from 'vitest';
import { faultDay } from './fault-day';

it('a cut in mid-feeder: the feeder trips, the upstream part returns, the tie picks up, and in the evening it is too much', () => {
  const { heard } = faultDay();
  const said = heard.map(({ code, element }) => `${code.replace('energy.', '')} ${element}`);
  expect(said[0]).toBe('breaker-tripped bar-10-1:a1');
  const at = (what: string) => said.indexOf(what);
  expect(at('switch-opened a2:a3')).toBeGreaterThan(0);
  expect(at('switch-opened a3:a4')).toBeGreaterThan(0);
  expect(at('switch-closed bar-10-1:a1')).toBeGreaterThan(at('switch-opened a2:a3'));
  expect(at('switch-closed a4:b4')).toBeGreaterThan(at('switch-opened a3:a4'));
  expect(at('overload-tripped bar-10-2:b1')).toBeGreaterThan(at('switch-closed a4:b4'));
  // Every link of the chain names what led to it.
  for (const { code, causes } of heard) if (code !== 'energy.overload-tripped') expect(causes.length).toBe(1);
});
