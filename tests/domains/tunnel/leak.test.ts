import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ATMOSPHERE_PA,
  CRITICAL_RATIO,
  decaySeconds,
  emptiedKg,
  holeAreaM2,
  METHANE_M3_PER_KG,
  orificeKgPerS,
  pipeMassKg,
} from '../../../sim/domains/tunnel/leak';
import { advanceLeak, createLeaks, openLeak, shutOff } from './leaks';

const K = 293.15;
const DN300_KM = { volumeM3: 1000 * holeAreaM2(0.3), gasK: K, outsidePa: ATMOSPHERE_PA };
const at = (gaugePa: number) => gaugePa + ATMOSPHERE_PA;

describe('a leak', () => {
  // shared design, models-tunnel 2a: Cd 0.8, methane at 20 °C.
  it.each([
    [5, 0.4e6, 0.01352, 0.0203],
    [8, 0.4e6, 0.0346, 0.0519],
    [8, 1.6e6, 0.117, 0.1761],
    [10, 5e3, 0.0051, 0.0077],
  ])('of %i mm at %i Pa above the air gives %f kg/s', (mm, gaugePa, kgPerS, m3PerS) => {
    const flow = orificeKgPerS(holeAreaM2(mm / 1000), 0.8, at(gaugePa), ATMOSPHERE_PA, K);
    const digits = (value: number) => (String(value).split('.')[1] ?? '').length;
    expect(flow.toFixed(digits(kgPerS))).toBe(String(kgPerS));
    expect((flow * METHANE_M3_PER_KG).toFixed(4)).toBe(m3PerS.toFixed(4));
  });

  it('grows with the hole and the pressure, without a step where its throat turns sonic', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1e-6, max: 1, noNaN: true }),
        fc.double({ min: 1, max: 1e6, noNaN: true }),
        (a, p) => {
          const flow = orificeKgPerS(a, 0.7, at(p), ATMOSPHERE_PA, K);
          expect(orificeKgPerS(2 * a, 0.7, at(p), ATMOSPHERE_PA, K)).toBeCloseTo(2 * flow, 9);
          expect(orificeKgPerS(a, 0.7, at(1.01 * p), ATMOSPHERE_PA, K)).toBeGreaterThan(flow);
        },
      ),
    );
    const sonic = ATMOSPHERE_PA / CRITICAL_RATIO;
    const [below, above] = [1 - 1e-9, 1 + 1e-9].map((k) => orificeKgPerS(1e-4, 0.8, sonic * k, ATMOSPHERE_PA, K));
    expect(above / below).toBeCloseTo(1, 7);
    expect(orificeKgPerS(1e-4, 0.8, ATMOSPHERE_PA, ATMOSPHERE_PA, K)).toBe(0);
  });

  it('lives on from what a shut pipe holds: a kilometre of DN300 at 0.4 MPa, 233 kg, 4.8 h for 5 mm and 0.3 h for 20 mm', () => {
    expect(pipeMassKg(DN300_KM, at(0.4e6))).toBeCloseTo(233, 0);
    expect(decaySeconds(DN300_KM, at(0.4e6), holeAreaM2(0.005), 0.8) / 3600).toBeCloseTo(4.8, 1);
    expect(decaySeconds(DN300_KM, at(0.4e6), holeAreaM2(0.02), 0.8) / 3600).toBeCloseTo(0.3, 2);
    // After that time a sonic exponential has 1/e left.
    const left = emptiedKg(
      DN300_KM,
      233,
      holeAreaM2(0.005),
      0.8,
      decaySeconds(DN300_KM, at(0.4e6), holeAreaM2(0.005), 0.8),
    );
    expect(left / 233).toBeCloseTo(Math.exp(-1), 3);
  });

  it('empties the same in one step as in many, down to the air outside and no further', () => {
    const area = holeAreaM2(0.02);
    const once = emptiedKg(DN300_KM, 233, area, 0.8, 3000);
    let many = 233;
    for (let k = 0; k < 6000; k++) many = emptiedKg(DN300_KM, many, area, 0.8, 0.5);
    expect(many / once).toBeCloseTo(1, 4);
    const empty = emptiedKg(DN300_KM, 233, area, 0.8, 1e6);
    expect(empty / pipeMassKg(DN300_KM, ATMOSPHERE_PA)).toBeCloseTo(1, 3);
    expect(empty).toBeGreaterThanOrEqual(pipeMassKg(DN300_KM, ATMOSPHERE_PA));
  });

  it('loses from the pipe what it gives to the gallery, to 1e-10', () => {
    const leaks = createLeaks(1);
    openLeak(leaks, 0, { diameterM: 0.02, atM: 50 });
    for (let k = 0; k < 120; k++) advanceLeak(leaks, 0, at(0.4e6), 0.5);
    const before = leaks.leakedKg[0];
    expect(before).toBeCloseTo(60 * orificeKgPerS(holeAreaM2(0.02), 0.8, at(0.4e6), ATMOSPHERE_PA, K), 9);
    shutOff(leaks, 0, DN300_KM.volumeM3, at(0.4e6));
    const held = leaks.closedKg[0];
    for (let k = 0; k < 20_000; k++) advanceLeak(leaks, 0, at(0.4e6), 0.5);
    expect(Math.abs(held - leaks.closedKg[0] - (leaks.leakedKg[0] - before)) / held).toBeLessThan(1e-10);
    expect(leaks.kgPerS[0]).toBeLessThan(1e-3);
  });

  it('has no hole below nothing', () => {
    expect(() => openLeak(createLeaks(1), 0, { diameterM: -0.001, atM: 0 })).toThrow(/-0.001/);
  });
});
