import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ampacityA,
  cableOfBranch,
  createCableSection,
  diametersOf,
  heldInCablesJPerM,
  type LaidCable,
  settleTunnel,
  stepCableSection,
} from '../../../sim/networks/cables';
import { electraBore, electraConductorC, electraLoad, tb880 } from './made';

const trefoil: LaidCable = { design: tb880, formation: 'trefoil', bonding: 'single-point', spacingMm: 75.5 };
const mixed: readonly LaidCable[] = [
  trefoil,
  cableOfBranch(10, 488)!,
  cableOfBranch(10, 264)!,
  cableOfBranch(110, 745)!,
];

describe('cables in a tunnel', () => {
  it('are as warm along it as in Electra 144’s test problem', () => {
    const told = [
      [0, 20, 20.954, 29.793, 59.779],
      [250, 22.821, 23.599, 32.5, 62.487],
      [500, 25.493, 26.106, 35.063, 65.05],
      [1000, 30.421, 30.73, 39.786, 69.772],
      [2000, 38.81, 38.605, 47.813, 77.799],
      [3000, 45.566, 44.949, 54.265, 84.251],
    ];
    for (const [along, airC, wallC, surfaceC, conductorC] of told) {
      const found = settleTunnel(electraBore, electraLoad, along);
      // They count kelvin from 273 °C and stop after five rounds.
      expect(Math.abs(found.airC - airC)).toBeLessThan(0.005);
      expect(Math.abs(found.wallC - wallC)).toBeLessThan(0.005);
      expect(Math.abs(found.surfaceC - surfaceC)).toBeLessThan(0.02);
      // Their covering is 0.2 mm too thin, which is 0.12 K.
      expect(Math.abs(electraConductorC(found.surfaceC) - 0.12 - conductorC)).toBeLessThan(0.03);
    }
    expect(Math.abs(electraConductorC(settleTunnel(electraBore, electraLoad, 1000).surfaceC) - 69.8)).toBeLessThan(0.3);
  });

  it('give off or store what they lose, in every step', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 900, noNaN: true }), { minLength: 4, maxLength: 4 }),
        fc.double({ min: -10, max: 45, noNaN: true }),
        fc.double({ min: 0, max: 4, noNaN: true }),
        fc.double({ min: 1, max: 60, noNaN: true }),
        (amperes, airC, airMps, seconds) => {
          const section = createCableSection(electraBore, mixed, 20);
          for (let step = 0; step < 5; step++) {
            const before = heldInCablesJPerM(section);
            stepCableSection(section, Float64Array.from(amperes), new Uint8Array(4).fill(1), airC, airMps, seconds);
            const sum = (of: Float64Array) => of.reduce((all, one) => all + one, 0) * seconds;
            const stored = heldInCablesJPerM(section) - before;
            const error = sum(section.lossWPerM) - sum(section.toAirWPerM) - sum(section.toWallWPerM) - stored;
            expect(Math.abs(error)).toBeLessThan(1e-9 * (Math.abs(stored) + sum(section.lossWPerM) + before));
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  it('come to rest where Electra’s star says, and carry there what their ampacity says', () => {
    // Soil that holds next to nothing, or it would take years.
    const quick = { ...electraBore, soilJPerM3K: 2e4 };
    const section = createCableSection(quick, [trefoil, trefoil, trefoil], 30);
    const rated = () => ampacityA(section, 0, 30, 2);
    const amperes = new Float64Array(3);
    for (let hour = 0; hour < 24 * 12; hour++) {
      if (hour % 24 === 0) amperes.fill(rated());
      stepCableSection(section, amperes, new Uint8Array(3).fill(1), 30, 2, 3600 / 2);
    }
    expect(Math.abs(section.conductorC[0] - 90)).toBeLessThan(0.1);
    const load = {
      cables: 3,
      overallM: diametersOf(tb880).overallMm * 1e-3,
      heatWPerM: section.lossWPerM[0],
      airMps: 2,
      inletC: 30,
    };
    expect(Math.abs(settleTunnel(electraBore, load, 0).surfaceC - section.surfaceC[0])).toBeLessThan(0.1);
  });

  it('come to the same whether a step is a second or a minute', () => {
    const run = (seconds: number) => {
      const section = createCableSection(electraBore, mixed, 20);
      for (let t = 0; t < 7200; t += seconds) {
        stepCableSection(section, Float64Array.of(900, 500, 250, 800), new Uint8Array(4).fill(1), 25, 0.5, seconds);
      }
      return [...section.conductorC];
    };
    const fine = run(1);
    const coarse = run(60);
    for (let k = 0; k < 4; k++) expect(Math.abs(coarse[k] - fine[k])).toBeLessThan(0.3);
  });

  it('may carry more where the air is cooler or faster', () => {
    const section = createCableSection(electraBore, mixed, 20);
    for (let k = 0; k < 4; k++) {
      expect(ampacityA(section, k, 20, 2)).toBeGreaterThan(ampacityA(section, k, 40, 2));
      expect(ampacityA(section, k, 30, 3)).toBeGreaterThan(ampacityA(section, k, 30, 0));
    }
    expect(ampacityA(section, 0, 95, 1)).toBeLessThan(ampacityA(section, 0, 40, 1));
  });
});
