import { describe, expect, it } from 'vitest';
import { airC, lumpedSection, restingWallC, wallAfter } from '../../../sim/domains/tunnel/rest/lumped-heat';

const gallery = lumpedSection(200, 10.6, 4.3);

describe('the warmth of a section at rest', () => {
  it('goes into the ground as a buried pipe’s does: 2πkL / acosh(z/r)', () => {
    const ratio = 4.3 / (10.6 / (2 * Math.PI));
    expect(gallery.groundWPerK).toBeCloseTo((2 * Math.PI * 1.5 * 200) / Math.acosh(ratio), 8);
  });

  it('closes its balance at rest: what warms the air leaves by the air and by the ground', () => {
    const wall = restingWallC(gallery, 6_000, 0.7, 30, 14);
    const air = airC(gallery, wall, 6_000, 0.7, 30);
    const byAir = 1.204 * 1_006 * 0.7 * (air - 30);
    const byGround = gallery.groundWPerK * (wall - 14);
    expect(byAir + byGround).toBeCloseTo(6_000, 6);
    expect(wallAfter(gallery, wall, 6_000, 0.7, 30, 14, 86_400)).toBeCloseTo(wall, 9);
  });

  it('comes out the same in minutes as in one step of a day', () => {
    let wall = 15;
    for (let minute = 0; minute < 1_440; minute++) wall = wallAfter(gallery, wall, 9_000, 0.4, 32, 14, 60);
    expect(wall).toBeCloseTo(wallAfter(gallery, 15, 9_000, 0.4, 32, 14, 86_400), 9);
  });

  it('is warmed by fresh air in summer and cooled by it where cables are hotter', () => {
    const rest = (heatW: number, fresh: number) => restingWallC(gallery, heatW, fresh, 34, 14);
    expect(rest(0, 1)).toBeGreaterThan(rest(0, 0));
    expect(rest(60_000, 1)).toBeLessThan(rest(60_000, 0));
  });
});
