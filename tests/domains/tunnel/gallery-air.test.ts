import { describe, expect, it } from 'vitest';
import {
  ACCIDENT,
  advanceAir,
  askFans,
  changesPerH,
  createGalleryAir,
  type GalleryAir,
  loadAir,
  STOPPED,
  saveAir,
  setAirC,
  setDoor,
  setLeak,
  setShaft,
  supplyFans,
} from '../../../sim/domains/tunnel/air';
import { compartmentKinds, compileGalleries } from '../../../sim/domains/tunnel/galleries';
import { Decoder, Encoder } from '../../../sim/kernel';
import { sceneOf } from '../energy/scenes';

const scene = sceneOf('eco-park');
const galleries = compileGalleries(scene)!;
const { sections, doors, shafts } = galleries;
const slot = (id: string): number => scene.elements['gallery-section'].slotOf(id)!;
const middle = slot('tuanjie-gallery.gas/07');

const still = () => {
  const air = createGalleryAir(galleries, 15, 15);
  advanceAir(air, 0.5);
  return air;
};
const run = (air: GalleryAir, seconds: number) => {
  for (let t = 0; t < seconds; t += 0.5) advanceAir(air, 0.5);
};

describe('air of the galleries', () => {
  it('changes as often as the standard asks while nothing happens, and solves nothing again', () => {
    const air = still();
    for (let s = 0; s < sections.count; s++) {
      const wanted = changesPerH[compartmentKinds[sections.kind[s]]].normal;
      // Even, warm or cold: within some per cent of what fans are set to, the floor's slope and leaks apart.
      expect(air.changesPerH[s] / wanted, sections.ids[s]).toBeGreaterThan(0.97);
      expect(air.changesPerH[s] / wanted, sections.ids[s]).toBeLessThan(1.06);
    }
    const { solves } = air;
    run(air, 60);
    expect(air.solves).toBe(solves);
  });

  it('changes twelve times an hour in three gas sections on an accident, after half a minute', () => {
    const air = still();
    const before = air.fanKw[middle];
    const wanted = [sections.before[middle], middle, sections.after[middle]];
    for (const s of wanted) askFans(air, s, ACCIDENT);
    run(air, 10);
    expect(air.changesPerH[middle]).toBeLessThan(11);
    run(air, 30);
    for (const s of wanted) {
      expect(air.changesPerH[s]).toBeGreaterThan(11.7);
      expect(air.changesPerH[s]).toBeLessThan(12.6);
    }
    expect(air.fanKw[middle] / before).toBeGreaterThan(7.5); // the cube of twice the speed
    expect(air.fanKw[middle] / before).toBeLessThan(8.5);
    const { solves } = air;
    run(air, 10);
    expect(air.solves).toBe(solves);
  });

  it('conserves in every section: what comes in through shafts and doors and leaks goes out', () => {
    const air = still();
    askFans(air, middle, ACCIDENT);
    askFans(air, sections.after[middle], STOPPED);
    setLeak(air, middle, 100, 0.3);
    for (let d = 0; d < doors.count; d++) if (doors.before[d] === middle) setDoor(air, d, 1);
    run(air, 40);
    expect(air.failed).toBe(0);
    const left = Float64Array.from(air.leakM3PerS);
    for (let h = 0; h < shafts.count; h++) left[shafts.section[h]] += air.shaftM3PerS[h];
    for (let d = 0; d < doors.count; d++) {
      if (doors.before[d] >= 0) left[doors.before[d]] -= air.doorM3PerS[d];
      if (doors.after[d] >= 0) left[doors.after[d]] += air.doorM3PerS[d];
    }
    for (let s = 0; s < sections.count; s++) expect(Math.abs(left[s]), sections.ids[s]).toBeLessThan(1e-8);
  });

  it('goes through a door once it is open, and no longer through a shaft whose damper is shut', () => {
    const air = still();
    const door = doors.before.indexOf(middle);
    const inlet = shafts.section.findIndex((s, h) => s === sections.after[middle] && shafts.kind[h] === 0);
    setShaft(air, inlet, 0);
    run(air, 1);
    const shut = Math.abs(air.doorM3PerS[door]);
    expect(Math.abs(air.shaftM3PerS[inlet])).toBeLessThan(0.1);
    setDoor(air, door, 1);
    run(air, 1);
    expect(air.doorM3PerS[door]).toBeGreaterThan(4 * shut);
  });

  it('falls to what warmth moves once the power is gone, and more where it is warmer', () => {
    const air = still();
    for (let s = 0; s < sections.count; s++) supplyFans(air, s, 0);
    run(air, 40);
    const cold = air.changesPerH[middle];
    for (let s = 0; s < sections.count; s++) setAirC(air, s, 35);
    run(air, 2);
    expect(cold).toBeLessThan(0.5);
    expect(air.changesPerH[middle]).toBeGreaterThan(2 * cold);
    expect(air.fanKw.every((kw) => kw === 0)).toBe(true);
  });

  it('goes on from saved bytes as if nothing had been', () => {
    const air = still();
    askFans(air, middle, ACCIDENT);
    setLeak(air, middle, 60, 0.05);
    run(air, 12);
    const out = new Encoder('air', 1);
    saveAir(air, out);
    const again = createGalleryAir(galleries, 15, 15);
    const from = new Decoder(out.finish(), 'air', 1);
    loadAir(again, from);
    for (const each of [air, again]) run(each, 30);
    expect(again.shaftM3PerS).toEqual(air.shaftM3PerS);
    expect(again.stretchM3PerS).toEqual(air.stretchM3PerS);
    expect(again.fanKw).toEqual(air.fanKw);
  });
});
