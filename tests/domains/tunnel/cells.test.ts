import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ACCIDENT,
  advanceAir,
  askFans,
  createGalleryAir,
  loadAir,
  NORMAL,
  STOPPED,
  saveAir,
  setAirC,
  setDoor,
  setShaft,
} from '../../../sim/domains/tunnel/air';
import {
  AMBIENT_OXYGEN,
  advanceCells,
  carry,
  createGalleryCells,
  exchangeMps,
  gasIn,
  layeringNumber,
  loadCells,
  restingC,
  saveCells,
  wake,
} from '../../../sim/domains/tunnel/cells';
import { loadDetectors, saveDetectors } from '../../../sim/domains/tunnel/detectors';
import { Decoder, Encoder } from '../../../sim/kernel';
import { frontErrors } from './front';
import { roofOverBulk } from './layering';
import { galleryWith, type Run, stepGallery } from './leak-run';
import { createLeaks, loadLeaks, mendLeak, openLeak, saveLeaks } from './leaks';
import { madeGallery } from './made-gallery';

const MAIN_PA = 501_325;

function runFor(run: Run, seconds: number, stepSeconds = 0.5): void {
  for (let t = 0; t < seconds; t += stepSeconds) stepGallery(run, MAIN_PA, stepSeconds);
}

/** Methane that is somewhere it should not be or nowhere, of all that leaked. */
function lost({ cells, galleries }: Run): number {
  let sum = 0;
  let leaked = 0;
  for (let s = 0; s < galleries.sections.count; s++) {
    leaked += cells.leakedM3[s];
    sum += cells.leakedM3[s] - cells.ventedM3[s] - cells.seepedM3[s] - cells.fadedM3[s] - gasIn(cells, s);
  }
  return Math.abs(sum) / leaked;
}

describe('what air carries', () => {
  it('comes as the exact solution says, to a thousandth of the plateau in cells of a metre, and is all there', () => {
    expect(frontErrors(1, 0.5).mean).toBeLessThan(1e-3);
    expect(frontErrors(0.5, 0.2).mean).toBeLessThan(0.5e-3);
    for (const [cellM, stepS] of [
      [1, 0.5],
      [2, 0.5],
    ]) {
      expect(frontErrors(cellM, stepS).mass).toBeLessThan(1e-10);
    }
  });

  it('never is more or less than it was anywhere, and goes backwards as it goes forwards', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 4, maxLength: 40 }),
        fc.double({ min: 0, max: 0.6, noNaN: true }),
        fc.double({ min: 0, max: 0.3, noNaN: true }),
        (profile, share, spread) => {
          const there = Float64Array.from(profile);
          const back = Float64Array.from([...profile].reverse());
          const forward = new Float64Array(profile.length + 1).fill(share);
          for (let k = 0; k < 20; k++) {
            carry(there, 0, there.length, forward, 0, spread, 0.3, 0.9);
            carry(
              back,
              0,
              back.length,
              forward.map((v) => -v),
              0,
              spread,
              0.9,
              0.3,
            );
          }
          for (let i = 0; i < there.length; i++) {
            expect(there[i]).toBeGreaterThan(-1e-12);
            expect(there[i]).toBeLessThan(1 + 1e-12);
            expect(there[i]).toBeCloseTo(back[there.length - 1 - i], 12);
          }
        },
      ),
    );
  });
});

