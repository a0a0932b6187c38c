import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packVehicle, unpackVehicle, VEHICLE_WORDS, type VehicleRow } from '../../sim';
import { trackPoint } from '../../src/city/build/ground/tracks';
import { along, kinds, onWay, poseAt } from '../../src/city/vehicles/way';
import { built, sceneOf } from './scenes';

const WITHIN_M = 0.05;

const still = { travelledM: 0, lateralM: 0, before: -1, beforeThat: -1, lateralBeforeM: 0, style: 0 };

function packed(row: Partial<VehicleRow> & Pick<VehicleRow, 'track' | 'positionM'>): Uint32Array {
  const words = new Uint32Array(VEHICLE_WORDS);
  packVehicle({ ...still, ...row }, words, 0);
  return words;
}

describe('sixteen bytes of a vehicle', () => {
  it('say where it is to a few millimetres, what it comes from and how it looks exactly', () => {
    const track = fc.integer({ min: -1, max: 1_000_000 });
    const metres = (min: number, max: number) => fc.double({ min, max, noNaN: true });
    const row = fc.record<VehicleRow>({
      track: fc.integer({ min: 0, max: 1_000_000 }),
      positionM: metres(0, 60_000),
      travelledM: metres(0, 60),
      lateralM: metres(-15, 15),
      before: track,
      beforeThat: track,
      lateralBeforeM: metres(-15, 15),
      style: fc.integer({ min: 0, max: 255 }),
    });
    const read: VehicleRow = { track: 0, positionM: 0, ...still };
    fc.assert(
      fc.property(row, (given) => {
        unpackVehicle(packed(given), 0, read);
        expect([read.track, read.before, read.beforeThat, read.style]).toEqual([
          given.track,
          given.before,
          given.beforeThat,
          given.style,
        ]);
        expect(Math.abs(read.positionM - given.positionM)).toBeLessThanOrEqual(1 / 512);
        expect(Math.abs(read.lateralM - given.lateralM)).toBeLessThanOrEqual(1 / 256);
        expect(Math.abs(read.lateralBeforeM - given.lateralBeforeM)).toBeLessThanOrEqual(1 / 256);
        expect(Math.abs(read.travelledM - given.travelledM)).toBeLessThanOrEqual(
          0.001 + 0.008 * Math.sqrt(given.travelledM),
        );
      }),
      { numRuns: 500 },
    );
  });
});

describe('where a vehicle is shown', () => {
  const compiled = sceneOf('tiny/one-corridor');
  const { roads } = compiled;
  const { tracks } = built(compiled);
  const shown: [number, number, number] = [0, 0, 0];
  const truth: [number, number] = [0, 0];
  const track = fc.integer({ min: 0, max: roads.trackCount - 1 });
  const share = fc.double({ min: 0, max: 1, noNaN: true });

  it('lies on its track within five centimetres, wherever it is', () => {
    fc.assert(
      fc.property(track, share, (t, s) => {
        const atM = s * roads.trackLengthM[t];
        along(tracks, t, atM, shown);
        trackPoint(roads, t, atM, truth);
        expect(Math.hypot(shown[0] - truth[0], -shown[2] - truth[1])).toBeLessThan(WITHIN_M);
      }),
      { numRuns: 600 },
    );
  });

  it('is found back along the way over up to two tracks before, and never off the lanes', () => {
    const turn = fc.integer({ min: 0, max: roads.turnCount - 1 });
    fc.assert(
      fc.property(turn, share, fc.double({ min: 0, max: 40, noNaN: true }), (t, s, backM) => {
        const [from, over, to] = [roads.turnFromLane[t], roads.laneCount + t, roads.turnToLane[t]];
        const positionM = s * Math.min(10, roads.trackLengthM[to]);
        onWay(tracks, positionM - backM, to, over, from, shown);
        let left = positionM - backM;
        let on: number = to;
        if (left < 0) {
          left += roads.trackLengthM[over];
          on = over;
        }
        if (left < 0) {
          left += roads.trackLengthM[from];
          on = from;
        }
        if (left < 0) return;
        trackPoint(roads, on, left, truth);
        expect(Math.hypot(shown[0] - truth[0], -shown[2] - truth[1])).toBeLessThan(WITHIN_M);
      }),
      { numRuns: 600 },
    );
  });

  it('at the end of a blend stands at the frame, at its start where the frame before had it', () => {
    const front: [number, number, number] = [0, 0, 0];
    const forward: [number, number, number] = [0, 0, 0];
    fc.assert(
      fc.property(fc.integer({ min: 0, max: roads.laneCount - 1 }), share, (lane, s) => {
        const positionM = 12 + s * (roads.trackLengthM[lane] - 12);
        const rows = packed({ track: lane, positionM, travelledM: 8 });
        for (const [blend, atM] of [
          [1, positionM],
          [0, positionM - 8],
        ]) {
          poseAt(tracks, rows, 0, blend, front, forward);
          trackPoint(roads, lane, atM, truth);
          expect(Math.hypot(front[0] - truth[0], -front[2] - truth[1])).toBeLessThan(WITHIN_M);
          expect(Math.hypot(...forward)).toBeCloseTo(1, 5);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('keeps both ends of a long vehicle on the lane in a bend', () => {
    const front: [number, number, number] = [0, 0, 0];
    const forward: [number, number, number] = [0, 0, 0];
    const rear: [number, number, number] = [0, 0, 0];
    for (let turn = 0; turn < roads.turnCount; turn++) {
      const over = roads.laneCount + turn;
      const bus = 2;
      const rows = packed({
        track: over,
        positionM: roads.trackLengthM[over],
        before: roads.turnFromLane[turn],
        style: bus,
      });
      poseAt(tracks, rows, 0, 1, front, forward);
      const bodyM = kinds[bus].lengthM * 0.86;
      onWay(tracks, roads.trackLengthM[over] - bodyM, over, roads.turnFromLane[turn], -1, rear);
      const [dx, dz] = [front[0] - rear[0], front[2] - rear[2]];
      const across = Math.abs(dx * forward[2] - dz * forward[0]);
      expect(across).toBeLessThan(0.01);
    }
  });

  it('shifts to the left by a lateral offset that is positive', () => {
    const front: [number, number, number] = [0, 0, 0];
    const forward: [number, number, number] = [0, 0, 0];
    const centre: [number, number, number] = [0, 0, 0];
    const rows = packed({ track: 0, positionM: 30, lateralM: 1.5, lateralBeforeM: 1.5 });
    along(tracks, 0, 30, centre);
    poseAt(tracks, rows, 0, 1, front, forward);
    const [east, north] = [front[0] - centre[0], -(front[2] - centre[2])];
    const left = forward[0] * north + forward[2] * east;
    expect(left).toBeCloseTo(1.5, 1);
  });
});
