import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gcjFromWgs, isInChinaBox, wgsFromGcj } from '../../../sim/importers/osm/gcj02';
import { eastNorthOf, type Place } from '../../../sim/importers/osm/projection';
import { imported } from './imported';
import { crossroads, osmXml, overpassJson } from './osm-text';

const M_PER_DEGREE = 111_320;
const apartM = (a: Place, b: Place) =>
  Math.hypot(
    (a.latitudeDeg - b.latitudeDeg) * M_PER_DEGREE,
    (a.longitudeDeg - b.longitudeDeg) * M_PER_DEGREE * Math.cos((a.latitudeDeg * Math.PI) / 180),
  );
const inChina = fc.record({
  latitudeDeg: fc.double({ min: 18, max: 53, noNaN: true }),
  longitudeDeg: fc.double({ min: 74, max: 134, noNaN: true }),
});

describe('GCJ-02', () => {
  it('comes back from WGS 84 within half a metre, anywhere in China', () => {
    fc.assert(fc.property(inChina, (place) => apartM(wgsFromGcj(gcjFromWgs(place)), place) <= 0.5));
  });

  it('is off by some hundred metres in China', () => {
    fc.assert(
      fc.property(inChina, (place) => {
        const offM = apartM(gcjFromWgs(place), place);
        return offM > 50 && offM < 1_000;
      }),
    );
  });

  it('is WGS 84 outside of the box', () => {
    const berlin = { latitudeDeg: 52.52, longitudeDeg: 13.405 };
    expect(isInChinaBox(berlin)).toBe(false);
    expect(gcjFromWgs(berlin)).toEqual(berlin);
    expect(wgsFromGcj(berlin)).toEqual(berlin);
  });

  it('agrees with published pairs to two metres', () => {
    // Tiananmen, as the formula's published implementations give it.
    const shifted = gcjFromWgs({ latitudeDeg: 39.907333, longitudeDeg: 116.391083 });
    expect(apartM(shifted, { latitudeDeg: 39.908736, longitudeDeg: 116.397323 })).toBeLessThan(2);
  });

  it('moves an extract that is declared to be in it, and says so', () => {
    const text = osmXml({ ...crossroads(), corner: [36.1, 120.1] });
    const plain = imported(text);
    const moved = imported(text, { datum: 'gcj02' });
    const offM = apartM(plain.scene.manifest.origin, moved.scene.manifest.origin);
    expect(offM).toBeGreaterThan(300);
    expect(offM).toBeLessThan(800);
    expect(moved.report.counts['osm.datum']).toBe(1);
    expect(moved.scene.manifest.origin.datum).toBe('WGS84');
    expect(plain.report.figures.datum).toBe('wgs84');
  });
});

describe('the local frame', () => {
  it('touches the ellipsoid: a degree at the equator and at 60° north has its published length', () => {
    const equator = eastNorthOf({ latitudeDeg: 0, longitudeDeg: 0 });
    expect(equator({ latitudeDeg: 0, longitudeDeg: 0.01 })[0]).toBeCloseTo(1_113.195, 2);
    expect(equator({ latitudeDeg: 0.01, longitudeDeg: 0 })[1]).toBeCloseTo(1_105.743, 2);
    const north = eastNorthOf({ latitudeDeg: 60, longitudeDeg: 25 });
    expect(north({ latitudeDeg: 60, longitudeDeg: 25.01 })[0]).toBeCloseTo(558.0, 1);
  });

  it('does not mind the date line', () => {
    const [x] = eastNorthOf({ latitudeDeg: 10, longitudeDeg: 179.999 })({ latitudeDeg: 10, longitudeDeg: -179.999 });
    expect(x).toBeCloseTo(219.3, 0);
  });
});

describe('an extract', () => {
  it('is the same city as XML and as Overpass JSON', () => {
    const map = crossroads({ n: { lanes: '2' }, e: { maxspeed: '30 mph' } });
    expect(imported(osmXml(map)).scene).toEqual(imported(overpassJson(map)).scene);
  });

  it('gives the same files every time', () => {
    const text = osmXml(crossroads());
    expect(imported(text)).toEqual(imported(text));
  });
});