describe('methane in two layers', () => {
  it('mixes as the layering number says: hardly below 2, as neutral air does beyond 5', () => {
    const airMps = 1 / 3;
    const share = 0.3 / 2.4;
    const mixing = (ln: number) => {
      const gas = ((airMps / ln) ** 3 * 2.4) / 4.375;
      expect(layeringNumber(airMps, gas, 2.4)).toBeCloseTo(ln, 3);
      const roof = gas / (share * airMps * 2.4 * 2.4);
      return exchangeMps(airMps, roof, share) / exchangeMps(airMps, 0, share);
    };
    expect(mixing(1)).toBeLessThan(0.05);
    expect(mixing(2)).toBeLessThan(0.2);
    expect(mixing(5)).toBeGreaterThan(0.7);
    expect(mixing(10)).toBeGreaterThan(0.95);
  });

  it('leaves the roof with many times the air below at 1.5, and with as much at 5 and beyond', () => {
    const [low, two, three, five, ten] = [1.5, 2, 3, 5, 10].map((ln) => roofOverBulk(ln).ratio);
    expect(low).toBeGreaterThan(5);
    expect(low).toBeGreaterThan(two);
    expect(two).toBeGreaterThan(three);
    expect(three).toBeGreaterThan(five);
    expect(five).toBeLessThan(1.1);
    expect(ten).toBeLessThan(five);
    expect(ten).toBeGreaterThan(1);
  });

  it('spreads along the roof to both sides where no air moves, and is seen by those who hang there', () => {
    const run = galleryWith(madeGallery());
    askFans(run.air, 0, STOPPED);
    for (let h = 0; h < run.galleries.shafts.count; h++) setShaft(run.air, h, 0);
    runFor(run, 40);
    openLeak(run.leaks, 0, { diameterM: 0.004, atM: 100 });
    runFor(run, 120);
    const { roof, bulk } = run.cells;
    for (const off of [4, 8, 12]) {
      expect(roof[100 + off]).toBeGreaterThan(0.005);
      expect(roof[99 - off] / roof[100 + off]).toBeGreaterThan(0.6);
      expect(roof[99 - off] / roof[100 + off]).toBeLessThan(1.6);
      expect(roof[100 + off]).toBeGreaterThan(3 * bulk[100 + off]);
    }
  });
});

describe('a leaking section', () => {
  it('loses no methane, whatever fans, doors and the wind of the shafts do, to 1e-10', () => {
    const run = galleryWith(madeGallery({ sections: 3 }));
    openLeak(run.leaks, 1, { diameterM: 0.008, atM: 160 });
    runFor(run, 60);
    expect(lost(run)).toBeLessThan(1e-10);
    for (const s of [0, 1, 2]) askFans(run.air, s, ACCIDENT);
    runFor(run, 60);
    setDoor(run.air, 0, 1);
    setDoor(run.air, 1, 1);
    askFans(run.air, 0, STOPPED);
    setShaft(run.air, 3, 0); // the leaking section's own exhaust: its air goes on to the next
    runFor(run, 400, 1);
    expect(run.cells.isActive[2]).toBe(1);
    expect(gasIn(run.cells, 2)).toBeGreaterThan(0.5);
    expect(run.cells.ventedM3[2]).toBeGreaterThan(0.5);
    expect(lost(run)).toBeLessThan(1e-10);
    mendLeak(run.leaks, 1);
    runFor(run, 120);
    expect(lost(run)).toBeLessThan(1e-10);
  });

  it('keeps as much less oxygen as gas came, and the outlet what mixes', () => {
    const run = galleryWith(madeGallery());
    openLeak(run.leaks, 0, { diameterM: 0.005, atM: 100 });
    runFor(run, 1_500, 1);
    const gas = run.cells.gasM3PerS[0];
    const exhaust = -run.air.shaftM3PerS[1];
    const share = gas / exhaust;
    const last = run.cells.roof.length - 3;
    const before = run.cells.ventedM3[0];
    runFor(run, 60, 1);
    // No volume of a layer but what leaves: layers go out at one speed, richer above.
    expect((run.cells.ventedM3[0] - before) / (60 * gas)).toBeCloseTo(1, 5);
    expect(run.cells.oxygen[last]).toBeCloseTo(AMBIENT_OXYGEN * (1 - share), 4);
    expect(run.cells.oxygen[20]).toBeCloseTo(AMBIENT_OXYGEN, 9);
  });

  it('is at rest again when the gas is out, and costs nothing from then on', () => {
    const run = galleryWith(madeGallery());
    openLeak(run.leaks, 0, { diameterM: 0.005, atM: 100 });
    runFor(run, 60);
    mendLeak(run.leaks, 0);
    runFor(run, 3_600, 1);
    expect(run.cells.isActive[0]).toBe(0);
    expect(lost(run)).toBeLessThan(1e-10);
    expect(run.cells.fadedM3[0]).toBeLessThan(2e-3);
    const { cellSteps } = run.cells;
    const { solves } = run.air;
    runFor(run, 60);
    expect(run.cells.cellSteps).toBe(cellSteps);
    expect(run.air.solves).toBe(solves);
  });

  it('wakes the neighbour into which its air goes, and no other', () => {
    const run = galleryWith(madeGallery({ sections: 3 }));
    openLeak(run.leaks, 1, { diameterM: 0.008, atM: 190 });
    runFor(run, 5);
    expect(run.cells.isActive).toEqual(Uint8Array.of(0, 1, 0));
    setDoor(run.air, 1, 1);
    setShaft(run.air, 3, 0); // its own exhaust
    runFor(run, 120);
    expect(run.cells.isActive).toEqual(Uint8Array.of(0, 1, 1));
    expect(gasIn(run.cells, 2)).toBeGreaterThan(0.1);
  });

  it('comes to the same from saved bytes', () => {
    const galleries = madeGallery({ sections: 2 });
    const run = galleryWith(galleries);
    openLeak(run.leaks, 0, { diameterM: 0.008, atM: 150 });
    setDoor(run.air, 0, 1);
    runFor(run, 45);
    const out = new Encoder('test', 1);
    saveAir(run.air, out);
    saveCells(run.cells, out);
    saveDetectors(run.detectors, out);
    saveLeaks(run.leaks, out);
    const again = galleryWith(galleries);
    const from = new Decoder(out.finish(), 'test', 1);
    loadAir(again.air, from);
    loadCells(again.cells, from);
    loadDetectors(again.detectors, from);
    loadLeaks(again.leaks, from);
    for (const each of [run, again]) {
      askFans(each.air, 0, ACCIDENT);
      runFor(each, 45);
    }
    const cells = galleries.sections.cellStart[2];
    expect(again.cells.roof.subarray(0, cells)).toEqual(run.cells.roof.subarray(0, cells));
    expect(again.cells.airC).toEqual(run.cells.airC);
    expect(again.cells.run).toEqual(run.cells.run);
    expect(again.detectors.reading).toEqual(run.detectors.reading);
    expect(again.cells.ventedM3).toEqual(run.cells.ventedM3);
  });
});

