import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ELECTRIC_CAR, PETROL_CAR } from '../../../../sim/domains/traffic/emissions/energy-classes';
import { carEnergyClass, usualMix } from '../../../../sim/domains/traffic/emissions/fleet-mix';

it('a higher share of electric cars makes some petrol cars electric and none back', () => {
  const share = fc.double({ min: 0, max: 0.99, noNaN: true });
  fc.assert(
    fc.property(share, share, share, (a, b, luck) => {
      const fewer = carEnergyClass({ ...usualMix, electricCarShare: Math.min(a, b) }, luck);
      const more = carEnergyClass({ ...usualMix, electricCarShare: Math.max(a, b) }, luck);
      expect(fewer === more || more === ELECTRIC_CAR).toBe(true);
    }),
  );
});

it('the shares are met', () => {
  const drawn = Array.from({ length: 1_000 }, (_, i) => carEnergyClass(usualMix, i / 1_000));
  expect(drawn.filter((kind) => kind === ELECTRIC_CAR).length).toBe(50);
  expect(drawn.filter((kind) => kind === PETROL_CAR).length).toBe(940);
});
