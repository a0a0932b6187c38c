import { describe, expect, it } from 'vitest';
import { centralProbability, studentT } from '../../sim/studies';

// Two-sided 95 % and 99 % points as printed: NIST/SEMATECH e-Handbook of Statistical Methods, table 1.3.6.7.2.
const printed95: Record<number, number> = {
  1: 12.706,
  2: 4.303,
  3: 3.182,
  4: 2.776,
  5: 2.571,
  6: 2.447,
  7: 2.365,
  8: 2.306,
  9: 2.262,
  10: 2.228,
  14: 2.145,
  19: 2.093,
  20: 2.086,
  29: 2.045,
  30: 2.042,
  40: 2.021,
  60: 2.0,
  100: 1.984,
};
const printed99: Record<number, number> = { 1: 63.657, 2: 9.925, 3: 5.841, 4: 4.604, 9: 3.25, 19: 2.861, 30: 2.75 };

describe("Student's t", () => {
  it('agrees with the printed table to its last digit', () => {
    for (const [degrees, t] of Object.entries(printed95)) {
      expect(studentT(0.95, Number(degrees)), `95 %, ${degrees} degrees`).toBeCloseTo(t, 2.9);
    }
    for (const [degrees, t] of Object.entries(printed99)) {
      expect(studentT(0.99, Number(degrees)), `99 %, ${degrees} degrees`).toBeCloseTo(t, 2.9);
    }
  });

  it('is undone by its probability', () => {
    for (const degrees of [1, 2, 3, 4, 7, 12, 51, 200]) {
      for (const probability of [0.1, 0.5, 0.9, 0.95, 0.999]) {
        expect(centralProbability(studentT(probability, degrees), degrees)).toBeCloseTo(probability, 12);
      }
    }
  });

  it('has the closed forms of one and two degrees of freedom', () => {
    expect(centralProbability(1, 1)).toBeCloseTo(0.5, 14); // the Cauchy distribution's quartiles are ±1
    expect(centralProbability(2, 2)).toBeCloseTo(2 / Math.sqrt(6), 14); // t / √(2 + t²)
  });

  it('refuses what has no answer', () => {
    expect(() => studentT(0.95, 0)).toThrow(/degrees of freedom/);
    expect(() => studentT(1, 3)).toThrow(/probability/);
  });
});