describe('warmth and smoke', () => {
  it('close: what was brought is in the air or in the walls', () => {
    const galleries = madeGallery({ sections: 2, kinds: ['power'] });
    const air = createGalleryAir(galleries, 18, 5);
    const cells = createGalleryCells(galleries, air, 15);
    advanceAir(air, 1);
    for (const s of [0, 1]) {
      wake(cells, air, s);
      cells.isHeld[s] = 1;
    }
    setDoor(air, 0, 1);
    cells.heatW[0] = 8_000;
    cells.pointHeatW[1] = 20_000;
    cells.pointSmokePerS[1] = 0.01;
    cells.pointAtM[1] = 50;
    const held = () => {
      let joules = 0;
      for (let s = 0; s < 2; s++) {
        const { cellStart, cellLengthM, areaM2 } = galleries.sections;
        for (let i = cellStart[s]; i < cellStart[s + 1]; i++) {
          joules += cells.airC[i] * cellLengthM[s] * areaM2[s] * 1.204 * 1_006;
        }
      }
      return joules;
    };
    const before = held();
    for (let t = 0; t < 600; t++) {
      advanceAir(air, 1);
      advanceCells(cells, air, 1);
    }
    const brought = cells.broughtJ[0] + cells.broughtJ[1];
    const inWalls = cells.wallJ[0] + cells.wallJ[1];
    expect(inWalls).toBeGreaterThan(1e6);
    expect(Math.abs(held() - before - (brought - inWalls)) / inWalls).toBeLessThan(1e-9);
    expect(cells.wallC[0]).toBeGreaterThan(15);
    expect(cells.smoke[galleries.sections.cellStart[1] + 150]).toBeGreaterThan(5e-4);
  });

  it('come to what a section left alone is reckoned at', () => {
    const galleries = madeGallery({ kinds: ['power'] });
    const air = createGalleryAir(galleries, 20, 10);
    const cells = createGalleryCells(galleries, air, 15);
    wake(cells, air, 0);
    cells.isHeld[0] = 1;
    cells.heatW[0] = 4_000;
    askFans(air, 0, NORMAL);
    for (let t = 0; t < 3_600; t++) {
      advanceAir(air, 1);
      advanceCells(cells, air, 1);
    }
    const wanted = restingC(cells, air, 0);
    expect(Math.abs(air.airC[0] - wanted)).toBeLessThan(1);
    setAirC(air, 0, wanted);
  });
});

describe('leaks in bytes', () => {
  it('are all state', () => {
    const leaks = createLeaks(2);
    openLeak(leaks, 1, { diameterM: 0.003, atM: 7 });
    const out = new Encoder('test', 1);
    saveLeaks(leaks, out);
    const again = createLeaks(2);
    loadLeaks(again, new Decoder(out.finish(), 'test', 1));
    expect(again).toEqual(leaks);
  });
});
